"""The only door to the data: open an office, find, load, save, move on, remove and restore."""

from models.errors import Closed, OfficeRefused, Refused, SaveFailed, Stale
from models.store.attaching import (
    AttachedFile,
    attach,
    attachments,
    describe,
    detach,
    lacks_store,
    may_attach,
    restore_attachment,
    store_folder,
)
from models.store.finding import Question, count, find
from models.store.lending import open_copy, save_copy
from models.store.linking import hanging, linked
from models.store.opening import close_office, open_office, session
from models.store.reading import Row, attached_texts, coded, headings, load, names, rows
from models.store.restoring import restore_office
from models.store.saving import move, on_change, purge_personal, remove, restore, save, together
from models.store.settings import office, set_setting, setting
from models.store.snoozing import Snoozed, snooze, snoozed, wake
from models.store.telling import countries_told, in_words
from models.store.transaction import current

__all__ = [
    "AttachedFile",
    "Closed",
    "OfficeRefused",
    "Question",
    "Refused",
    "Row",
    "SaveFailed",
    "Snoozed",
    "Stale",
    "attach",
    "attached_texts",
    "attachments",
    "close_office",
    "coded",
    "count",
    "countries_told",
    "current",
    "describe",
    "detach",
    "find",
    "hanging",
    "headings",
    "in_words",
    "lacks_store",
    "linked",
    "load",
    "may_attach",
    "move",
    "names",
    "office",
    "on_change",
    "open_copy",
    "open_office",
    "purge_personal",
    "remove",
    "restore",
    "restore_attachment",
    "restore_office",
    "rows",
    "save",
    "save_copy",
    "session",
    "set_setting",
    "setting",
    "snooze",
    "snoozed",
    "store_folder",
    "together",
    "wake",
]
