"""Every figure of meetings, aid, exchanges, classes and gates, checked by hand against its records."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from models import engine, store
from models.kinds import page_named
from models.reports.codes import INDICATORS, indicator
from models.reports.counting import amount
from models.reports.figures import Figure
from models.reports.indicators import behind, opens, references, rule, summary
from models.reports.periods import Period, calendar_year, month
from models.reports.registers import SOURCES
from tests.models.reports.busy import fill

YEAR = calendar_year(2025)

# code: value, source, records behind it ("page:number of its code")
BY_HAND: dict[str, tuple[float, str, str]] = {
    "I20": (3 + 6, "both", "session:1 session:2 session:4"),
    "I21": (3, "counted", "session:1 session:3 agreement:102"),
    "I22": (4, "counted", "mechanism:1 mechanism:2 mechanism:3 mechanism:6"),
    "I22:ncth": (1, "counted", "mechanism:1"),
    "I22:su_kien_ln": (1, "counted", "mechanism:2"),
    "I22:hoi_cho": (1, "counted", "mechanism:3"),
    "I22:dien_dan": (1, "counted", "mechanism:6"),
    "I34": (3, "entered", ""),
    "I40": (3, "counted", "aid:1 aid:2 aid:3"),
    "I40:PERIOD": (50, "entered", ""),
    "I41": (250_000_000 + 30_000_000 + 1_000_000, "both", "aid:1 aid:2"),
    "I41:EUR": (500, "counted", "aid:3"),
    "I41:USD": (2000, "entered", ""),
    "I42": (25_000_000 + 5_000_000 + 40, "counted", "aid:1 aid:4"),
    "I42:EUR": (700, "counted", "aid:1"),
    "I43:pcpnn": (2, "counted", "aid:2 aid:3"),
    "I43:dsq": (1, "counted", "aid:1"),
    "I44:y_te": (3, "counted", "aid:1 aid:2 aid:3"),
    "I44:giao_duc": (1, "counted", "aid:1"),
    "I45": (2_490_000_000, "counted", "aid:9"),
    "I46": (16.5, "counted", "aid:9 aid:10"),
    "I46:MODELS": (5, "counted", "aid:9 aid:10"),
    "I50": (1 + 1 + 30 + 1, "counted", "exchange:1 exchange:2 exchange:4 exchange:9"),
    "I50:hai_ben": (548 + 70, "both", "exchange:6"),
    "I51:NHAN_DAN": (32, "counted", "exchange:1 exchange:4 exchange:9"),
    "I51:DANG": (1, "counted", "exchange:2"),
    "I51:CN": (3, "counted", "exchange:1 exchange:2 exchange:9"),
    "I51:LA": (31, "counted", "exchange:2 exchange:4"),
    "I51:JP": (30, "counted", "exchange:4"),
    "I52": (3, "counted", "mechanism:2 mechanism:3 exchange:2"),
    "I55": (3, "counted", "conference:1 conference:2 conference:3"),
    "I55:ORGANISE": (2, "counted", "conference:1 conference:3"),
    "I55:ATTEND": (1, "counted", "conference:2"),
    "I56": (210, "counted", "conference:1 conference:2"),
    "I56:ORGANISE": (200, "counted", "conference:1"),
    "I56:ATTEND": (10, "counted", "conference:2"),
    "I60": (90, "counted", "training:1"),
    "I61": (3 + 1 + 1, "counted", "training:3 training:4 training:5"),
    "I61:PERIOD": (5, "entered", ""),
    "I62": (27.5, "counted", "training:3 training:4"),
    "I62:PERIOD": (40, "entered", ""),
    "I63": (22, "counted", "training:6"),
    "I65": (25, "entered", ""),
    "I70": (100, "entered", ""),
    "I70:bon_tinh": (7200, "entered", ""),
    "I80:OPEN": (3, "counted", "gate:1 gate:5 gate:6"),
    "I80:SUSPENDED": (1, "counted", "gate:2"),
    "I80:RESTORING": (1, "counted", "gate:3"),
    "I81": (1, "counted", "gate:1"),
    "I82": (2, "counted", "gate:1 gate:3"),
    "I82:dam_phan": (1, "counted", "gate:1"),
    "I82:khoi_cong": (1, "counted", "gate:3"),
    "I83": (266, "entered", ""),
    "I90": (2, "counted", "inbound:1 inbound:2"),
}
QUALIFIERS = {
    "I20": "GAN",
    "I41": "HON",
    "I50": "HON",
    "I51:NHAN_DAN": "HON",
    "I51:LA": "HON",
    "I51:JP": "HON",
    "I56": "HON",
    "I56:ORGANISE": "HON",
    "I62": "KHOANG",
    "I65": "KHOANG",
    "I70": "HON",
}


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The office, filled once: no test here changes it."""
    with store.session(tmp_path_factory.mktemp("busy") / "office.db", create=True):
        fill()
        yield


def figures(period: Period = YEAR) -> dict[str, Figure]:
    return {figure.code: figure for figure in summary(period)}


def told(figure: Figure, period: Period = YEAR) -> str:
    found = []
    for page, ids in behind(figure, period):
        if page != "statistic":
            table, wanted = page_named(page).record._meta.table_name, ", ".join(map(str, ids))
            codes = engine.rows(f'SELECT code FROM "{table}" WHERE id IN ({wanted}) ORDER BY code')
            found += [f"{page}:{int(code[5:8])}" for (code,) in codes]
    return " ".join(found)


@pytest.mark.parametrize("code", BY_HAND)
def test_a_figure_is_what_counting_by_hand_gives(busy: None, code: str) -> None:
    figure = figures()[code]
    assert (figure.value, figure.source, told(figure)) == BY_HAND[code]
    assert figure.qualifier == QUALIFIERS.get(code, "EXACT")


def test_no_other_figure_of_these_is_told(busy: None) -> None:
    found = figures()
    new = {code for code, figure in found.items() if figure.base >= "I20" and not "I30" <= figure.base <= "I35"}
    assert new == BY_HAND.keys() - {"I34"}


def test_what_stands_behind_a_figure_makes_the_figure(busy: None) -> None:
    for figure in summary(YEAR):
        about, _ = indicator(figure.code)
        counted = 0 if about is None or not figure.counted else sum(len(ids) for page, ids in behind(figure, YEAR))
        counted -= len(figure.statistics) if counted else 0
        if about and about.measure == "count":
            assert counted == (figure.counted or 0), figure.code
        assert opens(figure) == bool(references(figure, YEAR)), figure.code
        ids = [number for page, found in behind(figure, YEAR) if page == "statistic" for number in found]
        sums = [engine.rows(f"SELECT amount FROM statistic WHERE id = {number}")[0][0] for number in ids]
        assert sum(map(Decimal, map(str, sums))) == (figure.entered or 0), figure.code


def test_a_sum_is_the_sum_over_the_records_behind_it(busy: None) -> None:
    for figure in summary(YEAR):
        about, _ = indicator(figure.code)
        if about and about.measure == "sum" and figure.counted and about.pages[0] != "disbursement":
            page = about.pages[0]
            ids = ", ".join(str(n) for name, found in behind(figure, YEAR) if name != "statistic" for n in found)
            asked = f"SELECT sum({amount(about.of, page, YEAR)}) FROM {SOURCES[page].table} WHERE t.id IN ({ids})"
            assert engine.rows(asked)[0][0] == pytest.approx(float(figure.counted)), figure.code


def test_a_range_shows_both_ends(busy: None) -> None:
    income = figures()["I65"]
    assert (income.value, income.upper, income.shown()) == (25, 40, "25 – 40")
    assert income.plain("vi")["most"] == 40
    assert figures()["I83"].upper is None


def test_a_figure_of_the_period_stands_for_its_code_where_nothing_is_counted(busy: None) -> None:
    found = figures(month(2025, 9))
    assert (found["I61"].value, found["I61"].source) == (5, "entered")
    assert "I61:PERIOD" not in found


def test_the_status_of_a_gate_is_that_of_the_last_day(busy: None) -> None:
    april = figures(month(2025, 4))
    assert told(april["I80:RESTORING"], month(2025, 4)) == "gate:1 gate:3"
    assert told(april["I80:OPEN"], month(2025, 4)) == "gate:2 gate:5 gate:6"
    later = Period(date(2026, 1, 1), date(2026, 12, 31))
    assert told(figures(later)["I81"], later) == "gate:2"
    assert engine.rows("SELECT restored_on FROM gate WHERE code = '2025-001-CK'") == [("2025",)]
    assert figures(later)["I80:OPEN"].value == 5


def test_a_bulk_row_counts_where_all_of_its_time_lies_inside(busy: None) -> None:
    both = Period(date(2025, 1, 1), date(2026, 12, 31))
    assert figures(both)["I50"].value == 33 + 100
    half = Period(date(2025, 1, 1), date(2025, 6, 30))
    assert figures(half)["I50"].value == 1
    assert "I50:hai_ben" not in figures(half)


def test_every_indicator_of_the_practice_has_a_rule(busy: None) -> None:
    wanted = {
        *(*range(1, 9), *range(10, 18), 20, 21, 22, *range(30, 36), *range(40, 47), 50, 51, 52, 55, 56),
        *(60, 61, 62, 63, 65, 70, 71, 72, 73, 80, 81, 82, 83, 90),
    }
    assert {each.code.partition(":")[0] for each in INDICATORS} == {f"I{number:02}" for number in wanted}
    assert all(each.rule.endswith(".") for each in INDICATORS)
    assert all(rule(figure) for figure in summary(YEAR))
    keys = [(each.code, each.split) for each in INDICATORS]
    assert len(set(keys)) == len(keys)
