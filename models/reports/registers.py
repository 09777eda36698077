"""The registers behind a report: records as rows, in the order of the office's own lists, with helper columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from models import choices, days, engine, store
from models.fields import Described
from models.kinds import PAGES, Page
from models.reports.columns import Column, Kind, column, plain, titled
from models.reports.facts import ALIVE, DIRECTIONS, TABLES, WORDS, facts, listed, true
from models.reports.indicators import progress
from models.reports.periods import Period
from models.reports.statistics import keys, number
from models.text import mark, say

_CHUNK = 500
STATE, STANDING, DAYS, SIGNERS = "(state)", "(standing)", "(days)", "(signers)"

# Columns that show number, date and issuer of a document together, as the office's lists do.
DOCUMENTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "(request)": (mark("Request"), ("request_number", "request_date", "request_issuer")),
    "(invitation)": (mark("Letter of invitation"), ("invitation_number", "invitation_date")),
    "(permit)": (mark("Permit"), ("permit_number", "permit_date", "permit_issuer")),
    "(second)": (mark("Second decision"), ("second_permit_number", "second_permit_date")),
    "(report)": (mark("Report"), ("report_number", "report_date")),
    "(copy)": (mark("Copy to the ministry"), ("copy_number", "copy_date")),
}

# The columns of the office's registers, in the order in which provincial offices keep them.
SHOWN: dict[str, tuple[str, ...]] = {
    "inbound": (
        *("code", "name", "head", "countries", "partner", "level", "admin_level", "host_units", "host_leader"),
        *("(request)", "(permit)", "starts", "ends", "persons", "purpose", "fields", "pillar", "content"),
        *("places", "entry_gate", "funding", "in_plan", "(report)", "result", STATE, "note"),
    ),
    "outbound": (
        *("code", "name", "head", "requesting_unit", "(request)", "(permit)", "(second)", "decided_by"),
        *("inviter", "(invitation)", "countries", "partner", "starts", "ends", DAYS, "persons", "purpose"),
        *("fields", "pillar", "content", "funding", "cost", "cost_currency", "cost_rate", "cost_vnd", "in_plan"),
        *("(report)", STATE, "note"),
    ),
    "agreement": (
        *("code", "proposer", "signed_as", "type", "name", "countries", "partners", "signed_on", STATE, STANDING),
        *("effective_on", "term", "valid_until", SIGNERS, "approved_by", "authorised", "in_high_visit", "in_plan"),
        *("fields", "opinions", "(copy)", "original_signer", "inherited_by", "inheritance"),
        *("custody", "languages", "note"),
    ),
    "action": (
        *("code", "source", "source_words", "name", "fields", "pillar", "lead", "cooperating", "counterpart"),
        *("assigned_on", "due_on", "progress", "result", "evidence", "done_on", STATE, STANDING, "obstacles", "note"),
    ),
}
_WIDE, _NARROW = {"code": 15, "name": 26, "content": 24, "result": 20, SIGNERS: 20}, 13
_SUMMED = ("persons", "cost_vnd")
# What a formula must find as a code, because the words beside it may be renamed or stand twice.
_CODES = {"inbound": ("purpose", "pillar", "funding"), "agreement": ("signed_as",), "action": ()}
_CODES["outbound"] = (*_CODES["inbound"], "cost_currency")


@dataclass(frozen=True)
class Register:
    """A table of records with their helper columns, which stand last."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]

    def place(self, name: str) -> int:
        """Find a column by its name."""
        return [each.name for each in self.columns].index(name)


def register(name: str, period: Period, language: str | None = None) -> Register:
    """Give the records of a page that a report lists, with what each of them counts."""
    page = PAGES[name]
    helpers = _helpers(name, period)
    asked = ", ".join(expression for _, expression in helpers)
    order = {"agreement": "t.signed_on", "action": "t.assigned_on"}.get(name, "t.starts")
    where = f"{ALIVE} AND {listed(name, period)}"
    found = engine.rows(f'SELECT t.id, t.state, {asked} FROM "{TABLES[name]}" t WHERE {where} ORDER BY {order}, t.id')
    columns = [_shown(page, each, period, language) for each in SHOWN[name]]
    columns += [Column(each.name, _head(each, page, language), each.kind, 11, True) for each, _ in helpers]
    counted = {row[0]: (row[1], _typed(helpers, row[2:])) for row in found}
    rows = _rows(page, counted, period, language)
    return Register(name, say(_TITLES[name], language), tuple(titled(_numbered(columns, language))), tuple(rows))


_TITLES = {
    "inbound": mark("Inbound delegations"),
    "outbound": mark("Outbound delegations"),
    "agreement": mark("Agreements"),
    "action": mark("Follow-up actions"),
}


def _numbered(columns: list[Column], language: str | None) -> list[Column]:
    return [Column("(number)", say(mark("No."), language), "whole", 6), *columns]


def _shown(page: Page, name: str, period: Period, language: str | None) -> Column:
    if name in DOCUMENTS:
        return Column(name, say(DOCUMENTS[name][0], language), "text", _NARROW)
    if name in _EXTRA:
        title = say(_EXTRA[name], language).format(day=days.text(period.last.isoformat()))
        kind: Kind = "whole" if name == DAYS else "text"
        return Column(name, title, kind, 7 if name == DAYS else _WIDE.get(name, _NARROW))
    made = column(page, page.record.field(name), language, total=name in _SUMMED)
    return replace(made, width=min(made.width, _WIDE.get(name, _NARROW)))


_EXTRA: dict[str, str] = {
    STATE: mark("State"),
    STANDING: mark("As of {day}"),
    DAYS: mark("Days"),
    SIGNERS: mark("Signed by (both sides)"),
}


def _helpers(name: str, period: Period) -> list[tuple[Column, str]]:
    """Give the helper columns of a page with their SQL."""
    known = facts(name, period)
    found = [(Column(each, WORDS[each], "whole"), true(sql)) for each, sql in known.items()]
    found += [(Column(f"{each}:code", each), f"t.{each}") for each in _CODES[name]]
    if name in DIRECTIONS:
        day = "t.starts || substr('-01-01', length(t.starts) - 3)"
        month, _ = keys("month", period)
        plan, _ = keys("plan", period)
        found.insert(0, (Column("counted_on", mark("Counted on"), "day"), day))
        found.append((Column("month", mark("Counted in month"), "whole"), month))
        found.append((Column("plan", mark("In the programme (1/0)"), "whole"), plan))
    if name == "action":
        found.append((Column("progress:counted", mark("Progress counted (%)"), "whole"), progress(period)))
    return found


def _head(each: Column, page: Page, language: str | None) -> str:
    if each.name.endswith(":code"):
        label = say(page.label(page.record.field(each.title)), language)
        return say(mark("{column}: code"), language).format(column=label)
    return say(each.title, language)


def _typed(helpers: Sequence[tuple[Column, str]], values: Sequence[Any]) -> tuple[Any, ...]:
    found = []
    for (each, _), value in zip(helpers, values, strict=True):
        if each.name == "counted_on":
            value = date.fromisoformat(value) if value else None
        found.append(number("month", value) if each.name == "month" else value)
    return tuple(found)


def _rows(
    page: Page, counted: dict[int, tuple[str, tuple[Any, ...]]], period: Period, language: str | None
) -> list[tuple[Any, ...]]:
    names = SHOWN[page.name]
    asked = [part for name in names for part in DOCUMENTS.get(name, ("", (name,)))[1] if not part.startswith("(")]
    fields = {name: page.record.field(name) for name in asked}
    states = page.blank().lifecycle().states  # type: ignore[attr-defined]
    first = 1 if page.name in DIRECTIONS else 0
    known = list(facts(page.name, period))
    made: list[tuple[Any, ...]] = []
    ids = list(counted)
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        signers = _signers(part) if SIGNERS in names else {}
        for line in store.rows(page, part, list(fields.values())):
            state, helpers = counted[line.id]
            cells: dict[str, Any] = {
                STATE: choices.label(states, state, language) if state else None,
                STANDING: standing(page.name, dict(zip(known, helpers[first:], strict=False)), language),
                DAYS: _days(line.values),
                SIGNERS: signers.get(line.id),
            }
            cells |= {name: _cell(line, field, language) for name, field in fields.items()}
            cells |= {name: _document(line, DOCUMENTS[name][1]) for name in names if name in DOCUMENTS}
            made.append((len(made) + 1, *(cells[name] for name in names), *helpers))
    return made


def _cell(line: store.Row, field: Described, language: str | None) -> Any:
    """Give the value of a cell; what the source does not tell is said to be unknown."""
    value = line.values[field.name]
    if value in (None, [], ""):
        return say(mark("not known"), language) if line.texts[field.name] else None
    return plain(field, value, language)


def _document(line: store.Row, names: Sequence[str]) -> str:
    return ", ".join(line.texts[name] for name in names if line.values[name])


def _days(values: dict[str, Any]) -> int | None:
    starts, ends = values.get("starts"), values.get("ends")
    if not (starts and ends and len(starts) == len(ends) == 10):
        return None
    return (days.last(ends) - days.first(starts)).days + 1


def _signers(ids: Sequence[int]) -> dict[int, str]:
    """Give who signed, with the titles held then, ours first."""
    asked = (
        "SELECT owner_id, signatory, position FROM party WHERE signatory IS NOT NULL "
        f"AND owner_id IN ({', '.join(map(str, ids))}) ORDER BY owner_id, side = 'THEIRS', rank"
    )
    found: dict[int, list[str]] = {}
    for owner, name, position in engine.rows(asked):
        found.setdefault(owner, []).append(", ".join(part for part in (name, position) if part))
    return {owner: "; ".join(several) for owner, several in found.items()}


def standing(name: str, told: dict[str, int], language: str | None) -> str:
    """Say how a record stood on the last day of the period."""
    judge: Callable[[dict[str, int]], str] | None = {"agreement": _agreement, "action": _action}.get(name)
    return say(judge(told), language) if judge else ""


def _agreement(told: dict[str, int]) -> str:
    if told["in_force"]:
        return mark("In force, expires soon") if told["expiring"] else mark("In force", "state")
    return mark("Not in force")


def _action(told: dict[str, int]) -> str:
    if told["done"]:
        return mark("Done late") if told["late"] else mark("Done in time")
    if told["dropped"]:
        return mark("Carried over") if told["carried"] else mark("Cancelled", "state")
    return mark("Overdue") if told["overdue"] else mark("In time")
