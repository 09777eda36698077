"""The writer that is killed: saves delegations without end and says each one's identity after its save."""

import sys
from pathlib import Path

from models import engine, store
from models.delegations import Delegation, Member
from models.partners import Partner
from models.record import Record
from models.units import Unit
from tests.torture.kill_during_save import MEMBERS


def main() -> None:
    """Write until killed."""
    with store.session(Path(sys.argv[1]), create=True):
        partner = _first(Partner) or _saved(Partner.blank(name="Châu Hồng Hà", type="khac", country="CN"))
        unit = _first(Unit) or _saved(Unit.blank(name="Sở Ngoại vụ", level="so"))
        number = 0
        while True:
            number += 1
            visit = _visit(number, partner, unit)
            store.save(visit)
            sys.stdout.write(visit.uuid + "\n")
            sys.stdout.flush()
            if number % 3 == 0:
                visit.content = f"Sửa lần {number}"
                store.save(visit)


def _first(kind: type[Record]) -> int | None:
    found = engine.rows(f"SELECT id FROM {kind._meta.table_name} LIMIT 1")
    return found[0][0] if found else None


def _saved(record: Record) -> int:
    return int(store.save(record).id)


def _visit(number: int, partner: int, unit: int) -> Delegation:
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


if __name__ == "__main__":
    main()
