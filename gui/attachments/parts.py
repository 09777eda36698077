"""Small parts of the list of files: a file's line, an empty place, sizes and facts in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui import look
from gui.widgets import button, tool
from gui.widgets.texts import words
from models import days
from models.store import AttachedFile
from models.text import mark, say

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

FRAME = 12  # device-independent pixels of a link's frame, left and right
Deed = Callable[[AttachedFile], None]
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic")
LOST = {
    "missing": mark("Not found in the store of the office"),
    "altered": mark("Changed in the store since it was attached"),
}
COMMANDS = (
    ("open", mark("Open", "file"), "eye"),
    ("save", mark("Save a copy…"), "download"),
    ("edit", mark("Name, number, date, signer…"), "pencil"),
    ("remove", mark("Take out of the record"), "trash-2"),
)
KEYS = {Qt.Key.Key_Delete: "remove", Qt.Key.Key_F2: "edit"}


def size_words(size: int) -> str:
    """Say a size: 1,2 MB."""
    told, unit = float(size), "B"
    for larger in ("kB", "MB", "GB"):
        if told < 1000:
            break
        told, unit = told / 1000, larger
    return f"{told:.0f} {unit}" if unit == "B" or told >= 100 else f"{told:.1f} {unit}".replace(".", ",")


def facts_of(number: str | None, dated: str | None, signer: str | None) -> str:
    """Say number, day and signer of a paper: No. 12/BC · 20/03/2026 · Nguyễn Văn A."""
    told = say(mark("No. {number}", "paper")).format(number=number) if number else ""
    return " · ".join(part for part in (told, days.text(dated), signer) if part)


class NameButton(QPushButton):
    """A name on one line, as a link; where there is no room its middle gives way, so that its ending is seen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._whole = name
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width() - FRAME)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self._whole if shown != self._whole else "")


class FileLine(QFrame):
    """One file: its name opens it; the button beside it, Delete and F2 do the rest."""

    def __init__(self, file: AttachedFile, facts: str, deeds: dict[str, Deed]) -> None:
        """Show a file with what is known of it; ``deeds`` says what each command does."""
        super().__init__()
        self.file, self._deeds = file, deeds
        lost = file.state()
        picture = QLabel()
        name = "image" if file.name.casefold().endswith(PICTURES) else "file-text"
        picture.setPixmap(look.icon("circle-alert" if lost else name, "bad" if lost else "muted").pixmap(18, 18))
        self.name = NameButton(file.name)
        self.name.setAccessibleName(f"{file.name}, {facts}")
        self.name.clicked.connect(lambda: self.do("open"))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.name)
        for told, part in ((facts, "small"), (say(LOST.get(lost, "")), "error")):
            if told:
                below = words(told, part)
                below.setContentsMargins(FRAME // 2, 0, 0, 0)
                column.addWidget(below)
        self.more = tool("ellipsis", mark("What can be done with the file"))
        self.more.clicked.connect(lambda: self._offer(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(4)
        picture.setContentsMargins(0, 7, 0, 0)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        for watched in (self.name, self.more):
            watched.installEventFilter(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda place: self._offer(self.mapToGlobal(place)))

    def do(self, command: str) -> None:
        """Do one of COMMANDS."""
        self._deeds[command](self.file)

    def _offer(self, place: QPoint) -> None:
        self.menu().popup(place)

    def menu(self) -> QMenu:
        """Make the menu of the file."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, told, icon in COMMANDS:
            if name in self._deeds:
                action: QAction = menu.addAction(look.icon(icon), say(told))
                action.triggered.connect(lambda _on=False, name=name: self.do(name))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Delete and F2 for the file: the window would take them for the whole record."""
        if isinstance(event, QKeyEvent) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            command = KEYS.get(Qt.Key(event.key()))
            if command and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if command and event.type() == QEvent.Type.KeyPress:
                if command in self._deeds:
                    self.do(command)
                return True
        return super().eventFilter(watched, event)


def removed_line(file: AttachedFile, bring_back: Deed | None) -> QWidget:
    """Show a file that was taken out, with the way back where there is one."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(26, 0, 0, 0)
    row.addWidget(words(file.name, "muted"), 1)
    if bring_back:
        back = button(mark("Bring back"), "archive-restore", "link")
        back.setAccessibleName(f"{say(mark('Bring back'))}: {file.name}")
        back.clicked.connect(lambda: bring_back(file))
        row.addWidget(back)
    return made
