"""The checklists in the settings: changed, added, taken away and brought back."""

from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from gui import messages
from gui.settings_page.checklists_card import ChecklistsCard
from gui.settings_page.items_table import ANCHOR, DAYS, LEAD, TASK, WORKING
from models import checklists, store
from models.checklists.stock import STOCK


@pytest.fixture
def card(office: None, qtbot: QtBot) -> ChecklistsCard:
    made = ChecklistsCard()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def cell(card: ChecklistsCard, row: int, column: int) -> Any:
    return card.table.cellWidget(row, column)


@pytest.mark.parametrize("place", range(len(STOCK)))
def test_every_template_comes_back_from_the_table_as_it_went_in(card: ChecklistsCard, place: int) -> None:
    card.list.setCurrentIndex(place)
    assert card.table.tasks() == checklists.templates()[place].items


def test_a_changed_template_is_kept_in_the_office(card: ChecklistsCard) -> None:
    cell(card, 0, TASK).setText("Trình kế hoạch đón đoàn")
    cell(card, 0, DAYS).setValue(-20)
    cell(card, 0, WORKING).findChild(QCheckBox).setChecked(True)
    cell(card, 0, LEAD).setCurrentIndex(cell(card, 0, LEAD).findData("unit:1"))
    cell(card, 0, ANCHOR).setCurrentIndex(1)
    card.title.setText("Đoàn vào")
    card.save.click()
    first = checklists.templates()[0]
    assert (first.title, first.items[0]) == (
        "Đoàn vào", checklists.Item("Trình kế hoạch đón đoàn", "ends", -20, True, "unit:1"),
    )  # fmt: skip
    assert card.told.text() == "Saved."


def test_a_lead_unit_in_the_bin_is_not_replaced_in_silence(card: ChecklistsCard) -> None:
    cell(card, 0, LEAD).setCurrentIndex(cell(card, 0, LEAD).findData("unit:1"))
    card.save.click()
    store.remove(store.load("unit", 1))
    card.fill()
    assert card.table.tasks()[0].lead == "unit:1"


def test_a_template_of_the_offices_own_is_added_with_its_tasks(card: ChecklistsCard) -> None:
    card.add.click()
    card.title.setText("Giao lưu biên giới")
    card.page.setCurrentIndex(card.page.findData("exchange"))
    card.row.click()
    card.row.click()
    cell(card, 0, TASK).setText("Xin phép tổ chức")
    cell(card, 0, DAYS).setValue(-10)
    card.save.click()
    assert checklists.offered("exchange") == [
        checklists.Template(
            "own_1", "exchange", "Giao lưu biên giới", (checklists.Item("Xin phép tổ chức", "starts", -10),)
        )
    ]
    assert card.list.currentText().startswith("Giao lưu biên giới")


def test_another_kind_of_record_counts_from_its_own_days(card: ChecklistsCard) -> None:
    card.list.setCurrentIndex([each.code for each in card.templates].index("signing"))
    card.page.setCurrentIndex(card.page.findData("conference"))
    assert {task.anchor for task in card.table.tasks()} == {"starts"}
    assert {task.lead for task in card.table.tasks()} == {""}


@pytest.mark.parametrize(
    ("answer", "place", "kept", "shown"),
    [("save", 1, "Đổi tên", None), ("leave", 1, None, None), ("stay", 0, None, "Đổi tên")],
)
def test_a_changed_template_is_not_left_without_a_question(
    card: ChecklistsCard, answer: str, place: int, kept: str | None, shown: str | None
) -> None:
    first, second = (each.title for each in checklists.templates()[:2])
    card.title.setText("Đổi tên")
    with messages.answering(answer) as asked:
        card.list.setCurrentIndex(1)
    assert first in asked[0].text
    assert (card.list.currentIndex(), card.title.text()) == (place, shown or second)
    assert checklists.templates()[0].title == (kept or first)
    assert card.list.itemText(0).startswith(kept or first)


def test_a_new_template_is_begun_after_one_question(card: ChecklistsCard) -> None:
    card.title.setText("Đổi tên")
    with messages.answering("leave"):
        card.add.click()
    assert card.title.text() == "New template"


def test_where_every_template_was_removed_one_is_made_at_once(card: ChecklistsCard) -> None:
    for each in checklists.templates():
        checklists.forget(each.code)
    card.fill()
    card.title.setText("Đoàn vào")
    card.row.click()
    cell(card, 0, TASK).setText("Trình kế hoạch")
    card.save.click()
    assert [each.title for each in checklists.templates()] == ["Đoàn vào"]


def test_an_unchanged_template_is_left_without_a_question(card: ChecklistsCard) -> None:
    for place in [*range(1, len(STOCK)), 0]:
        card.list.setCurrentIndex(place)
    card.add.click()
    card.list.setCurrentIndex(0)


def test_a_template_without_tasks_is_not_saved(card: ChecklistsCard) -> None:
    card.add.click()
    with messages.answering("ok") as asked:
        card.save.click()
    assert "at least one task" in asked[0].text
    assert len(checklists.templates()) == len(STOCK)


def test_a_task_is_taken_out(card: ChecklistsCard) -> None:
    before = card.table.tasks()
    card.table.setCurrentCell(1, TASK)
    card.drop.click()
    assert card.table.tasks() == (before[0], *before[2:])


def test_a_template_is_removed_and_brought_back(card: ChecklistsCard) -> None:
    with messages.answering("keep", "remove"):
        card.forget.click()
        assert len(checklists.templates()) == len(STOCK)
        card.forget.click()
    assert len(checklists.templates()) == len(STOCK) - 1
    with messages.answering("restore"):
        card.restore.click()
    assert len(checklists.templates()) == len(STOCK)
    assert card.list.count() == len(STOCK)


def test_every_control_has_a_name(card: ChecklistsCard) -> None:
    assert all(each.accessibleName() for kind in (QLineEdit, QComboBox) for each in card.findChildren(kind) if each.isVisible() and not isinstance(each.parent(), QSpinBox))  # fmt: skip # noqa: E501
    assert all(each.accessibleName() for each in card.table.findChildren(QSpinBox))
    assert all(each.accessibleName() for each in card.table.findChildren(QCheckBox))
