"""Run one torture and print a line of figures: ``python -m tests.torture kill-during-save --times 300``."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.torture import hostile_export, kill_during_attach, kill_during_save

TORTURES = {
    "kill-during-save": kill_during_save.torture,
    "kill-during-attach": kill_during_attach.torture,
    "hostile-export": hostile_export.torture,
}
WRONG = ("lost", "half", "faults", "formulas", "unreadable")


def main() -> int:
    """Run what was asked; 1 where something was lost."""
    asked = argparse.ArgumentParser(prog="python -m tests.torture")
    asked.add_argument("name", choices=TORTURES)
    asked.add_argument("--times", type=int, default=30)
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = TORTURES[told.name](Path(folder), told.times)
    print(" ".join(f"{name} {value:,}" for name, value in figures.items()))
    return 1 if any(figures.get(name) for name in WRONG) else 0


if __name__ == "__main__":
    sys.exit(main())
