"""A small office whose relations can be counted by hand."""

from typing import Any

from models import store
from models.agreements import Party
from models.delegations import Member
from models.kinds import PAGES
from models.partners import Partner
from models.people import Person
from models.record import Record
from models.sessions import Participant, SessionParty
from models.units import Unit

VISIT: dict[str, Any] = {
    "countries": ["CN"], "level": "lanh_dao_so", "admin_level": "tinh", "purpose": "tham_lam_viec",
    "fields": ["y_te"], "content": "Làm việc", "funding": "ns_tinh", "in_plan": True, "state": "REPORTED",
    "report_number": "1/BC", "report_date": "2026-11-01", "permit_number": "1/UBND", "permit_date": "2010-01-01",
}  # fmt: skip
AGREEMENT: dict[str, Any] = {
    "signed_as": "UBND_TINH", "type": "ban_ghi_nho", "countries": ["CN"], "fields": ["y_te"], "term": "5 năm",
    "approved_by": "CT_UBND", "authorised": False, "in_plan": True, "effective_on": "2024-06-01", "state": "IN_FORCE",
    "decision_number": "1", "decision_date": "2024-05-01", "opinion_asked_on": "2024-04-01", "unlimited": True,
}  # fmt: skip


def keep(page: str, *, draft: bool = False, **values: Any) -> Any:
    """Save a record of a page."""
    made: Record = PAGES[page].blank()
    for name, value in values.items():
        setattr(made, name, value)
    return store.save(made, draft=draft)


def partner(name: str, **values: Any) -> Partner:
    """Save a partner."""
    made: Partner = keep("partner", name=name, country="CN", type="chinh_quyen_tinh", **values)
    return made


def unit(name: str, **values: Any) -> Unit:
    """Save a unit of our own."""
    made: Unit = keep("unit", name=name, level="so", **values)
    return made


def came(of: Partner, host: Unit, starts: str, persons: int, **values: Any) -> Any:
    """Save a delegation that came."""
    told = {"partner": of.id, "host_units": [host.reference], "starts": starts, "ends": starts, "persons": persons}
    return keep("inbound", name=f"Đoàn vào {starts}", **(VISIT | told | values))


def went(to: Partner, by: Unit, starts: str, persons: int, **values: Any) -> Any:
    """Save a delegation that went."""
    told = {"partner": to.id, "inviter": to.id, "requesting_unit": by.id, "starts": starts, "ends": starts}
    return keep("outbound", name=f"Đoàn ra {starts}", persons=persons, **(VISIT | told | values))


def agreed(with_: Partner, by: Unit, signed_on: str, **values: Any) -> Any:
    """Save an agreement with two parties."""
    parties = [
        Party(side="OURS", unit=by.id, signatory="Lê Thành Đô", position="Chủ tịch"),
        Party(side="THEIRS", partner=with_.id, signatory="Vương", position="Tỉnh trưởng"),
    ]
    told = {"proposer": by.id, "parties": parties, "signed_on": signed_on, "effective_on": signed_on}
    return keep("agreement", name=f"Bản ghi nhớ {signed_on}", **(AGREEMENT | told | values))


def met(series: Any, with_: Partner, starts: str, person: Person | None = None) -> Any:
    """Save a session that was held."""
    people = [person] if person else []
    participants = [Participant(side="THEIRS", name=p.name, position="Phó Tỉnh trưởng", person=p.id) for p in people]
    return keep(
        "session", mechanism=series.id, starts=starts, ends=starts, state="HELD", place="Côn Minh", result="Thống nhất",
        parties=[SessionParty(side="THEIRS", partner=with_.id)], participants=participants,
    )  # fmt: skip


def headed(person: Person, position: str) -> list[Member]:
    """Give the list of members with one linked person at its head."""
    return [Member(name=person.name, person=person.id, position=position, is_head=True)]
