"""What the window does for checklists and for the lines of the start page."""

from typing import TYPE_CHECKING

from gui.shell.sidebar import SETTINGS
from gui.widgets import button
from models import store
from models.checklists import ANCHORS
from models.kinds import page_of
from models.record import Record
from models.text import mark, say

if TYPE_CHECKING:
    from gui.forms import FormPage
    from gui.shell.workplace import Workplace


def attend(work: "Workplace") -> None:
    """Do what the start page asks for."""
    home = work.home
    home.open_list.connect(work.open_list)
    home.open_record.connect(work.open_record)
    home.begin.connect(work.begin)
    home.sample.connect(work.sample)
    home.settings.connect(lambda: work.go(SETTINGS))
    home.calendar.connect(lambda: work.wanted.emit("calendar"))
    home.told.connect(work.urgent)
    home.noted.connect(work.toast.note)
    home.settle.connect(lambda *what: settle(work, *what))


def checklist(work: "Workplace", record: Record | None) -> None:
    """Make the actions of a template for the record on the screen."""
    if record is None:
        return
    if page_of(record).name not in ANCHORS or record.draft:
        work.toast.note(say(mark("There are no templates for this record.")))
        return
    from gui.checklists import make_tasks

    make_tasks(work.window(), record)


def dress(form: "FormPage", work: "Workplace") -> None:
    """Let a form offer to move what hangs on its days, and give it the way to actions from a template."""
    from gui.checklists import watch

    watch(form)
    if form.page.name not in ANCHORS:
        return
    several = button(mark("Actions from a template…"), "list-todo")
    form.header.offer(several)

    def create() -> None:
        if (form.is_changed() or not form.record.id) and not form.save():
            return
        checklist(work, form.record)

    several.clicked.connect(create)


def settle(work: "Workplace", kind: str, number: int, field: str) -> None:
    """Open the form of a record at the field that settles what it owes."""
    try:
        record = store.load(kind, number)
    except LookupError:
        work.toast.note(say(mark("This record is no longer there.")))
        return
    form = work.open_form(record)
    if field:
        form.body.go_to(field)
