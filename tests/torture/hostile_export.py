"""Hostile texts through every output: each file opens, none holds a formula of theirs, and no text is lost unsaid."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from openpyxl import load_workbook

from gui.printing import offscreen_pdf
from models import engine, letters, store
from models.excel.cells import LONGEST_TEXT, unescape
from models.excel.export import export_list
from models.excel.report import write_report as write_workbook
from models.excel.template import fill_workbook
from models.kinds import PAGES
from models.paper.annex import annexes
from models.paper.records import list_paper, speaking
from models.paper.sheet import Column, Register, Row
from models.reports.catalogue import made
from models.reports.periods import calendar_year
from models.store import Question
from models.word.fields import _plain
from models.word.report import write_report as write_document
from models.word.template import fill_document
from tests.models.excel.hostile import texts
from tests.models.excel.test_outside import all_through_libreoffice
from tests.models.filling.telling import document, names_of_texts, workbook
from tests.models.reports.small import put

YEAR = calendar_year(2025)
COLUMNS = ("name", "places", "result")
OWN = ("SUBTOTAL", "COUNTIFS", "SUMIFS", "SUM(", "SUMPRODUCT", "IF(", "=0", "INDEX")  # the program's own formulas
FIELDS = re.compile(rb"<w:instrText[^>]*>([^<]*)|<w:fldSimple[^>]*w:instr=\"([^\"]*)\"")
WORD = re.compile("[0-9A-Za-z]{3,}")
A_FILE = 2_000
"""Texts in one round of files; LibreOffice takes many minutes over thousands of rows of a wide document."""
ALLOWED = (b"PAGE", b"NUMPAGES", b"SECTIONPAGES")


def torture(folder: Path, times: int) -> dict[str, int]:
    """Write so many texts through every output and count what went wrong."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    given = [text for text in texts(times + times // 50 + 10) if text.strip()][:times]
    figures = dict.fromkeys(("strings", "files", "formulas", "unreadable", "lost"), 0)
    for number, start in enumerate(range(0, len(given), A_FILE)):
        place = folder / str(number)
        place.mkdir()
        for name, count in _one_round(place, given[start : start + A_FILE]).items():
            figures[name] += count
        shutil.rmtree(place)
    return figures


def _one_round(folder: Path, given: Sequence[str]) -> dict[str, int]:
    """Write some of the texts through every output, read all files and have LibreOffice open them."""
    kept = [text.encode("utf-8", "replace").decode().replace("\x00", "") for text in given]  # as a database holds them
    figures = {"strings": len(given), "files": 0, "formulas": 0, "unreadable": 0, "lost": 0}
    with store.session(folder / "office.db", create=True):
        enter(kept)
        notes = write(folder, given)
    for name, told in notes.items():
        path, expected = folder / name, given if name.startswith(("filled", "texts")) else kept
        figures["files"] += 1
        try:
            found, formulas = READ[path.suffix](path)
        except Exception as trouble:
            print(f"{name}: {trouble!r}")
            figures["unreadable"] += 1
            continue
        figures["formulas"] += formulas
        figures["lost"] += lost(name, found, expected, told)
    figures["unreadable"] += not_opened([folder / name for name in notes])
    return figures


def enter(kept: Sequence[str]) -> None:
    """Put the texts into visits, some to each, as if they had been there for long."""
    record = put("inbound", "2025-0000-DV", "ENDED", name="x", starts="2025-03-01", countries=["CN"])
    known = [row[1] for row in engine.rows('PRAGMA table_info("delegation")') if row[1] not in ("id", "uuid", "code")]
    listed = ", ".join(f'"{each}"' for each in known)
    for number, start in enumerate(range(0, len(kept), len(COLUMNS)), 1):
        told = (*kept[start : start + len(COLUMNS)], *COLUMNS)[: len(COLUMNS)]
        code = f"2025-{number:04}-DV"
        asked = f"INSERT INTO delegation (uuid, code, {listed}) SELECT ?, ?, {listed} FROM delegation WHERE id = ?"
        engine.execute(asked, (code, code, record.id))
        sets = ", ".join(f'"{column}" = ?' for column in COLUMNS)
        engine.execute(f"UPDATE delegation SET {sets} WHERE uuid = ?", (*told, code))


def write(folder: Path, given: Sequence[str]) -> dict[str, str]:
    """Write every output; give for each file what it and the program say of changed or cut texts."""
    report = made("inbound", YEAR, "vi")
    page = PAGES["inbound"]
    names = names_of_texts(list(given))
    template = workbook(folder / "mau.xlsx", A1="{{danh_sach.so}}", B1="{{danh_sach.ten}}")
    letter = document(folder / "mau.docx", row=("{{danh_sach.ten}}",))
    with speaking("vi"):
        paper, listed = annexes(report), list_paper(page, Question(), COLUMNS)
    offscreen_pdf(paper, folder / "report.pdf")
    offscreen_pdf(listed, folder / "list.pdf")
    alone = Register("x", (Column("x", 1),), tuple(Row((text,)) for text in given))
    offscreen_pdf(alone, folder / "texts.pdf")  # alone, as the lines of columns stand mixed when a paper is read
    return {
        "list.xlsx": " ".join(export_list(page, Question(), COLUMNS, folder / "list.xlsx", "vi").notes),
        "report.xlsx": " ".join(write_workbook(report, folder / "report.xlsx").notes),
        "report.docx": " ".join(write_document(report, folder / "report.docx")),
        "filled.xlsx": " ".join(fill_workbook(template, folder / "filled.xlsx", names).notes),
        "filled.docx": " ".join(fill_document(letter, folder / "filled.docx", names).notes),
        "report.pdf": "",
        "list.pdf": "",
        "texts.pdf": "",
    }


def of_workbook(path: Path) -> tuple[set[str], int]:
    """Give all texts of a workbook, and how many formulas in it are not the program's own."""
    cells = [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]
    formulas = [cell for cell in cells if cell.data_type == "f" and not any(own in str(cell.value) for own in OWN)]
    formulas += [cell for cell in cells if cell.data_type == "e"]
    print(
        *(f"{path.name} {cell.coordinate} {cell.value!r}" for cell in formulas[:3]),
        sep="\n",
        end="\n" if formulas else "",
    )
    return {unescape(cell.value) for cell in cells if isinstance(cell.value, str)}, len(formulas)


def of_document(path: Path) -> tuple[set[str], int]:
    """Give all texts of the tables of a document, and how many fields in it are not page numbers."""
    found: set[str] = set()
    for table in Document(str(path)).tables:
        found.update(cell.text for cell in table._cells)
    with ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
    fields = [(first or second).strip() for part in parts for first, second in FIELDS.findall(part)]
    return found, sum(not each.startswith(ALLOWED) for each in fields)


def of_paper(path: Path) -> tuple[set[str], int]:
    """Give the letters of a paper in one piece."""
    told = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True).stdout.decode()
    return {plain(told)}, 0


def plain(text: str) -> str:
    """Keep of a text what a paper shows beyond doubt: Latin letters and digits, of which none may be missing."""
    return re.sub("[^0-9A-Za-z]+", "", text)


READ: dict[str, Callable[[Path], tuple[set[str], int]]] = {
    ".xlsx": of_workbook,
    ".docx": of_document,
    ".pdf": of_paper,
}


def lost(name: str, found: set[str], expected: Sequence[str], told: str) -> int:
    """Count the texts that are neither there nor, where a cell cannot hold them, told to be cut."""
    missing = 0
    if name in ("report.pdf", "list.pdf"):
        return int(not any(found))  # opened, and not empty; what stands in it is checked in the third
    if name.endswith(".pdf"):
        (whole,) = found
        # lines that a text turns round are read from their ends, where they are broken
        words = {word for text in expected if "\u202e" not in text for word in WORD.findall(text)}
        gone = [word for word in words if word not in whole and word[::-1] not in whole and not over_pages(word, whole)]
        print(*(f"{name} {word!r}" for word in gone[:3]), sep="\n", end="\n" if gone else "")
        return len(gone)
    for text in expected:
        wanted = _plain(text) if name == "filled.docx" else letters.clean(text)[0]
        if wanted in found or wanted.strip() in {"", *found}:
            continue
        if (
            len(wanted) > LONGEST_TEXT // 2
            and told
            and any(wanted.startswith(each[:1000]) for each in found if len(each) > 9999)
        ):
            continue
        if name.endswith(".docx") and as_shown(wanted) in {as_shown(each) for each in found}:
            continue
        missing += 1
        if missing < 6:
            print(name, repr(wanted[:60]))
    return missing


def over_pages(text: str, whole: str) -> bool:
    """Tell whether a text longer than a page is there in pieces, between which heads and feet of pages stand."""
    piece = text[-12:]
    return len(text) > 400 and whole.count(piece) >= 0.9 * text.count(piece)


def as_shown(text: str) -> str:
    """Word has one kind of line break and of blank at an end."""
    return " ".join(text.split())


def not_opened(paths: Sequence[Path]) -> int:
    """Let LibreOffice open every workbook and document; count those that it cannot."""
    made = [path for path in paths if path.suffix in (".xlsx", ".docx")]
    forms = {".xlsx": "xlsx:Calc MS Excel 2007 XML", ".docx": "txt:Text (encoded):UTF8"}
    missing = 0
    for suffix, form in forms.items():
        missing += sum(
            not each.exists() for each in all_through_libreoffice([p for p in made if p.suffix == suffix], form)
        )
    return missing
