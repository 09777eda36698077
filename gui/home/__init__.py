"""The start page: what needs attention, and the year in figures."""

from gui.home.page import HomePage

__all__ = ["HomePage"]
