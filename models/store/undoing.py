"""Taking back and doing again: what was before a deed is saved anew, checked as any save; whole or not at all."""

import json
from collections.abc import Sequence

from models import days, engine
from models.attachments import Stopped
from models.attachments.blobs import Going, go_on
from models.store import doing, entries, marking, saving, taking_back, transaction, wording
from models.store.doing import Deed
from models.store.taking_back import NotUndone, Touched
from models.text import mark

NOTHING = mark("There is nothing to undo.")
NOTHING_AGAIN = mark("There is nothing to redo.")
_ALREADY = mark("“{deed}” was undone already. Nothing was changed.")
_PURGED = mark("Purging personal details cannot be undone: they are gone for good. Nothing was changed.")
_BARRED = mark("Not one of these steps was undone: “{deed}” ({at}, {who}) bars the way. {why}")
# Whether a record of the deed ``d`` was erased for good after it; what came after with the same number is another.
_ERASED = (
    "EXISTS (SELECT 1 FROM change c JOIN change e ON e.kind = c.kind AND e.record = c.record "
    "WHERE c.deed_id = d.id AND e.deed = 'erase' AND e.id > c.id)"
)
_NOT_TAKEN = mark("The database did not take the older values. Nothing was undone.")


def undo(number: int | None = None, going: Going = go_on) -> Deed:
    """Take back a deed, or the newest that is not taken back; give the deed that did it.

    Raises ``NotUndone`` with a sentence where it cannot be (changed since, purged, erased), ``Closed``,
    ``SaveFailed``, or ``Stopped`` where ``going`` says so; then nothing was changed. Taking back an undoing does the
    deed again.
    """
    chosen = next_undo() if number is None else doing.deed(number)
    if chosen is None:
        raise NotUndone(NOTHING)
    if chosen.undoes is not None and (earlier := doing.deed(chosen.undoes)).undoes is not None:
        chosen = doing.deed(earlier.undoes)  # a redoing: what it did again is the deed itself
    try:
        return _take_back(chosen, going)
    except NotUndone:
        _passed.add((*_here(), chosen.id))
        raise


def redo(going: Going = go_on) -> Deed:
    """Do again what was taken back last; a new change ends that. Raises as ``undo`` does."""
    undone = next_redo()
    if undone is None or undone.undone_by is None:
        raise NotUndone(NOTHING_AGAIN)
    return _take_back(doing.deed(undone.undone_by), going)


def next_undo() -> Deed | None:
    """Give the deed that Ctrl+Z takes back.

    One that could not be, once that was said, no longer bars the way; one whose record was erased for good never does.
    """
    passed = [number for path, newest, number in _passed if (path, newest) == _here()]
    among = f"undoes IS NULL AND undone_by IS NULL AND id NOT IN ({', '.join('?' * len(passed))})"
    asked = f"id = (SELECT d.id FROM deed d WHERE {among} AND NOT {_ERASED} ORDER BY d.id DESC LIMIT 1)"
    return next(iter(doing.read(asked, tuple(passed))), None)


# What could not be taken back and was said so, until something new is done: office, newest deed, deed.
_passed: set[tuple[str, int, int]] = set()


def _here() -> tuple[str, int]:
    session = transaction.current()
    newest = engine.rows("SELECT COALESCE(max(id), 0) FROM deed WHERE undoes IS NULL")[0][0]
    return str(session.path) if session else "", newest


def next_redo() -> Deed | None:
    """Give the deed that Ctrl+Y does again: the one taken back last, if nothing else was done since."""
    asked = "undoes IS NULL AND undone_by > (SELECT max(id) FROM deed WHERE undoes IS NULL) ORDER BY undone_by DESC"
    found = doing.read(f"{asked} LIMIT 1")
    return None if erased(found) else next(iter(found), None)


def size(number: int, *, onward: bool = False) -> int:
    """Tell how many changes of records a deed is made of, or this one with all that followed."""
    among = ">=" if onward else "="
    return int(engine.rows(f"SELECT count(*) FROM change WHERE deed_id {among} ?", (number,))[0][0])


def standing_since(number: int) -> list[Deed]:
    """Give a deed and all that followed it, as far as they stand, the newest first."""
    return doing.deeds_since(number - 1)


def back_to(number: int, going: Going = go_on) -> list[Deed]:
    """Take back deed after deed, the newest first, this one the last, all or none; give what was taken back.

    Raises ``NotUndone`` with a sentence that names the deed which bars the way, else as ``undo`` does; then nothing
    was changed.
    """
    wanted = standing_since(number)
    _each(wanted, going)
    return wanted


def again(undone: Sequence[Deed], going: Going = go_on) -> list[Deed]:
    """Do again what ``back_to`` took back, the oldest first, all or none; raises as it does."""
    undoings = [doing.deed(each.id).undone_by for each in reversed(undone)]
    return _each([doing.deed(each) for each in undoings if each], going)


def _each(wanted: Sequence[Deed], going: Going) -> list[Deed]:
    """Take back several deeds in one transaction; give the deeds that did it."""
    done = []
    try:
        with transaction.several():
            for place, each in enumerate(wanted):
                try:
                    done.append(
                        _take_back(each, lambda part, all_, at=place: going(at * all_ + part, len(wanted) * all_))  # type: ignore[misc]
                    )
                except NotUndone as refused:
                    raise _barred(each, str(refused)) from refused
    finally:
        entries.take_over()
    saving.announce(set())
    return done


def _barred(deed: Deed, why: str) -> NotUndone:
    return NotUndone(_BARRED, deed=deed.text(), at=days.moment(deed.at), who=deed.who, why=why)


def erased(deeds: Sequence[Deed]) -> set[int]:
    """Give the numbers of those deeds that can never be taken back, because a record of theirs was erased for good."""
    if not deeds:
        return set()
    numbers = sorted(each.id for each in deeds)
    asked = f"SELECT d.id FROM deed d WHERE d.id BETWEEN ? AND ? AND {_ERASED}"
    found = {number for (number,) in engine.rows(asked, (numbers[0], numbers[-1]))}
    return found.intersection(numbers)


def brings(number: int) -> bool:
    """Tell whether a deed made a record that was not there before."""
    return bool(engine.rows("SELECT 1 FROM change WHERE deed_id = ? AND deed = 'create' LIMIT 1", (number,)))


def _take_back(chosen: Deed, going: Going) -> Deed:
    if chosen.undone_by is not None:
        raise NotUndone(_ALREADY, deed=chosen.text())
    original = doing.deed(chosen.undoes) if chosen.undoes else None
    said = wording.redone(original.said) if original else wording.undone(chosen.said)
    try:
        with saving.together():
            doing.name(said, undoes=chosen.id)
            number = doing.number()
            _apply(chosen.id, "redo" if original else "undo", wording.tell(said), going)
            engine.execute("UPDATE deed SET undone_by = ? WHERE id = ?", (number, chosen.id))
            if original:
                engine.execute("UPDATE deed SET undone_by = NULL WHERE id = ?", (original.id,))
    except engine.IntegrityError as error:
        raise NotUndone(_NOT_TAKEN) from error
    finally:
        entries.take_over()
    return doing.deed(number)


def _apply(number: int, verb: str, note: str, going: Going) -> None:
    touched = _touched(number)
    made = {(each.kind, each.record) for each in touched if each.created}
    for place, each in enumerate(reversed(touched)):
        if not going(place, len(touched)):
            raise Stopped
        if each.kind in entries.KEPT:
            entries.take_back(each, verb)
            continue
        marking.take_back(each, verb)
        if each.created or each.values:
            taking_back.take_back(each, verb, note, made)


def _touched(number: int) -> list[Touched]:
    """Gather what a deed changed, each value from its first to its last, in the order in which it was touched."""
    found: dict[tuple[str, int], Touched] = {}
    asked = "SELECT id, deed, kind, record, details FROM change WHERE deed_id = ? ORDER BY id"
    for row, verb, kind, record, details in engine.rows(asked, (number,)):
        if verb == "purge":
            raise NotUndone(_PURGED)
        each = found.setdefault((kind, record), Touched(kind, record, verb == "create"))
        each.last = row
        for path, old, new in json.loads(details):
            each.values[path] = (each.values[path][0] if path in each.values else old, new)
    return list(found.values())
