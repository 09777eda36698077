"""Official papers on pages: set as airy as one page allows, tables kept whole."""

from PySide6.QtGui import QPagedPaintDevice, QTextBlock, QTextCursor, QTextFormat, QTextTable

from gui.printing.canvas import Canvas, SetText, canvas, marks, typeface
from gui.printing.registers import RegisterPainter
from models.paper.frame import FITS
from models.paper.markup import HEADING, html
from models.paper.sheet import Paper, annexes

WORTH_TIGHTENING = 5
"""Pages up to which a closer setting is tried; longer papers gain nothing from it."""


def paint_paper(paper: Paper, device: QPagedPaintDevice) -> int:
    """Paint a paper and its annexes, and tell how many pages they took."""
    with canvas(device) as sheet:
        text = set_paper(paper, sheet.width, sheet.height)
        for page in range(text.pageCount()):
            if page:
                sheet.turn_page()
            sheet.number_above()
            text.draw_page(sheet.painter, page)
        _paint_annexes(paper, sheet)
        return sheet.pages


def _paint_annexes(paper: Paper, sheet: Canvas) -> None:
    for annex in annexes(paper):
        sheet.turn_page()
        RegisterPainter(annex, sheet, numbered_above=True).paint()


def set_paper(paper: Paper, width: float, height: float) -> SetText:
    """Set a paper in the airiest way that takes the fewest pages."""
    best = _set(paper, 0, width, height)
    if 1 < best.pageCount() <= WORTH_TIGHTENING:
        for closer in range(1, len(FITS)):
            text = _set(paper, closer, width, height)
            if text.pageCount() < best.pageCount():
                best = text
    return best


def _set(paper: Paper, fit: int, width: float, height: float) -> SetText:
    text = SetText(html(paper, FITS[fit], typeface()), width, height)
    _keep_together(text)
    return text


def _keep_together(text: SetText) -> None:
    """Start a new page before a heading left behind and before a table that a page's end would cut.

    One walk is enough: a new page moves only what comes after it.
    """
    for block in text.blocks():
        following, table = block.next(), QTextCursor(block).currentTable()
        if HEADING in marks(block) and following.isValid():
            if _page(text, block) != _page(text, following):
                _break_before(block)
        elif table is not None and block.position() == table.firstPosition() and _is_cut(text, table):
            _move_table(text, table)


def _is_cut(text: SetText, table: QTextTable) -> bool:
    """Tell whether a table lies on two pages though it would fit on one."""
    box = text.documentLayout().frameBoundingRect(table)
    first, last = int(box.top() // text.page_height), int((box.bottom() - 1) // text.page_height)
    return first != last and box.height() < text.page_height


def _move_table(text: SetText, table: QTextTable) -> None:
    """Move a table to the next page, together with a heading right above it."""
    above = text.findBlock(table.firstPosition()).previous()
    if above.isValid() and HEADING in marks(above):
        _break_before(above)
        return
    shape = table.format().toTableFormat()
    shape.setTopMargin(2)  # a row of a sheet reaches up to its neighbour, which stays behind
    table.setFormat(shape)
    if _is_cut(text, table):
        shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        table.setFormat(shape)


def _break_before(block: QTextBlock) -> None:
    shape = block.blockFormat()
    shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(shape)


def _page(text: SetText, block: QTextBlock) -> int:
    box, layout = text.documentLayout().blockBoundingRect(block), block.layout()
    return int((box.top() + layout.lineAt(0).y()) // text.page_height)
