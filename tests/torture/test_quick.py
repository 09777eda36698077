"""The tortures in small, in every run of the tests; the long ones have their own command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.table import TORTURES

HOUSE = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked, which this system cannot")


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run in a process of its own: what is forked there has no window and no other thread."""
    command = [sys.executable, "-m", "tests.torture", *words]
    return subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, encoding="utf-8", check=False)


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


@pytest.mark.parametrize("name", [name for name, torture in TORTURES.items() if torture.planted])
def test_a_planted_fault_is_found(name: str) -> None:
    """A torture that finds nothing where there is something proves nothing."""
    done = run(name, "--planted")
    assert done.returncode == 1, done.stdout
    assert " seconds " in done.stdout, done.stderr
