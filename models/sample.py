"""The sample offices: two provinces as the press lets them be rebuilt, with made-up filler marked "(mẫu)"."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from models import days, store
from models.attached import Links, Rows
from models.errors import OfficeRefused
from models.fields import Link
from models.kinds import KINDS, PAGES, rows_of
from models.record import Entity, Numbered, Record
from models.text import mark

NAMES = ("lai-chau", "dien-bien")
# The day on which the sample offices are at work; what is still open then is not entered later than that.
DAY = "2026-11-21"
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample"
# One file for each, named as the pages are; in this order a record finds those that it names.
FILES = (
    *("office", "unit", "partner", "person", "agreement", "mechanism", "inbound", "outbound", "session", "conclusion"),
    *("exchange", "conference", "training", "ngo", "aid", "gate", "incident", "programme", "document"),
    *("action", "statistic"),
)
_LOADED = mark("Loaded the sample data")  # one step: nobody is to undo hundreds that they did not do
# The days that tell since when a record entered late has been in its state.
_SINCE = {
    "REPORTED": ("report_date", "ends"),
    "IN_FORCE": ("effective_on", "signed_on"),
    "EXPIRED": ("valid_until",),
    "DOING": ("assigned_on",),
    "DONE": ("done_on", "planned_for"),
    "NEW": ("assigned_on",),
    "RECEIVED": ("request_date",),
    "PROPOSED": ("invitation_date",),
    "HELD": ("ends", "starts"),
    "MINUTES_SIGNED": ("minutes_signed_on", "ends"),
    "IMPLEMENTING": ("starts",),
    "FINISHED": ("ends",),
    "SETTLED": ("settlement_date", "settled_on"),
}


def load(name: str, path: Path) -> dict[str, int]:
    """Create a sample office in a new file and give how many records of each kind it holds.

    Raises ``OfficeRefused`` where there is no such sample, the file exists or it cannot be made; then nothing is left.
    """
    if name not in NAMES:
        words = mark("There is no sample office “{name}”. Choose one of: {names}.")
        raise OfficeRefused(words, name=name, names=", ".join(NAMES))
    path = path.expanduser().absolute()
    if path.exists():
        raise OfficeRefused(mark("{path} exists already and was left as it is. Choose another file."), path=path)
    try:
        with store.session(path, create=True), days.as_of(date.fromisoformat(DAY)), store.together(_LOADED):
            return _enter_all(FOLDER / name)
    except BaseException:
        for rest in ("", "-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
        raise


def _enter_all(folder: Path) -> dict[str, int]:
    known: dict[str, Record] = {}
    for file in FILES:
        for told in json.loads((folder / f"{file}.json").read_text(encoding="utf-8")):
            record = PAGES[file].blank() if file in PAGES else KINDS[file].blank()
            _enter(record, told, known)
    # Counted at the end: a step may make a record of its own, as an action carried over does.
    return {kind: count for kind, model in KINDS.items() if (count := model.select().count())}


def _enter(record: Record, told: dict[str, Any], known: dict[str, Record]) -> None:
    """Save one record, take the steps of its life one by one, each on its day, and keep it under its key."""
    beside = {"key", "draft", "steps"}
    _fill(record, {name: value for name, value in told.items() if name not in beside}, known)
    draft = told.get("draft", False)
    if isinstance(record, Numbered) and not draft:
        record.state_since = record.state_since or _since(record)
    store.save(record, draft=draft)
    for step in told.get("steps", ()):
        assert isinstance(record, Numbered)
        _take(record, step, known)
    if "key" in told:
        known[told["key"]] = record


def _take(record: Numbered, step: dict[str, Any], known: dict[str, Record]) -> None:
    beside = {"to", "on", "reason"}
    _fill(record, {name: value for name, value in step.items() if name not in beside}, known)
    with days.as_of(date.fromisoformat(step["on"])):
        store.move(record, step["to"], on_day=step["on"], note=step.get("reason"))


def _since(record: Numbered) -> str:
    told = (getattr(record, name, None) for name in _SINCE.get(record.state or "", ()))
    day = next((day for day in told if day), DAY)
    return days.last(day).isoformat()


def _fill(entity: Entity, told: dict[str, Any], known: dict[str, Record]) -> None:
    """Set the values of a record or row; other records are named by their keys."""
    fields = {field.name: field for field in type(entity).described()}
    for name, value in told.items():
        field = fields.get(name)
        if name == "unknown":
            value = " ".join(value)
        elif field is None and name not in ("state", "state_since"):
            raise KeyError(name)
        elif isinstance(field, Link):
            value = known[value].id
        elif isinstance(field, Links):
            value = [known[key].reference for key in value]
        elif isinstance(field, Rows):
            value = [_row(rows_of(field)(), row, known) for row in value]
        setattr(entity, name, value)


def _row(row: Entity, told: dict[str, Any], known: dict[str, Record]) -> Entity:
    _fill(row, told, known)
    return row
