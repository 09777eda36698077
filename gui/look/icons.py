"""Line drawings in the colour of the theme, drawn when they are first seen."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImageReader, QPainter, QPixmap

from gui.look.palette import colours

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
# The style leaves too little room between an icon and its text: an icon of this size stands at the left of it.
BESIDE_TEXT = QSize(24, 18)


def drawing(name: str, colour: str) -> bytes:
    """Return the SVG of an icon in one colour ("#RRGGBB").

    Raises FileNotFoundError for a name that resources/icons does not have.
    """
    return (ICONS / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())


@cache
def _pixels(name: str, colour: str, width: int, height: int) -> QPixmap:
    """Draw an icon once per colour and size (device pixels), at the left of what is wider than high."""
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    side = min(width, height)
    if side <= 0:  # a button that has no room yet asks for a picture too
        return pixmap
    source = QBuffer()
    source.setData(drawing(name, colour))
    # Qt's own reader of pictures: the module PySide6.QtSvg would cost a tenth of the time of a start.
    reader = QImageReader(source, b"svg")
    reader.setScaledSize(QSize(side, side))
    painter = QPainter(pixmap)
    painter.drawImage(QPoint(0, (height - side) // 2), reader.read())
    painter.end()
    return pixmap


class Drawing(QIconEngine):
    """An icon that asks for its colour each time it is painted, so a new theme needs no new icon.

    Such a QIcon is never changed (addPixmap, addFile): Qt would clone the engine, which Python cannot hand over.
    """

    def __init__(self, name: str, token: str, token_on: str, size: int) -> None:
        """Draw ``name`` in the colour ``token``; a checked button shows it in ``token_on``."""
        super().__init__()
        self._name, self._token, self._token_on, self._size = name, token, token_on, size

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def availableSizes(self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> list[QSize]:
        return [QSize(self._size * ratio, self._size * ratio) for ratio in (1, 2, 3)]

    def isNull(self) -> bool:
        return False

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        token = self._token_on if state == QIcon.State.On else self._token
        colour = colours()["faint" if mode == QIcon.Mode.Disabled else token]
        return _pixels(self._name, colour, size.width(), size.height())

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(self.pixmap((size.toSizeF() * scale).toSize(), mode, state))
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        # Asking the painter for its device would make Python know every kind of device there is.
        scale = painter.deviceTransform().m11()
        painter.drawPixmap(rect, self.pixmap((rect.size().toSizeF() * scale).toSize(), mode, state))


@cache
def icon(name: str, token: str = "muted", size: int = 18, *, on: str = "") -> QIcon:
    """Return an icon in the colour ``token`` of whatever theme is in use; ``on`` is its colour when checked."""
    return QIcon(Drawing(name, token, on or token, size))


@cache
def program_icon() -> QIcon:
    """Return the program's own mark, in its own colours."""
    return QIcon(str(ICONS / "bang-giao.svg"))
