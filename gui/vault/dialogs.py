"""The dialogs around a lock: new passphrase, recovery code, and the proof that one may."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui import messages
from gui.vault.secret import Secret
from gui.widgets import button, label, say_on
from gui.widgets.sizes import fit_height
from gui.widgets.texts import words
from models import vault
from models.errors import OfficeRefused
from models.store import securing
from models.text import mark, say
from models.vault import CODE, PASSPHRASE, Mistyped, strength

TWICE = mark("The two passphrases differ.")
KEPT = mark("I have &printed or written down the code and keep it away from this computer")
LOST = mark("Passphrase lost and recovery code lost = data lost. Nobody can help then, not the makers of the program.")
_CODE_NAME = mark("Recovery code")
WIDTH, SPARE = 580, 36
Deed = Callable[["SecretDialog"], None]


class SecretDialog(QDialog):
    """Asks for the passphrase that is (``old``), for a new one (``new``), shows a new recovery code (``code``).

    ``deed`` gets this dialog when the person agrees; what it refuses is said here and the dialog stays.
    """

    def __init__(
        self, parent: QWidget | None, path: Path, title: str, what: str, yes: str, deed: Deed,
        *, old: bool = True, new: bool = False, code: bool = False, danger: bool = False,
    ) -> None:  # fmt: skip
        """Show what is asked under a marked title and explanation."""
        super().__init__(parent)
        self.path, self._deed = path, deed
        say_on(self, window_title=title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 16)
        self._column.setSpacing(10)
        self._column.addWidget(words(say(what)))
        self.old = self._secret(mark("Old passphrase") if new else mark("Passphrase")) if old else None
        self.new = self._secret(mark("New passphrase")) if new else None
        self.strength = label("", "small")
        if self.new:
            self._column.addWidget(self.strength)
            self.new.line.textChanged.connect(self._judge)
        self.again = self._secret(mark("The same once more")) if new else None
        self.code = vault.new_code() if code else ""
        self.kept = QCheckBox()
        if code:
            self._show_code()
        self.told = words("", "error")
        self._column.addWidget(self.told)
        self._column.addStretch()
        self._column.addLayout(self._feet(yes, danger))
        (self.old or self.new or self.kept).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self, WIDTH, SPARE)  # a complaint may come to stand below the rest

    def _secret(self, name: str) -> Secret:
        made = Secret(name)
        made.line.returnPressed.connect(self.agree)
        self._column.addWidget(made)
        return made

    def _show_code(self) -> None:
        half = len(self.code) // 2
        shown = words(f"{self.code[:half]}\n{self.code[half + 1 :]}", "heading")
        shown.setWordWrap(False)  # it would break within a group
        shown.setAccessibleName(f"{say(_CODE_NAME)}: {self.code}")
        say_on(self.kept, text=KEPT)
        paper = button(mark("Print the code…"), "printer")
        paper.clicked.connect(self._print)
        row = QHBoxLayout()
        row.addWidget(shown, 1)
        row.addWidget(paper)
        self._column.addWidget(label(_CODE_NAME, "small"))
        self._column.addLayout(row)
        self._column.addWidget(words(say(LOST), "error"))
        self._column.addWidget(self.kept)

    def _feet(self, yes: str, danger: bool) -> QHBoxLayout:
        self.yes, leave = button(yes, "lock", "danger" if danger else "primary"), button(mark("Cancel", "dialog"))
        self.yes.setDefault(not danger)
        self.yes.clicked.connect(self.agree)
        leave.clicked.connect(self.reject)
        feet = QHBoxLayout()
        feet.addStretch()
        feet.addWidget(leave)
        feet.addWidget(self.yes)
        return feet

    def _judge(self, typed: str) -> None:
        self.strength.setText(say(strength(typed).value) if typed else "")

    def _print(self) -> None:
        from gui.printing.canvas import PrintError
        from gui.printing.preview import print_thing
        from models.paper.recovery import recovery_sheet

        try:
            if print_thing(recovery_sheet(self.path, self.code), self):
                self.kept.setFocus()
        except PrintError as error:
            messages.tell(self, say(mark("Not printed")), str(error), kind="warning")

    def complaint(self) -> str:
        """Say what stands in the way of agreeing; nothing where all is well."""
        if self.old and not self.old.text():
            return say(mark("Type the passphrase."))
        if self.new and self.again:
            if not strength(self.new.text()).enough:
                return say(strength(self.new.text()).value)
            if self.new.text() != self.again.text():
                return say(TWICE)
        if self.code and not self.kept.isChecked():
            return say(mark("Keep the recovery code first, then tick that you have it."))
        return ""

    def agree(self) -> None:
        """Do it, or say what stands in the way."""
        self.told.setText(self.complaint())
        if self.told.text():
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._deed(self)
        except (OfficeRefused, Mistyped) as error:
            self.told.setText(str(error))
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.accept()

    def passphrase(self) -> str:
        """Give the passphrase that holds afterwards."""
        return (self.new or self.old).text()  # type: ignore[union-attr]


def prove(dialog: SecretDialog) -> None:
    """Try the passphrase that was typed; raise where it is wrong."""
    assert dialog.old is not None
    vault.unlock(dialog.path, dialog.old.text())


def to_encrypt(parent: QWidget | None, path: Path) -> SecretDialog:
    """Ask what encrypting needs."""
    what = mark(
        "All records, attached files and new backups are encrypted. A stolen computer or disk then tells nothing. "
        "While the program is open and unlocked the data can be seen; files that you export are not encrypted."
    )
    title, yes = mark("Encrypt the office"), mark("&Encrypt")
    return SecretDialog(parent, path, title, what, yes, lambda _dialog: None, old=False, new=True, code=True)


def to_change(parent: QWidget | None, path: Path) -> SecretDialog:
    """Change the passphrase."""
    what = mark("The old passphrase ends, also for the backups beside the office. The recovery code stays.")

    def deed(dialog: SecretDialog) -> None:
        assert dialog.old
        assert dialog.new
        securing.change_passphrase(path, dialog.old.text(), dialog.new.text(), PASSPHRASE)

    return SecretDialog(parent, path, mark("Change the passphrase"), what, mark("&Change"), deed, new=True)


def after_code(parent: QWidget | None, path: Path, code: str) -> SecretDialog:
    """Choose a new passphrase with the recovery code."""
    what = mark("You came in by the recovery code. Choose a new passphrase; the code stays.")

    def deed(dialog: SecretDialog) -> None:
        assert dialog.new
        securing.change_passphrase(path, code, dialog.new.text(), CODE)

    title = mark("Choose a new passphrase")
    return SecretDialog(parent, path, title, what, mark("&Change"), deed, old=False, new=True)


def to_renew_code(parent: QWidget | None, path: Path) -> SecretDialog:
    """Make a new recovery code."""
    what = mark("The old recovery code ends, also for the backups beside the office. The passphrase stays.")

    def deed(dialog: SecretDialog) -> None:
        assert dialog.old
        securing.change_code(path, dialog.old.text(), dialog.code)

    title = mark("New recovery code")
    return SecretDialog(parent, path, title, what, mark("&Take the new code"), deed, code=True)


def to_rekey(parent: QWidget | None, path: Path) -> SecretDialog:
    """Ask what a new data key needs."""
    what = mark(
        "Everything is encrypted anew under a new key. Do this where somebody may have copied the office together with "
        "its passphrase. The recovery code changes too. Backups made before keep the old key until you bring them "
        "under the new one."
    )
    return SecretDialog(parent, path, mark("New data key"), what, mark("&Encrypt anew"), prove, code=True)


def to_decrypt(parent: QWidget | None, path: Path) -> SecretDialog:
    """Ask before the lock is taken away."""
    what = mark(
        "Records, attached files and new backups will lie open on the disk: whoever gets the computer or the disk can "
        "read everything, passport numbers too. Backups made so far stay encrypted."
    )
    return SecretDialog(
        parent, path, mark("Remove the encryption"), what, mark("&Remove the encryption"), prove, danger=True
    )
