"""Files of records: what each kind of paper is, how files are named, and the store in which they lie."""

from models.attachments.blobs import FileRefused, Stopped, folder_of
from models.attachments.names import is_risky, kept_name, safe_name
from models.attachments.slots import OTHER, Slot, guess, is_owed, own_facts, slot_of, slots_of

__all__ = [
    "OTHER",
    "FileRefused",
    "Slot",
    "Stopped",
    "folder_of",
    "guess",
    "is_owed",
    "is_risky",
    "kept_name",
    "own_facts",
    "safe_name",
    "slot_of",
    "slots_of",
]
