"""The pane beside a list: one record to read, with what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui import look, showing
from gui.attachments import Brought, FilesCard, receive
from gui.detail.attached import links_tab, rows_tab
from gui.detail.facts import Facts
from gui.detail.meeting import INSTEAD, Meeting
from gui.detail.papers import files_tab
from gui.detail.parts import fill, words
from gui.detail.past import past_of, past_tab
from gui.detail.relations import relations_tab
from gui.detail.returning import Returning
from gui.detail.tabs import Tabs
from gui.widgets import FlowLayout, Pill, button, follow_language, label, say_on, tool
from models import choices, deadlines, discretion, history, store
from models.attached import Rows
from models.record import Numbered, Record
from models.store.relations import BODIES
from models.text import mark, say


class DetailPane(QFrame):
    """Shows one record; ``wanted`` names the command of a pressed button, ``open_record`` a followed link."""

    wanted = Signal(str)
    closed = Signal()
    open_record = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        look.as_part(self, "card")
        self.record: Record | None = None
        self._everything = False
        self.files: FilesCard | None = None
        receive(self, self._bring)
        self._returning = Returning(self, self.refresh)
        self._meeting = Meeting(self.open_record.emit, self.wanted.emit)
        self.setMinimumWidth(300)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        say_on(self, accessible_name=mark("The record"))
        self._head = QVBoxLayout()
        self._head.setContentsMargins(16, 12, 10, 4)
        self._head.setSpacing(8)
        self.tabs = Tabs()
        say_on(self.tabs, accessible_name=mark("Parts of the record"))
        say_on(self.tabs.tabBar(), accessible_name=mark("Parts of the record"))
        self._buttons()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(4)
        outer.addLayout(self._head)
        outer.addWidget(self.tabs, 1)
        self._blank = words("", "muted")
        self._blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        outer.addWidget(self._blank, 1)
        follow_language(self, self._fill)
        showing.noted.connect(self._renew_past)

    def _buttons(self) -> None:
        self.title = words("", "heading")
        self.code = label("", "muted")
        self.state, self.standing = Pill(), Pill()
        self.code.setFixedHeight(self.state.sizeHint().height())
        self.close_button = tool("x", mark("Close the record"))
        self.close_button.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        pills = FlowLayout(spacing=8)
        for part in (self.code, self.state, self.standing):
            pills.addWidget(part)
        self.step_button = button(mark("Next step"), "arrow-right")
        self.restore_button = button(mark("Bring back"), "archive-restore")
        self.tools = {
            "edit": tool("pencil", mark("Edit this record (F2)")),
            "clone": tool("copy", mark("Make a copy (Ctrl+D)")),
            "print_record": tool("printer", mark("Print this record (Ctrl+Shift+P)")),
            "remove": tool("trash-2", mark("Move to the bin (Delete)"), token="bad"),
        }
        row = QHBoxLayout()
        row.setSpacing(4)
        for name, each in {"step": self.step_button, "restore": self.restore_button}.items():
            each.clicked.connect(lambda _on=False, name=name: self.wanted.emit(name))
            row.addWidget(each)
        row.addStretch()
        for name, made in self.tools.items():
            made.clicked.connect(lambda _on=False, name=name: self.wanted.emit(name))
            row.addWidget(made)
        self._head.addLayout(top)
        self._head.addLayout(pills)
        self._head.addLayout(row)

    def shown(self) -> tuple[str, int] | None:
        """Give kind and number of the record shown."""
        return (self.record.kind, self.record.id) if self.record else None

    def show_record(self, kind: str, number: int) -> None:
        """Read a record and show it; where it is gone, show nothing."""
        if self.shown() != (kind, number):
            self._everything = False
        try:
            self.record = store.load(kind, number)
        except LookupError:
            self.record = None
        self._fill()

    def refresh(self) -> None:
        """Read the record again, as something was saved."""
        if self.record:
            self.show_record(self.record.kind, self.record.id)

    def _fill(self) -> None:
        """Show the record in the language in use, on the tab where one was."""
        place, scrolled = self.tabs.currentIndex(), self._scrolled()
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.tabs.setUpdatesEnabled(False)
        self.tabs.clear()
        self._show_head()
        if self.record:
            self._add_tabs(self.record)
            self.tabs.fit()
            self.tabs.setCurrentIndex(min(max(place, 0), self.tabs.count() - 1))
            self._scroll_to(scrolled)
        self.tabs.setUpdatesEnabled(True)
        if had_focus and self.record:
            self.tabs.tabBar().setFocus()

    def _show_head(self) -> None:
        record = self.record
        for part in (self.code, self.state, self.standing, self.step_button, *self.tools.values()):
            part.setVisible(record is not None)
        self.tabs.setVisible(record is not None)
        self._blank.setVisible(record is None)
        self._blank.setText(say(mark("Choose a record in the list to read it here.")))
        gone = bool(record and record.removed_at)
        self.restore_button.setVisible(gone)
        self.title.setText("")
        if record is None:
            return
        numbered = record if isinstance(record, Numbered) else None
        self.title.setText(record.heading or say(mark("(no name yet)")))
        secret = say(mark("Restricted")) if discretion.is_restricted(record) else ""
        self.code.setText(" · ".join(each for each in (numbered.code if numbered else "", secret) if each))
        self.code.setVisible(bool(self.code.text()))
        if gone:
            self._pill(self.state, (say(mark("In the bin")), "bad"))
        elif record.draft:
            self._pill(self.state, (say(mark("Draft", "state")), "neutral"))
        else:
            tone = choices.tone(numbered.lifecycle().states, numbered.state) if numbered and numbered.state else ""
            self._pill(self.state, (numbered.state_text(), tone) if numbered and tone else None)
        judged = deadlines.standing(record)
        self._pill(self.standing, (judged.text(), judged.tone) if judged else None)
        self.step_button.setVisible(bool(numbered and not record.draft and not gone and numbered.steps()))
        for name in ("edit", "clone", "remove"):
            self.tools[name].setVisible(not gone)

    @staticmethod
    def _pill(pill: Pill, told: tuple[str, str] | None) -> None:
        pill.setVisible(told is not None)
        if told:
            pill.show_state(*told)

    def _add_tabs(self, record: Record) -> None:
        facts = Facts(record, self.open_record.emit, self._everything)
        self.tabs.add(facts.build(self._switch_empty), say(mark("Facts")))
        if record.kind in BODIES and not record.removed_at:
            tab: QWidget = relations_tab(record, self.open_record.emit, lambda: self.wanted.emit("relations"))
            self.tabs.add(tab, say(mark("Relations")))
        meeting = self._meeting.tabs(record)
        for made, title, n in meeting:
            self.tabs.add(made, title, n)
        for field in record.asked():
            if isinstance(field, Rows) and not (meeting and field.name in INSTEAD):
                rows = getattr(record, field.name)
                if rows or field.required or field.searched:
                    self.tabs.add(rows_tab(record, field, self.open_record.emit), say(field.label), len(rows))
        self.files, self._files_tab = files_tab(record)
        self.tabs.add(self._files_tab, say(mark("Attached files")), len(self.files.files), "paperclip")
        linked = [each for each in store.linked(record) if each[0] != "office"]
        tab = links_tab(record, linked, self.open_record.emit, self.wanted.emit)
        self.tabs.add(tab, say(mark("Links")), len(linked), "link")
        entries = history.read(record.kind, record.id)
        self._past = past_tab(record, entries, self._returning)
        self.tabs.add(self._past, say(mark("History")), len(entries), "history")

    def _renew_past(self) -> None:
        """Show in the history that a detail was just shown; the rest, with that detail, stays as it is."""
        if self.record and store.current():
            entries = history.read(self.record.kind, self.record.id)
            fill(self._past, past_of(self.record, entries, self._returning))
            self.tabs.count_again(self._past, len(entries))

    def _bring(self, things: list[Brought]) -> None:
        """Attach what was dropped on the record or pasted into it."""
        if self.record and self.files:
            self.tabs.setCurrentWidget(self._files_tab)
            self.files.bring(things)

    def chosen_conclusions(self) -> list[int]:
        """Give the conclusions ticked on the pane of their session."""
        return self._meeting.chosen()

    def _switch_empty(self) -> None:
        self._everything = not self._everything
        self._fill()

    def _area(self) -> QScrollArea | None:
        area = self.tabs.currentWidget()
        return area if isinstance(area, QScrollArea) else None

    def _scrolled(self) -> int:
        area = self._area()
        return area.verticalScrollBar().value() if area else 0

    def _scroll_to(self, place: int) -> None:
        area = self._area()
        inner = area.widget() if area else None
        if area and inner and place:
            inner.adjustSize()
            area.verticalScrollBar().setValue(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.tabs.tabBar().setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
