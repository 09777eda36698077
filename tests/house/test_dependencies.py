"""What comes from elsewhere: pinned, free of the faults we know of, and nothing is fetched while the program runs."""

import re

from playhouse.sqlcipher_ext import __sqlcipher_version__

from models import engine
from tests.house.test_rules import FILES, HOUSE, imports, named

# The first release without each fault that was known when the locks were last made (22/11/2026). Kept by hand, because
# the tests ask nobody in the net; whoever renews the locks looks the newer faults up and adds them.
MENDED = {
    "babel": ("2.9.1", "CVE-2021-42771, code run from a locale file"),
    "cryptography": ("44.0.1", "CVE-2024-12797, the OpenSSL in its wheels"),
    "jaraco-context": ("6.1.0", "CVE-2026-23949, archives unpacked outside their folder"),
    "lxml": ("4.9.1", "CVE-2022-2309, a crash by a document"),
    "openpyxl": ("2.4.2", "CVE-2017-5992, files read by a workbook's entities"),
    "pygments": ("2.15.1", "CVE-2022-40896, endless matching"),
    "python-docx": ("0.8.6", "CVE-2016-5851, files read by a document's entities"),
    "sqlcipher3": ("0.6.4", "SQLite whose log can lose saves"),
    "zipp": ("3.19.1", "CVE-2024-5569, an endless loop over an archive"),
}
NET = re.compile(r"(urllib\.request|http|ftplib|smtplib|ssl|asyncio|xmlrpc|requests|httpx|PySide6\.QtWeb\w*)(\.|$)")
LOCAL = {"PySide6.QtNetwork", "PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}


def pinned(name: str) -> dict[str, str]:
    """Give the packages of a lock with their releases."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (HOUSE / name).read_text(encoding="utf-8"), re.MULTILINE))


def release(told: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", told)[:4])


def test_row_84_no_lock_holds_a_release_with_a_fault_that_is_known_to_us() -> None:
    locked = pinned("requirements-test.lock") | pinned("requirements.lock")
    assert set(MENDED) <= set(locked), "what is no longer used needs no line here"
    faulty = {name: why for name, (first, why) in MENDED.items() if release(locked[name]) < release(first)}
    assert faulty == {}


def test_row_84_the_sqlite_that_runs_here_may_use_its_log() -> None:
    assert engine.wal_is_safe(__sqlcipher_version__)


def test_row_85_no_file_of_the_program_fetches_anything_from_the_net() -> None:
    """Row 85: no update, no library, no picture; windows of one person call each other on their own computer only.

    The set-up, which a person starts, lets pip fetch what the lock names.
    """
    taken = {named(file): list(imports(file)) for file in FILES if file.name != "bootstrap.py"}
    nets = {name: found for name, told in taken.items() if (found := [each for each in told if NET.match(each)])}
    assert nets == {}
    local = {each for told in taken.values() for each in told if each.startswith("PySide6.QtNetwork")}
    assert local <= LOCAL
