"""Keeps what is on the screen as a picture."""

import time
from pathlib import Path

from tests.journeys.program import Program


def take(program: Program, name: str, folder: Path) -> None:
    """Keep the screen once it has come to rest."""
    before = None
    while before is None or program.desk.picture() != before:
        before = program.desk.picture()
        time.sleep(0.4)
    before.save(str(folder / f"{name}.png"))
