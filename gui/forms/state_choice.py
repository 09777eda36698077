"""The state in which a new record is entered: the first one, or a later one for what lies in the past."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout

from gui import look
from gui.widgets import label
from models import choices
from models.record import Numbered, Record
from models.text import mark, say

LABEL = mark("Entered as")
LATE = mark("{state} – late entry")
HINT = mark("Where the papers do not say, write “not known”.")


class _Box(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the form must not change a state in passing


class StateChoice(QFrame):
    """Asks in which state a new record begins; hidden for records that have a number."""

    changed = Signal()

    def __init__(self, record: Record) -> None:
        super().__init__()
        look.as_part(self, "card")
        self.record = record
        self.box = _Box()
        self.hint = label(HINT, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        row.addWidget(label(LABEL, "small"))
        row.addWidget(self.box)
        row.addWidget(self.hint)
        row.addStretch(1)
        self._states: list[str] = []
        self._first = ""
        self.settle(record)
        self.box.currentIndexChanged.connect(self._chosen)

    def settle(self, record: Record) -> None:
        """Take the state of the record for what is stored."""
        self.record = record
        self._states = []
        if isinstance(record, Numbered) and (not record.id or record.draft):
            cycle = record.lifecycle()
            self._states = [cycle.first, *cycle.late_entry]
        self._first = getattr(record, "state", None) or ""
        self._fill()
        self.setVisible(bool(self._states))

    def _fill(self) -> None:
        kept = self.state()
        self.box.blockSignals(True)
        self.box.clear()
        for place, state in enumerate(self._states):
            assert isinstance(self.record, Numbered)
            words = choices.label(self.record.lifecycle().states, state)
            self.box.addItem(say(LATE).format(state=words) if place else words)
        if kept in self._states:
            self.box.setCurrentIndex(self._states.index(kept))
        self.box.blockSignals(False)
        self.box.setAccessibleName(say(LABEL))
        self.hint.setVisible(self.box.currentIndex() > 0)

    def state(self) -> str:
        """Give the state chosen, or the record's own."""
        place = self.box.currentIndex()
        return self._states[place] if 0 <= place < len(self._states) else self._first

    def show_state(self, state: str) -> None:
        """Choose a state, where it can be chosen."""
        if state in self._states:
            self.box.setCurrentIndex(self._states.index(state))

    def is_changed(self) -> bool:
        """Tell whether another state was chosen."""
        return self.state() != self._first

    def read_into(self, record: Record) -> None:
        """Put the state into a record that has no number yet."""
        if self._states and isinstance(record, Numbered):
            record.state = self.state()

    def _chosen(self) -> None:
        self.hint.setVisible(self.box.currentIndex() > 0)
        self.read_into(self.record)  # what is thought of the record depends on its state
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._states:
            self._fill()
        super().changeEvent(event)
