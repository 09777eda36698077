"""Every report of the office can be handed in: its cells and registers are frozen with the records behind them."""

import pytest

from models import discretion, frozen, store
from models.frozen.taking import take
from models.reports import catalogue
from models.reports.catalogue import REPORTS, entries
from tests.models.frozen.conftest import YEAR, Visits


@pytest.mark.parametrize("name", [each.name for each in entries(presets=False)])
def test_it_is_handed_in_and_nothing_has_changed(visits: Visits, name: str) -> None:
    made = frozen.hand_in(name, YEAR, "en")
    assert made.name == name
    assert frozen.compare(made).changed() == []
    visits.twelve.result = "Kết quả khác"  # named where the visit stands in the report, and nowhere else
    store.save(visits.twelve)
    stands = visits.twelve.id in frozen.contents(made).records().get("delegation", ())
    assert [each.id for each in frozen.compare(made).records] == ([visits.twelve.id] if stands else [])


def test_a_cell_of_a_statistics_table_stands_on_its_records(visits: Visits) -> None:
    told = take(REPORTS["statistics-country"].make(YEAR, "en", None))
    cells = {each.label: each for each in told.figures}
    laos = next(each for label, each in cells.items() if "Laos – In: delegations, This period" in label)
    three = frozenset({visits.twelve.id, visits.eight.id, visits.five.id})
    assert (laos.value, laos.behind) == (3, {"delegation": three})
    persons = next(each for label, each in cells.items() if "Laos – In: persons, This period" in label)
    assert (persons.value, persons.behind) == (25, {"delegation": three})
    before = next(each for label, each in cells.items() if "Laos – In: delegations, Year before" in label)
    assert (before.value, before.behind) == (0, {})


def test_a_visit_that_moves_to_the_year_before_moves_between_the_columns(visits: Visits) -> None:
    made = frozen.hand_in("statistics-country", YEAR, "en")
    visits.five.starts, visits.five.ends = "2025-03-05", "2025-03-07"
    store.save(visits.five)
    told = {each.label[each.label.find("Laos") :]: each for each in frozen.compare(made).changed()}
    now, before = told["Laos – In: persons, This period"], told["Laos – In: persons, Year before"]
    assert (now.difference, [each.how for each in now.records if each.id == visits.five.id]) == (-5, ["removed"])
    assert (before.difference, [each.how for each in before.records]) == (5, ["added"])


def test_a_person_is_compared_with_himself(visits: Visits) -> None:
    handed_in = frozen.hand_in("statistics-person", YEAR)
    visits.more("Đoàn đầu năm", 3, starts="2026-01-05", ends="2026-01-06")
    changed = [each for each in frozen.compare(handed_in).changed() if ":Σ:" not in each.code]
    assert {each.label.partition(" – ")[0] for each in changed} == {"Trưởng đoàn Đoàn đầu năm"}
    assert {each.then for each in changed} == {None}


def test_a_restricted_record_changes_nothing_by_being_restricted(visits: Visits) -> None:
    visits.five.host_leader = "Trần Văn B"
    store.save(visits.five)
    discretion.mark_restricted(visits.five)
    handed_in = frozen.hand_in("statistics-person", YEAR)
    assert frozen.compare(handed_in).changed() == []


def test_an_annex_tells_its_figures_and_its_register(visits: Visits) -> None:
    made = frozen.hand_in("inbound", YEAR, "both")
    figures = {each.code: each.value for each in frozen.contents(made).figures}
    assert (figures["I01"], figures["I02"], figures["(inbound)"]) == (3, 25, 3)
    store.remove(visits.five)
    found = {each.code: each.difference for each in frozen.compare(made).changed()}
    assert (found["I01"], found["I02"], found["(inbound)"]) == (-1, -5, -1)


def test_a_report_that_the_program_no_longer_knows_keeps_its_file(
    visits: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = frozen.hand_in("aid", YEAR)
    without = {name: each for name, each in REPORTS.items() if name != "aid"}
    monkeypatch.setattr(catalogue, "REPORTS", without)  # a changed dictionary would come back in another order
    with pytest.raises(
        store.OfficeRefused, match="does not know the report “aid”; its file can still be written again"
    ):
        frozen.compare(made)
    assert frozen.contents(made).figures
