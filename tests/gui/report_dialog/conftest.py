"""An office with a few records, and the window of reports over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import tasks
from gui.report_dialog import ReportDialog
from models import days, store, text
from tests.models.paper.made import Made, make


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(text, "_chosen", "en")
    with store.session(tmp_path / "office.db", create=True):
        yield make()
        tasks.stop_all()
    days.set_today(None)


@pytest.fixture
def opened(made: Made, qtbot: QtBot) -> Callable[..., ReportDialog]:
    """Open the window on a report and wait until it is there."""

    def open_on(name: str = "annual", language: str = "en") -> ReportDialog:
        box = ReportDialog()
        qtbot.addWidget(box)
        box.show()
        box.reports.choose(name)
        box.boxes.language.setCurrentIndex(box.boxes.language.findData(language))
        wait_for(box, name, qtbot)
        return box

    return open_on


def wait_for(box: ReportDialog, name: str, qtbot: QtBot) -> None:
    """Wait until a report is shown as the boxes have it."""

    def there() -> bool:
        made = box.preview.made
        if name == "annual":
            return bool(box.figures.model.figures)
        language = box.boxes.language.currentData()
        return made is not None and (made.report.name, made.report.language) == (name, language)

    qtbot.waitUntil(there, timeout=20_000)
