"""The files of a record: listed by what paper they are, dropped, pasted, picked, opened, saved and taken out."""

from gui.attachments.bringing import Brought, receive
from gui.attachments.card import FilesCard, as_card
from gui.attachments.past import DEEDS, file_lines

__all__ = ["DEEDS", "Brought", "FilesCard", "as_card", "file_lines", "receive"]
