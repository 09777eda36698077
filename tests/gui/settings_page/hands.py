"""What a person does on the page of settings: find a card, choose in a box."""

from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QWidget

from gui.settings_page import SettingsPage

T = TypeVar("T", bound=QWidget)


def card(page: SettingsPage, kind: type[T]) -> T:
    return next(each for each in page.cards.values() if isinstance(each, kind))


def choose(box: QComboBox, code: str) -> None:
    """Choose as a person does."""
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())
