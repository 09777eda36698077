"""Rows of records as registers of their own: payments of aid, changes of the status of gates."""

from collections.abc import Sequence

from models import engine
from models.aid import Disbursement
from models.gates import GateChange
from models.kinds import PAGES
from models.record import Detail
from models.reports.columns import Column, column, plain, titled
from models.reports.facts import ALIVE, SOURCES, listed
from models.reports.kept import Rows, keep
from models.reports.periods import Period
from models.reports.registers import Register, code_head, helpers_of
from models.text import mark, say

Helpers = list[tuple[Column, str]]
_PAID = ("paid_on", "amount", "currency", "rate", "amount_vnd", "document")
_CHANGED = ("changed_on", "to_state", "basis", "source", "remarks")


def payments(period: Period, language: str | None = None) -> list[Register]:
    """Give the payments of the period, each with its aid; no register where there are none."""
    source = SOURCES["disbursement"]
    where = f"{listed('disbursement', period)} ORDER BY {source.order}"
    helpers = helpers_of(source, period, _PAID)
    columns, found = _read("aid", Disbursement, _PAID, f"{source.table} WHERE {ALIVE} AND {where}", helpers, language)
    return [Register("disbursement", say(_PAYMENTS, language), columns, found)] if len(found) else []


def gate_changes(period: Period, language: str | None = None) -> list[Register]:
    """Give the history of the status of all gates; no register where there is none."""
    where = f"{period.before_end('d.changed_on')} ORDER BY t.ours_key, t.id, d.changed_on, d.rank"
    table = f'"gate_change" d JOIN "gate" t ON t.id = d.owner_id WHERE {ALIVE} AND {where}'
    columns, found = _read("gate", GateChange, _CHANGED, table, [], language)
    return [Register("gate_change", say(_CHANGES, language), columns, found)] if len(found) else []


_PAYMENTS, _CHANGES = mark("Payments of aid"), mark("Changes of the status of gates")


def _read(
    owner: str, kind: type[Detail], shown: tuple[str, ...], table: str, helpers: Helpers, language: str | None
) -> tuple[tuple[Column, ...], Rows]:
    """Give columns and rows: the code and name of the record that a row belongs to, its own cells, the helpers."""
    fields = [kind.field(each) for each in shown]
    asked = ", ".join(("t.code", "t.name", *(f"d.{each}" for each in shown), *(sql for _, sql in helpers)))

    def cells(values: Sequence[object]) -> list[object]:
        return [plain(field, value, language) for field, value in zip(fields, values, strict=False)]

    found = keep(
        (code, of, *cells(values), *values[len(fields) :])
        for code, of, *values in engine.stream(f"SELECT {asked} FROM {table}")
    )
    columns = [
        Column("code", say(mark("File code"), language), "identifier", 15),
        Column("of", say(PAGES[owner].title, language), "text", 36),
        *(column(None, field, language, total=field.name == "amount_vnd") for field in fields),
        *(Column(each.name, _head(each, kind, language), each.kind, 11, True) for each, _ in helpers),
    ]
    return tuple(titled(columns)), found


def _head(each: Column, kind: type[Detail], language: str | None) -> str:
    if not each.name.endswith(":code"):
        return say(each.title, language)
    return code_head(each, {field.name: field.label for field in kind.described()}, language)
