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
from models.store.bin import Binned, Held, binned, erase, held
from models.store.doing import Deed, deeds, deeds_since, newest
from models.store.earlier import bring_back_value, bring_back_version, may_bring_back, version_of
from models.store.finding import Question, count, find
from models.store.in_bin import named_in_bin
from models.store.lending import open_copy, save_copy
from models.store.linking import hanging, linked, ties
from models.store.many import remove_all, restore_all
from models.store.opening import close_office, open_office, session
from models.store.proof import prove_history, prove_rows
from models.store.reading import Row, attached_texts, coded, headings, load, names, rows
from models.store.restoring import restore_office
from models.store.saving import move, on_change, purge_personal, refuse_removal, remove, restore, save, together
from models.store.settings import office, set_setting, setting
from models.store.snoozing import Snoozed, snooze, snoozed, wake
from models.store.taking_back import NotUndone
from models.store.telling import countries_told, in_words
from models.store.transaction import connected, current
from models.store.undoing import again, back_to, brings, erased, next_redo, next_undo, redo, size, standing_since, undo

__all__ = [
    "AttachedFile",
    "Binned",
    "Closed",
    "Deed",
    "Held",
    "NotUndone",
    "OfficeRefused",
    "Question",
    "Refused",
    "Row",
    "SaveFailed",
    "Snoozed",
    "Stale",
    "again",
    "attach",
    "attached_texts",
    "attachments",
    "back_to",
    "binned",
    "bring_back_value",
    "bring_back_version",
    "brings",
    "close_office",
    "coded",
    "connected",
    "count",
    "countries_told",
    "current",
    "deeds",
    "deeds_since",
    "describe",
    "detach",
    "erase",
    "erased",
    "find",
    "hanging",
    "headings",
    "held",
    "in_words",
    "lacks_store",
    "linked",
    "load",
    "may_attach",
    "may_bring_back",
    "move",
    "named_in_bin",
    "names",
    "newest",
    "next_redo",
    "next_undo",
    "office",
    "on_change",
    "open_copy",
    "open_office",
    "prove_history",
    "prove_rows",
    "purge_personal",
    "redo",
    "refuse_removal",
    "remove",
    "remove_all",
    "restore",
    "restore_all",
    "restore_attachment",
    "restore_office",
    "rows",
    "save",
    "save_copy",
    "session",
    "set_setting",
    "setting",
    "size",
    "snooze",
    "snoozed",
    "standing_since",
    "store_folder",
    "ties",
    "together",
    "undo",
    "version_of",
    "wake",
]
