"""The history of a record beside the list: in words, and each old value or version a press away."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui import messages
from gui.detail import DetailPane
from gui.detail.past import EDGES, SHOWN
from gui.window import Window
from models import store


@pytest.fixture
def pane(window: Window, qtbot: QtBot) -> Iterator[DetailPane]:
    made = DetailPane()
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    yield made
    made.record = None


def change(**values: object) -> None:
    record = store.load("delegation", 1)
    for name, value in values.items():
        setattr(record, name, value)
    store.save(record)


def show(pane: DetailPane) -> None:
    pane.show_record("delegation", 1)
    pane.tabs.setCurrentIndex(pane.tabs.count() - 1)


def told(pane: DetailPane) -> str:
    widget = pane.tabs.currentWidget()
    assert widget
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def back(pane: DetailPane, name: str) -> list[QPushButton]:
    """Give the ways back whose name for a screen reader begins so."""
    widget = pane.tabs.currentWidget()
    assert widget
    return [each for each in widget.findChildren(QPushButton) if each.accessibleName().startswith(name)]


def test_a_date_changed_twice_goes_back_to_the_first_value(pane: DetailPane) -> None:
    change(ends="2026-03-08")
    change(ends="2026-03-09")
    show(pane)
    assert "Ends: 07/03/2026 → 08/03/2026" in told(pane) or "07/03/2026 → 08/03/2026" in told(pane)
    buttons = back(pane, "Bring the old value back")
    assert len(buttons) == 2
    assert "07/03/2026" in buttons[1].accessibleName()
    buttons[1].click()
    assert store.load("delegation", 1).value("ends") == "2026-03-07"
    assert "09/03/2026 → 07/03/2026" in told(pane)  # shown anew, the one that stood there is kept


def test_a_whole_version_comes_back_once_agreed_to(pane: DetailPane) -> None:
    change(persons=30, content="Khác hẳn")
    show(pane)
    with messages.answering("cancel"):
        back(pane, "Bring this version back")[0].click()
    assert store.load("delegation", 1).value("persons") == 30
    with messages.answering("bring") as asked:
        back(pane, "Bring this version back")[0].click()
    assert "version 1" in asked[0].text
    assert store.load("delegation", 1).value("persons") == 12
    assert "brought back as in version 1 of " in told(pane)


def test_what_rules_refuse_is_said_and_nothing_changes(pane: DetailPane) -> None:
    change(starts="2026-02-01", ends="2026-02-03")
    show(pane)
    button = next(each for each in back(pane, "Bring the old value back") if "05/03/2026 →" in each.accessibleName())
    with messages.answering("ok") as asked:
        button.click()
    assert asked[0].title == "Not done"
    assert store.load("delegation", 1).value("starts") == "2026-02-01"


def test_purged_details_are_said_to_stay_empty(pane: DetailPane) -> None:
    change(persons=30)
    store.purge_personal(store.load("delegation", 1))
    show(pane)
    with messages.answering("bring", "ok") as asked:
        back(pane, "Bring this version back")[-1].click()
    assert "Purged personal details cannot be brought back: Members, Passport number." in asked[1].text
    assert store.load("delegation", 1).value("persons") == 12


def test_personal_values_stay_covered_in_the_history(pane: DetailPane) -> None:
    record = store.load("delegation", 1)
    record.members[0].passport = "C9999999"  # type: ignore[attr-defined]
    store.save(record)
    show(pane)
    names = " ".join(each.accessibleName() for each in back(pane, ""))
    assert "••••••" in told(pane)
    assert "P1234567" not in told(pane) + names
    assert "C9999999" not in told(pane) + names


def test_a_record_in_the_bin_or_closed_offers_no_way_back(pane: DetailPane) -> None:
    change(persons=30)
    store.remove(store.load("delegation", 1))
    show(pane)
    assert back(pane, "Bring this") == []


def test_older_entries_are_behind_a_button(pane: DetailPane) -> None:
    for persons in range(SHOWN + 2):
        change(persons=100 + persons)
    show(pane)
    assert "12 → 100" not in told(pane)
    area = pane.tabs.currentWidget()
    assert area
    next(each for each in area.findChildren(QPushButton) if each.text() == "Show 3 older entries").click()
    assert "12 → 100" in told(pane)


def test_lines_with_a_way_back_are_no_higher_than_those_without(pane: DetailPane) -> None:
    pane.resize(900, 600)  # no line wraps
    change(ends="2026-03-08", persons=13)
    show(pane)
    widget = pane.tabs.currentWidget()
    assert widget
    QApplication.processEvents()
    ends, persons = back(pane, "Bring the old value back")
    assert ends.height() <= ends.fontMetrics().height() + EDGES
    lines = {each.height() for each in widget.findChildren(QLabel) if "→" in each.text()}
    assert len(lines) == 1
    assert lines == {ends.height()}
    assert persons.height() == ends.height()
