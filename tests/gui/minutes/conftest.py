"""A small office for the dialogs of minutes."""

from tests.gui.entering import office, shown

__all__ = ["office", "shown"]
