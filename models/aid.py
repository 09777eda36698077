"""Non-refundable aid, received (Decree 313/2025/NĐ-CP) and given to neighbours (Decree 305/2025/NĐ-CP)."""

from decimal import Decimal
from typing import Any

import peewee

from models import choices, options
from models.aid_life import AID, before_approval, left_behind
from models.attached import Links, Rows
from models.checks import Complaint, at_least, in_dong, not_in_dong
from models.fields import (
    Amount,
    Choice,
    Count,
    Day,
    Described,
    Link,
    Listed,
    LongText,
    Many,
    PartialDay,
    Text,
    WorkedOut,
    YesNo,
)
from models.ngos import Ngo
from models.partners import Partner
from models.reading import show_number
from models.record import Detail, Lifecycle, Noted, in_order
from models.text import mark
from models.units import Unit

NGO = "pcpnn"  # in the list of kinds of donors


class Aid(Noted):
    """A programme, project or grant with what was committed and paid out; money keeps its own currency."""

    kind = "aid"
    letters = "VT"
    sections = {
        "name": mark("The aid"),
        "donor_kind": mark("Sides"),
        "currency": mark("Value"),
        "starts": mark("Time and place"),
        "emergency": mark("File and approval"),
        "disbursements": mark("Disbursements and adjustments"),
        "result": mark("Result"),
        "related": mark("Linked records"),
    }

    name = Text(
        mark("Name of the aid"),
        width=46,
        required=True,
        listed=True,
        searched=True,
        aliases=("Tên khoản viện trợ / dự án",),
    )
    direction = Choice(
        options.AidWay, mark("Received or given"), width=12, required=True, listed=True, aliases=("Hướng",)
    )
    mode = Choice(options.AidMode, mark("Mode"), width=14, required=True, aliases=("Phương thức",))
    form = Listed("aid_form", mark("Form of aid"), width=18)
    sectors = Many("aid_sector", mark("Sectors"), width=22, required=True, listed=True, aliases=("Lĩnh vực",))
    content = LongText(mark("Content"), width=40, required=True, searched=True, aliases=("Nội dung",))
    donor_kind = Listed("donor_kind", mark("Kind of donor"), width=20, required=True, aliases=("Loại nhà tài trợ",))
    ngo = Link(Ngo, mark("Foreign NGO"), searched=True, help=mark("As registered in the province; offers the donor"))
    donor = Link(
        Partner,
        mark("Donor"),
        listed=True,
        searched=True,
        help=mark("Who gives, in the register of partners"),
        aliases=("Bên cung cấp",),
    )
    recipients = Links(
        Partner,
        mark("Receiving side"),
        searched=True,
        help=mark("The neighbours who receive it"),
        aliases=("Bên tiếp nhận",),
    )
    countries = Many(choices.COUNTRY, mark("Countries"), width=16, listed=True, aliases=("Nước",))
    authority = Link(Unit, mark("Managing authority"), searched=True, aliases=("Cơ quan chủ quản",))
    owner_unit = Link(
        Unit,
        mark("Aid owner"),
        searched=True,
        help=mark("Our unit that receives it or carries it out"),
        aliases=("Chủ khoản viện trợ", "Chủ đầu tư"),
    )
    currency = Listed("currency", mark("Currency"), width=18, aliases=("Nguyên tệ",))
    committed = Amount(
        mark("Committed"), width=16, currency="currency", checks=(at_least(0),), aliases=("Giá trị cam kết",)
    )
    rate = Amount(mark("Rate to dong"), width=12, checks=(at_least(0),), aliases=("Tỷ giá",))
    committed_vnd = Amount(
        mark("Committed in dong"), width=18, listed=True, checks=(at_least(0),), help=mark("Amount times rate")
    )
    qualifier = Choice(options.Qualifier, mark("Qualifier"), width=10, help=mark("more than, about …"))
    counterpart_vnd = Amount(
        mark("Counterpart funds in dong"), width=18, checks=(at_least(0),), aliases=("Vốn đối ứng",)
    )
    state_revenue = YesNo(mark("State budget revenue"), aliases=("Thuộc NSNN",))
    starts = PartialDay(mark("From day"), listed=True, index=True, aliases=("Thời gian bắt đầu",))
    ends = PartialDay(mark("To day"), listed=True, aliases=("Thời gian kết thúc",))
    area = Text(mark("Area"), width=26, searched=True, aliases=("Địa bàn thực hiện",))
    emergency = YesNo(mark("Emergency aid"))
    disaster_on = Day(mark("Day of the disaster"))
    charter_ready = YesNo(mark("Document of the aid ready"), aliases=("Văn kiện",))
    consent_number = Text(mark("Donor's consent: number"), width=18, searched=True)
    consent_date = Day(mark("Donor's consent: date"))
    approval_number = Text(mark("Approval: number"), width=18, searched=True, aliases=("QĐ phê duyệt",))
    approval_date = Day(mark("Approval: date"))
    approval_signer = Text(mark("Approval: signed by"), width=22)
    disbursements = Rows("Disbursement", mark("Disbursements"))
    paid_vnd = WorkedOut(mark("Paid out in dong"), width=18, help=mark("Added up from the rows"), aliases=("Lũy kế",))
    adjustments = Rows("Adjustment", mark("Adjustments"))
    settlement_number = Text(mark("Handover or settlement: number"), width=18, searched=True)
    settlement_date = Day(mark("Handover or settlement: date"))
    report_number = Text(mark("Report: number"), width=16, searched=True)
    report_date = Day(mark("Report: date"))
    result = LongText(mark("Result"), width=40, searched=True, aliases=("Tình hình, kết quả thực hiện",))
    beneficiaries = Count(mark("Beneficiaries"), checks=(at_least(0),), aliases=("Số người hưởng lợi",))
    area_ha = Amount(mark("Area (hectares)"), width=12, checks=(at_least(0),))
    models_count = Count(mark("Kinds of models"), checks=(at_least(0),))
    related = Links(None, mark("Linked records"))

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle of aid."""
        return AID

    def asked(self) -> tuple[Described, ...]:
        """Leave out the NGO of other donors, and partners as receivers of what we receive, unless they are there."""
        spare = {
            "ngo": self.donor_kind != NGO,
            "recipients": self.direction == options.AidWay.IN,
        }
        unknown = (self.unknown or "").split()
        left = {name for name, out in spare.items() if out and not self.value(name) and name not in unknown}
        return tuple(field for field in super().asked() if field.name not in left)

    def may_ask(self) -> tuple[Described, ...]:
        """Give all of them: what is answered in the form changes what else is asked."""
        return super().asked()

    def proposed(self) -> dict[str, Any]:
        """Propose the partner that the foreign NGO is as the donor."""
        return {"donor": self.ngo.value("partner")} if self.ngo and self.ngo.value("partner") else {}

    def first_event(self) -> str | None:
        """Give its first day, or else that of its approval."""
        return self.starts or self.approval_date

    def complete(self) -> None:
        """Work out the dong values and add up what was paid out."""
        self.committed_vnd = self.committed_vnd if self.committed_vnd is not None else self._in_dong()
        for row in self.disbursements:
            row.complete()
        told = [row.amount_vnd for row in self.disbursements if row.amount_vnd is not None]
        self.paid_vnd = sum(told, Decimal(0)) if told else None

    def totals(self, rows: str) -> list[tuple[str, str]]:
        """Add: what the payments come to in dong, and what is left of what was committed."""
        if rows != "disbursements" or self.paid_vnd is None:
            return super().totals(rows)
        found = [(mark("Paid out in dong"), show_number(self.paid_vnd))]
        if self.committed_vnd is not None:
            found.append((mark("Not paid out yet, in dong"), show_number(self.committed_vnd - self.paid_vnd)))
        return found

    def complaints(self) -> list[Complaint]:
        """Add: days in order, a currency for money, nothing received before approval, not more than committed."""
        found = super().complaints() + in_order(self, "starts", "ends", mark("The aid ends before it begins."))
        if self.committed is not None and not self.currency:
            found.append(Complaint("currency", mark("Say in which currency the amount is.")))
        found += not_in_dong("committed_vnd", self.committed_vnd, self._in_dong())
        if self.paid_vnd and self.committed_vnd and self.paid_vnd > self.committed_vnd:
            found.append(Complaint("paid_vnd", mark("More was paid out than committed."), warning=True))
        if any(row.amount is not None and row.amount_vnd is None for row in self.disbursements):
            words = mark("A payment has no value in dong yet, so the sum leaves it out: give its rate or its value.")
            found.append(Complaint("disbursements", words, warning=True))
        if self.emergency and not self.disaster_on:
            words = mark("Write the day of the disaster: emergency aid is approved within three months of it.")
            found.append(Complaint("disaster_on", words, warning=True))
        return found + before_approval(self) + left_behind(self)

    def _in_dong(self) -> int | None:
        return in_dong(self.committed, self.currency, self.rate)


class Disbursement(Detail):
    """One payment of an aid."""

    named_by = "document"

    owner: Any = peewee.ForeignKeyField(Aid, backref="+", on_delete="CASCADE", index=True)
    paid_on = Day(mark("Paid on"), required=True, aliases=("Ngày",))
    amount = Amount(
        mark("Amount"), width=16, currency="currency", required=True, checks=(at_least(0),), aliases=("Số tiền",)
    )
    currency = Listed("currency", mark("Currency"), width=16, required=True)
    rate = Amount(mark("Rate to dong"), width=12, checks=(at_least(0),))
    amount_vnd = Amount(mark("In dong"), width=18, checks=(at_least(0),))
    document = Text(mark("Document"), width=18)
    remarks = Text(mark("Notes"), width=24)

    def complete(self) -> None:
        """Work out the value in dong."""
        self.amount_vnd = self.amount_vnd if self.amount_vnd is not None else self._in_dong()

    def complaints(self) -> list[Complaint]:
        """Add: the value in dong is the amount times the rate."""
        return super().complaints() + not_in_dong("amount_vnd", self.amount_vnd, self._in_dong())

    def _in_dong(self) -> int | None:
        return in_dong(self.amount, self.currency, self.rate)


class Adjustment(Detail):
    """A change of a running aid: term, value, content."""

    named_by = "number"

    owner: Any = peewee.ForeignKeyField(Aid, backref="+", on_delete="CASCADE", index=True)
    number = Text(mark("Document number"), width=16, required=True)
    dated = Day(mark("Date"), required=True)
    content = Text(mark("Content"), width=36, required=True)
