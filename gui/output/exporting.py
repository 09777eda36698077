"""Lists and reports as workbooks: where to, with what, written beside the window."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.output import saving, writing
from gui.output.notice import say_saved
from gui.output.personal import ask_personal, note_output, personal_fields
from models import store
from models.kinds import Page
from models.reading import show_number
from models.reports.periods import Period
from models.store import Question
from models.text import mark, say, say_n

EXPORT, REPORT = mark("Export to Excel"), mark("Write the report workbook")


def export_list(parent: QWidget, page: Page, question: Question, columns: Sequence[str] = ()) -> None:
    """Write a list as seen: its rows, its columns (names of fields), its order."""
    count = store.count(page, question)
    records = say_n("{n} record", "{n} records", count).format(n=show_number(count))
    told = f"{say(page.title)}: {records}"
    personal = personal_fields(page)
    with_passports = ask_personal(parent, told) if personal else False
    path = None
    if with_passports is not None:
        path = saving.choose(parent, say(EXPORT), saving.proposed(say(page.title), ".xlsx"))
    if path is None:
        return
    shown = list(columns) or [field.name for field in page.columns()]
    asked = {
        "work": "list",
        "page": page.name,
        "question": asdict(question),
        "columns": shown + (personal if with_passports else []),
        "with_passports": with_passports,
    }

    _write(parent, EXPORT, asked, path, records)


def write_annual(parent: QWidget, period: Period, language: str, with_passports: bool = False) -> None:
    """Write the report's workbook for a period in a language."""
    name = say("Report on foreign affairs, {period}", language).format(period=period.name(language))
    path = saving.choose(parent, say(REPORT), saving.proposed(name, ".xlsx"))
    if path is not None:
        asked = {"work": "annual", "language": language, "with_passports": with_passports}
        span = {"first": period.first.isoformat(), "last": period.last.isoformat()}
        _write(parent, REPORT, asked | span, path, period.name())


def _write(parent: QWidget, title: str, asked: dict[str, Any], path: Path, amount: str) -> None:
    """Write, then say what was saved; where a place refuses, offer another copy."""

    def done(file: Path) -> None:
        said = say("Saved: {file} ({amount}).").format(file=file.name, amount=amount)
        if asked["with_passports"]:
            note_output(f"{file.name}: {amount}")
            said += " " + say("It holds personal details.")
        say_saved(parent, said, file)

    def refused(why: str) -> None:
        saving.choose_another(parent, say(title), path, why, partial(_write, parent, title, asked, amount=amount))

    words = say("Writing {file} ({amount})…").format(file=path.name, amount=amount)
    writing.write(parent, asked | {"path": str(path)}, words, done, refused)
