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
    """A box; without a tick it means no where an answer is required, and nothing where nobody touched it."""

    def __init__(self, field: Described, label: str = "", compact: bool = False) -> None:
        super().__init__(field, label, compact)
        self.box = _Box()
        self._told = field.required
        self.box.toggled.connect(self._toggled)
        self.start(self.box)

    def _toggled(self) -> None:
        self._told = True
        self.changed.emit()

    def read(self) -> bool | None:
        return self.box.isChecked() if self._told else None

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))
        self._told = self.field.required or value is not None

    def retranslate(self) -> None:
        super().retranslate()
        if not self.compact:
            self.box.setText(say(self.label))
