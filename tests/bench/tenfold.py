"""The sample office ten times over, every kind of it: ``python -m tests.bench.tenfold FILE [lai-chau|dien-bien]``."""

import sys
from collections.abc import Collection
from pathlib import Path

import peewee

from models import engine, sample, store
from models.kinds import DETAILS, KINDS

TIMES, APART = 10, 10_000  # the copies of a record lie this far apart


def tenfold(path: Path, name: str = "lai-chau") -> dict[str, int]:
    """Load a sample and copy all of its records nine times; give how many there are of each kind."""
    sample.load(name, path)
    kinds = [kind for kind in KINDS.values() if kind.kind != "office"]
    with store.session(path), engine.database.atomic():
        for copy in range(1, TIMES):
            for kind in kinds:
                _copy(kind, copy, {"id"})
            for detail in DETAILS.values():
                _copy(detail, copy, {"owner_id"}, without={"id"})
            far = copy * APART
            engine.execute(
                "INSERT INTO search_row (kind, record, hi, lo) "
                f"SELECT kind, record + {far}, hi, lo FROM search_row WHERE record < {APART}"
            )
            engine.execute(
                "INSERT INTO link (from_kind, from_id, field, to_kind, to_id, position) "
                f"SELECT from_kind, from_id + {far}, field, to_kind, to_id, position FROM link WHERE from_id < {APART}"
            )
        engine.execute("ANALYZE")
        counted = {kind.kind: engine.rows(f'SELECT count(*) FROM "{kind._meta.table_name}"')[0][0] for kind in kinds}
    return {kind: int(count) for kind, count in counted.items()}


def _copy(kind: type[peewee.Model], copy: int, moved: set[str], without: Collection[str] = ()) -> None:
    """Copy the rows of a table that the sample has; what must differ between two rows differs."""
    columns = [each.column_name for each in kind._meta.sorted_fields if each.column_name not in without]
    made = {name: f'"{name}" + {copy * APART}' for name in moved}
    made |= {name: f"\"{name}\" || '-{copy}'" for name in ("uuid", "code", "code_key") if name in columns}
    told = ", ".join(made.get(name, f'"{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    first = min(moved)
    engine.execute(
        f'INSERT INTO "{kind._meta.table_name}" ({names}) '
        f'SELECT {told} FROM "{kind._meta.table_name}" WHERE "{first}" < {APART}'
    )


if __name__ == "__main__":
    print(tenfold(Path(sys.argv[1]), *sys.argv[2:3]))
