"""What the tests of templates share: names with a list of any texts, and templates made on the spot."""

import random
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from openpyxl import Workbook

from models.filling.naming import Listing, Name, Names, value_of
from tests.models.excel.hostile import KNOWN


def names_of_texts(texts: Sequence[str], **singles: object) -> Names:
    """Give names: ``danh_sach.ten`` for each text, ``danh_sach.so`` for its place, and single ones."""
    names = Names("en")
    for told, value in singles.items():
        names.add(Name(told), value_of(value))
    rows = [(value_of(place), value_of(text)) for place, text in enumerate(texts, 1)]
    columns = (Name("so", ("number",)), Name("ten", ("name",)))
    names.add_list(Listing(Name("danh_sach", ("list",), "The list"), columns, lambda: rows))
    return names


def hostile(count: int) -> list[str]:
    """Make this many different hostile texts, the known ones first; always the same."""
    chance = random.Random(4)
    known = (*KNOWN, "A R&D", "<w:t>", "</w:p>", "{{", "}}", "{% raw %}", "{{danh_sach.ten}}")
    letters = [*map(chr, range(0x180)), *"ảệữơđ=+-@&<>{}%_x\t\n\ud800\udfff\ufffe\uffff\u202e\u2028ລ中👨𠮷"]
    found = dict.fromkeys(known)
    while len(found) < count:
        made = "".join(chance.choices(letters, k=chance.randint(1, 30)))
        found[chance.choice(["", "=", "+", "-", "@", "\t=", "＝", chance.choice(known)]) + made] = None
    return list(found)


def workbook(path: Path, **cells: object) -> Path:
    """Make a workbook of one sheet with these cells."""
    book = Workbook()
    assert book.active is not None
    for place, value in cells.items():
        book.active[place] = value
    book.save(path)
    return path


def document(path: Path, *lines: str, row: Sequence[str] = ()) -> Path:
    """Make a document of these paragraphs, and a table with one row."""
    made = Document()
    for line in lines:
        made.add_paragraph(line)
    if row:
        table = made.add_table(rows=1, cols=len(row))
        for cell, words in zip(table.rows[0].cells, row, strict=True):
            cell.text = words
    made.save(str(path))
    return path


def changed(source: Path, target: Path, **parts: bytes | None) -> Path:
    """Copy a template with parts put in, changed, or (None) left out; "__" stands for "/"."""
    told = {name.replace("__", "/").replace("_dot_", "."): content for name, content in parts.items()}
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in told:
                new.writestr(name, old.read(name))
        for name, content in told.items():
            if content is not None:
                new.writestr(name, content)
    return target
