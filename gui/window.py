"""The window: painted empty at once, then the office is opened in it."""

# What the empty window does not need (records, database, pages) is imported after it was painted: see _begin.
import base64
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from gui import look
from gui.qt_words import set_language
from gui.shell.sidebar import REPORTS, Sidebar
from gui.shell.summons import Door, is_open_already
from gui.shell.topbar import TopBar
from models import preferences
from models.text import LANGUAGES

if TYPE_CHECKING:
    from gui.shell.finder import Finder
    from gui.shell.keeper import Keeper
    from gui.shell.menus import Menus
    from gui.shell.workplace import Workplace

SIZE = (1440, 900)
SMALLEST = (800, 480)
PROGRAM = "Bang Giao"
LATER = 1_500  # milliseconds after the start page is read: what nobody waits for
QUIET = 5_000  # milliseconds without a save before the log is brought into the file


def open_window(office: Path | None, language: str | None) -> int:
    """Open the window on an office, or on the one that was open last; gives the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(PROGRAM)
    app.setWindowIcon(look.program_icon())
    chosen = language or preferences.get("language", "vi")
    set_language(app, chosen if chosen in LANGUAGES else "vi")
    look.apply(app, preferences.get("theme", "light"), preferences.get("density", "comfortable"))
    chosen_office = (office or _last_office()).expanduser().absolute()
    if is_open_already(chosen_office):
        return 0
    window = Window(chosen_office)
    window.painted.connect(lambda: _listen(window))
    window.show_at_its_place()
    return app.exec()


def _listen(window: "Window") -> None:
    """End tidily when the system stops the program."""
    from gui.shell.ending import Ending, end_at_once

    Ending(window, lambda: end_at_once(window))


def _last_office() -> Path:
    recent = [Path(each) for each in preferences.get("recent", [])[:1]]
    return next((path for path in recent if path.exists()), preferences.default_office())


class Window(QMainWindow):
    """Sends ``painted`` once the empty window was seen, ``ready`` once the office is in it."""

    painted = Signal()
    ready = Signal()

    def __init__(self, office: Path) -> None:
        """Show the empty window; the office is opened after it was painted."""
        super().__init__()
        self._office, self._begun = office, False
        self.keeper: Keeper | None = None
        self._stuck = False  # whether closing met a fault of the program
        self.workplace: Workplace | None = None
        self.menus: Menus
        self._finder: Finder | None = None
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(*SMALLEST)
        self.sidebar, self.topbar = Sidebar(), TopBar()
        self.sidebar.show_chosen("home")
        self.sidebar.setVisible(bool(preferences.get("sidebar", True)))
        self._inner = look.as_part(QWidget(), "page")
        side_by_side = QHBoxLayout(self._inner)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(0)
        side_by_side.addWidget(self.sidebar)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self.topbar)
        self._space: QWidget = look.as_part(QWidget(), "page")
        self._column.addWidget(self._space, 1)
        side_by_side.addLayout(self._column, 1)
        self.setCentralWidget(self._inner)

    def show_at_its_place(self) -> None:
        """Show the window where it was last; the first time as large as a small screen allows."""
        kept = preferences.get("geometry")
        if kept and self.restoreGeometry(QByteArray(base64.b64decode(kept))):
            self.show()
            return
        room = self.screen().availableGeometry()
        if room.width() <= SIZE[0] or room.height() <= SIZE[1]:
            self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
            self.showMaximized()
        else:
            self.resize(*SIZE)
            self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        """Bring in what the empty window did without, then open the office."""
        self.painted.emit()
        from gui.messages import install_exception_hook
        from gui.shell.commands import Commands
        from gui.shell.menus import Menus
        from models.kinds import PAGES

        self._unexpected = install_exception_hook(preferences.folder() / "bang-giao.log", self)
        self._commands = Commands(self)
        deeds = self._commands.deeds()
        self.menus = Menus(self, deeds)
        for name, menu in self.menus.sub.items():
            self._commands.fill(name, menu)
            menu.aboutToShow.connect(lambda name=name, menu=menu: self._commands.fill(name, menu))
        self.sidebar.add_pages(PAGES)
        self.topbar.wanted.connect(lambda name: deeds[name]())
        self.sidebar.chosen.connect(self.go)
        self._deeds = deeds
        self._door = Door(self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._settle)
        for place in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place}"), self)
            shortcut.activated.connect(lambda place=place: self._go_to(place))
        self.open_office(self._office)

    def open_office(self, path: Path) -> None:
        """Open an office in the window; where it is refused and the person gives up, close the window."""
        from gui.shell import offices

        if not offices.enter(self, path):
            QTimer.singleShot(0, self.close)
        else:
            self.show_office()

    def show_office(self) -> None:
        """Show the office that was opened; where another window of this person has it, that one comes instead."""
        from gui.shell import locks, offices, places, summons

        if summons.gives_way(self):
            return
        from gui.shell.keeper import keep_backups
        from gui.shell.workplace import Workplace

        work = Workplace(self)
        self.workplace = work
        locks.attend(self, work)
        work.wanted.connect(lambda name: self._deeds[name]())
        work.sample.connect(lambda name: offices.sample(self, name))
        work.urgent.connect(self.sidebar.count_home)
        work.moved.connect(self._moved)
        work.renamed.connect(self._name_window)
        work.changes.changed.connect(lambda _kinds: self._quiet.start())
        self.keeper = keep_backups(work, self.sidebar)
        offices.serve(self, work)
        self._show(work)
        self._moved("home", [])
        self._name_window()
        places.go_back(work)
        self.ready.emit()
        self._door.open()
        work.home.told.connect(self._told, Qt.ConnectionType.SingleShotConnection)

    @property
    def finder(self) -> "Finder":
        """Give the list under the search in everything."""
        if self._finder is None:
            from gui.shell.finder import Finder

            self._finder = Finder(self.topbar.search, self._inner)
            self._finder.chosen.connect(self._open_found)
        return self._finder

    def _told(self) -> None:
        """Go on with what the first figures did not need to wait for."""
        QTimer.singleShot(0, self, lambda: self.finder)
        QTimer.singleShot(0, self, self._offer)
        QTimer.singleShot(LATER, self, self._idle)

    def _offer(self) -> None:
        from gui.shell import drafts

        if self.workplace:
            drafts.offer(self.workplace)

    def _idle(self) -> None:
        """Do what can wait until there is something to see: check the file, make the names of countries ready."""
        from gui import tasks
        from gui.shell import offices, people
        from models import choices

        if self.workplace is None:
            return
        tasks.start(self, lambda: choices.codes(choices.COUNTRY), lambda _codes: None)
        offices.look_over(self)
        people.purge_due(self.workplace)
        if self.keeper:
            self.keeper.look()

    def _settle(self) -> None:
        from gui import tasks

        if self.workplace:
            tasks.settle(self.workplace)

    def show_nothing(self) -> None:
        """Take the pages away before their office is closed."""
        self.workplace = self.keeper = None
        self.sidebar.backup.hide()
        self._show(look.as_part(QWidget(), "page"))

    def _show(self, widget: QWidget) -> None:
        self._column.replaceWidget(self._space, widget)
        self._space.hide()
        self._space.deleteLater()
        self._space = widget

    def _moved(self, name: str, words: list[str]) -> None:
        from models.text import mark

        self.sidebar.show_chosen(name)
        self.topbar.show_path(*(words or [mark("Needs attention")]))

    def _name_window(self) -> None:
        from models import store

        name = store.office().name
        session = store.current()
        self.sidebar.office.setText(name or (session.path.stem if session else ""))
        self.setWindowTitle(f"{name or (session.path.name if session else '')} — {PROGRAM}")

    def _go_to(self, place: int) -> None:
        names = self.sidebar.names()
        if place <= len(names):
            self.go(names[place - 1])

    def go(self, name: str) -> None:
        """Open a page of the office, or its window of reports."""
        if name == REPORTS and self.workplace:
            self._deeds[name]()
        elif self.workplace:
            self.workplace.go(name)

    def _open_found(self, kind: str, number: int) -> None:
        if self.workplace:
            self.workplace.open_record(kind, number)

    def note(self, text: str) -> None:
        """Show a short note, already translated, at the bottom left."""
        if self.workplace:
            self.workplace.toast.note(text)

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar, and remember it."""
        shown = not self.sidebar.isVisible()
        self.sidebar.setVisible(shown)
        preferences.remember("sidebar", shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "menus"):
            self.menus.say_again()
            if self.keeper:
                self.keeper.changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # where closing fails, the window stays
        if self.workplace and not self._may_close():
            return
        self.workplace = None
        preferences.remember("geometry", base64.b64encode(self.saveGeometry().data()).decode())
        event.accept()

    def _may_close(self) -> bool:
        from gui.shell import ending

        if self._stuck and ending.close_after_fault(self):
            ending.let_go(self)
            return True
        self._stuck = True
        left = ending.close_tidily(self)
        self._stuck = False
        return left
