"""Row 20: nothing opens the file of an open office by other means; ``test_rules`` forbids other copies of SQLite."""

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
CODE = [*HOUSE.glob("gui/**/*.py"), *HOUSE.glob("models/**/*.py"), HOUSE / "main.py"]
FORBIDDEN = {
    "the open office, opened by other means": re.compile(
        r"(session\.path|_session\.path|engine\.office\(\)|current\(\)\.path)\.(open|read_bytes|read_text|write_bytes)\("
    ),
    "the open office, copied by other means": re.compile(
        r"shutil\.(copy\w*|move)\([^)]*(session\.path|engine\.office)"
    ),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_row_20_the_file_of_an_office_is_touched_by_one_sqlite_only(what: str) -> None:
    """Row 20: opening and closing the file would drop the locks that guard its saves."""
    found = [str(file.relative_to(HOUSE)) for file in CODE if FORBIDDEN[what].search(file.read_text(encoding="utf-8"))]
    assert found == []


def test_the_driver_is_imported_in_one_place() -> None:
    asked = re.compile(r"^(import|from) sqlcipher3", re.MULTILINE)
    found = [str(file.relative_to(HOUSE)) for file in CODE if asked.search(file.read_text(encoding="utf-8"))]
    assert found == ["models/engine.py"]
