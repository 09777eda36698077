"""Files of records: attached, described, taken out and brought back, each with its line of history."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from models import engine, history, preferences
from models.attachments import FileRefused, blobs, folder_of, kept_name
from models.attachments.blobs import Going, go_on
from models.errors import Closed
from models.fold import clean
from models.history import FieldChange
from models.record import Numbered, Record
from models.store import doing, indexing, saving, wording
from models.store.reading import load
from models.store.transaction import Session, current, writable, writing
from models.text import mark

_COLUMNS = "id, kind, record, slot, name, digest, size, number, dated, signer, added_at, added_by, removed_at"
_TOLD = ("name", "slot", "number", "dated", "signer")  # what a person says of a file, in the order of history
_TWICE = mark("“{name}” is attached to this record already, as “{kept}”. Nothing was added.")
_IN_BIN = mark("The record is in the bin. Bring it back before you change its files. Nothing was changed.")
_UNSAVED = mark("Save the record first; then attach files to it.")
_CLOSED = mark("The record is closed. Reopen it with a reason before you change its files. Nothing was changed.")


@dataclass(frozen=True)
class AttachedFile:
    """A file of a record: what paper it is, its own name, its content's digest and size in bytes."""

    id: int
    kind: str
    record: int
    slot: str
    name: str
    digest: str
    size: int
    number: str | None
    dated: str | None
    signer: str | None
    added_at: str
    added_by: str
    removed_at: str | None

    def state(self) -> str:
        """Tell at a glance whether its content is "missing", "altered" or "" where all looks well."""
        return blobs.state_of(store_folder(), self.digest, self.size)


def store_folder() -> Path:
    """Give the folder in which the files of the open office lie."""
    session = current()
    assert session is not None, "an office is open while files are asked for"
    return folder_of(session.path)


def attachments(kind: str, record: int, *, removed: bool = False) -> list[AttachedFile]:
    """Give the files of a record, oldest first; or those that were taken out."""
    asked = f"SELECT {_COLUMNS} FROM attachment WHERE kind = ? AND record = ? AND removed_at IS {_null(removed)}"
    return [AttachedFile(*row) for row in engine.rows(f"{asked} ORDER BY id", (kind, record))]


def one(number: int) -> AttachedFile:
    """Give a file, attached or taken out, by its number; raise ``LookupError`` where there is none."""
    found = engine.rows(f"SELECT {_COLUMNS} FROM attachment WHERE id = ?", (number,))
    if not found:
        raise LookupError(f"file {number}")
    return AttachedFile(*found[0])


def _null(removed: bool) -> str:
    return "NOT NULL" if removed else "NULL"


def attach(
    record: Record,
    source: Path | bytes,
    slot: str,
    *,
    name: str = "",
    number: str | None = None,
    dated: str | None = None,
    signer: str | None = None,
    going: Going = go_on,
) -> AttachedFile:
    """Copy a file, or a content with a name, into the office's store and keep it with a record.

    First the content is safe on the disk, then one transaction tells of it. Raises ``FileRefused``, ``Closed``,
    ``SaveFailed``, or ``Stopped`` where ``going`` says so; then the record is as it was.
    """
    session = may_attach(record)
    folder = folder_of(session.path)
    name = kept_name(name or (source.name if isinstance(source, Path) else ""))
    if isinstance(source, Path):
        digest, size = blobs.take_in(source, folder, session.path, going)
    else:
        digest, size = blobs.take_bytes(source, name, folder)
    told = {"name": name, "slot": slot, "number": _cleaned(number), "dated": dated, "signer": _cleaned(signer)}
    with writing():
        _refuse_twice(record, slot, name, digest)
        file = _insert(record, told, digest, size)
        known = told | {"digest": digest}  # so that nobody puts another content in its place unseen
        _write_down(record, file.id, "attach", [(each, None, value) for each, value in known.items() if value])
    saving.announce({record.kind})
    return file


def may_attach(record: Record) -> Session:
    """Give the open office; raise ``Closed`` or ``SaveFailed`` where a record takes no files now."""
    session = writable()
    if not record.id:
        raise Closed(_UNSAVED)
    if engine.rows(f"SELECT 1 FROM {record._meta.table_name} WHERE id = ? AND removed_at IS NOT NULL", (record.id,)):
        raise Closed(_IN_BIN)
    return session


def _cleaned(words: str | None) -> str | None:
    return clean(words or "") or None


def _refuse_twice(record: Record, slot: str, name: str, digest: str) -> None:
    for file in attachments(record.kind, record.id):
        if (file.slot, file.digest) == (slot, digest):
            raise FileRefused(_TWICE, name=name, kept=file.name)


def _insert(record: Record, told: dict[str, Any], digest: str, size: int) -> AttachedFile:
    asked = (
        "INSERT INTO attachment (kind, record, slot, name, digest, size, number, dated, signer, added_at, added_by) "
        f"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING {_COLUMNS}"
    )
    who = (told["number"], told["dated"], told["signer"], history.now(), preferences.author())
    return AttachedFile(
        *engine.rows(asked, (record.kind, record.id, told["slot"], told["name"], digest, size, *who))[0]
    )


def _write_down(record: Record, file: int, deed: str, changes: list[tuple[str, Any, Any]]) -> None:
    """Write history and search text inside the running transaction; the record's own version stays."""
    told = [FieldChange(f"attachment/{file}/{name}", old, new) for name, old, new in changes]
    fresh = load(record.kind, record.id)
    words = partial(wording.of_file, fresh, deed, file)
    doing.write_down(deed, record.kind, record.id, fresh.version, told, None, words)
    if not fresh.removed_at:
        indexing.keep_words(fresh)


def detach(file: AttachedFile) -> None:
    """Take a file out of its record; its content stays in the store, so that it can be brought back."""
    _change(
        file, "detach", {"removed_at": history.now(), "removed_by": preferences.author()}, [("name", file.name, None)]
    )


def restore_attachment(file: AttachedFile) -> None:
    """Bring back a file that was taken out."""
    _change(file, "reattach", {"removed_at": None, "removed_by": None}, [("name", None, file.name)])


def describe(
    file: AttachedFile, *, name: str, slot: str, number: str | None, dated: str | None, signer: str | None
) -> None:
    """Change what is said of a file: its name, what paper it is, number, day and signer."""
    told = (kept_name(name), slot, _cleaned(number), dated or None, _cleaned(signer))
    new = {each: value for each, value in zip(_TOLD, told, strict=True) if value != getattr(file, each)}
    if new:
        named = [] if "name" in new else [("name", file.name, file.name)]  # history says of which file it speaks
        _change(file, "describe", new, [*named, *((each, getattr(file, each), new[each]) for each in new)])


def _change(file: AttachedFile, deed: str, new: dict[str, Any], told: list[tuple[str, Any, Any]]) -> None:
    writable()
    record = load(file.kind, file.record)
    if record.removed_at:
        raise Closed(_IN_BIN)
    if isinstance(record, Numbered) and record.closed():
        raise Closed(_CLOSED)
    alter(file, deed, new, told)


def alter(file: AttachedFile, deed: str, new: dict[str, Any], told: list[tuple[str, Any, Any]]) -> None:
    """Write what is new about a file, with its line of history; the caller knows that it may be."""
    record = load(file.kind, file.record)
    columns = ", ".join(f"{name} = ?" for name in new)
    with writing():
        engine.execute(f"UPDATE attachment SET {columns} WHERE id = ?", (*new.values(), file.id))
        _write_down(record, file.id, deed, told)
    saving.announce({file.kind})


def lacks_store() -> bool:
    """Tell whether the office knows of files while their folder is not there (moved, restored without it)."""
    return not store_folder().is_dir() and bool(engine.rows("SELECT 1 FROM attachment LIMIT 1"))


def prove() -> tuple[int, int, list[tuple[AttachedFile, str]]]:
    """Read every content to its end; give how many files are attached and taken out, and those not as they were."""
    folder, proofs, wrong = store_folder(), {}, []
    files = [AttachedFile(*row) for row in engine.rows(f"SELECT {_COLUMNS} FROM attachment ORDER BY id")]
    for file in files:
        if file.digest not in proofs:
            proofs[file.digest] = blobs.proof(folder, file.digest)
        if proofs[file.digest]:
            wrong.append((file, proofs[file.digest]))
    removed = sum(1 for file in files if file.removed_at)
    return len(files) - removed, removed, wrong
