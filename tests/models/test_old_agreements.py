"""An old agreement, of which little is known, goes on through its life with what is known."""

from datetime import date

import pytest

from models import store
from models.agreements import Agreement, Party
from models.partners import Partner
from models.reports.indicators import summary
from models.reports.periods import Period
from tests.models.agreed import END


@pytest.fixture
def old(partner: Partner) -> Agreement:
    made = Agreement.blank(
        name="Bản ghi nhớ năm 1998",
        type="ban_ghi_nho",
        signed_as="UBND_TINH",
        signed_on="1998",
        unlimited=True,
        state="IN_FORCE",
    )
    made.parties = [Party(side="THEIRS", partner=partner.id)]
    store.save(made)
    return made


def in_force(last: date) -> float:
    return next(each.value for each in summary(Period(date(2025, 1, 1), last)) if each.code == "I11")


def suspend(agreement: Agreement) -> None:
    agreement.end_number, agreement.end_date = "4/QĐ", "2025-01-10"
    agreement.suspended_from, agreement.suspended_until = "2025-02-01", "2025-12-31"
    store.move(agreement, "SUSPENDED", on_day="2025-02-01")


def test_it_can_be_ended_and_corrected_afterwards(old: Agreement) -> None:
    for name, value in END.items():
        setattr(old, name, value)
    store.move(old, "TERMINATED")
    old.name = "Bản ghi nhớ hợp tác năm 1998"
    store.save(old)
    assert store.load("agreement", old.id).value("state") == "TERMINATED"


def test_set_in_force_again_before_its_time_it_is_suspended_no_longer(old: Agreement) -> None:
    suspend(old)
    assert in_force(date(2025, 9, 30)) == 0
    store.move(old, "IN_FORCE", on_day="2025-06-01")
    assert (in_force(date(2025, 5, 31)), in_force(date(2025, 6, 1)), in_force(date(2025, 9, 30))) == (0, 1, 1)
