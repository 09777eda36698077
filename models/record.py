"""What every record has: an identity, a version, a life with states, and rules that complain in words."""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Self

import peewee

from models import choices, classified, days
from models.attached import Rows
from models.checks import Complaint, Label
from models.engine import database
from models.fields import Described, Remarks, Text
from models.text import mark


@dataclass(frozen=True)
class Step:
    """One way from state to state: what must be filled in, what else must hold, whether a reason is asked."""

    start: str
    end: str
    needs: tuple[str, ...] = ()
    rule: "Callable[[Any], list[Complaint]] | None" = None
    reason: bool = False


@dataclass(frozen=True)
class Lifecycle:
    """The states of a kind and the steps between them; ``closed`` states are read-only until reopened.

    ``late_entry`` are states in which an old record may be entered at once, ``late_needs`` what they ask for.
    """

    states: type[StrEnum]
    steps: tuple[Step, ...]
    first: str
    late_entry: tuple[str, ...] = ()
    late_needs: dict[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    closed: tuple[str, ...] = ()

    def onward(self, state: str | None) -> list[Step]:
        """Give the steps that lead on from a state, then every way back (which asks for a reason)."""
        forward = [step for step in self.steps if step.start == state]
        reached = {step.end for step in forward}
        back = [Step(step.end, step.start, reason=True) for step in self.steps if step.end == state]
        return forward + [step for step in back if step.start != step.end and step.end not in reached]

    def step(self, start: str | None, end: str) -> Step | None:
        """Give the step between two states, or None where there is none."""
        return next((step for step in self.onward(start) if step.end == end), None)


class Entity(peewee.Model):
    """A row with described fields: a record, or a detail of one."""

    id: Any
    uuid = peewee.CharField(max_length=36, unique=True)

    class Meta:
        """All kinds live in the one open office."""

        database = database
        legacy_table_names = False

    @classmethod
    @cache
    def described(cls) -> tuple[Described, ...]:
        """Give all described fields in the order of their declaration."""
        attached = [value for base in cls.__mro__ for value in vars(base).values() if isinstance(value, Described)]
        columns = [field for field in cls._meta.sorted_fields if isinstance(field, Described)]
        own = {field.name: field for field in [*attached, *columns] if not isinstance(field, peewee.Field)}
        return tuple(sorted([*columns, *own.values()], key=lambda field: field.place))

    @classmethod
    def field(cls, name: str) -> Described:
        """Give one described field by its name."""
        return cls._by_name()[name]

    @classmethod
    def field_or_none(cls, name: str) -> Described | None:
        """Give a described field by a name that may be none's, such as one that history tells of."""
        return cls._by_name().get(name)

    @classmethod
    @cache
    def _by_name(cls) -> dict[str, Described]:
        return {field.name: field for field in cls.described()}

    @property
    def heading(self) -> str:
        """Give the words that name this row to a person."""
        return str(getattr(self, self.named_by) or "")

    named_by: ClassVar[str] = "name"

    def value(self, name: str) -> Any:
        """Give the plain stored value of a described field (the number of a linked record, not the record)."""
        if name in type(self)._meta.fields:
            return self.__data__.get(name)
        return getattr(self, name)

    def shown(self, field: Described) -> str:
        """Show the value of a field in words, an amount of money with its currency."""
        words, currency = field.text(self.value(field.name)), getattr(field, "currency", "")
        told = self.value(currency) if currency and words else None
        return f"{words} {told}" if told else words

    def complete(self) -> None:
        """Work out the values that follow from others; called before each check and save."""

    def asked(self) -> tuple[Described, ...]:
        """Give the fields that concern this very row; a kind leaves out what does not apply."""
        return type(self).described()

    def may_ask(self) -> tuple[Described, ...]:
        """Give the fields that may come to concern this row while it is written; a form has room for them."""
        return self.asked()

    def complaints(self) -> list[Complaint]:
        """Give what is wrong with the values present; missing ones are asked for elsewhere."""
        found = [complaint for field in self.asked() for complaint in field.complaints(self.value(field.name))]
        found += classified.stamped(self)
        for field in self.asked():
            if isinstance(field, Rows):
                for place, row in enumerate(getattr(self, field.name), 1):
                    found += [_of_row(field, place, complaint) for complaint in row.complaints() + row.missing()]
        return found

    def missing(self, names: Sequence[str] | None = None) -> list[Complaint]:
        """Give a complaint for each required (or named) field that is empty."""
        wanted = [f for f in self.asked() if (f.required if names is None else f.name in names)]
        return [
            Complaint(field.name, mark("Fill in: {field}."), {"field": Label(self.label(field))})
            for field in wanted
            if not field.computed and field.empty(self.value(field.name))
        ]

    def label(self, field: Described) -> str:
        """Give the label that a field has on this very row (a kind may word it by direction)."""
        return field.label


def _of_row(field: Described, place: int, complaint: Complaint) -> Complaint:
    words = mark("Row {row}: {sentence}")
    return Complaint(field.name, words, {"row": place, "sentence": complaint}, complaint.warning)


class Detail(Entity):
    """A row of details that belongs to one record; each kind of row names its ``owner``."""

    owner: Any
    rank = peewee.IntegerField(default=0)


class Record(Entity):
    """Something the office keeps: saved as a whole, with a version, a history and a way to be found."""

    version = peewee.IntegerField(default=0)
    draft = peewee.BooleanField(default=False)
    created_at = peewee.TextField(null=True)
    created_by = peewee.TextField(null=True)
    updated_at = peewee.TextField(null=True)
    updated_by = peewee.TextField(null=True)
    removed_at = peewee.TextField(null=True, index=True)
    removed_by = peewee.TextField(null=True)

    kind: ClassVar[str] = ""
    sections: ClassVar[dict[str, str]] = {}

    @classmethod
    def blank(cls, **values: Any) -> Self:
        """Make a new, unsaved record with its first state."""
        record = cls(**{name: value for name, value in values.items() if name in cls._meta.fields})
        for name, value in values.items():
            if name not in cls._meta.fields:
                setattr(record, name, value)
        return record

    @property
    def reference(self) -> str:
        """Give ``kind:id``, by which any record can name any other."""
        return f"{self.kind}:{self.id}"

    def also_found_by(self) -> list[str]:
        """Give further words under which the record is found."""
        return []

    def totals(self, rows: str) -> list[tuple[str, str]]:
        """Give what the rows of a field come to: marked words, each with its sum as it is shown."""
        return []

    def proposed(self) -> dict[str, Any]:
        """Give values that a form may offer for what is still empty; nothing is filled in by saving."""
        return {}


class Numbered(Record):
    """A record with a file code, a state and a life cycle."""

    letters: ClassVar[str] = ""

    code = Text(
        mark("File code"), width=13, unique=True, listed=True, searched=True, aliases=("Mã hồ sơ", "Số hiệu", "Mã")
    )
    state = peewee.TextField(null=True, index=True)
    state_since = peewee.TextField(null=True)
    # Names of fields, with blanks between, of which the source says nothing ("chưa rõ"); late entry accepts them.
    unknown = peewee.TextField(null=True)

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle that this record follows."""
        raise NotImplementedError

    @classmethod
    def blank(cls, **values: Any) -> Self:
        """Make a new record in the first state of its life cycle."""
        record = super().blank(**values)
        if record.state is None:
            record.state = record.lifecycle().first
        return record

    def asked(self) -> tuple[Described, ...]:
        """Give the fields without the code, which the program gives."""
        return tuple(field for field in super().asked() if field.name != "code")

    def first_event(self) -> str | None:
        """Give the first dated event, whose year the file code carries."""
        return None

    def number_year(self) -> int:
        """Give the year for the file code."""
        event = self.first_event()
        return int(event[:4]) if event else days.today().year

    def missing(self, names: Sequence[str] | None = None) -> list[Complaint]:
        """Ask on entry also for what the state stands for; leave out what late entry may leave unknown."""
        cycle = self.lifecycle()
        unknown = (self.unknown or "").split() if self.may_be_old() else []
        found = super().missing(names)
        if names is None and not self.code:
            asked = {complaint.field for complaint in found}
            needed = [name for name in cycle.late_needs.get(self.state or "", ()) if name not in asked]
            found += super().missing(needed)
        return [complaint for complaint in found if complaint.field not in unknown]

    def may_be_old(self) -> bool:
        """Tell whether the record may have been entered long after, so that less is asked of it."""
        return self.state in self.lifecycle().late_entry

    def state_text(self, language: str | None = None) -> str:
        """Show the state in words."""
        return choices.label(self.lifecycle().states, self.state, language) if self.state else ""

    def closed(self) -> bool:
        """Tell whether the record is read-only until it is reopened with a reason."""
        return self.state in self.lifecycle().closed

    def steps(self) -> list[Step]:
        """Give the steps that may be tried from here."""
        return self.lifecycle().onward(self.state)

    def step_complaints(self, step: Step) -> list[Complaint]:
        """Give what stands in the way of a step."""
        return self.missing(step.needs) + (step.rule(self) if step.rule else [])


class Noted(Numbered):
    """A numbered record with remarks at its end."""

    note = Remarks(mark("Notes"), width=30, searched=True, aliases=("Ghi chú",))


def in_order(record: Entity, earlier: str, later: str, words: str) -> list[Complaint]:
    """Complain at ``later`` where it lies before ``earlier``; partial days are compared by what is known."""
    start, end = getattr(record, earlier), getattr(record, later)
    if start and end and days.last(end) < days.first(start):
        return [Complaint(later, words)]
    return []


def not_in_future(record: Entity, name: str) -> list[Complaint]:
    """Complain where something said to have happened lies after today."""
    day: str | None = getattr(record, name)
    if day and days.first(day) > days.today():
        return [Complaint(name, mark("This day has not come yet."))]
    return []


def day_of(value: str | None) -> date | None:
    """Give a whole stored day as a date."""
    return date.fromisoformat(value) if value and len(value) == 10 else None
