"""A dialog in which one types: Esc and the cross ask before they take away what was typed."""

from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from gui import messages
from gui.editors.editor import Editor
from models.text import mark, say

NOT_SAVED = mark("What was typed here is not saved.")


class TypingDialog(QDialog):
    """What was typed or chosen goes only when a person says so; a dialog that keeps it elsewhere needs none of this."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first_told: dict[Editor, Any] = {}

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for editor in self.findChildren(Editor):
            self.watch(editor)

    def watch(self, editor: Editor) -> None:
        """Take what an editor holds for what it began with; to be told of those that come once the dialog is shown."""
        self._first_told.setdefault(editor, editor.told())

    def typed(self) -> bool:
        """Tell whether an editor holds something else than it began with."""
        return any(map(self.differs, self._first_told))

    def differs(self, editor: Editor) -> bool:
        """Tell whether an editor that is watched holds something else than it began with."""
        return bool(editor.told() != self._first_told[editor])

    def reject(self) -> None:
        if not self.isVisible() or not self.typed() or self.may_leave():
            super().reject()

    def may_leave(self) -> bool:
        """Ask whether what was typed may go."""
        buttons = {"drop": say(mark("Close without saving")), "stay": say(mark("Go on typing"))}
        return messages.ask(self, self.windowTitle(), say(NOT_SAVED), buttons, danger="drop") == "drop"
