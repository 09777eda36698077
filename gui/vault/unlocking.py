"""Asking for the passphrase, or for the recovery code; wrong tries cost more and more time."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui import messages
from gui.messages.boxes import Asked, prepared_answer
from gui.vault.beside import Beside
from gui.vault.secret import Secret
from gui.widgets import Toast, button, label, say_on
from gui.widgets.sizes import fit_height
from gui.widgets.texts import words
from gui.widgets.toast import note
from models import engine, vault
from models.errors import OfficeRefused
from models.store import lock_notes
from models.text import mark, say
from models.vault import CODE, PASSPHRASE, Mistyped, envelope, remembered

TITLE = mark("The office is encrypted")
WAY_ON = {PASSPHRASE: mark("I forgot the passphrase: use the &recovery code"), CODE: mark("Use the &passphrase")}
FINAL = mark(
    "The code was printed when the office was encrypted. Without passphrase and code nobody can read the data any more."
)
CHANGED = mark("The passphrase is changed.")
WIDTH, SPARE = 480, 24  # a complaint may come to stand below the rest


class Unlocking(QWidget):
    """The fields and the button; ``opened`` tells that the right passphrase or code was typed."""

    opened = Signal()

    def __init__(self, path: Path) -> None:
        """Ask for the lock of this file."""
        super().__init__()
        self._path, self.way = path, PASSPHRASE
        self._wrong_until = QTimer(self, interval=250)
        self._wrong_until.timeout.connect(self._count)
        self.secret = Secret(mark("Passphrase"))
        self.code = QLineEdit()
        self.code_name = label(mark("Recovery code"), "small")
        self.code_name.setBuddy(self.code)
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        say_on(self.code, accessible_name=mark("Recovery code"))
        self.final = words(say(FINAL), "small")
        self.told = words("", "error")
        self.go = button(mark("&Unlock"), "lock", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self.try_it)
        self.other = button("", "", "link")
        self.other.clicked.connect(lambda: self.ask_for(CODE if self.way == PASSPHRASE else PASSPHRASE))
        for line in (self.secret.line, self.code):
            line.returnPressed.connect(self.try_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.secret, self.code_name, self.code, self.final, self.told):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.other)
        foot.addStretch()
        foot.addWidget(self.go)
        column.addLayout(foot)
        self.ask_for(PASSPHRASE)

    def ask_for(self, way: str) -> None:
        """Ask for the passphrase or for the code."""
        self.way = way
        self.secret.setVisible(way == PASSPHRASE)
        for each in (self.code_name, self.code):
            each.setVisible(way == CODE)
        self.final.setVisible(way == CODE)
        self.other.setText(say(WAY_ON[way]))
        self.told.setText("")
        (self.secret if way == PASSPHRASE else self.code).setFocus()
        self._count()

    def typed(self) -> str:
        """Give what is typed in the field that is shown."""
        return self.secret.text() if self.way == PASSPHRASE else self.code.text()

    def try_it(self) -> None:
        """Try what is typed, beside the window: that takes a moment on purpose."""
        if not self.go.isEnabled() or not self.typed():
            return
        self.go.setEnabled(False)
        path, typed, way = self._path, self.typed(), self.way
        trying = Beside(self, lambda: vault.unlock(path, typed, way))
        trying.done.connect(lambda _keys: self._open())
        trying.failed.connect(self._refuse)

    def _open(self) -> None:
        self.go.setEnabled(True)
        self.told.setText("")
        if self.way == CODE:
            lock_notes.note(self._path, lock_notes.CODE_USED)
        self.opened.emit()

    def forget(self) -> None:
        """Leave nothing of what was typed in the fields."""
        self.secret.line.clear()
        self.code.clear()

    def _refuse(self, error: Exception) -> None:
        self.go.setEnabled(True)
        if not isinstance(error, OfficeRefused | Mistyped):
            raise error
        self.told.setText(str(error))
        if isinstance(error, vault.WrongSecret):
            self.secret.line.selectAll()
        self._count()
        (self.secret if self.way == PASSPHRASE else self.code).setFocus()

    def _count(self) -> None:
        """Say how long no passphrase is taken, each second anew."""
        try:
            left = vault.wait(envelope.sides(self._path)[0].office)
        except vault.KeysRefused:
            left = 0
        if left:
            self.told.setText(str(vault.TooSoon(left)))
        elif self._wrong_until.isActive():
            self.told.setText("")
        self.go.setEnabled(not left)
        if left:
            self._wrong_until.start()
        else:
            self._wrong_until.stop()


class UnlockDialog(QDialog):
    """The same before an office is opened."""

    def __init__(self, parent: QWidget | None, path: Path) -> None:
        """Name the file."""
        super().__init__(parent)
        say_on(self, window_title=TITLE)
        self.asked = Unlocking(path)
        self.asked.opened.connect(self.accept)
        leave = button(mark("Cancel", "dialog"))
        leave.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(TITLE, "heading"))
        column.addWidget(words(str(path), "muted"))
        column.addWidget(self.asked)
        column.addStretch()
        column.addWidget(leave, 0, Qt.AlignmentFlag.AlignRight)
        self.asked.other.clicked.connect(self._fit)
        self.asked.secret.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        fit_height(self, WIDTH, SPARE)


def unlock(parent: QWidget | None, path: Path) -> bool:
    """Unlock a file: with what this computer remembers, else by asking. False: the person gave up.

    Whoever came in by the recovery code is asked for a new passphrase at once.
    """
    if remembered.recall(path):
        return True
    answer = prepared_answer(Asked(say(TITLE), str(path), ("passphrase",)))
    if answer is not None:
        return bool(answer) and bool(vault.unlock(path, answer))
    dialog = UnlockDialog(parent, path)
    opened = dialog.exec() == QDialog.DialogCode.Accepted
    way, typed = dialog.asked.way, dialog.asked.typed()
    dialog.asked.forget()
    dialog.deleteLater()
    if opened and way == CODE:
        choose_new_passphrase(parent, path, typed)
    return opened


def unlocked(parent: QWidget | None, path: Path) -> bool:
    """Tell whether a file can be read, after asking for its passphrase where it needs one."""
    if path == engine.office() or not vault.envelope_of(path).exists() or vault.is_open(path):
        return True  # the open office is never looked into by other means
    return unlock(parent, path)


def choose_new_passphrase(parent: QWidget | None, path: Path, code: str) -> None:
    """Let one who came in by the recovery code choose a new passphrase."""
    from gui.vault.dialogs import after_code

    if after_code(parent, path, code).exec() == QDialog.DialogCode.Accepted:
        tell_changed(parent)


def tell_changed(parent: QWidget | None) -> None:
    """Say that the new passphrase holds: at the foot of the window where it shows an office, else in a box."""
    if parent is not None and parent.window().findChild(Toast):
        note(parent, say(CHANGED))
    else:
        messages.tell(parent, say(TITLE), say(CHANGED))
