"""Presets: reports of the office's own, kept and run by name, renamed and forgotten; damage is said, never a crash."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models import engine, frozen, store
from models.reports import built
from models.reports.built import Built
from models.reports.built.keeping import SET_ASIDE, SETTING
from models.reports.catalogue import REPORTS, Spoilt, Unknown, entries, made
from models.reports.periods import calendar_year
from models.store import Question
from tests.models.reports.small import put

YEAR = calendar_year(2025)
MINE = Built(
    "doan-lao",
    "Đoàn Lào, =1+1",
    "inbound",
    ("name", "persons", "(state)"),
    ("countries", "(month)"),
    Question(words="đoàn", country="CN LA", state="ENDED", year=2025),
    counting=False,
    language="both",
)
OTHER = Built("agreements-all", "Các thỏa thuận", "agreement")


def lay(value: str) -> None:
    """Put something into the setting as a damaged disk or another program would."""
    engine.execute("UPDATE setting SET value = ? WHERE name = ?", (value, SETTING))


def alter(change: Callable[[dict[str, Any]], Any]) -> None:
    """Change what is kept of the first preset."""
    kept = store.setting(SETTING)
    kept[0] = change(kept[0])
    store.set_setting(SETTING, kept)


def words(found: list[Any]) -> str:
    return " ".join(each.text() for each in found)


def test_a_preset_comes_back_as_it_was_kept_after_the_office_was_closed(office: Path) -> None:
    assert built.keep(MINE) == []
    assert built.keep(OTHER) == []
    store.close_office()
    with store.session(office, read_only=True):
        assert built.presets() == [OTHER, MINE]  # by title
        assert [each.name for each in entries()][-2:] == ["agreements-all", "doan-lao"]
        assert [each.name for each in entries(presets=False)] == ["annual", *REPORTS]
        report = made("doan-lao", YEAR)
        assert (report.title, report.language, report.registers[0].name) == ("Đoàn Lào, =1+1", "both", "inbound")
        assert made("doan-lao", YEAR, "en").language == "en"


def test_it_is_renamed_and_forgotten(office: Path) -> None:
    built.keep(MINE)
    built.keep(OTHER)
    assert built.rename("doan-lao", "lao", "Đoàn Lào") == []
    assert built.presets()[-1] == replace(MINE, name="lao", title="Đoàn Lào")
    assert built.rename("lao", "lao", "Lào") == []  # its own name is no clash
    assert "already" in words(built.rename("lao", "agreements-all", "T"))
    built.forget("lao")
    assert built.presets() == [OTHER]
    for deed in (lambda: built.forget("lao"), lambda: built.rename("lao", "x", "X")):
        with pytest.raises(LookupError):
            deed()


@pytest.mark.parametrize("name", ["annual", "inbound", "mechanism", "statistics-country", "statistics-mine"])
def test_the_names_of_the_program_are_refused(office: Path, name: str) -> None:
    found = built.keep(replace(MINE, name=name))
    assert [each.field for each in found] == ["name"]
    assert "report of the program itself" in words(found)
    assert built.presets() == []


def test_a_preset_is_replaced_only_where_that_was_asked_for(office: Path) -> None:
    built.keep(MINE)
    again = replace(OTHER, name=MINE.name)
    assert "already" in words(built.keep(again))
    assert built.presets() == [MINE]
    assert built.keep(again, replace=True) == []
    assert built.presets() == [again]


def test_what_cannot_be_run_or_kept_is_not_kept(office: Path) -> None:
    assert "nothing" in words(built.keep(replace(MINE, columns=("nothing",))))
    assert "cannot be kept" in words(built.keep(replace(MINE, question=Question(only=(1, 2)))))
    assert built.presets() == []


def test_an_office_for_reading_runs_presets_and_keeps_none(office: Path) -> None:
    built.keep(MINE)
    store.close_office()
    with store.session(office, read_only=True):
        assert made("doan-lao", YEAR).title == MINE.title
        for deed in (
            lambda: built.keep(OTHER),
            lambda: built.forget("doan-lao"),
            lambda: built.rename("doan-lao", "x", "X"),
        ):
            with pytest.raises(store.Closed, match="reading only"):
                deed()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda kept: kept | {"version": 2}, "later version"),
        (lambda kept: kept | {"version": 2, "chart": "pie", "columns": "all"}, "later version"),
        (lambda kept: kept | {"columns": ["name", "gone"]}, "There is no column “gone” here."),
        (lambda kept: kept | {"page": "gone"}, "There is no kind of records “gone”."),
        (lambda kept: kept | {"filter": {"country": "??"}}, "There is no country"),
        (lambda kept: kept | {"columns": "name"}, "damaged"),
        (lambda kept: kept | {"columns": [1]}, "damaged"),
        (lambda kept: kept | {"page": None}, "damaged"),
        (lambda kept: kept | {"counting": 1}, "damaged"),
        (lambda kept: kept | {"filter": {"year": True}}, "damaged"),
        (lambda kept: kept | {"filter": {"removed": True}}, "damaged"),
        (lambda kept: kept | {"more": 1}, "damaged"),
        (lambda kept: {"name": kept["name"], "title": kept["title"]}, "damaged"),
    ],
)
def test_a_preset_that_cannot_be_read_is_told_and_all_others_work(
    office: Path, change: Callable[[dict[str, Any]], Any], told: str
) -> None:
    built.keep(MINE)
    built.keep(OTHER)
    alter(change)
    assert built.presets() == [OTHER]
    found = built.unreadable()
    assert [(each.name, each.title) for each in found] == [(MINE.name, MINE.title)]
    assert told in found[0].complaint.text()
    with pytest.raises(Spoilt) as refused:
        made("doan-lao", YEAR)
    assert told in str(refused.value)
    assert made("agreements-all", YEAR).title == OTHER.title
    built.keep(replace(OTHER, name="third"))  # keeps what it cannot read
    assert [each.name for each in built.unreadable()] == [MINE.name]
    built.forget(MINE.name)
    assert built.unreadable() == []


@pytest.mark.parametrize("kept", [None, 5, "x", [], {"name": 3}])
def test_a_preset_without_a_name_is_called_by_its_place_and_can_be_forgotten(office: Path, kept: Any) -> None:
    built.keep(MINE)
    built.keep(OTHER)
    alter(lambda _: kept)
    assert [each.name for each in built.unreadable()] == ["1"]
    built.forget("1")
    assert (built.presets(), built.unreadable()) == ([OTHER], [])


@pytest.mark.parametrize("value", ["[{", '"x"', "{}", "null", ""])
def test_damaged_presets_are_told_laid_aside_and_made_anew(office: Path, value: str) -> None:
    built.keep(MINE)
    lay(value)
    assert built.presets() == []
    assert "damaged" in built.unreadable()[0].complaint.text()
    with pytest.raises(Spoilt, match="damaged"):
        made("doan-lao", YEAR)
    assert made("annual", YEAR).name == "annual"
    found = built.keep(OTHER)
    assert [each.warning for each in found] == [True]
    assert "laid aside" in words(found)
    assert (built.presets(), built.unreadable()) == ([OTHER], [])
    assert store.setting(SET_ASIDE) == value


def test_an_unknown_name_is_told_with_the_names_near_it(office: Path) -> None:
    built.keep(MINE)
    with pytest.raises(Unknown, match="choose from: doan-lao"):
        made("doan-lo", YEAR)
    with pytest.raises(Unknown, match="annual, inbound"):
        made("zzzzzz", YEAR)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Đoàn vào 2025 – theo nước", "doan-vao-2025-theo-nuoc"),
        ("=1+1", "1-1"),
        ("老挝", "report"),
        ("Annual", "annual-2"),
        ("Đoàn Lào", "doan-lao-2"),
        ("Statistics Country", "my-statistics-country"),
        ("x" * 100, "x" * 34),
    ],
)
def test_a_title_proposes_a_name_that_may_be_kept(office: Path, title: str, name: str) -> None:
    built.keep(MINE)
    assert built.proposed_name(title) == name
    assert built.keep(replace(OTHER, name=name)) == []


def test_a_handed_in_preset_is_compared_as_it_was_described_then(office: Path) -> None:
    one = put("inbound", "2025-001-DV", "ENDED", name="Một", starts="2025-03-01", countries=["LA"], persons=3)
    put("inbound", "2025-002-DV", "ENDED", name="Hai", starts="2025-04-01", countries=["CN"], persons=4)
    about = Built("theo-nuoc", "Theo nước", "inbound", ("name", "persons"), ("countries",))
    built.keep(about)
    made_ = frozen.hand_in("theo-nuoc", YEAR, "en")
    assert frozen.compare(made_).changed() == []
    built.keep(replace(about, question=Question(country="CN"), groupings=("level",)), replace=True)
    assert frozen.compare(made_).changed() == []
    built.forget("theo-nuoc")
    assert frozen.compare(made_).changed() == []
    store.remove(one)
    changed = {each.label.split(": ", 1)[-1]: each.difference for each in frozen.compare(made_).changed()}
    assert changed["Laos – Persons"] == -3
    assert changed["Total – Records"] == -1
    assert json.dumps(store.setting(SETTING)) == "[]"
