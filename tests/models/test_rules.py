"""Each rule on a record of its kind: named on its very day, settled by its field, list and word always agreeing."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from models import days, deadlines, rules, store, working_days
from models.agreements import Agreement, Amendment, OpinionRow, Party
from models.aid import Aid
from models.books import LinkRow
from models.conferences import Conference
from models.deadlines import CONCERNS, RULES
from models.delegations import Delegation
from models.documents import Document
from models.kinds import KINDS, PAGES, page_of
from models.mechanisms import Mechanism
from models.ngos import Ngo
from models.record import Record
from models.sessions import Session
from models.store.settings import mark_duty
from tests.models.life import put

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    yield
    deadlines.use_office_rules({})
    deadlines.use_done_duties([])
    working_days.use_office_days(working_days.DECIDED)


def named(record: Record, concern: str) -> tuple[str, str] | None:
    """Tell how a saved record stands on one list; the list and the light reading of it must agree with the record."""
    told = [each for each in deadlines.standings(record) if each.concern == concern]
    page = page_of(record)
    found = store.find(page, store.Question(concern=concern))
    assert found == ([record.id] if told else []), f"{concern} on {days.today()}"
    (row,) = store.rows(page, [record.id])
    judged = deadlines.standing(record)
    assert row.standing == ((judged.text(), judged.tone) if judged else None)
    return (told[0].text("en"), told[0].tone) if told else None


def on(day: str, record: Record, concern: str) -> tuple[str, str] | None:
    with days.as_of(date.fromisoformat(day)):
        return named(record, concern)


def kept(record: Any, state: str | None = None, **values: Any) -> Any:
    """Keep a record with some values in a state, as if it had lived up to it; what else a kind asks for is left out."""
    kind = KINDS[record.kind]
    if not record.id:
        for name, value in values.items():
            setattr(record, name, value)
        store.save(record, draft=True)
    kind.update(draft=False, **values).where(kind.id == record.id).execute()
    return put(record, state) if state else store.load(record.kind, record.id)


@pytest.fixture
def conference(office: Any) -> Conference:
    return Conference.blank(name="Hội thảo", type="ORGANISE", place="Lai Châu", content="x", fields=["y_te"])


@pytest.fixture
def ngo(office: Any) -> Ngo:
    return Ngo.blank(name="Tổ chức A", content="x", area="y", licensed=True)


@pytest.fixture
def aid(office: Any) -> Aid:
    return Aid.blank(name="Dự án", direction="IN", mode="PROJECT", emergency=True)


@pytest.fixture
def agreement(office: Any) -> Agreement:
    made = Agreement.blank(name="Bản ghi nhớ", type="ban_ghi_nho", signed_as="UBND_TINH")
    made.parties = [Party(side="THEIRS", name="Vân Nam")]
    return made


def test_the_police_are_told_seven_working_days_before_a_visit(visit: Delegation) -> None:
    visit = kept(visit, "APPROVED", starts="2026-02-26", ends="2026-02-28")
    # The limit is Tue 10/2/2026 (test_working_days); it is named 14 days before.
    assert on("2026-01-26", visit, "in_notice") is None
    assert on("2026-01-27", visit, "in_notice") == ("Police and border guard to be informed in 14 days", "warn")
    assert on("2026-02-10", visit, "in_notice") == ("Police and border guard to be informed in 0 days", "warn")
    assert on("2026-02-11", visit, "in_notice") == ("Notice to the police late by 1 days", "bad")
    assert on("2026-02-26", visit, "in_notice") == ("Notice to the police late by 16 days", "bad")
    assert on("2026-02-27", visit, "in_notice") is None, "they have come"
    assert on("2026-02-11", kept(visit, notice_date="2026-02-11"), "in_notice") is None


def test_opinions_on_an_agreement_are_due_in_seven_working_days(agreement: Agreement) -> None:
    agreement.opinions = [
        OpinionRow(body="Bộ Ngoại giao", asked_on="2026-02-09", answer="PENDING"),
        OpinionRow(body="Công an tỉnh", asked_on="2026-02-09", answer="AGREE"),
        OpinionRow(body="Bộ Quốc phòng", asked_on="2026-02-09", due_on="2026-03-10", answer="PENDING"),
    ]
    asked = kept(agreement, "CONSULTING", opinion_asked_on="2026-02-09")
    assert on("2026-02-25", asked, "opinions") == ("Opinion of Bộ Ngoại giao due in 0 days", "warn")
    assert on("2026-02-26", asked, "opinions") == ("Opinion of Bộ Ngoại giao late by 1 days", "bad")
    OpinionRow.update(answer="AGREE").where(OpinionRow.body == "Bộ Ngoại giao").execute()
    assert on("2026-02-26", asked, "opinions") == ("Opinion of Bộ Quốc phòng due in 12 days", "warn")
    OpinionRow.update(answer="AGREE").execute()
    assert on("2026-02-26", asked, "opinions") is None


def test_the_prime_minister_answers_in_seven_working_days(agreement: Agreement) -> None:
    asked = kept(agreement, "OBJECTED", consent_asked_on="2026-02-09")
    assert on("2026-02-25", asked, "agr_pm_opinion") == ("Prime Minister's answer due in 0 days", "warn")
    assert on("2026-02-26", asked, "agr_pm_opinion") == ("Prime Minister's answer late by 1 days", "bad")
    assert on("2026-02-26", kept(asked, consent_date="2026-02-26"), "agr_pm_opinion") is None


def test_a_session_whose_day_is_over_waits_for_its_state(office: Any) -> None:
    session = kept(Session.blank(ordinal=12), "CONFIRMED", starts="2026-10-29", ends="2026-10-30")
    assert on("2026-10-30", session, "ses_state") is None
    assert on("2026-10-31", session, "ses_state") == (
        "The day of the session is over: bring its state up to date",
        "warn",
    )
    assert on("2026-11-02", session, "ses_state") == ("State late by 2 days", "bad")
    assert on("2026-11-02", kept(session, "HELD"), "ses_state") is None


def test_the_plan_for_the_coming_year_is_due_on_15_november(agreement: Agreement) -> None:
    agreement.amendments = [Amendment(number="1", dated="2026-06-01")]
    signed = kept(agreement, "IN_FORCE", signed_on="2024-05-01", copy_date="2024-05-02", unlimited=True)
    assert on("2026-10-14", signed, "agr_annual_plan") is None
    assert on("2026-10-15", signed, "agr_annual_plan") == ("Plan for the coming year due in 31 days", "warn")
    assert on("2026-11-16", signed, "agr_annual_plan") == ("Plan for the coming year late by 1 days", "bad")
    assert on("2027-02-15", signed, "agr_annual_plan") == ("Plan for the coming year late by 92 days", "bad")
    assert on("2027-02-16", signed, "agr_annual_plan") is None, "then that year is under way"
    signed = kept(signed, plan_year=2027)
    assert on("2026-11-16", signed, "agr_annual_plan") is None
    assert on("2027-11-16", signed, "agr_annual_plan") == ("Plan for the coming year late by 1 days", "bad")
    young = kept(signed, plan_year=None, signed_on="2026-11-16", copy_date="2026-11-17")
    assert on("2026-12-01", young, "agr_annual_plan") is None, "signed after the day"


def test_an_agreement_that_expires_says_by_when_to_decide(agreement: Agreement) -> None:
    values = {"signed_on": "2022-01-01", "copy_date": "2022-01-02", "plan_year": 2027}
    ending = kept(agreement, "IN_FORCE", valid_until="2027-03-01", notice_days=60, **values)
    assert named(ending, "expiring") == ("Expires in 100 days; decide by 31/12/2026", "info")
    assert on("2027-01-01", ending, "expiring") == ("Expires in 59 days; decide by 31/12/2026", "bad")
    assert on("2027-03-02", ending, "expired") == ("Past its end by 1 days", "bad")


@pytest.mark.parametrize(
    ("notice", "told"),
    [
        (189, None),
        (190, ("Expires in 220 days; decide by 21/12/2026", "warn")),
        (220, ("Expires in 220 days; decide by 21/11/2026", "warn")),
        (221, ("Expires in 220 days; decide by 20/11/2026", "bad")),
    ],
)
def test_a_long_notice_is_named_before_its_day_of_decision(agreement: Agreement, notice: int, told: Any) -> None:
    values = {"signed_on": "2022-01-01", "copy_date": "2022-01-02", "plan_year": 2027}
    ending = kept(agreement, "IN_FORCE", valid_until="2027-06-29", notice_days=notice, **values)
    assert named(ending, "expiring") == told


def test_the_file_of_a_conference_is_due_40_or_30_days_before(conference: Conference) -> None:
    planned = kept(conference, starts="2026-12-31", permitted_by="TTG")
    assert named(planned, "conf_file_pm") == ("File of the conference due in 0 days", "warn")
    assert named(planned, "conf_file_local") is None
    assert on("2026-10-22", planned, "conf_file_pm") == ("File of the conference due in 30 days", "warn")
    assert on("2026-10-21", planned, "conf_file_pm") is None
    planned = kept(planned, permitted_by="UBND")
    assert named(planned, "conf_file_local") == ("File of the conference due in 10 days", "warn")
    assert on("2026-12-02", planned, "conf_file_local") == ("File of the conference late by 1 days", "bad")
    assert named(kept(planned, file_date="2026-11-20"), "conf_file_local") is None
    assert named(kept(planned, file_date=None, type="ATTEND"), "conf_file_local") is None


def test_opinions_and_reports_of_a_conference_are_due_in_15_days(conference: Conference) -> None:
    planned = kept(conference, starts="2027-06", opinion_asked_on="2026-11-06")
    assert named(planned, "conf_opinion") == ("Opinion on the conference due in 0 days", "warn")
    assert on("2026-11-22", planned, "conf_opinion") == ("Opinion on the conference late by 1 days", "bad")
    assert named(kept(planned, opinion_answered_on="2026-11-20"), "conf_opinion") is None
    held = kept(planned, "HELD", starts="2026-11-01", ends=None)
    assert named(held, "conf_report") == ("Report late by 5 days", "bad")
    held = kept(held, "HELD", ends="2026-11-10")
    assert named(held, "conf_report") == ("Report due in 4 days", "warn")
    assert named(put(held, "REPORTED"), "conf_report") is None


def test_minutes_ask_for_a_plan_in_30_days(office: Any) -> None:
    series = Mechanism.blank(name="Nhóm công tác")
    kept(series)
    held = kept(Session.blank(mechanism=series.id, ordinal=11), "MINUTES_SIGNED", minutes_signed_on="2026-10-22")
    assert named(held, "min_plan") == ("Plan of implementation due in 0 days", "warn")
    assert on("2026-11-22", held, "min_plan") == ("Plan of implementation late by 1 days", "bad")
    assert named(put(held, "PLAN_ISSUED"), "min_plan") is None


def test_a_registration_is_named_90_days_before_it_expires(ngo: Ngo) -> None:
    values = {"issued_on": "2024-02-19", "plan_received_on": "2024-03-01", "last_report_year": 2026}
    body = kept(ngo, "ACTIVE", valid_until="2027-02-19", **values)
    assert named(body, "ngo_reg_expiry") == ("Registration expires in 90 days", "warn")
    assert on("2026-11-20", body, "ngo_reg_expiry") is None
    assert on("2027-02-20", body, "ngo_reg_expiry") == ("Registration expired 1 days ago", "bad")
    assert named(put(body, "ENDED"), "ngo_reg_expiry") is None


def test_an_ngo_sends_its_plan_after_45_working_days_also_after_a_renewal(ngo: Ngo) -> None:
    body = kept(ngo, "ACTIVE", issued_on="2026-01-15", last_report_year=2026)
    assert on("2026-03-26", body, "ngo_plan") == ("Plan of work due in 0 days", "warn")  # by hand: test_working_days
    assert on("2026-03-27", body, "ngo_plan") == ("Plan of work late by 1 days", "bad")
    assert on("2026-03-27", kept(body, plan_received_on="2025-03-01"), "ngo_plan"), "that was the plan before"
    assert on("2026-03-27", kept(body, plan_received_on="2026-03-01"), "ngo_plan") is None
    assert on("2026-03-27", kept(body, plan_received_on=None, licensed=False), "ngo_plan") is None


def test_an_ngo_reports_every_year_by_18_december(ngo: Ngo) -> None:
    body = kept(ngo, "ACTIVE", issued_on="2025-01-15", plan_received_on="2025-02-01", last_report_year=2025)
    assert named(body, "ngo_report") == ("Yearly report due in 27 days", "warn")
    assert on("2026-12-19", body, "ngo_report") == ("Yearly report late by 1 days", "bad")
    assert on("2027-01-10", body, "ngo_report") == ("Yearly report late by 23 days", "bad")
    assert on("2027-01-10", kept(body, last_report_year=2026), "ngo_report") is None


def test_emergency_aid_is_approved_within_three_months(aid: Aid) -> None:
    running = kept(aid, "IMPLEMENTING", disaster_on="2026-11-30")
    assert on("2027-02-28", running, "aid_emergency") == ("Approval of emergency aid due in 0 days", "warn")
    assert on("2027-03-01", running, "aid_emergency") == ("Approval of emergency aid late by 1 days", "bad")
    assert on("2027-03-01", kept(running, approval_date="2027-03-01"), "aid_emergency") is None
    assert on("2027-03-01", kept(running, approval_date=None, emergency=False), "aid_emergency") is None


def test_an_approved_aid_whose_state_was_left_behind_is_on_a_list(aid: Aid) -> None:
    left = kept(aid, "MOBILISING", approval_date="2026-06-10", emergency=False)
    assert on("2026-06-17", left, "aid_approved") == ("Approved: take the step within 0 days", "warn")
    assert on("2026-06-18", left, "aid_approved") == ("Approved: the step is late by 1 days", "bad")
    assert on("2026-06-18", kept(left, "IMPLEMENTING"), "aid_approved") is None


def test_aid_that_is_over_asks_for_a_report(aid: Aid) -> None:
    over = kept(aid, "FINISHED", starts="2026-01", ends="2026-10", emergency=False)
    assert named(over, "aid_report") == ("Report late by 6 days", "bad")  # 31/10 + 15 = 15/11
    assert named(kept(over, report_date="2026-11-20"), "aid_report") is None


def test_a_document_waits_for_its_answer(office: Any) -> None:
    paper = kept(Document.blank(number="12/UBND", subject="V/v", dated="2026-11-01"), answer_due="2026-11-28")
    assert named(paper, "doc_answer") == ("Answer due in 7 days", "warn")
    assert on("2026-11-20", paper, "doc_answer") is None
    assert on("2026-11-29", paper, "doc_answer") == ("Answer late by 1 days", "bad")
    assert named(kept(paper, answered_on="2026-11-20"), "doc_answer") is None


def test_an_agreement_with_which_nothing_happened_for_a_year_is_named(agreement: Agreement, visit: Delegation) -> None:
    asked = store.Question(concern="silent")
    page = PAGES["agreement"]
    quiet = kept(agreement, "IN_FORCE", signed_on="2024-05-01", unlimited=True)
    assert store.find(page, asked) == [quiet.id]
    store.save(visit)  # in March 2026
    for one, other in ((quiet, visit), (visit, quiet)):
        ends = {"from_kind": one.kind, "from_id": one.id, "to_kind": other.kind, "to_id": other.id}
        link = LinkRow.create(field="related", **ends)
        assert store.find(page, asked) == []
        with days.as_of(date(2027, 4, 1)):
            assert store.find(page, asked) == [quiet.id]
        link.delete_instance()
    assert store.find(page, asked) == [quiet.id]
    Amendment.create(uuid="a", owner=quiet.id, number="1", dated="2026-06-01")
    assert store.find(page, asked) == []


RULED = [each for each in CONCERNS if each.rule]


def test_a_rule_that_is_off_names_nothing(ngo: Ngo) -> None:
    body = kept(ngo, "ACTIVE", issued_on="2026-01-15", valid_until="2026-12-01")
    assert named(body, "ngo_reg_expiry")
    assert named(body, "ngo_report")
    deadlines.use_office_rules({"ngo.reg_expiry": {"on": False}, "ngo.report": {"on": False}})
    assert named(body, "ngo_reg_expiry") is None
    assert named(body, "ngo_report") is None
    deadlines.use_office_rules({each.rule: {"on": False} for each in RULED})
    assert [each.name for each in RULED if store.count(PAGES[each.page], store.Question(concern=each.name))] == []


def test_the_unit_of_a_rule_may_be_changed(visit: Delegation) -> None:
    gone = kept(visit, "ENDED", starts="2026-02-01", ends="2026-02-09")
    assert deadlines.report_due(gone) == date(2026, 2, 19)
    deadlines.use_office_rules({"in.report": {"amount": 7, "unit": "WORKING_DAYS"}})
    assert deadlines.report_due(gone) == date(2026, 2, 25)
    assert on("2026-02-26", gone, "in_report") == ("Report late by 1 days", "bad")


@pytest.mark.parametrize("unit", list(rules.Unit)[:3])
@pytest.mark.parametrize("key", ["in.notice", "in.report", "ngo.plan"])
def test_the_last_day_of_a_trigger_is_the_last(key: str, unit: rules.Unit) -> None:
    deadlines.use_office_rules({key: {"amount": 9, "unit": unit.value}})
    for offset in range(0, 120, 7):
        day = TODAY + timedelta(days=offset)
        found = rules.latest(key, day)
        assert rules.due(key, found) <= day < rules.due(key, found + timedelta(days=1))


def test_the_office_owes_reports_of_its_own_until_they_are_marked_done(office: Any) -> None:
    (duty,) = deadlines.duties()
    assert (duty.name, duty.due) == ("rep.year:2026", date(2026, 12, 18))
    assert duty.text("en") == "Yearly report (figures from 15/12/2025 to 14/12/2026)"
    assert duty.standing("en") == ("Due in 27 days", "warn")
    mark_duty(duty.name)
    assert deadlines.duties() == []
    mark_duty(duty.name, False)
    assert deadlines.duties() == [duty]
    with days.as_of(date(2027, 1, 5)):
        assert duty.standing("en") == ("Overdue by 18 days", "bad")
    with days.as_of(date(2026, 8, 1)):
        assert [each.name for each in deadlines.duties()] == ["rep.6m:2026"]
    with days.as_of(date(2026, 4, 1)):
        assert deadlines.duties() == []


def test_every_rule_says_what_it_rests_on_and_every_list_has_its_rule() -> None:
    for rule in RULES.values():
        assert rule.words
        assert rule.source
        assert bool(rule.soon) == bool(rule.late)
    assert len({each.name for each in CONCERNS}) == len(CONCERNS)
    assert {each.rule for each in RULED} <= set(RULES)
    wanted = """agr.opinion agr.pm_opinion agr.copy_mofa agr.annual_plan agr.expiry_far agr.expiry_near agr.expiry_close
        conf.file_pm conf.file_local conf.opinion conf.report out.report in.report in.notice min.plan act.due_soon
        ngo.reg_expiry ngo.plan ngo.report aid.emergency rep.6m rep.year"""
    assert set(wanted.split()) <= set(RULES)
