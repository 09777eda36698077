"""Agreements with foreign localities and bodies: parties, signatories, opinions, term and inheritance."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import peewee

from models import choices, days, options
from models.agreement_life import AGREEMENT, ONCE_IN_FORCE, REDUCED
from models.attached import Links, Rows
from models.checks import Complaint, at_least, between
from models.fields import (
    Choice,
    Count,
    Day,
    Kept,
    Link,
    Listed,
    LongText,
    Many,
    PartialDay,
    PersonName,
    Text,
    Year,
    YesNo,
)
from models.fold import fold
from models.partners import Partner
from models.people import Person
from models.record import Detail, Lifecycle, Noted, day_of, in_order
from models.text import mark
from models.units import Unit

# Law 70/2020/QH14, article 6: names kept for treaties.
RESERVED_NAMES = ("công ước", "hiệp ước", "định ước", "hiệp định")


class Agreement(Noted):
    """A written agreement of the province, its bodies or border communes with a foreign party."""

    kind = "agreement"
    letters = "TT"
    sections = {
        "name": mark("The agreement"),
        "parties": mark("Parties and signatories"),
        "signed_on": mark("Signing and term"),
        "opinions": mark("Opinions and decision"),
        "copy_number": mark("Duties after signing"),
        "original_signer": mark("Inheritance after reorganisation"),
        "commitments": mark("Content and results"),
        "related": mark("Linked records"),
    }

    proposer = Link(Unit, mark("Proposing body"), required=True, aliases=("Cơ quan, địa phương đề xuất ký",))
    signed_as = Choice(
        options.SignedAs,
        mark("Signed in the name of"),
        width=18,
        required=True,
        listed=True,
        aliases=("Danh nghĩa ký",),
    )
    type = Listed(
        "agreement_kind", mark("Kind of document"), width=20, required=True, listed=True, aliases=("Loại văn bản",)
    )
    name = Text(
        mark("Title"), width=46, required=True, listed=True, searched=True, aliases=("Tên văn bản", "Tên thỏa thuận")
    )
    foreign_name = Text(mark("Title in the foreign language"), width=30, searched=True)
    countries = Many(choices.COUNTRY, mark("Countries"), width=16, required=True, listed=True, aliases=("Nước ký",))
    fields = Many("field", mark("Fields of cooperation"), width=20, required=True, aliases=("Lĩnh vực",))
    pillar = Choice(options.Pillar, mark("Pillar"), width=16)
    partners = Kept(mark("Partners"), width=26, listed=True, searched=True, aliases=("Tên đối tác",))
    parties = Rows("Party", mark("Parties"), required=True, searched=True)
    signed_on = PartialDay(mark("Signed on"), listed=True, index=True, aliases=("Ngày ký",))
    signed_at = Text(mark("Place of signing"), width=20, searched=True)
    effective_on = PartialDay(mark("Effective from"), listed=True, aliases=("Ngày hiệu lực",))
    term = Text(
        mark("Term"),
        width=22,
        required=True,
        aliases=("Thời hạn hiệu lực",),
        help=mark("For example: 5 years, renewed by itself"),
    )
    valid_until = PartialDay(mark("Valid until"), listed=True)
    unlimited = YesNo(mark("Without end"))
    renews = YesNo(mark("Renewed by itself"))
    notice_days = Count(mark("Notice (days)"), checks=(between(0, 3650),))
    in_high_visit = Text(mark("Signed during a high-level visit"), width=24)
    approved_by = Choice(
        options.ApprovedBy,
        mark("Approving authority"),
        width=20,
        required=True,
        aliases=("Cấp có thẩm quyền phê duyệt",),
    )
    authorised = YesNo(mark("Signed by authorisation"), required=True, aliases=("Có ủy quyền",))
    authorisation_number = Text(mark("Authorisation: number"), width=16, searched=True)
    in_plan = YesNo(mark("In the annual plan"), required=True, aliases=("Hoạt động trong kế hoạch",))
    draft_ready = YesNo(mark("Drafts in both languages ready"))
    opinion_asked_on = Day(mark("Opinions requested on"))
    opinions = Rows("OpinionRow", mark("Opinions"))
    decision_number = Text(mark("Decision to sign: number"), width=16, searched=True)
    decision_date = Day(mark("Decision to sign: date"))
    consent_asked_on = Day(mark("Prime Minister asked on"))
    consent_number = Text(mark("Prime Minister's consent: number"), width=16, searched=True)
    consent_date = Day(mark("Prime Minister's consent: date"))
    copy_number = Text(mark("Copy to the ministry: number"), width=16, searched=True, aliases=("Số văn bản gửi BNG",))
    copy_date = Day(mark("Copy to the ministry: date"), aliases=("Ngày gửi bản sao BNG",))
    plan_year = Year(mark("Plan of implementation sent for the year"), width=8, checks=(at_least(1990),))
    plan_sent_on = Day(mark("Plan of implementation sent on"))
    pm_report_number = Text(mark("Report to the Prime Minister: number"), width=16, searched=True)
    pm_report_date = Day(mark("Report to the Prime Minister: date"))
    end_number = Text(mark("Decision on suspension or end: number"), width=16, searched=True)
    end_date = Day(mark("Decision on suspension or end: date"))
    suspended_from = Day(mark("Suspended from"))
    suspended_until = Day(mark("Suspended until"))
    replaced_by = Link("self", mark("Replaced by"))
    amendments = Rows("Amendment", mark("Amendments and extensions"))
    original_signer = Text(mark("Original signer"), width=24, searched=True, aliases=("Bên ký ban đầu",))
    inherited_by = Link(Unit, mark("Inheriting body"), aliases=("Cơ quan kế thừa",))
    inheritance = Choice(options.Inheritance, mark("Measure"), width=18, aliases=("Biện pháp",))
    inherited_on = Day(mark("Inherited on"))
    commitments = LongText(mark("Content agreed"), width=40, searched=True)
    result = LongText(mark("Results"), width=40, searched=True, aliases=("Kết quả thực hiện",))
    custody = Text(mark("Original kept at"), width=22)
    languages = Text(mark("Languages"), width=18)
    related = Links(None, mark("Linked records"))

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle of an agreement."""
        return AGREEMENT

    def first_event(self) -> str | None:
        """Give the day of signing, or else of asking for opinions."""
        return self.signed_on or self.effective_on or self.opinion_asked_on

    def missing(self, names: Sequence[str] | None = None) -> list[Complaint]:
        """Ask less of an old agreement that is entered late."""
        return super().missing(REDUCED if names is None and self.may_be_old() else names)

    def may_be_old(self) -> bool:
        """Tell whether it is in force or was: what an old agreement lacked then, it lacks when it ends."""
        return self.state in ONCE_IN_FORCE

    def decide_by(self) -> str | None:
        """Give the day by which to decide on renewal: the end less the notice."""
        end = day_of(self.valid_until)
        return (end - timedelta(days=self.notice_days)).isoformat() if end and self.notice_days else None

    def complete(self) -> None:
        """Keep the names of the foreign parties for lists."""
        names = [party.name for party in self.parties if party.side == options.Side.THEIRS and party.name]
        self.partners = "; ".join(names) or None

    def complaints(self) -> list[Complaint]:
        """Add: dates in order, the reserved names of treaties (a warning)."""
        found = super().complaints()
        found += in_order(self, "signed_on", "effective_on", mark("It takes effect before it is signed."))
        found += in_order(self, "effective_on", "valid_until", mark("It ends before it takes effect."))
        found += in_order(self, "signed_on", "valid_until", mark("It ends before it is signed."))
        found += in_order(self, "signed_on", "copy_date", mark("The copy was sent before the signing."))
        found += in_order(self, "suspended_from", "suspended_until", mark("The suspension ends before it begins."))
        extended = max((row.valid_until for row in self.amendments if row.valid_until), default=None)
        if extended and self.valid_until and days.last(self.valid_until) < days.last(extended):
            words = mark("An amendment extends the agreement to {day}: set the same end here.")
            found.append(Complaint("valid_until", words, {"day": days.text(extended)}))
        if self.state == "IN_FORCE" and not self.valid_until and not self.unlimited:
            words = mark("No warning can come without an end: give the end, or tick that there is none.")
            found.append(Complaint("valid_until", words, warning=True))
        if self.unlimited and self.valid_until:
            found.append(Complaint("valid_until", mark("It cannot be without end and have an end.")))
        if any(fold(self.name or "").startswith(fold(name)) for name in RESERVED_NAMES):
            words = mark("Treaties alone may bear this name (Law 70/2020/QH14, article 6).")
            found.append(Complaint("name", words, warning=True))
        return found


class Party(Detail):
    """A party of an agreement, with who signed for it and the title held then."""

    named_by = "name"

    owner: Any = peewee.ForeignKeyField(Agreement, backref="+", on_delete="CASCADE", index=True)
    side = Choice(options.Side, mark("Side"), width=14, required=True)
    partner = Link(Partner, mark("Partner"), width=26, searched=True)
    unit = Link(Unit, mark("Own unit"), width=24)
    name = Text(
        mark("Name in the agreement"), width=28, searched=True, help=mark("Taken from the partner or unit where empty")
    )
    signatory = PersonName(mark("Signatory"), width=22, searched=True, aliases=("Người ký",))
    position = Text(mark("Title then"), width=26, searched=True, aliases=("Chức vụ",))
    person = Link(Person, mark("Person"), width=20)
    signed_on = Day(mark("Signed on"))

    def complete(self) -> None:
        """Take the name from the partner or unit where none was written."""
        take_name(self)

    def complaints(self) -> list[Complaint]:
        """Add: a party needs a name."""
        return super().complaints() + nameless(self)


def take_name(party: Any) -> None:
    """Name a party of an agreement or session after its partner or unit where no name was written."""
    linked = party.partner or party.unit
    if not party.name and linked:
        party.name = linked.name


def nameless(party: Any) -> list[Complaint]:
    """Complain about a party of which nothing tells the name."""
    if party.name or party.value("partner") or party.value("unit"):
        return []
    return [Complaint("name", mark("Choose the partner or unit, or write the name."))]


class OpinionRow(Detail):
    """The opinion of one consulted body (Law 70/2020/QH14, article 19: seven working days)."""

    named_by = "body"

    owner: Any = peewee.ForeignKeyField(Agreement, backref="+", on_delete="CASCADE", index=True)
    body = Text(mark("Body asked"), width=26, required=True, searched=True)
    asked_on = Day(mark("Asked on"), required=True)
    due_on = Day(mark("Answer due"))
    answered_on = Day(mark("Answered on"))
    answer = Choice(options.Opinion, mark("Answer"), width=18, required=True)
    number = Text(mark("Document number"), width=16)
    remarks = Text(mark("Remarks"), width=30)

    def complaints(self) -> list[Complaint]:
        """Add: no answer before the question."""
        return super().complaints() + in_order(
            self, "asked_on", "answered_on", mark("The answer came before the question.")
        )


class Amendment(Detail):
    """An extension or amendment of an agreement in force."""

    named_by = "number"

    owner: Any = peewee.ForeignKeyField(Agreement, backref="+", on_delete="CASCADE", index=True)
    number = Text(mark("Document number"), width=16, required=True)
    dated = Day(mark("Date"), required=True)
    content = Text(mark("Content"), width=36)
    valid_until = Day(mark("New end"))
