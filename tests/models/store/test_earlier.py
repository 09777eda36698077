"""Older values and whole versions come back as new, checked saves; what was purged stays purged."""

from decimal import Decimal
from typing import Any

import pytest

from models import history, store
from models.actions import FollowUp
from models.delegations import Delegation, Member
from models.errors import Closed, Refused, Stale
from models.history import FieldChange
from models.partners import Partner
from models.store import may_bring_back
from models.units import Unit


@pytest.fixture
def other_unit(office: Any) -> Unit:
    made = Unit.blank(name="Sở Y tế", level="so")
    store.save(made)
    return made


def newest(record: Any, path: str) -> FieldChange:
    """Give the newest change of a field as history tells it."""
    changes = (each for entry in history.read(record.kind, record.id) for each in entry.changes)
    return next(each for each in changes if each.path == path or each.path.split("/")[-1] == path)


def test_a_date_changed_twice_goes_back_to_the_first(visit: Delegation) -> None:
    store.save(visit)
    for day in ("2026-03-08", "2026-03-09"):
        visit.ends = day
        store.save(visit)
    first = history.read("delegation", visit.id)[1].changes[0]
    assert (first.path, first.old, first.new) == ("ends", "2026-03-07", "2026-03-08")
    now = store.bring_back_value(visit, "ends", first.old)
    assert store.load("delegation", visit.id).value("ends") == now.value("ends") == "2026-03-07"
    told = history.read("delegation", visit.id)[0]
    assert [(each.path, each.old, each.new) for each in told.changes] == [("ends", "2026-03-09", "2026-03-07")]
    assert store.prove_history()[1] == []


def test_an_old_time_limit_comes_back_with_the_reason_that_each_new_one_needs(unit: Unit) -> None:
    task = FollowUp.blank(name="Gửi báo cáo", fields=["y_te"], lead=unit.id, assigned_on="2026-03-01")
    task.source_words, task.due_on = "Biên bản", "2026-03-10"
    store.save(task)
    task.due_on = "2026-04-10"
    store.save(task, note="Chờ phía bạn")
    store.bring_back_value(task, "due_on", "2026-03-10")
    assert [each.note for each in history.read("action", task.id)][:2] == ["brought back from history", "Chờ phía bạn"]


def test_a_value_of_a_row_and_links_come_back(visit: Delegation, other_unit: Unit) -> None:
    store.save(visit)
    units = list(visit.host_units)
    visit.host_units = [other_unit.reference]
    visit.members[0].position = "Bí thư"
    store.save(visit, draft=False)
    now = store.bring_back_value(visit, newest(visit, "position").path, "Tỉnh trưởng")
    now = store.bring_back_value(now, "host_units", newest(visit, "host_units").old)
    again = store.load("delegation", visit.id)
    assert again.members[0].position == "Tỉnh trưởng"  # type: ignore[attr-defined]
    assert again.host_units == units  # type: ignore[attr-defined]


def test_rules_complain_about_an_old_value_too(visit: Delegation) -> None:
    store.save(visit)
    visit.starts, visit.ends = "2026-02-01", "2026-02-03"
    store.save(visit)
    with pytest.raises(Refused):
        store.bring_back_value(visit, "starts", "2026-03-05")  # it would begin after it ends
    assert store.load("delegation", visit.id).value("starts") == "2026-02-01"
    assert visit.starts == "2026-02-01"
    assert len(history.read("delegation", visit.id)) == 2


def test_somebody_else_saved_in_between(visit: Delegation) -> None:
    store.save(visit)
    visit.persons = 14
    store.save(visit)
    mine = store.load("delegation", visit.id)
    visit.persons = 15
    store.save(visit)
    with pytest.raises(Stale):
        store.bring_back_value(mine, "persons", 12)
    with pytest.raises(Stale):
        store.bring_back_version(mine, 1)
    assert store.load("delegation", visit.id).value("persons") == 15


@pytest.mark.parametrize(
    "path", ["state", "code", "draft", "removed_at", "state_since", "attachment/1/name", "nothing"]
)
def test_what_steps_and_the_program_decide_is_no_old_value(visit: Delegation, path: str) -> None:
    store.save(visit)
    assert not may_bring_back(visit, FieldChange(path, "x", "y"))
    with pytest.raises(Refused):
        store.bring_back_value(visit, path, "x")


def test_the_present_value_is_not_offered(visit: Delegation) -> None:
    store.save(visit)
    visit.persons = 14
    store.save(visit)
    assert may_bring_back(visit, newest(visit, "persons"))
    now = store.bring_back_value(visit, "persons", 12)
    assert not may_bring_back(now, FieldChange("persons", 12, 14))


def test_a_record_in_the_bin_is_brought_back_first(visit: Delegation) -> None:
    store.save(visit)
    visit.persons = 14
    store.save(visit)
    store.remove(visit)
    assert not may_bring_back(visit, newest(visit, "persons"))
    with pytest.raises(Closed, match="in the bin"):
        store.bring_back_version(visit, 1)


def test_a_whole_version_with_rows_and_links(visit: Delegation, other_unit: Unit) -> None:
    store.save(visit)
    first = store.load("delegation", visit.id)
    visit.content, visit.persons, visit.ends = "Khác hẳn", 3, "2026-03-06"
    visit.host_units = [other_unit.reference]
    del visit.members[0]
    visit.members.append(Member(name="Thêm vào", position="Chuyên viên"))
    store.save(visit)
    visit.members[0].position = "Khác"
    store.save(visit)
    stood = store.version_of("delegation", visit.id, 1)
    assert [row.name for row in stood.members] == ["Khamphoy Vannasane", "Bounthavy"]  # type: ignore[attr-defined]
    assert store.load("delegation", visit.id).value("persons") == 3  # only read
    now, purged = store.bring_back_version(visit, 1)
    assert purged == ()
    again = store.load("delegation", visit.id)
    for field in Delegation.described():
        if field.name not in ("members", "code"):
            assert again.value(field.name) == first.value(field.name), field.name
    told = [(row.uuid, row.name, row.position, row.passport, row.is_head) for row in again.members]  # type: ignore[attr-defined]
    assert told == [(row.uuid, row.name, row.position, row.passport, row.is_head) for row in first.members]  # type: ignore[attr-defined]
    assert now.version == again.version == 4
    assert (history.read("delegation", visit.id)[0].note or "").startswith("brought back as in version 1 of ")
    assert store.prove_history()[1] == []


def test_a_version_keeps_the_state_that_steps_have_reached(unit: Unit) -> None:
    task = FollowUp.blank(name="Gửi công hàm", source_words="Biên bản", fields=["y_te"], lead=unit.id)
    task.assigned_on, task.due_on = "2026-10-01", "2026-12-31"
    store.save(task)
    code = task.code
    task.name = "Gửi công hàm cảm ơn"
    store.save(task)
    step = next(each for each in task.steps() if not task.step_complaints(each) and not each.reason)
    store.move(task, step.end)
    now, _ = store.bring_back_version(task, 1)
    assert (now.value("name"), now.value("state"), now.value("code")) == ("Gửi công hàm", step.end, code)
    assert store.version_of("action", task.id, 1).value("state") == step.start
    assert store.prove_history()[1] == []


def test_purged_details_stay_purged_and_it_is_said(visit: Delegation) -> None:
    store.save(visit)
    visit.content = "Khác"
    store.save(visit)
    store.purge_personal(visit)
    now, purged = store.bring_back_version(visit, 1)
    assert purged == ("Members, Passport number",)
    assert now.members[0].passport is None  # type: ignore[attr-defined]
    assert now.value("content") == "Làm việc với Sở Y tế"
    assert "P1234567" not in str(history.read("delegation", visit.id))


def test_details_written_anew_after_a_purge_are_not_emptied_by_an_older_version(visit: Delegation) -> None:
    store.save(visit)
    store.purge_personal(visit)
    visit = store.load("delegation", visit.id)  # type: ignore[assignment]
    visit.members[0].passport, visit.content = "Z1234567", "Nội dung khác"
    store.save(visit)
    now, lost = store.bring_back_version(visit, 1)
    assert now.members[0].passport == "Z1234567"  # type: ignore[attr-defined]
    assert now.value("content") == "Làm việc với Sở Y tế"
    assert "Passport number" in str(lost)


def test_a_passport_that_was_not_purged_comes_back(visit: Delegation) -> None:
    store.save(visit)
    visit.members[0].passport = "C7654321"
    store.save(visit)
    now, purged = store.bring_back_version(visit, 1)
    assert (now.members[0].passport, purged) == ("P1234567", ())  # type: ignore[attr-defined]


def test_amounts_of_money_come_back_as_they_were(office: Any) -> None:
    from models.kinds import PAGES

    aid = PAGES["aid"].blank()
    amounts = [field.name for field in aid.described() if type(field).__name__ == "Amount"]
    name = amounts[0]
    aid.currency = "USD"  # type: ignore[attr-defined]
    setattr(aid, name, Decimal("1234.5"))
    store.save(aid, draft=True)
    setattr(aid, name, Decimal(7))
    store.save(aid, draft=True)
    now = store.bring_back_value(aid, name, "1234.5")
    assert store.load("aid", now.id).value(name) == Decimal("1234.5")
    assert store.prove_history()[1] == []


def test_a_partner_that_was_erased_since_is_not_named_again(visit: Delegation) -> None:
    other = Partner.blank(name="Tỉnh khác", type="chinh_quyen_tinh", country="LA")
    store.save(other)
    mine = visit.value("partner")
    visit.partner = other.id
    store.save(visit)
    visit.partner = mine
    store.save(visit)
    store.remove(other)
    assert store.erase(store.binned()) == []
    with pytest.raises(Refused, match="no longer there"):
        store.bring_back_value(visit, "partner", other.id)
    with pytest.raises(Refused, match="no longer there"):
        store.bring_back_version(visit, 1)
    assert store.load("delegation", visit.id).value("partner") == mine
