"""Proving the list of steps against history: who did what when, and what took it back; its words are sealed nowhere."""

from models import engine
from models.store.proof.records import same_moment
from models.text import mark, say

_GONE = mark("Step {n} was taken out of the list of steps behind the program's back.")
_ADDED = mark("Step {n} was put into the list of steps behind the program's back.")
_ALTERED = mark("Step {n} is not what history tells: it was altered behind its back.")
_UNDOING = ("undo", "redo")


def altered_deeds() -> list[str]:
    """Give a sentence for each step that does not agree with the lines of history that belong to it."""
    told = {number: rest for number, *rest in engine.rows(_TOLD, _UNDOING)}
    taken_back = dict(engine.rows(_TAKEN_BACK))
    found = []
    for number, at, who, undoes, undone_by in engine.rows("SELECT id, at, who, undoes, undone_by FROM deed"):
        first, authors, author, undoing = told.pop(number, (None, 0, "", None))
        if first is None:
            fault = "" if undoes else _ADDED  # undoing may find everything as it was already
        else:
            own = same_moment(first, at) and authors == 1 and author == who and undoing == (undoes is not None)
            fault = "" if own else _ALTERED
        fault = fault or ("" if taken_back.get(number) == undone_by else _ALTERED)
        found += [say(fault).format(n=number)] if fault else []
    return found + [say(_GONE).format(n=number) for number in told]


# Of each step: when it began, by how many and by whom, whether all of it is taking back (else None or 0).
_TOLD = (
    "SELECT deed_id, min(at), count(DISTINCT who), min(who), CASE WHEN min(deed IN (?1, ?2)) = max(deed IN (?1, ?2)) "
    "THEN min(deed IN (?1, ?2)) END FROM change WHERE deed_id IS NOT NULL GROUP BY deed_id"
)
# Of each step that is taken back now: the last that did it, unless that was itself undone again.
_TAKEN_BACK = (
    "SELECT u.undoes, u.id FROM deed u WHERE u.undone_by IS NULL "
    "AND u.id = (SELECT max(v.id) FROM deed v WHERE v.undoes = u.undoes)"
)
