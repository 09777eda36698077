"""Fields in the text of a Word part: replaced across the pieces into which Word cuts a paragraph."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from models import letters
from models.filling import FIELD, Gathered, Listing
from models.word.clauses import unsaid

Element = Any
_P, _T, _R, _TR, _TC = (qn(f"w:{each}") for each in ("p", "t", "r", "tr", "tc"))
_BLOCKS = (_P, qn("w:tbl"), qn("w:sdt"))
_MARKS = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
_IDENTITY = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

Row = tuple[Listing, int] | None


def fill_part(root: Element, gathered: Gathered) -> None:
    """Fill a part: rows and paragraphs that name a list are repeated, then every other field is replaced."""
    done = set(_repeat(root, gathered))  # what a value says there is not taken for a field
    for paragraph in list(root.iter(_P)):
        if paragraph not in done:
            fill_paragraph(paragraph, gathered, None)


def _repeat(root: Element, gathered: Gathered) -> Iterator[Element]:
    """Repeat the rows of tables, and the paragraphs outside such rows, that name a list; give what was filled."""
    filled: set[Element] = set()
    for row in list(root.iter(_TR)):
        if row.getparent() is None:
            continue
        own = [each for each in row.iter(_P) if next(each.iterancestors(_TR)) is row]
        listing = _named(own, gathered)
        if listing:
            filled.update(_copy(row, listing, gathered, max(1, len(listing.rows))))
    for paragraph in list(root.iter(_P)):
        listing = None if paragraph in filled else _named([paragraph], gathered)
        if listing:
            times = max(int(_alone(paragraph) or _ends_section(paragraph)), len(listing.rows))
            ends = _ends_list(paragraph)
            copies = list(_copy(paragraph, listing, gathered, times))
            filled.update(copies)
            if copies and ends:
                _end_sentence(copies[-1])
    yield from filled


def _alone(paragraph: Element) -> bool:
    """Tell whether a cell or page would be left without a paragraph."""
    beside = (*paragraph.itersiblings(), *paragraph.itersiblings(preceding=True))
    return not any(each.tag in _BLOCKS for each in beside)


def _ends_list(paragraph: Element) -> bool:
    """Tell whether items that close with a semicolon end here, and no further item follows."""
    text, after = text_of(paragraph).strip(), paragraph.getnext()
    goes_on = after is not None and after.tag == _P and text_of(after).strip()[:1] == text[:1]
    return text.endswith(";") and not goes_on


def _end_sentence(paragraph: Element) -> None:
    """Close the last item with a full stop."""
    pieces = _pieces(paragraph)
    text = "".join(each.text or "" for each in pieces)
    place = text.rfind(";")
    if not text[place + 1 :].strip():
        _replace(pieces, place, place + 1, ".")


def _ends_section(paragraph: Element) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None


def _named(paragraphs: list[Element], gathered: Gathered) -> Listing | None:
    for paragraph in paragraphs:
        for told in FIELD.findall(text_of(paragraph)):
            column = gathered.names.column(told)
            if column:
                return column[0]
    return None


def _copy(pattern: Element, listing: Listing, gathered: Gathered, times: int) -> Iterator[Element]:
    """Put a copy of a row or paragraph for each item in the place of the pattern; give the paragraphs filled."""
    for place in range(times):
        made = deepcopy(pattern)
        if place:
            _lose_identity(made)
        pattern.addprevious(made)
        for paragraph in [made] if made.tag == _P else list(made.iter(_P)):
            fill_paragraph(paragraph, gathered, (listing, place))
            yield paragraph
    pattern.getparent().remove(pattern)


def _lose_identity(made: Element) -> None:
    """Take from a copy what may stand only once in a document."""
    for each in list(made.iter()):
        if each.tag in _MARKS:
            each.getparent().remove(each)
            continue
        for name in [name for name in each.attrib if str(name).startswith(_IDENTITY)]:
            del each.attrib[name]


def number_pictures(root: Element) -> None:
    """Give each picture of a part a number of its own."""
    for place, each in enumerate(root.iter(_PICTURE), 1):
        each.set("id", str(place))


def _pieces(paragraph: Element) -> list[Element]:
    """Give the text pieces of a paragraph, without those of text boxes inside it."""
    return [each for each in paragraph.iter(_T) if next(each.iterancestors(_P)) is paragraph]


def text_of(paragraph: Element) -> str:
    """Give the text of a paragraph as its fields are looked for."""
    return "".join(each.text or "" for each in _pieces(paragraph))


def fill_paragraph(paragraph: Element, gathered: Gathered, row: Row) -> None:
    """Replace the fields of a paragraph; the look of a field's first letter is the look of its value."""
    pieces = _pieces(paragraph)
    text = "".join(each.text or "" for each in pieces)
    if "{{" not in text:
        return
    dropped = unsaid(text, lambda told: gathered.find(told, row))
    for start, end in dropped:
        _replace(pieces, start, end, "")
    text = "".join(each.text or "" for each in pieces)
    if dropped and not text.strip() and not _alone(paragraph) and not _ends_section(paragraph):
        paragraph.getparent().remove(paragraph)
        return
    found = [(match, gathered.value(match[1], row)) for match in FIELD.finditer(text)]
    for match, value in reversed(found):
        if value is not None:
            gathered.cleaned += letters.clean(_BREAKS.sub("\n", value.words))[1]
            _replace(pieces, match.start(), match.end(), _plain(value.words))
    for piece in pieces:
        _break_lines(piece)


def _plain(words: str) -> str:
    """Give a text without what XML cannot hold."""
    return letters.clean(_BREAKS.sub("\n", words))[0]


def _replace(pieces: list[Element], start: int, end: int, words: str) -> None:
    """Put words in the place of some letters of a paragraph."""
    place = 0
    for piece in pieces:
        text = piece.text or ""
        first, last = max(start - place, 0), min(end - place, len(text))
        if first < last:
            piece.text = text[:first] + words + text[last:]
            piece.set(qn("xml:space"), "preserve")
            words = ""  # the rest of the field only goes away
        place += len(text)


def _break_lines(piece: Element) -> None:
    """Write line ends and tabs of a text as Word does."""
    text = piece.text or ""
    if "\n" not in text and "\t" not in text:
        return
    parts = re.split("([\n\t])", text)
    piece.text = parts[0]
    at = piece
    for part in parts[1:]:
        if part in ("\n", "\t"):
            made = OxmlElement("w:br" if part == "\n" else "w:tab")
        elif part:
            made = OxmlElement("w:t")
            made.text = part
            made.set(qn("xml:space"), "preserve")
        else:
            continue
        at.addnext(made)
        at = made


def texts(root: Element) -> Iterator[str]:
    """Give the text of every paragraph of a part."""
    for paragraph in root.iter(_P):
        yield text_of(paragraph)
