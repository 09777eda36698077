"""Run one torture, or all, and print a line of figures: ``python -m tests.torture kill-during-save --times 300``."""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.torture.lives import DiedByItself, complain
from tests.torture.table import TORTURES, is_well, run


def main() -> int:
    """Run what was asked; 1 where something was lost."""
    asked = argparse.ArgumentParser(prog="python -m tests.torture")
    asked.add_argument("name", choices=[*TORTURES, "all"])
    asked.add_argument("--times", default="quick", help="quick, night, or a number")
    asked.add_argument("--planted", action="store_true", help="plant a fault that must be found: then 1 is right")
    told = asked.parse_args()
    return _all(told.times) if told.name == "all" else _one(told.name, told.times, told.planted)


def _all(times: str) -> int:
    """Run one after the other, each in a process of its own."""
    wrong = []
    for name in TORTURES:
        print(f"{name}:", end=" ", flush=True)
        if subprocess.run([sys.executable, "-m", "tests.torture", name, "--times", times]).returncode:
            wrong.append(name)
    print("not well:" if wrong else "all is well", *wrong)
    return 1 if wrong else 0


def _one(name: str, times: str, planted: bool) -> int:
    torture = TORTURES[name]
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bang-giao-torture-") as folder:
        try:
            figures = run(name, Path(folder), torture.planted if planted else torture.times(times), planted)
        except DiedByItself as died:
            complain(died)
            figures = {"faults": 1}
    figures["seconds"] = round(time.monotonic() - begun)
    print(" ".join(f"{each} {value:,}" for each, value in figures.items()))
    return 0 if is_well(figures) else 1


if __name__ == "__main__":
    sys.exit(main())
