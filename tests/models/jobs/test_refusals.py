"""What the command line refuses: one sentence in the person's language, the right exit code, nothing touched."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from models.jobs.run import JOBS
from tests.models.jobs.line import Done, job, lying

Run = Callable[..., Done]
YEAR = ("--from", "2025-01-01", "--to", "2025-12-31")
OFFICE = {"office": "office.db"}
OUT = {"office": "office.db", "output": "out.xlsx"}

WRONG_USE = [
    (("nonsense",), {}),
    (("{x}",), {}),
    (("sample", "ha-noi"), {"office": "new.db"}),
    (("sample",), {"office": "new.db"}),
    (("sample", "lai-chau"), {}),
    (("sample", "lai-chau", "dien-bien"), {"office": "new.db"}),
    (("check",), {}),
    (("check", "--office"), {}),
    (("check", "--verbose"), OFFICE),
    (("check", "extra"), OFFICE),
    (("search",), OFFICE),
    (("search", "lao", "--kind", "unicorn"), OFFICE),
    (("search", "lao", "--limit", "0"), OFFICE),
    (("search", "lao", "--limit", "-1"), OFFICE),
    (("search", "lao", "--limit", "ten"), OFFICE),
    (("search", "lao", "--limit", "²"), OFFICE),
    (("search", "lao", "--limit", "1000001"), OFFICE),
    (("summary", "--from", "2025-02-30", "--to", "2025-12-31"), OFFICE),
    (("summary", "--from", "2025-01-01", "--to", "31/12/2025"), OFFICE),
    (("summary", "--from", "20250101", "--to", "2025-12-31"), OFFICE),
    (("summary", "--from", "2025-12-31", "--to", "2025-01-01"), OFFICE),
    (("summary", "--from", "0001-01-01", "--to", "9999-12-31"), OFFICE),
    (("summary", "--from", "2025-01-01"), OFFICE),
    (("summary", *YEAR, "--json=yes"), OFFICE),
    (("report", "weekly", *YEAR), OUT),
    (("report", "annual", "--from", "2025-12-31", "--to", "2025-01-01"), OUT),
    (("report", "annual", *YEAR), OFFICE),
    (("export", "unicorn"), OUT),
    (("export",), OUT),
    (("export", "delegation"), OFFICE),
    (("print", "unicorn", "2025-001-DV"), OUT),
    (("print", "delegation"), OUT),
    (("log",), OFFICE),
    (("backup",), OFFICE),
    (("restore",), OFFICE),
]


@pytest.mark.parametrize(("words", "files"), WRONG_USE, ids=lambda told: " ".join(told) or "-")
def test_wrong_use_ends_with_2_and_one_sentence_in_both_languages(
    run: Run, place: Path, words: tuple[str, ...], files: dict[str, str]
) -> None:
    before = lying(place)
    vietnamese, english = (run(*words, language=language, **files).refused(2) for language in ("vi", "en"))
    assert vietnamese != english
    assert english.isascii() or not " ".join(words).isascii()
    assert lying(place) == before


def test_an_unknown_language_is_wrong_use(run: Run) -> None:
    run("check", office="office.db", language="fr").refused(2)


NO_OFFICE = ["missing.db", "empty.db", "text.db", "torn.db", "damaged.db", "foreign.db", "folder", "no/such/office.db"]
READING = [
    ("check",),
    ("search", "lao"),
    ("summary", *YEAR),
    ("report", "annual", *YEAR),
    ("records", "I01", *YEAR),
    ("frozen", "list"),
    ("fill", "bao-cao-nam", *YEAR),
    ("export", "delegation"),
    ("print", "delegation", "2025-001-DV"),
    ("log",),
    ("backup",),
]


@pytest.mark.parametrize("file", NO_OFFICE)
@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_what_is_no_office_is_refused_and_nothing_is_created(
    run: Run, place: Path, words: tuple[str, ...], file: str
) -> None:
    output = {"output": "out"} if words[0] in ("report", "fill", "export", "print", "log", "backup") else {}
    before = lying(place)
    run(*words, office=file, **output).refused(1)
    assert lying(place) == before


def test_the_sentences_speak_the_language_asked_for(run: Run) -> None:
    for file in NO_OFFICE:
        vietnamese, english = (run("check", office=file, language=each).refused(1) for each in ("vi", "en"))
        assert vietnamese != english


@pytest.mark.parametrize("output", ["folder", "no/such/folder/out.xlsx", "empty.db/out.xlsx", "office.db", "x" * 300])
@pytest.mark.parametrize(
    "words",
    [
        ("report", "annual", *YEAR),
        ("export", "delegation"),
        ("print", "delegation", "2025-001-DV"),
        ("backup",),
    ],
    ids=lambda words: words[0],
)
def test_an_output_that_cannot_be_written_is_refused(
    run: Run, place: Path, words: tuple[str, ...], output: str
) -> None:
    before = lying(place)
    run(*words, office="office.db", output=output).refused(1)
    assert lying(place) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files in folders")
@pytest.mark.parametrize(
    "words", [("report", "annual", *YEAR), ("export", "partner"), ("backup",)], ids=lambda words: words[0]
)
def test_what_is_no_plain_file_is_never_replaced(run: Run, place: Path, words: tuple[str, ...]) -> None:
    os.mkfifo(place / "pipe")
    run(*words, office="office.db", output="pipe").refused(1)
    assert (place / "pipe").is_fifo()


def test_a_sample_does_not_overwrite(run: Run, place: Path) -> None:
    before = lying(place)
    for file in ("office.db", "empty.db", "folder", "no/such/new.db"):
        run("sample", "lai-chau", office=file).refused(1)
    assert lying(place) == before


def test_a_backup_does_not_overwrite(run: Run, place: Path) -> None:
    before = lying(place)
    for file in ("backup.db", "text.db", "empty.db"):
        run("backup", office="office.db", output=file).refused(1)
    assert lying(place) == before


@pytest.mark.parametrize("copy", [*NO_OFFICE, "office.db"])
def test_what_is_no_backup_is_not_restored(run: Run, place: Path, copy: str) -> None:
    before = lying(place)
    run("restore", str(place / copy), office="office.db").refused(1)
    assert lying(place) == before


def test_a_code_that_nobody_has_is_refused(run: Run, place: Path) -> None:
    before = lying(place)
    for code in ("2025-999-DV", "'; DROP TABLE delegation;", "{code}"):
        run("print", "delegation", code, office="office.db", output="p.pdf").refused(1)
    assert lying(place) == before


@pytest.mark.skipif(sys.platform == "win32", reason="names are no bytes on Windows")
def test_a_name_that_is_no_text_is_refused_in_a_sentence(place: Path, tmp_path: Path) -> None:
    job("check", "--office", os.fsencode(place) + b"/\xff\xfe.db", home=tmp_path / "home").refused(1)


def test_names_with_braces_and_percent_signs_stay_as_they_are(run: Run) -> None:
    assert "{0}%s.db" in run("check", office="{0}%s.db").refused(1)


def test_every_job_is_tried_here() -> None:
    tried = {words[0] for words, _ in WRONG_USE} | {words[0] for words in READING}
    assert set(JOBS) <= tried
