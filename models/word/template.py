"""A Word document of the office's own, filled: one for a period or record, or one letter for each row of a list."""

import re
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.part import Part, XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from models.files import WriteRefused, atomic_write
from models.filling import Filled, Gathered, Listing, Names, TemplateRefused, open_safely
from models.text import mark, say
from models.word.fields import Element, fill_part, number_pictures, texts

_UNREAD = mark("“{name}” cannot be read as a document ({reason}). Open it in Word, save it anew, and choose it again.")
_NO_LIST = mark("There is no list “{name}” here; a letter can be written for each row of: {known}.")
_NO_ROWS = mark("“{name}” has no rows, so there is no letter to write. Nothing was saved.")
_WRONG = mark(
    "The filled document could not be read back as it was meant. The old file is unchanged. Try again, or save to "
    "another disk."
)
_ORIGIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
_PARTS = {CONTENT_TYPE.WML_FOOTNOTES, CONTENT_TYPE.WML_ENDNOTES}
# What a section says after its page numbers (ECMA-376, CT_SectPr).
_AFTER_NUMBERS = ("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
                  "printerSettings", "sectPrChange")  # fmt: skip
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def fill_document(template: Path, path: Path, names: Names, each: str = "") -> Filled:
    """Fill a document into a new file; raise ``TemplateRefused`` or ``WriteRefused``, and then nothing is written.

    With ``each`` (the name of a list) a letter is written for every row: in a .zip a file for each, else one document
    with each letter on a page of its own.
    """
    content = open_safely(template)
    gathered = Gathered(names)
    if not each:
        made = _filled(content, template, gathered)
    else:
        listing = _listing(names, each)
        make = _zipped if path.suffix.casefold() == ".zip" else _one_after_another
        made = make(content, template, gathered, listing)

    def write(out: BinaryIO) -> None:
        out.write(made)

    atomic_write(path, write, _look_over)
    gathered.names = names
    return gathered.outcome(path)


def _listing(names: Names, each: str) -> Listing:
    listing = names.listing(each)
    if listing is None:
        known = ", ".join(one.name.name for one in names.lists)
        raise TemplateRefused(say(_NO_LIST).format(name=each, known=known))
    if not listing.rows:
        raise TemplateRefused(say(_NO_ROWS).format(name=listing.name.words))
    return listing


def _open(content: bytes, template: Path) -> WordFile:
    try:
        document = Document(BytesIO(content))
    except Exception as error:  # the reader meets many kinds of damage; to a person they are one
        raise TemplateRefused(say(_UNREAD).format(name=template.name, reason=type(error).__name__)) from error
    _forget_origin(document)
    return document


def _forget_origin(document: WordFile) -> None:
    """Take out the link to the Word template a document was made with: it names a person's folder, or fetches it."""
    part = document.part._settings_part
    for each in list(part.element.iter(qn("w:attachedTemplate"))):
        each.getparent().remove(each)
    for number, relation in list(part.rels.items()):
        if relation.reltype == _ORIGIN:
            del part.rels[number]


def _filled(content: bytes, template: Path, gathered: Gathered) -> bytes:
    document = _open(content, template)
    _fill(document, gathered)
    return _saved(document)


def _fill(document: WordFile, gathered: Gathered, *, body: bool = True) -> None:
    for root, keep in _roots(document):
        if body or root is not document.element:
            fill_part(root, gathered)
        number_pictures(root)
        keep()


def _roots(document: WordFile) -> Iterator[tuple[Element, Any]]:
    """Give the body, heads, feet and notes of a document, each with what keeps its change."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart) and part.content_type.endswith(("main+xml", "header+xml", "footer+xml")):
            yield part.element, lambda: None
        elif isinstance(part, Part) and part.content_type in _PARTS:
            root = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
            yield root, lambda part=part, root=root: _keep(part, root)


def _keep(part: Part, root: Element) -> None:
    if not isinstance(part, XmlPart):
        part._blob = serialize_part_xml(root)


def _saved(document: WordFile) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _zipped(content: bytes, template: Path, gathered: Gathered, listing: Listing) -> bytes:
    """Make a file for each row, named by its place and its first words."""
    out, names = BytesIO(), gathered.names
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for place, row in enumerate(listing.rows, 1):
            gathered.names = names.with_row(listing, row)
            told = next((value.words for value in row[1:] if value.words), "")
            title = _FORBIDDEN.sub(" ", told).strip(" .")[:60]
            archive.writestr(f"{place:02d} {title}".strip() + ".docx", _filled(content, template, gathered))
    return out.getvalue()


def _one_after_another(content: bytes, template: Path, gathered: Gathered, listing: Listing) -> bytes:
    """Make one document with every letter on a page of its own."""
    document, names = _open(content, template), gathered.names
    body = document.element.body
    pattern = [each for each in body if each.tag != qn("w:sectPr")]
    last = body.find(qn("w:sectPr"))
    for each in pattern:
        body.remove(each)
    for place, row in enumerate(listing.rows, 1):
        gathered.names = names.with_row(listing, row)
        holder = deepcopy(body)
        for each in list(holder):
            holder.remove(each)
        holder.extend(deepcopy(each) for each in pattern)
        fill_part(holder, gathered)
        for each in list(holder):
            body.append(each) if last is None else last.addprevious(each)
        if place < len(listing.rows):
            _end_letter(document, last)
    if last is not None:
        _count_from_one(last)
    gathered.names = names.without(listing)
    _fill(document, gathered, body=False)
    return _saved(document)


def _end_letter(document: WordFile, section: Element) -> None:
    """Close a letter by a section of its own: the next begins a page, and its pages count from 1."""
    line = document.add_paragraph()
    line.paragraph_format.space_after = line.paragraph_format.space_before = Pt(0)
    line.paragraph_format.line_spacing = Pt(1)
    made = OxmlElement("w:sectPr") if section is None else deepcopy(section)
    _count_from_one(made)
    line._p.get_or_add_pPr().append(made)


def _count_from_one(section: Element) -> None:
    """Begin a section on a new page, numbered 1."""
    for name in ("w:type", "w:pgNumType"):
        for each in section.findall(qn(name)):
            section.remove(each)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    after = [qn(f"w:{each}") for each in _AFTER_NUMBERS]
    place = next((each for each in section if each.tag in after), None)
    section.append(numbers) if place is None else place.addprevious(numbers)


def _look_over(made: Path) -> None:
    """Open the finished file again, to its last letter."""
    try:
        with ZipFile(made) as archive:
            whole = archive.testzip() is None
            inside = [BytesIO(archive.read(name)) for name in archive.namelist() if name.endswith(".docx")]
        for each in inside or [BytesIO(made.read_bytes())]:
            whole = whole and any(True for _ in texts(Document(each).element))
    except Exception as error:
        raise WriteRefused(say(_WRONG)) from error
    if not whole:
        raise WriteRefused(say(_WRONG))
