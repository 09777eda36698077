"""The page of one kind: its list, its filters and the record beside it."""

from gui.pages.list_page import ListPage

__all__ = ["ListPage"]
