"""The annual programme set against what became of it by a day: planned, due, done, in per cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models import days, engine, options, states, store
from models.kinds import PAGES, page_named
from models.options import PlanGroup
from models.store import Question, Row
from models.store.finding import year_field

FIELDS = (
    *("name", "group", "partners", "countries", "content", "level", "head", "persons", "planned_for", "quarter"),
    *("cost_vnd", "funding", "lead", "basis", "carried_out", "change", "year"),
)
_PART = 500


@dataclass(frozen=True)
class Planned:
    """A line of the programme: its cells in words, whether it was due and done by the day, and by which records."""

    row: Row
    group: str
    due: bool
    done: bool
    dropped: bool
    by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sum:
    """How many activities were planned for the year, were due by the day, and were carried out."""

    planned: int
    due: int
    done: int

    @property
    def share(self) -> float | None:
        """Give the part of the year's plan that was carried out; None where nothing was planned."""
        return self.done / self.planned if self.planned else None


@dataclass(frozen=True)
class Review:
    """The programme of a year as of a day."""

    year: int
    day: date
    lines: tuple[Planned, ...]

    def of(self, group: str) -> list[Planned]:
        """Give the lines of a group in their order."""
        return [line for line in self.lines if line.group == group]

    def groups(self) -> list[str]:
        """Give the groups that have lines, in the order of the programme."""
        return [group for group in options.PlanGroup if self.of(group)]


def sum_of(lines: Sequence[Planned]) -> Sum:
    """Add lines up."""
    return Sum(len(lines), sum(line.due for line in lines), sum(line.done for line in lines))


def review(year: int, day: date | None = None) -> Review:
    """Set the programme of a year against what was done by a day, the last day of the year where none is said."""
    page = PAGES["programme"]
    asked = "SELECT t.id FROM planned_activity t WHERE t.year = ? AND t.removed_at IS NULL AND t.draft = 0"
    ids = [number for (number,) in engine.rows(asked, (year,))]
    found = store.find(page, Question(only=tuple(ids), sort="planned_for", drafts=False)) if ids else []
    return Review(year, day or date(year, 12, 31), tuple(planned(found, day or date(year, 12, 31))))


def planned(ids: Sequence[int], day: date) -> list[Planned]:
    """Give lines of the programme as of a day, in the order of the ids."""
    page = PAGES["programme"]
    fields = [each for each in page.fields() if each.name in FIELDS]
    made: list[Planned] = []
    for start in range(0, len(ids), _PART):
        part = ids[start : start + _PART]
        kept = _kept(part)
        held = _held([each for told in kept.values() for each in told[2]])
        made += [_line(row, *kept[row.id], held, day) for row in store.rows(page, part, fields)]
    return made


def _line(row: Row, state: str | None, since: str | None, by: list[str], held: dict[str, "Held"], day: date) -> Planned:
    known = [held[each] for each in by if each in held]
    begun = min((days.last(each.day) for each in known if each.day), default=days.last(since[:10]) if since else None)
    return Planned(
        row,
        row.values["group"] or PlanGroup.OTHER,
        due=_due(row, day),
        done=state == states.PlanState.DONE and begun is not None and begun <= day,
        dropped=state == states.PlanState.DROPPED,
        by=tuple(each.told() for each in known if not each.day or days.last(each.day) <= day),
    )


def _due(row: Row, day: date) -> bool:
    """Tell whether it was to be carried out by a day: a month, quarter or year is due on its last day."""
    told, quarter = row.values["planned_for"], row.values["quarter"]
    if told and len(told) == 4 and quarter:
        told = f"{told}-{quarter * 3:02d}"
    return bool(told) and days.last(told) <= day


@dataclass(frozen=True)
class Held:
    """A record by which a line was carried out: its name and first day."""

    name: str
    day: str

    def told(self) -> str:
        """Write the name with the day."""
        return f"{self.name} ({days.text(self.day)})" if self.day else self.name


def _kept(ids: Sequence[int]) -> dict[int, tuple[str | None, str | None, list[str]]]:
    """Give state, since when, and the records that carried it out, of each line."""
    marks = ", ".join("?" * len(ids))
    asked = f"SELECT id, state, state_since FROM planned_activity WHERE id IN ({marks})"
    found: dict[int, tuple[str | None, str | None, list[str]]] = {
        number: (state, since, []) for number, state, since in engine.rows(asked, list(ids))
    }
    links = (
        "SELECT from_id, to_kind, to_id FROM link WHERE from_kind = 'programme' AND field = 'carried_out' "
        f"AND from_id IN ({marks}) ORDER BY from_id, position"
    )
    for number, kind, other in engine.rows(links, list(ids)):
        found[number][2].append(f"{kind}:{other}")
    return found


def _held(references: Sequence[str]) -> dict[str, Held]:
    """Give name and first day of records, with two questions a kind."""
    found: dict[str, Held] = {}
    told = [each.partition(":") for each in dict.fromkeys(references)]
    for kind in dict.fromkeys(kind for kind, *_ in told):
        numbers = [int(number) for k, _, number in told if k == kind]
        names, first = store.names(kind, numbers), _first_days(kind, numbers)
        found |= {f"{kind}:{each}": Held(names[each], first.get(each) or "") for each in numbers if each in names}
    return found


def _first_days(kind: str, numbers: Sequence[int]) -> dict[int, str]:
    page = page_named(kind)
    column = year_field(page)
    if column is None:
        return {}
    marks = ", ".join("?" * len(numbers))
    asked = f'SELECT id, {column} FROM "{page.record._meta.table_name}" WHERE id IN ({marks})'
    return dict(engine.rows(asked, list(numbers)))
