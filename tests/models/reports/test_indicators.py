"""Every figure of the small office, checked by hand against its records."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models import days, engine, store
from models.kinds import page_named
from models.reports.codes import INDICATORS, indicator
from models.reports.counting import mean
from models.reports.figures import Figure, together
from models.reports.indicators import behind, summary
from models.reports.periods import Period, calendar_year, cut_off_year, month
from models.reports.statistics import statistics
from models.units import Unit
from tests.models.meeting import mechanism
from tests.models.reports.small import put

YEAR = calendar_year(2025)
# code: value, records behind it (numbers of their codes)
BY_HAND: dict[str, tuple[float, set[int]]] = {
    "I01": (5 + 10, {1, 2, 4, 5, 10}),
    "I02": (60 + 8 + 5 + 2 + 3 + 600, {1, 2, 4, 5, 10}),
    "I03": (2, {4, 5}),
    "I04": (3, {1, 2, 4}),
    "I05": (3 + 9 + 2, {1, 2, 4}),
    "I06": (4, {1, 2, 4}),
    "I10": (4, {1, 3, 4, 21}),
    "I11": (8, {1, 2, 5, 7, 9, 13, 17, 21}),
    "I12:CN": (7, {2, 5, 7, 9, 13, 17, 21}),
    "I12:KR": (1, {1}),
    "I12:LA": (1, {2}),
    "I13:UBND_TINH": (6, {1, 2, 5, 7, 9, 17}),
    "I13:UBND_HUYEN": (1, {13}),
    "I13:NHIEU_BEN": (1, {21}),
    "I14": (1, {13}),
    "I15": (2, {14, 15}),
    "I16": (2, {2, 7}),
    "I17": (2, {4, 5}),
    "I30": (10, {1, 2, 3, 4, 5, 6, 7, 8, 9, 13}),
    "I31": (2, {1, 13}),
    "I32": (1, {2}),
    "I33": (3, {4, 6, 8}),
    "I34": (2, {3, 5}),
    "I30:CARRIED": (1, {9}),
    "I30:CANCELLED": (1, {7}),
    "I35": (60.6, {1, 2, 3, 4, 5, 6, 8, 13}),
    "I08:hoi_thao": (3, {1, 2, 4}),
    "I08:bao_chi": (2, {4, 5}),
    "I08:hoi_dam": (1, {1}),
    "I08:khao_sat": (1, {2}),
    "I08:tham_lam_viec": (1, {10}),
}


def figures(period: Period) -> dict[str, Figure]:
    return {figure.code: figure for figure in summary(period)}


def numbers(code: str) -> set[int]:
    found: set[int] = set()
    for page, ids in behind(figures(YEAR)[code], YEAR):
        if page != "statistic":
            table, numbers_ = page_named(page).record._meta.table_name, ", ".join(map(str, ids))
            found |= {int(told[5:8]) for (told,) in engine.rows(f"SELECT code FROM {table} WHERE id IN ({numbers_})")}
    return found


@pytest.mark.parametrize("code", BY_HAND)
def test_a_figure_is_what_counting_by_hand_gives(small: Path, code: str) -> None:
    value, records = BY_HAND[code]
    assert figures(YEAR)[code].value == value
    assert numbers(code) == records


def test_no_other_figure_is_told(small: Path) -> None:
    countries = {f"I07:{code}": value for code, value in (("CN", 4 + 3), ("LA", 4), ("KR", 1), ("US", 1))}
    entered = {"I41", "I50", "I50:hai_ben", "I70", "I70:đồng"}
    found = figures(YEAR)
    others = {each.code for each in INDICATORS if each.pages and not each.split} - BY_HAND.keys()
    assert set(found) == BY_HAND.keys() | countries.keys() | entered | others
    assert [code for code in others - entered if found[code].value] == []
    assert {code: found[code].value for code in countries} == countries


def test_tasks_add_up(small: Path) -> None:
    found = figures(YEAR)
    parts = ("I31", "I32", "I33", "I34", "I30:CARRIED", "I30:CANCELLED")
    assert sum(found[code].value for code in parts) == found["I30"].value


def test_the_cut_off_year_counts_by_the_day_of_beginning(small: Path) -> None:
    found = figures(cut_off_year(2025))
    assert (found["I01"].counted, found["I02"].counted) == (4, 60 + 8 + 6 + 5)  # 1, 2, 3 and 4
    assert found["I01"].entered == 10
    assert found["I02"].entered is None  # its period ends on 31 December


def test_entered_figures_keep_their_word_scope_and_unit(small: Path) -> None:
    told = {code: figure.plain("vi") for code, figure in figures(YEAR).items()}
    assert (told["I02"]["value"], told["I02"]["source"]) == (678, "both")
    assert figures(YEAR)["I02"].qualifier == "GAN"
    assert (told["I01"]["qualifier"], told["I01"]["source"]) == ("", "both")
    assert (told["I50"]["value"], told["I50:hai_ben"]["value"]) == (30, 548)
    assert (told["I70"]["value"], told["I70:đồng"]["value"]) == (100, 200)
    assert told["I41"]["source"] == "entered"
    assert [page for page, _ in behind(figures(YEAR)["I41"], YEAR)] == ["statistic"]


def test_everything_is_as_of_the_last_day_and_never_of_today(small: Path) -> None:
    before = summary(YEAR)
    for today in (date(2020, 1, 1), date(2035, 1, 1)):
        days.set_today(today)
        assert summary(YEAR) == before


def test_a_later_day_sees_what_came_later(small: Path) -> None:
    found = figures(Period(date(2025, 1, 1), date(2026, 2, 10)))
    assert found["I11"].value == 8  # 1, 2, 3, 9, 13, 17, 18, 21; 3 and 18 have begun, 5 and 7 have ended
    assert found["I32"].value == 2
    assert found["I30:CANCELLED"].value == 2


def test_an_office_without_records_has_every_plain_figure_at_nothing(office: Path) -> None:
    found = figures(YEAR)
    assert [figure.value for figure in found.values()] == [0] * len(found)
    assert {"I01", "I06", "I10", "I17", "I30", "I34", "I35"} <= set(found)
    assert not [code for code in found if indicator(code)[1]], "no country, purpose or state without a record"


@pytest.mark.parametrize(
    ("qualifiers", "sum_"),
    [
        ([], "EXACT"),
        (["EXACT", "EXACT"], "EXACT"),
        (["EXACT", "HON"], "HON"),
        (["HON", "TREN"], "HON"),
        (["GAN", "EXACT", "GAN"], "GAN"),
        (["GAN", "DUOI"], "DUOI"),
        (["HON", "GAN"], "KHOANG"),
        (["KHOANG", "EXACT"], "KHOANG"),
    ],
)
def test_the_word_of_a_sum(qualifiers: list[str], sum_: str) -> None:
    assert together(qualifiers) == sum_


def test_a_mean_is_rounded_as_excel_rounds() -> None:
    assert mean(485, 8) == Decimal("60.6")
    assert mean(1, 8) == Decimal("0.1")
    assert mean(201, 4) == Decimal("50.3")  # 50.25, not to the even neighbour
    assert mean(0, 0) == 0


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    real = engine.database.execute_sql

    def listen(sql: str, *rest: Any, **more: Any) -> Any:
        told.append(sql)
        return real(sql, *rest, **more)

    monkeypatch.setattr(engine.database, "execute_sql", listen)
    return told


def test_sums_are_made_by_the_database_whatever_the_number_of_records(office: Path, asked: list[str]) -> None:
    def questions() -> int:
        asked.clear()
        assert summary(YEAR)
        assert statistics(YEAR)
        return len(asked)

    def more(numbers: range) -> None:
        for number in numbers:
            put(
                "inbound",
                f"2025-{number:03}-DV",
                "REPORTED",
                name="Đoàn",
                starts="2025-03-01",
                countries=["CN"],
                persons=2,
            )

    more(range(2))
    few = questions()
    more(range(2, 202))
    assert questions() == few
    assert figures(YEAR)["I02"].value == 404


def test_statistics_agree_with_the_figures(small: Path) -> None:
    found, told = statistics(YEAR, "en"), figures(YEAR)
    for axis, lines in found.tables:
        sums = [sum(column) for column in zip(*(line.values for line in lines), strict=True)]
        if axis.adds_up:
            assert sums == [5, 78, 3, 14], axis.name
    by_country = dict(found.tables)[next(axis for axis, _ in found.tables if axis.name == "country")]
    assert {line.key: line.values[0] + line.values[2] for line in by_country} == {"CN": 4, "LA": 4, "KR": 1, "US": 1}
    assert told["I07:LA"].counted == 4


def test_months_stand_in_their_order_and_what_has_no_month_apart(small: Path) -> None:
    (_, lines), *_ = statistics(YEAR, "en").tables
    assert [line.key for line in lines] == [*range(202501, 202513), None]
    assert lines[2].values == (1, 8, 0, 0)
    assert lines[4].values == (1, 5, 0, 0)  # known by its month only
    assert lines[-1].values == (1, 2, 0, 0)  # known by its year only
    assert [line.key for line in statistics(month(2025, 3)).tables[0][1]] == [202503]
    years = statistics(Period(date(2020, 1, 1), date(2025, 12, 31))).tables[0][1]
    assert [(line.key, line.values[0]) for line in years] == [
        (2020, 0),
        (2021, 0),
        (2022, 0),
        (2023, 0),
        (2024, 2),
        (2025, 5),
    ]


def test_money_of_different_currencies_is_never_added(small: Path) -> None:
    money = {each.currency: (each.amount, each.dong) for each in statistics(YEAR).money}
    assert money == {"USD": (100, 2_500_000), "CNY": (1000, 0), "VND": (5_000_000, 5_000_000)}


def test_a_mechanism_that_slept_on_the_last_day_is_not_at_work_though_it_is_again_today(unit: Unit) -> None:
    def at_work(period: Period) -> float:
        return next(each.value for each in summary(period) if each.code == "I22")

    series = mechanism(unit)
    assert at_work(YEAR) == 1
    store.move(series, "DORMANT", on_day="2025-03-01", note="Chưa họp lại")
    store.move(series, "ACTIVE", on_day="2026-02-01")
    assert (at_work(month(2025, 2)), at_work(YEAR), at_work(month(2026, 2))) == (1, 0, 1)
