"""Dialogs that fit the screen on which they open."""

from PySide6.QtWidgets import QDialog

FRAME = (16, 56)  # device-independent pixels for the frame of the window and its title


def resize_within(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its size, or less where the screen is smaller: the buttons at its foot must be seen."""
    room = dialog.screen().availableSize()
    dialog.resize(min(width, room.width() - FRAME[0]), min(height, room.height() - FRAME[1]))
