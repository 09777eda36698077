"""Very many records removed or brought back in one go: one deed, whole or not at all, watched and stopped."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from models.attachments import Stopped
from models.attachments.blobs import Going, go_on
from models.record import Record
from models.store import saving
from models.store.reading import load

Each = TypeVar("Each")


def remove_all(records: Sequence[Record], going: Going = go_on) -> None:
    """Put records into the bin, all or none.

    Raises ``Stopped`` where ``going`` says so, and as ``saving.remove`` does; then nothing was changed.
    """
    with saving.together():
        for record in watched(records, going):
            saving.remove(record)


def restore_all(references: Sequence[tuple[str, int]], going: Going = go_on) -> None:
    """Bring records back from the bin by kind and number, all or none; raises as ``remove_all`` does."""
    with saving.together():
        for kind, number in watched(references, going):
            saving.restore(load(kind, number))


def watched(things: Sequence[Each], going: Going) -> Iterator[Each]:
    """Give one after the other, tell how far it is, and raise ``Stopped`` where ``going`` says so."""
    for place, each in enumerate(things):
        if not going(place, len(things)):
            raise Stopped
        yield each
