"""Reports of a large office: ``python -m tests.bench.reports [--records 100000] [--office FILE] [--only NAME …]``.

R1: a report made, beside the very same SQL asked with nothing done to the answers. X1: an annex written, beside the
barest writer of the same cells behind the same SQL. X2: the most memory of the process that writes beside the window,
for this office and for one of 10,000 records. HAND-IN: a report frozen with all its records.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[2]
SMALL = 10_000
FIRST, LAST = "2012-01-01", "2026-12-31"  # all that the office holds
ANNEX = "inbound"
LEAST = 0.02  # seconds; a ratio to less tells nothing
Asked = list[tuple[str, Any]]


def seconds(do: Callable[[], object]) -> float:
    """Time one call in seconds of work."""
    begun = time.process_time()
    do()
    return time.process_time() - begun


@contextmanager
def overheard() -> Iterator[Asked]:
    """Write down every question that the database is asked meanwhile."""
    from models import engine

    told: Asked = []
    real = engine.database.execute_sql

    def listen(sql: str, params: Any = None, *rest: Any) -> Any:
        if sql.lstrip().upper().startswith("SELECT"):
            told.append((sql, params))
        return real(sql, params, *rest)

    engine.database.execute_sql = listen  # type: ignore[method-assign]
    try:
        yield told
    finally:
        del engine.database.execute_sql


def ask_again(asked: Asked) -> None:
    """Ask the same with nothing done to the answers."""
    from models import engine

    connection = engine.database.connection()
    for sql, params in asked:
        cursor = connection.execute(sql, params or ())
        while cursor.fetchmany(500):
            pass


def scans(asked: Asked) -> set[str]:
    """Give how whole tables are read without an index that covers the question."""
    from models import engine

    found = set()
    for sql, params in {sql: params for sql, params in asked if len(sql) < 20_000}.items():
        for *_, told in engine.rows(f"EXPLAIN QUERY PLAN {sql}", params or ()):
            if told.startswith("SCAN t") and "COVERING" not in told:
                found.add(told)
    return found


def made(office: Path, names: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Make each report twice and ask its questions twice, in turn; give the better times."""
    from models import store
    from models.reports.catalogue import entries
    from models.reports.catalogue import made as make
    from models.reports.periods import Period

    period = Period(*map(_day, (FIRST, LAST)))
    with store.session(office, read_only=True):
        for name in names or [each.name for each in entries(presets=False)]:
            with overheard() as asked:
                make(name, period, "vi")
            ours, floor = [], []
            for _ in range(2):
                floor.append(seconds(lambda: ask_again(asked)))
                ours.append(seconds(lambda: make(name, period, "vi")))  # noqa: B023
            yield name, {"made": min(ours), "floor": min(floor), "scans": sorted(scans(asked))}


def written(office: Path) -> dict[str, float]:
    """Write an annex, verification apart, and its cells with the barest writer behind the same SQL."""
    from models import store
    from models.excel import report as laying
    from models.excel import write as writing
    from models.reports.catalogue import made as make
    from models.reports.periods import Period
    from tests.bench.export_rows import barest

    period = Period(*map(_day, (FIRST, LAST)))
    with store.session(office, read_only=True), tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        with overheard() as asked:
            rows = list(make(ANNEX, period, "vi").register(ANNEX).rows)
        floors, ours, making = [], [], []
        for _ in range(2):
            floors.append(seconds(lambda: ask_again(asked)) + seconds(lambda: barest(rows, path)))
            begun = time.process_time()
            report = make(ANNEX, period, "vi")
            making.append(time.process_time() - begun)
            job = writing._Job(laying.workbook(report), writing.Tally("vi"))
            with path.open("wb") as out:
                job.put(out)
            ours.append(time.process_time() - begun)
        looked = seconds(lambda: job.check(path))
        told = {"rows": len(rows), "columns": len(rows[0]), "size": path.stat().st_size}
    return told | {"floor": min(floors), "made": min(making), "ours": min(ours), "looked": looked}


def child(office: Path, work: str) -> tuple[float, float]:
    """Let the process beside the window write; give its most memory in MB and its seconds of work."""
    with tempfile.TemporaryDirectory() as folder:
        asked = {
            "work": work, "name": ANNEX, "first": FIRST, "last": LAST, "language": "vi", "with_passports": False,
            "office": str(office), "today": LAST, "path": str(Path(folder) / "a.xlsx"),
        }  # fmt: skip
        process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", "models.jobs.apart"],
            cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write((json.dumps(asked) + "\n").encode())
        process.stdin.flush()
        answer = process.stdout.read().decode()
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
        assert '"done"' in answer, answer
    return used.ru_maxrss / 1024, used.ru_utime + used.ru_stime


def _day(told: str) -> Any:
    from datetime import date

    return date.fromisoformat(told)


def _office(count: int, folder: Path, told: Path | None = None) -> Path:
    path = told or folder / f"{count}.db"
    if not path.exists():
        subprocess.run([sys.executable, "-m", "tests.bench.generate", str(count), str(path)], cwd=HOUSE, check=True)
    return path


def main() -> None:
    """Print seconds of work and ratios."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--records", type=int, default=100_000)
    asked.add_argument("--office", type=Path)
    asked.add_argument("--small", type=Path, help=f"an office of {SMALL:,} records that is there already")
    asked.add_argument("--only", nargs="*", default=[])
    told = asked.parse_args()
    os.environ.setdefault("BANG_GIAO_HOME", tempfile.mkdtemp())
    with tempfile.TemporaryDirectory() as folder:
        office = _office(told.records, Path(folder), told.office)
        small = _office(SMALL, Path(folder), told.small)
        print(f"{told.records:,} delegations")
        for name, each in made(office, told.only):
            ratio = each["made"] / each["floor"] if each["floor"] > LEAST else float("nan")
            print(
                f"R1 {name:24} made {each['made']:7.3f} s  same SQL {each['floor']:7.3f} s  {ratio:5.2f}x (goal 1.3x)"
                f"  {'; '.join(each['scans'])}",
                flush=True,
            )
        x1 = written(office)
        print(
            f"X1 {ANNEX} {x1['rows']:,.0f} x {x1['columns']:.0f}: {x1['ours']:.2f} s (made {x1['made']:.2f} s), barest"
            f" {x1['floor']:.2f} s = {x1['ours'] / x1['floor']:.2f}x (goal 1.15x), {x1['size'] / 1e6:.1f} MB;"
            f" looked over {x1['looked']:.2f} s"
        )
        for work, title in (("report", "X2"), ("hand_in", "HAND-IN")):
            (little, _), (most, cpu) = child(small, work), child(office, work)
            print(
                f"{title} the child: {most:.0f} MB = {most / little:.2f}x that of {SMALL:,} records"
                f" ({little:.0f} MB; goal 1.1x and 50 MB), {cpu:.1f} s of work"
            )


if __name__ == "__main__":
    main()
