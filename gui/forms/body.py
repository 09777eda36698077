"""The fields of a form: made section by section, read into the record, complained about in words."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui.attachments import as_card, receive
from gui.editors import Editor, RowsEditor, editor_for
from gui.forms.arranging import opens_at_first, sections_of
from gui.forms.block import FieldBlock
from gui.forms.section import SectionCard
from gui.forms.staying import Staying
from gui.widgets import label
from models import classified, preferences
from models.checks import Complaint
from models.days import Misread
from models.fields import Described
from models.kinds import Page
from models.record import Numbered, Record
from models.text import say

FOLDS = "folded_sections"


def read_into(record: Record, editors: Iterable[Editor]) -> list[Complaint]:
    """Put what the editors hold into the record; give a complaint for each that cannot be read."""
    found = []
    for editor in editors:
        try:
            setattr(record, editor.field.name, editor.value())
        except Misread as misread:
            found.append(Complaint(editor.field.name, misread.args[0]))
    return found


class FormBody(QScrollArea):
    """The sections of one record's form, one below the other."""

    changed = Signal()
    left = Signal()
    wanted = Signal(str, str, object)

    def __init__(self, page: Page, record: Record) -> None:
        """Show the record; ``top`` takes messages above the sections."""
        super().__init__()
        self.page, self.record = page, record
        self.editors: dict[str, Editor] = {}
        self._first_told: dict[str, Any] = {}
        self._late = False
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("part", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 4, 24, 20)
        column.setSpacing(12)
        self.top = QVBoxLayout()
        self.top.setSpacing(12)
        column.addLayout(self.top)
        if record.kind in classified.CONCERNED:
            column.addWidget(_caution())
        sections = sections_of(record, {*page.fixed, *page.hidden})
        self.cards = [SectionCard(section, self._block) for section in sections]
        folds = preferences.get(FOLDS, {}).get(page.name, {})
        asked = {field.name for field in record.asked()}
        for card in self.cards:
            card.ask(asked)
            column.addWidget(card)
            card.folded.connect(lambda folded, card=card: self._remember(card, folded))
            folded = folds.get(card.section.name)
            holds = any(not each.empty(record.value(each.name)) for each in card.section.fields)
            if holds or (opens_at_first(card.section, record, len(sections)) if folded is None else not folded):
                card.open()
        self._files_card, self._files = as_card()
        receive(self._files_card, self._files.bring)
        column.addWidget(self._files_card)
        self._staying = Staying(self, self.cards[0])
        self._show_files()
        column.addStretch()
        self.setWidget(inside)

    def _show_files(self) -> None:
        """Show the files of a saved record; a new one has none before its first save."""
        self._files_card.setVisible(bool(self.record.id))
        if self.record.id:
            self._files.show_record(self.record)

    def stay(self, on: bool = True) -> None:
        """Hold the fields where they are on the screen while what is said above them changes, or no more."""
        self._staying.on = on

    def _block(self, field: Described) -> FieldBlock:
        editor = editor_for(field, self.record)
        self.editors[field.name] = editor
        editor.may_be_unknown = self._late
        if field.name in (getattr(self.record, "unknown", None) or "").split():
            editor.may_be_unknown = True
            editor.show_unknown()
        self._first_told[field.name] = editor.told()
        editor.changed.connect(self.changed)
        editor.left.connect(self.left)
        editor.wanted.connect(lambda kind, text: self._want(kind, text, editor.take))  # type: ignore[attr-defined]
        if isinstance(editor, RowsEditor):
            editor.wanted_row.connect(self._want)
        return FieldBlock(editor, field.required)

    def _want(self, kind: str, text: str, take: Callable[[Record], None]) -> None:
        def give_back(record: Record) -> None:
            if isValid(self):  # the form may have been closed meanwhile
                take(record)

        self.wanted.emit(kind, text, give_back)

    def _remember(self, card: SectionCard, folded: bool) -> None:
        known = preferences.get(FOLDS, {})
        mine = known.get(self.page.name, {}) | {card.section.name: folded}
        preferences.remember(FOLDS, known | {self.page.name: mine})

    def ask(self, sketch: Record) -> None:
        """Show the fields that concern the record as it reads now."""
        asked = {field.name for field in sketch.asked()}
        for card in self.cards:
            card.ask(asked)

    def let_unknown(self, late: bool) -> None:
        """Take "chưa rõ" for an answer, or not; late entry of old records does."""
        self._late = late
        for editor in self.editors.values():
            editor.may_be_unknown = late

    def changed_fields(self) -> list[str]:
        """Name the fields that differ from what was last shown as stored."""
        return [name for name, editor in self.editors.items() if editor.told() != self._first_told[name]]

    def end_typing(self) -> None:
        """Take over what stands in an open cell of a table: keys that save do not leave it."""
        for editor in self.editors.values():
            if isinstance(editor, RowsEditor):
                editor.end_typing()

    def settle(self) -> None:
        """Take what is shown now for what is stored."""
        self._first_told = {name: editor.told() for name, editor in self.editors.items()}
        for editor in self.editors.values():
            if isinstance(editor, RowsEditor):
                editor.table.forget()
        self._show_files()

    def read_into(self, record: Record) -> list[Complaint]:
        """Put everything typed into the record; give what cannot be read."""
        found = read_into(record, self.editors.values())
        if isinstance(record, Numbered):
            kept = [name for name in (record.unknown or "").split() if name not in self.editors]
            record.unknown = " ".join(kept + [n for n, editor in self.editors.items() if editor.unknown()]) or None
        return found

    def sketch(self) -> Record:
        """Give an unsaved copy of the record as it reads now, for rules that only look."""
        made = type(self.record)()
        made.id = self.record.id  # so that a rule which looks for others does not find the record itself
        for each in type(self.record).described():
            setattr(made, each.name, self.record.value(each.name))
        for name in ("state", "unknown"):
            if hasattr(made, name):
                setattr(made, name, getattr(self.record, name))
        self.read_into(made)
        return made

    def open_for(self, name: str) -> Editor | None:
        """Give the editor of a field, opening its section."""
        for card in self.cards:
            if any(field.name == name for field in card.section.fields):
                card.open()
                return self.editors[name]
        return None

    def complain(self, complaints: Iterable[Complaint]) -> None:
        """Show each sentence beside its field and take the former ones away."""
        told: dict[str, list[str]] = {}
        for each in complaints:
            told.setdefault(each.field, []).append(each.text())
        self.stay(False)  # what is said above is to be seen
        for name in told:
            self.open_for(name)
        for name, editor in self.editors.items():
            editor.complain("\n".join(dict.fromkeys(told.get(name, ()))) or None)

    def go_to(self, name: str) -> None:
        """Focus a field and bring it into sight."""
        editor = self.open_for(name)
        if editor:
            editor.entry.setFocus(Qt.FocusReason.OtherFocusReason)
            # The section may just have opened: its place is known only after it was laid out.
            QTimer.singleShot(0, editor, lambda: self.ensureWidgetVisible(editor, 24, 60))


def _caution() -> QLabel:
    made = label(classified.NOTICE, "small")
    made.setWordWrap(True)
    return made


def line_of(record: Record, complaint: Complaint) -> str:
    """Give a complaint as it stands alone: with the name of its field, unless the sentence has it."""
    field = next((each for each in record.asked() if each.name == complaint.field), None)
    label, sentence = say(record.label(field)) if field else "", complaint.text()
    return sentence if label in sentence else f"{label}: {sentence}"
