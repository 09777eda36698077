"""The open office in the window: its pages, the forms over them, and the way from one to another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.changes import Changes
from gui.home import HomePage
from gui.shell import attention, drafts, further, meetings, places
from gui.shell.notice import Notice
from gui.shell.places import Place, Way
from gui.shell.sidebar import HOME
from gui.shell.steps import Steps
from gui.widgets import Toast
from models import store
from models.kinds import PAGES, Page, page_named, page_of
from models.record import Record
from models.store import Question
from models.text import mark, say

if TYPE_CHECKING:
    from gui.forms import FormPage
    from gui.pages import ListPage

Callback = Callable[[Record], None]


class Workplace(QWidget):
    """All pages of one open office; ``moved`` tells where one is (name of the page, words of the path)."""

    moved = Signal(str, list)
    urgent = Signal(int)
    wanted = Signal(str)
    sample = Signal(str)
    office_wanted = Signal(object)
    restore_wanted = Signal(object)
    turning_wanted = Signal(object)
    backup_made = Signal(object)
    renamed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Open at the start page."""
        super().__init__(parent)
        self.way = Way(Place(HOME))
        self._pages: dict[str, QWidget] = {}
        self._lists: dict[str, ListPage] = {}
        self._forms: list[FormPage] = []
        self.stack = QStackedWidget()
        self.notice = Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        self.toast = Toast(self)
        column.addLayout(self.toast.strip())
        self.stack.currentChanged.connect(lambda _place: further.arrive(self))
        self.steps = Steps(self)
        self.changes = Changes(self)
        self.changes.changed.connect(self._changed)
        self.home = HomePage()
        attention.attend(self)
        self._pages[HOME] = self.home
        self.stack.addWidget(self.home)
        self.home.refresh()

    # From place to place

    def go(self, name: str) -> bool:
        """Open a page; False where a form was not left."""
        return self._go(Place(name))

    def _go(self, place: Place) -> bool:
        self._note_here()
        moved = self._move(place)
        if moved:
            self.way.go(place)
        return moved

    def open_list(self, name: str, question: Question) -> None:
        """Open a page with a question."""
        if self.go(name):
            page = self.list_page()
            if page:
                page.ask(question)
                further.stand_in(page)
                page.take_focus()

    def open_record(self, kind: str, number: int) -> None:
        """Open the page of a record, or a page itself where ``number`` is 0."""
        if not number:
            self.go(kind)
            return
        try:
            page = PAGES.get(kind) or page_of(store.load(kind, number))
        except LookupError:
            self.toast.note(say(mark("This record is no longer there.")))
            return
        self._go(Place(page.name, number))

    def open_relations(self, kind: str, number: int) -> None:
        """Open the page of everything with a partner, a person or a unit."""
        self._go(Place(f"{further.RELATIONS}{kind}", number))

    def back(self) -> None:
        """Go where one was before."""
        self._walk(self.way.back)

    def forward(self) -> None:
        """Go where one was before going back."""
        self._walk(self.way.forward)

    def _walk(self, step: Callable[[], Place | None]) -> None:
        if self.leave_forms():
            self._note_here()
            place = step()
            if place:
                self._move(place)

    def _note_here(self) -> None:
        page = self._lists.get(self.way.here.page)
        shown = page.detail.shown() if page else None
        if shown:
            self.way.note(shown[1])

    def _move(self, place: Place) -> bool:
        if not self.leave_forms():
            self._tell_place()
            return False
        widget = self._page(place.page)
        self.stack.setCurrentWidget(widget)
        further.enter(widget, place)
        self._tell_place()
        page = self._lists.get(place.page)
        if page and place.record:
            page.open_record(place.record, focus=True)
        elif page:
            page.take_focus()
        return True

    def _page(self, name: str) -> QWidget:
        if name not in self._pages:
            self._pages[name] = further.make(name, self) or self._list(page_named(name))
            self.stack.addWidget(self._pages[name])
        return self._pages[name]

    def renew(self, name: str) -> None:
        """Let a page be made anew, where it was made: what it shows was changed from elsewhere."""
        former = self._pages.pop(name, None)
        if former is None:
            return
        if self.stack.currentWidget() is former:
            self.stack.setCurrentWidget(self._page(name))
        self.stack.removeWidget(former)
        former.deleteLater()

    def _list(self, page: Page) -> "ListPage":
        # Not needed for the start page, and so not imported before it is seen.
        from gui.pages import ListPage

        made = self._lists[page.name] = ListPage(page)
        made.model.counted.connect(lambda: further.offer(self))
        made.wanted.connect(self.wanted)
        made.begin.connect(lambda words: self.begin(page.name, words))
        made.detail.open_record.connect(self.open_record)
        self.window().menus.serve(made, made.view)  # type: ignore[attr-defined]
        return made

    def list_page(self) -> "ListPage | None":
        """Give the list on the screen, None where there is another page or a form."""
        shown = self.stack.currentWidget()
        return next((page for page in self._lists.values() if page is shown), None)

    def _tell_place(self) -> None:
        shown = self.stack.currentWidget()
        if self._forms:
            form = self._forms[-1]
            words = form.record.heading if form.record.id else say(form.page.new)
            self.moved.emit(form.page.name, [form.page.group, form.page.title, words])
            return
        name = next(name for name, page in self._pages.items() if page is shown)
        self.moved.emit(*further.path(name))

    # Forms

    def begin(self, name: str, words: str = "") -> None:
        """Open the form of a new record of a page, called ``words`` for a start."""
        self.open_form(_named(PAGES.get(name, PAGES["inbound"]).blank(), words))

    def open_form(self, record: Record, callback: Callback | None = None) -> "FormPage":
        """Open the form of a record over the page; ``callback`` gets the record once it is saved."""
        from gui.forms import FormPage

        form = FormPage(page_of(record), record, self)
        meetings.dress(form)
        attention.dress(form, self)
        drafts.dress(form)
        saved: list[Record] = []
        form.saved.connect(saved.append)
        form.saved.connect(self._tell_place)
        form.left.connect(lambda: self._form_left(form, saved, callback))
        form.wanted.connect(self._wanted_beside)
        form.open_record.connect(self.open_record)
        self._forms.append(form)
        self.stack.addWidget(form)
        self.stack.setCurrentWidget(form)
        self._tell_place()
        return form

    def _wanted_beside(self, kind: str, words: str, callback: Callback) -> None:
        """Open a form over the form, for what a look-up did not find."""
        self.open_form(_named(PAGES[kind].blank(), words), callback)

    def _form_left(self, form: "FormPage", saved: list[Record], callback: Callback | None) -> None:
        if form not in self._forms:
            return
        self._close_form(form)
        if saved and callback:
            callback(saved[-1])
        if self._forms:
            return
        page = self.list_page()
        if saved and not callback:
            self.open_record(page_of(saved[-1]).name, saved[-1].id)
        elif page:
            page.take_focus()

    def _close_form(self, form: "FormPage") -> None:
        drafts.dismiss(form, self)
        self._forms.remove(form)
        self.stack.removeWidget(form)
        form.deleteLater()
        below = self._forms[-1] if self._forms else self._pages[self.way.here.page]
        self.stack.setCurrentWidget(below)
        self._tell_place()

    def forms(self) -> "list[FormPage]":
        """Give the open forms, the one on the screen last."""
        return list(self._forms)

    def in_form(self) -> bool:
        """Tell whether a form lies over the page."""
        return bool(self._forms)

    def leave_forms(self) -> bool:
        """Close the open forms; False where the person wants to stay."""
        while self._forms:
            form = self._forms[-1]
            if not form.ask_to_leave():
                return False
            if form in self._forms:
                self._close_form(form)
        return True

    # What was done

    def remove(self, kind: str, numbers: list[int]) -> None:
        """Put records into the bin; the note that tells of it offers the way back."""
        from gui.pages import deeds

        page = self.list_page()
        following = page.following(numbers) if page else None

        def stand_on() -> None:
            if page:
                deeds.go_on_at(page, following)

        deeds.remove(self, kind, numbers, stand_on)

    def _changed(self, kinds: set[str]) -> None:
        self.steps.tell()
        self.home.refresh()
        for page in self._lists.values():
            if page.page.record.kind in kinds or page.detail.record:
                page.refresh()

    def keep(self) -> None:
        """Remember what was chosen on the pages, and listen no more."""
        self.changes.stop()
        self._note_here()
        if session := store.current():
            places.keep(self.way.here, session.path)
        for page in self._lists.values():
            page.remember()

    def panes(self) -> list[QWidget]:
        """Give the parts of what is on the screen, between which F6 goes."""
        shown = self.stack.currentWidget() or self.home
        return shown.panes() if hasattr(shown, "panes") else [shown]


def _named(record: Record, words: str) -> Record:
    # A gate's name is made of two others.
    first = "ours" if record.field(record.named_by).computed else record.named_by
    if words:
        setattr(record, first, words)
    return record
