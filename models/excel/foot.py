"""What frames a page as openpyxl draws it: letterhead above, recipients and signature below."""

from collections.abc import Iterable

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.excel.draft import Draft, width_of
from models.excel.styles import face, lay
from models.excel.workbook import Letterhead, Signature

_WIDE = 1.35
"""Digits' widths that a bold capital takes at most at 12 points."""


def _make_room(sheet: Worksheet, first: int, last: int, lines: Iterable[str]) -> None:
    """Widen the last of some columns until each line stands on one."""
    wide = sum(width_of(sheet, number) for number in range(first, last + 1))
    needed = max(len(line) for line in lines) * _WIDE + 2
    if needed > wide:
        sheet.column_dimensions[get_column_letter(last)].width += needed - wide


def _middle(sheet: Worksheet, columns: int) -> int:
    """Find the last column of the left half, so that the right one has a little more room."""
    widths = [width_of(sheet, number) for number in range(1, columns + 1)]
    first = next((n for n, wide in enumerate(widths, 1) if wide), 1)  # none before it is seen
    return next((n for n in range(first, columns) if sum(widths[: n + 1]) > sum(widths) * 0.5), max(1, columns - 1))


def draw_letterhead(draft: Draft, sheet: Worksheet, head: Letterhead, columns: int) -> int:
    """Draw the head; sizes and weights follow Decree 30/2020/ND-CP, annex I."""
    middle = _middle(sheet, columns)
    _make_room(sheet, 1, middle, (head.superior, head.office, head.number))
    if middle < columns:
        _make_room(sheet, middle + 1, columns, (head.nation, head.place_and_date))
    rows = (
        (head.superior, face(12), head.nation, face(12, bold=True)),
        (head.office, face(12, bold=True), head.motto, face(13, bold=True, underline=True)),
        ("─" * 8, face(8), "", face(8)),
        (head.number, face(13), head.place_and_date, face(13, italic=True)),
    )
    for row, (left, left_face, right, right_face) in enumerate(rows, 1):
        draft.put_line(sheet, (row, 1), left, middle, (left_face, lay("center")))
        if middle < columns:
            draft.put_line(sheet, (row, middle + 1), right, columns, (right_face, lay("center")))
    return len(rows) + 2


def draw_signature(draft: Draft, sheet: Worksheet, foot: Signature, row: int, columns: int) -> int:
    """Draw who receives the paper and who signs it, with room for a signature of four lines."""
    middle = _middle(sheet, columns)
    left = [foot.recipients_title, *foot.recipients] if foot.recipients else []
    right = [*foot.capacity, "", "", "", "", foot.name]
    for place in range(max(len(left), len(right))):
        if place < len(left):
            look = face(12, bold=True, italic=True) if place == 0 else face(11)
            draft.put_line(sheet, (row + place, 1), left[place], middle, (look, lay()))
        if place < len(right) and middle < columns:
            look = face(13, bold=True)
            draft.put_line(sheet, (row + place, middle + 1), right[place], columns, (look, lay("center")))
    return row + max(len(left), len(right))
