"""The report's box: figures while the period is chosen, each with its code and source, each opens what it counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.qt_words import set_language
from gui.report_dialog import ReportDialog, dialog
from gui.report_dialog.figures import CODE, FIGURE, SOURCE, VALUE
from gui.widgets.sizes import FRAME
from models import store, text
from models.discretion import Ticked
from models.reports.periods import cut_off_year
from models.statistic import Statistic
from tests.models.paper.made import Made


@pytest.fixture
def box(made: Made, qtbot: QtBot) -> ReportDialog:
    made_box = ReportDialog()
    qtbot.addWidget(made_box)
    made_box.show()
    qtbot.waitUntil(lambda: bool(made_box.figures.model.figures))
    return made_box


def cell(box: ReportDialog, code: str, column: int) -> str:
    row = [figure.code for figure in box.figures.model.figures].index(code)
    return str(box.figures.model.index(row, column).data())


def type_into(box: ReportDialog, first: str, last: str) -> None:
    for line, words in ((box.boxes.first, first), (box.boxes.last, last)):
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, words)


def test_the_figures_of_this_year_are_there_at_once(box: ReportDialog) -> None:
    assert (box.boxes.first.text(), box.boxes.last.text()) == ("01/01/2026", "20/03/2026")
    assert (cell(box, "I02", CODE), cell(box, "I02", VALUE), cell(box, "I02", SOURCE)) == ("I02", "12", "counted")
    assert cell(box, "I07:LA", FIGURE).strip() == "Delegations by country: Laos"


def test_the_box_fits_a_small_screen_at_125_per_cent_so_that_its_buttons_are_seen(box: ReportDialog) -> None:
    room = box.screen().availableSize()
    least = box.minimumSizeHint()
    assert (least.width(), least.height()) <= (1366 / 1.25 - FRAME[0], 768 / 1.25 - FRAME[1])
    assert least.height() <= 768 / 1.25 - FRAME[1]
    assert box.height() <= min(room.height(), 672)


def test_an_entered_figure_shows_its_qualifier_and_that_it_was_entered(made: Made, qtbot: QtBot) -> None:
    told = {"indicator": "I02", "starts": "2026-01-01", "ends": "2026-02-28", "qualifier": "GAN", "amount": 3700}
    store.save(Statistic.blank(nature="OPENING", scope="tinh", source="(mẫu)", **told))
    box = ReportDialog()
    qtbot.addWidget(box)
    qtbot.waitUntil(lambda: bool(box.figures.model.figures))
    assert cell(box, "I02", VALUE) == "nearly 3.712"
    assert cell(box, "I02", SOURCE) == "counted and entered"


@pytest.mark.parametrize(
    ("place", "first", "last"),
    [
        (1, "01/01/2026", "31/12/2026"),
        (2, "15/12/2025", "14/12/2026"),
        (5, "15/12/2025", "14/06/2026"),
        (6, "01/01/2026", "31/03/2026"),
        (11, "01/02/2026", "28/02/2026"),
    ],
)
def test_a_preset_sets_both_days(box: ReportDialog, place: int, first: str, last: str) -> None:
    box.boxes.kind.setCurrentIndex(place)
    assert (box.boxes.first.text(), box.boxes.last.text()) == (first, last)


def test_another_year_moves_the_preset(box: ReportDialog, qtbot: QtBot) -> None:
    box.boxes.kind.setCurrentIndex(2)
    box.boxes.year.setValue(2025)
    assert box.period == cut_off_year(2025)
    qtbot.waitUntil(lambda: cell(box, "I10", VALUE) == "1")


def test_typed_days_make_a_period_of_their_own(box: ReportDialog, qtbot: QtBot) -> None:
    type_into(box, "1/1/25", "30062025")
    assert box.boxes.kind.currentText() == "From … to …"
    qtbot.waitUntil(lambda: box.figures.told.text().startswith("From 01/01/2025 to 30/06/2025"))
    assert cell(box, "I01", VALUE) == "0"
    assert cell(box, "I10", VALUE) == "1"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("31/12/2026", "1/1/2026", "The period ends before it begins."),
        ("31/02/2026", "1/3/2026", "There is no such day in the calendar."),
        ("", "1/3/2026", "Write the first and the last day of the period."),
    ],
)
def test_what_is_no_period_is_told_beside_the_days_and_writes_nothing(
    box: ReportDialog, qtbot: QtBot, first: str, last: str, words: str
) -> None:
    box.boxes.first.clear()
    type_into(box, first, last)
    qtbot.waitUntil(lambda: box.boxes.complaint.text() == words)
    assert box.boxes.complaint.isVisible()
    assert not box.foot.write.isEnabled()
    assert box.figures.model.figures == [], "no figure of another period stays in sight"
    type_into(box, "1/1/2026", "1/3/2026")
    qtbot.waitUntil(lambda: box.foot.write.isEnabled() and not box.boxes.complaint.isVisible())


def test_a_period_without_anything_says_so(box: ReportDialog, qtbot: QtBot) -> None:
    box.boxes.year.setValue(2001)
    qtbot.waitUntil(lambda: box.figures.told.text().startswith("Nothing happened"))


def test_a_click_on_a_figure_or_enter_opens_what_it_counts(made: Made, box: ReportDialog, qtbot: QtBot) -> None:
    row = [figure.code for figure in box.figures.model.figures].index("I01")
    place = box.figures.table.visualRect(box.figures.model.index(row, VALUE)).center()
    with qtbot.waitSignal(box.figure_opened) as opened:
        QTest.mouseClick(box.figures.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args[:2] == ["inbound", [made.visit.id]]
    box.figures.table.setCurrentIndex(box.figures.model.index(row, CODE))
    box.figures.table.setFocus()
    with qtbot.waitSignal(box.figure_opened) as opened:
        QTest.keyClick(box.figures.table, Qt.Key.Key_Return)
    assert opened.args[:2] == ["inbound", [made.visit.id]]


def test_the_box_says_of_which_figure_a_list_is_and_opens_again_on_the_same_period(
    made: Made, box: ReportDialog, qtbot: QtBot
) -> None:
    box.boxes.kind.setCurrentIndex(1)  # the calendar year
    qtbot.waitUntil(lambda: cell(box, "I01", VALUE) == "1")
    row = [figure.code for figure in box.figures.model.figures].index("I01")
    with qtbot.waitSignal(box.figure_opened) as opened:
        box.figures.table.clicked.emit(box.figures.model.index(row, VALUE))
    assert opened.args[2] == "I01 · Inbound delegations · 01/01–31/12/2026"
    again = ReportDialog(chosen=box.chosen())
    qtbot.addWidget(again)
    assert (again.boxes.kind.currentIndex(), again.boxes.first.text(), again.boxes.last.text()) == (
        1,
        "01/01/2026",
        "31/12/2026",
    )
    qtbot.waitUntil(lambda: bool(again.figures.model.figures))


def enter(code: str, amount: int, **more: object) -> Statistic:
    values = {"indicator": code, "starts": "2026-01-01", "ends": "2026-02-28", "amount": amount, "source": "(mẫu)"}
    made = Statistic.blank(**{"nature": "OPENING", "qualifier": "EXACT", "scope": "tinh"} | values | more)
    store.save(made)
    return made


def test_an_entered_figure_opens_what_was_entered_and_a_range_shows_both_ends(made: Made, qtbot: QtBot) -> None:
    income = enter("I65", 25, most=40, qualifier="KHOANG", unit_of_measure="triệu đồng/tháng")
    box = ReportDialog()
    qtbot.addWidget(box)
    qtbot.waitUntil(lambda: bool(box.figures.model.figures))
    assert cell(box, "I65", VALUE) == "about 25 – 40"
    row = [figure.code for figure in box.figures.model.figures].index("I65")
    with qtbot.waitSignal(box.figure_opened) as opened:
        box.figures.table.clicked.emit(box.figures.model.index(row, VALUE))
    assert opened.args[:2] == ["statistic", [income.id]]


def test_a_figure_counted_and_entered_asks_which_list_to_open(made: Made, qtbot: QtBot) -> None:
    balance = enter("I01", 10)
    box = ReportDialog()
    qtbot.addWidget(box)
    box.show()
    qtbot.waitUntil(lambda: bool(box.figures.model.figures))
    row = [figure.code for figure in box.figures.model.figures].index("I01")
    box.figures.table.clicked.emit(box.figures.model.index(row, VALUE))
    (menu,) = [each for each in box.findChildren(QMenu) if each.isVisible()]
    assert [act.text() for act in menu.actions()] == ["Inbound delegations (1)", "Entered statistics (1)"]
    with qtbot.waitSignal(box.figure_opened) as opened:
        menu.actions()[1].trigger()
    assert opened.args[:2] == ["statistic", [balance.id]]
    menu.close()


def test_the_rule_of_a_figure_is_told_below_and_in_a_tip(box: ReportDialog) -> None:
    row = [figure.code for figure in box.figures.model.figures].index("I01")
    box.figures.table.setCurrentIndex(box.figures.model.index(row, CODE))
    assert box.figures.rule.text().startswith("I01: Inbound delegations that took place")
    tip = box.figures.model.index(row, FIGURE).data(Qt.ItemDataRole.ToolTipRole)
    assert "Inbound delegations that took place" in tip


def test_a_figure_of_nothing_opens_nothing(box: ReportDialog, qtbot: QtBot) -> None:
    row = [figure.code for figure in box.figures.model.figures].index("I04")
    with qtbot.assertNotEmitted(box.figure_opened):
        box.figures.table.setCurrentIndex(box.figures.model.index(row, VALUE))
        QTest.keyClick(box.figures.table, Qt.Key.Key_Return)


def test_the_workbook_is_written_for_the_period_and_in_the_language_chosen(
    box: ReportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(dialog, "write_report", lambda parent, *what: asked.append(what))
    box.boxes.kind.setCurrentIndex(2)
    box.boxes.language.setCurrentIndex(box.boxes.language.findData("vi"))
    box.foot.write.click()
    assert asked == [("annual", "Báo cáo tổng hợp công tác đối ngoại", cut_off_year(2026), "vi", "xlsx", Ticked())]


def test_words_follow_the_language_and_every_control_has_a_name(box: ReportDialog, qapp: QApplication) -> None:
    english = [str(box.figures.model.headerData(VALUE, Qt.Orientation.Horizontal)), box.windowTitle()]
    for control in (
        box.boxes.kind,
        box.boxes.year,
        box.boxes.first,
        box.boxes.last,
        box.boxes.language,
        box.figures.table,
        box.ticks.personal,
    ):
        assert isinstance(control, QWidget)
        assert control.accessibleName()
    set_language(qapp, "vi")
    qapp.processEvents()
    assert [box.figures.model.headerData(VALUE, Qt.Orientation.Horizontal), box.windowTitle()] == [
        text.say(words, "vi") for words in english
    ]
    set_language(qapp, "en")
