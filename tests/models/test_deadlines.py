"""How records stand today: overdue, due soon, expiring, late; each boundary on its very day, list and word agreeing."""

from datetime import date, timedelta
from typing import Any

import pytest

from models import days, deadlines, store
from models.actions import FollowUp
from models.agreements import Agreement, Amendment, Party
from models.deadlines import CONCERNS, DEFAULTS, RULES
from models.delegations import Delegation
from models.kinds import PAGES
from models.record import Record
from tests.models.life import fill, put

TODAY = date(2026, 11, 21)


def day(offset: int) -> str:
    return (TODAY + timedelta(days=offset)).isoformat()


def standing(record: Record) -> tuple[str, str] | None:
    judged = deadlines.standing(record)
    return (judged.text("en"), judged.tone) if judged else None


def concerns(record: Record) -> set[str]:
    """Give the lists of the start page on which a saved record stands."""
    found = {each.name for each in CONCERNS if record.id in store.find(PAGES[each.page], asked(each.name))}
    counted = {each.name for each in CONCERNS if store.count(PAGES[each.page], asked(each.name))}
    assert counted == found
    return found


def asked(name: str) -> store.Question:
    return store.Question(concern=name)


def saved(record: Any, state: str | None = None, **values: Any) -> Any:
    """Save a record with some values, put it into a state as if it had lived up to it, and load it anew."""
    fill(record, values)
    store.save(record)
    loaded = put(record, state or record.state)
    record.version = loaded.version
    return loaded


@pytest.fixture
def task(unit: Any) -> FollowUp:
    return FollowUp.blank(name="Việc", source_words="x", fields=["y_te"], lead=unit.id, assigned_on="2025-01-01")


@pytest.fixture
def agreement(office: Any) -> Agreement:
    made = Agreement.blank(name="Bản ghi nhớ", type="ban_ghi_nho", signed_as="UBND_TINH", state="IN_FORCE")
    made.parties = [Party(side="THEIRS", name="Vân Nam")]
    made.signed_on, made.copy_date, made.plan_year = "2020-01-01", "2020-01-10", 2027
    made.amendments = [Amendment(number="1", dated="2026-06-01")]
    return made


@pytest.mark.parametrize(
    ("state", "due", "done", "words", "lists"),
    [
        ("DOING", -30, None, ("Overdue by 30 days", "bad"), {"overdue"}),
        ("DOING", -1, None, ("Overdue by 1 days", "bad"), {"overdue"}),
        ("DOING", 0, None, ("Due in 0 days", "warn"), {"soon"}),
        ("DOING", 7, None, ("Due in 7 days", "warn"), {"soon"}),
        ("DOING", 8, None, ("In time", "ok"), set()),
        ("DOING", None, None, ("No time limit", "neutral"), set()),
        ("NEW", -1, None, ("Overdue by 1 days", "bad"), {"overdue"}),
        ("WAIT_CONFIRM", -1, None, ("Overdue by 1 days", "bad"), {"overdue"}),
        ("PAUSED", -1, None, ("Overdue by 1 days", "bad"), {"overdue"}),
        ("DONE", -10, -10, ("Done in time", "ok"), set()),
        ("DONE", -10, -9, ("Done late", "warn"), set()),
        ("DONE", None, -9, ("Done, no time limit", "ok"), set()),
        ("CARRIED", -10, None, None, set()),
        ("CANCELLED", -10, None, None, set()),
    ],
)
def test_an_action_stands_by_its_time_limit(
    task: FollowUp,
    state: str,
    due: int | None,
    done: int | None,
    words: tuple[str, str] | None,
    lists: set[str],
) -> None:
    values = {"due_on": None if due is None else day(due), "done_on": None if done is None else day(done)}
    kept = saved(task, state=state, **values)
    assert (standing(kept), concerns(kept)) == (words, lists)


@pytest.mark.parametrize(
    ("until", "words", "lists"),
    [
        (-400, ("Past its end by 400 days", "bad"), {"expired"}),
        (-1, ("Past its end by 1 days", "bad"), {"expired"}),
        (0, ("Expires in 0 days", "bad"), {"expiring"}),
        (30, ("Expires in 30 days", "bad"), {"expiring"}),
        (31, ("Expires in 31 days", "warn"), {"expiring"}),
        (90, ("Expires in 90 days", "warn"), {"expiring"}),
        (91, ("Expires in 91 days", "info"), {"expiring"}),
        (180, ("Expires in 180 days", "info"), {"expiring"}),
        (181, None, set()),
    ],
)
def test_an_agreement_is_named_180_90_and_30_days_before_its_end(
    agreement: Agreement, until: int, words: tuple[str, str] | None, lists: set[str]
) -> None:
    kept = saved(agreement, valid_until=day(until))
    assert (standing(kept), concerns(kept)) == (words, lists)


@pytest.mark.parametrize(
    ("until", "words", "lists"),
    [
        ("2026", ("Expires in 40 days", "warn"), {"expiring"}),
        ("2026-11", ("Expires in 9 days", "bad"), {"expiring"}),
        ("2026-10", ("Past its end by 21 days", "bad"), {"expired"}),
        ("2025", ("Past its end by 325 days", "bad"), {"expired"}),
        ("2027-04", ("Expires in 160 days", "info"), {"expiring"}),
        ("2027-05", None, set()),
        ("2027", None, set()),
    ],
)
def test_an_end_known_in_part_runs_to_its_last_day(
    agreement: Agreement, until: str, words: tuple[str, str] | None, lists: set[str]
) -> None:
    kept = saved(agreement, valid_until=until)
    assert (standing(kept), concerns(kept)) == (words, lists)


@pytest.mark.parametrize("until", [-10, 0, 20, 100])
def test_an_agreement_that_renews_by_itself_does_not_expire(agreement: Agreement, until: int) -> None:
    kept = saved(agreement, valid_until=day(until), renews=True)
    assert (standing(kept), concerns(kept)) == (None, set())


def test_an_agreement_without_end_or_already_over_is_not_named(agreement: Agreement) -> None:
    assert concerns(saved(agreement, unlimited=True)) == set()
    agreement.unlimited = None
    for state in ("EXPIRED", "TERMINATED", "SUSPENDED"):
        kept = saved(agreement, valid_until=day(-5), state=state)
        assert (standing(kept), concerns(kept)) == (None, set()), state


@pytest.mark.parametrize(
    ("signed", "words"),
    [
        (0, ("Copy to the ministry due in 15 days", "warn")),
        (-15, ("Copy to the ministry due in 0 days", "warn")),
        (-16, ("Copy to the ministry late by 1 days", "bad")),
        (-380, ("Copy to the ministry late by 365 days", "bad")),
    ],
)
@pytest.mark.parametrize("state", ["SIGNED", "IN_FORCE"])
def test_a_copy_goes_to_the_ministry_within_fifteen_days(
    agreement: Agreement, signed: int, words: tuple[str, str], state: str
) -> None:
    kept = saved(agreement, signed_on=day(signed), copy_date=None, state=state)
    assert (standing(kept), concerns(kept)) == (words, {"copy"})


@pytest.mark.parametrize(
    "values",
    [
        {"copy_date": "2026-11-20"},
        {"type": "ket_nghia_ban"},
        {"type": "dieu_uoc"},
        {"signed_as": "TRUNG_UONG"},
        {"signed_on": "2026-10"},
        {"state": "APPROVED"},
        {"state": "TERMINATED"},
    ],
)
def test_no_copy_is_owed_where_the_law_asks_none_or_it_was_sent(agreement: Agreement, values: dict[str, Any]) -> None:
    kept = saved(agreement, **{"signed_on": "2026-10-01", "copy_date": None, **values})
    assert (standing(kept), concerns(kept)) == (None, set())


@pytest.mark.parametrize(
    ("direction", "state", "limit", "concern"),
    [("in", "ENDED", 10, "in_report"), ("out", "RETURNED", 15, "out_report")],
)
def test_a_report_is_owed_after_the_delegation_ended(
    visit: Delegation, unit: Any, direction: str, state: str, limit: int, concern: str
) -> None:
    visit.direction, visit.requesting_unit, visit.inviter = direction, unit.id, visit.partner
    for ago, words in (
        (0, (f"Report due in {limit} days", "warn")),
        (limit, ("Report due in 0 days", "warn")),
        (limit + 1, ("Report late by 1 days", "bad")),
    ):
        kept = saved(visit, starts=day(-60), ends=day(-ago), state=state)
        assert (standing(kept), concerns(kept)) == (words, {concern})
    kept = saved(visit, starts="2026-10", ends="2026-10", state=state)
    late = (TODAY - date(2026, 10, 31)).days - limit
    assert standing(kept) == (f"Report late by {late} days", "bad")
    for other in ("REPORTED", "CLOSED", "APPROVED"):
        kept = put(visit, other)
        assert (standing(kept), concerns(kept)) == (None, set())


def test_drafts_and_removed_records_owe_nothing(task: FollowUp) -> None:
    task.due_on = day(-5)
    store.save(task, draft=True)
    assert (standing(task), concerns(task)) == (None, set())
    store.save(task)
    assert concerns(task) == {"overdue"}
    store.remove(task)
    assert concerns(task) == set()


def test_the_most_urgent_stands_first(unit: Any) -> None:
    for offset in (-1, -30, -7):
        store.save(
            FollowUp.blank(
                name=f"Việc {offset}",
                source_words="x",
                fields=["y_te"],
                lead=unit.id,
                assigned_on="2025-01-01",
                due_on=day(offset),
            )
        )
    overdue = next(each for each in CONCERNS if each.name == "overdue")
    found = store.find(PAGES["action"], store.Question(concern="overdue", sort=overdue.order))
    assert [store.load("action", number).value("due_on") for number in found] == [day(-30), day(-7), day(-1)]


def test_states_follow_the_programs_day_and_are_never_stored(task: FollowUp) -> None:
    kept = saved(task, state="DOING", due_on=day(0))
    before = kept.version
    days.set_today(TODAY + timedelta(days=1))
    again = store.load("action", kept.id)
    assert (standing(again), concerns(again), again.version) == (("Overdue by 1 days", "bad"), {"overdue"}, before)


def test_the_office_sets_its_own_days(task: FollowUp) -> None:
    kept = saved(task, state="DOING", due_on=day(10))
    deadlines.use_office_rules({"act.due_soon": 10, "no.such.rule": 5})
    try:
        assert (standing(kept), concerns(kept)) == (("Due in 10 days", "warn"), {"soon"})
    finally:
        deadlines.use_office_rules({})
    assert concerns(kept) == set()


def test_every_rule_is_explained_and_every_standing_is_translated() -> None:
    assert set(RULES) == set(DEFAULTS)
    for standing_ in (deadlines.Standing("Overdue by {n} days", "bad", (("n", 3),)),):
        assert "3" in standing_.text("vi")
