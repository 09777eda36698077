"""What hangs on a record: everything alive that names it; and questions that hold whatever is put in them."""

from models import store
from models.actions import FollowUp
from models.delegations import Delegation
from models.kinds import PAGES
from models.store import Question
from models.store.settings import keep_item
from models.units import Unit


def test_what_was_removed_hangs_on_nothing(visit: Delegation, unit: Unit) -> None:
    store.save(visit)
    task = FollowUp.blank(name="Việc", fields=["y_te"], assigned_on="2026-04-01", lead=unit.id)
    task.source = [visit.reference]
    store.save(task)
    assert store.hanging(visit) == [("action", task.id)]
    store.remove(task)
    assert store.hanging(visit) == []
    store.restore(task)
    assert store.hanging(visit) == [("action", task.id)]


def test_a_list_item_with_an_apostrophe_can_be_sorted_by(visit: Delegation) -> None:
    keep_item("purpose", "it's", "Việc lạ", "Odd", False)
    visit.purpose = "it's"
    store.save(visit)
    assert store.find(PAGES["inbound"], Question(sort="purpose")) == [visit.id]


def test_the_names_of_very_many_records_are_found(unit: Unit) -> None:
    assert store.names("unit", range(1, 300_001)) == {unit.id: unit.name}


def test_an_item_that_was_hidden_keeps_its_place_in_the_order(visit: Delegation) -> None:
    visit.purpose = "hoc_tap"
    store.save(visit)
    left_out = {"id", "uuid", "code", "version", "head"}
    other = Delegation.blank(**{name: value for name, value in visit.__data__.items() if name not in left_out})
    other.host_units, other.purpose = visit.host_units, "xuc_tien"
    store.save(other)
    keep_item("purpose", "xuc_tien", "Xúc tiến", "Promotion", True)  # stands before "Study and training"
    assert store.find(PAGES["inbound"], Question(sort="purpose")) == [other.id, visit.id]
