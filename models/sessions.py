"""Sessions of mechanisms: parties, participants with the title held then, proposals, minutes and what follows."""

from typing import Any

import peewee

from models import choices, engine, options
from models.agreements import Agreement, nameless, take_name
from models.attached import Links, Rows
from models.checks import Complaint, at_least
from models.delegations import Delegation
from models.fields import Choice, Count, Day, Kept, Link, Listed, LongText, PartialDay, PersonName, Text
from models.mechanisms import Mechanism
from models.partners import Partner
from models.people import Person
from models.record import Detail, Lifecycle, Noted, in_order
from models.session_life import SESSION
from models.text import mark
from models.units import Unit


class Session(Noted):
    """One meeting of a mechanism; its members belong to it alone."""

    kind = "session"
    letters = "PH"
    sections = {
        "mechanism": mark("The session"),
        "parties": mark("Parties and participants"),
        "agenda": mark("Content"),
        "minutes_number": mark("Minutes"),
        "plan_number": mark("Plan of implementation"),
        "related": mark("Linked records"),
    }

    mechanism = Link(Mechanism, mark("Mechanism"), width=30, required=True, listed=True, searched=True)
    ordinal = Count(mark("Session number"), listed=True, checks=(at_least(1),), aliases=("Lần thứ",))
    name = Text(
        mark("Name of the session"),
        width=44,
        listed=True,
        searched=True,
        help=mark("Taken from the mechanism and the number where empty"),
    )
    type = Listed("mechanism_kind", mark("Kind of meeting"), width=24, help=mark("Where it differs from the mechanism"))
    previous = Link("self", mark("Previous session"), width=30)
    starts = PartialDay(mark("From day"), listed=True, index=True, aliases=("Ngày bắt đầu",))
    ends = PartialDay(mark("To day"), listed=True, aliases=("Ngày kết thúc",))
    place = Text(mark("Place"), width=26, listed=True, searched=True, aliases=("Địa điểm",))
    country = Listed(choices.COUNTRY, mark("Host country"), width=14)
    form = Choice(options.Form, mark("Form"), width=14)
    parties = Rows("SessionParty", mark("Parties"), required=True, searched=True)
    party_names = Kept(mark("Parties"), width=30, listed=True)
    participants = Rows("Participant", mark("Participants"), searched=True)
    agenda = LongText(mark("Content"), width=40, searched=True, aliases=("Nội dung",))
    proposals = Rows("Proposal", mark("Proposals of each side"), searched=True)
    result = LongText(mark("Result"), width=40, searched=True, aliases=("Kết quả",))
    minutes_number = Text(mark("Minutes: number or title"), width=24, searched=True, aliases=("Biên bản",))
    minutes_signed_on = Day(mark("Minutes signed on"), listed=True)
    minutes_text = LongText(
        mark("Text of the minutes"), width=40, searched=True, help=mark("Pasted; it is split into conclusions")
    )
    documents = Links(Agreement, mark("Documents signed"), searched=True, aliases=("Văn bản ký",))
    delegations = Links(Delegation, mark("Delegations", "kind"))
    plan_number = Text(mark("Plan: number"), width=16, searched=True)
    plan_date = Day(mark("Plan: date"))
    related = Links(None, mark("Linked records"))

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle of a session."""
        return SESSION

    def first_event(self) -> str | None:
        """Give the first day of the session."""
        return self.starts

    def complete(self) -> None:
        """Take the name from mechanism and number, the previous session from the series, and keep the parties."""
        if not self.name and self.value("mechanism"):
            told = f", lần thứ {self.ordinal}" if self.ordinal else ""  # a record's words, in the office's language
            self.name = f"{self.mechanism.short or self.mechanism.name}{told}"
        if not self.value("previous") and self.ordinal and self.value("mechanism"):
            self.previous = self._of_number(self.ordinal - 1)
        self.party_names = "; ".join(party.heading for party in self.parties if party.heading) or None

    def proposed(self) -> dict[str, Any]:
        """Propose, for a new session of a mechanism, the next number and the parties of the last session."""
        mechanism = self.value("mechanism")
        last = last_of(mechanism) if mechanism and not self.id else None
        if last is None:
            return {}
        found: dict[str, Any] = {"parties": parties_again(last)}
        if last.ordinal:
            found["ordinal"] = last.ordinal + 1  # the session before it follows from the number
        else:
            found["previous"] = last.id
        return found

    def complaints(self) -> list[Complaint]:
        """Add: days in order, one session for each number, no session before itself."""
        found = super().complaints() + in_order(self, "starts", "ends", mark("The session ends before it begins."))
        found += in_order(self, "starts", "minutes_signed_on", mark("The minutes were signed before the session."))
        found += in_order(self, "minutes_signed_on", "plan_date", mark("The plan is older than the minutes."))
        if self.ordinal and self.value("mechanism") and self._of_number(self.ordinal):
            words = mark("Session {number} of this mechanism exists already.")
            found.append(Complaint("ordinal", words, {"number": self.ordinal}))
        if self.id and self.value("previous") == self.id:
            found.append(Complaint("previous", mark("A session does not follow itself.")))
        return found

    def _of_number(self, number: int) -> int | None:
        """Find the other session of this mechanism that bears a number."""
        asked = (
            "SELECT id FROM session WHERE mechanism_id = ? AND ordinal = ? AND removed_at IS NULL AND id <> ? LIMIT 1"
        )
        found = engine.rows(asked, (self.value("mechanism"), number, self.id or 0))
        return found[0][0] if found else None


def last_of(mechanism: int) -> Session | None:
    """Give the last session of a mechanism, by number and else by day; None where there was none."""
    return (
        Session.select()
        .where(Session.mechanism == mechanism, Session.removed_at.is_null())
        .order_by(Session.ordinal.desc(nulls="LAST"), Session.starts.desc(nulls="LAST"), Session.id.desc())
        .first()
    )


def parties_again(session: Session) -> "list[SessionParty]":
    """Give the parties of a session for the next one; who signs is not known yet."""
    stored = SessionParty.select().where(SessionParty.owner == session.id).order_by(SessionParty.rank)
    names = ("side", "partner", "unit", "name")
    return [SessionParty(**{name: party.value(name) for name in names}) for party in stored]


class SessionParty(Detail):
    """A province, prefecture or body that takes part in a session."""

    named_by = "name"

    owner: Any = peewee.ForeignKeyField(Session, backref="+", on_delete="CASCADE", index=True)
    side = Choice(options.Side, mark("Side"), width=14, required=True)
    partner = Link(Partner, mark("Partner"), width=26, searched=True)
    unit = Link(Unit, mark("Own unit"), width=24, searched=True)
    name = Text(mark("Name"), width=28, searched=True, help=mark("Taken from the partner or unit where empty"))
    signatory = PersonName(mark("Signed the minutes"), width=24, searched=True, aliases=("Người ký",))
    position = Text(mark("Title then"), width=26, searched=True, aliases=("Chức vụ",))

    def complete(self) -> None:
        """Take the name from the partner or unit where none was written."""
        take_name(self)

    def complaints(self) -> list[Complaint]:
        """Add: a party needs a name."""
        return super().complaints() + nameless(self)


class Participant(Detail):
    """A person at a session, with the title held then."""

    owner: Any = peewee.ForeignKeyField(Session, backref="+", on_delete="CASCADE", index=True)
    side = Choice(options.Side, mark("Side"), width=14, required=True)
    name = PersonName(mark("Full name"), width=24, required=True, searched=True, aliases=("Họ tên", "Họ và tên"))
    position = Text(mark("Title and unit at the time"), width=34, searched=True, aliases=("Chức vụ",))
    role = Choice(options.SessionRole, mark("Role"), width=18, aliases=("Vai trò",))
    person = Link(Person, mark("Person"), width=22)
    remarks = Text(mark("Notes"), width=24)


class Proposal(Detail):
    """What one side proposed at a session."""

    named_by = "content"

    owner: Any = peewee.ForeignKeyField(Session, backref="+", on_delete="CASCADE", index=True)
    side = Choice(options.Side, mark("Side"), width=14, required=True)
    by = PersonName(mark("Proposed by"), width=22, searched=True)
    field_of = Listed("field", mark("Field"), width=20, aliases=("Lĩnh vực",))
    content = LongText(mark("Proposal"), width=50, required=True, searched=True, aliases=("Nội dung", "Đề xuất"))
