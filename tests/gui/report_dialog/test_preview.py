"""The preview: every report by the keyboard alone, the very words of its tables, and the records behind them."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui import tasks
from gui.report_dialog import Chosen, ReportDialog, making
from gui.report_dialog.content_model import ContentModel
from gui.report_dialog.report_list import NAME
from models import engine, store
from models.reports.catalogue import entries, made
from models.reports.origins import origins
from models.reports.report import Content, Report, content
from tests.gui.report_dialog.conftest import wait_for
from tests.models.paper.made import Made

Open = Callable[..., ReportDialog]


def test_escape_clears_the_search_only_where_something_stands_in_it(opened: Open, qtbot: QtBot) -> None:
    box = opened("inbound")
    box.reports.search.setFocus()
    QTest.keyClicks(box.reports.search, "vis")
    QTest.keyClick(box.reports.search, Qt.Key.Key_Escape)
    assert box.isVisible()
    assert box.reports.search.text() == ""
    QTest.keyClick(box.reports.search, Qt.Key.Key_Escape)
    assert not box.isVisible()


def lines(model: ContentModel) -> list[tuple[str, ...]]:
    columns = range(model.columnCount())
    return [tuple(str(model.index(row, n).data()) for n in columns) for row in range(model.rowCount())]


def shown(box: ReportDialog) -> list[tuple[object, ...]]:
    """What the window shows of a report, table by table."""
    found: list[tuple[object, ...]] = []
    assert box.preview.made is not None
    for place in range(len(box.preview.made.contents)):
        box.preview.tabs.setCurrentIndex(place)
        model = box.preview.model
        heads = tuple(model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount()))
        notes = box.preview.notes.text()
        found.append((box.title.text(), box.preview.below_heading.text(), heads, lines(model), notes))
    return found


def wanted(told: Content) -> tuple[object, ...]:
    totals = [told.totals] if told.rows and told.totals else []
    heads = tuple(each.title for each in told.columns)
    return told.title.replace("\n", " – "), told.subtitle, heads, [*told.rows, *totals], "\n".join(told.notes)


def same_moment(told: tuple[object, ...]) -> tuple[object, ...]:
    """Leave out the line that says when a report was made."""
    *others, notes = told
    return *others, [line for line in str(notes).split("\n") if not line.startswith(("Source:", "Nguồn:"))]


def test_every_report_is_reached_by_the_arrows_and_shows_its_very_words(opened: Open, qtbot: QtBot) -> None:
    box = opened()
    box.reports.list.setFocus()
    for entry in entries()[1:]:
        QTest.keyClick(box.reports.list, Qt.Key.Key_Down)
        assert box.reports.name() == entry.name
        wait_for(box, entry.name, qtbot)
        assert box.period is not None
        told = [wanted(each) for each in content(made(entry.name, box.period, "en"))]
        assert list(map(same_moment, shown(box))) == list(map(same_moment, told)), entry.name


@pytest.mark.parametrize("name", ["inbound", "agreements", "statistics-country"])
def test_both_languages_stand_in_the_preview_as_in_the_workbook(opened: Open, name: str) -> None:
    box = opened(name, "both")
    assert box.period is not None
    told = [wanted(each) for each in content(made(name, box.period, "both"))]
    assert list(map(same_moment, shown(box))) == list(map(same_moment, told))


def test_the_annual_report_is_not_offered_in_both_languages_at_once(opened: Open, qtbot: QtBot) -> None:
    box = opened("inbound", "both")
    box.reports.choose("annual")
    wait_for(box, "annual", qtbot)
    assert box.boxes.language.currentData() == "vi"


def test_a_report_is_found_without_accents_and_reached_from_the_search(opened: Open, qtbot: QtBot) -> None:
    box = opened()
    box.reports.search.setFocus()
    QTest.keyClicks(box.reports.search, "by country")
    items = [box.reports.list.item(row) for row in range(box.reports.list.count())]
    assert [each.text() for each in items if not each.isHidden()] == ["Statistics", "Delegations by country"]
    QTest.keyClick(box.reports.search, Qt.Key.Key_Down)
    assert box.reports.list.hasFocus()
    wait_for(box, "statistics-country", qtbot)
    box.reports.search.setText("no such words")
    assert box.reports.nothing.isVisible()


def test_the_headings_of_the_groups_stand_over_all_reports(opened: Open) -> None:
    box = opened()
    items = [box.reports.list.item(row) for row in range(box.reports.list.count())]
    assert [each.text() for each in items if each.data(NAME) is None] == ["Annexes", "Statistics"]
    assert [each.data(NAME) for each in items if each.data(NAME)] == [each.name for each in entries()]


def test_enter_on_a_row_opens_its_record(opened: Open, made: Made, qtbot: QtBot) -> None:
    box = opened("inbound")
    box.preview.table.setFocus()
    with qtbot.waitSignal(box.record_opened) as told:
        QTest.keyClick(box.preview.table, Qt.Key.Key_Return)
    assert told.args == ["inbound", made.visit.id, False]


def test_a_figure_of_an_annex_opens_the_records_that_it_counts(opened: Open, made: Made, qtbot: QtBot) -> None:
    box = opened("inbound")
    box.preview.tabs.setCurrentIndex(1)
    table = lines(box.preview.model)
    row = next(number for number, line in enumerate(table) if line[0] == "I01")
    column = table[row].index("1")
    box.preview.table.setCurrentIndex(box.preview.model.index(row, column))
    box.preview.table.setFocus()
    with qtbot.waitSignal(box.figure_opened) as told:
        QTest.keyClick(box.preview.table, Qt.Key.Key_Return)
    assert told.args[:2] == ["inbound", [made.visit.id]]
    assert "01/01–20/03/2026" in told.args[2]


def test_a_count_of_the_statistics_opens_the_records_that_it_counts(opened: Open, made: Made, qtbot: QtBot) -> None:
    box = opened("statistics-country")
    row, column = 0, 2
    assert lines(box.preview.model)[row][1:3] == ("Laos", "1")
    with qtbot.waitSignal(box.figure_opened) as told:
        box.preview.table.doubleClicked.emit(box.preview.model.index(row, column))
    assert told.args == ["inbound", [made.visit.id], "Laos – In: delegations: This period · 01/01–20/03/2026"]


def test_words_shares_and_noughts_open_nothing_and_do_not_look_as_if(opened: Open, qtbot: QtBot) -> None:
    box = opened("statistics-country")
    model = box.preview.model
    for column in (1, 3, 4):  # the country, a nought, a change
        assert model.index(0, column).data(Qt.ItemDataRole.ForegroundRole) is None
        with qtbot.assertNotEmitted(box.figure_opened, wait=200):
            box.preview.table.doubleClicked.emit(model.index(0, column))
    assert model.index(0, 2).data(Qt.ItemDataRole.ForegroundRole) is not None


def numbers_agree(report: Report) -> int:
    """Compare each figure that opens with the number of records behind it, where it counts records."""
    compared = 0
    for told, origin in zip(content(report), origins(report), strict=True):
        for row, cells in enumerate(told.rows):
            for column, words in enumerate(cells):
                if not origin.opens(row, column) or origin.opens(row, 0):
                    continue
                found = origin.behind(row, column)
                assert found, (report.name, cells)
                if told.columns[column].kind == "whole" and "persons" not in told.columns[column].whole_title:
                    assert sum(len(ids) for _, ids in found) == int(words.replace(".", "")), (report.name, cells)
                    compared += 1
    return compared


def test_every_count_of_every_report_opens_as_many_records_as_it_says(opened: Open) -> None:
    box = opened()
    assert box.period is not None
    assert sum(numbers_agree(made(each.name, box.period, "en")) for each in entries()[1:]) > 10


def test_an_empty_period_says_so(opened: Open, qtbot: QtBot) -> None:
    box = opened("inbound")
    box.boxes.year.setValue(2001)
    qtbot.waitUntil(lambda: box.preview.empty.isVisible(), timeout=10_000)
    assert box.preview.empty.text() == "Nothing in this period."
    assert box.foot.write.isEnabled(), "an annex without rows is handed in too"


def test_a_newer_choice_takes_the_place_of_what_is_being_made(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, go_on, begun = opened("inbound"), threading.Event(), threading.Event()
    slow = making.made

    def held(name: str, *more: object) -> Report:
        if name == "outbound":
            begun.set()
            assert go_on.wait(20)
        return slow(name, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "made", held)
    box.reports.choose("outbound")
    qtbot.waitUntil(begun.is_set)
    box.reports.choose("agreements")
    wait_for(box, "agreements", qtbot)
    go_on.set()
    qtbot.wait(300)
    assert box.preview.made is not None
    assert box.preview.made.report.name == "agreements"


def test_a_long_making_is_shown_stopped_and_begun_again_while_the_window_lives(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, go_on = opened("inbound"), threading.Event()
    slow = making.made
    monkeypatch.setattr(making, "made", lambda *told: (go_on.wait(20), slow(*told))[1])
    gaps = watch(box)
    box.reports.choose("outbound")
    qtbot.waitUntil(lambda: box.preview.stop.isVisible())
    box.preview.stop.click()
    assert "You stopped this report" in box.preview.trouble.text()
    go_on.set()
    qtbot.wait(200)
    assert box.preview.made is None
    box.preview.again_button.click()
    wait_for(box, "outbound", qtbot)
    assert max(gaps) < 1000


def test_work_that_asks_many_questions_ends_soon_after_it_was_cancelled(opened: Open, qtbot: QtBot) -> None:
    asked: list[int] = []
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT max(i) FROM n"

    def work() -> None:
        for number in range(2000):
            asked.append(number)
            engine.rows(many)

    task = tasks.start(opened(), work, lambda _told: None)
    qtbot.waitUntil(lambda: len(asked) > 2)
    task.cancel()
    qtbot.waitUntil(lambda: task not in tasks._running)
    assert len(asked) < 2000


def watch(box: ReportDialog) -> list[int]:
    """Note the milliseconds between two turns of the event loop."""
    clock, gaps = QElapsedTimer(), list[int]()
    beat = QTimer(box, interval=5)
    beat.timeout.connect(lambda: gaps.append(clock.restart()))
    clock.start()
    beat.start()
    return gaps


def test_the_window_opens_again_on_the_same_report(opened: Open, qtbot: QtBot) -> None:
    box = opened("statistics-month", "vi")
    chosen = box.chosen()
    assert chosen == Chosen(0, 2026, "01/01/2026", "20/03/2026", "statistics-month", "vi")
    again = ReportDialog(chosen=chosen)
    qtbot.addWidget(again)
    wait_for(again, "statistics-month", qtbot)


def test_without_a_period_nothing_is_shown_and_nothing_can_be_written(opened: Open, qtbot: QtBot) -> None:
    box = opened("inbound")
    box.boxes.first.setText("31/02/2026")
    box.boxes.first.textEdited.emit("31/02/2026")
    qtbot.waitUntil(lambda: box.boxes.complaint.isVisible())
    assert box.preview.model.rowCount() == 0
    assert not any(part.isEnabled() for part in (box.foot.write, box.foot.pdf, box.foot.word, box.foot.hand_in))


def test_a_report_in_an_office_where_a_record_was_removed_still_opens_the_others(
    opened: Open, made: Made, qtbot: QtBot
) -> None:
    box = opened("actions")
    store.remove(made.actions[0], "entered twice")
    box.preview.table.setFocus()
    with qtbot.waitSignal(box.record_opened) as told:
        QTest.keyClick(box.preview.table, Qt.Key.Key_Return)
    assert told.args[0] == "action"
