"""Personal details of the people in the files: who saw them, when they are purged, what is held of one person."""

from models.privacy.erasing import Erased, erase
from models.privacy.held import Held, held_about
from models.privacy.rule import MONTHS, due, months, purge_due, set_months
from models.privacy.showing import note_listed, note_shown

__all__ = [
    "MONTHS",
    "Erased",
    "Held",
    "due",
    "erase",
    "held_about",
    "months",
    "note_listed",
    "note_shown",
    "purge_due",
    "set_months",
]
