"""The small office, and the window to stand in, of every test of entering."""

from tests.gui.entering import office, shown

__all__ = ["office", "shown"]
