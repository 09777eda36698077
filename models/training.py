"""Training and scholarships, ours abroad and the neighbours' here."""

from models import choices, options
from models.attached import Links
from models.checks import Complaint, at_least
from models.delegations import Delegation
from models.events import Event
from models.fields import Amount, Choice, Count, Day, Link, Listed, LongText, Many, PartialDay, Text, YesNo
from models.partners import Partner
from models.record import in_order
from models.text import mark
from models.units import Unit


class Training(Event):
    """A class, a course abroad or places of study given each year."""

    kind = "training"
    letters = "DT"
    sections = {
        "name": mark("The class or programme"),
        "learners": mark("Numbers"),
        "starts": mark("Time and place"),
        "funding": mark("Funding"),
        "report_number": mark("Report and result"),
        "related": mark("Linked records"),
    }

    name = Text(mark("Class or programme"), width=44, required=True, listed=True, searched=True, aliases=("Tên lớp",))
    type = Listed("training_kind", mark("Kind of training"), width=22, required=True, listed=True)
    direction = Choice(
        options.TrainingWay, mark("Sent or received"), width=14, required=True, listed=True, aliases=("Hướng",)
    )
    countries = Many(choices.COUNTRY, mark("Countries"), width=16, required=True, listed=True, aliases=("Nước",))
    partner = Link(Partner, mark("Partner"), searched=True, aliases=("Đối tác",))
    unit = Link(Unit, mark("Own unit in charge"), searched=True, aliases=("Đơn vị chủ trì",))
    institutions = Text(mark("Institutions"), width=30, searched=True, aliases=("Cơ sở đào tạo",))
    audience = Text(mark("For whom"), width=26, searched=True, aliases=("Đối tượng",))
    content = LongText(mark("Content"), width=40, searched=True, aliases=("Nội dung",))
    fields = Many("field", mark("Fields of cooperation"), width=20, aliases=("Lĩnh vực",))
    pillar = Choice(options.Pillar, mark("Pillar"), width=16)
    learners = Count(mark("Learners in all"), listed=True, checks=(at_least(0),), aliases=("Số lượng",))
    classes = Count(mark("Number of classes"), checks=(at_least(1),), help=mark("Empty counts as one"))
    per_class = Count(mark("Learners in each class"), checks=(at_least(0),), aliases=("Học viên/lớp",))
    places_a_year = Count(mark("Places of study a year"), checks=(at_least(0),), aliases=("Số suất/năm",))
    qualifier = Choice(options.Qualifier, mark("Qualifier"), width=10, help=mark("more than, about …"))
    starts = PartialDay(mark("From day"), required=True, listed=True, index=True, aliases=("Thời gian",))
    ends = PartialDay(mark("To day"), listed=True)
    place = Text(mark("Place"), width=26, searched=True, aliases=("Địa điểm",))
    funding = Listed("funding", mark("Source of funding"), width=18, aliases=("Kinh phí",))
    cost_vnd = Amount(mark("Cost in dong"), width=18, checks=(at_least(0),))
    in_plan = YesNo(mark("In the annual programme"))
    delegations = Links(Delegation, mark("Delegations", "kind"))
    report_number = Text(mark("Report: number"), width=16, searched=True, aliases=("Số báo cáo",))
    report_date = Day(mark("Report: date"), aliases=("Ngày báo cáo",))
    result = LongText(mark("Result"), width=40, searched=True, aliases=("Kết quả",))
    related = Links(None, mark("Linked records"))

    def complaints(self) -> list[Complaint]:
        """Add: days in order."""
        return super().complaints() + in_order(self, "starts", "ends", mark("The class ends before it begins."))
