"""A backup restored in the window and the way back from it; an office encrypted, opened and locked by keyboard."""

import time
from datetime import date
from pathlib import Path

import pytest

from gui.vault import dialogs, guard, unlocking
from models.kinds import PAGES
from tests.journeys.desk import TOOLS, until
from tests.journeys.program import Program, vi
from tests.journeys.test_nothing_lost import listed, opened, remove

pytestmark = pytest.mark.outside(*TOOLS)

PASSPHRASE, LATER = "Con meo qua song Da 7", "Mua xuan tren ban Sin Suoi Ho"
WRONG = "The passphrase is wrong. The data is untouched."
PATIENT = 120.0  # seconds, on a machine that does other work meanwhile


def test_an_older_backup_is_restored_and_what_was_there_before_comes_back(program: Program, tmp_path: Path) -> None:
    office = opened(program, tmp_path)
    older = listed(program, office, "agreement")
    back_up(program)
    remove(program, "ctrl+4", "agreement")
    newer = listed(program, office, "agreement")
    assert len(newer) == len(older) - 1
    restore(program, office, "made by hand")
    assert listed(program, office, "agreement") == older
    restore(program, office, "made before a restore")
    assert listed(program, office, "agreement") == newer
    program.close()
    program.job("check", "--office", str(office))


def test_an_encrypted_office_opens_only_with_its_passphrase_or_its_code(program: Program, tmp_path: Path) -> None:
    office = opened(program, tmp_path)
    code = encrypt(program)
    program.close()
    assert office.read_bytes()[:6] != b"SQLite"
    program.start(office)
    program.sees(vi(unlocking.TITLE), "dialog")
    try_words(program, "Passphrase", LATER)
    program.sees(vi(WRONG))
    try_words(program, "Passphrase", PASSPHRASE)
    in_window(program)
    lock(program)
    try_words(program, "Passphrase", PASSPHRASE)
    in_window(program)
    lock(program)
    come_in_by_code(program, code)
    program.close()
    secret = tmp_path / "mat-khau.txt"
    secret.write_text(LATER, encoding="utf-8")
    program.job("check", "--office", str(office), "--passphrase-file", str(secret))


def back_up(program: Program) -> None:
    """Make a backup by hand, beside the one of the day."""
    to_settings(program, "Encryption")
    program.reach(vi("Make a backup now"), "shift+Tab")
    program.key("space")
    program.sees(vi("Backup made and checked: {file}.").partition("{")[0])


def to_settings(program: Program, card: str) -> None:
    """Go to a section of the settings by the ways at their head."""
    program.key("ctrl+comma")
    program.sees(vi("Window and person"), "push button")
    first = program.focus()["name"] == vi("Window and person")  # else where the keyboard was on this page before
    program.reach(vi(card), "Tab" if first else "shift+Tab")
    program.key("space")


def to_backups(program: Program) -> None:
    """Go to the first line of the list of backups."""
    program.sees(vi("Backup: today {time}").partition("{")[0])
    to_settings(program, "Backups")
    until(lambda: program.focus()["role"] in ("table", "table cell"), "the list of backups")

    def on_a_line() -> bool:
        program.key("Down", "Up")  # once more where a new backup came into the list meanwhile
        return bool(program.focus()["role"] == "table cell")

    until(on_a_line, "a line of the list of backups")


def kept_aside(office: Path) -> int:
    """Count what was kept before restores."""
    return len(list(office.with_name(f"{office.stem}-backups").glob("*-before-restore.db.json")))


def restore(program: Program, office: Path, why: str) -> None:
    """Choose a backup by what it was made for, look at what is in it, and restore it."""
    to_backups(program)
    while program.focus()["name"] != vi(why):
        program.step("Down")
    program.reach(vi("Restore this backup…"))
    program.key("space")
    program.stands_on(vi("&Keep what is here").replace("&", ""))
    counted = vi("• {name}: {then} in the backup, {now} now").partition("{then}")[0]
    program.sees(counted.format(name=vi(PAGES["agreement"].title)))
    program.sees(f"{date.today():%d/%m/%Y}", "label")
    program.reach(vi("&Restore this backup").replace("&", ""))
    before = kept_aside(office)
    program.key("space")
    # The dialog goes; whoever asks for its window meanwhile waits long.
    until(lambda: kept_aside(office) > before, "a copy of what was here", PATIENT)
    in_window(program, PATIENT)
    program.sees(vi("Overdue actions"))


def encrypt(program: Program) -> str:
    """Encrypt the office with the backups beside it; gives the recovery code, as its user writes it down."""
    to_settings(program, "Encryption")
    program.stands_on(vi("Encrypt the office…"))
    program.key("space")
    type_secret(program, "New passphrase", PASSPHRASE)
    type_secret(program, "The same once more", PASSPHRASE)
    head = f"{vi('Recovery code')}: "
    code = program.sees(head)["name"].removeprefix(head)
    program.tick(vi(dialogs.KEPT).replace("&", ""))
    program.key("Return")
    program.sees(vi("Older backups"), "alert", PATIENT)
    program.reach(vi("&Encrypt them").replace("&", ""))
    program.key("space")
    in_window(program, PATIENT)
    return code


def type_secret(program: Program, name: str, words: str) -> None:
    """Type into a field that shows nothing of it."""
    program.reach(vi(name))
    program.key("ctrl+a")
    program.type(words)
    until(lambda: len(program.focus()["text"]) == len(words), f"{len(words)} signs")


def try_words(program: Program, name: str, words: str) -> None:
    """Type a passphrase or the code where an office or the window is locked."""
    type_secret(program, name, words)
    program.key("Return")


def lock(program: Program) -> None:
    program.key("ctrl+alt+l")
    program.sees(vi(guard.TITLE), "dialog")
    program.stands_on(vi("Passphrase"))


def come_in_by_code(program: Program, code: str) -> None:
    """Unlock the window with the recovery code, and choose the new passphrase that is asked for then."""
    program.reach(vi(unlocking.WAY_ON["passphrase"]).replace("&", ""))
    program.key("space")
    try_words(program, "Recovery code", code)
    program.sees(vi("Choose a new passphrase"), "dialog")
    type_secret(program, "New passphrase", LATER)
    type_secret(program, "The same once more", LATER)
    program.key("Return")
    in_window(program)


def in_window(program: Program, patience: float = 30.0) -> None:
    """Wait until no dialog lies over the window."""

    def is_in_front() -> bool:
        return any(each["active"] and each["role"] == "frame" for each in program.windows())

    time.sleep(1)  # the dialog goes; whoever asks for its window meanwhile waits long
    until(is_in_front, "the window alone", patience)
