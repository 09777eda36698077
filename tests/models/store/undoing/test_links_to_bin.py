"""Undoing may bring a link to what lies in the bin by now: it is done, and the names can be told."""

from models import store
from models.delegations import Delegation, Member
from models.partners import Partner
from models.people import Person
from models.units import Unit


def newest() -> list[str]:
    return store.named_in_bin([store.deeds(1)[0].id])


def test_a_link_to_the_bin_is_told_after_undoing_and_bringing_back(visit: Delegation, partner: Partner) -> None:
    store.save(visit)
    other = store.save(Partner.blank(name="Vân Nam", type="chinh_quyen_tinh", country="CN"))
    visit.partner = other.id
    store.save(visit)
    changed = store.deeds(1)[0].id
    assert newest() == []
    store.remove(store.load("partner", partner.id))
    undone = store.undo(changed)
    assert store.load("delegation", visit.id).value("partner") == partner.id
    assert store.named_in_bin([undone.id]) == [partner.heading]
    assert store.named_in_bin([changed]) == [partner.heading], "asked of what was undone"
    again = store.undo(undone.id)
    assert store.named_in_bin([again.id]) == []
    store.bring_back_value(store.load("delegation", visit.id), "partner", partner.id)
    assert newest() == [partner.heading]


def test_lists_of_links_and_rows_are_looked_at(visit: Delegation, unit: Unit) -> None:
    other = store.save(Unit.blank(name="Sở Y tế", level="so"))
    person = store.save(Person.blank(name="Khamphoy"))
    visit.members = [Member(name="Khamphoy", is_head=True, person=person.id)]
    store.save(visit)
    visit.members, visit.host_units = [Member(name="Bounthavy", is_head=True)], [other.reference]
    store.save(visit)
    changed = store.deeds(1)[0].id
    store.remove(store.load("unit", unit.id))
    store.remove(store.load("person", person.id))
    store.undo(changed)
    assert sorted(store.named_in_bin([changed])) == ["Khamphoy", unit.heading]


def test_going_back_over_several_steps_tells_what_stands_at_the_end(visit: Delegation, partner: Partner) -> None:
    between = store.save(Partner.blank(name="Vân Nam", type="chinh_quyen_tinh", country="CN"))
    last = store.save(Partner.blank(name="Quảng Tây", type="chinh_quyen_tinh", country="CN"))
    store.save(visit)
    for each in (between, last):
        visit.partner = each.id
        store.save(visit)
    second, first = (deed.id for deed in store.deeds(2))
    store.remove(store.load("partner", between.id))
    store.undo(second)
    store.undo(first)
    assert store.named_in_bin([second]) == ["Vân Nam"]
    assert store.named_in_bin([first, second]) == []
