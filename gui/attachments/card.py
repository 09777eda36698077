"""The list of a record's files, by what paper they are; what is owed and not there shows as an empty place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui.attachments import deeds
from gui.attachments.bringing import Brought
from gui.attachments.parts import Deed, FileLine, facts_of, removed_line, size_words
from gui.editors.clearing import clear
from gui.widgets import Pill, button, follow_language, label, say_on
from gui.widgets.texts import words
from models import store
from models.attachments import Slot, is_owed, own_facts, slot_of, slots_of
from models.record import Numbered, Record
from models.store import AttachedFile
from models.text import mark, say, say_n

TITLE = mark("Attached files")


class FilesCard(QWidget):
    """Shows the files of one saved record and does with them what is asked."""

    def __init__(self, heading: bool = False) -> None:
        """Show nothing yet; ``heading`` puts the title above, where no tab says it."""
        super().__init__()
        self.record: Record | None = None
        self.files: list[AttachedFile] = []
        self._removed: list[AttachedFile] = []
        self._all = False
        say_on(self, accessible_name=TITLE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        if heading:
            outer.addWidget(label(TITLE, "heading"))
        self.add = button(mark("Attach files…"), "paperclip")
        self.add.clicked.connect(lambda: self.pick())
        outer.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.hint = label(mark("Or drop files here, or paste files or a picture with Ctrl+V."), "small")
        self.hint.setWordWrap(True)
        outer.addWidget(self.hint)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        outer.addLayout(self._rows)
        self._past = QVBoxLayout()
        self._past.setSpacing(4)
        outer.addLayout(self._past)
        follow_language(self, self._fill)

    def show_record(self, record: Record) -> None:
        """Show the files of a saved record."""
        self.record = record
        self.refresh()

    def refresh(self) -> None:
        """Read the files again, if anybody still looks."""
        if isValid(self) and self.record is not None and store.current():
            kind, number = self.record.kind, self.record.id
            self.files = store.attachments(kind, number)
            self._removed = store.attachments(kind, number, removed=True)
            self._fill()

    def _fill(self) -> None:
        clear(self._rows)
        clear(self._past)
        record, session = self.record, store.current()
        if record is None or session is None:
            return
        writable = not (session.read_only or record.removed_at)
        self.add.setVisible(writable)
        self.hint.setVisible(writable)
        if self.files and store.lacks_store():
            told = mark(
                "The folder “{folder}” with the office's files is not there. Was the office moved or restored "
                "without it? Put the folder back beside the office file; nothing else is lost."
            )
            self._rows.addWidget(words(say(told).format(folder=store.store_folder()), "error"))
        for slot in slots_of(record.kind):
            files = [file for file in self.files if slot_of(record.kind, file.slot) is slot]
            if files:
                self._show_files(record, slot, files, writable)
            else:
                self._show_empty(record, slot, writable)
        if not self._rows.count():
            self._rows.addWidget(words(say(mark("No file is attached yet.")), "muted"))
        self._show_past(writable and not _is_closed(record))

    def _show_files(self, record: Record, slot: Slot, files: list[AttachedFile], writable: bool) -> None:
        title = words(say(slot.label), "small")
        title.setContentsMargins(0, 6, 0, 0)
        self._rows.addWidget(title)
        own = own_facts(record, slot)
        for file in files:
            told = [one or other for one, other in zip((file.number, file.dated, file.signer), own, strict=True)]
            facts = " · ".join(part for part in (facts_of(*told), size_words(file.size)) if part)
            self._rows.addWidget(FileLine(file, facts, self._deeds(record, writable)))

    def _deeds(self, record: Record, writable: bool) -> dict[str, Deed]:
        made: dict[str, Deed] = {
            "open": lambda file: deeds.open_file(self, file),
            "save": lambda file: deeds.save_file(self, file),
        }
        if writable and not _is_closed(record):
            made["edit"] = lambda file: deeds.edit(self, record, file, self.refresh)
            made["remove"] = lambda file: deeds.take_out(self, file, self.refresh)
        return made

    def _show_empty(self, record: Record, slot: Slot, writable: bool) -> None:
        """Show a paper that is owed, or of which the record knows the number, although no file is there."""
        own, owed = own_facts(record, slot), is_owed(record, slot)
        if not (owed or own[0]):
            return
        row = QHBoxLayout()
        row.setSpacing(8)
        if own[0]:
            told = say(mark("{paper}: {facts}")).format(paper=say(slot.label), facts=facts_of(*own))
            row.addWidget(words(f"{told} · {say(mark('no file yet'))}", "muted"), 1)
        else:
            pill = Pill()
            pill.show_state(say(slot.lacking), "warn")
            row.addWidget(pill)
            row.addStretch()
        if writable:
            add = button(mark("Attach"), "plus", "link")
            add.setAccessibleName(f"{say(mark('Attach'))}: {say(slot.label)}")
            add.clicked.connect(lambda: self.pick(slot.name))
            row.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self._rows.addWidget(holder)

    def _show_past(self, writable: bool) -> None:
        n = len(self._removed)
        if not n:
            return
        told = say_n("{n} file taken out", "{n} files taken out", n).format(n=n)
        switch = button("", "chevron-down" if self._all else "chevron-right", "link")
        switch.setText(told)
        switch.clicked.connect(self._turn)
        self._past.addWidget(switch, 0, Qt.AlignmentFlag.AlignLeft)
        for file in self._removed if self._all else ():
            back = (lambda each: deeds.bring_back(self, each, self.refresh)) if writable else None
            self._past.addWidget(removed_line(file, back))

    def _turn(self) -> None:
        self._all = not self._all
        self._fill()

    def pick(self, slot: str = "") -> None:
        """Let the person choose files, for one kind of paper where it is known."""
        things = deeds.pick(self)
        if things:
            self.bring(things, slot)

    def bring(self, things: list[Brought], slot: str = "") -> None:
        """Attach what was dropped, pasted or chosen."""
        if self.record is not None and self.record.id:
            window, reference = self.window(), self.record.reference
            deeds.attach(self, self.record, things, slot, lambda: self._attached(window, reference))

    def _attached(self, window: QWidget, reference: str) -> None:
        """Show what was attached, with the keyboard back in the list of files (which may be made anew by then)."""
        self.refresh()
        for each in window.findChildren(FilesCard):
            if each.isVisible() and each.record and each.record.reference == reference:
                each.add.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_closed(record: Record) -> bool:
    return isinstance(record, Numbered) and record.closed()


def as_card() -> tuple[QWidget, FilesCard]:
    """Give the list on a surface of its own, as a form shows it."""
    from gui.widgets import Card

    card, files = Card(), FilesCard(heading=True)
    card.body.addWidget(files)
    return card, files
