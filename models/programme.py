"""The annual programme of foreign affairs: what is planned, and what became of it."""

from models import choices, days, options
from models.attached import Links
from models.checks import Complaint, at_least, between
from models.events import PLAN
from models.fields import Amount, Choice, Count, Link, Listed, LongText, Many, PartialDay, Text, Year
from models.partners import Partner
from models.record import Lifecycle, Noted
from models.text import mark
from models.units import Unit


class PlannedActivity(Noted):
    """A line of the annual programme; the records that carried it out are linked to it."""

    kind = "programme"
    letters = "KH"
    sections = {"year": mark("The plan"), "carried_out": mark("What became of it"), "related": mark("Linked records")}

    year = Year(mark("Programme of the year"), width=8, required=True, listed=True, checks=(between(1990, 2200),))
    group = Choice(options.PlanGroup, mark("Group"), width=20, required=True, listed=True)
    name = Text(mark("Activity"), width=44, required=True, listed=True, searched=True, aliases=("Hoạt động",))
    partners = Links(Partner, mark("Partners"), searched=True, aliases=("Đối tác",))
    countries = Many(choices.COUNTRY, mark("Countries"), width=16, required=True, listed=True, aliases=("Nước",))
    content = LongText(mark("Content"), width=40, searched=True, aliases=("Nội dung",))
    level = Listed("delegation_level", mark("Level"), width=18)
    head = Text(mark("Head planned"), width=26, searched=True, aliases=("Trưởng đoàn dự kiến",))
    persons = Count(mark("Persons"), checks=(at_least(0),), aliases=("Số người",))
    planned_for = PartialDay(
        mark("Planned for"),
        required=True,
        listed=True,
        index=True,
        help=mark("05/2026: the month"),
        aliases=("Thời gian",),
    )
    quarter = Count(mark("Quarter"), width=6, checks=(between(1, 4),), help=mark("Where only the quarter is known"))
    cost_vnd = Amount(mark("Cost in dong"), width=18, checks=(at_least(0),), aliases=("Kinh phí",))
    funding = Listed("funding", mark("Source of funding"), width=18, aliases=("Nguồn",))
    lead = Link(Unit, mark("Lead unit"), required=True, listed=True, searched=True, aliases=("Đơn vị chủ trì",))
    basis = Text(mark("Basis"), width=30, searched=True, aliases=("Căn cứ",))
    carried_out = Links(None, mark("Carried out by"), help=mark("The delegation, agreement or event itself"))
    change = LongText(mark("How it was changed"), width=30, searched=True)
    related = Links(None, mark("Linked records"))

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle of a planned activity."""
        return PLAN

    def first_event(self) -> str | None:
        """Give the year of the programme."""
        return f"{self.year:04d}" if self.year else self.planned_for

    def complaints(self) -> list[Complaint]:
        """Add: it is planned for the year of its programme (a warning)."""
        found = super().complaints()
        if self.year and self.planned_for and days.first(self.planned_for).year != self.year:
            words = mark("It is planned for another year than its programme.")
            found.append(Complaint("planned_for", words, warning=True))
        return found
