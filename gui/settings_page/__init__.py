"""The page of settings: the window, the office, its data, deadlines and lists, all on one page."""

from gui.settings_page.copies import choose_copy, make_copy
from gui.settings_page.page import SettingsPage

__all__ = ["SettingsPage", "choose_copy", "make_copy"]
