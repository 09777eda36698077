"""Any paper as a Word document: written beside its place, read again word for word, then put in place."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from models.files import WriteRefused, atomic_write
from models.letters import left_out
from models.paper.sheet import Folder, Paper, Register, annexes
from models.reading import show_number
from models.text import mark, say
from models.word.document import Part, blank, fill, room_of
from models.word.draft import Draft, Look
from models.word.fields import Element
from models.word.register import add_register
from models.word.sheet import add_paper

_WRONG = mark(
    "The document could not be read back as it was meant ({where}). "
    "The old file is unchanged. Try again, or save to another disk."
)
_TOO_LONG = mark(
    "A Word document with tables of {n} cells could not be opened on most computers; the most is {most}. "
    "Nothing was written. Choose a shorter period, or write a workbook."
)
MOST_CELLS = 300_000
_END = Look(1)  # after a table stands a paragraph; the last of a section holds its sheet
_SHOWN = 40


@dataclass(frozen=True)
class Composed:
    """A document ready to be written, the words of its paragraphs, how many characters had to be changed."""

    document: WordFile
    said: list[str]
    changed: int


def write_paper(thing: Paper | Register | Folder, path: Path) -> tuple[str, ...]:
    """Write a paper, a register or several to a file, and give sentences about what a person should look at.

    Raises ``WriteRefused``; the file that stood there before is then as it was.
    """
    return save(compose(thing), path)


def compose(thing: Paper | Register | Folder) -> Composed:
    """Lay a paper, a register or several out as a document, in the language in use."""
    parts: list[Part] = list(thing.registers) if isinstance(thing, Folder) else [thing]
    parts += annexes(thing) if isinstance(thing, Paper) else ()
    _look_ahead(parts)
    draft, ends = Draft(), []
    for place, part in enumerate(parts, 1):
        add_paper(draft, part, room_of(part)) if isinstance(part, Paper) else add_register(draft, part, room_of(part))
        if place == len(parts):
            for note in left_out(draft.changed):
                draft.add(note, Look(10, italic=True, before=6))
        draft.add("", _END)
        ends.append(len(draft.parts) - 1)
    document = blank(thing.title)
    fill(document, draft, ends, parts)
    return Composed(document, draft.said, draft.changed)


def _look_ahead(parts: list[Part]) -> None:
    """Refuse what Word would choke on before it is made."""
    cells = sum(len(part.rows) * len(part.columns) for part in parts if isinstance(part, Register))
    if cells > MOST_CELLS:
        raise WriteRefused(say(_TOO_LONG).format(n=show_number(cells), most=show_number(MOST_CELLS)))


def save(made: Composed, path: Path) -> tuple[str, ...]:
    """Put a document into a file as ``write_paper`` does."""

    def write(out: BinaryIO) -> None:
        made.document.save(out)

    atomic_write(path, write, lambda passing: _look_over(passing, made.said))
    return left_out(made.changed)


def _look_over(made: Path, said: list[str]) -> None:
    """Open the finished file again and compare the words of every paragraph."""
    try:
        with ZipFile(made) as archive:
            broken = archive.testzip()
        found = [] if broken else list(texts(Document(str(made)).element.body))
    except Exception as error:
        raise WriteRefused(say(_WRONG).format(where=type(error).__name__)) from error
    if broken:
        raise WriteRefused(say(_WRONG).format(where=broken))
    for read, meant in zip_longest(found, said):
        if read != meant:
            raise WriteRefused(say(_WRONG).format(where=(meant or read or "")[:_SHOWN]))


_LETTERS = {qn("w:br"): "\n", qn("w:tab"): "\t"}
_TEXT = qn("w:t")


def texts(body: Element) -> Iterator[str]:
    """Give the words of every paragraph as a person reads them."""
    for paragraph in body.iter(qn("w:p")):
        pieces = (piece for run in paragraph.iter(qn("w:r")) for piece in run)
        yield "".join(piece.text or "" if piece.tag == _TEXT else _LETTERS.get(piece.tag, "") for piece in pieces)
