"""What a save does to the search words of the records that name what was saved: no more than is needed."""

import pytest

from models import engine, search, store
from models.delegations import Delegation
from models.partners import Partner
from models.record import Record
from models.store import indexing
from models.units import Unit

MARKED = "of old"


@pytest.fixture
def marked(visit: Delegation) -> Delegation:
    """A delegation whose search words are marked, so that writing them anew is seen."""
    store.save(visit)
    engine.execute("UPDATE search_row SET lo = ? WHERE kind = 'delegation'", (MARKED,))
    return visit


def words(record: Delegation) -> str:
    return str(engine.rows("SELECT lo FROM search_row WHERE kind = ? AND record = ?", (record.kind, record.id))[0][0])


def test_a_note_of_a_unit_leaves_the_many_records_that_name_it_alone(marked: Delegation, unit: Unit) -> None:
    unit.note = "Đổi trụ sở"
    store.save(unit)
    assert words(marked) == MARKED


def test_a_new_name_of_a_unit_reaches_them(marked: Delegation, unit: Unit) -> None:
    unit.short = "SNgV"
    store.save(unit)
    assert "so ngoai vu" in words(marked)


def test_a_note_of_a_body_leaves_alone_what_names_the_body_before_it(marked: Delegation, unit: Unit) -> None:
    later = Unit.blank(name="Sở Nội vụ và Ngoại vụ", level="so")
    store.save(later)
    unit.ended, unit.successor = "2026-06-30", later.id
    store.save(unit)
    assert "so noi vu va ngoai vu" in words(marked)
    engine.execute("UPDATE search_row SET lo = ? WHERE kind = 'delegation'", (MARKED,))
    later.note = "Sáp nhập"
    store.save(later)
    assert words(marked) == MARKED


def test_a_new_name_reaches_very_many_records_in_a_few_questions(
    visit: Delegation, unit: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "FEW", 0)
    store.save(visit)
    own = words(visit)
    asked: list[str] = []

    def read(record: Record) -> list[str]:
        asked.append(record.kind)
        return ["sở mới"]

    monkeypatch.setattr(indexing, "_words", read)
    unit.name = "Sở Ngoại vụ và Hợp tác"
    store.save(unit)
    assert asked == ["unit"], "the delegations themselves are not read"
    assert words(visit).startswith(own)
    assert [hit.kind for hit in search.find("ngoai vu va hop tac")] == ["unit", "delegation"]


def test_a_name_that_begins_with_the_words_comes_before_newer_ones_that_hold_them(visit: Delegation) -> None:
    store.save(Partner.blank(name="Tỉnh Vân Nam", type="chinh_quyen_tinh", country="CN"))
    store.save(Partner.blank(name="Sở Ngoại vụ tỉnh Vân Nam", type="chinh_quyen_tinh", country="CN"))
    first, second = search.find("tinh van nam")
    assert first.record < second.record
