"""All tortures, how often each is done in every run of the tests and in a long night, and what it proves."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

Figures = dict[str, int]


class Torture(NamedTuple):
    """How often; ``planted`` is how often where a fault was planted that it has to find, 0 where none can be."""

    quick: int
    night: int
    planted: int = 0

    def times(self, told: str) -> int:
        """Read "quick", "night" or a number."""
        return {"quick": self.quick, "night": self.night}.get(told) or int(told)


TORTURES = {
    "kill-during-save": Torture(60, 10_000, 10),
    "power-cut": Torture(500, 20_000, 60),
    "kill-during-migration": Torture(18, 600, 18),
    "kill-during-restore": Torture(10, 500, 8),
    "kill-during-backup": Torture(10, 500, 6),
    "kill-during-rekey": Torture(6, 500, 5),
    "kill-during-attach": Torture(15, 500, 10),
    "kill-during-draft": Torture(3, 200, 4),
    "disk-full": Torture(32, 800, 48),
    "bit-flips": Torture(100, 1_000, 60),
    "damaged-files": Torture(60, 1_000),
    "salvaging": Torture(2, 200),
    "lost-updates": Torture(400, 20_000, 200),
    "hostile-export": Torture(150, 50_000),
}


def run_of(name: str) -> Callable[..., Figures]:
    """Give what runs a torture in a folder; only then is imported what it needs."""
    module = importlib.import_module(f"tests.torture.{name.replace('-', '_')}")
    run: Callable[..., Figures] = module.torture
    return run


def run(name: str, folder: Path, times: int, planted: bool) -> Figures:
    """Run a torture and give its figures."""
    return run_of(name)(folder, times, planted=True) if planted else run_of(name)(folder, times)


def is_well(figures: Figures) -> bool:
    """Tell whether nothing was lost, half or faulty."""
    return not any(figures.get(each) for each in ("lost", "half", "faults", "formulas", "unreadable"))
