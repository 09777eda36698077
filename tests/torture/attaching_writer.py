"""The writer that is killed while it attaches: says the digest of each file once the office has it."""

import hashlib
import os
from pathlib import Path

from models import store
from models.units import Unit
from tests.torture.lives import tell

SIZE = 2_000_000  # bytes: long enough to be killed while they are copied


def make(office: Path) -> None:
    """Make the office in which the writer works."""
    with store.session(office, create=True):
        store.save(Unit.blank(name="Sở Ngoại vụ", level="so"))


def write(office: Path, *, too_early: bool = False) -> None:
    """Attach new contents until killed; ``too_early`` is the planted fault: it tells of a file before it is kept."""
    with store.session(office):
        unit = store.load("unit", 1)
        source = office.with_name("nguồn.pdf")
        with source.open("wb") as out:
            out.truncate(SIZE)
        while True:
            with source.open("r+b") as out:  # another content, without the time of writing it all
                out.write(os.urandom(16))
            if too_early:
                tell(hashlib.sha256(source.read_bytes()).hexdigest())
            tell(store.attach(unit, source, "other").digest)
