"""What each command of the menus does."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from gui import look
from gui.shell import attention, drafts, locks, offices
from gui.shell.meetings import Meetings
from gui.shell.papers import Papers
from gui.shell.people import People
from gui.shell.places import next_pane
from gui.shell.sidebar import SETTINGS
from models import days, preferences, store
from models.kinds import PAGES
from models.record import Numbered, Record
from models.store import Question
from models.store.relations import BODIES
from models.text import mark, say, spoken

if TYPE_CHECKING:
    from gui.pages import ListPage
    from gui.shell.workplace import Workplace
    from gui.window import Window


class Commands:
    """The deeds of one window, by the names of the menus' commands."""

    def __init__(self, window: "Window") -> None:
        """Act on the office that the window shows."""
        self._window = window

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Give what each command does, by name."""
        window = self._window
        named: dict[str, Callable[[], object]] = {
            "open_office": lambda: offices.choose(window),
            "backup": lambda: offices.back_up(window),
            "restore_backup": lambda: offices.restore(window),
            "lock": lambda: locks.lock(window),
            "settings": lambda: self._work.go(SETTINGS),
            "quit": window.close,
            "back": lambda: self._work.back(),
            "forward": lambda: self._work.forward(),
            "undo": lambda: self._work.steps.undo(),
            "redo": lambda: self._work.steps.redo(),
            "steps": lambda: self._work.steps.choose(),
            "drafts": lambda: drafts.choose(self._work),
            "next_pane": lambda: next_pane(window, 1),
            "previous_pane": lambda: next_pane(window, -1),
            "sidebar": window.toggle_sidebar,
            "checklist": lambda: attention.checklist(self._work, self._record() if self._may_write() else None),
        }
        own = "keys new_kind theme language about search find new edit step follow_up clone remove restore purge"
        own += " relations guide template"
        lists = "open clear_filters columns copy copy_headers select_all export print_list print_record detail"
        meetings = Meetings(lambda: self._work, lambda: self._record() if self._may_write() else None)
        named |= meetings.deeds() | Papers(lambda: self._work, self._record).deeds()
        named |= People(lambda: self._work, self._record).deeds()
        return named | {name: getattr(self, f"_{name}") for name in f"{own} {lists}".split()}

    @property
    def _work(self) -> "Workplace":
        assert self._window.workplace is not None
        return self._window.workplace

    def fill(self, name: str, menu: QMenu) -> None:
        """Fill a sub-menu as it is opened."""
        menu.clear()
        for words, deed in getattr(self, f"_{name}")():
            menu.addAction(words).triggered.connect(lambda _on=False, deed=deed: deed())
        menu.setEnabled(True)

    def _recent(self) -> list[tuple[str, Callable[[], object]]]:
        recent = preferences.get("recent", [])
        return [(path, partial(offices.switch, self._window, path)) for path in recent]

    def _samples(self) -> list[tuple[str, Callable[[], object]]]:
        from gui.home.fresh import SAMPLES

        return [(words, partial(offices.sample, self._window, name)) for name, words in SAMPLES.items()]

    def _pages(self) -> list[tuple[str, Callable[[], object]]]:
        names = self._window.sidebar.names()
        shown = self._window.sidebar.items
        lines: list[tuple[str, Callable[[], object]]] = []
        for place, name in enumerate(names, 1):
            key = f"\tCtrl+{place}" if place < 10 else ""
            lines.append((shown[name].text() + key, partial(self._window.go, name)))
        return lines

    # Anywhere

    def _new_kind(self) -> None:
        from gui.pages.kinds_menu import kinds_menu

        menu = kinds_menu(self._window, self._begin)
        bar = self._window.topbar
        menu.setActiveAction(next(each for each in menu.actions() if not each.isSeparator()))
        menu.exec(bar.mapToGlobal(QPoint(16, bar.height())))
        menu.deleteLater()

    def _begin(self, name: str) -> None:
        if self._may_write() and self._work.go(name):
            self._work.begin(name)

    def _theme(self) -> None:
        theme = "light" if look.is_dark() else "dark"
        preferences.put("theme", theme)
        look.apply(_app(), theme, preferences.get("density", "comfortable"))

    def _language(self) -> None:
        from gui.qt_words import set_language

        language = "en" if spoken() == "vi" else "vi"
        preferences.put("language", language)
        set_language(_app(), language)

    def _about(self) -> None:
        from gui.about import show_about

        show_about(self._window)

    def _guide(self) -> None:
        from gui.shell.guide_dialog import GuideDialog

        GuideDialog(self._window).exec()

    def _keys(self) -> None:
        from gui.shell.keys_dialog import KeysDialog

        KeysDialog(self._window).exec()

    def _find(self) -> None:
        self._window.topbar.search.setFocus()
        self._window.topbar.search.selectAll()

    def _search(self) -> None:
        page = self._work.list_page()
        box = page.filters.search if page else self._window.topbar.search
        box.setFocus()
        box.selectAll()

    # One record

    def _record(self) -> Record | None:
        page = self._work.list_page()
        number = page.current() if page else None
        if page is None or number is None:
            self._work.toast.note(say(mark("Choose a record first.")))
            return None
        try:
            return store.load(page.page.record.kind, number)
        except LookupError:
            self._work.toast.note(say(mark("This record is no longer there.")))
            return None

    def _may_write(self) -> bool:
        session = store.current()
        if session and session.read_only:
            self._work.toast.note(say(mark("The office is open for reading only.")))
            return False
        return True

    def _new(self) -> None:
        page = self._work.list_page()
        if page and self._may_write():
            self._work.begin(page.page.name)
        elif not self._work.in_form():
            self._new_kind()

    def _open(self) -> None:
        page = self._work.list_page()
        if page:
            page.open_current()

    def _edit(self) -> None:
        if self._may_write() and (record := self._record()):
            self._work.open_form(record)

    def _clone(self) -> None:
        if self._may_write() and (record := self._record()):
            from gui.pages.deeds import clone

            self._work.open_form(clone(record))

    def _step(self) -> None:
        record = self._record()
        if isinstance(record, Numbered) and self._may_write():
            from gui.forms import take_step

            take_step(self._window, record)

    def _follow_up(self) -> None:
        if self._may_write() and (record := self._record()):
            taken = {name: value for name in ("fields", "pillar") if (value := getattr(record, name, None))}
            day = days.today().isoformat()
            self._work.open_form(PAGES["action"].record.blank(source=[record.reference], assigned_on=day, **taken))

    def _relations(self) -> None:
        """Open the relations with the body that the record is, or with the first partner that it names."""
        record = self._record()
        if record is None:
            return
        if record.kind in BODIES:
            self._work.open_relations(record.kind, record.id)
            return
        named = next((each for each in store.linked(record) if each[0] == "partner"), None)
        if named:
            self._work.open_relations(*named[:2])
        else:
            self._work.toast.note(say(mark("This record names no partner.")))

    def _print_record(self) -> None:
        if record := self._record():
            from gui.output import print_record

            print_record(self._window, record)

    def _template(self) -> None:
        if record := self._record():
            from gui.templates import for_record

            for_record(self._window, record).exec()

    def _purge(self) -> None:
        from gui.pages.deeds import purge

        if self._may_write() and (record := self._record()):
            purge(self._window, record)

    # The list

    def _on_list(self, deed: "Callable[[ListPage], object]") -> None:
        page = self._work.list_page()
        if page:
            deed(page)

    def _remove(self) -> None:
        from gui.pages.deeds import meant

        page = self._work.list_page()
        if not page or not self._may_write():
            return
        chosen = meant(page)
        if chosen and not page.question().removed:
            self._work.remove(page.page.record.kind, chosen)
        elif not self._work.toast.isVisible():  # a way back may be offered there
            self._work.toast.note(say(mark("Choose a record first.")))

    def _restore(self) -> None:
        from gui.pages.deeds import restore

        def bring_back(page: "ListPage") -> None:
            if self._may_write() and page.question().removed:
                restore(self._window, page.page.record.kind, page.chosen_ids())

        self._on_list(bring_back)

    def _clear_filters(self) -> None:
        self._on_list(lambda page: page.ask(Question()))

    def _columns(self) -> None:
        def offer(page: ListPage) -> None:
            under = page.buttons["columns"]
            page.view.offer_columns(under.mapToGlobal(under.rect().bottomLeft()))

        self._on_list(offer)

    def _copy(self) -> None:
        self._on_list(lambda page: page.view.copy())

    def _copy_headers(self) -> None:
        self._on_list(lambda page: page.view.copy(headers=True))

    def _select_all(self) -> None:
        self._on_list(lambda page: page.view.selectAll())

    def _detail(self) -> None:
        self._on_list(lambda page: page.toggle_detail())

    def _export(self) -> None:
        from gui.output import export_list

        self._on_list(lambda page: export_list(self._window, page.page, page.question(), page.view.names()))

    def _print_list(self) -> None:
        from gui.output import print_list

        self._on_list(lambda page: print_list(self._window, page.page, page.question(), page.view.names()))


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
