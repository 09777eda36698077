"""Everything that the office holds about one person, wherever it stands."""

import json
from dataclasses import dataclass

from models import engine, history
from models.backup import copies_of
from models.delegations import Delegation, Member
from models.fields import Described, Link
from models.fold import fold
from models.kinds import page_of
from models.people import Person
from models.record import Entity
from models.store import linking, unfinished
from models.store.reading import load, names
from models.store.transaction import current
from models.text import say

Fact = tuple[str, str]


@dataclass(frozen=True)
class Place:
    """A record in which a person stands: its kind, number, file code and name, and what it says of the person."""

    kind: str
    id: int
    one: str
    code: str
    name: str
    facts: tuple[Fact, ...] = ()

    def __str__(self) -> str:
        """Name it as papers do."""
        return " ".join(part for part in (self.code, self.name) if part)


@dataclass(frozen=True)
class Held:
    """What is held of a person: own facts, places, files, and how much of what cannot be read out one by one."""

    person: Person
    facts: tuple[Fact, ...]
    member_of: tuple[Place, ...]
    named_in: tuple[Place, ...]
    namesakes: tuple[Place, ...]  # the same name, not linked: perhaps somebody else
    files: tuple[tuple[str, str], ...]  # name of the file, record
    drafts: tuple[str, ...]
    changes: tuple[history.Entry, ...]
    reports: int
    backups: int


def held_about(person: Person) -> Held:
    """Gather what the open office holds about a person."""
    rows = member_rows(person)
    member_of = tuple(_place(Delegation.kind, owner, _facts(row)) for owner, row in rows)
    linked = [each for each in linking.hanging(person, binned=True) if each not in {(p.kind, p.id) for p in member_of}]
    session = current()
    return Held(
        person,
        _facts(person),
        member_of,
        tuple(_place(*each) for each in linked),
        tuple(_place(Delegation.kind, number) for number in _namesakes(person)),
        _files(person),
        tuple(each.title for each in drafts_of(person)),
        tuple(history.read(person.kind, person.id)),
        engine.rows("SELECT count(*) FROM frozen_report")[0][0],
        len(copies_of(session.path)) if session else 0,
    )


def member_rows(person: Person) -> list[tuple[int, Member]]:
    """Give the rows of delegations that are linked with a person, each with its delegation, those of the bin too."""
    found = Member.select().where(Member.person == person.id).order_by(Member.owner)
    return [(row.__data__["owner"], row) for row in found]


def former_rows(person: Person) -> dict[int, set[str]]:
    """Give the rows that were linked with a person and are taken out since: delegation → their identities."""
    asked = "SELECT record, details FROM change WHERE kind = ? AND details LIKE '%/person\"%'"
    present = {uuid for (uuid,) in engine.rows("SELECT uuid FROM member")}
    found: dict[int, set[str]] = {}
    for number, details in engine.rows(asked, (Delegation.kind,)):
        for path, *both in json.loads(details):
            _, _, rest = path.partition("/")
            uuid, _, column = rest.partition("/")
            if column == "person" and person.id in both and uuid not in present:
                found.setdefault(number, set()).add(uuid)
    return found


def drafts_of(person: Person) -> list[unfinished.Unfinished]:
    """Give the texts, typed and not saved, of the person or with the person's name in them."""
    name = fold(person.name or "")
    return [
        each
        for each in unfinished.unfinished()
        if (each.kind, each.record) == (person.kind, person.id)
        or (name and name in fold(json.dumps(each.content, ensure_ascii=False)))
    ]


def _place(kind: str, number: int, facts: tuple[Fact, ...] = ()) -> Place:
    record = load(kind, number)
    one = page_of(record).one if kind != "office" else record.sections["name"]
    return Place(kind, number, say(one), getattr(record, "code", None) or "", record.heading, facts)


def _facts(row: Entity) -> tuple[Fact, ...]:
    told = ((field, row.value(field.name)) for field in row.described() if not field.computed)
    return tuple((say(row.label(field)), _text(field, value)) for field, value in told if not field.empty(value))


def _text(field: Described, value: object) -> str:
    if isinstance(field, Link) and isinstance(value, int):
        return names(field.rel_model.kind, [value]).get(value, "")
    return field.text(value)


def _namesakes(person: Person) -> list[int]:
    asked = "SELECT DISTINCT owner_id FROM member WHERE person_id IS NULL AND same_person = ? ORDER BY owner_id"
    return [number for (number,) in engine.rows(asked, (fold(person.name or ""),))]


def _files(person: Person) -> tuple[tuple[str, str], ...]:
    """Give the files that lie with the person or bear the name, in theirs or in the signer's."""
    name = fold(person.name or "")
    asked = "SELECT kind, record, name, signer FROM attachment ORDER BY kind, record, name"
    mine = [
        (file, kind, number)
        for kind, number, file, signer in engine.rows(asked)
        if (kind, number) == (person.kind, person.id) or (name and name in fold(f"{file} {signer or ''}"))
    ]
    return tuple((file, str(_place(kind, number))) for file, kind, number in mine)
