"""The same surroundings and the same small office as the window's own tests."""

from tests.gui.shell.conftest import _surroundings, open_window, path, window

__all__ = ["_surroundings", "open_window", "path", "window"]
