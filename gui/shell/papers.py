"""What the window does for papers of many records: the calendar, the programme's review, a mechanism's report."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from models import days, discretion, store
from models.mechanisms import Mechanism
from models.record import Record
from models.sessions import Session
from models.store import Question
from models.text import mark, say

if TYPE_CHECKING:
    from gui.report_dialog.choosing import Chosen
    from gui.shell.workplace import Workplace
    from models.reports.mechanism.since import Held

MANY = 4
"""The last sessions, of which one is chosen."""


class Papers:
    """The deeds that end in a preview, on the page that the window shows."""

    def __init__(self, work: "Callable[[], Workplace]", record: Callable[[], Record | None]) -> None:
        """Ask ``work`` for the open office, ``record`` for the record that commands concern."""
        self._ask, self._record = work, record
        self._period: Chosen | None = None

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Give what each command does, by name."""
        return {
            "calendar": self.calendar,
            "review": self.review,
            "mechanism_report": self.mechanism,
            "report": self.report,
            "log": self.log,
            "restrict": self.restrict,
        }

    def restrict(self) -> None:
        """Mark the record as restricted, or take the mark away; the note that tells of it offers the way back."""
        from gui.pages.deeds import attempt

        record, work = self._record(), self._ask()
        if record is None or not record.id:
            return
        on = not discretion.is_marked(record)
        attempt(work.window(), lambda: discretion.mark_restricted(record, on))

    def report(self) -> None:
        """Show the figures of a period; what is behind one opens as a list. The period stays for the next time."""
        from gui.report_dialog import ReportDialog

        dialog = ReportDialog(self._ask().window(), self._period)

        def opened(page: str, question: Question) -> None:
            dialog.close()
            self._ask().open_list(page, question)

        dialog.figure_opened.connect(lambda page, ids, title: opened(page, Question(only=tuple(ids), title=title)))
        dialog.record_opened.connect(lambda page, number, gone: opened(page, Question(only=(number,), removed=gone)))
        dialog.exec()
        self._period = dialog.chosen()

    def log(self) -> None:
        """Write the log of the whole office into a workbook."""
        from gui.output import write_log

        write_log(self._ask().window())

    def calendar(self) -> None:
        """Show the calendar of the week."""
        from gui.calendar import show_calendar

        wanted = show_calendar(self._ask().window())
        if wanted:
            self._ask().open_record(*wanted)

    def review(self) -> None:
        """Show what became of the programme of the year that the list shows, as of today or the year's end."""
        from gui.output import print_paper
        from models.paper.programme import programme_review

        page = self._ask().list_page()
        told = page.question().year if page and page.page.name == "programme" else None
        year = told or days.today().year
        day = min(days.today(), date(year, 12, 31))
        title = say(mark("Review of the programme of foreign affairs {year}")).format(year=year)
        print_paper(self._ask().window(), lambda: programme_review(year, day), title)

    def mechanism(self) -> None:
        """Show the report of a mechanism since one of its sessions, which the person chooses."""
        record = self._record()
        if record is None:
            return
        if isinstance(record, Session) and record.value("mechanism"):
            self._since(record.value("mechanism"), record.ordinal)
        elif isinstance(record, Mechanism):
            self._since(record.id, None)
        else:
            self._ask().toast.note(say(mark("Choose a mechanism or one of its sessions first.")))

    def _since(self, mechanism: int, number: int | None) -> None:
        from gui.output import print_paper, write_mechanism
        from models.paper.mechanism import mechanism_paper
        from models.reports.mechanism import TITLE, account
        from models.reports.mechanism.since import sessions

        known = [each for each in sessions(mechanism) if each.ordinal]
        if not known:
            self._ask().toast.note(say(mark("This mechanism has no numbered session yet.")))
            return
        window = self._ask().window()
        number = number or self._choose(known[-MANY:])
        if not number:
            return
        title = f"{say(TITLE)} {store.names('mechanism', [mechanism])[mechanism]}"

        def word() -> None:
            write_mechanism(window, mechanism, number, title)

        print_paper(window, lambda: mechanism_paper(account(mechanism, number)), title, word)

    def _choose(self, known: "list[Held]") -> int:
        """Ask since which session; 0 where the person gives up."""
        from gui import messages

        words = mark("Session {number} ({day})")
        buttons = {str(each.ordinal): say(words).format(number=each.ordinal, day=days.text(each.day)) for each in known}
        told = say(mark("The report tells what was agreed at this session and later, and what was done since."))
        buttons["0"] = say(mark("Cancel", "dialog"))
        return int(messages.ask(self._ask().window(), say(mark("Since which session?")), told, buttons))
