"""The book of reports that were handed in: kept once, never altered; what was altered from outside is told."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from models import engine, history, preferences
from models.errors import OfficeRefused
from models.files import write_bytes
from models.fold import clean
from models.frozen.content import Content, file_of, head_of, unpack
from models.frozen.gathering import gather
from models.history import FieldChange
from models.reports.periods import Period
from models.store.transaction import writable, writing
from models.text import mark

KIND, DEED = "frozen", "hand_in"  # under which history keeps the checksum of each
_COLUMNS = "id, at, who, name, title, first, last, language, note, last_change, size, digest"
_TOLD = ("name", "title", "first", "last", "language")

_NONE = mark("There is no handed-in report {number}; “frozen list” names them.")
_CHANGED = mark(
    "The handed-in report {number} is not as it was handed in: its content does not fit its checksum, so it is not "
    "shown. All records are as they were. A backup made after it was handed in holds it whole."
)
_GONE = mark(
    "The report {number}, handed in by {who} on {day}, is missing from the file. All records are as they were. "
    "A backup made after it was handed in holds it."
)


class Altered(OfficeRefused):
    """A handed-in report is missing or not what was handed in; the text says so."""


@dataclass(frozen=True)
class Frozen:
    """A handed-in report by what it is; ``last_change`` is the last line of history that it knew."""

    id: int
    at: str
    who: str
    name: str
    title: str
    first: str
    last: str
    language: str
    note: str | None
    last_change: int
    size: int
    digest: str

    @property
    def period(self) -> Period:
        """Give its period."""
        return Period(date.fromisoformat(self.first), date.fromisoformat(self.last))


def hand_in(name: str, period: Period, language: str | None = None, note: str | None = None) -> Frozen:
    """Freeze a report of the open office as it stands now; raise ``Closed``, ``SaveFailed`` or ``WriteRefused``."""
    writable()  # said before the work, not after it
    return keep(gather(name, period, language), note)


def keep(packed: bytes, note: str | None = None) -> Frozen:
    """Keep a gathered report in one transaction, with its line of history; raise ``Closed`` or ``SaveFailed``."""
    head = head_of(packed)
    who, note = preferences.author(), clean(note or "", lines=True) or None
    told = (head["at"], who, *(head[name] for name in _TOLD), note, head["last_change"], len(packed))
    digest = _digest(told, packed)
    marks = ", ".join("?" * (len(told) + 2))
    asked = f"INSERT INTO frozen_report ({_COLUMNS.removeprefix('id, ')}, content) VALUES ({marks}) RETURNING id"
    with writing():
        number: int = engine.rows(asked, (*told, digest, packed))[0][0]
        history.write(who, DEED, KIND, number, 1, [FieldChange("digest", None, digest)], note)
    return report(number)


def reports() -> list[Frozen]:
    """Give the handed-in reports of the open office, the newest first."""
    return [Frozen(*row) for row in engine.rows(f"SELECT {_COLUMNS} FROM frozen_report ORDER BY id DESC")]


def report(number: int) -> Frozen:
    """Give one handed-in report; raise ``LookupError`` where there is none, ``Altered`` where it was taken away."""
    found = engine.rows(f"SELECT {_COLUMNS} FROM frozen_report WHERE id = ?", (number,))
    if found:
        return Frozen(*found[0])
    if number in _written_down():
        raise _missing(number)
    raise Unknown(_NONE, number=number)


class Unknown(OfficeRefused, LookupError):
    """There is no such report."""


def contents(which: Frozen) -> Content:
    """Give the figures of a handed-in report with their records; raise ``Altered``."""
    return unpack(_packed(which))


def description(which: Frozen) -> object:
    """Give the description of a report that the office put together, as it was handed in; None for any other."""
    return head_of(_packed(which)).get("built")


def write_again(which: Frozen, path: Path) -> None:
    """Write the file that was handed in, byte for byte; raise ``Altered`` or ``WriteRefused``."""
    write_bytes(path, file_of(_packed(which)))


def _packed(which: Frozen) -> bytes:
    """Give the content of a report once it is proved to be what was handed in."""
    found = engine.rows("SELECT content FROM frozen_report WHERE id = ?", (which.id,))
    packed = bytes(found[0][0]) if found and isinstance(found[0][0], bytes | memoryview) else b""
    told = astuple(which)[1:-1]
    if not (_digest(told, packed) == which.digest == _written_down().get(which.id)):
        raise Altered(_CHANGED, number=which.id)
    return packed


def prove() -> tuple[int, list[str]]:
    """Read every handed-in report to its end; give how many there are, and a sentence for each that is not whole."""
    kept, wrong = reports(), []
    for each in kept:
        try:
            contents(each)
        except Altered as error:
            wrong.append(str(error))
    wrong += [str(_missing(number)) for number in sorted(set(_written_down()) - {each.id for each in kept})]
    return len(kept), wrong


def _missing(number: int) -> Altered:
    asked = "SELECT who, at FROM change WHERE kind = ? AND record = ?"
    who, at = engine.rows(asked, (KIND, number))[0]
    return Altered(_GONE, number=number, who=who, day="/".join(reversed(at[:10].split("-"))))


def _written_down() -> dict[int, str]:
    """Give the checksums as history keeps them: whoever forges a report would have to forge history too."""
    asked = "SELECT record, details FROM change WHERE kind = ? AND deed = ?"
    return {number: json.loads(details)[0][2] for number, details in engine.rows(asked, (KIND, DEED))}


def _digest(told: Sequence[Any], packed: bytes) -> str:
    """Give the checksum over what a report is and what it holds."""
    head = json.dumps([*told, hashlib.sha256(packed).hexdigest()], ensure_ascii=False)
    return hashlib.sha256(head.encode()).hexdigest()
