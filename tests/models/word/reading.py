"""What the tests of Word documents read: tables as a person sees them, and what LibreOffice makes of a document."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table


@dataclass(frozen=True)
class Seen:
    """A table with borders: the rows repeated on every page, and the others."""

    head: list[list[str]]
    rows: list[list[str]]
    xml: Any


def registers(path: Path) -> list[Seen]:
    """Read the tables that have a head; letterheads and signatures have none."""
    found = [_seen(table) for table in Document(str(path)).tables]
    return [each for each in found if each.head]


def _seen(table: Table) -> Seen:
    rows = [(_repeated(row._tr), [_words(cell) for cell in row._tr.tc_lst]) for row in table.rows]
    head = [cells for repeated, cells in rows if repeated]
    return Seen(head, [cells for repeated, cells in rows if not repeated], table._tbl)


def _repeated(row: Any) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def _words(cell: Any) -> str:
    kept = {qn("w:t"): None, qn("w:br"): "\n", qn("w:tab"): "\t"}
    lines = []
    for paragraph in cell.findall(qn("w:p")):
        pieces = [piece for run in paragraph.iter(qn("w:r")) for piece in run if piece.tag in kept]
        lines.append("".join(kept[piece.tag] or piece.text or "" for piece in pieces))
    return "\n".join(lines)


def whole(path: Path) -> str:
    """Give everything that stands in any part of a document, as it lies in the file."""
    with ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def printed(paths: list[Path]) -> list[str]:
    """Let LibreOffice print documents of one folder as PDF, and give the words of each without white space."""
    program, folder = shutil.which("soffice"), paths[0].parent
    assert program is not None
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder / "out", *paths], check=True, capture_output=True, timeout=300)
    told = []
    for path in paths:
        made = folder / "out" / path.with_suffix(".pdf").name
        done = subprocess.run(["pdftotext", "-raw", made, "-"], check=True, capture_output=True, timeout=60)
        told.append("".join(done.stdout.decode("utf-8").split()))
    return told
