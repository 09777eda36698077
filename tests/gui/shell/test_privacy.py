"""Personal details in the window: covered everywhere, shown for a moment and written down, purged, listed, erased."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui import messages, showing
from gui.detail.parts import COVER, Covered
from gui.editors import RowsEditor
from gui.editors.personal import PersonalDayEditor, PersonalEditor
from gui.settings_page.purge_rule import PurgeRule
from gui.shell.drafts import Drafts
from gui.window import Window
from models import days, engine, history, privacy, search, store
from models.delegations import Member
from models.people import Person
from models.store import unfinished
from models.store.unfinished import Unfinished

PASSPORT = "P1234567"
NOW = "2026-03-18T08:00:00"


def everything_told(widget: QWidget) -> str:
    """All that can be read, heard or found by resting the mouse on a widget and what lies in it."""
    told = []
    for each in [widget, *widget.findChildren(QWidget)]:
        told += [each.toolTip(), each.accessibleName(), each.accessibleDescription(), each.windowTitle()]
        if isinstance(each, QLabel):
            told.append(each.text())
        elif isinstance(each, QLineEdit):
            told += [each.displayText(), each.placeholderText()]
        elif isinstance(each, QAbstractItemView) and each.model() is not None:
            told += _cells(each.model())
    return "\n".join(told)


def _cells(model: QAbstractItemModel) -> list[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
             Qt.ItemDataRole.EditRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole)  # fmt: skip
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    places = (model.index(row, column) for row in range(model.rowCount()) for column in range(columns))
    return [str(index.data(role) or "") for index in places for role in roles]


def delegation() -> int:
    return search.find("khamphoy")[0].record


@pytest.fixture
def person(window: Window) -> Person:
    made = Person.blank(name="Khamphoy", phone="0205551234", born="1970-02-01")
    store.save(made)
    visit = store.load("delegation", delegation())
    visit.members[0].person = made.id  # type: ignore[attr-defined]
    store.save(visit)
    return made


def looks(number: int) -> list[str]:
    return [each.deed for each in history.read("delegation", number) if each.deed == "show"]


def test_a_passport_is_covered_in_every_part_of_the_window(window: Window, qtbot: QtBot) -> None:
    work, number = window.workplace, delegation()
    assert work
    work.open_record("delegation", number)
    page = work.list_page()
    assert page
    qtbot.waitUntil(lambda: page.detail.shown() == ("delegation", number))
    record = store.load("delegation", number)
    record.members[0].passport = "P7654321"  # type: ignore[attr-defined]
    store.save(record)
    page.detail.refresh()
    window.topbar.search.setText("khamphoy")
    qtbot.waitUntil(lambda: "Đoàn Điện Biên" in everything_told(window.finder))
    told = everything_told(window)
    form = work.open_form(store.load("delegation", number))
    form.body.editors["members"].show_all_columns(True)  # type: ignore[attr-defined]
    told += everything_told(window)
    typed = Unfinished("k", "inbound", "delegation", number, 1, "Đoàn", {"fields": {"passport": "P7654321"}}, NOW, True)
    unfinished.keep(typed)
    drafts = Drafts(window)
    told += everything_told(drafts)
    assert "Đoàn" in told
    for secret in (PASSPORT, "P7654321"):
        assert secret not in told
    assert COVER in told


def test_a_detail_is_shown_for_a_moment_and_each_showing_is_written_down(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "MOMENT", 50)
    number = delegation()
    window.workplace.open_record("delegation", number)  # type: ignore[union-attr]
    page = window.workplace.list_page()  # type: ignore[union-attr]
    assert page
    covered = page.detail.findChildren(Covered)[0]
    covered.show_button.click()
    assert covered.value.text() == PASSPORT
    assert looks(number) == ["show"]
    qtbot.waitUntil(lambda: covered.value.text() == COVER)
    covered.show_button.click()
    assert looks(number) == ["show", "show"]
    newest = history.read("delegation", number)[0]
    assert (newest.who, newest.changes) == (store.doing.who(), ())
    assert PASSPORT not in str(engine.rows("SELECT * FROM change WHERE deed = 'show'"))


def test_the_cell_of_a_passport_opens_covered(window: Window, qtbot: QtBot) -> None:
    number = delegation()
    form = window.workplace.open_form(store.load("delegation", number))  # type: ignore[union-attr]
    members = form.body.editors["members"]
    assert isinstance(members, RowsEditor)
    column = [each.name for each in members.table.fields].index("passport")
    members.show_all_columns(True)
    members.view.edit(members.table.index(0, column))
    cell = members.view.findChildren(PersonalEditor)[0]
    assert cell.line.echoMode() == QLineEdit.EchoMode.Password
    assert PASSPORT not in cell.line.displayText()
    cell.covering.show_action.trigger()
    assert cell.line.displayText() == PASSPORT
    assert not cell.line.hasSelectedText()
    assert looks(number) == ["show"]


def test_days_of_a_person_are_covered_in_forms_as_beside_the_list(window: Window, person: Person, qtbot: QtBot) -> None:
    form = window.workplace.open_form(store.load("person", person.id))  # type: ignore[union-attr]
    born = form.body.editors["born"]
    assert isinstance(born, PersonalDayEditor)
    assert "1970" not in everything_told(form)
    assert born.beside.text() == ""
    assert born.open_calendar_on() == days.today()
    QTest.keyClick(born.line, Qt.Key.Key_Up)
    assert born.value() == "1970-02-01", "an arrow key must not change what nobody sees"
    born.covering.show_action.trigger()
    assert born.line.displayText() == "01/02/1970"
    assert born.beside.text() == "Sun"
    assert history.read("person", person.id)[0].deed == "show"
    assert not form.is_changed()


def test_a_day_chosen_in_the_calendar_is_seen(window: Window, person: Person) -> None:
    form = window.workplace.open_form(store.load("person", person.id))  # type: ignore[union-attr]
    born = form.body.editors["born"]
    assert isinstance(born, PersonalDayEditor)
    born.put("05/03/1970")
    assert born.line.displayText() == "05/03/1970"
    assert born.value() == "1970-03-05"
    born.set_value("1970-02-01")  # or closing would ask


def test_no_letter_of_a_detail_stands_in_a_table_of_rows(window: Window) -> None:
    record = store.load("delegation", delegation())
    record.members[0].passport_until = "2031-05-06"  # type: ignore[attr-defined]
    store.save(record)
    form = window.workplace.open_form(record)  # type: ignore[union-attr]
    members = form.body.editors["members"]
    assert isinstance(members, RowsEditor)
    names = [each.name for each in members.table.fields]
    told = [members.table.index(0, names.index(name)).data() for name in ("passport", "passport_until", "born")]
    assert told == [COVER, COVER, ""]


def test_a_whole_number_can_be_read_in_its_cell(window: Window, qtbot: QtBot) -> None:
    record = store.load("delegation", delegation())
    record.members[0].passport = "E12345678901234"  # type: ignore[attr-defined]
    store.save(record)
    form = window.workplace.open_form(record)  # type: ignore[union-attr]
    members = form.body.editors["members"]
    assert isinstance(members, RowsEditor)
    members.show_all_columns(True)
    members.view.edit(members.table.index(0, [each.name for each in members.table.fields].index("passport")))
    line = members.view.findChildren(PersonalEditor)[0].line
    letters, margins = line.fontMetrics(), line.textMargins()
    room = line.width() - margins.left() - margins.right() - 34 - 4  # the eye, and Qt's own edge
    assert letters.horizontalAdvance("E12345678901234") <= room


def test_what_is_typed_anew_is_seen_and_no_showing(window: Window) -> None:
    form = window.workplace.open_form(store.load("delegation", delegation()))  # type: ignore[union-attr]
    members = form.body.editors["members"]
    assert isinstance(members, RowsEditor)
    column = [each.name for each in members.table.fields].index("passport")
    members.show_all_columns(True)
    members.view.edit(members.table.index(1, column))
    cell = members.view.findChildren(PersonalEditor)[0]
    assert cell.line.echoMode() == QLineEdit.EchoMode.Normal


def test_taking_back_what_was_typed_anew_uncovers_nothing(qtbot: QtBot) -> None:
    editor = PersonalEditor(Member.field("passport"))
    qtbot.addWidget(editor)
    editor.show()
    editor.set_value(PASSPORT)
    editor.line.selectAll()
    QTest.keyClicks(editor.line, "x")
    assert editor.line.displayText() == "x"
    QTest.keyClick(editor.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert PASSPORT not in editor.line.displayText()


def test_where_no_note_can_be_kept_nothing_is_shown(window: Window, path: Path) -> None:
    number = delegation()
    window.workplace.open_record("delegation", number)  # type: ignore[union-attr]
    page = window.workplace.list_page()  # type: ignore[union-attr]
    session = store.current()
    assert page
    assert session
    session.read_only = True
    covered = page.detail.findChildren(Covered)[0]
    with messages.answering("ok") as asked:
        covered.show_button.click()
    session.read_only = False
    assert covered.value.text() == COVER
    assert "reading only" in asked[0].text


def test_row_66_a_copied_passport_leaves_the_clipboard_unless_something_else_was_copied(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard, keeper = QApplication.clipboard(), showing._clipboard()
    assert keeper.later.interval() == 20_000
    keeper.later.setInterval(50)
    line = QLineEdit(PASSPORT)
    qtbot.addWidget(line)
    showing.guard(line)
    monkeypatch.setattr(QApplication, "focusWidget", lambda: line)
    line.selectAll()
    line.copy()
    assert clipboard.text() == PASSPORT
    qtbot.waitUntil(lambda: clipboard.text() == "")
    line.copy()
    monkeypatch.setattr(QApplication, "focusWidget", lambda: None)
    clipboard.setText("something else")
    qtbot.wait(100)
    assert clipboard.text() == "something else"
    keeper.later.setInterval(20_000)


def test_the_rule_purges_after_the_start_and_says_so(
    open_window: Callable[[Path], Window], path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.window.LATER", 10)
    with store.session(path):
        number = delegation()
        visit = store.load("delegation", number)
        for values in (
            {"request_number": "1", "request_date": "2026-02-01", "request_issuer": "UBND"},
            {"report_number": "9", "report_date": "2026-03-10", "result": "Tốt"},
        ):
            for name, value in values.items():
                setattr(visit, name, value)
        visit.state = "REPORTED"  # type: ignore[attr-defined]
        engine.execute("UPDATE delegation SET state = 'REPORTED' WHERE id = ?", (number,))
        privacy.set_months(6)
    days.set_today(date(2026, 10, 1))
    window = open_window(path)
    qtbot.waitUntil(lambda: history.read("delegation", number)[0].deed == "purge")
    assert history.read("delegation", number)[0].note == "By the rule: 6 months after the visit"
    qtbot.waitUntil(lambda: "Purged by the rule" in everything_told(window))
    assert PASSPORT not in str(history.read("delegation", number))


def test_a_person_is_listed_and_the_listing_is_written_down(
    window: Window, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr("gui.output.print_paper", lambda _parent, make, _name: shown.append(make()))
    window.workplace.open_record("person", person.id)  # type: ignore[union-attr]
    window._deeds["held"]()
    assert "0205551234" in str(shown[0])
    assert PASSPORT in str(shown[0])
    assert history.read("person", person.id)[0].deed == "list"


def test_a_person_is_erased_once_the_one_at_the_window_agreed(window: Window, person: Person) -> None:
    window.workplace.open_record("person", person.id)  # type: ignore[union-attr]
    with messages.answering("keep") as asked:
        window._deeds["erase_person"]()
    assert "official act" in asked[0].text
    assert store.load("person", person.id).phone == "0205551234"  # type: ignore[attr-defined]
    with messages.answering("erase", "ok") as asked:
        window._deeds["erase_person"]()
    assert "3 personal details were erased." in asked[1].text
    assert store.load("person", person.id).phone is None  # type: ignore[attr-defined]
    assert engine.rows("SELECT passport FROM member WHERE passport IS NOT NULL") == []


def test_the_rule_is_set_in_the_settings(window: Window, qtbot: QtBot) -> None:
    rule = PurgeRule()
    qtbot.addWidget(rule)
    assert (rule.box.currentText(), rule.count.text()) == ("Never", "")
    rule.box.setCurrentIndex(rule.box.findData(6))
    rule.box.activated.emit(rule.box.currentIndex())
    assert privacy.months() == 6
    assert rule.count.text() == "0 delegations are due at the next start."
