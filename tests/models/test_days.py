"""What reading days promises: everything people type in a hurry is understood, what no calendar has is refused."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import days
from models.days import Misread
from models.text import say


@pytest.fixture(autouse=True)
def friday() -> Iterator[None]:
    days.set_today(date(2025, 3, 14))
    yield
    days.set_today(None)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("5/3/25", "2025-03-05"),
        ("05032025", "2025-03-05"),
        ("050325", "2025-03-05"),
        ("5-3-2025", "2025-03-05"),
        ("5.3.2025", "2025-03-05"),
        ("5 3 2025", "2025-03-05"),
        ("05/03/2025", "2025-03-05"),
        ("3/6", "2025-06-03"),
        ("2025-03-05", "2025-03-05"),
        ("  5/3/25  ", "2025-03-05"),
        ("ngày 5/3/2025", "2025-03-05"),
        ("hn", "2025-03-14"),
        ("hôm nay", "2025-03-14"),
        ("HÔM NAY", "2025-03-14"),
        ("today", "2025-03-14"),
        ("+7", "2025-03-21"),
        ("-3", "2025-03-11"),
        ("+0", "2025-03-14"),
        ("29/2/24", "2024-02-29"),
        ("", None),
        ("   ", None),
    ],
)
def test_what_people_type_is_understood(typed: str, read: str | None) -> None:
    assert days.read(typed) == read
    assert days.read(typed, partial=True) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2019", "2019"),
        ("05/2024", "2024-05"),
        ("5/2024", "2024-05"),
        ("5-2024", "2024-05"),
        ("tháng 5/2024", "2024-05"),
        ("năm 2019", "2019"),
    ],
)
def test_a_year_or_month_alone_is_read_only_where_partial_days_are_kept(typed: str, read: str) -> None:
    assert days.read(typed, partial=True) == read
    with pytest.raises(Misread):
        days.read(typed)


@pytest.mark.parametrize("typed", ["31/02/2025", "29/2/2025", "32/1/2025", "0/1/2025", "1/13/2025", "31022025", "31/4"])
def test_a_day_that_no_calendar_has_is_refused(typed: str) -> None:
    with pytest.raises(Misread, match="no such day in the calendar"):
        days.read(typed, partial=True)


@pytest.mark.parametrize(
    "typed",
    [
        "ngày mai",
        "5/3/2025/1",
        "5/3/025",
        "//",
        "5/",
        "abc",
        "5/²/25",
        "①/3/25",
        "1/1/1799",
        "1/1/2201",
        "13/2024",
        "0",
        "12345",
        "+99999",
        "2025-02-30",
        "1799",
    ],
)
def test_what_is_no_day_is_refused_in_words_and_never_breaks(typed: str) -> None:
    with pytest.raises(Misread) as refused:
        days.read(typed, partial=True)
    assert str(refused.value).endswith(".")
    assert say(str(refused.value), "vi")


@given(st.text(max_size=12), st.booleans())
def test_no_text_at_all_breaks_the_reading(typed: str, partial: bool) -> None:
    try:
        read = days.read(typed, partial=partial)
    except Misread:
        return
    assert read is None or (len(read) in ((4, 7, 10) if partial else (10,)))


@given(st.dates(date(1800, 1, 1), date(2200, 12, 31)))
def test_what_is_shown_reads_back(day: date) -> None:
    for stored in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        assert days.read(days.text(stored), partial=True) == stored
    assert days.text(day.isoformat()) == f"{day:%d/%m/}{day.year}"


def test_days_are_shown_as_the_office_writes_them() -> None:
    assert [days.text(day) for day in ("2024-05-17", "2024-05", "2024", "", None)] == [
        "17/05/2024",
        "05/2024",
        "2024",
        "",
        "",
    ]


def test_a_partial_day_reaches_from_its_first_to_its_last_day() -> None:
    def span(day: str) -> tuple[str, str]:
        return days.first(day).isoformat(), days.last(day).isoformat()

    assert span("2024") == ("2024-01-01", "2024-12-31")
    assert span("2024-02") == ("2024-02-01", "2024-02-29")
    assert span("2025-12") == ("2025-12-01", "2025-12-31")
    assert span("2025-03-05") == ("2025-03-05", "2025-03-05")


@given(st.dates(date(1800, 1, 1), date(2200, 12, 1)))
def test_the_last_day_of_a_month_is_the_eve_of_the_next(day: date) -> None:
    assert (days.last(day.isoformat()[:7]) + timedelta(days=1)).day == 1


def test_partial_days_sort_into_their_place_as_text() -> None:
    stored = ["2023-12-31", "2024", "2024-05", "2024-05-17", "2024-06", "2025"]
    shuffled = stored[3:] + stored[:3]
    assert sorted(shuffled) == stored


def test_the_programs_day_comes_from_the_line_then_the_environment_then_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BANG_GIAO_TODAY", "2020-02-29")
    assert days.today() == date(2025, 3, 14)
    days.set_today(None)
    assert days.today() == date(2020, 2, 29)
    monkeypatch.delenv("BANG_GIAO_TODAY")
    assert days.today() == date.today()


def test_digits_of_an_asian_keyboard_are_stored_as_plain_ones() -> None:
    assert [days.read(typed, partial=True) for typed in ("２０１９", "０５/２０２４", "５/３/２５")] == [
        "2019",
        "2024-05",
        "2025-03-05",
    ]
