"""Delegations: groups that the province receives or sends, with their members and their file."""

from typing import Any

import peewee

from models import choices, options
from models.attached import Links, Rows
from models.checks import Complaint, at_least, in_dong, not_in_dong
from models.clashes import clashes
from models.delegation_life import INBOUND, OUTBOUND
from models.fields import (
    Amount,
    Choice,
    Count,
    Day,
    Described,
    Kept,
    Link,
    Listed,
    LongText,
    Many,
    PartialDay,
    PersonalDay,
    PersonalText,
    PersonName,
    Text,
    YesNo,
)
from models.fold import fold
from models.partners import Partner
from models.people import Person
from models.record import Detail, Lifecycle, Noted, in_order
from models.text import mark
from models.units import Unit

INBOUND_ONLY = frozenset({"host_units", "host_leader", "entry_gate", "notice_date"})
OUTBOUND_ONLY = frozenset(
    {
        *("plan_changes", "requesting_unit", "inviter", "invitation_number", "invitation_date", "decided_by"),
        *("permit_signer", "exit_gate"),
    }
)


class Delegation(Noted):
    """A group received by the office's province or sent abroad by it."""

    kind = "delegation"
    sections = {
        "name": mark("The delegation"),
        "starts": mark("Time and place"),
        "purpose": mark("Purpose and content"),
        "members": mark("Members"),
        "funding": mark("Funding"),
        "request_number": mark("Documents"),
        "result": mark("Result and file"),
        "related": mark("Linked records"),
    }

    direction = Choice(options.Direction, mark("Direction"), width=10, required=True)
    name = Text(mark("Delegation"), width=38, required=True, listed=True, searched=True, aliases=("Tên đoàn",))
    countries = Many(
        choices.COUNTRY,
        mark("Countries"),
        width=16,
        required=True,
        listed=True,
        aliases=("Nước", "Đến từ nước", "Nước đến", "Quốc tịch"),
    )
    partner = Link(
        Partner, mark("Partner"), required=True, listed=True, searched=True, aliases=("Đối tác", "Tên tổ chức")
    )
    head = Kept(mark("Head of delegation"), width=26, listed=True, searched=True, aliases=("Trưởng đoàn",))
    level = Listed("delegation_level", mark("Level"), width=18, required=True, aliases=("Cấp đoàn",))
    admin_level = Listed("admin_level", mark("Managed by"), width=14, required=True, aliases=("Cấp quản lý",))
    host_units = Links(Unit, mark("Host units"), required=True, searched=True, aliases=("Đơn vị tiếp",))
    host_leader = Text(mark("Host leader"), width=24, searched=True, aliases=("Lãnh đạo tiếp",))
    requesting_unit = Link(Unit, mark("Requesting unit"), required=True, searched=True, aliases=("Đơn vị xin phép",))
    inviter = Link(Partner, mark("Inviting body"), required=True, searched=True, aliases=("Đơn vị mời",))
    starts = PartialDay(mark("From day"), required=True, listed=True, index=True)
    ends = PartialDay(mark("To day"), required=True, listed=True)
    persons = Count(
        mark("Persons"), required=True, listed=True, checks=(at_least(1),), aliases=("Số người", "Số lượt khách")
    )
    places = Text(mark("Places visited"), width=24, searched=True, aliases=("Địa bàn đến", "Nơi đến"))
    entry_gate = Text(mark("Entry gate"), width=18, searched=True, aliases=("Cửa khẩu nhập cảnh",))
    exit_gate = Text(mark("Exit gate"), width=18, searched=True, aliases=("Cửa khẩu xuất cảnh",))
    purpose = Listed("purpose", mark("Purpose"), width=18, required=True, aliases=("Mục đích",))
    fields = Many("field", mark("Fields of cooperation"), width=20, required=True, aliases=("Lĩnh vực",))
    pillar = Choice(options.Pillar, mark("Pillar"), width=16, aliases=("Trụ cột",))
    content = LongText(
        mark("Content of work"), width=40, required=True, searched=True, aliases=("Nội dung", "Nội dung làm việc")
    )
    programme = LongText(mark("Programme"), width=40, searched=True, aliases=("Chương trình",))
    members = Rows("Member", mark("Members"), searched=True)
    funding = Listed("funding", mark("Source of funding"), width=16, required=True, aliases=("Nguồn kinh phí",))
    cost = Amount(mark("Amount"), checks=(at_least(0),), aliases=("Số tiền", "Kinh phí"))
    cost_currency = Listed("currency", mark("Currency"), width=10, aliases=("Đơn vị tiền",))
    cost_rate = Amount(mark("Exchange rate to VND"), checks=(at_least(0),), aliases=("Tỷ giá",))
    cost_vnd = Count(mark("Amount in VND"), width=16, aliases=("Quy đổi VND",), help=mark("Amount times rate"))
    in_plan = YesNo(mark("In the annual programme"), required=True, aliases=("Đoàn trong KH",))
    request_number = Text(mark("Request: number"), width=16, searched=True, aliases=("Văn bản xin phép",))
    request_date = Day(mark("Request: date"))
    request_issuer = Text(mark("Request: issued by"), width=22, searched=True)
    notice_date = Day(
        mark("Police and border guard informed on"), help=mark("With the programme and the list of members")
    )
    invitation_number = Text(mark("Invitation: number"), width=16, searched=True, aliases=("Thư mời",))
    invitation_date = Day(mark("Invitation: date"))
    submission_number = Text(mark("Submission: number"), width=16, searched=True, aliases=("Tờ trình",))
    submission_date = Day(mark("Submission: date"))
    decided_by = Choice(options.DecidedBy, mark("Deciding level"), width=16, aliases=("Cấp quyết định",))
    permit_number = Text(mark("Permit: number"), width=16, searched=True, aliases=("Văn bản cho phép",))
    permit_date = Day(mark("Permit: date"))
    permit_issuer = Text(mark("Permit: issued by"), width=22, searched=True)
    second_permit_number = Text(mark("Second decision: number"), width=16, searched=True)
    second_permit_date = Day(mark("Second decision: date"))
    supplement = LongText(mark("What must be supplemented"), width=30)
    supplement_due = Day(mark("Supplement due"))
    supplement_date = Day(mark("Supplement received on"))
    permit_signer = PersonName(mark("Permit: signed by"), width=22, searched=True)
    report_number = Text(mark("Report: number"), width=16, searched=True, aliases=("Số báo cáo",))
    report_date = Day(mark("Report: date"), aliases=("Ngày báo cáo",))
    result = LongText(mark("Result"), width=40, searched=True, aliases=("Kết quả",))
    plan_changes = LongText(mark("Changes against the plan, with reasons"), width=40, searched=True)
    nothing_to_follow = YesNo(mark("No follow-up proposed"))
    retention = Choice(options.Retention, mark("Kept for"), width=12)
    purge_on = Day(mark("Purge passport numbers on"))
    related = Links(None, mark("Linked records"))

    class Meta:
        """The list of a direction by its days, and its drafts and states, without reading the records."""

        indexes = (
            (("direction", "removed_at", "starts"), False),
            (("direction", "removed_at", "draft", "state"), False),
        )

    @property
    def letters(self) -> str:  # type: ignore[override]
        """Give DV for delegations that come, DR for those that go."""
        return "DR" if self.direction == options.Direction.OUT else "DV"

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle of the direction."""
        return OUTBOUND if self.direction == options.Direction.OUT else INBOUND

    def asked(self) -> tuple[Described, ...]:
        """Leave out what concerns the other direction only."""
        other = INBOUND_ONLY if self.direction == options.Direction.OUT else OUTBOUND_ONLY
        return tuple(field for field in super().asked() if field.name not in other)

    def label(self, field: Described) -> str:
        """Word the two days by direction."""
        return labels(self.direction).get(field.name, field.label)

    def first_event(self) -> str | None:
        """Give the first day of the visit, or else the first that is known of it."""
        return self.starts or self.ends or self.request_date or self.report_date

    def complete(self) -> None:
        """Work out the head's line and the VND value of the cost."""
        heads = [member for member in self.members if member.is_head]
        self.head = ", ".join(part for part in (heads[0].name, heads[0].position) if part) if heads else None
        if self.cost_vnd is None:
            self.cost_vnd = self._in_dong()

    def complaints(self) -> list[Complaint]:
        """Add the rules of a visit: order of days, one head, enough persons, a currency for money."""
        found = super().complaints() + in_order(
            self, "starts", "ends", mark("The delegation leaves before it arrives.")
        )
        heads = sum(1 for member in self.members if member.is_head)
        if heads > 1:
            found.append(Complaint("members", mark("Only one member can be the head.")))
        if self.members and self.persons is not None and self.persons < len(self.members):
            words = mark("There are {listed} members in the list but only {persons} persons.")
            found.append(Complaint("persons", words, {"listed": len(self.members), "persons": self.persons}))
        if self.cost is not None and not self.cost_currency:
            found.append(Complaint("cost_currency", mark("Say in which currency the amount is.")))
        found += not_in_dong("cost_vnd", self.cost_vnd, self._in_dong())
        return found + clashes(self)

    def _in_dong(self) -> int | None:
        return in_dong(self.cost, self.cost_currency, self.cost_rate)


def labels(direction: str | None) -> dict[str, str]:
    """Give the labels that differ by direction."""
    if direction == options.Direction.OUT:
        return {"starts": mark("Departs"), "ends": mark("Returns"), "countries": mark("Countries visited")}
    if direction == options.Direction.IN:
        return {"starts": mark("Arrives"), "ends": mark("Leaves"), "partner": mark("Sending organisation")}
    return {}


class Member(Detail):
    """A member of a delegation, with the title held then; personal details are optional and sealed."""

    owner: Any = peewee.ForeignKeyField(Delegation, backref="+", on_delete="CASCADE", index=True)
    name = PersonName(mark("Full name"), width=24, required=True, searched=True, aliases=("Họ tên", "Họ và tên"))
    is_head = YesNo(mark("Head"), width=6, aliases=("Trưởng đoàn",))
    position = Text(mark("Title and unit at the time"), width=30, searched=True, aliases=("Chức vụ", "Chức vụ, đơn vị"))
    role = Choice(options.Role, mark("Role"), width=14, aliases=("Vai trò",))
    country = Listed(choices.COUNTRY, mark("Nationality"), width=14, aliases=("Quốc tịch",))
    sex = Choice(options.Sex, mark("Sex"), width=8, aliases=("Giới tính",))
    person = Link(Person, mark("Person"), width=22)
    born = PersonalDay(mark("Birth date"), aliases=("Ngày sinh",))
    passport_kind = Choice(options.PassportKind, mark("Passport kind"), width=14, aliases=("Loại hộ chiếu",))
    passport = PersonalText(mark("Passport number"), width=14, aliases=("Số hộ chiếu",))
    passport_until = PersonalDay(mark("Passport valid until"))
    phone = PersonalText(mark("Telephone"), width=14, aliases=("SĐT", "Điện thoại"))
    email = PersonalText(mark("E-mail"), width=20, aliases=("Email",))
    same_person = peewee.TextField(null=True, index=True)

    def complete(self) -> None:
        """Keep what tells one person from another: the linked person, else the folded name."""
        linked = self.__data__.get("person")
        self.same_person = f"person:{linked}" if linked else fold(self.name or "")
        if self.role == options.Role.HEAD and self.is_head is None:
            self.is_head = True
