"""What a save promises: whole or not at all, never over another's, always in history, never twice."""

from pathlib import Path

import pytest

from models import engine, history, search, store
from models.actions import FollowUp
from models.delegations import Delegation
from models.errors import Closed, Refused, SaveFailed, Stale
from models.units import Unit


def test_a_saved_record_comes_back_as_it_was(visit: Delegation) -> None:
    store.save(visit)
    again = store.load("delegation", visit.id)
    assert isinstance(again, Delegation)
    assert (again.name, again.countries, again.persons) == ("Đoàn đại biểu tỉnh Phông Sa Lỳ", ["LA"], 12)
    assert [member.name for member in again.members] == ["Khamphoy Vannasane", "Bounthavy"]
    assert again.head == "Khamphoy Vannasane, Tỉnh trưởng"
    assert again.host_units == visit.host_units


def test_missing_fields_are_named_and_nothing_is_saved(visit: Delegation) -> None:
    visit.purpose = None
    with pytest.raises(Refused) as refused:
        store.save(visit)
    assert [complaint.field for complaint in refused.value.complaints] == ["purpose"]
    assert engine.rows("SELECT count(*) FROM delegation") == [(0,)]


def test_a_draft_may_lack_them_and_has_no_number_until_it_leaves_draft(visit: Delegation) -> None:
    visit.purpose = None
    store.save(visit, draft=True)
    assert (visit.draft, visit.code) == (True, None)
    visit.purpose = "khao_sat"
    store.save(visit)
    assert (visit.draft, visit.code) == (False, "2026-001-DV")


def test_numbers_follow_the_year_of_the_visit_and_are_never_given_again(visit: Delegation) -> None:
    store.save(visit)
    store.remove(visit)
    second = store.load("delegation", visit.id)
    second.__dict__.pop("_kept")
    other = Delegation.blank(**{name: value for name, value in second.__data__.items() if name not in _IDENTITY})
    other.host_units = visit.host_units
    store.save(other)
    assert (visit.code, other.code) == ("2026-001-DV", "2026-002-DV")


_IDENTITY = {"id", "uuid", "code", "version", "removed_at", "removed_by", "head"}


def test_who_saved_in_between_is_not_overwritten(visit: Delegation) -> None:
    store.save(visit)
    mine, theirs = store.load("delegation", visit.id), store.load("delegation", visit.id)
    theirs.content = "Của đồng nghiệp"  # type: ignore[attr-defined]
    store.save(theirs)
    mine.content = "Của tôi"  # type: ignore[attr-defined]
    with pytest.raises(Stale):
        store.save(mine)
    assert store.load("delegation", visit.id).value("content") == "Của đồng nghiệp"
    assert len(history.read("delegation", visit.id)) == 2


def test_the_same_new_record_saved_twice_is_there_once(visit: Delegation) -> None:
    store.save(visit)
    twin = Delegation.blank(**{name: value for name, value in visit.__data__.items() if name != "id"})
    twin.members, twin.host_units = [], visit.host_units
    store.save(twin)
    assert engine.rows("SELECT count(*) FROM delegation") == [(1,)]


def test_history_tells_field_from_and_to(visit: Delegation) -> None:
    store.save(visit)
    visit.persons = 14
    visit.members[0].position = "Bí thư, Tỉnh trưởng"
    store.save(visit)
    newest = history.read("delegation", visit.id)[0]
    told = {change.path.split("/")[-1]: (change.old, change.new) for change in newest.changes}
    assert told["persons"] == (12, 14)
    assert told["position"] == ("Tỉnh trưởng", "Bí thư, Tỉnh trưởng")


def test_purging_takes_the_passport_out_of_record_and_history(visit: Delegation) -> None:
    store.save(visit)
    assert "P1234567" in str(history.read("delegation", visit.id))
    store.purge_personal(visit)
    assert store.load("delegation", visit.id).members[0].passport is None  # type: ignore[attr-defined]
    assert "P1234567" not in str(history.read("delegation", visit.id))
    assert "P1234567" not in str(engine.rows("SELECT details FROM change"))


def test_the_passport_never_stands_readable_in_history(visit: Delegation) -> None:
    store.save(visit)
    assert "P1234567" not in str(engine.rows("SELECT details FROM change"))


def test_history_cannot_be_altered(visit: Delegation) -> None:
    store.save(visit)
    for statement in ("UPDATE change SET who = 'x'", "DELETE FROM change"):
        with pytest.raises(engine.IntegrityError):
            engine.execute(statement)


def test_a_removed_record_leaves_lists_and_search_and_comes_back_whole(visit: Delegation) -> None:
    store.save(visit)
    store.remove(visit)
    assert search.find("khamphoy") == []
    store.restore(visit)
    assert [hit.record for hit in search.find("khamphoy")] == [visit.id]
    assert len(store.load("delegation", visit.id).members) == 2  # type: ignore[attr-defined]


def test_a_file_replaced_while_open_is_noticed(visit: Delegation, office: Path) -> None:
    store.save(visit)
    office.rename(office.with_suffix(".moved"))
    office.write_bytes(b"")
    visit.persons = 20
    with pytest.raises(SaveFailed):
        store.save(visit)


def test_a_closed_record_is_read_only_until_reopened_with_a_reason(visit: Delegation) -> None:
    visit.state = "REPORTED"
    store.save(visit)
    visit.retention, visit.purge_on = "VV", "2027-06-01"
    store.move(visit, "CLOSED")
    visit.persons = 30
    with pytest.raises(Closed):
        store.save(visit)
    visit.persons = 12
    with pytest.raises(Refused):
        store.move(visit, "REPORTED")
    store.move(visit, "REPORTED", note="bổ sung thành viên")
    visit.persons = 30
    store.save(visit)
    assert store.load("delegation", visit.id).value("persons") == 30


def test_two_heads_are_refused(visit: Delegation) -> None:
    visit.members[1].is_head = True
    with pytest.raises(Refused) as refused:
        store.save(visit)
    assert [complaint.field for complaint in refused.value.complaints] == ["members"]


def test_listeners_hear_after_the_commit(visit: Delegation) -> None:
    heard: list[tuple[set[str], list[tuple[int]]]] = []
    stop = store.on_change(lambda kinds: heard.append((kinds, engine.rows("SELECT count(*) FROM delegation"))))
    store.save(visit)
    stop()
    assert heard == [({"delegation"}, [(1,)])]


def test_the_state_of_a_saved_record_changes_only_by_a_step(visit: Delegation) -> None:
    store.save(visit)
    visit.state = "CLOSED"
    with pytest.raises(Refused) as refused:
        store.save(visit)
    assert [complaint.field for complaint in refused.value.complaints] == ["state"]
    assert engine.rows("SELECT state FROM delegation") == [("PLANNED",)]


def test_an_action_entered_late_as_done_says_when_and_with_what_result(unit: Unit) -> None:
    done = FollowUp.blank(name="Gửi báo cáo", source_words="Biên bản phiên 11", lead=unit.id, fields=["khac"])
    done.assigned_on, done.state = "2026-01-05", "DONE"
    with pytest.raises(Refused) as refused:
        store.save(done)
    assert {complaint.field for complaint in refused.value.complaints} == {"done_on", "result"}


def test_a_closed_record_is_reopened_before_it_is_removed(visit: Delegation) -> None:
    visit.state = "REPORTED"
    store.save(visit)
    visit.retention, visit.purge_on = "VV", "2027-06-01"
    store.move(visit, "CLOSED")
    with pytest.raises(Closed):
        store.remove(visit)
    assert store.load("delegation", visit.id).removed_at is None


def test_a_numbered_record_is_no_draft_any_more(visit: Delegation) -> None:
    store.save(visit)
    visit.persons = 13
    with pytest.raises(Refused) as refused:
        store.save(visit, draft=True)
    assert [complaint.field for complaint in refused.value.complaints] == ["code"]
    assert engine.rows("SELECT draft FROM delegation") == [(0,)]
