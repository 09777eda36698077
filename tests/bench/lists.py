"""First rows (L1) and random jumps (L3) of a list: ``python -m tests.bench.lists SMALL.db … LARGE.db``.

Each office is looked at in a process of its own; the smallest is the yardstick of L1. L3 compares a jump and repaint
with Qt's own QStandardItemModel holding the same cells, and the page query with that of the smallest office.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
JUMPS = 60


def milliseconds(do: Callable[[], object]) -> float:
    """Time one call."""
    begun = time.perf_counter()
    do()
    return (time.perf_counter() - begun) * 1000


def look_at(path: str) -> None:
    """Show the list of inbound delegations of one office and print what it took."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QTableView

    from gui import look
    from gui.pages.list_view import ListView
    from gui.tables import TableModel
    from models import store
    from models.kinds import PAGES
    from models.store import Question

    app = QApplication([])
    look.apply(app, "light", "comfortable")
    store.open_office(Path(path))
    warm = QTableView()  # fonts and styles are loaded once in any program; they are not the list's cost
    warm.setModel(QStandardItemModel(2, 2))
    warm.resize(1280, 800)
    warm.show()
    warm.repaint()
    model = TableModel(PAGES["inbound"])
    view = ListView(model)
    view.resize(1280, 800)
    view.show()
    app.processEvents()  # a window that was never exposed is not painted

    def show_first() -> None:
        model.ask(Question(sort="-starts"))
        view.viewport().repaint()

    told = {"first": milliseconds(show_first)}
    begun = time.perf_counter()
    while not model.complete:
        app.processEvents()
    told["reachable"] = (time.perf_counter() - begun) * 1000
    view.viewport().repaint()

    def jump(table: QTableView, row: int) -> None:
        table.verticalScrollBar().setValue(row)
        table.viewport().repaint()

    chance = random.Random(3)
    rows = [chance.randrange(max(1, len(model.ids) - 40)) for _ in range(JUMPS)]
    twin = QStandardItemModel(len(model.ids), len(model.columns))
    plain = QTableView()
    plain.setModel(twin)
    plain.verticalHeader().setDefaultSectionSize(look.row_height())
    plain.verticalHeader().hide()
    plain.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerItem)
    plain.resize(1280, 800)
    plain.show()
    app.processEvents()
    ours, theirs, queries = [], [], []
    for row in rows:
        ids = model.ids[row : row + 128]
        queries.append(milliseconds(lambda ids=ids: store.rows(PAGES["inbound"], list(ids))))  # type: ignore[misc]
        for place in range(row, min(row + 40, len(model.ids))):
            for column, words in enumerate(model.texts([place])[0]):
                twin.setItem(place, column, QStandardItem(words))
        model._cache.clear()
        ours.append(milliseconds(lambda row=row: jump(view, row)))  # type: ignore[misc]
        theirs.append(milliseconds(lambda row=row: jump(plain, row)))  # type: ignore[misc]
    told |= {"query": p95(queries), "ours": p95(ours), "theirs": p95(theirs)}
    told |= {"ours50": statistics.median(ours), "theirs50": statistics.median(theirs), "rows": len(model.ids)}
    print(json.dumps(told), flush=True)
    os._exit(0)


def p95(times: list[float]) -> float:
    """Give the 95th percentile."""
    return statistics.quantiles(times, n=100)[94]


def _middle(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(one[name] for one in runs) for name in runs[0]}


def main() -> None:
    """Look at each office three times, in turn, and print medians and ratios."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("BANG_GIAO_HOME", tempfile.mkdtemp())
    paths = sys.argv[1:]
    told: dict[str, list[dict[str, float]]] = {path: [] for path in paths}
    for _ in range(3):
        for path in paths:
            command = [sys.executable, "-m", "tests.bench.lists", "--look", path]
            done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
            told[path].append(json.loads(done.stdout.strip().splitlines()[-1]))
    middle = {path: _middle(each) for path, each in told.items()}
    base = middle[paths[0]]
    for each in middle.values():
        print(
            f"{each['rows']:>9,.0f} rows  L1 first {each['first']:.0f} ms = {each['first'] / base['first']:.2f}x"
            f" (goal 1.3x)  all reachable +{each['reachable']:.0f} ms  L3 page query p95 {each['query']:.1f} ms ="
            f" {each['query'] / base['query']:.2f}x (goal 2x)  jump+repaint p95 {each['ours']:.1f} ms ="
            f" {each['ours'] / each['theirs']:.2f}x of Qt's (goal 1.8x), p50 {each['ours50'] / each['theirs50']:.2f}x"
        )


if __name__ == "__main__":
    if sys.argv[1] == "--look":
        look_at(sys.argv[2])
    else:
        main()
