"""Handing a report in from its box, and the box that shows what has changed since."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import messages
from gui.report_dialog import ReportDialog
from gui.report_dialog.frozen import FrozenDialog
from gui.report_dialog.handing_in import HandInDialog
from models import engine, frozen, store
from models.reports.periods import calendar_year
from tests.models.paper.made import Made

YEAR = calendar_year(2026)


@pytest.fixture
def changed(made: Made) -> frozen.Frozen:
    """A report that was handed in, then the one visit of 12 persons grew to 15 and an action went to the bin."""
    handed_in = frozen.hand_in("annual", YEAR, "en", "No. 12")
    made.visit.persons = 15
    store.save(made.visit)
    store.remove(made.actions[1], "entered twice")
    return handed_in


def opened(qtbot: QtBot) -> FrozenDialog:
    box = FrozenDialog()
    qtbot.addWidget(box)
    box.show()
    qtbot.waitUntil(lambda: box.told is not None or box.complaint.isVisible() or box.reports.rowCount() == 0)
    return box


def line(box: FrozenDialog, code: str) -> list[str]:
    table = box.figures
    row = next(row for row in range(table.rowCount()) if words(table, row, 0) == code)
    return [words(table, row, column) for column in range(table.columnCount())]


def words(table: object, row: int, column: int) -> str:
    item = table.item(row, column)  # type: ignore[attr-defined]
    return item.text() if item else ""


def records(box: FrozenDialog) -> list[tuple[str, str]]:
    return [(words(box.records, row, 0), words(box.records, row, 3)) for row in range(box.records.rowCount())]


def test_without_a_handed_in_report_the_box_says_so(made: Made, qtbot: QtBot) -> None:
    box = opened(qtbot)
    assert box.line.text() == "No report of this office was handed in yet."
    assert not box.again.isEnabled()
    assert not box.compared.isEnabled()


def test_each_figure_stands_there_then_and_now_with_its_records(changed: frozen.Frozen, qtbot: QtBot) -> None:
    box = opened(qtbot)
    assert box.line.text() == "Records: 0 added since, 1 no longer in it, 1 corrected."
    label = "Visitors of inbound delegations"
    assert line(box, "I02")[0] == "I02"
    assert line(box, "I02")[2:] == ["12", "15", "+3", "~1"], label
    assert line(box, "I30")[2:] == ["4", "3", "−1", "−1"]
    names = ["Tham mưu tiếp nhận 10 lưu học sinh Lào năm học 2026 – 2027", "Đoàn đại biểu cấp cao tỉnh Phông Sa Lỳ"]
    assert [how for how, _ in records(box)] == ["no longer in it\n(in the bin)", "corrected"]
    assert [name.partition(" (")[0] for _, name in records(box)] == names
    assert "Persons: 12 → 15" in words(box.records, 1, 4)
    assert words(box.records, 0, 4).endswith("(entered twice)")


def test_choosing_a_figure_shows_only_its_records_and_all_come_back(changed: frozen.Frozen, qtbot: QtBot) -> None:
    box = opened(qtbot)
    row = next(row for row in range(box.figures.rowCount()) if words(box.figures, row, 0) == "I02")
    box.figures.selectRow(row)
    assert [how for how, _ in records(box)] == ["corrected"]
    assert "Records that changed behind" in box.below.text()
    assert box.all_records.isVisible()
    box.all_records.click()
    assert len(records(box)) == 2
    assert not box.all_records.isVisible()


def test_all_figures_are_shown_as_they_stood_once_the_tick_is_off(changed: frozen.Frozen, qtbot: QtBot) -> None:
    box = opened(qtbot)
    few = box.figures.rowCount()
    box.changed_only.setChecked(False)
    assert box.figures.rowCount() > few
    assert line(box, "I01")[2:5] == ["1", "1", ""]


def test_enter_opens_the_record_in_the_bin_where_it_lies_there(
    changed: frozen.Frozen, made: Made, qtbot: QtBot
) -> None:
    box = opened(qtbot)
    box.records.selectRow(0)
    box.records.setFocus()
    with qtbot.waitSignal(box.record_opened) as told:
        QTest.keyClick(box.records, Qt.Key.Key_Return)
    assert told.args == ["action", made.actions[1].id, True]
    box.records.selectRow(1)
    with qtbot.waitSignal(box.record_opened) as told:
        QTest.keyClick(box.records, Qt.Key.Key_Return)
    assert told.args == ["delegation", made.visit.id, False]


def test_a_report_that_was_altered_is_told_in_words_and_not_shown(changed: frozen.Frozen, qtbot: QtBot) -> None:
    engine.execute("DROP TRIGGER frozen_report_kept")
    engine.execute("UPDATE frozen_report SET content = ?", (b"PK",))
    box = opened(qtbot)
    assert box.complaint.text().startswith("The handed-in report 1 is not as it was handed in")
    assert (box.figures.rowCount(), box.records.rowCount()) == (0, 0)
    assert not box.again.isEnabled()


def test_the_very_file_is_written_again_and_the_comparison_too(
    changed: frozen.Frozen, qtbot: QtBot, tmp_path: Path
) -> None:
    box = opened(qtbot)
    frozen.write_again(changed, tmp_path / "wanted.xlsx")
    with messages.answering(str(tmp_path / "again.xlsx")):
        box.again.click()
    qtbot.waitUntil(lambda: (tmp_path / "again.xlsx").exists(), timeout=30_000)
    assert (tmp_path / "again.xlsx").read_bytes() == (tmp_path / "wanted.xlsx").read_bytes()
    with messages.answering(str(tmp_path / "compared.xlsx")):
        box.compared.click()
    qtbot.waitUntil(lambda: (tmp_path / "compared.xlsx").exists(), timeout=30_000)
    sheets = load_workbook(tmp_path / "compared.xlsx", data_only=True)
    rows = [tuple(row) for row in sheets["Figures that changed"].iter_rows(values_only=True)]
    assert next(row for row in rows if row[0] == "I02")[2:] == (12, 15, 3, 0, 0, 1)
    rows = [tuple(row) for row in sheets["Records that changed"].iter_rows(values_only=True)]
    told = [row[0] for row in rows if row[2] and str(row[2]).startswith("2026-")]
    assert told == ["no longer in it (in the bin)", "corrected"]


def test_handing_in_asks_for_a_note_and_keeps_the_report(
    made: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = ReportDialog()
    qtbot.addWidget(box)
    box.show()
    qtbot.waitUntil(lambda: bool(box.figures.model.figures))
    shown: list[int | None] = []
    monkeypatch.setattr(box, "open_handed_in", lambda number=None: shown.append(number))

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, HandInDialog)
        asked.note.setPlainText("Công văn 12/SNgV")
        asked.take.click()

    QTimer.singleShot(0, answer)
    box.foot.hand_in.click()
    qtbot.waitUntil(lambda: shown == [1], timeout=30_000)
    (kept,) = frozen.reports()
    assert (kept.first, kept.last, kept.note) == ("2026-01-01", "2026-03-20", "Công văn 12/SNgV")
    assert frozen.compare(kept).changed() == []


def test_giving_up_hands_nothing_in(made: Made, qtbot: QtBot) -> None:
    box = ReportDialog()
    qtbot.addWidget(box)
    qtbot.waitUntil(lambda: bool(box.figures.model.figures))
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())  # type: ignore[union-attr]
    box.foot.hand_in.click()
    assert frozen.reports() == []


def test_an_office_open_for_reading_offers_no_handing_in(made: Made, qtbot: QtBot) -> None:
    path = store.current().path  # type: ignore[union-attr]
    store.close_office()
    store.open_office(path, read_only=True)
    box = ReportDialog()
    qtbot.addWidget(box)
    qtbot.waitUntil(lambda: bool(box.figures.model.figures))
    assert not box.foot.hand_in.isEnabled()
    assert box.handed_in.isEnabled()
