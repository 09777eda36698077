"""The only door to the data: open an office, find, load, save, move on, remove and restore."""

from models.errors import Closed, OfficeRefused, Refused, SaveFailed, Stale
from models.store.finding import Question, count, find
from models.store.linking import hanging, linked
from models.store.opening import close_office, open_office, session
from models.store.reading import Row, coded, headings, load, names, rows
from models.store.restoring import restore_office
from models.store.saving import move, on_change, purge_personal, remove, restore, save
from models.store.settings import office, set_setting, setting
from models.store.telling import in_words
from models.store.transaction import current

__all__ = [
    "Closed",
    "OfficeRefused",
    "Question",
    "Refused",
    "Row",
    "SaveFailed",
    "Stale",
    "close_office",
    "coded",
    "count",
    "current",
    "find",
    "hanging",
    "headings",
    "in_words",
    "linked",
    "load",
    "move",
    "names",
    "office",
    "on_change",
    "open_office",
    "purge_personal",
    "remove",
    "restore",
    "restore_office",
    "rows",
    "save",
    "session",
    "set_setting",
    "setting",
]
