"""A section of a form: a title that folds it, and its fields in as many columns as there is room for."""

from collections.abc import Callable, Container

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from gui import look
from gui.forms.arranging import TRACKS, Section, tracks_of
from gui.forms.block import FieldBlock
from models.fields import Described
from models.text import mark, say

WIDE, MIDDLE = 820, 420  # device-independent pixels of a section from which four and two tracks fit
FOLDED = mark("{title}, folded")


class SectionCard(QFrame):
    """A card of fields; its editors are made when it is opened for the first time."""

    folded = Signal(bool)

    def __init__(self, section: Section, make: Callable[[Described], FieldBlock]) -> None:
        """Show the title; ``make`` gives the block of a field when the card opens."""
        super().__init__()
        self.section, self._make = section, make
        self.blocks: list[FieldBlock] = []
        self._tracks = 0
        self._left: set[str] = set()
        look.as_part(self, "card")
        self.head = QPushButton()
        self.head.setProperty("kind", "flat")
        self.head.setAutoDefault(False)
        self.head.setCheckable(False)
        self.head.setStyleSheet("QPushButton { text-align: left; font-size: 11pt; font-weight: 600; outline: 0; }")
        self.head.setIconSize(look.BESIDE_TEXT)
        self.head.clicked.connect(self._turn)
        self.body = QWidget()
        self.grid = QGridLayout(self.body)
        self.grid.setContentsMargins(12, 4, 12, 12)
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body)
        self.body.hide()
        self.retranslate()

    def is_open(self) -> bool:
        """Tell whether the fields are seen."""
        return not self.body.isHidden()

    def open(self) -> None:
        """Show the fields, making their editors if this is the first time."""
        if not self.blocks:
            self.blocks = [self._make(field) for field in self.section.fields]
            if len(self.blocks) == 1:
                self.blocks[0].label.hide()  # the title above says the same
            self._leave_out()
        self.body.show()
        self.retranslate()

    def fold(self) -> None:
        """Hide the fields; what they hold stays."""
        self.body.hide()
        self.retranslate()

    def ask(self, names: Container[str]) -> None:
        """Show the fields of these names; what others hold stays."""
        left = {field.name for field in self.section.fields if field.name not in names}
        if left != self._left:
            self._left = left
            self._leave_out()

    def _leave_out(self) -> None:
        for block in self.blocks:
            block.setVisible(block.editor.field.name not in self._left)
        self._tracks = 0
        self._lay()

    def _turn(self) -> None:
        if self.is_open():
            self.fold()
        else:
            self.open()
        self.folded.emit(not self.is_open())

    def retranslate(self) -> None:
        """Say the title again."""
        title = say(self.section.title)
        self.head.setText(title)
        # Tab stops at a title only where it has something to open.
        policy = Qt.FocusPolicy.ClickFocus if self.is_open() else Qt.FocusPolicy.StrongFocus
        self.head.setFocusPolicy(policy)
        self.head.setAccessibleName(title if self.is_open() else say(FOLDED).format(title=title))
        self.head.setIcon(look.icon("chevron-down" if self.is_open() else "chevron-right", "muted"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.blocks:
            self._lay()

    def _lay(self) -> None:
        """Place the blocks row by row; nothing moves while the number of tracks stays."""
        tracks = TRACKS if self.width() >= WIDE else 2 if self.width() >= MIDDLE else 1
        if tracks == self._tracks:
            return
        self._tracks = tracks
        row = column = 0
        for block in self.blocks:
            self.grid.removeWidget(block)
        for block in (each for each in self.blocks if each.editor.field.name not in self._left):
            span = min(tracks_of(block.editor.field), tracks)
            if column + span > tracks:
                row, column = row + 1, 0
            self.grid.addWidget(block, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        for track in range(TRACKS):
            self.grid.setColumnStretch(track, 1 if track < tracks else 0)
            self.grid.setColumnMinimumWidth(track, 0)
