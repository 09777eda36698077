"""Every command of the program with its key, in menus; the list of keys is made from the same table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from gui import look
from models.text import mark, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView


@dataclass(frozen=True)
class Command:
    """One line of a menu; ``local`` keys work only while a list or its record has the keyboard.

    ``shown`` names a key that is no shortcut of the window, because the list itself answers it.
    """

    name: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    local: bool = False
    shown: str = ""


LINE = Command("", "")
MENUS: dict[str, tuple[Command, ...]] = {
    mark("&File"): (
        Command("new_kind", mark("&New record…"), ("Ctrl+Shift+N",), "file-plus"),
        LINE,
        Command("open_office", mark("&Open an office…"), ("Ctrl+O",), "folder-open"),
        Command("recent", mark("&Recent offices")),
        Command("samples", mark("Sa&mple offices")),
        LINE,
        Command("report", mark("R&eports…"), ("Ctrl+R",), "file-spreadsheet"),
        Command("calendar", mark("&Weekly calendar…"), ("Ctrl+Shift+K",), "calendar-days"),
        Command("backup", mark("&Back up…"), (), "archive"),
        Command("log", mark("Export the lo&g…"), (), "history"),
        Command("restore_backup", mark("Res&tore a backup…"), (), "archive-restore"),
        LINE,
        Command("lock", mark("&Lock the window"), ("Ctrl+Alt+L",), "lock"),
        Command("settings", mark("&Settings"), ("Ctrl+,",), "settings"),
        Command("quit", mark("&Quit"), ("Ctrl+Q",)),
    ),
    mark("&Edit", "menu"): (
        Command("undo", mark("&Undo"), ("Ctrl+Z",), "undo-2"),
        Command("redo", mark("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2"),
        LINE,
        Command("steps", mark("Recent &steps…"), (), "history"),
        Command("drafts", mark("&Forms that were not saved…"), (), "pencil"),
    ),
    mark("Rec&ord"): (
        Command("new", mark("&New"), ("Ctrl+N",), "plus"),
        Command("open", mark("&Open"), (), "eye", shown="Enter"),
        Command("edit", mark("&Edit"), ("F2",), "pencil", True),
        Command("step", mark("Next s&tep…"), ("Ctrl+T",), "arrow-right", True),
        Command("follow_up", mark("New &follow-up action"), (), "list-checks", True),
        Command("checklist", mark("Actions from a te&mplate…"), (), "list-todo", True),
        Command("relations", mark("Re&lations"), ("Ctrl+L",), "network", True),
        LINE,
        Command("minutes", mark("Paste m&inutes…"), ("Ctrl+M",), "clipboard-paste", True),
        Command("assign", mark("&Give as a task…"), ("Ctrl+G",), "list-todo", True),
        Command("next_session", mark("Ne&xt session…"), (), "calendar-plus", True),
        Command("mechanism_report", mark("&Report since a session…"), (), "file-text", True),
        LINE,
        Command("clone", mark("Make a &copy"), ("Ctrl+D",), "copy", True),
        Command("template", mark("&Document from a template…"), ("Ctrl+Shift+W",), "file-text", True),
        Command("print_record", mark("&Print the record"), ("Ctrl+Shift+P",), "printer", True),
        LINE,
        Command("remove", mark("Mo&ve to the bin"), ("Del",), "trash-2", True),
        Command("restore", mark("&Bring back from the bin"), (), "archive-restore", True),
        Command("restrict", mark("Restricted record: mar&k or unmark"), (), "lock", True),
        Command("purge", mark("Purge person&al details…"), (), "eye-off", True),
        Command("held", mark("Everything &held about a person…"), (), "file-text", True),
        Command("erase_person", mark("Erase a person’s details on req&uest…"), (), "eye-off", True),
    ),
    mark("Lis&t"): (
        Command("search", mark("&Search in the list"), ("Ctrl+F", "F3"), "search"),
        Command("clear_filters", mark("Clear &filters"), ("Ctrl+Shift+F",), "funnel", True),
        Command("columns", mark("Choose c&olumns…"), (), "columns-3", True),
        LINE,
        Command("copy", mark("&Copy rows"), ("Ctrl+C",), "copy", True),
        Command("copy_headers", mark("Copy rows with &headers"), ("Ctrl+Shift+C",), "", True),
        Command("select_all", mark("Select &all"), ("Ctrl+A",), "", True),
        LINE,
        Command("export", mark("&Export to Excel…"), ("Ctrl+E",), "file-spreadsheet"),
        Command("print_list", mark("&Print the list…"), ("Ctrl+P",), "printer"),
        Command("review", mark("Re&view of the programme…"), (), "chart-column"),
    ),
    mark("&View"): (
        Command("find", mark("&Find anything"), ("Ctrl+K",), "search"),
        Command("back", mark("&Back"), ("Alt+Left",), "arrow-left"),
        Command("forward", mark("F&orward"), ("Alt+Right",), "arrow-right"),
        LINE,
        Command("pages", mark("&Pages")),
        Command("next_pane", mark("&Next part of the window"), ("F6",)),
        Command("previous_pane", mark("P&revious part of the window"), ("Shift+F6",)),
        LINE,
        Command("sidebar", mark("&Sidebar"), ("Ctrl+B",), "panel-left"),
        Command("detail", mark("Record bes&ide the list"), ("Ctrl+Shift+B",), "", True),
        Command("theme", mark("Light or &dark"), (), "moon"),
        Command("language", mark("Tiếng Việt / &English"), (), "languages"),
    ),
    mark("&Help"): (
        Command("guide", mark("&User guide"), (), "book-open"),
        Command("keys", mark("&Keys"), ("F1", "Ctrl+/"), "keyboard"),
        Command("about", mark("&About Bang Giao"), (), "info"),
    ),
}
ON_ROWS = (
    "open", "edit", "step", "follow_up", "checklist", "relations", "", "clone", "template", "print_record", "",
    "copy", "copy_headers", "", "remove", "restore",
)  # fmt: skip
FILLED = ("recent", "samples", "pages")  # sub-menus that are filled when they are opened


class Menus:
    """The menu bar and its actions by name."""

    def __init__(self, window: QMainWindow, deeds: dict[str, Callable[[], object]]) -> None:
        """Build the menus of ``window``; ``deeds`` says what each command does."""
        self.actions: dict[str, QAction] = {}
        self.sub: dict[str, QMenu] = {}
        self._titles: list[tuple[QMenu, str]] = []
        window.menuBar().clear()
        for title, commands in MENUS.items():
            menu = window.menuBar().addMenu("")
            self._titles.append((menu, title))
            for command in commands:
                self._add(window, menu, command, deeds)
        self.say_again()

    def _add(self, window: QWidget, menu: QMenu, command: Command, deeds: dict[str, Callable[[], object]]) -> None:
        if command is LINE:
            menu.addSeparator()
        elif command.name in FILLED:
            self.sub[command.name] = menu.addMenu("")
            self._titles.append((self.sub[command.name], command.words))
        else:
            action = QAction(window)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            if command.icon:
                action.setIcon(look.icon(command.icon))
            if command.local:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, deed=deeds[command.name]: deed())
            menu.addAction(action)
            self.actions[command.name] = action

    def serve(self, page: QWidget, rows: "QAbstractItemView") -> None:
        """Let the keys of lists work inside ``page``; offer what concerns rows on a right click or Shift+F10."""
        page.addActions([self.actions[each.name] for commands in MENUS.values() for each in commands if each.local])
        for name in ON_ROWS:
            if name:
                rows.addAction(self.actions[name])
            else:
                line = QAction(rows)
                line.setSeparator(True)
                rows.addAction(line)
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        # Only Windows knows this key by itself.
        by_key = QShortcut(QKeySequence("Shift+F10"), rows, context=Qt.ShortcutContext.WidgetShortcut)
        by_key.activated.connect(lambda: _offer(rows))

    def say_again(self) -> None:
        """Put the words of the language in use on menus and actions."""
        for menu, title in self._titles:
            menu.setTitle(say(title))
        for commands in MENUS.values():
            for command in commands:
                if command.name in self.actions:
                    shown = f"\t{command.shown}" if command.shown else ""
                    self.actions[command.name].setText(say(command.words) + shown)


def _offer(rows: "QAbstractItemView") -> None:
    from PySide6.QtGui import QContextMenuEvent

    place = rows.visualRect(rows.currentIndex()).bottomLeft()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(rows, event)


def table_of_keys() -> list[tuple[str, str]]:
    """Give (keys, what they do) for the list of keys, menus first, then what works inside a list."""
    found = []
    for commands in MENUS.values():
        for command in commands:
            if command.keys or command.shown:
                keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.keys]
                found.append((", ".join(keys) or command.shown, say(command.words).replace("&", "").rstrip("…")))
    return [*found, *((keys, say(words)) for keys, words in FURTHER)]


FURTHER = (
    ("Ctrl+1 … Ctrl+9", mark("Go to a page of the sidebar")),
    ("Shift+F10", mark("What can be done with the chosen rows")),
    ("Esc", mark("Clear the search, then close the record")),
    ("Ctrl+S", mark("In a form: save and stay")),
    ("Ctrl+Enter", mark("In a form: save and close")),
    ("Ctrl+Alt+Enter", mark("In a form: save and begin the next one")),
    ("F4", mark("In a field: open its list or calendar")),
    ("Ctrl+V", mark("On a record: attach the files or the picture of the clipboard")),
)
