"""Names of one record: its fields, its rows, what follows from it, and the lines of its paper."""

from collections.abc import Callable, Sequence

from models import choices, deadlines, sequel
from models.attached import Rows
from models.fields import Described, Link, YesNo
from models.filling.naming import Listing, Name, Names, Value, key, value_of
from models.filling.spelling import NUMBER, STANDING, STATE, name_of, names_of
from models.kinds import rows_of
from models.options import Side
from models.paper.facts import Facts
from models.paper.records import paper_for, speaking
from models.paper.sheet import Line
from models.record import Detail, Numbered, Record
from models.reports.columns import kind_of, plain
from models.sessions import Session
from models.text import mark, say

_CODE = Name("ma_ho_so", ("code", "so_hieu", "ma"), mark("File code"))
_SIDES = {Side.OURS: ("phia_viet_nam", "ours"), Side.THEIRS: ("phia_ban", "theirs")}
_ROWS = {"Member": ("thanh_vien",), "Participant": ("dai_bieu",), "Party": ("ben_ky",), "Proposal": ("de_xuat",)}


def put_record(names: Names, record: Record, *, with_personal: bool) -> None:
    """Add everything that a template may name of a record."""
    with speaking(names.language):
        _put_fields(names, record, with_personal)
        for field in record.asked():
            if isinstance(field, Rows):
                _put_rows(names, record, field, with_personal)
        if isinstance(record, Session) and record.id:
            _put_session(names, record)
        names.add_list(_summary(record, names.language))


def _put_fields(names: Names, record: Record, with_personal: bool) -> None:
    facts = Facts(record)
    fields = [field for field in record.asked() if not isinstance(field, Rows)]
    told = names_of(fields, record.label, names.language)
    found = []
    for field, name in zip(fields, told, strict=True):
        if field.personal and not with_personal:
            names.withhold(name)
        else:
            found.append((name, _value(field, record.value(field.name), facts.text(field.name), names.language)))
    found += _documents(facts, {field.name for field in fields}, names.language)
    if isinstance(record, Numbered):
        standing = deadlines.standing(record)
        found.append((_CODE, value_of(record.code)))
        found.append((STATE, value_of(record.state_text(names.language))))
        found.append((STANDING, value_of(standing.text() if standing else None)))
    names.add_all([(Name(name.name, name.also, say(name.words, names.language)), value) for name, value in found])


def _value(field: Described, stored: object, words: str, language: str) -> Value:
    """Give a field in the words that papers use; days and numbers also as a cell holds them."""
    typed = (
        kind_of(field) in ("day", "whole", "number") and not isinstance(field, Link | YesNo) and not field.empty(stored)
    )
    return Value((plain(field, stored, language) if typed else words) or None, words)


def _documents(facts: Facts, known: set[str], language: str) -> list[tuple[Name, Value]]:
    """Name the documents as papers cite them: number, day and issuer together."""
    found = []
    for stem in sorted(name.removesuffix("_number") for name in known if name.endswith("_number")):
        if f"{stem}_date" in known:
            label = type(facts.record).field(f"{stem}_number").label
            first = say(label, "vi").partition(":")[0]
            words = say(label, language).partition(":")[0]
            found.append((Name(f"{key(first)}_day_du", (f"{stem}_document",), words), value_of(facts.document(stem))))
    return found


def _put_rows(names: Names, record: Record, field: Rows, with_personal: bool) -> None:
    """Add the rows of a field as a list; where each stands on a side, a list for each side too."""
    kind = rows_of(field)
    columns = [each for each in kind.described() if with_personal or not each.personal]
    told = tuple(names_of(columns, lambda each: each.label, names.language))
    for each in kind.described():
        if each.personal and not with_personal:
            names.withhold(names_of([each], lambda one: one.label, names.language)[0])
    rows: list[Detail] = list(getattr(record, field.name))
    base = name_of(record.label(field), names.language, field.name, *_ROWS.get(field.kind, ()))

    def reader(chosen: list[Detail]) -> Callable[[], Sequence[Sequence[Value]]]:
        return lambda: [_row(place, row, columns, names.language) for place, row in enumerate(chosen, 1)]

    names.add_list(Listing(base, (NUMBER, *told), reader(rows)))
    if any(each.name == "side" for each in columns):
        for side, endings in _SIDES.items():
            spelt = tuple(f"{one}_{end}" for one in base.spellings for end in endings)
            words = f"{base.words} ({choices.label(Side, side, names.language)})"
            chosen = [row for row in rows if row.value("side") == side]
            names.add_list(Listing(Name(spelt[0], spelt[1:], words), (NUMBER, *told), reader(chosen)))


def _row(place: int, row: Detail, columns: Sequence[Described], language: str) -> tuple[Value, ...]:
    with speaking(language):
        facts = Facts(row)
        told = (_value(each, row.value(each.name), facts.text(each.name), language) for each in columns)
        return (Value(place, str(place)), *told)


_CONCLUDED = (
    NUMBER,
    Name("muc", ("item",), mark("Item")),
    Name("linh_vuc", ("field",), mark("Field")),
    Name("noi_dung", ("content",), mark("Content")),
)
_TASK = (
    NUMBER,
    Name("nhiem_vu", ("task", "ten"), mark("Task")),
    Name("chu_tri", ("lead", "don_vi_chu_tri"), mark("Lead unit")),
    Name("han", ("due_on", "thoi_han"), mark("Due on")),
)


def _put_session(names: Names, record: Session) -> None:
    """Add what was concluded at a session, and the tasks that were given."""

    def concluded() -> Sequence[Sequence[Value]]:
        found = sequel.conclusions(record.id)
        return [
            (
                Value(place, str(place)),
                value_of(each.number),
                value_of(choices.item_label("field", each.field, names.language) if each.field else None),
                value_of(each.content),
            )
            for place, each in enumerate(found, 1)
        ]

    def given() -> Sequence[Sequence[Value]]:
        return [
            (Value(place, str(place)), *(value_of(row.texts[name]) for name in ("name", "lead", "due_on")))
            for place, row in enumerate(sequel.own_actions(record.id), 1)
        ]

    for words, also, columns, read in (
        (mark("Conclusions"), ("ket_luan", "conclusions"), _CONCLUDED, concluded),
        (mark("Tasks given"), ("nhiem_vu", "tasks"), _TASK, given),
    ):
        names.add_list(Listing(name_of(words, names.language, *also), columns, read))


def _summary(record: Record, language: str) -> Listing:
    """Give the lines of the record's paper, so that a letter says what the printed sheet says."""
    told = Name("tom_tat", ("summary",), say(mark("Lines of the printed sheet"), language))
    columns = (
        NUMBER,
        Name("phan", ("section",), mark("Section")),
        Name("muc", ("label",), mark("Item")),
        Name("noi_dung", ("text",), mark("Content")),
    )

    def read() -> Sequence[Sequence[Value]]:
        paper = paper_for(record.kind, record, language)
        lines = [(section.title, item) for section in paper.sections for item in section.items]
        found = [(title, item.label, item.text) for title, item in lines if isinstance(item, Line)]
        return [(Value(place, str(place)), *(value_of(each) for each in line)) for place, line in enumerate(found, 1)]

    return Listing(told, columns, read)
