"""The list of keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui.shell.menus import table_of_keys
from gui.widgets import label
from gui.widgets.sizes import resize_within
from models.text import mark, say


class KeysDialog(QDialog):
    """Shows every key and what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List the keys in the language in use."""
        super().__init__(parent)
        self.setWindowTitle(say(mark("Keys")))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(8, 4, 16, 4)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        for row, (keys, words) in enumerate(table_of_keys()):
            key = label("", "muted")
            key.setText(keys)
            does = QLabel(words)
            does.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(key, row, 0)
            grid.addWidget(does, row, 1)
        grid.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setAccessibleName(self.windowTitle())
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addWidget(label(mark("Keys"), "title"))
        column.addWidget(area)
        resize_within(self, 520, 560)
