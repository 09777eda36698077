"""What every test stands on: no screen, a home of its own, the Vietnamese words; outside tools that lack are named."""

import os
import shutil
import tempfile

import pytest

import bootstrap

HOME = tempfile.mkdtemp(prefix="bang-giao-tests-")

# Before Qt is imported and before any process is started: nothing here may reach the person's own screen or files.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["OPENPYXL_LXML"] = "False"  # as models.excel sets it; tests bring openpyxl in before
for folder in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"):
    os.environ[folder] = HOME

bootstrap.build_words()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests whose outside tools are not on this machine."""
    for item in items:
        wanted = [tool for marker in item.iter_markers("outside") for tool in marker.args]
        lacking = [tool for tool in wanted if shutil.which(tool) is None]
        if lacking:
            item.add_marker(pytest.mark.skip(reason=f"outside: {', '.join(lacking)} not installed"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests that did not run for want of an outside tool, so that a green line hides nothing."""
    rows = [
        f"{report.nodeid}: {report.longrepr[2].removeprefix('Skipped: ')}"
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple) and "outside: " in report.longrepr[2]
    ]
    if rows:
        terminalreporter.section("not run: these need tools from outside")
        terminalreporter.line("\n".join(rows))


def pytest_unconfigure() -> None:
    """Leave no home behind; each process that runs tests, and the one that hands them out, has its own."""
    shutil.rmtree(HOME, ignore_errors=True)
