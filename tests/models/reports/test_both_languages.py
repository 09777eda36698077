"""An annex for counterparts bears both languages wherever words stand that are not a record's own."""

from pathlib import Path
from typing import Any

import pytest

from models.delegations import Member
from models.reports.catalogue import REPORTS, made
from models.reports.periods import cut_off_year
from models.reports.report import Page, Report, Sheet, content
from models.text import say
from tests.models.reports.small import put

YEAR = cut_off_year(2025)


@pytest.fixture
def visits(small: Path) -> Report:
    return made("inbound", YEAR, "both")


def page(report: Report, title: str) -> Page:
    return next(each for each in report.parts if isinstance(each, Page) and each.title == say(title, "vi"))


def sheet(report: Report, name: str) -> Sheet:
    return next(each for each in report.parts if isinstance(each, Sheet) and each.register.name == name)


def both(words: str, between: str = " / ") -> str:
    return between.join(dict.fromkeys(say(words, each) for each in ("vi", "en")))


def test_the_figures_and_their_rules_are_named_in_both(visits: Report) -> None:
    (table,) = page(visits, "Figures").tables
    assert table.rows[0] == both("Inbound delegations")
    assert [row[1] for row in table.rows[1:3]] == [both("Inbound delegations"), both("Visitors of inbound delegations")]
    assert {row[-1] for row in table.rows if not isinstance(row, str)} == {both("counted"), both("counted and entered")}
    rules = page(visits, "Rules of the figures")
    assert rules.heading == both("Rules of the figures", "\n").upper()
    words = "The numbers of persons of the delegations of I01, added up."
    assert both(words) in [row[2] for row in rules.tables[0].rows]


def test_the_members_have_both_titles_and_a_heading_in_both(visits: Report) -> None:
    members = sheet(visits, "member")
    assert members.heading == both("Members of delegations", "\n").upper()
    shown = [each.title for each in members.register.columns if not each.helper]
    assert both("Full name") in shown
    assert all(" / " in each for each in shown)


def test_source_and_notes_stand_in_both_and_the_day_once(visits: Report) -> None:
    source, *notes = next(content(visits)).notes
    assert source.startswith(both("Source") + ": Sở Ngoại vụ, ")
    assert both("Filter") + f": {visits.span}." in source
    assert source.endswith(both("Number of records") + f": {len(visits.register('inbound').rows)}.")
    assert all(" / " in each for each in notes), notes


def test_statistics_do_so_too(small: Path) -> None:
    for name in ("statistics-country", "statistics-month"):
        notes = [note for each in content(made(name, YEAR, "both")) for note in each.notes]
        assert notes
        assert all(" / " in each for each in notes), notes


def test_in_one_language_nothing_is_said_twice(small: Path) -> None:
    for language in ("vi", "en"):
        report = made("inbound", YEAR, language)
        assert all(" / " not in note for each in content(report) for note in each.notes)


def heads(report: Report) -> list[str]:
    """Give all titles of columns, also of those that only formulas need."""
    sheets = [part.register.columns for part in report.parts if isinstance(part, Sheet)]
    tables = [table.columns for part in report.parts if isinstance(part, Page) for table in part.tables]
    return [each.whole_title for columns in (*sheets, *tables) for each in columns]


@pytest.mark.parametrize("name", [name for name in REPORTS if not name.startswith("statistics-")])
def test_no_column_of_a_vietnamese_report_is_headed_in_english(small: Path, name: str) -> None:
    told = zip(heads(made(name, YEAR, "vi")), heads(made(name, YEAR, "en")), strict=True)
    assert [ours for ours, theirs in told if ours == theirs] == []


@pytest.mark.parametrize(("name", "way"), [("inbound", "in"), ("outbound", "out")])
def test_the_members_are_those_of_the_delegations_listed(small: Path, name: str, way: str) -> None:
    told: dict[str, Any] = {"countries": ["LA"], "purpose": "tham_lam_viec", "fields": ["y_te"], "starts": "2025-04-01"}
    put(name, "2025-900", "PLANNED", name="Chưa đi", members=[Member(name="Chưa Đi")], **told)
    report = made(name, YEAR, "en")
    members = report.register("member")
    codes = members.place("code")
    main = report.register(name)
    assert len(members.rows)
    assert {row[codes] for row in members.rows} <= {row[main.place("code")] for row in main.rows}
    assert {row[members.place("way")] for row in members.rows} == {way}
    assert any("Members of delegations" in note for note in next(content(report)).notes)
