"""Long registers on pages: the head on each, no row cut in two, groups and totals."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPen, QTextLayout, QTextOption

from gui.printing.bands import Band, Head, joined
from gui.printing.canvas import FINE, INK, SCREEN, Canvas, SetText, canvas, pen_font, typeface
from models.paper.frame import head_html, tail_html
from models.paper.layout import Wide, fit, kept_with_end
from models.paper.sheet import Align, Folder, Group, Register
from models.text import say

GAP = 60.0
PAD_X, PAD_Y = 30.0, 20.0
HEAD_FILL, GROUP_FILL = QColor("#e8edf3"), QColor("#f4f6f9")
BORDER = QPen(QColor("#444444"), 5)
NOT_DRAWN = dict.fromkeys((0x9C, 0xFFFE))
"""Signs that cost the words behind them: of the first the pen takes what follows for a shorter form and leaves it out,
at the second in front of a line it turns the bytes of each letter round."""
ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def paint_register(register: Register, device: QPagedPaintDevice) -> int:
    """Paint a register and tell how many pages it took."""
    with canvas(device) as sheet:
        RegisterPainter(register, sheet).paint()
        return sheet.pages


def paint_folder(folder: Folder, device: QPagedPaintDevice) -> int:
    """Paint registers one after the other and tell how many pages they took; they are numbered through."""
    with canvas(device) as sheet:
        painters = [RegisterPainter(register, sheet) for register in folder.registers]
        pages = sum(each.count for each in painters)
        for place, each in enumerate(painters):
            if place:
                sheet.turn_page()
            each.paint(pages)
        return sheet.pages


class RegisterPainter:
    """Breaks a register into pages, then paints them."""

    def __init__(self, register: Register, sheet: Canvas, *, numbered_above: bool = False) -> None:
        """Measure the columns; an annex is numbered above like the paper it belongs to."""
        self.register, self.sheet, self.numbered_above = register, sheet, numbered_above
        _, self.widths = fit(register, sheet.width, self._measured_in)
        self.line = max(metrics.lineSpacing() for metrics in self.metrics.values())
        self.broken: dict[tuple[str, float, bool], tuple[str, ...]] = {}
        self.above = SetText(head_html(register, typeface()), sheet.width)
        tail = tail_html(register, typeface())
        self.below = SetText(tail, sheet.width) if tail else None
        self.head = Head(register, self.widths, lambda text, width: self._break(text, width, bold=True), self._tall)

    def _measured_in(self, size: float) -> Wide:
        self.fonts = {bold: pen_font(size, bold=bold) for bold in (False, True)}
        self.metrics = {bold: QFontMetricsF(font) for bold, font in self.fonts.items()}
        return self._wide

    def _wide(self, word: str, bold: bool) -> float:
        return self.metrics[bold].horizontalAdvance(word) + 2 * PAD_X + 1

    @property
    def count(self) -> int:
        """Tell how many pages the register takes."""
        return len(self.pages)

    @cached_property
    def pages(self) -> list[list[Band]]:
        """Share the rows out among pages."""
        return self._pages()

    def paint(self, all_pages: int = 0) -> None:
        """Paint all pages, the first one on the page that is open; ``all_pages`` are those of the whole paper."""
        pages = self.pages
        for place, bands in enumerate(pages):
            y = 0.0
            if place:
                self.sheet.turn_page()
            else:
                self.above.draw_page(self.sheet.painter, 0)
                y = _height(self.above) + GAP
            self._draw_head(y)
            y += self.head.height
            merged = joined(self.register, bands)
            for number, band in enumerate(bands):
                self._draw(band, y, merged[number])
                y += band.height
            if self.below is not None and place == len(pages) - 1:
                self.below.draw_page(self.sheet.painter, 0, y + GAP)
            self._foot(all_pages or len(pages))

    def _pages(self) -> list[list[Band]]:
        """Share the bands out among pages; what must not stand alone goes along."""
        limit = self.sheet.height
        pages: list[list[Band]] = [[]]
        y = _height(self.above) + GAP + self.head.height
        group: Band | None = None
        for needed, band in self._with_needs():
            if y + needed > limit and (pages[-1] or len(pages) == 1):
                pages.append([])
                y = self.head.height
                if group is not None and not band.spans:
                    pages[-1].append(group)
                    y += group.height
            pages[-1].append(band)
            y += band.height
            if band.spans:
                group = self._heading(say("{group} (continued)").format(group=band.group))
        return pages

    def _with_needs(self) -> list[tuple[float, Band]]:
        """Pair each band with the room it needs: a heading wants the row below it, the last row the signature."""
        needed = GAP + _height(self.below) if self.below is not None else 0.0
        keeping = kept_with_end(self.register) if self.register.signature else 1
        room = self.sheet.height - self.head.height
        found: list[tuple[float, Band]] = []
        for place, band in enumerate(reversed(list(self._bands()))):
            keeps = place < keeping and band.height + needed <= room
            needed = band.height + (needed if keeps or not place or band.spans or band.leads else 0.0)
            found.append((needed, band))
        return found[::-1]

    def _bands(self) -> Iterator[Band]:
        room = self.sheet.height - self.head.height - 3 * self.line
        most = max(1, int((room - 2 * PAD_Y) / self.line))
        aligns = tuple(column.align for column in self.register.columns)
        for row in self.register.rows:
            if isinstance(row, Group):
                yield self._heading(row.title)
            else:
                band = replace(self._band(row.cells, bold=row.bold, aligns=aligns), leads=row.leads)
                yield from _pieces(band, most, self.line)
        if self.register.totals:
            yield self._band(self.register.totals, bold=True, fill=HEAD_FILL, aligns=aligns)

    def _heading(self, title: str) -> Band:
        lines = self._break(title, self.sheet.width, bold=True)
        return Band((lines,), self._tall(len(lines)), bold=True, fill=GROUP_FILL, aligns=("left",), group=title)

    def _band(
        self, cells: tuple[str, ...], *, aligns: tuple[Align, ...], bold: bool = False, fill: QColor | None = None
    ) -> Band:
        pairs = zip(cells, self.widths, strict=True)
        lines = tuple(self._break(cell, width, bold=bold) for cell, width in pairs)
        return Band(lines, self._tall(max(map(len, lines))), bold=bold, fill=fill, aligns=aligns)

    def _tall(self, lines: int) -> float:
        return lines * self.line + 2 * PAD_Y

    def _break(self, text: str, width: float, *, bold: bool) -> tuple[str, ...]:
        """Break a text into the lines that fit a column; most cells need no breaking."""
        key = (text, width, bold)
        if key not in self.broken:
            room = width - 2 * PAD_X
            lines: list[str] = []
            for part in text.translate(NOT_DRAWN).splitlines() or [""]:
                fits = self.metrics[bold].horizontalAdvance(part) <= room
                lines += [part] if fits else _wrapped(part, self.fonts[bold], room)
            self.broken[key] = tuple(lines)
        return self.broken[key]

    def _draw_head(self, y: float) -> None:
        self.sheet.painter.setFont(self.fonts[True])
        for box, lines in self.head.cells:
            self._cell(box.translated(0, y), lines, "center", HEAD_FILL)
        if self.head.numbers:
            self.sheet.painter.setFont(self.fonts[False])
            for box, lines in self.head.numbers:
                self._cell(box.translated(0, y), lines, "center", None)

    def _draw(self, band: Band, y: float, merged: dict[int, float]) -> None:
        """Draw a row; ``merged`` tells how tall a cell is that is one with those below, 0 for one of those."""
        x = 0.0
        self.sheet.painter.setFont(self.fonts[band.bold])
        widths = [self.sheet.width] if band.spans else self.widths
        for place, (lines, width, align) in enumerate(zip(band.cells, widths, band.aligns, strict=True)):
            height = merged.get(place, band.height)
            if height:
                self._cell(QRectF(x, y, width, height), lines, align, band.fill)
            x += width

    def _cell(self, box: QRectF, lines: tuple[str, ...], align: Align, fill: QColor | None) -> None:
        painter = self.sheet.painter
        if fill is not None:
            painter.fillRect(box, fill)
        painter.setPen(INK)
        top = box.top() + (box.height() - len(lines) * self.line) / 2
        for place, line in enumerate(lines):
            room = QRectF(box.left() + PAD_X, top + place * self.line, box.width() - 2 * PAD_X, self.line)
            painter.drawText(room, ALIGN[align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, line)
        painter.setPen(BORDER)
        painter.drawRect(box)

    def _foot(self, pages: int) -> None:
        page = self.sheet.pages
        if self.numbered_above:
            self.sheet.number_above()
            return
        painter = self.sheet.painter
        painter.setPen(INK)
        painter.setFont(pen_font(9))
        foot = QRectF(0, self.sheet.height + 60, self.sheet.width, 140)
        if page > 1:
            numbered = say("Page {page}/{pages}").format(page=page, pages=pages)
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight, numbered)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, self.register.footer)


def _height(text: SetText) -> float:
    return text.size().height() * FINE / SCREEN


def _wrapped(text: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Qt counts UTF-16 units, Python counts letters
        units = text.encode("utf-16-le")
        start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
        lines.append(units[start:end].decode("utf-16-le", "replace").rstrip())
    layout.endLayout()
    return lines


def _pieces(band: Band, most: int, line: float) -> Iterator[Band]:
    """Cut a row that is taller than a whole page; every other row stays in one piece."""
    tallest = max(map(len, band.cells))
    if tallest <= most:
        yield band
        return
    for start in range(0, tallest, most):
        cells = tuple(lines[start : start + most] for lines in band.cells)
        height = max(1, min(most, tallest - start)) * line + 2 * PAD_Y
        yield Band(cells, height, bold=band.bold, fill=band.fill, aligns=band.aligns)
