"""Handed-in reports on the command line: hand in, list, show, write again, compare, and every wrong use in one line."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from models import days, engine, store
from models.text import speak, spoken
from tests.models.jobs.line import Done

Run = Callable[..., Done]
SPAN = ("--from", "2025-01-01", "--to", "2025-12-31")


@pytest.fixture
def handed_in(run: Run) -> str:
    return run("frozen", "hand-in", "annual", *SPAN, "--note", "Gửi Bộ", office="office.db", output="then.xlsx").well()


def change(place: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Let the first visit of 2025 grow by five persons and send the second to the bin; give their codes."""
    monkeypatch.setenv("BANG_GIAO_HOME", str(place / "home"))
    before = spoken()
    speak("vi")
    days.set_today(date(2026, 11, 21))
    with store.session(place / "office.db"):
        asked = (
            "SELECT id FROM delegation WHERE direction = 'in' AND state = 'REPORTED' AND persons IS NOT NULL "
            "AND starts LIKE '2025-%' AND removed_at IS NULL ORDER BY id LIMIT 2"
        )
        grown, gone = (store.load("delegation", number) for (number,) in engine.rows(asked))
        codes = {"grown": grown.code, "gone": gone.code, "persons": gone.persons}  # type: ignore[attr-defined]
        grown.persons += 5  # type: ignore[attr-defined]
        store.save(grown)
        store.remove(gone, "nhập trùng")
    days.set_today(None)
    speak(before)
    return codes


def test_it_is_listed_and_its_figures_are_those_of_the_summary(run: Run, handed_in: str, place: Path) -> None:
    assert (place / "then.xlsx").read_bytes()[:2] == b"PK"
    number, _, _, name, first, last, language, _, note = run("frozen", "list", office="office.db").well().split("\t")
    assert (number, name, first, last, language, note) == ("1", "annual", "2025-01-01", "2025-12-31", "vi", "Gửi Bộ\n")
    shown = run("frozen", "show", "1", office="office.db").well().splitlines()
    summary = run("summary", *SPAN, office="office.db").well().splitlines()
    assert shown[: len(summary)] == summary


def test_written_again_after_changes_it_is_byte_for_byte_the_same(
    run: Run, handed_in: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(place, monkeypatch)
    run("frozen", "show", "1", office="office.db", output="again.xlsx").well()
    assert (place / "again.xlsx").read_bytes() == (place / "then.xlsx").read_bytes()


def test_compared_it_names_exactly_what_changed(
    run: Run, handed_in: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = json.loads(run("frozen", "compare", "1", "--json", office="office.db").well())
    assert (before["figures"], before["records"]) == ([], [])
    told = change(place, monkeypatch)
    found = json.loads(run("frozen", "compare", "1", "--json", office="office.db").well())
    assert [(each["code"], each["how"], each["in_bin"]) for each in found["records"]] == [
        (told["gone"], "removed", True),
        (told["grown"], "corrected", False),
    ]
    figures = {each["code"]: each for each in found["figures"]}
    assert figures["I01"]["difference"] == -1
    assert figures["I02"]["difference"] == 5 - int(told["persons"])
    assert figures["I02"]["now"] - figures["I02"]["then"] == figures["I02"]["difference"]
    words = run("frozen", "compare", "1", office="office.db", language="en").well()
    assert "1 no longer in it, 1 corrected." in words
    assert "(nhập trùng)" in words
    run("frozen", "compare", "1", office="office.db", output="compared.xlsx").well()
    assert (place / "compared.xlsx").read_bytes()[:2] == b"PK"


def test_check_counts_it_and_names_what_was_altered(run: Run, handed_in: str, place: Path) -> None:
    assert "handed-in reports: 1\n" in run("check", office="office.db", language="en").well()
    with store.session(place / "office.db"):
        engine.execute("DROP TRIGGER frozen_report_kept")
        engine.execute("UPDATE frozen_report SET note = 'khác'")
    told = run("check", office="office.db", language="en")
    assert (told.code, "Traceback" in told.err) == (1, False)
    assert told.err.startswith("The handed-in report 1 is not as it was handed in")
    assert (
        run("frozen", "compare", "1", office="office.db", language="en").refused(1).startswith("The handed-in report 1")
    )


def test_a_backup_restored_holds_it(run: Run, handed_in: str, place: Path) -> None:
    run("backup", office="office.db", output="kept.db").well()
    run("restore", str(place / "kept.db"), office="office.db").well()
    assert run("frozen", "list", office="office.db").well().startswith("1\t")
    assert "nothing" not in run("frozen", "show", "1", office="office.db").well().lower()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("frozen",), "DEED is missing."),
        (("frozen", "thaw"), "thaw is not known here; choose from: hand-in, list, show, compare."),
        (("frozen", "show"), "The number of the handed-in report is missing; “frozen list” names them."),
        (("frozen", "show", "một"), "một is no number of a handed-in report; “frozen list” names them."),
        (("frozen", "list", "1"), "“frozen list” takes no number."),
        (("frozen", "list", "--note", "x"), "There is no option --note here."),
        (("frozen", "hand-in", "annual", "--from", "2025-01-01"), "--to is missing."),
        (("frozen", "hand-in", "annual", *SPAN, "--json"), "There is no option --json here."),
    ],
)
def test_wrong_use_is_told_in_one_sentence(run: Run, words: tuple[str, ...], told: str) -> None:
    assert run(*words, office="office.db", language="en").refused(2) == told


def test_a_number_that_is_not_there_is_told(run: Run) -> None:
    told = run("frozen", "show", "7", office="office.db", language="en").refused(1)
    assert told == "There is no handed-in report 7; “frozen list” names them."
