"""The presets of an office: reports that it put together and gave a name, kept as JSON in its settings."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models import engine, store
from models.checks import Complaint
from models.fold import clean, fold, sort_key
from models.reports.built.description import LONGEST_NAME, Built, complaints
from models.reports.names import STATISTICS
from models.reports.stock import RESERVED
from models.text import mark

SETTING = "report_presets"
SET_ASIDE = "report_presets_damaged"
_VERSION = 1
_FILTERS = ("words", "year", "country", "state", "concern")

_LATER = mark("The preset “{name}” was made with a later version of the program. Update the program to run it.")
_DAMAGED = mark("The preset “{name}” is damaged and cannot be run. All others work. Forget it and make it anew.")
_WRONG = mark("The preset “{name}” cannot be run: {sentence}")
_ALL_DAMAGED = mark("The presets of this office are damaged and cannot be read. All records are as they were.")


@dataclass(frozen=True)
class Unreadable:
    """A preset that cannot be run, with the sentence that says why; without a name where all are damaged."""

    name: str
    title: str
    complaint: Complaint


class _Damaged(ValueError):
    """What is kept is no preset."""


def presets() -> list[Built]:
    """Give the presets of the open office that can be run, by title."""
    found = [each for each in _read() if isinstance(each, Built)]
    return sorted(found, key=lambda each: (sort_key(each.title), each.name))


def unreadable() -> list[Unreadable]:
    """Give the presets of the open office that cannot be run."""
    return [each for each in _read() if isinstance(each, Unreadable)]


def keep(about: Built, *, replace: bool = False) -> list[Complaint]:
    """Keep a preset; give what stands in the way. Raises ``Closed`` or ``SaveFailed`` where nothing can be saved."""
    about = _cleaned(about)
    found = complaints(about) + _taken(about.name, () if replace else _names())
    if about.question.only is not None:
        words = mark("Chosen records cannot be kept in a preset; filter by words, year, country or state.")
        found.append(Complaint("question", words))
    if not found:
        found = _set_aside()
        store.set_setting(SETTING, [*_others(about.name), to_keep(about)])
    return found


def forget(name: str) -> None:
    """Forget a preset; raise ``LookupError`` where there is none, ``Closed`` or ``SaveFailed``."""
    if name not in _names():
        raise LookupError(name)
    kept = _kept()
    places = [place for place, each in enumerate(kept, 1) if (_name(each) or str(place)) == name]
    store.set_setting(SETTING, [each for place, each in enumerate(kept, 1) if place not in places])


def rename(name: str, new: str, title: str) -> list[Complaint]:
    """Give a preset another name or title; raise ``LookupError`` where there is none that can be run."""
    known = next((each for each in presets() if each.name == name), None)
    if known is None:
        raise LookupError(name)
    changed = _cleaned(dataclasses.replace(known, name=new, title=title))
    found = complaints(changed) + _taken(new, (each for each in _names() if each != name))
    if not found:
        store.set_setting(SETTING, [to_keep(changed) if _name(each) == name else each for each in _kept()])
    return found


def proposed_name(title: str) -> str:
    """Make a name for the command line from a title, one that no other report has."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in fold(title))
    made = "-".join(part for part in plain.split("-") if part)[: LONGEST_NAME - 6].strip("-") or "report"
    if made.startswith(STATISTICS):
        made = f"my-{made}"
    taken = {*_names(), *RESERVED}
    return next(each for each in (made, *(f"{made}-{n}" for n in range(2, 1000))) if each not in taken)


def _taken(name: str, others: Iterable[str]) -> list[Complaint]:
    if name in RESERVED or name.startswith(STATISTICS):
        words = mark("“{name}” is the name of a report of the program itself; choose another.")
        return [Complaint("name", words, {"name": name})]
    if name in others:
        return [Complaint("name", mark("There is a preset “{name}” already."), {"name": name})]
    return []


def _cleaned(about: Built) -> Built:
    return dataclasses.replace(about, name=clean(about.name), title=clean(about.title))


def _kept() -> list[Any]:
    """Give what is kept, readable or not; raise ``_Damaged`` where nothing of it can be read."""
    try:
        found = store.setting(SETTING, [])
    except ValueError as error:
        raise _Damaged from error
    if not isinstance(found, list):
        raise _Damaged
    return found


def _read() -> list[Built | Unreadable]:
    try:
        return [of_kept(each, place) for place, each in enumerate(_kept(), 1)]
    except _Damaged:
        return [Unreadable("", "", Complaint("name", _ALL_DAMAGED))]


def _names() -> list[str]:
    return [each.name for each in _read() if each.name]


def _others(name: str) -> list[Any]:
    """Give what else is kept, to be written again with what changed."""
    return [each for each in _kept() if _name(each) != name]


def _set_aside() -> list[Complaint]:
    """Lay damaged presets aside, so that new ones can be kept and nothing is lost; say so."""
    try:
        _kept()
    except _Damaged:
        told = engine.rows("SELECT value FROM setting WHERE name = ?", (SETTING,))[0][0]
        store.set_setting(SET_ASIDE, str(told))
        store.set_setting(SETTING, [])
        words = mark("The earlier presets of this office were damaged; they were laid aside unread.")
        return [Complaint("name", words, warning=True)]
    return []


def _name(kept: Any) -> str:
    told = kept.get("name") if isinstance(kept, dict) else None
    return told if isinstance(told, str) else ""


def to_keep(about: Built) -> dict[str, Any]:
    """Give a description as it is kept."""
    filtered = {name: getattr(about.question, name) for name in _FILTERS}
    kept = {field.name: getattr(about, field.name) for field in dataclasses.fields(about) if field.name != "question"}
    return kept | {"version": _VERSION, "filter": {name: value for name, value in filtered.items() if value}}


def of_kept(kept: Any, place: int = 1) -> Built | Unreadable:
    """Read one preset; one without a readable name is called by its place."""
    name = _name(kept) or str(place)
    title = kept.get("title") if isinstance(kept, dict) else None
    title = title if isinstance(title, str) else name

    def refused(words: str, **values: Any) -> Unreadable:
        return Unreadable(name, title, Complaint("name", words, {"name": title, **values}))

    if isinstance(kept, dict) and isinstance(kept.get("version"), int) and kept["version"] > _VERSION:
        return refused(_LATER)
    try:
        about = _built(kept)
    except _Damaged:
        return refused(_DAMAGED)
    wrong = complaints(about)
    return refused(_WRONG, sentence=wrong[0]) if wrong else about


def _built(kept: Any) -> Built:
    """Read a description as it was kept; raise ``_Damaged`` where something is of another make."""
    if not isinstance(kept, dict) or kept.keys() != {*_PARTS, "version", "filter"}:
        raise _Damaged
    filtered = kept["filter"]
    if not isinstance(filtered, dict) or not set(filtered) <= set(_FILTERS):
        raise _Damaged
    well = all(_fits(kept[name], of) for name, of in _PARTS.items())
    if not well or not all(_fits(value, int if name == "year" else str) for name, value in filtered.items()):
        raise _Damaged
    told: dict[str, Any] = {name: tuple(kept[name]) if of is list else kept[name] for name, of in _PARTS.items()}
    return _cleaned(Built(**told, question=store.Question(**filtered)))


_PARTS: dict[str, type] = {
    **dict.fromkeys(("name", "title", "page"), str),
    **dict.fromkeys(("columns", "groupings"), list),
    "counting": bool,
    "language": object,
}


def _fits(value: Any, of: type) -> bool:
    if of is list:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if of is object:
        return value is None or isinstance(value, str)
    return isinstance(value, of) and not (of is int and isinstance(value, bool))
