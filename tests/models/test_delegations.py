"""What a delegation refuses whatever its state, and what its registers hold."""

import pytest

from models import store
from models.delegations import Delegation, Member
from models.errors import Refused
from tests.models.life import fill


def test_two_heads_are_refused_at_any_time_and_named_in_words(visit: Delegation) -> None:
    visit.members = [Member(name="A", is_head=True), Member(name="B", is_head=True)]
    with pytest.raises(Refused) as refused:
        store.save(visit, draft=True)
    assert [(each.field, each.text("en")) for each in refused.value.complaints] == [
        ("members", "Only one member can be the head.")
    ]


def test_fewer_persons_than_members_are_refused_more_are_not(visit: Delegation) -> None:
    visit.persons = 1
    with pytest.raises(Refused) as refused:
        store.save(visit)
    assert [each.field for each in refused.value.complaints] == ["persons"]
    assert "2" in refused.value.complaints[0].text("en")
    visit.persons = 2
    store.save(visit)
    visit.persons = 200
    store.save(visit)
    for impossible in (0, -3):
        visit.persons = impossible
        with pytest.raises(Refused):
            store.save(visit)


@pytest.mark.parametrize(
    ("starts", "ends", "good"),
    [
        ("2026-03-05", "2026-03-05", True),
        ("2026-03-05", "2026-03-04", False),
        ("2026-03", "2026-03-01", True),
        ("2026-03", "2026-02", False),
        ("2019", "2019-06", True),
        ("2019", "2018-12-31", False),
    ],
)
def test_nobody_leaves_before_arriving(visit: Delegation, starts: str, ends: str, good: bool) -> None:
    visit.starts, visit.ends = starts, ends
    assert [each.field for each in visit.complaints()] == ([] if good else ["ends"])


def test_money_keeps_currency_rate_and_dong(visit: Delegation) -> None:
    fill(visit, {"cost": 12500, "cost_currency": None})
    with pytest.raises(Refused) as refused:
        store.save(visit)
    assert [each.field for each in refused.value.complaints] == ["cost_currency"]
    fill(visit, {"cost_currency": "USD", "cost_rate": 25400})
    store.save(visit)
    assert visit.cost_vnd == 317_500_000
    fill(visit, {"cost_vnd": 317_000_000})
    store.save(visit)
    assert store.load("delegation", visit.id).value("cost_vnd") == 317_000_000


def test_each_direction_asks_only_for_what_concerns_it() -> None:
    coming, going = Delegation.blank(direction="in"), Delegation.blank(direction="out")
    asked_in = {field.name for field in coming.asked()}
    asked_out = {field.name for field in going.asked()}
    assert asked_in - asked_out == {"host_units", "host_leader", "entry_gate", "notice_date"}
    assert asked_out - asked_in == {
        "permit_signer",
        "plan_changes",
        "requesting_unit",
        "inviter",
        "invitation_number",
        "invitation_date",
        "decided_by",
        "exit_gate",
    }
    assert "code" not in asked_in | asked_out
    assert [coming.label(Delegation.field("starts")), going.label(Delegation.field("starts"))] == ["Arrives", "Departs"]


# The columns of the practice (registers of delegations that come and go, members), and those it calls mandatory.
COLUMNS = """name head countries partner level admin_level host_units host_leader request_number request_date
    request_issuer permit_number permit_date permit_issuer second_permit_number second_permit_date starts ends persons
    purpose fields content places entry_gate exit_gate funding in_plan report_number report_date result note
    requesting_unit decided_by inviter invitation_number invitation_date cost cost_currency cost_rate cost_vnd
    members pillar retention code"""


REQUIRED_IN = """name countries partner level admin_level host_units starts ends persons purpose fields content
    funding in_plan"""


REQUIRED_OUT = "name requesting_unit inviter countries partner starts ends persons purpose content funding in_plan"


MEMBER = "name is_head position country born sex passport_kind passport passport_until role phone email person"


def test_the_registers_have_the_columns_of_the_practice() -> None:
    assert set(COLUMNS.split()) <= {field.name for field in Delegation.described()}
    assert set(MEMBER.split()) <= {field.name for field in Member.described()}
    for direction, required in (("in", REQUIRED_IN), ("out", REQUIRED_OUT)):
        asked = {field.name for field in Delegation.blank(direction=direction).asked() if field.required}
        assert set(required.split()) <= asked


def test_an_amount_in_dong_that_no_longer_fits_is_refused_and_worked_out_when_emptied(visit: Delegation) -> None:
    visit.cost, visit.cost_currency, visit.cost_rate = 1000, "USD", 25_000
    store.save(visit)
    assert visit.cost_vnd == 25_000_000
    visit.cost = 2000
    with pytest.raises(Refused) as refused:
        store.save(visit)
    assert [each.field for each in refused.value.complaints] == ["cost_vnd"]
    visit.cost_vnd = None
    store.save(visit)
    assert visit.cost_vnd == 50_000_000


def test_the_number_of_an_old_delegation_carries_the_year_that_is_known(visit: Delegation) -> None:
    visit.state, visit.starts, visit.ends, visit.unknown = "REPORTED", None, "2019", "starts"
    visit.report_number, visit.report_date, visit.result = "1", "2019-05-01", "Tốt"
    store.save(visit)
    assert visit.code == "2019-001-DV"
