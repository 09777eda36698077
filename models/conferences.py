"""International conferences and workshops, organised or attended (Decision 06/2020/QĐ-TTg)."""

from models import choices, options
from models.attached import Links
from models.checks import Complaint, at_least
from models.events import Event
from models.fields import Amount, Choice, Count, Day, Link, Listed, LongText, Many, PartialDay, Text, YesNo
from models.partners import Partner
from models.record import in_order
from models.text import mark
from models.units import Unit


class Conference(Event):
    """A conference with its delegates: Vietnamese, foreigners living here, foreigners who came."""

    kind = "conference"
    letters = "HN"
    sections = {
        "name": mark("The conference"),
        "vietnamese": mark("Delegates"),
        "starts": mark("Time and place"),
        "file_date": mark("Permit"),
        "report_number": mark("Report and result"),
        "related": mark("Linked records"),
    }

    name = Text(
        mark("Name or topic"),
        width=46,
        required=True,
        listed=True,
        searched=True,
        aliases=("Tên/Chủ đề", "Tên hội nghị"),
    )
    type = Choice(options.ConferencePart, mark("Our part"), width=18, required=True, listed=True, aliases=("Loại",))
    organiser = Link(Unit, mark("Organised by"), listed=True, searched=True, aliases=("Đơn vị tổ chức",))
    partners = Links(
        Partner, mark("Foreign co-organisers"), searched=True, aliases=("Tên cơ quan/Tổ chức nước ngoài phối hợp",)
    )
    content = LongText(mark("Content"), width=40, required=True, searched=True, aliases=("Nội dung hoạt động",))
    fields = Many("field", mark("Fields of cooperation"), width=20, required=True, aliases=("Lĩnh vực",))
    pillar = Choice(options.Pillar, mark("Pillar"), width=16)
    vietnamese = Count(mark("Vietnamese delegates"), checks=(at_least(0),), aliases=("Người Việt Nam",))
    foreign_here = Count(mark("Foreigners living in Vietnam"), checks=(at_least(0),), aliases=("Ở trong nước",))
    foreign_abroad = Count(mark("Foreigners from abroad"), checks=(at_least(0),), aliases=("Từ nước ngoài",))
    countries = Many(choices.COUNTRY, mark("Countries they came from"), width=20, aliases=("Đến từ (các nước)",))
    delegates = Count(
        mark("Delegates in all"),
        listed=True,
        checks=(at_least(0),),
        help=mark("Added up where the three numbers are known"),
        aliases=("Số lượng đại biểu",),
    )
    qualifier = Choice(options.Qualifier, mark("Qualifier"), width=10, help=mark("more than, about … delegates"))
    starts = PartialDay(mark("From day"), required=True, listed=True, index=True, aliases=("Thời gian thực hiện",))
    ends = PartialDay(mark("To day"), listed=True)
    place = Text(mark("Place"), width=26, required=True, listed=True, searched=True, aliases=("Địa điểm",))
    funding = Listed("funding", mark("Source of funding"), width=18, aliases=("Kinh phí",))
    cost_vnd = Amount(mark("Cost in dong"), width=18, checks=(at_least(0),))
    in_plan = YesNo(mark("In the annual programme"), aliases=("Hoạt động trong KH",))
    permitted_by = Choice(options.PermittedBy, mark("Permitted by"), width=20, aliases=("Cấp cho phép",))
    file_date = Day(mark("File handed in on"))
    opinion_asked_on = Day(mark("Opinions requested on"))
    opinion_answered_on = Day(mark("Opinions answered on"))
    permit_number = Text(mark("Permit: number"), width=16, searched=True)
    permit_date = Day(mark("Permit: date"))
    report_number = Text(mark("Report: number"), width=16, searched=True, aliases=("Báo cáo",))
    report_date = Day(mark("Report: date"))
    result = LongText(mark("Result"), width=40, searched=True, aliases=("Kết quả",))
    related = Links(None, mark("Linked records"))

    def complete(self) -> None:
        """Add up the delegates where all three numbers are known and no sum was given."""
        parts = (self.vietnamese, self.foreign_here, self.foreign_abroad)
        if self.delegates is None and None not in parts:
            self.delegates = sum(part or 0 for part in parts)

    def complaints(self) -> list[Complaint]:
        """Add: days in order; the parts are not more than the whole."""
        found = super().complaints() + in_order(self, "starts", "ends", mark("The conference ends before it begins."))
        parts = sum(part or 0 for part in (self.vietnamese, self.foreign_here, self.foreign_abroad))
        if self.delegates is not None and parts > self.delegates:
            words = mark("The parts make {parts} delegates, more than the {whole} in all.")
            found.append(Complaint("delegates", words, {"parts": parts, "whole": self.delegates}))
        return found
