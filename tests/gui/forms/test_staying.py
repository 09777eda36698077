"""While errors are corrected, nothing jumps away from under the pointer."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from gui.editors.links import LinkEditor
from gui.forms import FormPage
from models import choices
from models.kinds import PAGES

Show = Callable[..., QWidget]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # said of every pop-up


@pytest.fixture
def form(shown: Show) -> FormPage:
    made = FormPage(PAGES["inbound"], PAGES["inbound"].blank())
    shown(made).resize(900, 500)
    QApplication.processEvents()
    return made


def heights(form: FormPage, *names: str) -> list[int]:
    """Where fields stand on the screen."""
    QApplication.processEvents()
    return [form.body.editors[name].entry.mapTo(form, QPoint(0, 0)).y() for name in names]


def refused(form: FormPage) -> None:
    assert not form.save()
    QApplication.processEvents()
    form.body.verticalScrollBar().setValue(0)


def correct(form: FormPage, **values: Any) -> None:
    for name, value in values.items():
        form.body.editors[name].set_value(value)
        form.body.editors[name].changed.emit()


LEVEL = choices.codes("delegation_level")[0]
FIELDS = ("name", "countries", "level", "content")


def test_the_fields_stay_while_one_error_after_the_other_is_corrected(form: FormPage) -> None:
    refused(form)
    before, told = heights(form, *FIELDS), form.errors.sentence.text()
    for values in ({"name": "Đoàn Sở Thương mại"}, {"level": LEVEL}):
        correct(form, **values)
        assert heights(form, *FIELDS) == before
    assert form.errors.sentence.text() != told
    assert not form.body.editors["name"].complaint()


def test_the_box_says_when_every_place_is_corrected_and_a_new_save_begins_afresh(form: FormPage) -> None:
    refused(form)
    high = form.errors.height()
    form._complaints = form._complaints[:1]
    only = form._complaints[0].field
    form.body.editors[only].complain(None)
    form._typed()
    QApplication.processEvents()
    assert "Not saved yet" in form.errors.sentence.text()
    assert form.errors.height() == high
    correct(form, name="Đoàn")
    assert not form.save()
    QApplication.processEvents()
    assert "Not saved:" in form.errors.sentence.text()
    assert form.errors.minimumHeight() == 0


def test_what_appears_above_does_not_move_the_fields_of_one_who_is_further_down(form: FormPage) -> None:
    for card in form.body.cards:
        card.open()
    QApplication.processEvents()
    bar = form.body.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    form.body.stay()
    before = heights(form, "content")
    form.hints.tell("Please check.", "warn", [("", "One thing")])
    QApplication.processEvents()
    assert heights(form, "content") == before
    form.hints.tell("")
    QApplication.processEvents()
    assert heights(form, "content") == before


def test_what_a_refused_save_says_above_is_seen_at_the_top(form: FormPage) -> None:
    form.body.stay()
    form.body.verticalScrollBar().setValue(0)
    refused(form)
    assert form.errors.mapTo(form.body.viewport(), QPoint(0, 0)).y() >= 0


def test_an_open_list_goes_along_with_its_field_and_closes_when_that_leaves(form: FormPage) -> None:
    editor = next(each for each in form.body.editors.values() if isinstance(each, LinkEditor))
    for card in form.body.cards:
        card.open()
    QApplication.processEvents()
    line, bar = editor.line, form.body.verticalScrollBar()
    form.body.ensureWidgetVisible(line, 0, 120)
    line.open_list()
    assert line.is_open()

    def apart() -> int:
        return line.popup().y() - line.mapToGlobal(QPoint(0, 0)).y()

    was = apart()
    bar.setValue(bar.value() + 30)
    line._go_along()
    assert apart() == was
    bar.setValue(bar.maximum() if bar.value() < bar.maximum() // 2 else 0)
    QApplication.processEvents()
    line._go_along()
    assert not line.is_open()
