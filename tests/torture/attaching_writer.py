"""The writer that is killed while it attaches: says the digest of each file once the office has it."""

import os
import sys
from pathlib import Path

from models import engine, store
from models.units import Unit

SIZE = 12_000_000  # bytes: long enough to be killed while they are copied


def main() -> None:
    """Attach new contents until killed."""
    office = Path(sys.argv[1])
    with store.session(office, create=True):
        found = engine.rows("SELECT id FROM unit LIMIT 1")
        unit = store.load("unit", found[0][0]) if found else store.save(Unit.blank(name="Sở Ngoại vụ", level="so"))
        source = office.with_name("nguồn.pdf")
        with source.open("wb") as out:
            out.truncate(SIZE)
        while True:
            with source.open("r+b") as out:  # another content, without the time of writing it all
                out.write(os.urandom(16))
            file = store.attach(unit, source, "other")
            sys.stdout.write(file.digest + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
