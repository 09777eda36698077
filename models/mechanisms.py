"""Mechanisms of cooperation: standing groups, annual conferences and series of events, each with its sessions."""

from models import choices, options
from models.agreements import Agreement
from models.attached import Links
from models.checks import at_least
from models.events import STANDING_ORDER
from models.fields import Choice, Count, Link, Listed, Many, PartialDay, Text, YesNo
from models.partners import Partner
from models.record import Lifecycle, Noted
from models.text import mark
from models.units import Unit


class Mechanism(Noted):
    """A series of meetings or events; who belongs to it is said by each session, because provinces merge."""

    kind = "mechanism"
    letters = "CC"
    sections = {
        "name": mark("The mechanism"),
        "cycle": mark("Rhythm and next host"),
        "basis": mark("Basis"),
        "related": mark("Linked records"),
    }

    name = Text(mark("Name"), width=46, required=True, listed=True, searched=True, aliases=("Tên cơ chế",))
    short = Text(mark("Short name"), width=20, listed=True, searched=True)
    aliases = Text(mark("Other names"), width=30, searched=True, help=mark("Put semicolons between"))
    type = Listed("mechanism_kind", mark("Kind of mechanism"), width=26, required=True, listed=True)
    countries = Many(choices.COUNTRY, mark("Countries"), width=16, required=True, listed=True, aliases=("Nước",))
    partners = Links(Partner, mark("Partners"), listed=True, searched=True, aliases=("Đối tác",))
    lead = Link(Unit, mark("Lead unit"), listed=True, searched=True, aliases=("Cơ quan chủ trì",))
    pillar = Choice(options.Pillar, mark("Pillar"), width=16)
    fields = Many("field", mark("Fields of cooperation"), width=20, aliases=("Lĩnh vực",))
    cycle = Choice(options.Cycle, mark("Rhythm"), width=14, listed=True, aliases=("Chu kỳ",))
    every_months = Count(mark("Months between sessions"), checks=(at_least(1),))
    alternates = YesNo(mark("Hosted in turn"), aliases=("Luân phiên",))
    next_host = Text(mark("Next host"), width=24, searched=True)
    since = PartialDay(mark("Set up in"), width=12)
    basis = Text(mark("Legal basis in words"), width=30, searched=True, aliases=("Cơ sở pháp lý",))
    agreements = Links(Agreement, mark("Agreements it rests on"))
    related = Links(None, mark("Linked records"))

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle of a mechanism."""
        return STANDING_ORDER

    def first_event(self) -> str | None:
        """Give when it was set up."""
        return self.since

    def also_found_by(self) -> list[str]:
        """Give the other names."""
        return [self.short or "", self.aliases or ""]
