"""What was forgotten is said in words where it belongs, and nothing that was typed is lost by a key."""

from pathlib import Path

import pytest

from models.text import say_n
from tests.journeys.desk import TOOLS, until
from tests.journeys.program import Program, vi

pytestmark = pytest.mark.outside(*TOOLS)
TITLE = "Bản ghi nhớ hợp tác y tế"


def test_an_empty_agreement_is_refused_in_words_and_escape_asks_before_words_are_lost(
    program: Program, tmp_path: Path
) -> None:
    office = tmp_path / "mau.db"
    program.job("sample", "lai-chau", "--office", str(office))
    program.start(office)
    program.goes_to("ctrl+4", "Agreements")
    program.key("ctrl+n")
    program.stands_on(vi("Proposing body"))
    program.key("ctrl+s")
    first = program.stands_on(vi("Proposing body"))
    until(lambda: program.focus()["about"] == vi("Fill in: {field}.", field=first["name"]), "the sentence of the field")
    told = say_n("Not saved: {n} place needs your attention.", "Not saved: {n} places need your attention.", 10, "vi")
    program.sees(told.partition("{n}")[0])
    program.reach(vi("Title"))
    program.type(TITLE)
    program.sees_text(TITLE)
    answer(program, "Go on typing")
    program.stands_on(vi("Title"))
    assert program.focus()["text"] == TITLE
    answer(program, "Close without saving")
    program.is_in_list("Agreements")
    assert TITLE not in program.job("search", "hop tac y te", "--office", str(office))
    program.close()


def answer(program: Program, words: str) -> None:
    """Press Escape in the form and choose an answer to its question."""
    program.key("Escape")
    program.sees(vi("“{name}” has changes that are not saved.").partition("{name}”")[2].strip())
    program.reach(vi(words))
    program.key("space")
