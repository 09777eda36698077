"""The list of faults that the program has to survive: each has its number, and a test that names it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
# Without a server (27–38), without the import of workbooks (39–55) and what leads back from one (61): not built yet.
MUST = {
    1: "killed in the middle of a save", 2: "power cut", 3: "a setting of a connection that does not hold",
    4: "a release of SQLite whose log can lose saves", 5: "an office on a network drive", 6: "disk full at a save",
    7: "disk full at a backup, an export, an attached file, a new version", 8: "a place that cannot be written",
    9: "the file replaced or deleted while open", 10: "damaged or cut off", 11: "damaged where it reads well",
    12: "an empty file", 13: "no database, or not its key", 14: "written by a newer version",
    15: "an old log beside a restored file", 16: "the program died", 17: "started twice", 18: "a lock left behind",
    19: "another program holds the database", 20: "the file touched by other means",
    57: "texts that look like formulas", 58: "signs that no file can hold", 59: "more than a cell or a sheet holds",
    60: "an export that fails midway",
    69: "killed while attaching", 70: "file names that lead elsewhere", 71: "files that run programs",
    72: "an attached file missing or altered", 75: "a stolen computer", 76: "wrong passphrases",
    77: "a change of the lock cut off", 78: "a forgotten passphrase", 86: "a backup while others save",
    87: "a backup of a damaged office", 88: "a restore cut off", 89: "no good backup for long",
    90: "a restore on trial", 91: "killed while brought up to date", 92: "rows that hang on others meanwhile",
    93: "bringing up to date fails", 94: "a fault of the program anywhere", 95: "closing with unsaved text",
    96: "a crash with a form open", 97: "told to stop by the system",
}  # fmt: skip
SHOULD = {
    21: "a connection of another thread", 22: "a reader that keeps the log from being brought in", 23: "a wrong clock",
    24: "a stick pulled out", 25: "a virus scanner holds the file", 26: "rows of a damaged file",
    56: "undoing many changes at once", 62: "names that sheets and files cannot have", 63: "signs of formulas in CSV",
    64: "addresses in workbooks", 65: "tags in what was entered", 66: "a passport number on the clipboard",
    67: "long papers, no printer", 68: "copies for reading", 73: "links and devices instead of files",
    74: "sweeping what is still needed", 79: "nobody at the screen", 80: "history forged",
    81: "orders in the search", 82: "text run as a program", 83: "secrets in logs and preferences",
    84: "packages with known faults", 85: "libraries and updates from elsewhere",
    98: "widgets touched by other threads", 99: "the window frozen by a slow question",
    100: "a log that grows, or has no place", 101: "memory that grows", 102: "damaged preferences",
    103: "removed by mistake", 104: "any folder, any name",
}  # fmt: skip
# "Row 88", "Rows 10–14", "Rows 1 (save), 2 (power-cut), 6 and 7"
_NUMBER = r"\d{1,3}(?: \([^)]*\))?"
_TOLD = re.compile(rf"\bRows? ({_NUMBER}(?:(?:, and | and |, |–){_NUMBER})*)")
_NAMED = re.compile(r"test_rows?_(\d{1,3}(?:_(?:and|to)_\d{1,3})*)(?:_|$)")
_SPAN = re.compile(r"(\d+)(?:(?:–|_to_)(\d+))?")


def rows_of(test: ast.FunctionDef) -> set[int]:
    """Give the numbers that the name or the docstring of a test names."""
    told = " ".join((ast.get_docstring(test) or "").split())
    lists = [re.sub(r" \([^)]*\)", "", each) for each in _TOLD.findall(told)] + _NAMED.findall(test.name)
    spans = [span for each in lists for span in _SPAN.findall(each)]
    return {row for first, last in spans for row in range(int(first), int(last or first) + 1)}


def collected_from(file: Path) -> Iterator[ast.FunctionDef]:
    """Give the functions that pytest collects: those of the module, and of its classes."""
    module = ast.parse(file.read_text(encoding="utf-8"))
    classes = [each for each in module.body if isinstance(each, ast.ClassDef) and each.name.startswith("Test")]
    for body in (module.body, *(each.body for each in classes)):
        yield from (each for each in body if isinstance(each, ast.FunctionDef) and each.name.startswith("test"))


@pytest.fixture(scope="module")
def named() -> set[int]:
    return {row for file in TESTS.rglob("test_*.py") for test in collected_from(file) for row in rows_of(test)}


def test_every_fault_that_must_be_survived_has_a_test_that_names_it(named: set[int]) -> None:
    assert {row: fault for row, fault in MUST.items() if row not in named} == {}


def test_every_fault_that_should_be_survived_has_a_test_that_names_it(named: set[int]) -> None:
    assert {row: fault for row, fault in SHOULD.items() if row not in named} == {}


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ('def test_row_88_a_restore(): ...', {88}),
        ('def test_rows_10_to_14_each_state(): ...', {10, 11, 12, 13, 14}),
        ('def test_rows_68_and_85_passing(): ...', {68, 85}),
        ('def test_row_81_5000_strings(): ...', {81}),
        ('def test_a():\n    """Row 7: a full disk."""', {7}),
        ('def test_a():\n    """Rows 10–12 and 20.\n\n    Rows 1 (save), 2 (cut)."""', {10, 11, 12, 20, 1, 2}),
        ('def test_a_row_3_is_painted():\n    """Arrows 4 and a row 5."""', set()),
    ],
)  # fmt: skip
def test_numbers_are_read_from_names_and_docstrings_only(words: str, rows: set[int]) -> None:
    (test,) = ast.parse(words).body
    assert isinstance(test, ast.FunctionDef)
    assert rows_of(test) == rows
