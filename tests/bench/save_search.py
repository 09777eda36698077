"""Save (W1) and search (F1) at 100,000 records, beside their floors: ``python -m tests.bench.save_search FILE``."""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from models import engine, search, store
from models.delegations import Delegation

TYPED = (
    "van nam",
    "hong ha",
    "khao sat",
    "khamphoy",
    "lan 399",
    "2019-00",
    "ky ket hop tac",
    "lưu phương",
    "云南",
    "ຜົ້ງ",
    "mungyeong",
    "khong co gi",
)


def timed(do: Callable[[], object]) -> float:
    """Give the milliseconds of one call."""
    begun = time.perf_counter()
    do()
    return (time.perf_counter() - begun) * 1000


def show(name: str, goal: str, times: list[float], floor: list[float]) -> None:
    """Print median, p95 and p99 in milliseconds and as ratios to the floor's median."""
    base = statistics.median(floor)
    cuts = statistics.quantiles(times, n=100)
    told = [statistics.median(times), cuts[94], cuts[98]]
    print(
        f"{name}  goal {goal}  floor {base:.2f} ms  "
        + "  ".join(
            f"{label} {value:.2f} ms = {value / base:.2f}x"
            for label, value in zip(("p50", "p95", "p99"), told, strict=True)
        )
    )


def main() -> None:
    """Run both and print a line each."""
    path = Path(sys.argv[1])
    os.environ.setdefault("BANG_GIAO_HOME", tempfile.mkdtemp())
    with store.session(path):
        bench_search()
        bench_save(path)


def bench_save(path: Path, times: int = 300) -> None:
    """Interleave saves that change the searched name with a bare 4 KB write and fdatasync in the same folder."""
    asked = "SELECT id FROM delegation WHERE direction = 'in' AND NOT draft AND state = 'REPORTED' ORDER BY id LIMIT ?"
    ids = [number for (number,) in engine.rows(asked, (times,))]
    records = [store.load("delegation", number) for number in ids]
    saves, floors = [], []
    handle = os.open(path.parent / "floor.bin", os.O_RDWR | os.O_CREAT)
    sync = getattr(os, "fdatasync", os.fsync)

    def bare() -> None:
        os.pwrite(handle, os.urandom(4096), 0)
        sync(handle)

    for record in records:
        assert isinstance(record, Delegation)
        record.name = f"{record.name} sửa"
        saves.append(timed(lambda kept=record: store.save(kept)))  # type: ignore[misc]
        floors.append(timed(bare))
    os.close(handle)
    (path.parent / "floor.bin").unlink()
    show("W1 save", "p50 <= 5x, p95 <= 10x, p99 <= 50x", saves, floors)


def bench_search(rounds: int = 3) -> None:
    """Interleave every keystroke through the service with the same questions asked raw of SQLite."""
    service, raw = [], []
    for _ in range(rounds):
        for words in TYPED:
            for end in range(1, len(words) + 1):
                typed = words[:end]
                service.append(timed(lambda asked=typed: named(asked)))  # type: ignore[misc]
                raw.append(timed(lambda asked=typed: bare_search(asked)))  # type: ignore[misc]
    slow, floor = statistics.quantiles(service, n=100)[94], statistics.quantiles(raw, n=100)[94]
    print(
        f"F1 search  goal p95 <= 1.50x raw  {len(service)} keystrokes  p50 {statistics.median(service):.2f} ms"
        f"  p95 {slow:.2f} ms  raw p95 {floor:.2f} ms = {slow / floor:.2f}x"
    )


def named(words: str) -> list[tuple[str, str]]:
    """Ask as the window does: fold, question, names of what was found."""
    hits = search.find(words)
    return list(store.headings("delegation", [hit.record for hit in hits if hit.kind == "delegation"]).values())


def bare_search(words: str) -> None:
    """Ask SQLite the same questions with nothing around them."""
    connection = engine.database.connection()
    found: dict[tuple[str, int], None] = {}
    for question in search.questions(words):
        asked = connection.execute(
            "SELECT kind, record FROM search_index JOIN search_row ON search_row.id = search_index.rowid "
            "WHERE search_index MATCH ? ORDER BY search_index.rowid DESC LIMIT 50",
            (question,),
        )
        found |= dict.fromkeys(asked.fetchall())
        if len(found) >= 50:
            break
    numbers = sorted(number for kind, number in found if kind == "delegation")
    marks = ", ".join("?" * len(numbers))
    connection.execute(f"SELECT id, code, name FROM delegation WHERE id IN ({marks})", numbers).fetchall()


if __name__ == "__main__":
    main()
