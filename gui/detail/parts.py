"""Small parts of the pane: values that wrap, names that open their record, details that stay covered."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui import showing
from gui.widgets import button
from gui.widgets.texts import words
from models.record import Entity
from models.store.past import COVER as COVER
from models.text import mark, say

Opener = Callable[[str, int], None]
Named = tuple[str, int, str]


def links(named: Sequence[Named], opener: Opener) -> QLabel:
    """Make the names of records; a click or Enter opens one."""
    # No line under the words: it would cover the dots under Vietnamese letters.
    style = 'style="text-decoration: none"'
    rows = [f'<a href="{kind}:{number}" {style}>{escape(name) or "…"}</a>' for kind, number, name in named]
    made = QLabel("<br>".join(rows))
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName("; ".join(name for _, _, name in named))

    def follow(reference: str) -> None:
        kind, _, number = reference.partition(":")
        opener(kind, int(number))

    made.linkActivated.connect(follow)
    return made


class Covered(QWidget):
    """A personal detail: covered until somebody asks to see it, and again after a moment."""

    def __init__(self, text: str, name: str, of: Entity, field: str) -> None:
        """Cover a ``text`` of a record or row, of its ``field``; ``name`` tells a screen reader what it is."""
        super().__init__()
        self._text, self._of, self._field, self._open = text, of, field, False
        self._moment = QTimer(self, singleShot=True, interval=showing.MOMENT)
        self._moment.timeout.connect(self._turn)
        self.value = words(COVER)
        self.value.setAccessibleName(name)
        showing.guard(self.value)
        self.show_button = button(mark("Show"), "eye", "link")
        self.show_button.clicked.connect(self._turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.value)
        row.addWidget(self.show_button)
        row.addStretch()

    def _turn(self) -> None:
        if not self._open and not showing.may_show(self, self._of, self._field):
            return
        self._open = not self._open
        if self._open:
            self._moment.start()
        else:
            self._moment.stop()
        self.value.setText(self._text if self._open else COVER)
        self.show_button.setText(say(mark("Hide") if self._open else mark("Show")))


def scrolled(inner: QWidget) -> QScrollArea:
    """Put a column into a scroll area that is as wide as there is room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    fill(area, inner)
    area.viewport().setAutoFillBackground(False)
    return area


def fill(area: QScrollArea, inner: QWidget) -> None:
    """Put a column into a scroll area, in place of the one that it holds."""
    area.setWidget(inner)
    # A scroll area gives what it holds a ground of its own; the card below is to be seen.
    inner.setAutoFillBackground(False)


def column(spacing: int = 6) -> tuple[QWidget, QVBoxLayout]:
    """Make a column of parts."""
    inner = QWidget()
    made = QVBoxLayout(inner)
    made.setContentsMargins(16, 12, 16, 12)
    made.setSpacing(spacing)
    return inner, made
