"""What is said of a file: its name, what paper it is, number, day and who signed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.attachments.parts import facts_of
from gui.editors import unbound
from gui.editors.day import DayEditor
from gui.editors.editor import Editor
from gui.editors.lines import TextEditor
from gui.editors.typing_dialog import TypingDialog
from gui.widgets import button, say_on
from gui.widgets.sizes import resize_within
from gui.widgets.texts import words
from models.attachments import own_facts, slot_of, slots_of
from models.days import Misread
from models.fields import Day, Text
from models.record import Record
from models.store.past_files import LABELS
from models.text import mark, say, say_n

TITLE = mark("File of the record")
NAMED = 4  # this many names are shown where there are many


class FileDialog(TypingDialog):
    """Asks what a file, or several, are; ``told`` holds the answer once it is accepted."""

    def __init__(self, parent: QWidget, record: Record, names: Sequence[str], known: dict[str, Any]) -> None:
        """Ask about files of these names; ``known`` is what is already said of them."""
        super().__init__(parent)
        self.record, self.told = record, dict[str, Any]()
        say_on(self, window_title=TITLE)
        self.slot = QComboBox()
        for slot in slots_of(record.kind):
            self.slot.addItem(say(slot.label), slot.name)
        self.slot.setCurrentIndex(max(self.slot.findData(slot_of(record.kind, known["slot"]).name), 0))
        say_on(self.slot, accessible_name=LABELS["slot"])
        self.editors: dict[str, Editor] = {}
        self.form = QFormLayout()
        self.form.setVerticalSpacing(10)
        if len(names) == 1:
            self._add("name", TextEditor(unbound(Text(LABELS["name"], required=True), "name")), names[0])
        else:
            self.form.addRow(words("\n".join(_several(names))))
        self.form.addRow(say(LABELS["slot"]), self.slot)
        self.hint = words("", "small")
        self.form.addRow("", self.hint)
        self._add("number", TextEditor(unbound(Text(LABELS["number"]), "number")), known.get("number"))
        self._add("dated", DayEditor(unbound(Day(LABELS["dated"]), "dated")), known.get("dated"))
        self._add("signer", TextEditor(unbound(Text(LABELS["signer"]), "signer")), known.get("signer"))
        self.slot.currentIndexChanged.connect(lambda _place: self._hint())
        self._hint()
        self._lay(mark("Attach") if "id" not in known else mark("Save"))
        self.slot.setFocus()

    def _add(self, name: str, editor: Editor, value: str | None) -> None:
        editor.set_value(value)
        self.editors[name] = editor
        self.form.addRow(say(LABELS[name]), editor)

    def _lay(self, deed: str) -> None:
        self.take, leave = button(deed, "paperclip", "primary"), button(mark("Cancel", "dialog"))
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        feet = QHBoxLayout()
        feet.addStretch()
        feet.addWidget(leave)
        feet.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(self.form)
        column.addStretch()
        column.addLayout(feet)
        resize_within(self, 520, 340)

    def _hint(self) -> None:
        """Say what the record itself tells of this paper: it need not be typed again."""
        facts = facts_of(*own_facts(self.record, slot_of(self.record.kind, self.slot.currentData())))
        told = say(mark("The record says: {facts}. What is left empty is shown from there."))
        self.hint.setText(told.format(facts=facts) if facts else "")
        self.hint.setVisible(bool(facts))

    def accept(self) -> None:
        """Take what is typed, or say beside a field why it cannot be read."""
        told: dict[str, Any] = {"slot": self.slot.currentData()}
        for name, editor in self.editors.items():
            try:
                told[name] = editor.value()
                editor.complain(None)
            except Misread as misread:
                editor.complain(say(misread.args[0]))
                editor.setFocus()
                return
        if "name" in told and not told["name"]:
            self.editors["name"].complain(say(mark("Give the file a name.")))
            self.editors["name"].setFocus()
            return
        self.told = told
        super().accept()


def _several(names: Sequence[str]) -> list[str]:
    shown, more = list(names[:NAMED]), len(names) - NAMED
    return shown + ([say_n("and {n} more", "and {n} more", more).format(n=more)] if more > 0 else [])


def ask_about(parent: QWidget, record: Record, names: Sequence[str], known: dict[str, Any]) -> dict[str, Any] | None:
    """Ask what files are; None where the person gives up."""
    dialog = FileDialog(parent, record, names, known)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.told if accepted else None
