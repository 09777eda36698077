"""Small parts that every page is made of."""

from gui.widgets.boxes import number_box
from gui.widgets.buttons import button, tool
from gui.widgets.flow import FlowLayout
from gui.widgets.pills import TONES, Pill
from gui.widgets.plain_table import PlainTable
from gui.widgets.search_box import SearchBox
from gui.widgets.texts import Card, Elided, EmptyState, label
from gui.widgets.toast import UNDO, Toast, note
from gui.widgets.words import follow_language, say_on

__all__ = [
    "TONES",
    "UNDO",
    "Card",
    "Elided",
    "EmptyState",
    "FlowLayout",
    "Pill",
    "PlainTable",
    "SearchBox",
    "Toast",
    "button",
    "follow_language",
    "label",
    "note",
    "number_box",
    "say_on",
    "tool",
]  # fmt: skip
