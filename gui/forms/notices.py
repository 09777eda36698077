"""What a form says above its fields: what is wrong, what to think of, what happened."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from gui import look
from gui.editors.clearing import clear
from gui.widgets import FlowLayout

ICONS = {"bad": "circle-alert", "warn": "triangle-alert", "info": "info", "ok": "circle-check"}


class Notice(QFrame):
    """A card with a sentence, lines that lead somewhere, and buttons; hidden while it has nothing to say."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        look.as_part(self, "card")
        self._tone = "info"
        self.sign, self.sentence = QLabel(), QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.sentence, 1)
        self.lines = FlowLayout(spacing=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(first)
        below = QHBoxLayout()
        below.addSpacing(24)
        below.addLayout(self.lines, 1)
        column.addLayout(below)
        look.changed.connect(self._draw)
        self.hide()

    def tell(self, sentence: str, tone: str = "bad", lines: Iterable[tuple[str, str]] = (), held: bool = False) -> None:
        """Say a sentence; each of ``lines`` is (key, words), and sends ``chosen`` with its key when clicked.

        ``held`` lets it be no lower than it is, so that the fields below stay under the pointer.
        """
        self.setMinimumHeight(self.height() if held and self.isVisible() else 0)
        clear(self.lines)
        for key, words in lines:
            self.lines.addWidget(self._line(key, words))
        self._tone = tone
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._draw()
        self.setVisible(bool(sentence))

    def _line(self, key: str, words: str) -> QPushButton:
        made = QPushButton(words.replace("&", "&&"))
        made.setProperty("kind", "link")
        made.setAutoDefault(False)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setEnabled(bool(key))
        made.clicked.connect(lambda: self.chosen.emit(key))
        return made

    def _draw(self) -> None:
        picture = look.icon(ICONS[self._tone], self._tone, 18)
        self.sign.setPixmap(picture.pixmap(QSize(18, 18), self.devicePixelRatioF()))
