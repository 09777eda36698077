"""A template is looked over before it is read: what is broken, locked, swollen or carries a program is refused."""

import re
import zlib
from io import BytesIO
from pathlib import Path
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from models.text import mark, say

MOST_BYTES, MOST_PART, MOST_WHOLE = 64 << 20, 128 << 20, 256 << 20
MOST_PARTS, MOST_RATIO, RATIO_FROM = 2_000, 250, 10 << 20
DEEPEST, MOST_ELEMENTS = 200, 500_000
MAIN = {".xlsx": "xl/workbook.xml", ".docx": "word/document.xml"}

_TITLES = {".xlsx": mark("an Excel workbook (.xlsx)"), ".docx": mark("a Word document (.docx)")}
_KIND = mark("“{name}” cannot be used as a template: it is not {kind}. Save it as one and choose it again.")
_MACROS = mark(
    "“{name}” carries macros and is not used as a template. Save it without macros, as .xlsx or .docx, and choose it "
    "again."
)
_LOCKED = mark(
    "“{name}” has a password or is of the old kind (.doc, .xls). Take the password off or save it as .xlsx or .docx, "
    "and choose it again."
)
_BROKEN = mark(
    "“{name}” is damaged and cannot be read ({part}). Open it in Word or Excel, save it anew, and choose it again."
)
_SWOLLEN = mark("“{name}” is too large for a template, or made to swell when it is opened. It was not read further.")
_OUTSIDE = mark(
    "“{name}” fetches something from outside ({target}) and is not used as a template. Break the links to other files "
    "in it and choose it again."
)
_LIVE = mark("“{name}” carries a program or a control ({part}) and is not used as a template. Take it out.")
_UNREACHED = mark("“{name}” cannot be read. Check that the file is there and that you may open it.")

_HOSTILE = re.compile(r"vbaproject|macrosheets|/activex/|\.bin$|oleobject|customui", re.IGNORECASE)
_HARMLESS_BIN = re.compile(r"printersettings", re.IGNORECASE)
_FETCHING = re.compile(r"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|MACROBUTTON)\b")
# Links that a reader clicks are harmless; the Word template that a document was made with is let go when it is filled.
_LEFT = ("/hyperlink", "/attachedTemplate")


class TemplateRefused(Exception):
    """A template that is not filled; the text says why and what to do."""


def open_safely(path: Path) -> bytes:
    """Read a template whole and give its bytes once nothing in it is to be feared; raise ``TemplateRefused``."""
    told = path.suffix.casefold()
    if told in (".xlsm", ".docm", ".xltm", ".dotm", ".xlam", ".xlsb"):
        raise _refused(_MACROS, path)
    if told in (".xls", ".doc"):
        raise _refused(_LOCKED, path)
    if told not in MAIN:
        kinds = f"{say(_TITLES['.docx'])} / {say(_TITLES['.xlsx'])}"
        raise TemplateRefused(say(_KIND).format(name=path.name, kind=kinds))
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _refused(_SWOLLEN, path)
        content = path.read_bytes()
    except OSError as error:
        raise _refused(_UNREACHED, path) from error
    if content[:4] == b"\xd0\xcf\x11\xe0":
        raise _refused(_LOCKED, path)
    try:
        with ZipFile(BytesIO(content)) as archive:
            _look_over(archive, path, told)
    except (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        if content[:2] != b"PK":
            raise TemplateRefused(say(_KIND).format(name=path.name, kind=say(_TITLES[told]))) from error
        raise _refused(_BROKEN, path, part="zip") from error
    return content


def _refused(words: str, path: Path, **values: str) -> TemplateRefused:
    return TemplateRefused(say(words).format(name=path.name, **values))


def _look_over(archive: ZipFile, path: Path, told: str) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    _measure(parts, path)
    if MAIN[told] not in names or "[Content_Types].xml" not in names:
        raise TemplateRefused(say(_KIND).format(name=path.name, kind=say(_TITLES[told])))
    for name in names:
        if _HOSTILE.search(f"/{name}") and not _HARMLESS_BIN.search(name):
            raise _refused(_MACROS if "vba" in name.casefold() else _LIVE, path, part=name)
    if b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise _refused(_MACROS, path)
    for part in parts:
        if part.filename.endswith((".xml", ".rels", ".vml")):
            _look_at(archive.read(part), part.filename, path)
        else:
            with archive.open(part) as inside:
                while inside.read(1 << 20):  # its sum is checked at the end
                    pass


def _measure(parts: list[ZipInfo], path: Path) -> None:
    """Refuse by what the zip says of itself; reading stops where it lied."""
    names = [part.filename.casefold() for part in parts]
    if len(parts) > MOST_PARTS or len(set(names)) != len(names):
        raise _refused(_SWOLLEN, path)
    for part in parts:
        if part.flag_bits & 1:
            raise _refused(_LOCKED, path)
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise _refused(_BROKEN, path, part=part.filename)
        swollen = part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(1, part.compress_size)
        if part.file_size > MOST_PART or swollen:
            raise _refused(_SWOLLEN, path)
    if sum(part.file_size for part in parts) > MOST_WHOLE:
        raise _refused(_SWOLLEN, path)


def _look_at(content: bytes, part: str, path: Path) -> None:
    """Refuse a part that is no plain XML, is built too deep, or reaches out of the file."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:100]:
        raise _refused(_BROKEN, path, part=part)
    look = _Look()
    try:
        look.through(content)
    except _Swollen as error:
        raise _refused(_SWOLLEN, path) from error
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise _refused(_BROKEN, path, part=part) from error
    if part.endswith(".rels") and look.outside:
        raise _refused(_OUTSIDE, path, target=look.outside[0][:100])
    if "externalLinks/" in part:
        raise _refused(_OUTSIDE, path, target=part)
    found = _FETCHING.search(look.orders.upper())
    if part.startswith("word/") and found:
        raise _refused(_OUTSIDE, path, target=found[0])


class _Swollen(Exception):
    """Too deep or too many."""


class _Look:
    """One pass over a part, without building anything: how deep it is, what it fetches, what Word would do with it."""

    def __init__(self) -> None:
        self.depth = self.elements = 0
        self.outside: list[str] = []
        self.orders = ""
        self._in_order = False

    def through(self, content: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _no_declaration
        parser.Parse(content, True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        if self.depth > DEEPEST or self.elements > MOST_ELEMENTS:
            raise _Swollen
        name = tag.rpartition(":")[2]
        outside = name == "Relationship" and attributes.get("TargetMode") == "External"
        if outside and not attributes.get("Type", "").endswith(_LEFT):
            self.outside.append(attributes.get("Target", "?"))
        self._in_order = name == "instrText"
        if name == "fldSimple":
            self.orders += " ".join(attributes.values()) + " "

    def _end(self, _tag: str) -> None:
        self.depth -= 1
        self._in_order = False

    def _text(self, text: str) -> None:
        if self._in_order:
            self.orders += text


def _no_declaration(*_told: object) -> None:
    raise ValueError("a declaration of a document type")
