"""What changed since a report was handed in is told record by record, with figures that were worked out by hand."""

from datetime import date

from models import days, frozen, store
from models.agreements import Agreement
from models.delegations import Delegation
from models.frozen import Comparison, Difference
from models.frozen.words import counts, reason, why
from models.kinds import PAGES
from models.partners import Partner
from models.units import Unit
from tests.models.agreed import whole
from tests.models.frozen.conftest import YEAR, Visits
from tests.models.life import put


def figure(told: Comparison, code: str) -> Difference:
    return next(each for each in told.figures if each.code == code)


def sides(told: Comparison, code: str) -> tuple[float | None, float | None]:
    each = figure(told, code)
    return (each.then.value if each.then else None, each.now.value if each.now else None)


def named(told: Comparison) -> list[tuple[str, str]]:
    return [(each.name, each.how) for each in told.records]


def in_force(partner: Partner, unit: Unit, **values: str) -> Agreement:
    """An agreement in force, signed on 05/03/2026 for five years."""
    made = whole(partner, unit)
    ends = dict.fromkeys(("suspended_from", "suspended_until", "end_date", "end_number", "replaced_by"))
    for name, value in (ends | values).items():
        setattr(made, name, value)
    store.save(made)
    found = put(made, "IN_FORCE")
    assert isinstance(found, Agreement)
    return found


def test_where_nothing_changed_nothing_is_told(visits: Visits) -> None:
    told = frozen.compare(frozen.hand_in("annual", YEAR))
    assert sides(told, "I01") == (3, 3)
    assert (told.changed(), told.records) == ([], ())
    assert counts(told) == "Nothing has changed: every figure and every record is as it was handed in."


def test_one_added_one_removed_one_corrected_are_named_and_no_other(visits: Visits) -> None:
    handed_in = frozen.hand_in("annual", YEAR)
    visits.twelve.persons = 15
    store.save(visits.twelve)
    store.remove(visits.eight, "nhập trùng")
    visits.more("Đoàn Bảy", 7)
    told = frozen.compare(handed_in)
    assert named(told) == [("Đoàn Bảy", "added"), ("Đoàn Tám", "removed"), ("Đoàn Mười Hai", "corrected")]
    assert sides(told, "I01") == (3, 3)
    assert sides(told, "I02") == (12 + 8 + 5, 15 + 5 + 7)
    assert figure(told, "I02").difference == 2
    assert sides(told, "(inbound)") == (3, 3)
    fields = next(each for each in told.records if each.how == "corrected").fields
    assert [(each.label, each.old, each.new) for each in fields] == [("Persons", "12", "15")]


def test_each_figure_tells_its_own_records(visits: Visits) -> None:
    handed_in = frozen.hand_in("annual", YEAR)
    visits.five.countries = ["CN"]
    store.save(visits.five)
    told = frozen.compare(handed_in)
    assert (sides(told, "I07:LA"), sides(told, "I07:CN")) == ((3, 2), (None, 1))
    assert [(each.name, each.how) for each in figure(told, "I07:LA").records] == [("Đoàn Năm", "removed")]
    assert [(each.name, each.how) for each in figure(told, "I07:CN").records] == [("Đoàn Năm", "added")]
    assert [(each.name, each.how) for each in figure(told, "I01").records] == [("Đoàn Năm", "corrected")]
    assert named(told) == [("Đoàn Năm", "corrected")]


def test_a_removed_record_is_still_named_and_says_who_and_why(visits: Visits) -> None:
    handed_in = frozen.hand_in("annual", YEAR)
    code = visits.eight.code
    store.remove(visits.eight, "nhập trùng")
    (record,) = frozen.compare(handed_in).records
    assert (record.code, record.name, record.gone) == (code, "Đoàn Tám", True)
    assert why(record).startswith("Moved to the bin: ")
    assert why(record).endswith("(nhập trùng)")


def test_a_record_that_went_out_of_the_period_shows_its_day_then_and_now(visits: Visits) -> None:
    handed_in = frozen.hand_in("annual", YEAR)
    visits.five.starts, visits.five.ends = "2025-03-05", "2025-03-07"
    store.save(visits.five)
    told = frozen.compare(handed_in)
    assert sides(told, "I02") == (25, 20)
    (record,) = told.records
    assert (record.name, record.how, record.gone) == ("Đoàn Năm", "removed", False)
    assert "05/03/2026 → 05/03/2025" in why(record)


def test_what_was_taken_back_is_not_told(visits: Visits) -> None:
    handed_in = frozen.hand_in("annual", YEAR)
    visits.twelve.persons = 99
    store.save(visits.twelve)
    visits.twelve.persons = 12
    store.save(visits.twelve)
    store.remove(visits.eight)
    store.restore(visits.eight)
    made = visits.more("Đoàn thoáng qua", 3)
    store.remove(made)
    assert frozen.compare(handed_in).records == ()


def test_several_corrections_of_a_field_are_one_from_then_to_now(visits: Visits) -> None:
    handed_in = frozen.hand_in("annual", YEAR)
    for persons in (13, 20, 14):
        visits.twelve.persons = persons
        store.save(visits.twelve)
    (record,) = frozen.compare(handed_in).records
    assert [str(each) for each in record.fields] == ["Persons: 12 → 14"]


def test_what_changed_before_the_report_is_not_told(visits: Visits) -> None:
    visits.twelve.persons = 13
    store.save(visits.twelve)
    assert frozen.compare(frozen.hand_in("annual", YEAR)).records == ()


def test_purging_and_correcting_personal_details_change_no_report(visits: Visits) -> None:
    handed_in = frozen.hand_in("annual", YEAR)
    visits.five.members[0].passport = "C0000001"
    store.save(visits.five)
    store.purge_personal(visits.eight)
    assert frozen.compare(handed_in).changed() == []


def test_a_step_tells_the_state_then_and_now(partner: Partner, unit: Unit) -> None:
    agreement = in_force(partner, unit)
    handed_in = frozen.hand_in("annual", YEAR)
    agreement.end_date, agreement.end_number = "2026-09-01", "4/QĐ"
    store.move(agreement, "TERMINATED", note="hết hiệu lực theo thỏa thuận mới")
    told = frozen.compare(handed_in)
    assert sides(told, "I11") == (1, 0)
    assert [(each.code, each.how) for each in figure(told, "I11").records] == [(agreement.code, "removed")]
    assert [(each.code, each.how) for each in figure(told, "(agreement)").records] == [(agreement.code, "corrected")]
    assert "State: In force → Terminated" in why(told.records[0])
    assert "(hết hiệu lực theo thỏa thuận mới)" in why(told.records[0])


def test_a_new_day_alone_changes_nothing_because_all_is_as_of_the_last_day(
    visits: Visits, partner: Partner, unit: Unit
) -> None:
    agreement = in_force(partner, unit)
    action = PAGES["action"].blank()
    told = {"name": "Việc", "due_on": "2027-02-01", "lead": unit.id, "assigned_on": "2026-03-08", "state": "DOING"}
    for name, value in (told | {"source": [agreement.reference], "fields": ["y_te"]}).items():
        setattr(action, name, value)
    store.save(action)
    handed_in = frozen.hand_in("annual", YEAR)
    days.set_today(date(2032, 1, 1))  # by now the agreement ran out and the action is overdue
    assert frozen.compare(handed_in).changed() == []


def test_another_rule_of_the_office_changes_a_figure_and_is_told_apart(partner: Partner, unit: Unit) -> None:
    in_force(partner, unit, valid_until="2027-12-31")
    handed_in = frozen.hand_in("annual", YEAR)
    store.set_setting("deadlines", {"agr.expiry_far": 400})
    told = frozen.compare(handed_in)
    assert sides(told, "I16") == (0, 1)
    assert why(told.records[0]) == "not changed itself; a list, a rule or a linked record did"
    assert named(told) == [("Bản ghi nhớ hợp tác", "corrected")]


def test_an_entered_figure_that_was_corrected_is_named(office: object, unit: Unit) -> None:
    from models.statistic import Statistic

    told = {"starts": "2026-01-01", "ends": "2026-06-30", "scope": "tinh", "source": "Báo cáo", "nature": "OPENING"}
    entered = Statistic.blank(indicator="I01", amount=10, qualifier="EXACT", **told)
    store.save(entered)
    handed_in = frozen.hand_in("annual", YEAR)
    entered.amount = 11
    entered.qualifier = "HON"
    store.save(entered)
    found = frozen.compare(handed_in)
    assert sides(found, "I01") == (10, 11)
    assert figure(found, "I01").now.shown() == "more than 11"  # type: ignore[union-attr]
    assert [(each.kind, each.how) for each in found.records] == [("statistic", "corrected")]
    assert reason(figure(found, "I01")) == ""


def test_a_draft_that_was_completed_counts_as_added(visits: Visits, visit: Delegation) -> None:
    store.save(visit, draft=True)
    handed_in = frozen.hand_in("annual", YEAR)
    visit.state, visit.report_number, visit.report_date = "REPORTED", "2/BC", "2026-03-21"
    store.save(visit)
    told = frozen.compare(handed_in)
    assert named(told) == [(visit.name, "added")]
    assert sides(told, "I02") == (25, 37)
