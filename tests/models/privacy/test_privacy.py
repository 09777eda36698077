"""Personal details: purged by the rule of the office, listed and erased on request, every showing written down."""

from datetime import date
from pathlib import Path

import pytest

from models import days, engine, history, privacy, store
from models.delegations import Delegation, Member
from models.errors import Closed
from models.paper.held import held_paper
from models.people import Person
from models.store import unfinished
from models.store.unfinished import Unfinished


@pytest.fixture
def ended(visit: Delegation) -> Delegation:
    """A visit of March 2026 that has ended."""
    visit.state = "ENDED"
    store.save(visit)
    engine.execute("UPDATE delegation SET state = 'ENDED' WHERE id = ?", (visit.id,))
    return visit


def passports() -> list[str]:
    return [each for (each,) in engine.rows("SELECT passport FROM member WHERE passport IS NOT NULL")]


def typed(kind: str, record: int | None, **content: str) -> None:
    unfinished.keep(Unfinished("k", "inbound", kind, record, 1, "Đoàn", {"fields": content}, "2026-11-21", False))


def test_without_a_rule_nothing_is_ever_due(ended: Delegation) -> None:
    assert privacy.months() is None
    assert privacy.due() == []
    assert privacy.purge_due(ended.id) == ""
    assert passports() == ["P1234567"]


def test_the_rule_purges_what_ended_so_many_months_ago(ended: Delegation) -> None:
    days.set_today(date(2026, 9, 6))
    privacy.set_months(6)
    assert privacy.due() == []
    days.set_today(date(2026, 9, 7))  # it ended on 07/03
    assert privacy.due() == [ended.id]
    assert "Phông Sa Lỳ" in privacy.purge_due(ended.id)
    assert passports() == []
    newest = history.read("delegation", ended.id)[0]
    assert (newest.deed, newest.note) == ("purge", "By the rule: 6 months after the visit")
    assert "P1234567" not in str(history.read("delegation", ended.id))
    assert privacy.due() == []


def test_what_has_not_ended_is_never_purged_by_the_rule(visit: Delegation) -> None:
    store.save(visit)
    privacy.set_months(1)
    assert privacy.due() == []


def test_a_day_set_for_one_delegation_goes_before_the_rule(ended: Delegation) -> None:
    privacy.set_months(6)
    engine.execute("UPDATE delegation SET purge_on = '2027-05-01' WHERE id = ?", (ended.id,))
    assert privacy.due() == []
    engine.execute("UPDATE delegation SET purge_on = '2026-04-01' WHERE id = ?", (ended.id,))
    assert privacy.due() == [ended.id]


def test_details_that_only_history_still_holds_are_due_too(ended: Delegation) -> None:
    ended.members[0].passport = None
    engine.execute("UPDATE member SET passport = NULL")
    privacy.set_months(6)
    assert privacy.due() == [ended.id]
    privacy.purge_due(ended.id)
    assert privacy.due() == []


def test_what_is_being_typed_for_it_lets_the_rule_wait(ended: Delegation) -> None:
    privacy.set_months(6)
    typed("delegation", ended.id, content="…")
    assert privacy.due() == []


def test_purging_drops_what_was_typed_for_the_record(ended: Delegation) -> None:
    typed("delegation", ended.id, passport="P1234567")
    store.purge_personal(store.load("delegation", ended.id))
    assert unfinished.unfinished() == []


def test_the_rule_is_a_setting_that_can_be_taken_back(office: Path) -> None:
    privacy.set_months(6)
    assert store.deeds()[0].text() == "Changed the rule by which personal details are purged"
    privacy.set_months(None)
    assert privacy.months() is None


def test_each_showing_is_written_down_without_the_value(ended: Delegation) -> None:
    before = len(store.deeds())
    privacy.note_shown(ended.members[0])
    newest = history.read("delegation", ended.id)[0]
    assert (newest.deed, newest.who, newest.changes) == ("show", store.doing.who(), ())
    assert len(store.deeds()) == before, "a look is nothing that could be undone"


def test_nobody_looks_where_no_note_can_be_kept(ended: Delegation) -> None:
    path = store.current().path  # type: ignore[union-attr]
    with store.session(path, read_only=True), pytest.raises(Closed):
        privacy.note_shown(ended.members[0])


@pytest.fixture
def person(visit: Delegation) -> Person:
    made = Person.blank(name="Khamphoy Vannasane", position="Tỉnh trưởng", phone="0205551234", born="1970-02-01")
    store.save(made)
    visit.members[0].person = made.id
    visit.members[0].born = "1970-02-01"
    visit.members[1].passport = "Q7654321"
    store.save(visit)
    return made


def test_everything_held_about_a_person_is_listed(person: Person, visit: Delegation) -> None:
    other = Delegation.blank(name="Đoàn khác", direction="in", members=[Member(name="Khamphoy Vannasane")])
    store.save(other, draft=True)
    typed("person", person.id, name="Khamphoy")
    held = privacy.held_about(person)
    assert ("Telephone", "0205551234") in held.facts
    assert [each.id for each in held.member_of] == [visit.id]
    assert ("Passport number", "P1234567") in held.member_of[0].facts
    assert [each.id for each in held.namesakes] == [other.id]
    assert held.drafts == ("Đoàn",)
    assert held.changes
    told = str(held_paper(held))
    for each in ("0205551234", "P1234567", "Đoàn khác", "Telephone"):
        assert each in told
    assert "Q7654321" not in told, "another member's details are nobody else's business"


def test_erasing_takes_one_persons_details_everywhere_and_says_what_stays(person: Person, visit: Delegation) -> None:
    typed("person", person.id, phone="0205551234")
    privacy.note_shown(person)
    privacy.note_listed(person)
    erased = privacy.erase(store.load("person", person.id))  # type: ignore[arg-type]
    assert (erased.fields, erased.records) == (4, 2)
    assert passports() == ["Q7654321"], "the interpreter's passport stays"
    past = str(history.read("delegation", visit.id)) + str(history.read("person", person.id))
    for gone in ("P1234567", "0205551234", "1970-02-01"):
        assert gone not in past
    assert "Q7654321" in past
    assert "Khamphoy Vannasane" in past
    assert unfinished.unfinished() == []
    assert any("official act" in each for each in erased.stays)
    assert history.read("person", person.id)[0].note == "Erased on request"
    assert store.prove_history()[1] == []


def test_erasing_reaches_a_member_who_was_taken_out_of_the_list(person: Person, visit: Delegation) -> None:
    visit.members = visit.members[1:]
    store.save(visit)
    privacy.erase(person)
    assert "P1234567" not in str(history.read("delegation", visit.id))
    assert passports() == ["Q7654321"]


def test_erasing_cannot_be_undone(person: Person) -> None:
    privacy.erase(person)
    assert store.deeds()[0].final
