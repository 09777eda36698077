"""The record beside the list: facts, rows, links, history; personal details covered."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.detail import DetailPane
from gui.detail.parts import COVER, Covered
from gui.window import Window
from models import days, store
from models.actions import FollowUp


@pytest.fixture
def pane(window: Window, qtbot: QtBot) -> Iterator[DetailPane]:
    made = DetailPane()
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    made.show_record("delegation", 1)
    yield made
    made.record = None


def texts(widget: QWidget | None) -> str:
    assert widget
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_tabs_carry_their_counts(pane: DetailPane) -> None:
    words = [pane.tabs.tabText(place) for place in range(pane.tabs.count())]
    assert words == ["Facts", "Members (1)", "Attached files", "Links (3)", "History (1)"]


def test_empty_fields_stay_behind_a_button(pane: DetailPane) -> None:
    assert "Host leader" not in texts(pane.tabs.widget(0))
    pane._switch_empty()
    assert "Host leader" in texts(pane.tabs.widget(0))


def test_a_link_opens_its_record(pane: DetailPane, qtbot: QtBot) -> None:
    linked = next(each for each in pane.findChildren(QLabel) if 'href="partner:1"' in each.text())
    with qtbot.waitSignal(pane.open_record) as asked:
        linked.linkActivated.emit("partner:1")
    assert asked.args == ["partner", 1]


def test_a_name_is_never_read_as_html(pane: DetailPane) -> None:
    partner = store.load("partner", 1)
    partner.name = "<b>A & B</b>"  # type: ignore[attr-defined]
    store.save(partner)
    pane.refresh()
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in texts(pane.tabs.widget(0))


def test_a_passport_number_is_covered_until_asked_for(pane: DetailPane) -> None:
    assert "P1234567" not in texts(pane.tabs.widget(1))
    covered = pane.findChildren(Covered)[0]
    assert covered.value.text() == COVER
    covered.show_button.click()
    assert covered.value.text() == "P1234567"


def test_history_says_from_what_to_what_and_covers_personal_details(pane: DetailPane) -> None:
    record = store.load("delegation", 1)
    record.ends, record.members[0].passport = "2026-03-09", "P7654321"  # type: ignore[attr-defined]
    store.save(record)
    pane.refresh()
    told = texts(pane.tabs.widget(4))
    assert "Leaves: 07/03/2026 → 09/03/2026" in told
    assert f"Members, Passport number: {COVER} → {COVER}" in told
    assert "P7654321" not in told


def test_links_show_on_both_ends(pane: DetailPane) -> None:
    assert "Gửi báo cáo" in texts(pane.tabs.widget(3))
    pane.show_record("action", 1)
    assert "Đoàn Điện Biên" in texts(pane)


def test_an_action_begun_from_a_record_names_it_as_its_source(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    from gui.shell.commands import Commands

    work = window.workplace
    assert work
    work.open_record("delegation", 1)
    opened: list[FollowUp] = []
    monkeypatch.setattr(work, "open_form", opened.append)
    Commands(window).deeds()["follow_up"]()
    visit: Any = store.load("delegation", 1)
    assert (opened[0].source, opened[0].fields, opened[0].pillar) == (["delegation:1"], visit.fields, visit.pillar)
    assert opened[0].fields
    assert opened[0].assigned_on == days.today().isoformat()


def test_a_record_that_is_gone_leaves_an_invitation(pane: DetailPane) -> None:
    pane.show_record("delegation", 99)
    assert pane.shown() is None
    assert pane._blank.isVisible()


def test_history_says_what_was_attached(pane: DetailPane) -> None:
    file = store.attach(store.load("delegation", 1), b"%PDF", "report", name="Báo cáo.pdf", number="12/BC")
    store.describe(file, name=file.name, slot="report", number="13/BC", dated="2026-03-20", signer=None)
    pane.refresh()
    assert pane.tabs.tabBar().accessibleTabName(2) == "Attached files (1)"
    told = texts(pane.tabs.widget(4))
    assert "File attached\n“Báo cáo.pdf”\nKind of paper: Report\nNumber: 12/BC" in told
    assert "Details of a file changed\n“Báo cáo.pdf”\nNumber: 12/BC → 13/BC\nDate: 20/03/2026" in told


def test_no_tab_is_out_of_sight_where_signs_make_room(pane: DetailPane, qtbot: QtBot) -> None:
    pane.resize(2000, 700)
    assert pane.tabs.tabText(pane.tabs.count() - 1).startswith("History")
    bar = pane.tabs.tabBar()
    pane.resize(pane.minimumWidth() + 60, 700)
    qtbot.waitUntil(lambda: not pane.tabs.tabText(pane.tabs.count() - 1).startswith("History"))
    last = pane.tabs.count() - 1
    assert pane.tabs.tabToolTip(last).startswith("History")
    assert bar.accessibleTabName(last).startswith("History")
    assert bar.tabRect(last).right() <= pane.width()


def test_no_line_under_a_link_covers_the_dots_of_its_letters(pane: DetailPane) -> None:
    linked = [each for each in pane.findChildren(QLabel) if "<a " in each.text()]
    assert linked
    assert all("text-decoration: none" in each.text() for each in linked)


def shown_words(pane: DetailPane) -> list[bool]:
    """Tell of each tab whether its name stands there."""
    bar = pane.tabs.tabBar()
    names = [bar.accessibleTabName(place).partition(" (")[0] for place in range(pane.tabs.count())]
    return [pane.tabs.tabText(place).startswith(name) for place, name in enumerate(names)]


def test_only_as_many_names_give_way_as_must_and_not_that_of_the_open_tab(pane: DetailPane, qtbot: QtBot) -> None:
    pane.resize(2000, 700)
    qtbot.waitUntil(lambda: all(shown_words(pane)))
    few = next(width for width in range(700, 299, -5) if _resized(pane, width) == [True] * 4 + [False])
    pane.tabs.setCurrentIndex(4)
    assert shown_words(pane)[4], f"at {few} the open tab keeps its name"
    assert not all(shown_words(pane))
    assert pane.tabs.tabBar().sizeHint().width() <= pane.tabs.width()


def _resized(pane: DetailPane, width: int) -> list[bool]:
    pane.resize(width, 700)
    QApplication.processEvents()
    return shown_words(pane)


def test_a_look_at_a_detail_stands_in_the_history_at_once_and_the_detail_stays_shown(pane: DetailPane) -> None:
    last = pane.tabs.count() - 1
    assert pane.tabs.tabText(last) == "History (1)"
    covered = pane.findChildren(Covered)[0]
    covered.show_button.click()
    assert pane.tabs.tabText(last) == "History (2)"
    assert "shown" in texts(pane.tabs.widget(last)).lower()
    assert covered.value.text() == "P1234567"
