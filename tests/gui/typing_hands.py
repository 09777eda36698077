"""Hands that type: Qt's own aborts on letters that are not ASCII."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier


def target(widget: QWidget | None = None) -> QWidget:
    """Give the widget that has the keys: an open list, else what has the focus."""
    got = QApplication.activePopupWidget() or QApplication.focusWidget() or widget
    assert got
    return got


def type_text(text: str, widget: QWidget | None = None) -> None:
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target(widget), QKeyEvent(kind, 0, NONE, letter))


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE, widget: QWidget | None = None) -> None:
    letter = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Tab: "\t", Qt.Key.Key_Space: " "}.get(key, "")
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target(widget), QKeyEvent(kind, key, held, letter))
