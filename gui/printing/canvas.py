"""The sheet under the pen: units, typeface, and HTML set without touching files or the net."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextDocument,
)

from models.files import WriteRefused
from models.paper.frame import TYPEFACE
from models.text import say

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
BUNDLED = "Tinos"
SCREEN = 96.0
"""Units of HTML in an inch."""
FINE = 720.0
"""Units of the pen in an inch: tenths of a point, so that font sizes stay exact."""
INK = QColor("black")


class PrintError(WriteRefused):
    """A paper could not be printed or saved; its text is for the person."""


@cache
def typeface() -> str:
    """Choose Times New Roman where it is really installed, else the bundled face of the same widths.

    Asked by exact name: what Debian gives for "Times New Roman" lacks 93 Vietnamese letters.
    """
    if TYPEFACE in QFontDatabase.families():
        return TYPEFACE
    for file in sorted(FONTS.glob(f"{BUNDLED}-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return BUNDLED


def pen_font(points: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Make a font for the fine units; pixels, because points would be scaled twice."""
    font = QFont(typeface())
    font.setPixelSize(round(points * FINE / 72))
    font.setBold(bold)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class Canvas:
    """A painter in fine units whose origin is the top left corner inside the margins."""

    def __init__(self, device: QPagedPaintDevice, painter: QPainter) -> None:
        """Take a painter that has begun on the device."""
        self.device = device
        self.painter = painter
        self.pages = 1
        room = device.pageLayout().paintRectPoints()
        self.width = room.width() * FINE / 72
        self.height = room.height() * FINE / 72

    def turn_page(self) -> None:
        """Go on to a new page."""
        if not self.device.newPage():
            raise PrintError(say("The printer stopped taking pages. Look at the printer, then print again."))
        self.pages += 1

    def number_above(self) -> None:
        """Write the page number in the middle of the top margin, not on the first page (Decree 30/2020)."""
        if self.pages > 1:
            self.painter.setPen(INK)
            self.painter.setFont(pen_font(13))
            self.painter.drawText(QRectF(0, -320, self.width, 220), Qt.AlignmentFlag.AlignCenter, str(self.pages))


@contextmanager
def canvas(device: QPagedPaintDevice) -> Iterator[Canvas]:
    """Begin painting on a device and end it whatever happens."""
    painter = QPainter()
    if not painter.begin(device):
        raise PrintError(say("The printer does not take the pages. Choose another printer or save a PDF."))
    try:
        scale = device.logicalDpiX() / FINE
        painter.scale(scale, scale)
        yield Canvas(device, painter)
    finally:
        painter.end()


@cache
def _screen_page() -> QImage:
    """Give layouts a device of 96 dpi; with a printer there, Qt leaves pixel values unscaled."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.setDotsPerMeterX(round(SCREEN / 0.0254))
    image.setDotsPerMeterY(round(SCREEN / 0.0254))
    return image


class SetText(QTextDocument):
    """HTML set in type for paper; loads nothing from outside."""

    def __init__(self, html: str, width: float, height: float = -1) -> None:
        """Set the HTML on pages of a width and height in fine units (one endless page without height)."""
        super().__init__()
        self._rules: list[tuple[float, float, float]] | None = None
        self.setUndoRedoEnabled(False)
        self.setUseDesignMetrics(True)
        self.setDocumentMargin(0)
        self.documentLayout().setPaintDevice(_screen_page())
        self.setHtml(html)
        self.page_width, self.page_height = width * SCREEN / FINE, height * SCREEN / FINE
        if height > 0:
            self.setPageSize(QSizeF(self.page_width, self.page_height))
        else:
            self.setTextWidth(self.page_width)

    def loadResource(self, kind: int, _address: QUrl | str) -> object:
        """Refuse every picture and style sheet, from the disk as from the net."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            # after "nothing" Qt would read the file by itself: hand it an empty picture
            nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
            nothing.fill(Qt.GlobalColor.transparent)
            return nothing
        return ""

    def blocks(self) -> Iterator[QTextBlock]:
        """Walk through all paragraphs, also those in tables."""
        block = self.begin()
        while block.isValid():
            yield block
            block = block.next()

    def draw_page(self, painter: QPainter, page: int, at: float = 0.0) -> None:
        """Draw one page at a height in fine units, black whatever the theme."""
        painter.save()
        painter.translate(0, at)
        painter.scale(FINE / SCREEN, FINE / SCREEN)
        top, height = 0.0, self.size().height()
        if self.page_height > 0:
            top, height = page * self.page_height, self.page_height
        view = QRectF(-2, top - 1, self.page_width + 4, height + 2)
        painter.translate(0, -top)
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, INK)
        context.clip = view
        self.documentLayout().draw(painter, context)
        painter.setPen(QPen(INK, 0.9))
        if self._rules is None:
            self._rules = list(self._find_rules())
        for left, right, y in self._rules:
            if top <= y < top + height:
                painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.restore()

    def _find_rules(self) -> Iterator[tuple[float, float, float]]:
        """Find the centred lines below paragraphs that ask for one, as long as their share of the text."""
        for block in self.blocks():
            share = _rule_below(block)
            if share:
                box, layout = self.documentLayout().blockBoundingRect(block), block.layout()
                last = layout.lineAt(layout.lineCount() - 1)
                half = last.naturalTextWidth() * share / 200
                middle, y = box.center().x(), box.y() + last.y() + last.height() + 2
                yield middle - half, middle + half, y


def marks(block: QTextBlock) -> list[str]:
    """Collect the invisible marks (``<a name="rule:40">``) of a paragraph."""
    found: list[str] = []
    pieces = block.begin()
    while not pieces.atEnd():
        found += pieces.fragment().charFormat().anchorNames()
        pieces += 1
    return found


def _rule_below(block: QTextBlock) -> int:
    """Read how long the line below a paragraph is, in per cent of its text; 0 without one."""
    return next((int(mark.removeprefix("rule:")) for mark in marks(block) if mark.startswith("rule:")), 0)
