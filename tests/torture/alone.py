"""A torture in a process of its own: what is forked there has no window and no other thread."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked, which this system cannot")


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run one torture as its user does."""
    command = [sys.executable, "-m", "tests.torture", *words]
    return subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, encoding="utf-8", check=False)
