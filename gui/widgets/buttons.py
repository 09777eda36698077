"""Buttons of the three kinds a page has: one filled, some plain, some without a frame."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from gui import look
from gui.widgets.words import say_on

KINDS = {"": "text", "primary": "on_accent", "danger": "bad", "flat": "text", "link": "accent"}
SIZE = QSize(18, 18)


def button(words: str, icon: str = "", kind: str = "", *, tip: str = "") -> QPushButton:
    """Make a button with marked words; ``kind`` is "", "primary", "danger", "flat" or "link"."""
    made = QPushButton()
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        made.setIcon(look.icon(icon, KINDS[kind]))
        made.setIconSize(look.BESIDE_TEXT)
    # A button whose text changes with what it stands for begins without words, and keeps what it is given.
    say_on(made, **{name: said for name, said in {"text": words, "tool_tip": tip}.items() if said})
    return made


def tool(icon: str, words: str, *, token: str = "muted", kind: str = "flat") -> QToolButton:
    """Make a button that shows only an icon; the marked words are its tool tip and its accessible name."""
    made = QToolButton()
    made.setProperty("kind", kind)
    made.setIcon(look.icon(icon, token))
    made.setIconSize(SIZE)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    say_on(made, tool_tip=words, accessible_name=words)
    return made
