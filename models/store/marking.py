"""The mark of restricted records: a person sets it, the record's own history tells of it, and it can be taken back."""

from models.history import FieldChange
from models.kinds import KINDS
from models.record import Record
from models.store import doing, saving, wording
from models.store.past import BESIDE
from models.store.reading import load
from models.store.settings import setting, write_setting
from models.store.taking_back import ERASED, NotUndone, Touched, changed_since
from models.store.transaction import writing
from models.text import say

MARK = "restricted"  # the setting that lists the marked records as "kind:id", and the path under which history tells


def marked() -> list[str]:
    """Give the records that a person marked, as "kind:id"."""
    found: list[str] = setting(MARK, [])
    return found


def put(record: Record, on: bool) -> None:
    """Set the mark of a saved record or take it away, as a deed of its own; nothing is written where it is so."""
    with writing():
        if (record.reference in marked()) != on:
            _write(load(record.kind, record.id), on, "edit")
    saving.announce({record.kind})


def take_back(touched: Touched, verb: str) -> None:
    """Set the mark as it was before a deed, also of what is closed or in the bin; the rest is for the record.

    Raises ``NotUndone`` where the mark was changed since.
    """
    if MARK not in touched.values or touched.kind not in KINDS:
        return
    before, after = touched.values.pop(MARK)
    try:
        record = load(touched.kind, touched.record)
    except LookupError:
        raise NotUndone(ERASED) from None
    if (record.reference in marked()) != after:
        raise changed_since(touched, record, say(BESIDE[MARK]))
    _write(record, before, verb)
    saving.announce({record.kind})


def _write(record: Record, on: bool, verb: str) -> None:
    """Write the mark and its line of history; the record itself, and with it its version, stays."""
    others = {each for each in marked() if each != record.reference}
    write_setting(MARK, sorted(others | {record.reference} if on else others) or None)
    words = wording.of_record(record, "restrict" if on else "unrestrict", [])
    doing.write_down(verb, record.kind, record.id, record.version, [FieldChange(MARK, not on, on)], None, lambda: words)
