"""The files of a record: listed by what paper they are, dropped, pasted, picked, opened, saved and taken out."""

from gui.attachments.bringing import Brought, receive
from gui.attachments.card import FilesCard, as_card

__all__ = ["Brought", "FilesCard", "as_card", "receive"]
