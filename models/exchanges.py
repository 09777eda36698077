"""Exchange activities: cultural, sports, youth and friendship events, single or counted in bulk."""

from models import choices, options
from models.attached import Links
from models.checks import Complaint, at_least
from models.events import Event
from models.fields import Choice, Count, Day, Link, Listed, LongText, Many, PartialDay, Text, YesNo
from models.mechanisms import Mechanism
from models.partners import Partner
from models.record import in_order
from models.text import mark
from models.units import Unit


class Exchange(Event):
    """An event of friendship; ``activities`` above 1 holds a bulk row such as "548 activities of both sides"."""

    kind = "exchange"
    letters = "GL"
    sections = {
        "name": mark("The activity"),
        "mechanism": mark("Series"),
        "starts": mark("Time and place"),
        "ours": mark("Persons and number"),
        "result": mark("Result"),
        "related": mark("Linked records"),
    }

    name = Text(mark("Activity"), width=44, required=True, listed=True, searched=True, aliases=("Tên hoạt động",))
    type = Listed("exchange_kind", mark("Kind of exchange"), width=22, required=True, listed=True)
    pillar = Choice(options.Pillar, mark("Pillar"), width=16, required=True, listed=True, aliases=("Trụ cột",))
    fields = Many("field", mark("Fields of cooperation"), width=20, aliases=("Lĩnh vực",))
    countries = Many(choices.COUNTRY, mark("Countries"), width=16, required=True, listed=True, aliases=("Nước",))
    partners = Links(Partner, mark("Partners"), searched=True, aliases=("Đối tác",))
    lead = Link(Unit, mark("Organised by"), listed=True, searched=True, aliases=("Đơn vị chủ trì",))
    level = Listed("admin_level", mark("Level of the activity"), width=14, aliases=("Cấp",))
    mechanism = Link(Mechanism, mark("Series"), width=26, searched=True, help=mark("The yearly or alternating series"))
    ordinal = Count(mark("Which time"), checks=(at_least(1),), aliases=("Kỳ thứ",))
    yearly = YesNo(mark("Held every year"), aliases=("Sự kiện thường niên",))
    starts = PartialDay(mark("From day"), required=True, listed=True, index=True, aliases=("Thời gian",))
    ends = PartialDay(mark("To day"), listed=True)
    place = Text(mark("Place"), width=26, searched=True, aliases=("Địa điểm",))
    hosted_by = Choice(options.Hosted, mark("Held on the side of"), width=14)
    ours = Count(mark("Our persons"), checks=(at_least(0),), aliases=("Số người ta",))
    theirs = Count(mark("Guests"), checks=(at_least(0),), aliases=("Số người bạn",))
    activities = Count(
        mark("Number of activities"),
        listed=True,
        checks=(at_least(1),),
        help=mark("Empty counts as one; more for a bulk row"),
        aliases=("Số hoạt động",),
    )
    qualifier = Choice(options.Qualifier, mark("Qualifier"), width=10, help=mark("For a bulk row: more than, about …"))
    scope = Listed("scope", mark("Scope"), width=18, help=mark("Empty: the province"))
    source = Text(mark("Source"), width=30, searched=True)
    in_plan = YesNo(mark("In the annual programme"))
    result = LongText(mark("Result"), width=40, searched=True, aliases=("Kết quả",))
    report_number = Text(mark("Report: number"), width=16, searched=True, aliases=("Số báo cáo",))
    report_date = Day(mark("Report: date"))
    related = Links(None, mark("Linked records"))

    def complaints(self) -> list[Complaint]:
        """Add: days in order; a bulk row names its source."""
        found = super().complaints() + in_order(self, "starts", "ends", mark("The activity ends before it begins."))
        if (self.activities or 1) > 1 and not self.source:
            found.append(Complaint("source", mark("A bulk row needs its source.")))
        return found
