"""One value on its way into a cell stays what it is, or becomes text; nothing is rounded or lost unsaid."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import PurePosixPath
from uuid import UUID

import pytest
from hypothesis import given

from models.excel.cells import (
    LONGEST_TEXT,
    Tally,
    clean,
    escape,
    fit,
    needs_quote,
    pieces,
    serial,
    settle,
    unescape,
    units,
)
from models.excel.names import column_names, different, sheet_title, table_names
from models.excel.workbook import column_letter
from tests.models.excel.hostile import TEXTS


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (None, None),
        ("", None),
        ("a\r\nb\rc", "a\nb\nc"),
        (5, 5),
        (10**15 - 1, 10**15 - 1),
        (10**15, "1000000000000000"),
        (2**53 + 1, "9007199254740993"),
        (0.5, 0.5),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (5e-324, "5e-324"),
        (Decimal("1.10"), 1.1),
        (Decimal("12345678901234567890"), "12345678901234567890"),
        (Decimal("0.1234567890123456"), "0.1234567890123456"),
        (Decimal("NaN"), "NaN"),
        (Decimal("sNaN"), "sNaN"),
        (Decimal("1E+400"), "1E+400"),
        (Decimal("3.00"), 3),
        (date(2025, 3, 1), date(2025, 3, 1)),
        (date(1900, 2, 28), "1900-02-28"),
        (datetime(1899, 12, 30, 1), "1899-12-30 01:00:00"),
        (time(8, 30), "08:30:00"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (PurePosixPath("a/b"), "a/b"),
    ],
)
def test_what_a_cell_holds(value: object, held: object) -> None:
    """Row 59: what a cell cannot hold exactly becomes text."""
    found = settle(value, Tally())
    assert (found, type(found)) == (held, type(held))


def test_what_became_text_is_counted() -> None:
    tally = Tally()
    for value in (float("nan"), 2**60, Decimal("0.1234567890123456"), date(1850, 1, 1), 5, 0.5):
        settle(value, tally)
    assert tally.kept_as_text == 4


def test_moments_of_other_zones_are_told_in_the_office_s_time() -> None:
    moment = datetime(2025, 1, 1, 5, tzinfo=UTC)
    assert settle(moment, Tally()) == moment.astimezone().replace(tzinfo=None)


@pytest.mark.parametrize("value", [b"a", [1], object()])
def test_what_is_no_value_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        settle(value, Tally())


def test_cleaning_drops_or_replaces_and_counts() -> None:
    tally = Tally()
    assert clean("a\x00b\x0b\ufffe\ud800c\td\n", tally) == "ab\ufffd\ufffdc\td\n"
    assert tally.cleaned == 4


@given(TEXTS)
def test_escaping_is_undone_exactly(text: str) -> None:
    assert unescape(escape(text)) == text


@pytest.mark.parametrize("text", ["=1", " =1", "+", "-", "@", "\t", "\n", "＝1", "#N/A", "'a"])
def test_signs_of_formulas_are_seen(text: str) -> None:
    assert needs_quote(text)
    assert not needs_quote(f"a{text}")


@pytest.mark.parametrize("letter", ["a", "😀"])
def test_long_texts_are_cut_by_excel_s_own_count_and_never_lost(letter: str) -> None:
    """Row 59: more than 32,767 letters."""
    text = letter * 70_000
    parts = pieces(text)
    assert "".join(parts) == text
    assert max(map(units, parts)) <= LONGEST_TEXT
    tally = Tally()
    shown = fit(text, "S", "A1", tally)
    assert units(shown) <= LONGEST_TEXT
    head = shown[: shown.index(" … [")]
    assert head + "".join(piece for *_, piece in tally.long_texts) == text


def test_days_are_counted_as_excel_counts() -> None:
    assert serial(date(2025, 1, 1)) == 45658
    assert serial(datetime(2025, 1, 1, 6)) == 45658.25


@given(TEXTS)
def test_any_text_makes_a_sheet_s_title(text: str) -> None:
    """Row 62: hostile titles of sheets."""
    title = sheet_title(text)
    assert 0 < units(title) <= 31
    assert not set(title) & set("[]:*?/\\\x00\ufffe")
    assert title == title.strip("' ")


def test_titles_and_names_are_different_and_never_too_long() -> None:
    """Row 62: valid, different, never too long."""
    made = different(["ĐOÀN", "đoàn", "x" * 31, "X" * 31, "x" * 31], 31)
    assert made == ["ĐOÀN", "đoàn (2)", "x" * 31, "X" * 27 + " (2)", "x" * 27 + " (3)"]
    assert sheet_title("history") == "history_"
    assert column_names(["A\nb", "a B", ""], Tally()) == ["A b", "a B (2)", "?"]
    assert table_names(["AB12", "ab 1", "Đoàn", "đoàn", "1a", "R1C1", ""]) == [
        "_AB12", "ab_1", "Đoàn", "đoàn_2", "_1a", "_R1C1", "_",
    ]  # fmt: skip


def test_columns_are_named_as_excel_names_them() -> None:
    assert [column_letter(number) for number in (1, 26, 27, 702, 703, 16384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
