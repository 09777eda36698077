"""What every editor of a field can do: show a value, give it back, complain in words."""

from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gui import look
from models.days import Misread
from models.fields import Described
from models.fold import fold
from models.text import mark, say

NOT_KNOWN = mark("not known")
_UNKNOWN = frozenset({"?", "chua ro", "not known"})
ICON = 34  # device-independent pixels that the icon at the end of a line takes
Field = TypeVar("Field", bound=Described)


def unbound(field: Field, name: str) -> Field:
    """Name a field that belongs to no record, so that its editor can speak of it."""
    field.name = name
    return field


class Editor(QWidget):
    """Edits one field; ``wanted`` asks for a new record of a kind whose name begins with the typed text."""

    changed = Signal()
    left = Signal()
    wanted = Signal(str, str)

    def __init__(self, field: Described, label: str = "", compact: bool = False) -> None:
        """Edit ``field`` under a marked label; ``compact`` is for the cell of a table."""
        super().__init__()
        self.field, self.label, self.compact = field, label or field.label, compact
        self.may_be_unknown = False
        self._complaint: str | None = None
        self._error: _Error | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        column.addLayout(self.row)
        self.changed.connect(self._take_complaint_back)

    def start(self, entry: QWidget) -> None:
        """Put the widget that takes the keys into its place."""
        self.entry = entry
        self.row.addWidget(entry, 1)
        self.setFocusProxy(entry)
        self.retranslate()

    def words(self) -> str:
        """Give what is typed, as it stands there."""
        return ""

    def show_words(self, words: str) -> None:
        """Put words into the place where one types."""

    def read(self) -> Any:
        """Read the value out of what is typed; raise ``Misread``."""
        raise NotImplementedError

    def value(self) -> Any:
        """Give the value; raise ``Misread`` where what is typed cannot be read."""
        return self.nothing() if self.unknown() else self.read()

    def set_value(self, value: Any) -> None:
        """Show a stored value."""
        raise NotImplementedError

    def nothing(self) -> Any:
        """Give the value of an empty field."""
        return None

    def told(self) -> Any:
        """Give something that differs as soon as anything was changed, readable or not."""
        try:
            value = self.value()
        except Misread:
            return ("misread", self.words())
        return "?" if self.unknown() else (None if self.field.empty(value) else value)

    def unknown(self) -> bool:
        """Tell whether the person said that the source gives no value ("chưa rõ", "?")."""
        return self.may_be_unknown and fold(self.words()) in _UNKNOWN

    def show_unknown(self) -> None:
        """Show that the source gives no value."""
        self.show_words(say(NOT_KNOWN))

    def leave(self) -> None:
        """Say at once, on leaving the field, what cannot be read; show in full what can."""
        if self.unknown():
            self.show_unknown()
        else:
            try:
                self.settle(self.value())
            except Misread as misread:
                self.complain(say(misread.args[0]))
        self.left.emit()

    def settle(self, value: Any) -> None:
        """Show in full what was typed in short."""

    def complain(self, words: str | None) -> None:
        """Show a sentence under the field, or take it away."""
        if words == self._complaint:
            return
        self._complaint = words
        self.mark_bad(bool(words))
        self.entry.setAccessibleDescription(words or say(self.field.help))
        if self.compact or (not words and not self._error):
            self.setToolTip(words or "")
            return
        if self._error is None:
            self._error = _Error()
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._error)
        self._error.keep_room(False)
        self._error.setVisible(bool(words))
        self._error.text.setText(words or "")

    def mark_bad(self, bad: bool) -> None:
        """Draw the border of the field in the colour of errors, or not."""
        self.entry.setProperty("bad", "true" if bad else "false")
        self.entry.style().unpolish(self.entry)
        self.entry.style().polish(self.entry)

    def complaint(self) -> str | None:
        """Give the sentence shown under the field."""
        return self._complaint

    def retranslate(self) -> None:
        """Say the words again, in the language in use."""
        self.entry.setAccessibleName(say(self.label))
        if isinstance(self.entry, QLineEdit | QPlainTextEdit) and not self.compact:
            self.entry.setPlaceholderText(say(self.field.help))
        self.entry.setAccessibleDescription(self._complaint or say(self.field.help))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "entry"):
            self._speak_again()
        super().changeEvent(event)

    def _speak_again(self) -> None:
        unknown = self.unknown()
        self.retranslate()
        if unknown:
            self.show_unknown()

    def _take_complaint_back(self) -> None:
        told = self._complaint or ""
        self.complain(None)
        if self._error and told:  # the fields below stay where they are: somebody is about to click on one
            self._error.text.setText(told)
            self._error.keep_room(True)


class _Error(QWidget):
    """A sentence in the colour of errors, with a sign before it."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.sign, self.text = QLabel(), QLabel()
        self.text.setProperty("part", "error")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self._draw()
        look.changed.connect(self._draw)

    def keep_room(self, kept: bool) -> None:
        """Take as much room as before while hidden, or none."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(kept)
        self.setSizePolicy(policy)

    def _draw(self) -> None:
        self.sign.setPixmap(look.icon("circle-alert", "bad", 14).pixmap(QSize(14, 14), self.devicePixelRatioF()))


def beside(line: QLineEdit, right: bool) -> QLabel:
    """Make the place inside a line, at its free end, where the program says what it read."""
    made = QLabel()
    made.setProperty("part", "small")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row = QHBoxLayout(line)
    row.setContentsMargins(10, 0, ICON if right else 10, 0)
    row.addWidget(made, 0, Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    return made
