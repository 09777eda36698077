"""Undo and redo: one deed for what was done in one go, whole or not at all, said in words where it cannot be."""

from pathlib import Path

import pytest

from models import choices, engine, history, sequel, store
from models.actions import FollowUp
from models.checklists import carry_out, offered, plan, shifts
from models.checklists import move as shift
from models.delegations import Delegation, Member
from models.kinds import PAGES
from models.partners import Partner
from models.states import ActionState
from models.store import NotUndone
from models.store.calendar import CalendarLine, drop_calendar_line, keep_calendar_line
from models.store.settings import keep_item
from models.text import speak
from models.units import Unit
from tests.models.store.undoing.picture import differences, picture


def same(before: object) -> None:
    assert differences(before, picture()) == []  # type: ignore[arg-type]


def both_ways(before: object) -> None:
    """Take the newest deed back, do it again, take it back, with a restart after each."""
    after = picture()
    for deed, seen in ((store.undo, before), (store.redo, after), (store.undo, before), (store.redo, after)):
        deed()
        same(seen)
        path = store.current().path  # type: ignore[union-attr]
        store.close_office()
        store.open_office(path)
        same(seen)


def action(unit: Unit, **values: object) -> FollowUp:
    told = {"name": "Gửi báo cáo", "fields": ["y_te"], "lead": unit.id, "assigned_on": "2026-03-01"}
    return store.save(FollowUp.blank(**(told | {"source_words": "Biên bản", "due_on": "2026-03-10"} | values)))  # type: ignore[return-value]


def test_many_changed_at_once_are_one_deed(partner: Partner, unit: Unit) -> None:
    made = [action(unit, name=f"Việc {n}") for n in range(12)]
    before = picture()
    with store.together():
        for each in made:
            fresh = store.load("action", each.id)
            fresh.due_on = "2026-04-01"  # type: ignore[attr-defined]
            store.save(fresh)
    assert store.deeds(1)[0].text() == "Changed 12 records"
    both_ways(before)


def test_a_deed_of_several_can_be_named_by_who_does_it(unit: Unit) -> None:
    with store.together("Imported {n} records", n=3):
        for n in range(3):
            action(unit, name=f"Việc {n}")
    assert store.deeds(1)[0].text() == "Imported 3 records"
    store.undo()
    assert store.count(PAGES["action"]) == 0


def test_a_deed_is_told_in_both_languages(visit: Delegation) -> None:
    store.save(visit)
    visit.ends = "2026-03-09"
    store.save(visit)
    assert store.deeds(1)[0].text() == f"Changed inbound delegation “{visit.heading}”: leaves"
    store.remove(visit)
    undone = store.undo()
    assert undone.text() == f"Undid: Removed inbound delegation “{visit.heading}”"
    speak("vi")
    assert visit.heading in store.deeds(1)[0].text()


def test_a_deed_holds_no_name_and_no_value_of_a_person(visit: Delegation) -> None:
    store.save(visit)
    visit.members[0].passport = "P7654321"
    store.save(visit)
    words = str(engine.rows("SELECT words FROM deed"))
    assert "P7654321" not in words
    assert visit.heading not in words


def test_rows_and_sealed_values_come_back_and_never_lie_open_in_history(visit: Delegation) -> None:
    store.save(visit)
    before = picture()
    fresh = store.load("delegation", visit.id)
    fresh.members = [Member(name="Sengchanh", passport="Q9999999"), fresh.members[0]]  # type: ignore[attr-defined]
    fresh.members[1].passport = "P7654321"  # type: ignore[attr-defined]
    store.save(fresh)
    both_ways(before)
    store.undo()
    told = str(engine.rows("SELECT details FROM change"))
    for secret in ("P1234567", "P7654321", "Q9999999"):
        assert secret not in told


def test_the_rows_of_a_removed_row_come_back_in_their_order(visit: Delegation) -> None:
    store.save(visit)
    before = picture()
    visit.members = visit.members[1:]
    store.save(visit)
    both_ways(before)


def test_a_step_takes_the_action_that_it_brought_with_it(unit: Unit) -> None:
    made = action(unit, repeats="MONTHLY", repeats_from="DUE")
    store.move(made, ActionState.DOING)
    made.result, made.done_on, made.evidence, made.confirmed_by = "Xong", "2026-03-09", "5/CV", "Lan"
    store.move(made, ActionState.WAIT_CONFIRM)
    before = picture()
    store.move(made, ActionState.DONE)
    assert store.count(PAGES["action"]) == 2
    both_ways(before)


def test_a_step_that_was_undone_brings_its_action_again_when_it_is_taken_anew(unit: Unit) -> None:
    made = action(unit, repeats="MONTHLY", repeats_from="DUE")
    store.move(made, ActionState.DOING)
    made.result, made.done_on, made.evidence, made.confirmed_by = "Xong", "2026-03-09", "5/CV", "Lan"
    store.move(made, ActionState.WAIT_CONFIRM)
    store.move(made, ActionState.DONE)
    store.undo()
    fresh = store.load("action", made.id)
    store.move(fresh, ActionState.DONE)  # type: ignore[arg-type]
    assert store.count(PAGES["action"]) == 2


def test_minutes_checklists_and_moved_days_are_one_deed_each(visit: Delegation) -> None:
    visit.starts, visit.ends = "2026-12-20", "2026-12-22"
    store.save(visit)
    before = picture()
    template = offered("inbound")[0]
    tasks = plan(template, visit)
    made = carry_out(visit, tasks, ["y_te"])
    assert made
    both_ways(before)
    visit = store.load("delegation", visit.id)  # type: ignore[assignment]
    since = visit.version
    visit.starts, visit.ends = "2026-12-27", "2026-12-29"
    store.save(visit)
    before = picture()
    chosen = shifts(visit, since)
    assert chosen
    shift(visit, chosen)
    both_ways(before)


def test_tasks_given_from_a_conclusion_are_taken_back_together(visit: Delegation, unit: Unit) -> None:
    store.save(visit)
    before = picture()
    sequel.assign([visit, visit], unit.id, [], "2026-12-01", fields=["y_te"])
    both_ways(before)


def test_a_body_that_follows_another_is_taken_back_with_what_it_is_found_by(partner: Partner) -> None:
    after = store.save(Partner.blank(name="Tỉnh Mới", type="chinh_quyen_tinh", country="LA"))
    before = picture()
    fresh = store.load("partner", partner.id)
    fresh.successor, fresh.ended = after.id, "2026-01-01"  # type: ignore[attr-defined]
    store.save(fresh)
    both_ways(before)


def test_two_partners_become_one_and_two_again(visit: Delegation, partner: Partner) -> None:
    twin = store.save(Partner.blank(name="Phong Sa Li", type="chinh_quyen_tinh", country="LA"))
    store.save(visit)
    before = picture()
    with store.together("Merged {n} records", n=2):
        moved = store.load("delegation", visit.id)
        moved.partner = twin.id  # type: ignore[attr-defined]
        store.save(moved)
        store.remove(store.load("partner", partner.id))
    both_ways(before)


def test_links_come_back_in_their_order(visit: Delegation, unit: Unit) -> None:
    other = store.save(Unit.blank(name="Sở Y tế", level="so"))
    visit.host_units = [other.reference, unit.reference]
    store.save(visit)
    before = picture()
    visit.host_units = [unit.reference]
    store.save(visit)
    both_ways(before)


def test_files_are_attached_described_taken_out_and_each_is_undone(visit: Delegation) -> None:
    store.save(visit)
    seen = [picture()]
    file = store.attach(visit, b"noi dung", "other", name="cong-van.txt", number="5/CV")
    seen.append(picture())
    store.describe(file, name="to-trinh.txt", slot="other", number=None, dated="2026-03-01", signer="Lan")
    seen.append(picture())
    file = store.attachments("delegation", visit.id)[0]
    store.detach(file)
    seen.append(picture())
    store.restore_attachment(file)
    seen.append(picture())
    for before in (seen[3], seen[2], seen[1], seen[0]):
        store.undo()
        same(before)
    for after in seen[1:]:
        store.redo()
        same(after)


def test_items_of_lists_settings_and_calendar_lines_are_undone(office: Path) -> None:
    before = picture()
    keep_item("field", "y_te", "Y tế cộng đồng", "Public health", False)
    assert choices.item_label("field", "y_te", "vi") == "Y tế cộng đồng"
    both_ways(before)
    store.undo()
    keep_item("field", "bien_dao", "Biển đảo", "Sea", False)
    assert "bien_dao" in choices.codes("field")
    store.undo()
    assert "bien_dao" not in choices.codes("field")
    assert choices.item_label("field", "bien_dao", "vi") == "Biển đảo", "what has it keeps its words"
    store.set_setting("deadlines", {"report": 5})
    store.undo()
    assert store.setting("deadlines", {}) == {}
    store.set_setting("report_presets", [{"name": "quy"}])
    store.set_setting("report_presets", [])
    store.undo()
    assert store.setting("report_presets") == [{"name": "quy"}], "a report that was put together and deleted"
    keep_calendar_line(CalendarLine("2026-03-05", words="Giao ban"))
    seen = picture()
    drop_calendar_line(1)
    both_ways(seen)


def test_only_what_a_person_sets_is_a_deed(office: Path) -> None:
    store.set_setting("noted", ["x"])
    assert store.deeds() == []


def test_what_failed_is_no_deed(visit: Delegation) -> None:
    store.save(visit)
    last = store.deeds(1)[0].id
    visit.name = None
    with pytest.raises(store.Refused):
        store.save(visit)
    with pytest.raises(store.Refused), store.together():
        store.save(Unit.blank(name="Sở Y tế", level="so")) and store.save(Unit.blank())
    assert store.deeds(1)[0].id == last
    assert engine.rows("SELECT count(*) FROM deed WHERE words = ''") == [(0,)]


def test_an_undo_can_be_undone_and_that_again(visit: Delegation) -> None:
    store.save(visit)
    visit.name = "Đoàn khác"
    store.save(visit)
    after = picture()
    undone = store.undo()
    before = picture()
    redone = store.undo(undone.id)
    same(after)
    store.undo(redone.id)
    same(before)


def test_something_new_ends_redoing(visit: Delegation, unit: Unit) -> None:
    store.save(visit)
    store.undo()
    assert store.next_redo()
    action(unit)
    assert store.next_redo() is None
    with pytest.raises(NotUndone, match="nothing to redo"):
        store.redo()


def test_what_was_undone_is_not_undone_twice(visit: Delegation) -> None:
    store.save(visit)
    number = store.deeds(1)[0].id
    store.undo(number)
    with pytest.raises(NotUndone, match="already"):
        store.undo(number)


def test_a_later_change_of_the_same_field_bars_the_way_and_nothing_is_half_undone(
    visit: Delegation, unit: Unit
) -> None:
    """Row 56: what somebody changed since is never overwritten."""
    store.save(visit)
    task = action(unit)
    with store.together():
        visit.ends = "2026-03-09"
        store.save(visit)
        task.due_on = "2026-05-05"
        store.save(task)
    both = store.deeds(1)[0].id
    visit.ends = "2026-03-11"
    store.save(visit)
    before = picture()
    with pytest.raises(NotUndone) as refused:
        store.undo(both)
    assert "was changed since" in str(refused.value)
    assert "Leaves" in str(refused.value)
    same(before)
    visit = store.load("delegation", visit.id)  # type: ignore[assignment]
    visit.content = "Nội dung khác"
    store.save(visit)
    store.undo(store.deeds(2)[1].id)  # another field changed since: that stands
    assert store.load("delegation", visit.id).content == "Nội dung khác"  # type: ignore[attr-defined]
    store.undo(both)
    assert store.load("delegation", visit.id).ends == "2026-03-07"  # type: ignore[attr-defined]


def test_a_record_that_others_name_since_is_not_taken_away(visit: Delegation, partner: Partner) -> None:
    store.save(visit)
    number = next(deed.id for deed in store.deeds() if partner.heading in deed.text() and "partner" in deed.text())
    with pytest.raises(NotUndone, match="is named since"):
        store.undo(number)


def test_a_change_of_a_record_that_is_closed_or_in_the_bin_since_stands(unit: Unit) -> None:
    task = action(unit)
    task.name = "Tên khác"
    store.save(task)
    edited = store.deeds(1)[0].id
    store.move(task, ActionState.CANCELLED, note="theo ý kiến")
    with pytest.raises(NotUndone, match="is closed since"):
        store.undo(edited)
    store.undo()
    store.remove(store.load("action", task.id))
    with pytest.raises(NotUndone, match="in the bin since"):
        store.undo(edited)


def test_closing_and_reopening_are_undone(unit: Unit) -> None:
    task = action(unit)
    before = picture()
    store.move(task, ActionState.CANCELLED, note="theo ý kiến")
    closed = picture()
    both_ways(before)
    fresh = store.load("action", task.id)
    store.move(fresh, ActionState.NEW, note="làm tiếp")  # type: ignore[arg-type]
    both_ways(closed)


def test_purging_is_said_to_be_final_and_then_no_longer_bars_the_way(visit: Delegation, unit: Unit) -> None:
    task = action(unit)
    store.save(visit)
    store.purge_personal(visit)
    before = picture()
    with pytest.raises(NotUndone, match="cannot be undone"):
        store.undo()
    with pytest.raises(NotUndone, match="purged for good since"):
        store.undo()
    same(before)
    store.undo()
    assert store.load("action", task.id).removed_at


def test_values_purged_before_a_person_got_a_new_key_stay_lost(visit: Delegation) -> None:
    store.save(visit)
    first = store.deeds(1)[0].id
    store.purge_personal(visit)
    fresh = store.load("delegation", visit.id)
    fresh.members[0].passport = "Z1234567"  # type: ignore[attr-defined]
    store.save(fresh)
    assert "Z1234567" in str(history.read("delegation", visit.id))
    with pytest.raises(NotUndone, match="purged for good since"):
        store.undo(first)


def test_older_values_that_break_a_rule_now_are_refused_in_words(visit: Delegation) -> None:
    store.save(visit)
    visit.starts, visit.ends = "2026-03-01", "2026-03-02"
    store.save(visit)
    engine.execute("UPDATE delegation SET name = NULL")
    with pytest.raises(NotUndone, match="not allowed any more"):
        store.undo()


def test_an_office_open_for_reading_takes_nothing_back(visit: Delegation, office: Path) -> None:
    store.save(visit)
    store.close_office()
    store.open_office(office, read_only=True)
    with pytest.raises(store.Closed):
        store.undo()
    assert store.deeds(1)[0].undone_by is None


def test_history_tells_of_undoing(visit: Delegation) -> None:
    store.save(visit)
    visit.name = "Đoàn khác"
    store.save(visit)
    store.undo()
    store.redo()
    assert [entry.deed for entry in history.read("delegation", visit.id)] == ["redo", "undo", "edit", "create"]
