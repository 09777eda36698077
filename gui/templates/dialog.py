"""Choosing a template for a record or a report: those the program brings and the office's own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import look, messages
from gui.output import fill_template
from gui.output.personal import Ticks
from gui.templates.names import NamesDialog
from gui.widgets import button, label, say_on
from gui.widgets.sizes import resize_within
from models import preferences
from models.filling import Names, of_period, of_record
from models.record import Record
from models.reports.periods import Period
from models.text import LANGUAGES, mark, say, spoken
from models.word.stock import Stock, suited

TITLE = mark("Document from a template")
HELP = mark(
    "A template is a Word document or an Excel workbook of your own. Where a value shall stand, write its name between "
    "braces, for example {{ten_co_quan}}. A row of a table that names a list, for example {{doan_vao.ten_doan}}, is "
    "repeated for every entry."
)
OWN = "templates"  # the preference that lists the person's own templates, the last used first
KEPT = 12


@dataclass(frozen=True)
class Subject:
    """What a template is filled for: a record, or a period."""

    title: str
    kind: str
    asked: dict[str, Any]
    record: Record | None = None
    period: Period | None = None

    def names(self, language: str, *, with_personal: bool = False) -> Names:
        """Give what a template may name."""
        if self.record is not None:
            return of_record(self.record, language, with_personal=with_personal)
        assert self.period is not None
        return of_period(self.period, language, with_personal=with_personal)


def for_record(parent: QWidget, record: Record) -> "TemplateDialog":
    """Make the dialog for a record."""
    title = " ".join(part for part in (getattr(record, "code", None), record.heading) if part)
    asked = {"record": [record.kind, record.id], "first": "", "last": ""}
    return TemplateDialog(parent, Subject(title, record.kind, asked, record=record))


def for_period(parent: QWidget, period: Period) -> "TemplateDialog":
    """Make the dialog for the report of a period."""
    asked = {"record": None, "first": period.first.isoformat(), "last": period.last.isoformat()}
    return TemplateDialog(parent, Subject(period.name(), "", asked, period=period))


class TemplateDialog(QDialog):
    """Shows the templates; the button asks where to save and fills the chosen one."""

    def __init__(self, parent: QWidget | None, subject: Subject) -> None:
        """Offer what suits the subject."""
        super().__init__(parent)
        self.setWindowTitle(say(TITLE))
        self.subject = subject
        self.list = QListWidget()
        self.language, self.each = QComboBox(), QComboBox()
        self.apart, self.ticks = QCheckBox(), Ticks()
        self.personal = self.ticks.personal
        self.choose, self.names_button = (
            button(mark("&Own template…"), "folder-open"),
            button(mark("&Names…"), "list-todo"),
        )
        self.leave, self.deed = button(mark("&Cancel")), button(mark("&Fill in…"), "file-text", "primary")
        self._offer()
        self._name()
        self._lay_out()
        self._connect()
        self.list.setCurrentRow(0)
        self.list.setFocus()
        resize_within(self, 640, 480)

    def _offer(self) -> None:
        for stock in suited(self.subject.kind):
            self._add(say(stock.title), stock)
        for told in preferences.get(OWN, []):
            path = Path(str(told))
            if path.suffix.casefold() != ".zip":
                self._add(path.name, path)
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(spoken()))
        self.each.addItem(say("One document"), "")
        names = self.subject.names(spoken())
        for listing in names.lists if self.subject.record is not None else ():
            if listing.rows and listing.name.name != "tom_tat":
                words = say("A letter for each row: {list}").format(list=listing.name.words)
                self.each.addItem(words, listing.name.spellings[-1])

    def _add(self, words: str, template: Stock | Path) -> QListWidgetItem:
        icon = (
            "file-spreadsheet" if isinstance(template, Path) and template.suffix.casefold() == ".xlsx" else "file-text"
        )
        item = QListWidgetItem(look.icon(icon), words)
        item.setData(Qt.ItemDataRole.UserRole, template)
        if isinstance(template, Path):
            item.setToolTip(str(template))
        self.list.addItem(item)
        return item

    def _name(self) -> None:
        say_on(self.list, accessible_name=mark("Templates"))
        say_on(self.language, accessible_name=mark("Language of the values"))
        say_on(self.each, accessible_name=mark("How many letters"))
        say_on(self.apart, text=mark("Each letter in a file of its own (zip)"))

    def _lay_out(self) -> None:
        about, told = label("", "heading"), label(HELP, "muted")
        about.setText(self.subject.title)
        for each in (about, told):
            each.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for column, (words, box) in enumerate(
            ((mark("Language of the values"), self.language), (mark("How many letters"), self.each))
        ):
            head = label(words, "small")
            head.setBuddy(box)
            grid.addWidget(head, 0, column)
            grid.addWidget(box, 1, column)
            grid.setColumnStretch(column, column + 1)
        feet = QHBoxLayout()
        for part in (self.choose, self.names_button):
            feet.addWidget(part)
        feet.addStretch()
        for part in (self.leave, self.deed):
            feet.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        for above in (about, told, self.list):
            whole.addWidget(above)
        whole.addLayout(grid)
        whole.addWidget(self.apart)
        whole.addWidget(self.ticks)
        whole.addLayout(feet)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._suit)
        self.list.itemActivated.connect(lambda _item: self.fill())
        self.each.currentIndexChanged.connect(self._suit_letters)
        self.choose.clicked.connect(self._choose_own)
        self.names_button.clicked.connect(self._show_names)
        self.leave.clicked.connect(self.reject)
        self.deed.clicked.connect(self.fill)

    def template(self) -> Stock | Path | None:
        """Give the chosen template."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _suit(self) -> None:
        """Propose the language and the letters of a template that the program brings."""
        template = self.template()
        self.deed.setEnabled(template is not None)
        if isinstance(template, Stock):
            self.language.setCurrentIndex(self.language.findData(template.language))
            self.each.setCurrentIndex(max(0, self.each.findData(template.each)))
        is_workbook = isinstance(template, Path) and template.suffix.casefold() == ".xlsx"
        if is_workbook:
            self.each.setCurrentIndex(0)
        self.each.setEnabled(not is_workbook and self.each.count() > 1)
        self._suit_letters()

    def _suit_letters(self) -> None:
        self.apart.setEnabled(bool(self.each.currentData()))
        if not self.each.currentData():
            self.apart.setChecked(False)

    def _choose_own(self) -> None:
        last = preferences.get(OWN, [])
        folder = str(Path(str(last[0])).parent) if last else ""
        kind = say("Templates of Word and Excel")
        path = messages.choose_file_to_open(self, say(mark("Own template")), folder, suffix="*.docx *.xlsx", kind=kind)
        if path is not None:
            self._remember(path)
            known = [self.list.item(row) for row in range(self.list.count())]
            item = next((each for each in known if each.data(Qt.ItemDataRole.UserRole) == path), None)
            self.list.setCurrentItem(item or self._add(path.name, path))

    def _remember(self, path: Path) -> None:
        kept = [str(path), *(each for each in preferences.get(OWN, []) if each != str(path))]
        preferences.put(OWN, kept[:KEPT])

    def _show_names(self) -> None:
        names = self.subject.names(str(self.language.currentData()), with_personal=self.personal.isChecked())
        dialog = NamesDialog(self, names)
        dialog.exec()
        dialog.deleteLater()

    def fill(self) -> None:
        """Ask where to save and fill the chosen template."""
        template = self.template()
        if template is None:
            return
        path = template.path if isinstance(template, Stock) else template
        if isinstance(template, Path):
            self._remember(template)
        title = say(template.title) if isinstance(template, Stock) else template.stem
        suffix = ".zip" if self.apart.isChecked() else path.suffix.casefold()
        asked = {
            "template": str(path),
            "values": self.language.currentData(),
            "each": self.each.currentData(),
            "with_passports": self.personal.isChecked(),
            "restricted": self.ticks.restricted.isChecked(),
        }
        fill_template(self, self.subject.asked | asked, f"{title} {self.subject.title}", suffix)
