"""What reading numbers and list items promises: one meaning or a refusal, never a guess."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import choices, options
from models.days import Misread
from models.fold import fold
from models.reading import read_choice, read_number, show_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.234.567,5", "1234567.5"),
        ("1234567,5", "1234567.5"),
        ("1.234", "1234"),
        ("1234", "1234"),
        ("0,25", "0.25"),
        ("-1.000", "-1000"),
        ("+7", "7"),
        (" 12 500 ", "12500"),
        ("12\u00a0500", "12500"),
        ("2.490.000.000", "2490000000"),
    ],
)
def test_dots_part_thousands_and_a_comma_decimals(typed: str, number: str) -> None:
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["1.5", "1.23", "12.34.567", "1.2345", "1..234", ".5", "1234.567"])
def test_a_dot_that_does_not_part_thousands_is_refused_not_guessed(typed: str) -> None:
    with pytest.raises(Misread, match="dots only between thousands"):
        read_number(typed)


@pytest.mark.parametrize(
    "typed", ["abc", "1,5,3", "1,234.5", "12a", "NaN", "Infinity", "1e5", "1_000", ",", "--1", "²"]
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(Misread, match="not a number"):
        read_number(typed)


def test_nothing_typed_is_no_number() -> None:
    assert read_number("") is None
    assert read_number("   ") is None


def test_a_number_past_all_sense_is_refused() -> None:
    assert read_number("999.999.999.999.999") == Decimal(999_999_999_999_999)
    with pytest.raises(Misread, match="too large"):
        read_number("1.000.000.000.000.000")


@given(st.text(max_size=15))
def test_no_text_at_all_breaks_the_reading(typed: str) -> None:
    with contextlib.suppress(Misread):
        read_number(typed)


@given(st.decimals(-(10**12), 10**12, places=4))
def test_what_is_shown_reads_back(number: Decimal) -> None:
    assert read_number(show_number(number)) == number


def test_numbers_are_shown_without_idle_zeros() -> None:
    shown = [show_number(Decimal(number)) for number in ("1234567.5", "1000", "0.2500", "0", "-12500", "100")]
    assert shown == ["1.234.567,5", "1.000", "0,25", "0", "-12.500", "100"]


def kinds_of_lists() -> list[tuple[str, list[str]]]:
    from models.lists import STOCK

    return [(name, list(STOCK[name])) for name in STOCK] + [(choices.COUNTRY, choices.country_codes())]


@pytest.mark.parametrize(("name", "codes"), kinds_of_lists())
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_item_is_read_by_its_label_with_or_without_marks(name: str, codes: list[str], language: str) -> None:
    def label_of(code: str, told: str | None = None) -> str:
        return choices.item_label(name, code, told)

    for code in codes:
        label = label_of(code, language)
        for typed in (label, label.upper(), fold(label), f"  {label} ", code):
            assert read_choice(typed, codes, label_of) == code, typed


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Lào", "LA"),
        ("lao", "LA"),
        ("trung quoc", "CN"),
        ("China", "CN"),
        ("Hàn Quốc", "KR"),
        ("south korea", "KR"),
        ("cn", "CN"),
        ("o-xtray-li-a", "AU"),
    ],
)
def test_countries_are_read_in_both_languages(typed: str, code: str) -> None:
    assert read_choice(typed, choices.country_codes(), lambda c, t: choices.item_label("country", c, t)) == code


def test_a_name_with_its_marks_goes_before_a_code_that_looks_like_it() -> None:
    def read(typed: str) -> str | None:
        return read_choice(typed, choices.country_codes(), lambda c, t: choices.item_label("country", c, t))

    assert [read(typed) for typed in ("Áo", "áo", "ÁO", "AO", "Angola")] == ["AT", "AT", "AT", "AO", "AO"]
    assert [read(typed) for typed in ("Bỉ", "bỉ", "BI", "Burundi")] == ["BE", "BE", "BI", "BI"]


def test_what_is_not_in_the_list_is_refused_and_nothing_is_nothing() -> None:
    def label_of(code: str, told: str | None = None) -> str:
        return choices.label(options.Role, code, told)

    codes = [role.value for role in options.Role]
    assert read_choice("", codes, label_of) is None
    for typed in ("xyz", "hea", "HEAD MEMBER"):
        with pytest.raises(Misread, match="not in the list"):
            read_choice(typed, codes, label_of)
