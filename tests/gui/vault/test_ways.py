"""The ways of a person: encrypt, open, forget, change, decrypt."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gui import messages
from gui.settings_page.copies import choose_copy
from gui.settings_page.vault_card import VaultCard
from gui.shell import locks, offices
from gui.vault import Turning, beside, dialogs, turning, unlocking, waiting
from gui.vault.unlocking import UnlockDialog
from gui.window import Window
from models import backup, closed, engine, preferences, store, vault
from models.attachments import Stopped
from models.store import securing
from models.vault import remembered
from tests.gui.vault.conftest import PASSPHRASE


def test_an_encrypted_office_asks_for_its_passphrase_when_it_is_opened(
    locked: Path, open_window: Callable[[Path], Window]
) -> None:
    vault.let_go()
    with messages.answering(PASSPHRASE) as asked:
        window = open_window(locked)
    assert [each.title for each in asked] == ["The office is encrypted"]
    assert engine.key() is not None
    assert window.workplace is not None


def test_whoever_leaves_while_the_passphrase_is_tried_leaves(
    locked: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thread that dies with its dialog takes the whole program with it."""
    monkeypatch.setattr(vault, "unlock", lambda *_: time.sleep(0.3))
    dialog = UnlockDialog(None, locked)
    qtbot.addWidget(dialog)
    dialog.asked.secret.line.setText("sai")
    dialog.asked.try_it()
    assert beside._running
    dialog.reject()
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not beside._running)


def test_row_97_a_program_told_to_stop_while_it_encrypts_leaves_the_office_as_it_was(
    path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Ended(QEventLoop):
        """What a loop does once the program was told to end."""

        def exec(self) -> int:  # type: ignore[override]
            return 0

    def until_stopped(_path: Path, going: Callable[[int, int], bool]) -> None:
        while going(1, 2):
            time.sleep(0.01)
        raise Stopped

    owner = QWidget()
    qtbot.addWidget(owner)
    monkeypatch.setattr(waiting, "QEventLoop", Ended)
    with messages.answering("ok") as asked:
        assert not turning.turn(owner, path, Turning("Encrypt", "Done", until_stopped))
    assert "as it was before" in asked[0].text


def test_whoever_gives_up_the_passphrase_can_open_another_office_or_quit(locked: Path, qtbot: QtBot) -> None:
    vault.let_go()
    window = Window(locked)
    qtbot.addWidget(window)
    with messages.answering("", "quit") as asked:
        assert not offices.enter(window, locked)
    assert "encrypted" in asked[-1].text


def test_the_dialog_of_the_passphrase_is_as_high_as_what_it_asks(locked: Path, qtbot: QtBot) -> None:
    dialog = UnlockDialog(None, locked)
    qtbot.addWidget(dialog)
    dialog.show()
    for _ in range(2):
        shown = dialog.layout()
        assert shown
        assert dialog.height() - shown.totalHeightForWidth(dialog.width()) <= unlocking.SPARE
        dialog.asked.other.click()


def test_the_dialog_takes_the_recovery_code_and_then_a_new_passphrase(locked: Path, code: str, qtbot: QtBot) -> None:
    vault.let_go()
    dialog = UnlockDialog(None, locked)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.asked.secret.isVisible()
    dialog.asked.other.click()
    assert dialog.asked.code.isVisible()
    assert "nobody can read" in dialog.asked.final.text()
    wrong = ("2" if code[0] != "2" else "3") + code[1:]
    dialog.asked.code.setText(wrong)
    dialog.asked.try_it()
    qtbot.waitUntil(lambda: "Group 1" in dialog.asked.told.text())
    dialog.asked.code.setText(code.lower())
    with qtbot.waitSignal(dialog.accepted):
        dialog.asked.try_it()
    new = dialogs.after_code(None, locked, code)
    qtbot.addWidget(new)
    assert new.new is not None
    assert new.again is not None
    new.new.line.setText("short")
    new.agree()
    assert "Too short" in new.told.text()
    new.new.line.setText("một mật khẩu khác hẳn")
    new.again.line.setText("một mật khẩu khác")
    new.agree()
    assert new.told.text() == "The two passphrases differ."
    new.again.line.setText("một mật khẩu khác hẳn")
    new.agree()
    assert new.result() == QDialog.DialogCode.Accepted
    vault.let_go()
    assert vault.unlock(locked, "một mật khẩu khác hẳn")


def test_encrypting_wants_the_code_kept_before_it_begins(path: Path, qtbot: QtBot) -> None:
    dialog = dialogs.to_encrypt(None, path)
    qtbot.addWidget(dialog)
    assert dialog.new is not None
    assert dialog.again is not None
    for secret in (dialog.new, dialog.again):
        secret.line.setText("bốn từ chẳng liên quan")
    assert dialog.strength.text() == "Strong."
    dialog.agree()
    assert "tick" in dialog.told.text()
    dialog.kept.setChecked(True)
    dialog.agree()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert vault.read_code(dialog.code) == dialog.code


def test_the_settings_encrypt_the_office_and_look_after_its_old_backups(
    path: Path, open_window: Callable[[Path], Window], code: str
) -> None:
    window = open_window(path)
    card = VaultCard()
    assert card.encrypt.isEnabled()
    deed = Turning(
        "Encrypt the office",
        "The office is encrypted.",
        lambda at, going: securing.encrypt(at, PASSPHRASE, code, going),
    )
    with messages.answering("bring") as asked:
        locks.change(window, deed)
    assert "is not encrypted: whoever gets the file can read it" in asked[0].text
    assert engine.key() is not None
    assert window.workplace is not None
    assert window.workplace.toast.text.text() == "The office is encrypted."
    assert [copy for copy in backup.copies_of(path) if vault.is_plain(copy)] == []
    assert not VaultCard().of_copies.text().startswith("1")


def turned(window: Window, code: str) -> None:
    """Encrypt the office in the window."""
    locks.change(window, Turning("Encrypt", "Done.", lambda at, going: securing.encrypt(at, PASSPHRASE, code, going)))


@pytest.mark.parametrize("way", ["bring", "delete"])
def test_plain_backups_at_the_second_place_are_told_and_looked_after_too(
    way: str, path: Path, open_window: Callable[[Path], Window], code: str, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    preferences.put(preferences.SECOND, str(stick))
    window = open_window(path)
    with messages.answering(way) as asked:
        turned(window, code)
    assert f"lies at the second place, {stick}" in asked[0].text
    assert str(stick) in asked[0].details
    assert [copy for copy in stick.rglob("*.db") if vault.is_plain(copy)] == []
    assert [copy for copy in backup.copies_of(path) if vault.is_plain(copy)] == []


def test_a_second_place_that_cannot_be_reached_is_told_after_encrypting_and_in_the_settings(
    path: Path, open_window: Callable[[Path], Window], code: str, tmp_path: Path, qtbot: QtBot
) -> None:
    with store.session(path):
        damaged = path.with_name(f"{path.name}.20260101-000000-000000.replaced")
        backup.make(damaged)
    window = open_window(path)
    preferences.put(preferences.SECOND, str(tmp_path / "unplugged"))
    with messages.answering("leave") as asked:
        turned(window, code)
    assert "unplugged, cannot be reached now" in asked[0].text
    assert f"a damaged office, kept when a backup took its place ({damaged.name})" in asked[0].text
    card = VaultCard()
    qtbot.addWidget(card)
    qtbot.waitUntil(lambda: "unplugged, cannot be reached now" in card.of_copies.text())
    assert not card.copies.isHidden()


def test_deleting_old_backups_is_the_dangerous_button(
    locked: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, marked = QWidget(), list[str]()
    qtbot.addWidget(owner)
    monkeypatch.setattr(turning, "old_copies", lambda path: turning.Found([path]))

    def ask(*_told: object, danger: str, **_further: object) -> str:
        marked.append(danger)
        return "leave"

    monkeypatch.setattr(messages, "ask", ask)
    turning.offer_old_copies(owner, locked)
    assert marked == ["delete"]


def test_what_cannot_be_done_is_told_and_the_office_is_open_again(
    path: Path, open_window: Callable[[Path], Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(path)

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(closed, "export", full)
    deed = Turning(
        "Encrypt the office", "Done.", lambda at, going: securing.encrypt(at, PASSPHRASE, vault.new_code(), going)
    )
    with messages.answering("ok") as asked:
        locks.change(window, deed)
    assert "disk is full" in asked[0].text
    assert engine.key() is None
    assert store.current() is not None


def test_a_backup_of_another_lock_asks_for_its_passphrase(
    locked: Path, open_window: Callable[[Path], Window], tmp_path: Path
) -> None:
    with store.session(locked):
        copy = backup.copy_beside(locked, "by-hand")
    securing.rekey(locked, PASSPHRASE, vault.new_code())
    vault.let_go()
    vault.unlock(locked, PASSPHRASE)
    window = open_window(locked)
    with messages.answering(PASSPHRASE, "restore") as asked:
        assert choose_copy(window, copy) == copy
    assert asked[0].title == "The office is encrypted"
    offices.restore(window, copy)
    assert engine.key() is not None
    assert store.current() is not None


def test_the_card_of_an_encrypted_office_says_what_this_computer_can_remember(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = VaultCard()
    qtbot.addWidget(card)
    assert not card.remember.isEnabled()  # no store of passwords where tests run
    kept: dict[str, str] = {}
    monkeypatch.setattr(remembered, "is_possible", lambda: True)
    deeds: dict[str, Callable[..., object]] = {
        "set_password": lambda _service, name, value: kept.__setitem__(name, value),
        "get_password": lambda _service, name: kept.get(name),
        "delete_password": lambda _service, name: kept.pop(name),
    }
    monkeypatch.setattr(remembered, "_ask", lambda deed, *told: deeds[deed](*told))
    card = VaultCard()
    qtbot.addWidget(card)
    card.remember.setChecked(True)
    assert len(kept) == 1
    session = store.current()
    assert session is not None
    vault.let_go()
    assert unlocking.unlock(window, session.path)  # nobody is asked
    card.remember.setChecked(False)
    assert kept == {}
