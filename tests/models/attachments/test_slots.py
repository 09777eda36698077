"""The papers of each kind: their fields exist, and a paper that is owed is known to be missing."""

import pytest

from models import store
from models.attachments import is_owed, own_facts, slot_of, slots_of
from models.delegations import Delegation
from models.kinds import KINDS
from models.record import Numbered


@pytest.mark.parametrize("kind", KINDS)
def test_each_paper_speaks_of_fields_and_states_that_the_record_has(kind: str) -> None:
    record = KINDS[kind]()
    fields = {field.name for field in KINDS[kind].described()}
    told = {name for slot in slots_of(kind) for name in (slot.number, slot.dated, slot.signer) if name}
    assert told <= fields
    names = [slot.name for slot in slots_of(kind)]
    assert len(names) == len(set(names))
    assert names[-1] == "other"
    owed = {str(state) for slot in slots_of(kind) for state in slot.owed}
    if owed and kind != "delegation":
        assert isinstance(record, Numbered)
        assert owed <= {str(state) for state in record.lifecycle().states}


def test_the_report_of_a_delegation_is_owed_once_it_has_ended(visit: Delegation) -> None:
    store.save(visit)
    report = slot_of("delegation", "report")
    assert not is_owed(visit, report)
    visit.state = "ENDED"
    assert is_owed(visit, report)


def test_number_and_day_of_a_paper_are_those_of_the_record(visit: Delegation) -> None:
    visit.report_number, visit.report_date = "12/BC-SNgV", "2026-03-20"
    assert own_facts(visit, slot_of("delegation", "report")) == ("12/BC-SNgV", "2026-03-20", None)


def test_a_paper_of_a_later_program_counts_as_other() -> None:
    assert slot_of("delegation", "hologram").name == "other"
