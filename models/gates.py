"""Border gates, crossings and border markets, with the dated history of their status."""

from itertools import pairwise
from typing import Any

import peewee

from models import choices, days
from models.attached import Links, Rows
from models.checks import at_least
from models.fields import Amount, Choice, Kept, Link, Listed, LongText, PartialDay, Text, YesNo
from models.gate_life import GATE
from models.partners import Partner
from models.record import Detail, Lifecycle, Noted
from models.states import GateState
from models.text import mark
from models.units import Unit


class Gate(Noted):
    """A place where the border is crossed; both sides name it."""

    kind = "gate"
    letters = "CK"
    sections = {
        "ours": mark("The gate"),
        "goods": mark("Traffic and works"),
        "upgrade_approved": mark("Upgrade"),
        "changes": mark("History of the status"),
        "related": mark("Linked records"),
    }

    ours = Text(mark("Vietnamese name"), width=24, required=True, listed=True, searched=True, aliases=("Tên phía VN",))
    theirs = Text(mark("Name on the other side"), width=24, required=True, listed=True, searched=True)
    name = Kept(mark("Gate"), width=34, searched=True)
    aliases = Text(mark("Other names"), width=30, searched=True, help=mark("Put semicolons between"))
    type = Listed("gate_kind", mark("Kind of gate"), width=24, required=True, listed=True, aliases=("Loại",))
    country = Listed(choices.COUNTRY, mark("Country"), width=14, required=True, listed=True, aliases=("Nước",))
    province = Text(mark("Province and commune"), width=24, searched=True)
    unit = Link(Unit, mark("Managing unit"), searched=True)
    partner = Link(Partner, mark("District or prefecture opposite"), searched=True)
    landmark = Text(mark("Border marker"), width=14, searched=True, aliases=("Mốc giới",))
    basis = Text(mark("Legal basis"), width=30, searched=True, aliases=("Cơ sở pháp lý",))
    goods = Text(mark("Goods and people"), width=30)
    works = LongText(
        mark("Works across the border"), width=30, listed=True, searched=True, aliases=("Công trình qua biên giới",)
    )
    works_state = Listed("works_state", mark("State of the works"), width=18)
    length_km = Amount(mark("Length (km)"), width=10, checks=(at_least(0),))
    upgrade_approved = YesNo(mark("Upgrade approved, not announced yet"))
    upgrade_on = PartialDay(mark("Approved on"))
    upgrade_basis = Text(mark("Basis of the upgrade"), width=30, searched=True)
    upgrade_proposal = LongText(mark("Proposal of an upgrade"), width=30, searched=True, aliases=("Đề xuất nâng cấp",))
    changes = Rows("GateChange", mark("Changes of the status"))
    restored_on = Kept(mark("Restored on"), width=12)
    related = Links(None, mark("Linked records"))

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle of a gate."""
        return GATE

    def first_event(self) -> str | None:
        """Give the first dated change of its status."""
        return min((row.changed_on for row in self.changes if row.changed_on), default=None)

    def complete(self) -> None:
        """Keep both names together, and when it was last restored."""
        self.name = " – ".join(part for part in (self.ours, self.theirs) if part) or None
        rows = sorted((row for row in self.changes if row.changed_on), key=lambda row: days.last(row.changed_on))
        again = [
            row.changed_on
            for before, row in pairwise(rows)
            if row.to_state == GateState.OPEN and before.to_state in (GateState.SUSPENDED, GateState.RESTORING)
        ]
        self.restored_on = again[-1] if again else None

    def also_found_by(self) -> list[str]:
        """Give the names of both sides."""
        return [self.ours or "", self.theirs or "", self.aliases or ""]


class GateChange(Detail):
    """One change of a gate's status: the day, the new status, on what basis, told by whom."""

    named_by = "basis"

    owner: Any = peewee.ForeignKeyField(Gate, backref="+", on_delete="CASCADE", index=True)
    changed_on = PartialDay(mark("Day"), required=True, aliases=("Ngày",))
    to_state = Choice(GateState, mark("Status"), width=20, required=True, aliases=("Trạng thái",))
    basis = Text(mark("Basis"), width=30, aliases=("Căn cứ",))
    source = Text(mark("Source"), width=26, aliases=("Nguồn",))
    remarks = Text(mark("Notes"), width=26, aliases=("Ghi chú",))
