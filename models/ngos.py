"""Foreign non-governmental organisations at work in the province (Decree 58/2022/NĐ-CP)."""

from models import choices, options
from models.attached import Links
from models.checks import Complaint, at_least
from models.events import STANDING_ORDER
from models.fields import Choice, Day, Link, Listed, LongText, Many, Text, Year, YesNo
from models.partners import Partner
from models.record import Lifecycle, Noted, day_of, in_order
from models.text import mark
from models.units import Unit

# Years for which a registration may hold at most (Decree 58/2022/NĐ-CP).
LONGEST = {options.Registration.ACTIVITY: 3, options.Registration.OFFICE: 5}


class Ngo(Noted):
    """A foreign organisation with its registration, where and in what it works."""

    kind = "ngo"
    letters = "PC"
    sections = {
        "name": mark("The organisation"),
        "licensed": mark("Registration"),
        "plan_received_on": mark("Plan and reports"),
        "related": mark("Linked records"),
    }

    name = Text(mark("Name"), width=40, required=True, listed=True, searched=True, aliases=("Tên tổ chức",))
    partner = Link(Partner, mark("Partner"), searched=True, help=mark("The same body in the register of partners"))
    country = Listed(choices.COUNTRY, mark("Country"), width=16, listed=True, aliases=("Quốc gia",))
    content = LongText(
        mark("Field of activity"), width=40, required=True, searched=True, aliases=("Nội dung hoạt động",)
    )
    area = Text(
        mark("Area of work"), width=28, required=True, listed=True, searched=True, aliases=("Địa bàn hoạt động",)
    )
    fields = Many("field", mark("Fields of cooperation"), width=20, aliases=("Lĩnh vực",))
    unit = Link(Unit, mark("Vietnamese partner"), searched=True, aliases=("Đối tác Việt Nam",))
    contact = LongText(mark("Point of contact"), width=30, help=mark("Office, post, address; no private numbers"))
    licensed = YesNo(mark("Registered"), required=True, listed=True, aliases=("Giấy phép hoạt động",))
    registration = Text(mark("Registration: number"), width=18, searched=True, aliases=("Số giấy đăng ký",))
    type = Choice(options.Registration, mark("Kind of registration"), width=20, aliases=("Loại",))
    issued_on = Day(mark("Issued on"), aliases=("Ngày cấp",))
    valid_until = Day(mark("Valid until"), listed=True, index=True, aliases=("Ngày hết hạn",))
    registered_area = Text(mark("Area in the registration"), width=24, searched=True)
    registered_fields = Text(mark("Fields in the registration"), width=24, searched=True)
    plan_received_on = Day(mark("Plan of work received on"))
    last_report_year = Year(mark("Year of the last report"), checks=(at_least(1990),))
    related = Links(None, mark("Linked records"))

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle of a standing body."""
        return STANDING_ORDER

    def first_event(self) -> str | None:
        """Give the day of registration."""
        return self.issued_on

    def complaints(self) -> list[Complaint]:
        """Add: days in order; a registration longer than the decree allows (a warning)."""
        words = mark("The registration ends before it was issued.")
        found = super().complaints() + in_order(self, "issued_on", "valid_until", words)
        start, end = day_of(self.issued_on), day_of(self.valid_until)
        longest = LONGEST.get(self.type) if self.type else None
        if (
            longest
            and start
            and end
            and (end.year - start.year, end.month, end.day) > (longest, start.month, start.day)
        ):
            words = mark("Decree 58/2022/NĐ-CP allows at most {years} years for this kind of registration.")
            found.append(Complaint("valid_until", words, {"years": longest}, warning=True))
        if self.licensed and not self.registration:
            words = mark("Write the number of the registration.")
            found.append(Complaint("registration", words, warning=True))
        return found
