"""Pictures and charts of a template, which openpyxl does not keep: their parts go into the filled file as they were."""

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.sax.saxutils import escape, quoteattr, unescape
from zipfile import ZIP_DEFLATED, ZipFile

from defusedxml.ElementTree import fromstring

from models.excel.gap import Gap

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWING = f"{_OFFICE}/drawing"
_ANCHOR = re.compile(r"(<(?:\w+:)?row>)(\d+)(</(?:\w+:)?row>)")
_REFERENCE = re.compile(r"(<(?:\w+:)?f>)([^<]+)(</(?:\w+:)?f>)")
# What stands behind a drawing in a sheet (ECMA-376, CT_Worksheet).
_AFTER = re.compile(r"<(?:legacyDrawing\w*|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b")

Shifts = Mapping[str, Sequence[tuple[int, int]]]


def keep_drawings(template: bytes, saved: bytes, shifts: Shifts) -> bytes:
    """Put the drawings of a template into the saved workbook; they follow the rows that ``shifts`` put in."""
    with ZipFile(BytesIO(template)) as old, ZipFile(BytesIO(saved)) as new:
        drawn = {name: part for name, sheet in sheets_of(old).items() if (part := _drawing(old, sheet))}
        if not drawn:
            return saved
        places = sheets_of(new)
        parts: dict[str, bytes] = {}
        for name, drawing in drawn.items():
            for part in _tree(old, drawing):
                parts[part] = _followed(old.read(part), part, name, shifts)
        changed = {"[Content_Types].xml": _types(old, new, parts)}
        for name, drawing in drawn.items():
            changed |= _linked(new, places[name], drawing)
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as made:
            for name in new.namelist():
                if name not in changed and name not in parts:
                    made.writestr(new.getinfo(name), new.read(name))
            for name, content in (parts | changed).items():
                made.writestr(name, content)
        return out.getvalue()


def _related(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Give what a part leads to inside the file: type and part by their number."""
    rels = f"{dirname(part)}/_rels/{part.rpartition('/')[2]}.rels".lstrip("/")
    if rels not in archive.namelist():
        return {}
    found = {}
    for each in fromstring(archive.read(rels)):
        target = each.get("Target", "")
        if each.get("TargetMode") != "External":
            place = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
            found[each.get("Id", "")] = (each.get("Type", ""), place)
    return found


def sheets_of(archive: ZipFile) -> dict[str, str]:
    """Give the part of each sheet by its title."""
    related = _related(archive, "xl/workbook.xml")
    root = fromstring(archive.read("xl/workbook.xml"))
    sheets = (each for each in root.iter() if each.tag.endswith("}sheet"))
    return {each.get("name", ""): related[each.get(f"{{{_OFFICE}}}id", "")][1] for each in sheets}


def _drawing(archive: ZipFile, sheet: str) -> str:
    found = (part for kind, part in _related(archive, sheet).values() if kind == _DRAWING)
    return next((part for part in found if part in archive.namelist()), "")


def _tree(archive: ZipFile, part: str) -> Iterator[str]:
    """Give a part and all that it leads to, with what tells where."""
    seen: list[str] = []
    waiting = [part]
    while waiting:
        each = waiting.pop()
        if each in seen or each not in archive.namelist():
            continue
        seen.append(each)
        yield each
        rels = f"{dirname(each)}/_rels/{each.rpartition('/')[2]}.rels"
        if rels in archive.namelist():
            yield rels
        waiting += [target for _, target in _related(archive, each).values()]


def _followed(content: bytes, part: str, sheet: str, shifts: Shifts) -> bytes:
    """Move anchors and references below the rows that were put in."""
    if not part.endswith(".xml"):
        return content
    text = content.decode("utf-8")
    if "/drawings/" in part:
        mine = shifts.get(sheet, ())
        text = _ANCHOR.sub(lambda m: f"{m[1]}{int(m[2]) + sum(n for at, n in mine if int(m[2]) >= at)}{m[3]}", text)

    def moved(found: re.Match[str]) -> str:
        told = unescape(found[2])
        for title, several in shifts.items():
            for row, more in several:
                told = Gap(title, row, more).series(told)
        return f"{found[1]}{escape(told)}{found[3]}"

    return (_REFERENCE.sub(moved, text) if "/charts/" in part else text).encode()


def _types(old: ZipFile, new: ZipFile, parts: Mapping[str, bytes]) -> bytes:
    """Tell the kinds of the parts that are put in."""
    told = new.read("[Content_Types].xml").decode()
    before = fromstring(old.read("[Content_Types].xml"))
    overrides = {each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in before}
    defaults = {each.get("Extension", "").casefold(): each.get("ContentType", "") for each in before}
    added = []
    for part in parts:
        ending = part.rpartition(".")[2]
        if part in overrides and f'"/{part}"' not in told:
            added.append(f"<Override PartName={quoteattr('/' + part)} ContentType={quoteattr(overrides[part])}/>")
        elif ending.casefold() in defaults and f'Extension="{ending}"' not in told + "".join(added):
            kind = defaults[ending.casefold()]
            added.append(f"<Default Extension={quoteattr(ending)} ContentType={quoteattr(kind)}/>")
    return told.replace("</Types>", "".join(added) + "</Types>").encode()


def _linked(new: ZipFile, sheet: str, drawing: str) -> dict[str, bytes]:
    """Lead a sheet to its drawing."""
    text = new.read(sheet).decode()
    link = f'<drawing xmlns:r="{_OFFICE}" r:id="drawn"/>'
    after = _AFTER.search(text)
    place = after.start() if after else text.rindex("</worksheet>")
    rels = f"{dirname(sheet)}/_rels/{sheet.rpartition('/')[2]}.rels"
    nothing = f'<Relationships xmlns="{_RELATIONS}"></Relationships>'
    known = new.read(rels).decode() if rels in new.namelist() else nothing
    relation = f'<Relationship Id="drawn" Type="{_DRAWING}" Target={quoteattr("/" + drawing)}/>'
    return {
        sheet: (text[:place] + link + text[place:]).encode(),
        rels: known.replace("</Relationships>", relation + "</Relationships>").encode(),
    }
