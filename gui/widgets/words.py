"""Words on a widget that follow the language while the window is open."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from models.text import say


class _Follower(QObject):
    """Says the words again when the language changes."""

    def __init__(self, widget: QWidget, again: Callable[[], None]) -> None:
        super().__init__(widget)
        self._again = again
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._again()
        return False


def follow_language(widget: QWidget, again: Callable[[], None]) -> None:
    """Call ``again`` now and each time the language changes, as long as the widget lives."""
    again()
    _Follower(widget, again)


def say_on(widget: QWidget, **words: str) -> None:
    """Put marked words on a widget, now and after each change of language.

    Each keyword is a setter of the widget in our spelling: ``text``, ``tool_tip``, ``accessible_name``,
    ``placeholder_text``, ``window_title``, ``title``.
    """

    def again() -> None:
        for name, marked in words.items():
            setter = "set" + "".join(part.title() for part in name.split("_"))
            getattr(widget, setter)(say(marked))

    follow_language(widget, again)
