"""Proving the files of records against history: what was said of a file, or its content, altered behind its back."""

from models import engine
from models.history.sealing import read_details
from models.kinds import KINDS
from models.text import mark, say

_GONE = mark("{record}: the file “{file}” was taken out of the office behind the back of history.")
_UNTOLD = mark("{record}: the file “{file}” was put in behind the back of history.")
_ALTERED = mark(
    "{record}: what is kept of the file “{file}” is not what history tells: it was altered behind its back."
)
_COLUMNS = ("name", "slot", "number", "dated", "signer", "digest")


def altered_files() -> list[str]:
    """Give a sentence for each file that is not as history tells."""
    told = _told()
    found = []
    asked = f"SELECT id, kind, record, removed_at, {', '.join(_COLUMNS)} FROM attachment ORDER BY id"
    for number, kind, record, removed, *values in engine.rows(asked):
        here = dict(zip(_COLUMNS, values, strict=True))
        owner, known = told.pop(number, ("", {}))
        sentence = _UNTOLD if owner != f"{kind}:{record}" else "" if _agree(known, here, bool(removed)) else _ALTERED
        if sentence:
            found.append(say(sentence).format(record=f"{kind}:{record}", file=here["name"]))
    return found + [say(_GONE).format(record=owner, file=known["called"]) for owner, known in told.values()]


def _told() -> dict[int, tuple[str, dict[str, str | None]]]:
    """Give each file as history tells: of which record, its values, and how it was ``called`` last."""
    of_files = "details LIKE '%\"attachment/%' OR deed = 'erase'"
    asked = f"SELECT kind, record, deed, details FROM change WHERE {of_files} ORDER BY id"
    found: dict[int, tuple[str, dict[str, str | None]]] = {}
    for kind, record, deed, details in engine.rows(asked):
        owner = f"{kind}:{record}"
        if deed == "erase":
            found = {number: each for number, each in found.items() if each[0] != owner}
        for path, old, new in read_details(details):
            book, _, rest = path.partition("/")
            number, _, name = rest.partition("/")
            if book == "attachment" and kind in KINDS:
                known = found.setdefault(int(number), (owner, {}))[1]
                known |= {name: new} | ({"called": new or old} if name == "name" else {})
    return found


def _agree(told: dict[str, str | None], here: dict[str, str | None], removed: bool) -> bool:
    """Tell whether a file is as it was told; rows of older programs tell no content."""
    if (told.get("name") is None) != removed:
        return False
    known = told | {"name": told.get("called")}
    return all(
        (known.get(name) or None) == (here[name] or None) for name in _COLUMNS if name != "digest" or name in told
    )
