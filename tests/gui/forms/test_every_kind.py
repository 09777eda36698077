"""The form of every page opens empty, says what is missing, takes what is asked and saves it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.forms import FormPage
from models import store
from models.fields import Amount, Count, Day, LongText, PartialDay, Text
from models.kinds import PAGES
from models.text import say, speak
from tests.whole import fresh

Show = Callable[..., QWidget]
WRITTEN = (Text, LongText, Count, Amount, Day, PartialDay)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # said of every pop-up


def new_form(shown: Show, name: str) -> Any:
    made: Any = FormPage(PAGES[name], PAGES[name].blank())
    shown(made).resize(1100, 700)
    return made


def enter(form: Any, name: str, value: Any) -> None:
    """Enter a value as a person does: words where one writes, else by choosing."""
    editor = form.body.open_for(name)
    if isinstance(editor.field, WRITTEN):
        editor.show_words(editor.field.text(value, "en"))
        editor.leave()
    else:
        editor.set_value(value)


@pytest.mark.parametrize("name", PAGES)
def test_a_form_says_what_is_missing_then_saves_what_was_entered(shown: Show, qtbot: QtBot, name: str) -> None:
    page = PAGES[name]
    ready = fresh(page.record.kind) if not page.fixed else fresh(page.record.kind, direction=page.fixed["direction"])
    known = store.count(page)
    form = new_form(shown, name)
    form.do("save")
    assert store.count(page) == known
    assert form.errors.isVisible()
    for each in form.record.missing():
        assert form.body.editors[each.field].complaint(), each.field

    for each in (each for each in page.fields() if each.name in form.body.editors):
        value = ready.value(each.name)
        if not each.empty(value):
            enter(form, each.name, value)
    with qtbot.waitSignal(form.saved):
        form.do("save")
    number = form.record.id
    form.deleteLater()  # or its clock still ticks when the office is closed
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kept = store.load(page.record.kind, number)
    for each in kept.asked():
        if each.required and not each.computed:
            assert each.key(kept.value(each.name)) == each.key(ready.value(each.name)), each.name


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_field_is_named_in_the_language_in_use(shown: Show, name: str, language: str) -> None:
    speak(language)
    form = new_form(shown, name)
    for each in form.record.asked():
        editor = form.body.open_for(each.name)
        if editor:
            assert editor.entry.accessibleName() == say(form.record.label(each), language), each.name
