"""The head of a table: the titles of its columns, below those that several columns share."""

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from models.excel.cells import clean_line
from models.excel.draft import Draft
from models.excel.styles import dress, height_of
from models.excel.workbook import Column, depth


def draw_heads(draft: Draft, sheet: Worksheet, columns: Sequence[Column], row: int) -> int:
    """Draw the head from a row on, its cells merged across and down; tell its last row."""
    levels = depth(columns)
    for level in range(levels):
        for number in range(1, len(columns) + 1):
            dress(sheet.cell(row + level, number), "text", "", tone="head")
    for level, down, first, last, words in _cells(columns, levels):
        title = clean_line(words, draft.tally)
        cell = draft.put_text(sheet, (row + level, first), title)
        dress(cell, "text", title, tone="head")
        if down > 1 or last > first:
            end = row + level + down - 1
            sheet.merge_cells(start_row=row + level, start_column=first, end_row=end, end_column=last)
    _set_heights(sheet, columns, levels, row)
    return row + levels - 1


def _cells(columns: Sequence[Column], levels: int) -> Iterator[tuple[int, int, int, int, str]]:
    """Give level, rows down, first column, last column and words of each cell of the head."""
    for level in range(levels):
        number = 1
        while number <= len(columns):
            groups, last = columns[number - 1].groups, number
            if level < len(groups):
                while last < len(columns) and columns[last].groups[: level + 1] == groups[: level + 1]:
                    last += 1
                yield level, 1, number, last, groups[level]
            elif level == len(groups):
                yield level, levels - level, number, number, columns[number - 1].title
            number = last + 1


def _set_heights(sheet: Worksheet, columns: Sequence[Column], levels: int, row: int) -> None:
    """Give each level the room of its own words; a title that goes down over several levels has all of theirs."""
    heights = [height_of([("x", 20)])] * levels
    for level, down, first, last, words in _cells(columns, levels):
        wide = sum(column.width for column in columns[first - 1 : last])
        needed = height_of([(words, wide - 1)])
        if down == 1:
            heights[level] = max(heights[level], needed)
    for level, down, first, last, words in _cells(columns, levels):
        if down > 1:
            wide = sum(column.width for column in columns[first - 1 : last])
            heights[-1] += max(0.0, height_of([(words, wide - 1)]) - sum(heights[level:]))
    for level, height in enumerate(heights):
        sheet.row_dimensions[row + level].height = height
