"""The kinds of records, and the pages on which the window shows them."""

from models.kinds.page import Page
from models.kinds.pages import ALL_DELEGATIONS, PAGES, page_named, page_of
from models.kinds.registry import DETAILS, KINDS, rows_of

__all__ = ["ALL_DELEGATIONS", "DETAILS", "KINDS", "PAGES", "Page", "page_named", "page_of", "rows_of"]
