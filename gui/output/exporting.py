"""Lists and reports as workbooks: where to, with what, written beside the window."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from gui import messages
from gui.output import saving, writing
from gui.output.notice import say_saved
from gui.output.personal import ask_ticks, personal_fields, take_out
from models import discretion, store
from models.discretion import Ticked
from models.kinds import Page
from models.reading import show_number
from models.reports.names import MECHANISM
from models.reports.periods import Period
from models.reports.tongues import of_cells
from models.store import Question
from models.text import mark, say, say_n, spoken

EXPORT, REPORT = mark("Export to Excel"), mark("Save the report")
LOG = mark("Export the log of changes")


def export_list(parent: QWidget, page: Page, question: Question, columns: Sequence[str] = ()) -> None:
    """Write a list as seen: its rows, its columns (names of fields), its order."""
    count = store.count(page, question)
    records = say_n("{n} record", "{n} records", count).format(n=show_number(count))
    told = f"{say(page.title)}: {records}"
    personal = personal_fields(page)
    ticked: Ticked | None = Ticked()
    if personal or page.record.kind in discretion.restricted():
        ticked = ask_ticks(parent, told, personal=bool(personal))
    path = None
    if ticked is not None:
        path = saving.choose(parent, say(EXPORT), saving.proposed(say(page.title), ".xlsx"))
    if path is None or ticked is None:
        return
    shown = list(columns) or [field.name for field in page.columns()]
    asked = {
        "work": "list",
        "page": page.name,
        "question": asdict(question),
        "columns": shown + (personal if ticked.personal else []),
    }
    _write(parent, EXPORT, asked | ticked.asked(), path, records)


def write_report(
    parent: QWidget, name: str, title: str, period: Period, language: str, form: str, ticked: Ticked
) -> None:
    """Write any report for a period as "xlsx", "pdf" or "docx"; ``language`` may be both."""
    named = f"{title}, {period.name(of_cells(language))}"
    path = saving.choose(parent, say(REPORT), saving.proposed(named, f".{form}"))
    if path is not None:
        asked = {"work": "report", "name": name, "titles": language, "language": of_cells(language), "form": form}
        span = {"first": period.first.isoformat(), "last": period.last.isoformat()}
        _write(parent, REPORT, asked | span | ticked.asked(), path, period.name())


def write_mechanism(parent: QWidget, mechanism: int, since: int, title: str) -> None:
    """Write the report of a mechanism since a session as running text in a Word document."""
    path = saving.choose(parent, say(REPORT), saving.proposed(title, ".docx"))
    if path is not None:
        asked = {"work": "report", "name": MECHANISM, "mechanism": mechanism, "since": since, "form": "docx"}
        amount = say(mark("since session {number}")).format(number=since)
        _write(parent, REPORT, asked | {"language": spoken()} | Ticked().asked(), path, amount)


def write_log(parent: QWidget) -> None:
    """Write the log of the whole office: who changed what, when, from what to what."""
    path = saving.choose(parent, say(LOG), saving.proposed(say(mark("Log of changes")), ".xlsx"))
    if path is not None:
        _write(parent, LOG, {"work": "log", "with_passports": False}, path, say(mark("personal details covered")))


def _write(parent: QWidget, title: str, asked: dict[str, Any], path: Path, amount: str) -> None:
    """Write, then say what was saved; where a place refuses, offer another copy."""

    def done(file: Path) -> None:
        said = say("Saved: {file} ({amount}).").format(file=file.name, amount=amount)
        say_saved(parent, " ".join((said, *discretion.said(Ticked.of(asked)))), file)
        if work.notes:
            messages.tell(parent.window(), say("Please look at the file"), "\n\n".join(work.notes), kind="warning")

    def refused(why: str) -> None:
        saving.choose_another(parent, say(title), path, why, partial(_write, parent, title, asked, amount=amount))

    words = say("Writing {file} ({amount})…").format(file=path.name, amount=amount)
    if take_out(parent, f"{path.name}: {amount}", Ticked.of(asked)):
        work = writing.write(parent, asked | {"path": str(path)}, words, done, refused)
