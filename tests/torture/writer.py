"""The writer that is killed: saves, edits and takes back delegations without end, and says each one's version."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from models import engine, store
from models.delegations import Delegation, Member
from models.partners import Partner
from models.record import Record
from models.units import Unit
from tests.torture import lives

MEMBERS = 5


def make(office: Path) -> None:
    """Make the office in which the writer works."""
    with store.session(office, create=True):
        store.save(Partner.blank(name="Châu Hồng Hà", type="khac", country="CN"))
        store.save(Unit.blank(name="Sở Ngoại vụ", level="so"))


def write(office: Path, *, too_early: bool = False, tell: Callable[[str], None] = lives.tell) -> None:
    """Write until killed; ``too_early`` is the planted fault: it tells of a save before it is made."""
    with store.session(office):
        partner, unit = _first(Partner), _first(Unit)
        number = 0
        while True:
            number += 1
            visit = blank_visit(number, partner, unit)
            for again in range(2 if number % 3 == 0 else 1):
                if again:
                    visit.content = f"Sửa lần {number}"
                    visit.members = visit.members[1:] + visit.members[:1]
                if too_early:
                    tell(f"{_named(visit)} {visit.version + 1}")
                store.save(visit)
                tell(f"{visit.uuid} {visit.version}")
            if number % 5 == 0:
                tell(_save_two(number, partner, unit))
            if number % 7 == 0:
                store.undo()
                tell(f"{visit.uuid} {store.load('delegation', visit.id).version}")


def _named(visit: Record) -> str:
    visit.uuid = visit.uuid or str(uuid4())
    return visit.uuid


def _save_two(number: int, partner: int, unit: int) -> str:
    """Save two records as one deed: both or none."""
    both = [blank_visit(number + each, partner, unit) for each in (1000, 2000)]
    with store.together():
        for visit in both:
            store.save(visit)
    return " ".join(f"{visit.uuid} {visit.version}" for visit in both)


def _first(kind: type[Record]) -> int:
    return int(engine.rows(f"SELECT id FROM {kind._meta.table_name} LIMIT 1")[0][0])


def blank_visit(number: int, partner: int, unit: int) -> Delegation:
    """Make a delegation with everything that is asked, unsaved."""
    visit = Delegation.blank(
        direction="in",
        name=f"Đoàn số {number}",
        partner=partner,
        countries=["CN"],
        level="lanh_dao_chau",
        admin_level="tinh",
        starts="2026-03-05",
        ends="2026-03-07",
        persons=MEMBERS,
        purpose="hoi_dam",
        fields=["bien_gioi"],
        content="Hội đàm",
        funding="ns_tinh",
        in_plan=True,
        host_units=[f"unit:{unit}"],
    )
    visit.members = [Member(name=f"Người {place}", is_head=place == 0) for place in range(MEMBERS)]
    return visit
