"""What the window does for people in the files: list what is held of one, erase it on request, purge by the rule."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from gui import messages, tasks
from models import privacy, store
from models.errors import OfficeRefused
from models.people import Person
from models.record import Record
from models.text import mark, say, say_n

if TYPE_CHECKING:
    from gui.shell.workplace import Workplace

NAMED = 3  # so many purged delegations are named in a note
_ERASE = mark(
    "Telephone, e-mail, birth date and passport of “{name}” go for good from this record, from the delegations where "
    "the person is a linked member, from their history, and with them what was typed for these records and not "
    "saved. This cannot be undone."
)
_PURGED = mark("Purged by the rule of the office: {names}. Backups made before hold the details until thinned out.")


class People:
    """The deeds that concern one person."""

    def __init__(self, work: "Callable[[], Workplace]", record: Callable[[], Record | None]) -> None:
        """Ask ``work`` for the open office, ``record`` for the record that commands concern."""
        self._ask, self._record = work, record

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Give what each command does, by name."""
        return {"held": self.held, "erase_person": self.erase}

    def _person(self) -> Person | None:
        record = self._record()
        if isinstance(record, Person):
            return record
        if record is not None:
            self._ask().toast.note(say(mark("Choose a person first.")))
        return None

    def held(self) -> None:
        """Show the paper of everything held about a person, once it is written down who asked for it."""
        person = self._person()
        window = self._ask().window()
        if person is None or not messages.attempt(window, lambda: privacy.note_listed(person)):
            return
        from gui.output import print_paper
        from models.paper.held import held_paper

        paper = held_paper(privacy.held_about(person))  # made uncovered: showing what is held is what was asked for
        print_paper(window, lambda: paper, f"{paper.title} {person.heading}")

    def erase(self) -> None:
        """Erase the personal details of a person, once the person at the window has agreed; tell what stays."""
        person = self._person()
        if person is None:
            return
        from models.privacy.erasing import what_stays

        window, title = self._ask().window(), say(mark("Erase personal details on request"))
        stays = "\n".join(f"• {each}" for each in what_stays(privacy.held_about(person)))
        text = f"{say(_ERASE).format(name=person.heading)}\n\n{stays}".rstrip()
        buttons = {"erase": say(mark("&Erase the details")), "keep": say(mark("&Keep"))}
        if messages.ask(window, title, text, buttons, kind="warning", danger="erase") != "erase":
            return
        done: list[privacy.Erased] = []
        if messages.attempt(window, lambda: done.append(privacy.erase(person))):
            messages.tell(window, title, str(done[0]))


def purge_due(work: "Workplace") -> None:
    """Purge what is due by the rule of the office, one delegation at a time, and tell of it in a note."""
    session = store.current()
    if session is None or session.read_only or privacy.months() is None:
        return
    tasks.start(work, privacy.due, lambda found: _purge(work, list(found), []))


def _purge(work: "Workplace", waiting: list[int], done: list[str]) -> None:
    if not waiting or store.current() is None:
        _tell(work, done)
        return
    if work.in_form():  # a form may be that of a delegation that is due: the next start does the rest
        _tell(work, done)
        return
    try:
        name = privacy.purge_due(waiting.pop(0))
    except OfficeRefused as refused:
        work.toast.note(str(refused))
        return
    QTimer.singleShot(0, work, partial(_purge, work, waiting, [*done, name] if name else done))


def _tell(work: "Workplace", done: list[str]) -> None:
    if done:
        more = len(done) - NAMED
        further = [say_n("and {n} more", "and {n} more", more).format(n=more)] if more > 0 else []
        work.steps.tell()  # or its note on the last of them would take the place of this one
        work.toast.note(say(_PURGED).format(names="; ".join([*done[:NAMED], *further])))
