"""The province's own departments, communes and organisations."""

from models import succession
from models.checks import Complaint
from models.fields import Day, Link, Listed, LongText, Text
from models.record import Record
from models.text import mark


class Unit(Record):
    """A body of our own side: it hosts, asks, leads and cooperates."""

    kind = "unit"
    sections = {"name": mark("The unit"), "note": mark("Notes")}

    name = Text(mark("Name"), width=34, required=True, listed=True, searched=True, aliases=("Tên đơn vị", "Đơn vị"))
    short = Text(mark("Short name"), width=16, listed=True, searched=True)
    aliases = Text(mark("Other names"), width=30, searched=True, help=mark("Put semicolons between"))
    former = Text(mark("Former names"), width=30, searched=True, help=mark("Put semicolons between"))
    level = Listed("admin_level", mark("Administrative level"), width=20, required=True, listed=True)
    parent = Link("self", mark("Belongs to"), listed=True)
    ended = Day(mark("Ended on"), listed=True, help=mark("For bodies that no longer exist"))
    successor = Link("self", mark("Successor"))
    begun = Day(mark("Set up on"))
    note = LongText(mark("Notes"), width=30, searched=True)

    def complaints(self) -> list[Complaint]:
        """Add: its time, its successor and what it belongs to make sense."""
        return super().complaints() + succession.complaints(self)

    def also_found_by(self) -> list[str]:
        """Give the other names, and those of the bodies before and after it."""
        own = [self.aliases or "", self.former or "", self.short or ""]
        return own + succession.other_names(self, ("name", "short", "aliases", "former"))
