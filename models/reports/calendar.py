"""What a week holds: visits, sessions, exchanges and conferences on each of their days, and the office's own lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models import days, engine, options, store
from models.kinds import PAGES
from models.reports.facts.source import one_of
from models.reports.periods import last_of
from models.states import ActionState
from models.store.calendar import AFTERNOON, MORNING, WHOLE_DAY, calendar_lines
from models.text import mark, say, say_n

HALVES = {
    WHOLE_DAY: mark("Whole day"),
    MORNING: mark("Morning"),
    AFTERNOON: mark("Afternoon"),
}
_CALLED_OFF = ("REJECTED", "POSTPONED", "CANCELLED")
# States in which it is not settled yet that it takes place; the calendar says so.
_OPEN = ("PLANNED", "PROPOSED", "INVITED", "RECEIVED", "SUPPLEMENT", "SUBMITTED")
# Where the columns of the calendar stand in a record: content, chair, persons, place, who prepares.
_TOLD: dict[str, tuple[tuple[str, ...], ...]] = {
    "inbound": (("name", "content"), ("host_leader",), ("head",), ("places",), ("host_units",)),
    "outbound": (("name", "content"), ("head",), (), ("countries",), ("requesting_unit",)),
    "session": (("name", "agenda"), (), ("party_names",), ("place",), ()),
    "exchange": (("name",), (), ("partners",), ("place",), ("lead",)),
    "conference": (("name", "content"), (), ("partners",), ("place",), ("organiser",)),
}

LONGEST = 14
"""Days up to which a record stands on each of them; a longer one on its first and its last."""
_COUNTS: dict[str, Callable[[int], str]] = {
    "persons": lambda n: say_n("{n} participant", "{n} participants", n),
    "ours": lambda n: say_n("{n} person of ours", "{n} persons of ours", n),
    "theirs": lambda n: say_n("{n} guest", "{n} guests", n),
    "delegates": lambda n: say_n("{n} delegate", "{n} delegates", n),
}


@dataclass(frozen=True)
class Entry:
    """A line of the calendar; ``kind`` and ``id`` name its record, or the number of a line of the office's own."""

    day: date
    half: str
    at: str
    words: str
    chair: str
    persons: str
    place: str
    prepared_by: str
    kind: str = ""
    id: int = 0
    name: str = ""


@dataclass(frozen=True)
class Week:
    """Monday to Sunday; ``undated`` are records of which only the month is known, ``running`` what lasts long.

    ``due`` are the tasks still open that fall due in it.
    """

    first: date
    last: date
    entries: tuple[Entry, ...]
    undated: tuple[str, ...]
    running: tuple[str, ...]
    due: tuple[Entry, ...] = ()

    @property
    def number(self) -> int:
        """Give the number of the week in its year."""
        return self.first.isocalendar().week

    def of(self, day: date) -> list[Entry]:
        """Give the lines of a day: what takes the whole day, then morning and afternoon by the hour."""
        found = [each for each in self.entries if each.day == day]
        halves = list(HALVES)
        return sorted(found, key=lambda each: (halves.index(each.half), each.at or "~", bool(each.kind)))


def week_of(day: date) -> Week:
    """Gather the week that a day lies in; nothing that was called off, no drafts."""
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    entries = [
        Entry(
            date.fromisoformat(line.day), line.half, line.at, line.words, line.chair, line.persons, line.place,
            line.prepared_by, id=number,
        )
        for number, line in calendar_lines(first, last).items()
    ]  # fmt: skip
    undated: list[str] = []
    running: list[str] = []
    for page in _TOLD:
        made, loose, long = _of_page(page, first, last)
        entries, undated, running = entries + made, undated + loose, running + long
    return Week(first, last, tuple(entries), tuple(undated), tuple(running), _due(first, last))


def _due(first: date, last: date) -> tuple[Entry, ...]:
    """Give the tasks still open that fall due."""
    page, closed = PAGES["action"], one_of((ActionState.DONE, ActionState.CARRIED, ActionState.CANCELLED))
    asked = (
        "SELECT t.id, t.due_on FROM follow_up t WHERE t.removed_at IS NULL AND t.draft = 0 "
        f"AND t.state NOT IN {closed} AND t.due_on BETWEEN ? AND ? ORDER BY t.due_on, t.id"
    )
    found = dict(engine.rows(asked, (first.isoformat(), last.isoformat())))
    shown = [each for each in page.fields() if each.name in ("name", "lead")]
    lines = store.rows(page, list(found), shown) if found else []
    return tuple(
        Entry(date.fromisoformat(found[each.id]), WHOLE_DAY, "", each.texts["name"], "", "", "", each.texts["lead"],
              "action", each.id, each.texts["name"])
        for each in lines
    )  # fmt: skip


def _of_page(page: str, first: date, last: date) -> tuple[list[Entry], list[str], list[str]]:
    """Give the entries of a page, and the names of what has no day and of what merely runs on."""
    shown = PAGES[page]
    table, fixed = shown.record._meta.table_name, shown.fixed.get("direction")
    way = f"AND t.direction = '{fixed}'" if fixed else ""
    if page == "exchange":  # a bulk row counts many activities and is none itself
        way = "AND COALESCE(t.activities, 1) = 1"
    off = ", ".join(f"'{state}'" for state in _CALLED_OFF)
    ends = "COALESCE(t.ends, t.starts)"
    asked = (
        f'SELECT t.id, t.starts, {ends}, t.state FROM "{table}" t WHERE t.removed_at IS NULL AND t.draft = 0 {way} '
        f"AND t.state NOT IN ({off}) AND t.starts <= ? AND {last_of(ends)} >= ? "
        "ORDER BY t.starts, t.id"
    )
    found = engine.rows(asked, (last.isoformat(), first.isoformat()))
    # of one whose last day is not known, its first stands in the calendar
    whole = [
        (n, starts, end if len(end) == 10 else starts, state) for n, starts, end, state in found if len(starts) == 10
    ]
    loose = [number for number, starts, _, state in found if len(starts) == 7 and state in _OPEN]
    lines = _lines(page, [number for number, *_ in whole])
    made: list[Entry] = []
    running: list[int] = []
    for number, starts, end, state in whole:
        on = _days(starts, end, first, last)
        made += [_dated(lines[number], day, starts, end, known=day > on[0], settled=state not in _OPEN) for day in on]
        running += [] if on else [number]
    names = store.names(shown.record.kind, [*loose, *running])
    return made, [names[number] for number in loose], [names[number] for number in running]


def _days(starts: str, ends: str, first: date, last: date) -> list[date]:
    begun, ended = date.fromisoformat(starts), date.fromisoformat(ends)
    if (ended - begun).days >= LONGEST:
        return [day for day in (begun, ended) if first <= day <= last]
    begin, end = max(begun, first), min(ended, last)
    return [begin + timedelta(days=place) for place in range((end - begin).days + 1)]


def _dated(entry: Entry, day: date, starts: str, ends: str, *, known: bool, settled: bool) -> Entry:
    """Put a record on a day; what was said on an earlier day of the week is not said again."""
    told = [entry.name if known else entry.words]
    if ends > starts:
        span = say(mark("(from {first} to {last})"))
        told.append(span.format(first=days.text(starts), last=days.text(ends)))
    if not settled:
        told.append(say(mark("(not settled yet)")))
    return replace(entry, day=day, words=" ".join(told))


def _lines(page: str, ids: Sequence[int]) -> dict[int, Entry]:
    if not ids:
        return {}
    wanted = {name for names in _TOLD[page] for name in names} | set(_COUNTS)
    fields = [each for each in PAGES[page].fields() if each.name in wanted]
    chairs, leads = _of_sessions(ids) if page == "session" else ({}, {})
    kind = PAGES[page].record.kind
    made = {}
    for row in store.rows(PAGES[page], ids, fields):
        words, chair, persons, place, prepared = (_told(row, names) for names in _TOLD[page])
        persons = "; ".join(part for part in (persons, *_counted(row)) if part)
        chair, prepared = chair or chairs.get(row.id, ""), prepared or leads.get(row.id, "")
        made[row.id] = Entry(
            date.min, WHOLE_DAY, "", words, chair, persons, place, prepared, kind, row.id, row.texts["name"]
        )
    return made


def _told(row: store.Row, names: Sequence[str]) -> str:
    return ": ".join(text for name in names if (text := row.texts[name]))


def _counted(row: store.Row) -> list[str]:
    """Say how many take part, by the counts that the record has."""
    told = []
    for name, words in _COUNTS.items():
        number = row.values.get(name)
        if isinstance(number, int):
            told.append(words(number).format(n=number))
    return told


def _of_sessions(ids: Sequence[int]) -> tuple[dict[int, str], dict[int, str]]:
    """Give who is in the chair of each session, ours first, and the unit that leads its mechanism."""
    marks = ", ".join("?" * len(ids))
    asked = (
        "SELECT owner_id, name, position FROM participant WHERE role = ? AND owner_id IN "
        f"({marks}) ORDER BY owner_id, side = 'THEIRS', rank"
    )
    chairs: dict[int, list[str]] = {}
    for owner, name, position in engine.rows(asked, (options.SessionRole.CO_CHAIR, *ids)):
        chairs.setdefault(owner, []).append(", ".join(part for part in (name, position) if part))
    leads = (
        "SELECT t.id, u.name FROM session t JOIN mechanism m ON m.id = t.mechanism_id JOIN unit u ON u.id = m.lead_id "
        f"WHERE t.id IN ({marks})"
    )
    return {owner: "; ".join(names) for owner, names in chairs.items()}, dict(engine.rows(leads, list(ids)))
