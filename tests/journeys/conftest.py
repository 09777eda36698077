"""One screen for all journeys, one program with a home of its own for each."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys import desk as desks
from tests.journeys.desk import Desk
from tests.journeys.program import Program


@pytest.fixture(scope="session")
def desk() -> Iterator[Desk]:
    if not desks.sees():
        pytest.skip(f"outside: python3-gi and gir1.2-atspi-2.0 for {desks.PYTHON} not installed")
    with tempfile.TemporaryDirectory(prefix="bang-giao-desk-") as home, desks.desk(Path(home)) as made:
        yield made


@pytest.fixture
def program(desk: Desk, tmp_path: Path) -> Iterator[Program]:
    home = tmp_path / "home"
    home.mkdir()
    made = Program(desk, home)
    yield made
    desk.picture().save(str(tmp_path / "last-seen.png"))  # for whoever must find out why a journey failed
    made.end()
    assert not made.faults()
