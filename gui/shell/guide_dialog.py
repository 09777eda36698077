"""The user guide, read inside the program: the same pages as in the folder of documents, with their pictures."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from gui import look
from gui.widgets import SearchBox, label
from gui.widgets.sizes import resize_within
from models.text import mark, say

DOCUMENTS = Path(__file__).resolve().parents[2] / "docs"
GUIDE = "user-guide.vi.md"
WIDEST = 720  # of a picture, in device-independent pixels
NOT_THERE = mark("The user guide was not found in the program's folder. Copy the folder “docs” of the program there.")


class _Pages(QTextBrowser):
    """Shows the text; pictures are made as narrow as the window."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        place = (DOCUMENTS / QUrl(name).path()).resolve()
        ours = not QUrl(name).scheme() and place.is_relative_to(DOCUMENTS)
        if kind != QTextDocument.ResourceType.ImageResource.value or not ours:
            return None  # nothing is read but the pictures of the guide
        picture = QImage(str(place))
        return picture if picture.width() <= WIDEST else self._narrow(picture)

    def _narrow(self, picture: QImage) -> QImage:
        wide = WIDEST * 96 / max(self.logicalDpiX(), 96)  # a text makes pictures larger with the screen's letters
        width = min(round(wide * self.devicePixelRatioF()), picture.width())
        made = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        made.setDevicePixelRatio(width / wide)
        return made


class GuideDialog(QDialog):
    """Shows the guide, with a box to find words in it: Enter goes to the next place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Read the guide."""
        super().__init__(parent)
        self.setWindowTitle(say(mark("User guide")))
        self.search = SearchBox(mark("Find in the guide (Ctrl+F)"))
        self.search.returnPressed.connect(self.find_next)
        self.search.setFixedWidth(300)
        self.pages = _Pages()
        self.pages.setOpenLinks(False)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setMinimumWidth(WIDEST + 60)
        self.pages.setAccessibleName(self.windowTitle())
        self.pages.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.pages.document().setDocumentMargin(20)
        self._read()
        top = QHBoxLayout()
        top.addWidget(label(mark("User guide"), "title"), 1)
        top.addWidget(self.search)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.pages, 1)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        resize_within(self, 900, 680)
        self.pages.setFocus()
        look.changed.connect(self._read)

    def _read(self) -> None:
        try:
            self.pages.setMarkdown((DOCUMENTS / GUIDE).read_text(encoding="utf-8"))
        except OSError:
            self.pages.setPlainText(say(NOT_THERE))
        self.pages.moveCursor(QTextCursor.MoveOperation.Start)

    def find_next(self) -> None:
        """Go to the next place that holds the words, from the beginning again past the end."""
        words = self.search.text().strip()
        if words and not self.pages.find(words):
            self.pages.moveCursor(QTextCursor.MoveOperation.Start)
            self.pages.find(words)
