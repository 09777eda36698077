"""How a form is arranged: which fields stand in which section, how wide each is, what opens at first."""

from collections.abc import Container
from dataclasses import dataclass

from models.attached import Links, Rows
from models.fields import Amount, Choice, Count, Day, Described, Link, LongText, Many, YesNo
from models.record import Record
from models.text import mark

TRACKS = 4
LONG_FORM = 5  # sections; only forms with more of them begin with some folded
OTHER = mark("Other")


@dataclass(frozen=True)
class Section:
    """A titled group of fields, named by its first field."""

    name: str
    title: str
    fields: tuple[Described, ...]


def sections_of(record: Record, without: Container[str] = ()) -> list[Section]:
    """Give the sections of a record's form."""
    asked = [each for each in record.may_ask() if not each.computed and each.name not in without]
    titles = record.sections
    groups: list[tuple[str, str, list[Described]]] = []
    for each in asked:
        if each.name in titles and groups and not groups[0][1]:
            groups[0] = (groups[0][0], titles[each.name], groups[0][2])
        elif each.name in titles or not groups:
            groups.append((each.name, titles.get(each.name, ""), []))
        groups[-1][2].append(each)
    return [Section(name, title or OTHER, tuple(fields)) for name, title, fields in groups]


def tracks_of(field: Described) -> int:
    """Tell how many of the form's four tracks a field takes."""
    match field:
        case Rows() | LongText():
            return TRACKS
        case Links() | Link() | Many():
            return 2
        case Day() | Count() | Amount() | YesNo():
            return 1
        case Choice():
            return 1 if field.width <= 16 else 2
    return 1 if field.width <= 16 else TRACKS if field.width >= 36 else 2


def opens_at_first(section: Section, record: Record, sections: int) -> bool:
    """Tell whether a section is open in a form that nobody folded yet: it asks for something or holds something."""
    if sections <= LONG_FORM or any(each.required for each in section.fields):
        return True
    if all(isinstance(each, Rows) for each in section.fields):
        return True
    return any(not each.empty(record.value(each.name)) for each in section.fields)
