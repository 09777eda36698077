"""The Word file around a body: typefaces, language, sheets with their margins, page numbers."""

import re
from copy import deepcopy
from datetime import datetime

from docx import Document
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.section import Section
from docx.shared import Mm

from models.letters import clean
from models.paper.frame import TYPEFACE
from models.paper.layout import Sheet, sheet_of
from models.paper.sheet import Paper, Register
from models.text import say, spoken
from models.word.draft import Draft, Look, field, runs
from models.word.fields import Element

Part = Paper | Register
CHINESE, LAO = "SimSun", "Leelawadee UI"
"""Typefaces that Windows brings, for letters that Times New Roman lacks."""
_POINTS = 72 / 25.4
_LONGEST_TITLE = 255
_NEWEST = "15"
"""The way of laying out that Word has had since 2013."""
_FOOT, _NUMBER = Look(9), Look(13)


def blank(title: str) -> WordFile:
    """Make an empty document in the Decree's typeface."""
    document = Document()
    body = document.element.body
    for each in [each for each in body if each.tag != qn("w:sectPr")]:
        body.remove(each)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for fonts in defaults.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        told = {"ascii": TYPEFACE, "hAnsi": TYPEFACE, "eastAsia": CHINESE, "cs": LAO}
        for name, value in told.items():
            fonts.set(qn(f"w:{name}"), value)
    for language in defaults.iter(qn("w:lang")):
        for name, value in {"val": _locale(), "eastAsia": "zh-CN", "bidi": "lo-LA"}.items():
            language.set(qn(f"w:{name}"), value)
    for spacing in defaults.iter(qn("w:spacing")):
        spacing.set(qn("w:after"), "0")
        spacing.set(qn("w:line"), "240")
    _lay_out_as_now(document)
    _describe(document, title)
    return document


def _locale() -> str:
    return {"vi": "vi-VN"}.get(spoken(), "en-GB")


def _lay_out_as_now(document: WordFile) -> None:
    for each in document.settings.element.iter(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), _NEWEST)


def _describe(document: WordFile, title: str) -> None:
    about, now = document.core_properties, datetime.now()
    about.title = " ".join(clean(title)[0].split())[:_LONGEST_TITLE]
    about.author = about.last_modified_by = "Bang Giao"
    about.comments, about.language, about.created, about.modified = "", _locale(), now, now


def room_of(part: Part) -> float:
    """Give the width between the margins in points."""
    sheet = sheet_of(part)
    return (sheet.size[0] - sheet.margins[0] - sheet.margins[2]) * _POINTS


def fill(document: WordFile, draft: Draft, ends: list[int], parts: list[Part]) -> None:
    """Put a body into a document; ``ends`` tell which of its pieces is the last of each part."""
    last = document.element.body.sectPr
    for place, piece in enumerate(draft.parts):
        made = parse_xml(piece.replace(">", f" {nsdecls('w')}>", 1))
        last.addprevious(made)
        if place in ends[:-1]:
            made.get_or_add_pPr().append(deepcopy(last))
    for place, (section, part) in enumerate(zip(document.sections, parts, strict=True)):
        _lay(section, sheet_of(part))
        section.different_first_page_header_footer = place == 0
        above = isinstance(parts[0], Paper)
        _number_above(section, place) if above else _foot(section, part, place)


def _lay(section: Section, sheet: Sheet) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(each) for each in sheet.size)
    left, top, right, bottom = (Mm(each) for each in sheet.margins)
    section.left_margin, section.top_margin, section.right_margin, section.bottom_margin = left, top, right, bottom
    section.header_distance, section.footer_distance = Mm(9), Mm(8)


def _number_above(section: Section, place: int) -> None:
    """Write the number of the page in the middle above, from the second page on (Decree 30/2020)."""
    if place == 0:
        _put(section.header.paragraphs[0]._p, '<w:jc w:val="center"/>', field("PAGE", _NUMBER))


def _foot(section: Section, part: Part, place: int) -> None:
    """Write the foot of a register: to the left its own words, to the right the number of the page and of all."""
    footer = part.footer if isinstance(part, Register) else ""
    words = "".join(runs(clean(footer)[0], _FOOT))
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{round(room_of(part) * 20)}"/></w:tabs>'
    section.footer.is_linked_to_previous = False
    _put(section.footer.paragraphs[0]._p, stop, words + "".join(runs("\t", _FOOT)) + _page_of_pages())
    if place == 0:
        _put(section.first_page_footer.paragraphs[0]._p, stop, words)


def _page_of_pages() -> str:
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    pieces = re.split(r"(\{pages?\})", say("Page {page}/{pages}"))
    return "".join(
        field(fields[each], _FOOT) if each in fields else "".join(runs(each, _FOOT)) for each in pieces if each
    )


def _put(paragraph: Element, look: str, inside: str) -> None:
    """Give a paragraph its look and pieces."""
    made = parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{look}</w:pPr>{inside}</w:p>")
    paragraph.getparent().replace(paragraph, made)
