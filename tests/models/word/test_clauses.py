"""Clauses of a template: what says nothing goes with its comma, what else there is to say stands instead."""

from datetime import date

import pytest

from models.filling import FIELD, Value
from models.word.clauses import unsaid

VALUES = {"none": 0, "three": 3, "seven": 7, "empty": None, "day": date(2025, 12, 31), "many": "25 – 40"}


def said(text: str) -> str:
    """Give a text without its clauses that say nothing, its fields filled."""

    def ask(name: str) -> Value | None:
        return Value(VALUES[name]) if name in VALUES else None

    for start, end in unsaid(text, ask):
        text = text[:start] + text[end:]
    return FIELD.sub(lambda match: str(VALUES.get(match[1], match[0])), text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{three}} visits[[, {{none}} of the press]].", "3 visits."),
        ("{{three}} visits[[, {{seven}} of the press]].", "3 visits, 7 of the press."),
        ("of these [[; {{none}} late]][[; {{three}} open]][[; {{seven}} done]].", "of these 3 open; 7 done."),
        ("of these [[; {{none}} late]][[; {{none}} open]][[; {{seven}} done]].", "of these 7 done."),
        ("[[{{none}} visits||No visit]].", "No visit."),
        ("[[{{three}} visits||No visit]].", "3 visits."),
        ("[[On {{day}} there are {{none}} in force.]]", ""),
        ("[[On {{day}} there are {{seven}} in force[[ ({{none}} old)]].]]", "On 2025-12-31 there are 7 in force."),
        ("[[{{none}} visits[[, {{none}} press]]||None, and [[{{three}} ours]]]].", "None, and 3 ours."),
        ("[[{{many}} persons]]", "25 – 40 persons"),
        ("[[{{empty}}]]", ""),
        ("[[{{nobody}} knows]]", "{{nobody}} knows"),
        ("see [[1]] or || and [[ {{three}}", "see [[1]] or || and [[ 3"),
    ],
)
def test_a_clause_is_said_only_where_there_is_something_to_say(text: str, told: str) -> None:
    assert said(text) == told
