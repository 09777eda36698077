"""Copies of the office with its files: made in one step, proved before they count, thinned, restored whole."""

from models.backup.accounts import Account, account_of, made_at, newest
from models.backup.copies import (
    BackupFailed,
    check,
    copies_of,
    copy_beside,
    draft_of,
    folder_of,
    is_altered,
    lay_beside,
    make,
    prove,
    put_in_place,
    swap_in,
)
from models.backup.files import files_of
from models.backup.keeping import Kept, folder_elsewhere, is_there, keep, send
from models.backup.rehearsal import rehearse
from models.backup.thinning import remove, thin

__all__ = [
    "Account",
    "BackupFailed",
    "Kept",
    "account_of",
    "check",
    "copies_of",
    "copy_beside",
    "draft_of",
    "files_of",
    "folder_elsewhere",
    "folder_of",
    "is_altered",
    "is_there",
    "keep",
    "lay_beside",
    "made_at",
    "make",
    "newest",
    "prove",
    "put_in_place",
    "rehearse",
    "remove",
    "send",
    "swap_in",
    "thin",
]
