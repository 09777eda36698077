"""Editors of details of private persons: covered as everywhere else, shown on purpose."""

from typing import Any

from gui.editors.covering import Covering
from gui.editors.day import DayEditor
from gui.editors.editor import ICON
from gui.editors.lines import TextEditor
from models import days
from models.fields import Described
from models.record import Entity


class PersonalEditor(TextEditor):
    """A private person's number or address."""

    def __init__(self, field: Described, label: str = "", compact: bool = False, of: Entity | None = None) -> None:
        """Edit a detail ``of`` a record or a row, in whose history each showing is written down."""
        super().__init__(field, label, compact)
        self.covering = Covering(self.line, of, field.name)

    def show_words(self, words: str) -> None:
        super().show_words(words)
        if hasattr(self, "covering"):
            self.covering.cover(bool(words))

    def retranslate(self) -> None:
        super().retranslate()
        if hasattr(self, "covering"):
            self.covering.speak()


class PersonalDayEditor(DayEditor):
    """A private person's day: while it is covered, neither weekday nor calendar tells it."""

    def __init__(self, field: Described, label: str = "", compact: bool = False, of: Entity | None = None) -> None:
        """Edit a day ``of`` a record or a row, in whose history each showing is written down."""
        super().__init__(field, label, compact)
        self.covering = Covering(self.line, of, field.name)
        self.covering.show_action.changed.connect(self._tell)
        if (row := self.line.layout()) and not compact:
            row.setContentsMargins(10, 0, 2 * ICON, 0)  # the eye and the calendar

    def set_value(self, value: Any) -> None:
        super().set_value(value)
        self.covering.cover(bool(self.words()))

    def put(self, words: str) -> None:
        super().put(words)
        self.covering.cover(False)

    def open_calendar_on(self) -> Any:
        return days.today() if self._is_covered() else super().open_calendar_on()

    def _step(self, by_days: int, by_months: int) -> None:
        if not self._is_covered():
            super()._step(by_days, by_months)

    def _tell(self) -> None:
        if self._is_covered():
            self.beside.setText("")
        else:
            super()._tell()

    def _is_covered(self) -> bool:
        return hasattr(self, "covering") and self.covering.is_covered()

    def retranslate(self) -> None:
        super().retranslate()
        if hasattr(self, "covering"):
            self.covering.speak()
