"""What a person reads around the lock: which passphrase is asked for, how the code is shown, that it was done."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from gui import messages
from gui.settings_page.vault_card import VaultCard
from gui.vault import dialogs, unlocking
from gui.vault.dialogs import SecretDialog
from gui.vault.unlocking import UnlockDialog
from gui.window import Window
from models import backup, store, vault
from models.store import securing
from models.store.logbook import log
from tests.gui.vault.conftest import PASSPHRASE


def words_in(dialog: QDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QLabel)]


def test_changing_asks_for_the_old_passphrase_and_says_that_it_was_done(window: Window, qtbot: QtBot) -> None:
    work = window.workplace
    assert work
    work.go("settings")
    (card,) = work.findChildren(VaultCard)

    def agree(dialog: SecretDialog) -> bool:
        assert "Old passphrase" in words_in(dialog)
        for secret, typed in ((dialog.old, PASSPHRASE), (dialog.new, PASSPHRASE * 2), (dialog.again, PASSPHRASE * 2)):
            assert secret
            secret.line.setText(typed)
        dialog.agree()
        return dialog.result() == QDialog.DialogCode.Accepted

    card._done = agree  # type: ignore[method-assign]
    card._change()
    assert work.toast.text.text() == unlocking.CHANGED
    assert work.toast.isVisible()
    assert [line.deed for line in log()][-1] == "Passphrase of the office changed"


def test_a_passphrase_chosen_before_an_office_is_shown_is_told_in_a_box() -> None:
    with messages.answering("ok") as asked:
        unlocking.tell_changed(None)
    assert asked[0].text == unlocking.CHANGED


def test_the_code_is_shown_in_whole_groups_with_no_dash_of_its_own(path: Path, qtbot: QtBot) -> None:
    dialog = dialogs.to_encrypt(None, path)
    qtbot.addWidget(dialog)
    first, second = next(each for each in words_in(dialog) if each.startswith(dialog.code[:4])).split("\n")
    assert f"{first}-{second}" == dialog.code
    assert len(first.split("-")) == len(second.split("-")) == 4


def test_the_field_of_the_code_has_its_name_beside_it_and_its_use_is_noted(
    locked: Path, code: str, qtbot: QtBot
) -> None:
    vault.let_go()
    dialog = UnlockDialog(None, locked)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.asked.code_name.isVisible()
    dialog.asked.other.click()
    assert dialog.asked.code_name.isVisible()
    assert dialog.asked.code_name.text() == "Recovery code"
    dialog.asked.code.setText(code)
    with qtbot.waitSignal(dialog.accepted):
        dialog.asked.try_it()
    with store.session(locked):
        assert [line.deed for line in log()][-1] == "Office unlocked with the recovery code"


def test_a_plain_copy_beside_the_office_is_told_in_the_settings(window: Window, locked: Path, qtbot: QtBot) -> None:
    store.close_office()
    vault.unlock(locked, PASSPHRASE)
    securing.decrypt(locked, PASSPHRASE)
    with store.session(locked):
        backup.make(locked.with_name("lai-chau 22-11-2026.db"))
    securing.encrypt(locked, PASSPHRASE, vault.new_code())
    store.open_office(locked)
    card = VaultCard()
    qtbot.addWidget(card)
    qtbot.waitUntil(lambda: "1 copy of this office is not encrypted: whoever gets the file" in card.of_copies.text())
    assert "In the folder of the office: lai-chau 22-11-2026.db." in card.of_copies.text()
