"""Bodies that follow one another: found by every name, counted as then or as now, never in a circle."""

from pathlib import Path
from typing import Any

import pytest

from models import search, store
from models.errors import Refused
from models.store import relations
from tests.models.store.relations.small import came, partner, unit


@pytest.fixture
def merged(office: Path) -> dict[str, Any]:
    """Hà Giang and an older Bắc Mê went into Tuyên Quang; a commune belongs to Hà Giang."""
    host = unit("Sở Ngoại vụ")
    new = partner("Tỉnh Tuyên Quang", begun="2025-07-01")
    old = partner("Tỉnh Hà Giang", ended="2025-06-30", successor=new.id, native="河江省")
    oldest = partner("Huyện Bắc Mê", ended="2010-06-30", successor=old.id, aliases="Pak Me")
    commune = partner("Xã Thanh Thủy", parent=old.id)
    for body, starts, persons in ((new, "2026-02-01", 3), (old, "2024-03-01", 5), (oldest, "2009-01-01", 7)):
        came(body, host, starts, persons)
    came(commune, host, "2023-01-01", 11)
    return {"new": new, "old": old, "oldest": oldest, "commune": commune}


def persons(body: Any, **how: bool) -> tuple[int, int]:
    return relations.read("partner", body.id, **how).visits("inbound")


def test_as_then_counts_the_body_alone_and_as_now_with_all_it_took_over(merged: dict[str, Any]) -> None:
    assert persons(merged["new"]) == (1, 3)
    assert persons(merged["new"], as_now=True) == (3, 15)
    assert persons(merged["old"], as_now=True) == (2, 12)
    assert persons(merged["oldest"], as_now=True) == (1, 7)


def test_those_below_count_only_when_they_are_asked_for(merged: dict[str, Any]) -> None:
    assert persons(merged["old"], below=True) == (2, 16)
    assert persons(merged["new"], below=True) == (1, 3)
    assert persons(merged["new"], as_now=True, below=True) == (4, 26)


def test_the_page_says_what_came_before_and_after(merged: dict[str, Any]) -> None:
    told = relations.read("partner", merged["new"].id)
    assert [body.until() for body in told.before] == [
        "Huyện Bắc Mê (until 30/06/2010)", "Tỉnh Hà Giang (until 30/06/2025)",
    ]  # fmt: skip
    told = relations.read("partner", merged["oldest"].id)
    assert [body.name for body in told.after] == ["Tỉnh Hà Giang", "Tỉnh Tuyên Quang"]


def test_what_is_found_says_which_bodies_it_took_over(merged: dict[str, Any]) -> None:
    told = relations.included("partner", [merged["new"].id, merged["commune"].id])
    assert told == {
        merged["new"].id: "includes Tỉnh Hà Giang (until 30/06/2025), Huyện Bắc Mê (until 30/06/2010)"
    }  # fmt: skip
    assert relations.included("person", [1]) == {}


def found(words: str) -> set[tuple[str, int]]:
    return {(hit.kind, hit.record) for hit in search.find(words)}


@pytest.mark.parametrize("words", ["ha giang", "tuyen quang", "河江省", "pak me"])
def test_any_name_finds_the_whole_line_and_its_records(merged: dict[str, Any], words: str) -> None:
    bodies = {("partner", merged[name].id) for name in ("new", "old", "oldest")}
    records = {("delegation", number) for number in (1, 2, 3)}
    assert bodies | records <= found(words)


def test_a_successor_taken_back_is_found_by_its_own_names_alone(merged: dict[str, Any]) -> None:
    old = store.load("partner", merged["old"].id)
    old.successor = None  # type: ignore[attr-defined]
    store.save(old)
    assert ("partner", merged["new"].id) not in found("ha giang")
    assert ("delegation", 1) not in found("ha giang")
    assert ("partner", merged["new"].id) not in found("pak me")
    assert ("partner", merged["oldest"].id) in found("ha giang")


def test_a_new_name_of_the_old_body_finds_the_new_one(merged: dict[str, Any]) -> None:
    old = store.load("partner", merged["old"].id)
    old.former = "Hà Tuyên"  # type: ignore[attr-defined]
    store.save(old)
    assert {("partner", merged["new"].id), ("delegation", 1)} <= found("ha tuyen")


def test_a_body_in_the_bin_lends_its_name_to_nobody(merged: dict[str, Any]) -> None:
    old = store.load("partner", merged["old"].id)
    store.remove(old)
    assert ("partner", merged["new"].id) not in found("ha giang")
    store.restore(old)
    assert ("partner", merged["new"].id) in found("ha giang")


@pytest.mark.parametrize("name", ["successor", "parent"])
def test_a_circle_is_refused_in_words(merged: dict[str, Any], name: str) -> None:
    new = store.load("partner", merged["new"].id)
    setattr(new, name, merged["oldest"].id if name == "successor" else new.id)
    with pytest.raises(Refused) as refused:
        store.save(new)
    assert [complaint.field for complaint in refused.value.complaints] == [name]
    told = refused.value.complaints[0].text("en")
    assert ("Huyện Bắc Mê" if name == "successor" else "Tỉnh Tuyên Quang") in told


def test_a_unit_of_ours_does_not_succeed_itself_either(office: Path) -> None:
    first = unit("Huyện Điện Biên", ended="2025-06-30")
    second = unit("Xã Thanh An", begun="2025-07-01", successor=first.id)
    first.successor = second.id
    with pytest.raises(Refused):
        store.save(first)


def test_a_successor_that_began_after_a_gap_is_a_warning_only(merged: dict[str, Any]) -> None:
    old = store.load("partner", merged["old"].id)
    old.ended = "2025-05-31"  # type: ignore[attr-defined]
    told = [complaint for complaint in old.complaints() if complaint.warning]
    assert [each.text("en") for each in told] == [
        "Tỉnh Tuyên Quang was set up on 01/07/2025, not on the day on which this body ended."
    ]
    store.save(old)


def test_a_successor_without_an_end_is_a_warning_only(merged: dict[str, Any]) -> None:
    old = store.load("partner", merged["old"].id)
    old.ended = None  # type: ignore[attr-defined]
    assert [complaint.field for complaint in old.complaints() if complaint.warning] == ["ended"]


def test_a_body_does_not_end_before_it_begins(office: Path) -> None:
    with pytest.raises(Refused) as refused:
        partner("Huyện Mường Tè", begun="2025-07-01", ended="2025-06-30")
    assert refused.value.complaints[0].field == "ended"
