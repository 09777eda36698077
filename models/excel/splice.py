"""What is changed in the text of a sheet that openpyxl saved."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape as escape_xml

from models.excel.cells import escape
from models.excel.draft import Value
from models.excel.register import Part
from models.excel.workbook import column_letter

_DIMENSION = re.compile(rb'<dimension ref="([A-Z]+[0-9]+):([A-Z]+)([0-9]+)"\s*/>')
_FIRST_HEADER = re.compile(rb"<firstHeader>.*?</firstHeader>", re.DOTALL)
_FORMULA = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)><f>([^<]*)</f><v\s*(?:/>|></v>)</c>')


def cut_at_row(sheet: bytes, part: Part) -> tuple[bytes, bytes]:
    """Cut a register's sheet in two at its sample row, which is left out."""
    first, last = part.sheet.header_row + 1, part.last_row
    found = re.search(rb'<row r="%d"[^>]*?(?:/>|>.*?</row>)' % first, sheet, re.DOTALL)
    if found is None:
        raise ValueError("the sample row is missing")
    before, after = sheet[: found.start()], sheet[found.end() :]
    before = _DIMENSION.sub(
        lambda m: b'<dimension ref="%s:%s%d"/>' % (m[1], m[2], max(last, int(m[3]))), before, count=1
    )
    text = f"A{first}:{column_letter(len(part.sheet.columns))}{last}"
    # codes and telephone numbers are meant to be text: no green corners
    marks = (
        b'<ignoredErrors><ignoredError sqref="%s" numberStoredAsText="1"/></ignoredErrors><tableParts' % text.encode()
    )
    after = _FIRST_HEADER.sub(lambda m: m[0].replace(b"_x000a_", b"\n"), after)  # openpyxl's own sign is read by few
    return before, after.replace(b"<tableParts", marks, 1)


def put_values(sheet: bytes, values: Mapping[str, Value]) -> bytes:
    """Put our own values into a sheet's formulas, which openpyxl writes without any."""

    def put(found: re.Match[bytes]) -> bytes:
        address, about, formula = found.groups()
        value = values[address.decode()]
        if value is None:
            return found[0]
        shown, kind = (escape_xml(escape(value)), b' t="str"') if isinstance(value, str) else (repr(value), b"")
        return b'<c r="%s"%s%s><f>%s</f><v>%s</v></c>' % (address, about, kind, formula, shown.encode())

    return _FORMULA.sub(put, sheet) if values else sheet
