"""The forms in which reports and papers leave the program: workbook, PDF, Word document."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from models.files import WriteRefused
from models.jobs.words import Paint, one_of
from models.text import mark, say

if TYPE_CHECKING:
    from models.paper.sheet import Folder, Paper, Register
    from models.reports.report import Report

    Printable = Paper | Register | Folder

Notes = tuple[str, ...]


def form_of(path: Path, told: str | None = None) -> str:
    """Tell in which form to write: as asked for, else as the file's ending says; raise ``WrongUse``."""
    ending = path.suffix.lower().lstrip(".")
    if told is None:
        return ending if ending in _WRITERS else "xlsx"
    return one_of(told, tuple(_WRITERS))


def write(report: "Report", path: Path, form: str, paint: Paint | None = None) -> Notes:
    """Write a report, and give sentences about what a person should look at; raise ``WriteRefused``."""
    return _WRITERS[form](report, path, paint)


def put_out(
    make: "Callable[[], Printable]", path: Path, form: str, paint: Paint | None = None, language: str | None = None
) -> Notes:
    """Make a paper in a language and write it as PDF or as Word document; raise ``WriteRefused``."""
    from models.paper.records import speaking

    if form == "docx":
        from models.word.write import compose, save

        with speaking(language):
            made = compose(make())
        return save(made, path)
    if paint is None:
        raise WriteRefused(say(mark("This program cannot paint papers here.")))
    with speaking(language):
        paint(make(), path)
    return ()


def _workbook(report: "Report", path: Path, _paint: Paint | None) -> Notes:
    from models.excel.report import write_report

    return write_report(report, path).notes


def _pdf(report: "Report", path: Path, paint: Paint | None) -> Notes:
    from models.paper.annex import annexes
    from models.reports.tongues import of_cells

    return put_out(lambda: annexes(report), path, "pdf", paint, of_cells(report.language))


def _document(report: "Report", path: Path, _paint: Paint | None) -> Notes:
    from models.word.report import write_report

    return write_report(report, path)


# Every form is written from the same report: models.reports.report.content gives its tables in words.
_WRITERS: dict[str, Callable[["Report", Path, Paint | None], Notes]] = {
    "xlsx": _workbook,
    "pdf": _pdf,
    "docx": _document,
}


def write_mechanism(
    asked: tuple[int, int], language: str | None, path: Path, form: str, paint: Paint | None = None
) -> Notes:
    """Write the report of a mechanism since a session (its id, the session's number): figures, a paper, running text.

    Raises ``LookupError`` where there is none, ``WriteRefused`` where the disk refuses.
    """
    from models.paper.mechanism import mechanism_paper, mechanism_text
    from models.reports.mechanism import account, content
    from models.reports.tongues import of_cells

    if form == "xlsx":
        return write(content(*asked, language), path, form)
    lay_out = mechanism_text if form == "docx" else mechanism_paper
    return put_out(lambda: lay_out(account(*asked)), path, form, paint, of_cells(language))
