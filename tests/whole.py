"""Records of every kind with everything that is asked, made from what the fields themselves say."""

from decimal import Decimal
from typing import Any

from models import store
from models.attached import Links, Rows
from models.fields import Amount, Choice, Count, Day, Described, Link, Many, PartialDay, YesNo
from models.kinds import KINDS, PAGES, rows_of
from models.record import Record

# The names of the kinds on the command line.
DECIDED = (
    "delegation", "agreement", "action", "partner", "person", "unit", "mechanism", "session", "conclusion", "exchange",
    "conference", "training", "ngo", "aid", "gate", "incident", "document", "programme", "statistic",
)  # fmt: skip


def fresh(kind: str, name: str = "Sông Đà", direction: str = "in") -> Record:
    """Make a record that can be saved; what it links to is saved first. ``name`` stands in all of its texts."""
    made = PAGES[f"{direction}bound" if kind == "delegation" else kind].blank()
    for each in made.asked():
        if (each.required or each.name in ALSO) and not each.computed and each.empty(made.value(each.name)):
            setattr(made, each.name, value_for(each, name))
    return made


def value_for(field: Described, name: str) -> Any:
    """Give a value that a field takes."""
    if field.name in SPECIAL:
        return SPECIAL[field.name]
    match field:
        case Rows():
            return rows_for(field, name)
        case Links():
            return [f"{field.kind.kind if field.kind else 'partner'}:{linked(field.kind or KINDS['partner'])}"]
        case Link():
            return linked(field.rel_model)
        case Many():
            return field.codes()[:1]
        case Choice():
            return field.codes()[0]
        case YesNo():
            return True
        case Day() | PartialDay():
            return "2025-03-05"
        case Count():
            return 12
        case Amount():
            return Decimal(40)
        case _:
            return name


ALSO = ("source_words",)  # not asked of everyone: an action has a source, a record or words
SPECIAL = {"indicator": "I65", "year": 2025, "ends": "2025-03-07", "ordinal": 11}


def rows_for(field: Rows, name: str) -> list[Any]:
    """Give two rows, the second of another side where the kind knows sides."""
    made = []
    for side in range(2):
        row = rows_of(field)()
        for each in row.described():
            if each.required or each.name == row.named_by:
                setattr(row, each.name, value_for(each, f"{name} {side}"))
            if isinstance(each, Choice) and each.name == "side":
                setattr(row, each.name, each.codes()[side])
        made.append(row)
    return made


def linked(kind: type[Record]) -> int:
    """Give the first record of a kind, made for it where there is none."""
    ids = store.find(PAGES[kind.kind], store.Question(sort="id"), 1)
    return ids[0] if ids else int(store.save(fresh(kind.kind, "Nơi liên kết")).id)
