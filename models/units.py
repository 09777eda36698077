"""The province's own departments, communes and organisations."""

from models.checks import Complaint
from models.fields import Day, Link, Listed, LongText, Text
from models.record import Record, in_order
from models.text import mark


class Unit(Record):
    """A body of our own side: it hosts, asks, leads and cooperates."""

    kind = "unit"
    sections = {"name": mark("The unit"), "note": mark("Notes")}

    name = Text(mark("Name"), width=34, required=True, listed=True, searched=True, aliases=("Tên đơn vị", "Đơn vị"))
    short = Text(mark("Short name"), width=16, listed=True, searched=True)
    aliases = Text(mark("Other names"), width=30, searched=True, help=mark("Put semicolons between"))
    level = Listed("admin_level", mark("Administrative level"), width=20, required=True, listed=True)
    parent = Link("self", mark("Belongs to"), listed=True)
    ended = Day(mark("Ended on"), listed=True, help=mark("For bodies that no longer exist"))
    successor = Link("self", mark("Successor"))
    begun = Day(mark("Set up on"))
    note = LongText(mark("Notes"), width=30, searched=True)

    def complaints(self) -> list[Complaint]:
        """Add: it cannot end before it began."""
        return super().complaints() + in_order(self, "begun", "ended", mark("The unit ends before it begins."))

    def also_found_by(self) -> list[str]:
        """Give the other names."""
        return [self.aliases or "", self.short or ""]
