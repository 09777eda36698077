"""The editor of yes and no: a box to tick."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox

from gui.editors.editor import Editor
from gui.editors.lines import ENTER
from models.fields import Described
from models.text import say


class _Box(QCheckBox):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class TickEditor(Editor):
    """A box; shown without a tick it means no, for the person saw it and left it so."""

    def __init__(self, field: Described, label: str = "", compact: bool = False) -> None:
        super().__init__(field, label, compact)
        self.box = _Box()
        self.box.toggled.connect(lambda _on: self.changed.emit())
        self.start(self.box)

    def read(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def retranslate(self) -> None:
        super().retranslate()
        if not self.compact:
            self.box.setText(say(self.label))
