"""The tortures in small, in every run of the tests; the long ones have their own command."""

import pytest

from tests.torture.alone import needs_fork, run
from tests.torture.table import TORTURES

pytestmark = needs_fork
OUTSIDE = {"hostile-export": (pytest.mark.outside("soffice", "pdftotext"),)}


@pytest.mark.parametrize("name", [pytest.param(name, marks=OUTSIDE.get(name, ())) for name in TORTURES])
def test_nothing_is_lost_and_nothing_half(name: str) -> None:
    """Rows 1 (save), 2 (power-cut), 6 and 7 (disk-full), 10 (damaged-files), 11 (bit-flips), 26 (salvaging),
    27 (lost-updates, on this database), 69 (attach), 77 (rekey), 86 (backup), 88 (restore), 91 (migration),
    96 (draft).
    """
    done = run(name)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " lost 0 " in done.stdout
