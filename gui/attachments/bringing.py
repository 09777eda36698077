"""What a drop or the clipboard brings: files by their place, or a picture that is no file yet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QImageWriter, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from gui import look
from models.text import mark, say

MARGIN = 24
DROP_HERE = mark("Drop here to attach to this record")


@dataclass(frozen=True)
class Brought:
    """One thing to attach: its name, and where it lies or what it is."""

    name: str
    source: Path | bytes


def brought(told: QMimeData) -> list[Brought]:
    """Give the files of this computer, or else the picture, that a drop or the clipboard holds."""
    files = [Path(each.toLocalFile()) for each in told.urls() if each.isLocalFile()]
    if files:
        return [Brought(each.name, each) for each in files]
    picture = told.imageData() if told.hasImage() else None
    if not isinstance(picture, QImage) or picture.isNull():
        return []
    moment = datetime.now().strftime("%Y-%m-%d %H.%M")
    return [Brought(say(mark("Pasted picture {moment}.png")).format(moment=moment), _as_png(picture))]


def _as_png(picture: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(kept.data())


class _Drops(QObject):
    """Takes what is dropped on a widget or on anything in it."""

    def __init__(self, widget: QWidget, take: Callable[[list[Brought]], None]) -> None:
        super().__init__(widget)
        self._over, self._take = widget, take
        self._sign = QLabel(widget)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sign.setMargin(12)
        look.as_part(self._sign, "drop")
        self._sign.hide()
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            told = event.mimeData()
            # A copy, always: Windows' file manager would otherwise delete what it thinks was moved.
            if (told.hasUrls() or told.hasImage()) and event.possibleActions() & Qt.DropAction.CopyAction:
                self._show()
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                return True
        elif event.type() == QEvent.Type.DragLeave:
            self._sign.hide()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._sign.hide()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._take(brought(event.mimeData()))
            return True
        return False

    def _show(self) -> None:
        self._sign.setText(say(DROP_HERE))
        self._sign.adjustSize()
        room = self._over.rect()
        self._sign.setFixedWidth(max(80, min(room.width() - 2 * MARGIN, 420)))
        self._sign.move(room.center() - QPoint(self._sign.width() // 2, self._sign.height() // 2))
        self._sign.show()
        self._sign.raise_()


def receive(widget: QWidget, take: Callable[[list[Brought]], None]) -> None:
    """Hand what is dropped on a widget, or pasted while it has the keyboard, to ``take``."""
    _Drops(widget, take)
    paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), widget)
    paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    paste.activated.connect(lambda: take(brought(QGuiApplication.clipboard().mimeData())))
