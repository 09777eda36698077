"""The lock of the office: encrypt it, change what opens it, and when the window locks itself."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from gui import messages
from gui.settings_page.parts import Rows, told, writable
from gui.vault import Turning, dialogs, guard
from gui.vault.beside import Beside
from gui.vault.dialogs import SecretDialog
from gui.vault.turning import Found, offer_old_copies, old_copies
from gui.vault.unlocking import tell_changed
from gui.widgets import Card, FlowLayout, button, follow_language, label, number_box, say_on
from gui.widgets.toast import note
from models import engine, preferences, store
from models.store import securing
from models.text import mark, say
from models.vault import remembered

TITLE = mark("Encryption")
OPEN = mark(
    "This office is not encrypted: whoever gets this computer, its disk or a backup can read everything. The file may "
    "lie on an encrypted disk (BitLocker, LUKS); then that is enough against theft."
)
LOCKED = mark("This office is encrypted: the records, the attached files and the backups.")
_UNREACHED = mark("The second place, {place}, cannot be reached now: backups there are not counted.")
NEW_KEY = mark(
    "A new data key is needed only where somebody may have copied the office and known its passphrase. "
    "Otherwise changing the passphrase is enough."
)
MOST = 240  # minutes


class VaultCard(Card):
    """``turning_wanted`` carries what is to be done to the office once the window has closed it."""

    turning_wanted = Signal(object)

    def __init__(self) -> None:
        """Show how the open office is kept."""
        super().__init__(TITLE)
        session = store.current()
        assert session is not None
        self.path: Path = session.path
        encrypted = engine.key() is not None
        self.body.addWidget(told(LOCKED if encrypted else OPEN))
        self.buttons = FlowLayout()
        self.body.addLayout(self.buttons)
        if not encrypted:
            self.encrypt = self._button(mark("Encrypt the office…"), "lock", self._encrypt)
            return
        self._button(mark("Change the passphrase…"), "pencil", self._change)
        self._button(mark("New recovery code…"), "printer", self._renew_code)
        self._button(mark("New data key…"), "refresh-cw", self._rekey)
        self._button(mark("Remove the encryption…"), "unlink", self._decrypt)
        self.body.addWidget(told(NEW_KEY))
        self.copies = button(mark("Look after them…"), "archive", "link")
        self.copies.clicked.connect(self._look_after_copies)
        self.of_copies = label("", "error")
        self.of_copies.setWordWrap(True)
        self.body.addWidget(self.of_copies)
        self.body.addWidget(self.copies)
        self._add_settings()
        self._old = Found([])
        follow_language(self, self._tell_copies)
        self._count_copies()

    def _button(self, words: str, icon: str, deed: object) -> QWidget:
        made = button(words, icon)
        made.setEnabled(writable())
        made.clicked.connect(lambda: deed())  # type: ignore[operator]
        self.buttons.addWidget(made)
        return made

    def _add_settings(self) -> None:
        rows = Rows(self)
        self.minutes = number_box(mark("Lock after (minutes)"), 0, MOST)
        self.minutes.setValue(guard.minutes())
        self.minutes.valueChanged.connect(lambda value: preferences.put(guard.MINUTES, value))
        rows.add(
            mark("Lock after (minutes)"), self.minutes, mark("Without typing or mouse; 0: never. Ctrl+Alt+L at once")
        )
        self.remember = QCheckBox()
        say_on(self.remember, text=mark("Open without the passphrase on this computer"))
        possible = remembered.is_possible()
        self.remember.setEnabled(possible)
        self.remember.setChecked(possible and remembered.is_remembered(self.path))
        self.remember.toggled.connect(self._remember)
        remark = mark("The key is then kept in the computer's store of passwords, for your account alone.")
        rows.add(mark("Remember"), self.remember, remark if possible else remembered.NO_STORE)

    def _remember(self, wanted: bool) -> None:
        try:
            remembered.remember(self.path) if wanted else remembered.forget(self.path)
        except remembered.NotRemembered as error:
            messages.tell(self.window(), say(TITLE), str(error), kind="warning")
            self.remember.blockSignals(True)
            self.remember.setChecked(not wanted)
            self.remember.blockSignals(False)

    def _count_copies(self) -> None:
        """Count beside the window: a second place that is gone lets one wait."""
        Beside(self, lambda: old_copies(self.path)).done.connect(self._counted)

    def _counted(self, found: Found) -> None:
        self._old = found
        self._tell_copies()

    def _tell_copies(self) -> None:
        lines = self._old.told()
        if self._old.unreached:
            lines.append(say(_UNREACHED).format(place=self._old.unreached))
        self.of_copies.setText("\n".join(lines))
        self.of_copies.setVisible(bool(lines))
        self.copies.setVisible(bool(self._old.copies) and writable())

    def _look_after_copies(self) -> None:
        offer_old_copies(self.window(), self.path)
        self._count_copies()

    def _done(self, dialog: SecretDialog) -> bool:
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed

    def _change(self) -> None:
        if self._done(dialogs.to_change(self, self.path)):
            tell_changed(self)

    def _renew_code(self) -> None:
        if self._done(dialogs.to_renew_code(self, self.path)):
            note(self, say(mark("The new recovery code holds; the old one ended.")))

    def _encrypt(self) -> None:
        asked = dialogs.to_encrypt(self, self.path)
        if self._done(asked):
            passphrase, code = asked.passphrase(), asked.code
            self._want(
                mark("Encrypt the office"),
                mark("The office is encrypted."),
                lambda path, going: securing.encrypt(path, passphrase, code, going),
            )

    def _rekey(self) -> None:
        asked = dialogs.to_rekey(self, self.path)
        if self._done(asked):
            passphrase, code = asked.passphrase(), asked.code
            self._want(
                mark("New data key"),
                mark("The office has a new key. The old recovery code ended."),
                lambda path, going: securing.rekey(path, passphrase, code, going),
            )

    def _decrypt(self) -> None:
        asked = dialogs.to_decrypt(self, self.path)
        if self._done(asked):
            passphrase = asked.passphrase()
            self._want(
                mark("Remove the encryption"),
                mark("The office is not encrypted any more."),
                lambda path, going: securing.decrypt(path, passphrase, going),
            )

    def _want(self, title: str, done: str, deed: object) -> None:
        self.turning_wanted.emit(Turning(title, done, deed))  # type: ignore[arg-type]
