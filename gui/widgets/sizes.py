"""Dialogs that fit the screen on which they open."""

from PySide6.QtWidgets import QDialog

FRAME = (16, 56)  # device-independent pixels for the frame of the window and its title


def fit_height(dialog: QDialog, width: int, spare: int = 0) -> None:
    """Make a dialog as high as what it shows: texts that wrap tell their height only for a width."""
    column = dialog.layout()
    assert column is not None
    resize_within(dialog, width, column.totalHeightForWidth(width) + spare)


def resize_within(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its size, or less where the screen is smaller: the buttons at its foot must be seen."""
    room = dialog.screen().availableSize()
    dialog.resize(min(width, room.width() - FRAME[0]), min(height, room.height() - FRAME[1]))
