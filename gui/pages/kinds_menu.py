"""The menu that offers a new record of every kind."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from gui import look
from models.kinds import PAGES
from models.text import say


def kinds_menu(parent: QWidget, begin: Callable[[str], object]) -> QMenu:
    """Make a menu of the kinds under the titles of their groups; ``begin`` gets the name of the page."""
    menu = QMenu(parent)
    group = ""
    for name, page in PAGES.items():
        if page.group != group:
            group = page.group
            menu.addSection(say(group))
        act = menu.addAction(look.icon(page.icon), say(page.new))
        act.triggered.connect(lambda _on=False, name=name: begin(name))
    return menu
