"""A small office for the calendar."""

from tests.gui.entering import office, shown

__all__ = ["office", "shown"]
