"""The facts of the office that head every paper and workbook."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from gui.editors import Editor, editor_for
from gui.settings_page.parts import Rows, attempt, writable
from gui.widgets import Card, button, label
from models import store
from models.days import Misread
from models.office import Office
from models.text import mark, say


class OfficeCard(Card):
    """A form over the fields of the office."""

    saved = Signal()

    def __init__(self) -> None:
        """Show what is kept."""
        super().__init__(mark("The office"))
        self.record: Office = store.office()
        rows = Rows(self)
        self.editors: dict[str, Editor] = {}
        for field in self.record.asked():
            editor = editor_for(field, self.record)
            editor.setEnabled(writable())
            rows.add(self.record.label(field), editor, field.help)
            self.editors[field.name] = editor
        self.save = button(mark("Save the office"), "save", "primary")
        self.save.setEnabled(writable())
        self.save.clicked.connect(self._save)
        self.told = label("", "muted")
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addWidget(self.told)
        foot.addStretch()
        self.body.addLayout(foot)
        for editor in self.editors.values():
            editor.changed.connect(lambda: self.told.setText(""))

    def _save(self) -> None:
        """Keep what is filled in, or say beside each field what is missing or wrong."""
        if not self._read():
            return
        complaints = [each for each in [*self.record.missing(), *self.record.complaints()] if not each.warning]
        for complaint in complaints:
            self.editors[complaint.field].complain(complaint.text())
        if complaints:
            self.editors[complaints[0].field].setFocus()
        elif attempt(self, lambda: store.save(self.record)):
            self.told.setText(say("Saved."))
            self.saved.emit()

    def _read(self) -> bool:
        good = True
        for name, editor in self.editors.items():
            editor.complain(None)
            try:
                setattr(self.record, name, editor.value())
            except Misread as misread:
                editor.complain(say(misread.args[0]))
                good = False
        return good
