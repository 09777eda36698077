"""Reports that the office puts together itself: which records, which columns, what each group counts."""

import itertools
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from models import days, engine, sample, store
from models.errors import Refused
from models.excel.report import write_report
from models.fold import clean
from models.kinds import PAGES, page_named
from models.reports.built import KINDS, Built, built, columns_of, complaints, groupings_of
from models.reports.cells import Counted, plain
from models.reports.origins import Counting
from models.reports.periods import Period, calendar_year
from models.reports.report import Page, Report, Sheet, Table, content
from models.reports.statistics import statistics
from models.store import Question
from models.text import speak, spoken
from tests.models.excel.hostile import KNOWN
from tests.models.excel.test_outside import all_through_libreoffice
from tests.models.reports.small import put

YEAR = calendar_year(2025)
LONG = Period(days.first("2019"), days.last("2026"))


def whole(kind: str, *, counting: bool = True) -> Built:
    """Describe a report with all columns and all groupings of a kind."""
    page = page_named(kind)
    columns, groupings = ([each.name for each in offered] for offered in (columns_of(page), groupings_of(page)))
    return Built("all", "Tất cả", kind, tuple(columns), tuple(groupings), counting=counting)


def tables(report: Report) -> list[Table]:
    return [table for part in report.parts if isinstance(part, Page) for table in part.tables]


def groups(report: Report, place: int = 0) -> dict[Any, dict[str, Any]]:
    """Give the figures of a grouping by key and name of the column, the row of totals under "Σ"."""
    table = tables(report)[place]
    names = [each.name for each in table.columns][2:]
    rows = [(row[0], row) for row in table.rows] + [("Σ", table.total or ())]
    return {key: dict(zip(names, map(plain, row[2:]), strict=True)) for key, row in rows}


def notes(report: Report) -> str:
    return "\n".join(note for each in content(report) for note in each.notes)


@pytest.fixture(scope="module")
def dien_bien(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    path, before = tmp_path_factory.mktemp("built") / "office.db", spoken()
    sample.load("dien-bien", path)
    speak("en")
    with store.session(path, read_only=True):
        yield
    speak(before)


@pytest.mark.parametrize("counting", [True, False], ids=["what counts", "all of the period"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("dien_bien")
def test_every_kind_can_be_built_with_all_its_columns_and_groupings(kind: str, counting: bool) -> None:
    about = whole(kind, counting=counting)
    report = built(about, LONG, "en")
    register = report.register(kind)
    assert [each.name for each in register.columns if not each.helper] == ["(number)", *about.columns]
    assert len(tables(report)) == len(about.groupings)
    for place in range(len(about.groupings)):
        assert groups(report, place)["Σ"]["records"] == len(register.rows)
    assert [each.title for each in content(report)][-1] == "TẤT CẢ"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("dien_bien")
def test_every_figure_is_what_its_formula_counts_in_the_register(kind: str) -> None:
    report = built(whole(kind, counting=False), LONG, "en")
    countings = {each.name: Counting(each) for each in report.registers}
    for table in tables(report):
        rows = [row for row in (*table.rows, table.total) if isinstance(row, tuple)]
        counted = [(cell, row) for row in rows for cell in row if isinstance(cell, Counted) and not cell.added]
        for cell, row in counted:
            behind = countings[cell.register].of(cell, row)
            assert sum(map(len, behind.values())) == cell.value, (table.title, row[1])


@pytest.mark.usefixtures("dien_bien")
def test_no_personal_detail_is_among_the_columns() -> None:
    for kind in KINDS:
        personal = {each.name for each in page_named(kind).fields() if each.personal}
        assert not personal & {each.name for each in columns_of(page_named(kind))}


@pytest.mark.outside("soffice")
@pytest.mark.usefixtures("dien_bien")
def test_the_formulas_of_every_kind_give_what_the_program_counted(tmp_path: Path) -> None:
    paths = [tmp_path / f"{kind}.xlsx" for kind in KINDS]
    for kind, path in zip(KINDS, paths, strict=True):
        write_report(built(whole(kind, counting=False), LONG, "both"), path)
    for ours, theirs in zip(paths, all_through_libreoffice(paths), strict=True):
        books = [load_workbook(ours), load_workbook(ours, data_only=True), load_workbook(theirs, data_only=True)]
        formulas = 0
        for sheet in books[0]:
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
                stored, found = (book[sheet.title][cell.coordinate].value for book in books[1:])
                assert found == pytest.approx(stored), (ours.name, sheet.title, cell.coordinate, cell.value)
                formulas += 1
        assert formulas
        assert not [cell for sheet in books[2] for row in sheet.iter_rows() for cell in row if cell.data_type == "e"]


def test_a_list_of_delegations_agrees_with_the_statistics(small: Path) -> None:
    report = built(Built("by", "Theo nước", "delegation", groupings=("countries", "purpose")), YEAR)
    told = {axis.name: {line.key: line.values for line in lines} for axis, lines in statistics(YEAR).tables}
    for place, axis in enumerate(("country", "purpose")):
        found = {key: (each["records"], each["persons"]) for key, each in groups(report, place).items() if key != "Σ"}
        both = {key: (v[0] + v[2], v[1] + v[3]) for key, v in told[axis].items() if v[0] + v[2]}
        assert found == both


def test_a_record_of_several_countries_counts_in_each_and_once_in_the_total(small: Path) -> None:
    report = built(Built("by", "Theo nước", "inbound", groupings=("countries",)), YEAR)
    found = groups(report)
    assert sum(each["records"] for key, each in found.items() if key != "Σ") > found["Σ"]["records"]
    assert found["Σ"]["records"] == len(report.register("inbound").rows)
    assert found["Σ"]["persons"] == sum(
        row[report.register("inbound").place("persons")] for row in report.registers[0].rows
    )
    assert "counts in each of them; the row of totals counts it once" in notes(report)


def test_only_what_counts_or_all_that_the_period_touches(small: Path) -> None:
    def codes(*, counting: bool) -> set[str]:
        found = built(Built("x", "X", "inbound", ("code",), counting=counting), YEAR).register("inbound")
        return {row[found.place("code")][5:8] for row in found.rows}

    assert codes(counting=True) == {"001", "002", "004", "005", "010"}
    assert codes(counting=False) == {"001", "002", "004", "005", "008", "009", "010"}  # cancelled, not yet there


def test_a_day_known_only_in_part_is_in_no_month_and_counts_only_where_all_of_it_lies_inside(small: Path) -> None:
    months = groups(built(Built("x", "X", "inbound", groupings=("(month)", "(year)")), YEAR))
    assert {key: each["records"] for key, each in months.items() if key != "Σ"} == {
        202503: 1,
        202505: 1,
        202510: 1,
        202512: 1,
        None: 1,
    }
    half = Period(days.first("2025-01"), days.last("2025-06"))
    year_only = "2025-005-DV"
    for counting, there in ((True, False), (False, True)):
        found = built(Built("x", "X", "inbound", ("code",), counting=counting), half).register("inbound")
        assert (year_only in {row[found.place("code")] for row in found.rows}) is there


def test_money_is_added_within_its_currency_and_in_dong(small: Path) -> None:
    report = built(Built("x", "X", "outbound", ("name", "cost"), ("in_plan", "countries")), YEAR)
    shown = [each.name for each in report.register("outbound").columns if not each.helper]
    assert shown == ["(number)", "name", "cost", "cost_currency", "cost_vnd"]
    for place in (0, 1):
        total = groups(report, place)["Σ"]
        money = {name: value for name, value in total.items() if name.startswith("cost:")}
        assert money == {"cost:CNY": 1000, "cost:USD": 100, "cost:VND": 5_000_000}
        assert total["cost_vnd"] == 7_500_000  # the yuan have no rate
    totals = {each.name for each in report.register("outbound").columns if each.total}
    assert totals == {"cost_vnd"}
    assert "within their currency only" in notes(report)


def test_rates_numbers_in_an_order_and_percentages_are_not_added(small: Path) -> None:
    register = built(whole("action"), YEAR).register("action")
    assert not [each.name for each in register.columns if each.total]
    assert "cost_rate" not in {each.name for each in built(whole("outbound"), YEAR).registers[0].columns if each.total}


def test_estimates_are_said_to_be_estimates(office: Path) -> None:
    facts: dict[str, Any] = {"starts": "2025-03-01", "delegates": 50}
    put("conference", "2025-001-HN", "HELD", name="A", qualifier="KHOANG", **facts)
    put("conference", "2025-002-HN", "HELD", name="B", **facts)
    about = Built("x", "X", "conference", ("name", "delegates"), ("type",))
    assert "Records that give their numbers as estimates: 1." in notes(built(about, YEAR))


@pytest.mark.parametrize(
    ("question", "codes", "said"),
    [
        (Question(country="LA"), {"002", "010"}, "Laos"),
        (Question(country="JP LA"), {"002", "010"}, "Japan, Laos"),
        (Question(words="khảo sát"), {"002"}, "words “khảo sát”"),
        (Question(state="ENDED"), {"002"}, "Ended"),
        (Question(words="không có gì như thế"), set(), "words"),
    ],
)
def test_a_filter_leaves_the_records_that_it_asks_for_and_is_told(
    small: Path, question: Question, codes: set[str], said: str
) -> None:
    report = built(Built("x", "X", "inbound", ("code",), ("countries", "level"), question), YEAR)
    register = report.register("inbound")
    assert {row[register.place("code")][5:8] for row in register.rows} == codes
    first, last = tables(report)[0], next(part for part in report.parts if isinstance(part, Sheet))
    assert said in last.span
    assert said in notes(report)
    assert f"{len(codes)} records." in notes(report)
    assert first.total is not None


def test_keys_that_only_formulas_need_are_hidden_in_the_workbook(small: Path, tmp_path: Path) -> None:
    write_report(built(Built("x", "X", "inbound", ("code",), ("(month)",)), YEAR, "en"), tmp_path / "x.xlsx")
    figures = load_workbook(tmp_path / "x.xlsx")["Figures"]
    assert figures.column_dimensions["A"].hidden
    assert not figures.column_dimensions["B"].hidden


def test_a_report_by_country_lists_the_records_of_a_country_together(small: Path) -> None:
    def order(*groupings: str) -> list[str]:
        report = built(Built("x", "X", "inbound", ("code", "countries"), groupings, counting=False), YEAR, "en")
        register = report.register("inbound")
        return [str(row[register.place("countries")]).split(";")[0] for row in register.rows]

    def runs(firsts: list[str]) -> int:
        return sum(before != after for before, after in itertools.pairwise(firsts)) + 1

    plain, grouped = order(), order("countries")
    assert sorted(plain) == sorted(grouped)
    assert runs(plain) > len(set(plain)), "by day they are mixed"
    assert runs(grouped) == len(set(grouped))
    assert grouped == sorted(grouped)


@pytest.mark.parametrize("kind", KINDS)
def test_every_grouping_orders_the_register(small: Path, kind: str) -> None:
    for each in groupings_of(page_named(kind)):
        report = built(Built("x", "X", kind, groupings=(each.name,), counting=False), YEAR)
        rows = report.register(kind).ids
        assert len(set(rows)) == len(rows), each.name


def test_an_empty_period_gives_an_empty_report_that_opens(small: Path, tmp_path: Path) -> None:
    for kind in ("inbound", "aid", "statistic"):
        report = built(whole(kind), calendar_year(1950), "vi")
        assert len(report.register(kind).rows) == 0
        write_report(report, tmp_path / f"{kind}.xlsx")
        assert load_workbook(tmp_path / f"{kind}.xlsx").sheetnames


def test_a_hostile_title_stays_a_text(small: Path, tmp_path: Path) -> None:
    titles = [each for each in map(clean, KNOWN) if each]
    assert len(titles) > 40
    for title in titles:
        write_report(built(Built("x", title, "inbound", ("name",), ("countries",)), YEAR, "en"), tmp_path / "a.xlsx")
        book = load_workbook(tmp_path / "a.xlsx")
        formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        assert all("SUBTOTAL" in each or "IFS(" in each for each in formulas), title


@pytest.mark.parametrize(
    ("about", "field", "told"),
    [
        (Built("X y", "T", "inbound"), "name", "does not serve"),
        (Built("x", " ", "inbound"), "title", "title"),
        (Built("x", "T" * 201, "inbound"), "title", "200"),
        (Built("x", "T", "nothing"), "page", "nothing"),
        (Built("x", "T", "inbound", ("name", "nothing")), "columns", "nothing"),
        (Built("x", "T", "person", ("phone",)), "columns", "phone"),
        (Built("x", "T", "inbound", ("name", "name")), "columns", "twice"),
        (Built("x", "T", "inbound", (), ("content",)), "groupings", "content"),
        (Built("x", "T", "inbound", language="fr"), "language", "fr"),
        (Built("x", "T", "inbound", question=Question(removed=True)), "question", "Drafts and removed"),
        (Built("x", "T", "inbound", question=Question(drafts=True)), "question", "Drafts and removed"),
        (Built("x", "T", "inbound", question=Question(country="??")), "question", "??"),
        (Built("x", "T", "inbound", question=Question(country="LA ??")), "question", "??"),
        (Built("x", "T", "inbound", question=Question(state="SIGNED")), "question", "SIGNED"),
        (Built("x", "T", "unit", question=Question(country="CN")), "question", "no country"),
        (Built("x", "T", "unit", question=Question(year=2025)), "question", "no year"),
        (Built("x", "T", "inbound", question=Question(concern="nothing")), "question", "nothing"),
    ],
)
def test_what_is_wrong_with_a_description_is_said_beside_its_field(
    office: Path, about: Built, field: str, told: str
) -> None:
    found = complaints(about)
    assert [each.field for each in found] == [field]
    assert told in found[0].text()
    with pytest.raises(Refused):
        built(about, YEAR)


def test_drafts_and_removed_records_are_in_no_report(small: Path) -> None:
    for kind in PAGES:
        table = PAGES[kind].record._meta.table_name
        asked = f'SELECT id FROM "{table}" WHERE draft = 1 OR removed_at IS NOT NULL'
        out = {number for (number,) in engine.rows(asked)}
        assert not out & set(built(whole(kind, counting=False), LONG).register(kind).ids)


def test_a_sum_keeps_its_decimals(office: Path) -> None:
    for number, amount in enumerate((Decimal("0.1"), Decimal("0.2")), 1):
        facts: dict[str, Any] = {
            "direction": "IN",
            "approval_date": "2025-02-03",
            "currency": "USD",
            "committed": amount,
        }
        put("aid", f"2025-00{number}-VT", "IMPLEMENTING", name="x", **facts)
    about = Built("x", "X", "aid", ("name", "committed"), ("direction",))
    assert groups(built(about, YEAR))["IN"]["committed:USD"] == Decimal("0.3")
