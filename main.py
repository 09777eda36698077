"""The command line: open the window, run one job without a window, or run the tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import bootstrap


def main(arguments: list[str]) -> int:
    """Do what the command line asks, and give the exit code."""
    word = arguments[0] if arguments else ""
    bootstrap.enter(arguments, tests=word == "test")
    bootstrap.build_words()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # Windows writes to files in its old code page
    if word == "test":
        return run_tests(arguments[1:])
    if word and (not word.startswith("-") or word in ("-h", "--help")):
        return run_job(arguments)
    return show_window(arguments)


def run_tests(arguments: list[str]) -> int:
    """Run the tests without a screen, a file on each processor at a time; pytest's closing line is the last."""
    bootstrap.check_qt(window=False)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.chdir(bootstrap.HERE)
    import pytest

    return int(pytest.main(["--numprocesses=auto", "--dist=loadfile", *arguments]))


def run_job(arguments: list[str]) -> int:
    """Run one job; only what paints (print, a report as PDF) asks Qt, and without a screen."""
    from models.jobs import run

    paints = arguments[0] == "print" or (arguments[0] == "report" and any("pdf" in each.lower() for each in arguments))
    if not paints:
        return run(arguments)
    bootstrap.check_qt(window=False)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from gui.printing import offscreen_pdf

    return run(arguments, offscreen_pdf)


def show_window(arguments: list[str]) -> int:
    """Open the window on an office, or on the one that was open last."""
    from models.jobs import window_options

    options = window_options(arguments)
    bootstrap.check_qt(window=True)
    from gui.window import open_window

    office = options.options.get("office")
    return open_window(Path(office) if office else None, options.language)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
