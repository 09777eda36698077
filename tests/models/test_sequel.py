"""What follows from a session: conclusions in one go, tasks in one step, and a next session that knows what is open."""

from typing import Any

import pytest

from models import engine, history, minutes, sequel, store
from models.actions import FollowUp
from models.errors import Refused
from models.kinds import PAGES
from models.partners import Partner
from models.sessions import Session, SessionParty
from models.units import Unit
from tests.models.meeting import OURS, THEIRS, concluded, mechanism, session_eleven

TEXT = "I. Y tế\n1. Hai bên trao đổi thông tin.\n2. Phía Vân Nam gửi mẫu.\nII. Giáo dục\n3. Trao đổi lưu học sinh."


@pytest.fixture
def eleven(unit: Unit) -> Session:
    return session_eleven(mechanism(unit))


def count(table: str) -> int:
    return int(engine.rows(f"SELECT count(*) FROM {table}")[0][0])


def again(session: Session) -> Session:
    loaded = store.load("session", session.id)
    assert isinstance(loaded, Session)
    return loaded


def test_confirmed_points_become_conclusions_with_the_text_they_come_from(eleven: Session) -> None:
    sequel.accept(eleven, minutes.split(TEXT), TEXT)
    found = sequel.conclusions(eleven.id)
    assert [(each.number, each.field, each.responsible) for each in found] == [
        ("I.1", "y_te", "BOTH"),
        ("I.2", "y_te", None),
        ("II.3", "gddt", None),
    ]
    assert again(eleven).minutes_text == TEXT
    first = store.load("conclusion", found[0].id)
    assert first.value("original") == "Y tế\nHai bên trao đổi thông tin."
    assert [entry.deed for entry in history.read("conclusion", found[0].id)] == ["create"]


def test_one_point_that_is_refused_leaves_nothing_behind(eleven: Session) -> None:
    points = minutes.split(TEXT)
    news: list[set[str]] = []
    end = store.on_change(news.append)
    with pytest.raises(Refused):
        sequel.accept(eleven, [*points, minutes.Point("Không rõ lĩnh vực")], TEXT)
    assert (count("conclusion"), again(eleven).minutes_text, news) == (0, None, [])
    sequel.accept(eleven, points, TEXT)
    end()
    assert (count("conclusion"), news) == (3, [{"session", "conclusion"}])


def test_a_conclusion_becomes_a_task_in_one_step_seen_from_both_ends(eleven: Session, unit: Unit) -> None:
    first, second, _ = concluded(eleven)
    made = sequel.assign([first, second], unit.id, [unit.reference], "2026-12-31")
    task = store.load("action", made[0].id)
    assert isinstance(task, FollowUp)
    assert (task.name, task.fields, task.pillar, task.source) == (
        "Nội dung thứ 1",
        ["y_te"],
        eleven.mechanism.pillar,
        [first.reference],
    )
    assert (task.assigned_on, task.due_on, task.state, task.value("lead")) == (
        "2026-11-21",
        "2026-12-31",
        "NEW",
        unit.id,
    )
    assert ("conclusion", first.id) in [(kind, number) for kind, number, _ in store.linked(task)]
    assert ("action", task.id) in [(kind, number) for kind, number, _ in store.linked(first)]
    assert sequel.sessions_of([first.id]) == [eleven.id]
    shown = {each.number: [row.id for row in each.actions] for each in sequel.conclusions(eleven.id)}
    assert shown == {"1": [made[0].id], "2": [made[1].id], "3": []}


def test_tasks_without_a_lead_are_refused_all_together(eleven: Session) -> None:
    with pytest.raises(Refused) as refused:
        sequel.assign(concluded(eleven), None, [], None)
    assert "lead" in {complaint.field for complaint in refused.value.complaints}
    assert count("follow_up") == 0


def test_the_next_session_takes_the_parties_over_as_a_proposal_but_nobody_who_took_part(eleven: Session) -> None:
    twelve = sequel.next_session(eleven)
    assert (twelve.ordinal, twelve.value("previous"), twelve.value("mechanism")) == (
        12,
        eleven.id,
        eleven.value("mechanism"),
    )
    assert [party.name for party in twelve.parties] == [*OURS, THEIRS]
    assert not any(party.signatory or party.position for party in twelve.parties)
    assert (twelve.participants, twelve.state, twelve.starts) == ([], "PLANNED", None)
    twelve.parties = [*twelve.parties[1:], SessionParty(side="OURS", name="Tỉnh Cao Bằng")]
    store.save(twelve)
    assert [party.name for party in again(eleven).parties] == [*OURS, THEIRS]
    assert [party.name for party in again(twelve).parties] == [*OURS[1:], THEIRS, "Tỉnh Cao Bằng"]


def test_saving_fills_in_no_parties(eleven: Session) -> None:
    bare = Session.blank(mechanism=eleven.value("mechanism"), ordinal=12)
    assert bare.proposed()["ordinal"] == 12
    with pytest.raises(Refused) as refused:
        store.save(bare)
    assert [complaint.field for complaint in refused.value.complaints] == ["parties"]
    assert again(eleven).proposed() == {}


def test_the_next_session_begins_with_what_is_still_open_through_all_earlier_ones(eleven: Session, unit: Unit) -> None:
    done, left, _ = sequel.assign(concluded(eleven), unit.id, [], "2026-12-31")
    engine.execute("UPDATE follow_up SET state = 'DONE' WHERE id = ?", (done.id,))
    twelve = sequel.next_session(eleven)
    store.save(twelve)
    assert [row.id for row in sequel.still_open(again(twelve))] == [left.id, left.id + 1]
    own = FollowUp.blank(name="Việc của phiên 12", lead=unit.id, fields=["y_te"], assigned_on="2026-11-21")
    own.source = [twelve.reference]
    store.save(own)
    thirteen = sequel.next_session(again(twelve))
    store.save(thirteen)
    assert [row.id for row in sequel.still_open(again(thirteen))] == [left.id, left.id + 1, own.id]
    assert [row.id for row in sequel.still_open(again(twelve))] == [left.id, left.id + 1]
    assert sequel.still_open(again(eleven)) == []


def test_what_is_carried_over_goes_on_as_a_new_action_of_the_other_session(eleven: Session, unit: Unit) -> None:
    first = concluded(eleven)[0]
    task = sequel.assign([first], unit.id, [unit.reference], "2026-12-31")[0]
    twelve = sequel.next_session(eleven)
    store.save(twelve)
    store.move(task, "DOING")
    task = store.load("action", task.id)  # type: ignore[assignment]
    with pytest.raises(Refused) as refused:
        store.move(task, "CARRIED")
    assert [complaint.field for complaint in refused.value.complaints] == ["carried_session"]
    task.carried_session, task.progress = twelve.id, 40
    store.move(task, "CARRIED")
    new = store.load("action", task.id + 1)
    assert isinstance(new, FollowUp)
    assert (new.name, new.source, new.value("earlier"), new.state, new.progress) == (
        task.name,
        [twelve.reference],
        task.id,
        "DOING",
        40,
    )
    assert (new.value("lead"), new.cooperating, new.due_on) == (unit.id, [unit.reference], "2026-12-31")
    assert [row.id for row in sequel.still_open(again(twelve))] == [new.id]
    assert [row.id for row in sequel.conclusions(eleven.id)[0].actions] == [task.id, new.id]
    store.move(task, "DOING", note="Chuyển nhầm")
    store.move(task, "CARRIED")
    assert count("follow_up") == 2, "it is carried on once"
    store.remove(store.load("action", new.id))
    store.move(task, "DOING", note="Chuyển nhầm")
    store.move(task, "CARRIED")
    assert [row.id for row in sequel.still_open(again(twelve))] == [new.id + 1], "what lies in the bin is no work"


def test_a_series_goes_on_where_it_is_carried_to(eleven: Session, unit: Unit) -> None:
    task = sequel.assign(concluded(eleven, 1), unit.id, [], "2026-12-31", repeats="QUARTERLY", repeats_from="DUE")[0]
    store.move(task, "DOING")
    task.carried_to = "Phiên họp lần thứ 12"
    store.move(task, "CARRIED")
    new = store.load("action", task.id + 1)
    assert (new.value("repeats"), new.value("repeats_from"), new.value("due_on")) == ("QUARTERLY", "DUE", "2026-12-31")


def test_the_next_term_of_a_series_is_no_work_of_an_earlier_session(eleven: Session, unit: Unit) -> None:
    task = sequel.assign(concluded(eleven, 1), unit.id, [], "2026-12-31", repeats="QUARTERLY", repeats_from="DUE")[0]
    for step, values in (
        ("DOING", {}),
        ("WAIT_CONFIRM", {"result": "Đã gửi", "done_on": "2026-11-21", "evidence": "1/BC"}),
        ("DONE", {"confirmed_by": "Trần Thị Lan"}),
    ):
        for name, value in values.items():
            setattr(task, name, value)
        store.move(task, step)
    assert sequel.still_open(again(eleven)) == []
    assert [row.id for row in sequel.own_actions(eleven.id)] == [task.id, task.id + 1]


def test_the_text_of_a_draft_is_kept_and_the_draft_stays_one(eleven: Session) -> None:
    draft = Session.blank(mechanism=eleven.value("mechanism"))
    store.save(draft, draft=True)
    sequel.keep_text(again(draft), TEXT)
    assert (again(draft).minutes_text, again(draft).draft, again(draft).code) == (TEXT, True, None)


def test_a_session_not_entered_yet_may_be_named_in_words(eleven: Session, unit: Unit) -> None:
    task = sequel.assign(concluded(eleven, 1), unit.id, [], None)[0]
    store.move(task, "DOING")
    task.carried_to = "Phiên họp lần thứ 12"
    store.move(task, "CARRIED")
    new = store.load("action", task.id + 1)
    assert (new.value("source"), new.value("source_words")) == ([], "Phiên họp lần thứ 12")


def test_lists_of_a_session_cost_a_fixed_number_of_questions(
    eleven: Session, unit: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = engine.rows

    def counted(sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return real(sql, *rest)

    sequel.assign(concluded(eleven, 3), unit.id, [], None)
    monkeypatch.setattr(engine, "rows", counted)
    sequel.conclusions(eleven.id)
    few = len(asked)
    sequel.assign(concluded(eleven, 20), unit.id, [], None)
    asked.clear()
    assert len(sequel.conclusions(eleven.id)) == 23
    assert len(asked) == few


def test_the_next_session_leaves_its_name_to_the_form_and_takes_it_at_the_latest_on_saving(eleven: Session) -> None:
    twelve = sequel.next_session(eleven)
    assert twelve.name is None
    twelve.ordinal = 13
    store.save(twelve)
    assert again(twelve).name == "Nhóm công tác liên hợp năm tỉnh, lần thứ 13"


def test_conclusions_that_were_never_assigned_follow_into_the_next_session(eleven: Session, unit: Unit) -> None:
    given, ours, theirs = concluded(eleven)
    theirs.responsible = "THEIRS"
    store.save(theirs)
    task = sequel.assign([given], unit.id, [], "2026-12-31")[0]
    twelve = sequel.next_session(eleven)
    assert sequel.unassigned(twelve) == [(ours.id, "2. Nội dung thứ 2")]
    assert sequel.unassigned(eleven) == []
    page = PAGES["conclusion"]
    unassigned = store.Question(concern="unassigned", sort="id")
    assert store.find(page, unassigned) == [ours.id]
    store.remove(task)
    assert store.find(page, unassigned) == [given.id, ours.id], "a task in the bin is none"
    eleven.state = "HELD"
    Session.update(state="HELD").where(Session.id == eleven.id).execute()
    assert store.find(page, unassigned) == [], "minutes that are not signed bind nobody yet"


def test_the_list_of_conclusions_tells_what_became_of_each(eleven: Session, unit: Unit) -> None:
    page, found = PAGES["conclusion"], concluded(eleven)
    first, second, _ = sequel.assign(found, unit.id, [], None)
    store.remove(first)
    engine.execute("UPDATE follow_up SET state = 'DONE' WHERE id = ?", (second.id,))
    rows = store.rows(page, [each.id for each in found])
    assert [row.texts["outcome"] for row in rows] == ["Not assigned yet", "Done", "1 task open"]


def test_conclusions_are_found_by_the_year_of_their_session(eleven: Session) -> None:
    page, found = PAGES["conclusion"], concluded(eleven)
    assert len(store.find(page, store.Question(year=2026))) == len(found)
    assert store.find(page, store.Question(year=2025)) == []


@pytest.mark.parametrize("more", [0, 1])
def test_the_one_foreign_partner_is_the_counterpart_of_the_task(eleven: Session, partner: Partner, more: int) -> None:
    foreign = eleven.parties[-1]
    foreign.partner = partner.id
    eleven.parties = [*eleven.parties, *(SessionParty(side="THEIRS", name="Châu Hồng Hà") for _ in range(more))]
    store.save(eleven)
    task = sequel.assigned(concluded(again(eleven), 1)[0])
    assert task.value("counterpart") == (None if more else partner.id)
