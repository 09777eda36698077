"""What every kind of field promises: what it shows, it reads back, in both languages."""

import contextlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import choices, fields
from models.actions import FollowUp
from models.agreements import Agreement
from models.attached import Links, Rows
from models.days import Misread
from models.delegations import Delegation, Member
from models.fields import Choice, Described, Many
from models.kinds import DETAILS, KINDS
from models.partners import Partner
from models.text import speak


@pytest.fixture(params=["vi", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("vi")


PLAIN: list[tuple[type, str, list[Any]]] = [
    (Partner, "name", ["Tỉnh Phông Sa Lỳ", "云南省", "=1+1", "A; B, C"]),
    (Delegation, "content", ["Dòng một\nDòng hai\n\n- mục"]),
    (Member, "name", ["Vàng Thị Đào"]),
    (Member, "passport", ["C1234567"]),
    (Member, "born", ["1970-03-05"]),
    (FollowUp, "due_on", ["2026-12-31", "2024-02-29"]),
    (Agreement, "signed_on", ["2019", "2024-05", "2024-05-17"]),
    (Delegation, "persons", [1, 12, 1234567]),
    (Delegation, "cost", [Decimal("1234567.5"), Decimal("0.25"), Decimal(12500)]),
    (Delegation, "in_plan", [True, False]),
]


@pytest.mark.parametrize(("record", "name", "values"), PLAIN)
def test_what_a_field_shows_it_reads_back(record: Any, name: str, values: list[Any], language: str) -> None:
    field = record.field(name)
    for value in values:
        assert field.read(field.text(value, language)) == value
    assert field.text(None, language) == ""
    assert field.read("") is None
    assert field.read("  ") is None


def all_fields(kind: type[Described]) -> list[Any]:
    records = [*KINDS.values(), *DETAILS.values()]
    pairs = [(record, each) for record in records for each in record.described() if type(each) is kind]
    return [pytest.param(each, id=f"{record.__name__}.{each.name}") for record, each in pairs]


@pytest.mark.parametrize("field", [*all_fields(Choice), *all_fields(fields.Listed)])
def test_every_choice_reads_back_from_its_words(field: Choice, language: str) -> None:
    for code in field.codes():
        assert field.read(field.text(code, language)) == code
        assert field.read(code) == code


@pytest.mark.parametrize("field", all_fields(Many))
def test_several_choices_read_back_in_their_order(field: Many, language: str) -> None:
    codes = list(reversed(field.codes()))
    for chosen in (codes[:1], codes[:3], codes):
        assert field.read(field.text(chosen, language)) == chosen
    assert field.read("") == []
    assert field.text([], language) == ""
    assert field.text(None, language) == ""


def test_several_items_may_be_typed_with_commas_also_where_a_label_holds_one(monkeypatch: pytest.MonkeyPatch) -> None:
    field = Delegation.field("fields")
    labels = {"kinh_te_tm": "Kinh tế, thương mại", "y_te": "Y tế", "vhdl": "Văn hóa, du lịch"}
    monkeypatch.setattr(choices, "item_label", lambda name, code, language=None: labels.get(code, code))
    assert field.read("y te, kinh te, thuong mai; văn hóa, du lịch") == ["y_te", "kinh_te_tm", "vhdl"]
    assert field.read("Y tế; y te") == ["y_te"]
    with pytest.raises(Misread):
        field.read("Y tế, kinh tế")


def test_a_tick_is_read_from_the_words_of_the_registers() -> None:
    tick = Delegation.field("in_plan")
    assert [tick.read(words) for words in ("x", "X", "có", "co", "Yes", "1", "đúng")] == [True] * 7
    assert [tick.read(words) for words in ("không", "khong", "No", "0", "-")] == [False] * 5
    with pytest.raises(Misread):
        tick.read("có lẽ")


def test_a_whole_number_refuses_decimals() -> None:
    persons = Delegation.field("persons")
    assert persons.read("1.234") == 1234
    assert persons.read("12,0") == 12
    for typed in ("12,5", "1.5", "mười hai"):
        with pytest.raises(Misread):
            persons.read(typed)


def test_an_amount_refuses_more_decimals_than_are_kept() -> None:
    cost = Delegation.field("cost")
    assert cost.read("0,1234") == Decimal("0.1234")
    with pytest.raises(Misread, match="four decimals"):
        cost.read("0,12345")


def test_a_day_field_refuses_what_a_partial_day_field_takes() -> None:
    assert Agreement.field("signed_on").read("05/2024") == "2024-05"
    with pytest.raises(Misread):
        FollowUp.field("due_on").read("05/2024")


def test_text_is_cleaned_when_read_and_lines_stay_only_in_long_text() -> None:
    assert Partner.field("name").read(" Sì\u200b\nChoang ") == "Sì Choang"
    assert Delegation.field("content").read(" một\r\nhai ") == "một\nhai"


def test_the_personal_fields_are_those_that_the_law_names() -> None:
    assert {each.name for each in Member.described() if each.personal} == {
        "born",
        "passport",
        "passport_until",
        "phone",
        "email",
    }
    assert not [each.name for kind in (Delegation, Agreement, FollowUp) for each in kind.described() if each.personal]


def test_links_and_rows_show_names_and_headings() -> None:
    links, rows = Delegation.field("host_units"), Delegation.field("members")
    assert isinstance(links, Links)
    assert isinstance(rows, Rows)
    assert links.text("Sở Y tế; Sở Ngoại vụ") == "Sở Y tế; Sở Ngoại vụ"
    assert rows.text([Member(name="Khamphoy"), Member(name="Bounthavy")]) == "Khamphoy; Bounthavy"
    assert (links.text(None), rows.text(None)) == ("", "")
    assert links.empty([])


@given(st.sampled_from([e for r in KINDS.values() for e in r.described()]), st.text(max_size=20))
def test_no_text_breaks_any_field(field: Described, typed: str) -> None:
    if field.stored and not isinstance(field, fields.Link):
        with contextlib.suppress(Misread):
            field.read(typed)


def test_each_field_of_each_kind_has_a_label_and_a_sensible_width() -> None:
    for record in [*KINDS.values(), *DETAILS.values()]:
        for field in record.described():
            assert field.label, (record, field.name)
            assert 4 <= field.width <= 60, (record, field.name)
