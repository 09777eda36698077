"""Cold start (S1, S2) beside the smallest Qt window: ``python -m tests.bench.startup OFFICE [runs]``.

Every run is a process of its own; floor and program alternate. Times are from the start of the process to the first
painted window, and to the first painted start page with its figures.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]


def spent() -> dict[str, float]:
    """Give the moment, the processor seconds used and the memory of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {"at": time.monotonic(), "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024}


def floor_window() -> None:
    """Paint an empty main window, say when, and end."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

    app = QApplication([])

    class Empty(QWidget):
        def paintEvent(self, _event: object) -> None:
            print(json.dumps({"paint": spent()}), flush=True)
            QTimer.singleShot(0, app.quit)

    window = QMainWindow()
    window.setCentralWidget(Empty())
    window.resize(1366, 768)
    window.show()
    app.exec()


def program(office: str) -> None:
    """Open the program's window on an office, say when it was painted and when its figures were, and end."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from gui import window as windows

    told: dict[str, dict[str, float]] = {}

    def end() -> None:
        told["data"] = spent()
        print(json.dumps(told), flush=True)
        os._exit(0)

    begun = windows.Window._begin

    def begin(window: windows.Window) -> None:
        told["paint"] = spent()
        # Only now: what the start page imports must not count as part of the empty window.
        from gui.home.page import HomePage

        show_news = HomePage.show_news

        def shown(page: HomePage, news: object) -> None:
            show_news(page, news)  # type: ignore[arg-type]
            page.repaint()
            QTimer.singleShot(0, end)

        HomePage.show_news = shown  # type: ignore[method-assign, assignment]
        begun(window)

    windows.Window._begin = begin  # type: ignore[method-assign, assignment]
    windows.open_window(Path(office), "vi")
    assert QApplication.instance()


def measured(*arguments: str) -> dict[str, dict[str, float]]:
    """Run one child and give what it said, its moments counted from its start."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "tests.bench.startup", *arguments]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout.strip().splitlines()[-1])
    for moment in told.values():
        moment["wall"] = moment.pop("at") - begun
    return told


def main() -> None:
    """Alternate floor and program, print medians and ratios."""
    office, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 15
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("BANG_GIAO_HOME", tempfile.mkdtemp())
    floors, programs = [], []
    for _ in range(runs):
        floors.append(measured("floor")["paint"])
        programs.append(measured("program", office))
    for moment, goal in (("paint", "S1 <= 1.5x"), ("data", "S2 <= 1.9x, S4 memory <= 1.6x")):
        ratios = []
        for name in ("wall", "cpu", "memory"):
            base = statistics.median(floor[name] for floor in floors)
            took = statistics.median(each[moment][name] for each in programs)
            ratios.append(f"{name} {took:.3f} / {base:.3f} = {took / base:.2f}x")
        print(f"{moment}  goal {goal}  " + "  ".join(ratios))


if __name__ == "__main__":
    if sys.argv[1] == "floor":
        floor_window()
    elif sys.argv[1] == "program":
        program(sys.argv[2])
    else:
        main()
