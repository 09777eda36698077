"""A new record of every kind is one choice away, and takes what was typed for its name."""

import pytest

from gui.forms import FormPage
from gui.pages.kinds_menu import kinds_menu
from gui.window import Window
from models.kinds import PAGES
from models.text import say


def test_the_menu_offers_every_kind_once_under_its_group(window: Window) -> None:
    begun: list[str] = []
    menu = kinds_menu(window, begun.append)
    offered = [each for each in menu.actions() if not each.isSeparator()]
    assert [each.text() for each in offered] == [say(page.new) for page in PAGES.values()]
    titles = [each.text() for each in menu.actions() if each.isSeparator()]
    assert titles == [say(group) for group in dict.fromkeys(page.group for page in PAGES.values())]
    for each in offered:
        each.trigger()
    assert begun == list(PAGES)


@pytest.mark.parametrize(("page", "field"), [("gate", "ours"), ("session", "name"), ("document", "subject")])
def test_a_search_that_found_nothing_becomes_the_name_of_a_new_record(window: Window, page: str, field: str) -> None:
    assert window.workplace
    window.workplace.begin(page, "Ma Lù Thàng")
    form = window.workplace.stack.currentWidget()
    assert isinstance(form, FormPage)
    assert form.body.editors[field].value() == "Ma Lù Thàng"
