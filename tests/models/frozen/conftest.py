"""Three visits of 2026 that took place: 12 persons, 8 and 5; the report of the year counts them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from models import store
from models.delegations import Delegation, Member
from models.kinds import PAGES
from models.reports.periods import calendar_year

YEAR = calendar_year(2026)
Visit = Callable[..., Delegation]


@dataclass
class Visits:
    """The three, and what makes another one."""

    twelve: Delegation
    eight: Delegation
    five: Delegation
    more: Visit


@pytest.fixture
def visits(visit: Delegation) -> Visits:
    def more(name: str, persons: int, **values: Any) -> Delegation:
        made = PAGES["inbound"].blank()
        assert isinstance(made, Delegation)
        for field in ("partner", "host_units", *WHOLE):
            setattr(made, field, visit.value(field))
        told = {"name": name, "persons": persons, "state": "REPORTED", "report_number": "1/BC", **values}
        for field, value in ({"report_date": "2026-03-20"} | told).items():
            setattr(made, field, value)
        made.members = [Member(name=f"Trưởng đoàn {name}", is_head=True, passport=f"P77{persons:05}")]
        store.save(made)
        return made

    return Visits(more("Đoàn Mười Hai", 12), more("Đoàn Tám", 8), more("Đoàn Năm", 5), more)


WHOLE = (
    *("countries", "level", "admin_level", "starts", "ends", "purpose", "fields", "content", "funding", "in_plan"),
)
