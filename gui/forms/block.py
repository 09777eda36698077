"""A field in a form: its label above, its editor below."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.editors import Editor
from gui.editors.tick import TickEditor
from gui.widgets import Elided
from models.text import say

REQUIRED_SIGN = "*"


class FieldBlock(QWidget):
    """An editor under its label; a sign at the label's end says that the field is required."""

    def __init__(self, editor: Editor, required: bool) -> None:
        super().__init__()
        self.editor, self.required = editor, required and not isinstance(editor, TickEditor)
        self.label = Elided("", "small")
        self.label.setBuddy(editor.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(editor)
        column.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the label again."""
        # A box to tick carries its own words; the empty label keeps it level with its neighbours.
        words = "" if isinstance(self.editor, TickEditor) else say(self.editor.label)
        self.label.setText(f"{words} {REQUIRED_SIGN}" if self.required else words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
