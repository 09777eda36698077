"""The words of deeds, kept as marked words with values so that they can be told in either language.

Records are named by their number, not by a copy of their name: what is purged or erased is not in these words either.
"""

from typing import Any

from models import choices, engine, states
from models.described import Described
from models.history import FieldChange
from models.kinds import PAGES, page_of
from models.record import Entity, Numbered, Record
from models.statistic import Statistic
from models.store import reading
from models.text import Words, mark, say

# The marked words and their values: a plain value, or one of ``word``, ``words``, ``named``, ``file``, ``deed``.
Said = list[Any]

_ONE = {
    "create": mark("Entered {kind} “{name}”"),
    "edit": mark("Changed {kind} “{name}”: {fields}"),
    "step": mark("Moved {kind} “{name}” on to “{state}”"),
    "remove": mark("Removed {kind} “{name}”"),
    "restore": mark("Brought back {kind} “{name}”"),
    "purge": mark("Purged personal details of {kind} “{name}”"),
    "attach": mark("Attached “{file}” to {kind} “{name}”"),
    "detach": mark("Took “{file}” out of {kind} “{name}”"),
    "reattach": mark("Brought “{file}” back to {kind} “{name}”"),
    "restrict": mark("Marked {kind} “{name}” as restricted"),
    "unrestrict": mark("Took the mark “restricted” off {kind} “{name}”"),
    "describe": mark("Changed what is said of “{file}” in {kind} “{name}”"),
}
_SEVERAL = {
    "create": mark("Entered {n} records"),
    "edit": mark("Changed {n} records"),
    "remove": mark("Removed {n} records"),
    "restore": mark("Brought back {n} records"),
    "attach": mark("Attached files to {n} records"),
}
_WITH_MORE = mark("{deed}, and what belongs to it ({n})")
_GONE = mark("deleted for good", "record")
_COMPLETED = mark("Completed the draft of {kind} “{name}”")
_CHANGED = mark("Changed {kind} “{name}”")
_UNDONE, _REDONE = mark("Undid: {deed}"), mark("Did again: {deed}")
_JUST_DONE = mark("{deed}", "just done")
_OFFICE = mark("the office's own facts", "deed")
_FIELDS = 3  # so many changed fields are named
_SHORT = 60  # letters of a name


def word(words: str) -> dict[str, str]:
    """Keep a marked word as a value."""
    context = words.context if isinstance(words, Words) else None
    return {"word": str(words)} | ({"in": context} if context else {})


def named(record: Record) -> dict[str, Any]:
    """Give kind and name of a record as values."""
    one = page_of(record).one if record.kind in {page.record.kind for page in PAGES.values()} else _OFFICE
    return {"kind": word(one), "name": {"named": record.reference}}


def of_record(record: Record, verb: str, found: list[FieldChange]) -> Said:
    """Name a change of one record."""
    told = named(record)
    if verb == "edit":
        if any(change.path == "draft" for change in found):
            return [str(_COMPLETED), told]
        told["fields"] = {"words": _fields(record, found)}
        if not told["fields"]["words"]:
            return [str(_CHANGED), told]
    elif verb == "step" and isinstance(record, Numbered):
        told["state"] = {"state": [record.lifecycle().states.__name__, record.state]}
    return [str(_ONE.get(verb, verb)), told]


def of_file(record: Record, verb: str, file: int) -> Said:
    """Name a change of a file of a record."""
    return [str(_ONE.get(verb, verb)), named(record) | {"file": {"file": file}}]


def of_several(counts: dict[str, int], first: Said) -> Said:
    """Name a change of several records, so many in each way."""
    if len(counts) == 1 and (verb := next(iter(counts))) in _SEVERAL:
        return [str(_SEVERAL[verb]), {"n": counts[verb]}]
    return [str(_WITH_MORE), {"deed": {"deed": first}, "n": sum(counts.values()) - 1}]


def is_final(said: Said) -> bool:
    """Tell whether a deed is of those that are never taken back."""
    return said[0] == _ONE["purge"]


def undone(said: Said) -> Said:
    """Name the taking back of a deed."""
    return [str(_UNDONE), {"deed": {"deed": said}}]


def redone(said: Said) -> Said:
    """Name doing a deed again."""
    return [str(_REDONE), {"deed": {"deed": said}}]


def _fields(record: Record, found: list[FieldChange]) -> list[dict[str, str]]:
    known = {each.name: each for each in type(record).described() if not each.computed}
    names = dict.fromkeys(change.path.partition("/")[0] for change in found)
    labels = [_label(record, known[name]) for name in names if name in known]
    more = [{"word": "…"}] if len(labels) > _FIELDS else []
    return [word(each) for each in labels[:_FIELDS]] + more


def _label(record: Entity, field: Described) -> str:
    return record.label(field) if isinstance(record, Record) else field.label


def tell(said: Said, language: str | None = None) -> str:
    """Say the words of a deed."""
    words, values = said
    return say(words, language).format(**{name: _shown(value, language) for name, value in values.items()})


def just_done(said: Said) -> str:
    """Say that a deed was done."""
    pattern = say(_JUST_DONE)
    told = tell(said)
    return pattern.format(deed=told if pattern.startswith("{") else _lower(told))


def _shown(value: Any, language: str | None) -> str:
    match value:
        case {"word": words}:
            return _lower(say(Words(words, value.get("in")), language))
        case {"words": several}:
            return ", ".join(_shown(each, language) for each in several)
        case {"named": reference}:
            return _name(reference, language)
        case {"state": [enum, code]}:
            return choices.label(getattr(states, enum), code, language)
        case {"item": [list_name, code]}:
            return choices.item_label(list_name, code, language)
        case {"file": number}:
            found = engine.rows("SELECT name FROM attachment WHERE id = ?", (number,))
            return str(found[0][0]) if found else say(_GONE, language)
        case {"deed": said}:
            return tell(said, language)
    return str(value)


def _name(reference: str, language: str | None) -> str:
    kind, _, number = reference.partition(":")
    words = reading.names(kind, [int(number)]).get(int(number), say(_GONE, language))
    if kind == Statistic.kind:  # its name is a code, which tells a person nothing
        found = engine.rows("SELECT words FROM statistic WHERE id = ? AND words IS NOT NULL", (int(number),))
        words = " · ".join([words, *(each for (each,) in found)])
    words = " ".join(words.split())
    return words if len(words) <= _SHORT else words[: _SHORT - 1] + "…"


def _lower(words: str) -> str:
    """Write the first letter small, unless the word is written in capitals ("NGO")."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words
