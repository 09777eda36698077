"""The head of a form: no word on a button is cut off on a small screen."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from gui.forms import FormPage
from models.kinds import PAGES

Show = Callable[..., QWidget]


@pytest.mark.parametrize("width", [640, 900, 1134, 1600])
def test_every_button_has_room_for_its_words(shown: Show, width: int) -> None:
    form: Any = FormPage(PAGES["session"], PAGES["session"].blank())
    shown(form).resize(width, 500)
    QApplication.processEvents()
    for made in form.header.buttons.values():
        assert made.width() >= made.sizeHint().width(), made.text()
    title = form.header.title
    assert title.width() >= title.sizeHint().width(), title.text()
