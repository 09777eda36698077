"""What the window does for meetings: minutes become conclusions, conclusions tasks, a session leads to the next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from gui.widgets import button
from models import sequel, store
from models.conclusions import Conclusion
from models.record import Record
from models.sessions import Session
from models.text import mark, say

if TYPE_CHECKING:
    from gui.forms import FormPage
    from gui.pages import ListPage
    from gui.shell.workplace import Workplace


class Meetings:
    """The deeds on a session or its conclusions, on the page that the window shows."""

    def __init__(self, work: "Callable[[], Workplace]", record: Callable[[], Record | None]) -> None:
        """Ask ``work`` for the open office, ``record`` for the record that commands concern, if it may be written."""
        self._ask, self._record = work, record

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Give what each command does, by name."""
        return {"minutes": self.minutes, "assign": self.assign, "next_session": self.next_session}

    def minutes(self) -> None:
        """Paste the minutes of the session on the screen."""
        from gui.minutes import split_minutes

        session = self._session()
        if session:
            split_minutes(self._ask().window(), session)

    def assign(self) -> None:
        """Give the chosen conclusions as tasks: the ticked ones of a session, or those of the list."""
        from gui.minutes import give_task

        page = self._ask().list_page()
        record = self._record()
        if page is None or record is None:
            return
        sources = self._sources(page, record)
        if not sources:
            self._say(mark("Choose the conclusions that are to be given as tasks."))
        else:
            give_task(self._ask().window(), sources)

    def _sources(self, page: "ListPage", record: Record) -> list[Conclusion]:
        if isinstance(record, Session):
            numbers = page.detail.chosen_conclusions()
        else:
            numbers = page.chosen_ids() if isinstance(record, Conclusion) else []
        found = [store.load("conclusion", number) for number in numbers]
        return [each for each in found if isinstance(each, Conclusion)]

    def next_session(self) -> None:
        """Open the form of the session that follows the one on the screen."""
        session = self._session()
        if session:
            self._ask().open_form(sequel.next_session(session))

    def _session(self) -> Session | None:
        """Give the session on the screen, or that of the conclusion on it."""
        record = self._record()
        if isinstance(record, Conclusion):
            record = store.load("session", record.value("session"))
        if record is None or isinstance(record, Session):
            return record
        self._say(mark("This is for sessions and their conclusions."))
        return None

    def _say(self, words: str) -> None:
        self._ask().toast.note(say(words))


def dress(form: "FormPage") -> None:
    """Give the form of a session the way to its minutes: what is typed is saved first."""
    if not isinstance(form.record, Session):
        return
    paste = button(mark("Paste minutes…"), "clipboard-paste")
    form.header.offer(paste)

    def split() -> None:
        from gui.minutes import split_minutes

        if (form.is_changed() or not form.record.id) and not form.save():
            return
        split_minutes(form.window(), form.record)
        form.begin(store.load("session", form.record.id))

    paste.clicked.connect(split)
