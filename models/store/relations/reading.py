"""Reading the relations with one body in a fixed number of questions, however many records there are."""

from collections.abc import Sequence

from models import days, engine, succession
from models.kinds import KINDS
from models.record import Record
from models.store.relations.events import gather
from models.store.relations.sources import circle, question, sources
from models.store.relations.told import Body, Relations
from models.text import mark, say

BODIES = ("partner", "person", "unit")  # the kinds that have a page of relations
_TIMES = "t.name, t.begun, t.ended"


def read(kind: str, number: int, *, as_now: bool = False, below: bool = False) -> Relations:
    """Read everything with a body; raise ``LookupError`` where there is none.

    ``as_now`` counts the records of all bodies that it took over too (else as they were then); ``below`` those of the
    bodies that belong to it. Drafts are told, removed records are not. Words that are not linked are not guessed.
    """
    model = KINDS[kind]
    table, standing = model._meta.table_name, "successor" in model._meta.fields
    counted = circle(model, as_now, below)
    columns = _TIMES if standing else "t.name, NULL, NULL"
    asked = f'{counted} SELECT t.id, {columns} FROM "{table}" t JOIN body ON body.id = t.id ORDER BY t.id'
    bodies = tuple(Body(*row) for row in engine.rows(asked, (number,)))
    own = next((body for body in bodies if body.id == number), None)
    if own is None:
        raise LookupError(f"{kind}:{number}")
    before, after = _line(model, number) if standing else ((), ())
    known = sources(model)
    today = days.today().isoformat()
    events = gather(engine.rows(question(model, counted), (number,)), known, today)
    names = {body.id: body.name for body in bodies}
    return Relations(kind, own, before, after, bodies, events, as_now, below, names)


def included(kind: str, numbers: Sequence[int]) -> dict[int, str]:
    """Say of each of these bodies which others it took over: "includes Hà Giang (until 30/06/2025)"."""
    if "successor" not in KINDS[kind]._meta.fields or not numbers:
        return {}
    table, wanted = KINDS[kind]._meta.table_name, ", ".join(map(str, numbers))
    asked = (
        f'WITH RECURSIVE way(first, id) AS (SELECT id, id FROM "{table}" WHERE id IN ({wanted}) UNION '
        f'SELECT way.first, t.id FROM "{table}" t JOIN way ON t.successor_id = way.id WHERE t.removed_at IS NULL) '
        f'SELECT way.first, t.id, {_TIMES} FROM way JOIN "{table}" t ON t.id = way.id WHERE way.first <> t.id '
        "ORDER BY t.ended DESC, t.id"
    )
    found: dict[int, list[str]] = {}
    for first, *rest in engine.rows(asked):
        found.setdefault(first, []).append(Body(*rest).until())
    told = say(mark("includes {names}"))
    return {number: told.format(names=", ".join(names)) for number, names in found.items()}


def _line(model: type[Record], number: int) -> tuple[tuple[Body, ...], tuple[Body, ...]]:
    found = succession.line(model, number, _TIMES)
    before = tuple(Body(each, *rest) for each, earlier, *rest in found if earlier)
    return before, tuple(Body(each, *rest) for each, earlier, *rest in found if not earlier)
