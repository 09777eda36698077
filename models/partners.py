"""Partners abroad: governments, bodies, organisations and firms, under all their names."""

from models import choices, succession
from models.checks import Complaint
from models.fields import Day, Link, Listed, LongText, PartialDay, Text, YesNo
from models.record import Record
from models.text import mark


class Partner(Record):
    """A body on the other side, found by any of its names in any script."""

    kind = "partner"
    sections = {"name": mark("Names"), "type": mark("What it is"), "contact": mark("Contact")}

    name = Text(
        mark("Name"), width=34, required=True, listed=True, searched=True, aliases=("Tên đối tác", "Tên tổ chức")
    )
    native = Text(mark("Name in its own script"), width=26, listed=True, searched=True, help="云南省, ແຂວງຜົ້ງສາລີ")
    english = Text(mark("English name"), width=26, searched=True)
    aliases = Text(mark("Other names"), width=30, searched=True, help=mark("Put semicolons between"))
    former = Text(mark("Former names"), width=30, searched=True, help=mark("Put semicolons between"))
    type = Listed("partner_kind", mark("Kind of partner"), width=26, required=True, listed=True)
    country = Listed(choices.COUNTRY, mark("Country"), width=16, required=True, listed=True, aliases=("Nước",))
    parent = Link("self", mark("Belongs to"), listed=True)
    since = PartialDay(mark("Relations since"), width=12)
    contact = LongText(mark("Point of contact"), width=30, help=mark("Office, post, address; no private numbers"))
    priority = YesNo(mark("Priority partner"))
    begun = Day(mark("Set up on"))
    ended = Day(mark("Ended on"), help=mark("For bodies that no longer exist"))
    successor = Link("self", mark("Successor"))
    note = LongText(mark("Notes"), width=30, searched=True)

    def complaints(self) -> list[Complaint]:
        """Add: its time, its successor and what it belongs to make sense."""
        return super().complaints() + succession.complaints(self)

    def also_found_by(self) -> list[str]:
        """Give all other names, and those of the bodies before and after it."""
        own = [self.aliases or "", self.former or "", self.native or "", self.english or ""]
        return own + succession.other_names(self, ("name", "aliases", "former", "native", "english"))
