"""Cards, texts of the five sizes, and the page that has nothing to show."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import look
from gui.widgets.words import say_on


def label(words: str = "", part: str = "") -> QLabel:
    """Make a label with marked words; ``part`` is "", "title", "heading", "figure", "muted", "small" or "error"."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    if part:
        made.setProperty("part", part)
    if words:
        say_on(made, text=words)
    return made


def words(text: str, part: str = "") -> QLabel:
    """Make a label that wraps and can be copied from."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setAccessibleName(text)
    if part:
        made.setProperty("part", part)
    return made


class Card(QFrame):
    """A white surface with round corners; put things into ``body``."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        """Make a card, with a marked heading if there is one."""
        super().__init__(parent)
        look.as_part(self, "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(10)
        if heading:
            self.body.addWidget(label(heading, "heading"))
            say_on(self, accessible_name=heading)


class Elided(QLabel):
    """One line of text that ends in "…" where there is no room; the whole text is its tool tip."""

    def __init__(self, text: str = "", part: str = "", parent: QWidget | None = None) -> None:
        """Show a text as it is (not translated)."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if part:
            self.setProperty("part", part)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class EmptyState(QWidget):
    """Says why there is nothing here, and what to do next."""

    def __init__(
        self, icon: str, sentence: str, actions: Sequence[QPushButton] = (), parent: QWidget | None = None
    ) -> None:
        """Show an icon, a marked sentence and the buttons of the next steps."""
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = label(sentence, "muted")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMinimumWidth(280)
        row = QHBoxLayout()
        row.addStretch()
        for action in actions:
            row.addWidget(action)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch()
        column.addWidget(self._picture)
        column.addWidget(self.sentence)
        column.addLayout(row)
        column.addStretch()
        look.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(look.icon(self._icon, "faint", 40).pixmap(QSize(40, 40), self.devicePixelRatioF()))
