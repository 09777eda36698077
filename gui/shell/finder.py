"""The search in everything: what is found, by kind, in a list under the box while one types."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from gui import look, tasks
from gui.tasks import Task
from gui.widgets import say_on
from models import search, store
from models.fold import fold
from models.kinds import ALL_DELEGATIONS, PAGES, page_named
from models.store import relations
from models.text import mark, say

FIGURES = "statistic"
LIMIT, PER_KIND = 60, 8
WIDTH, PADDING = 460, 14
PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Found:
    """One line of the answer; ``number`` is 0 where it leads to a page."""

    group: str
    words: str
    where: str
    number: int


def look_up(words: str) -> list[Found]:
    """Ask for records and pages; called beside the window."""
    asked = fold(words)
    found = [
        Found(mark("Pages"), say(page.title), name, 0)
        for name, page in PAGES.items()
        if asked and all(part in fold(say(page.title)) for part in asked.split())
    ]
    by_kind: dict[str, list[int]] = {}
    kinds = {page.record.kind for page in PAGES.values()}
    for hit in search.find(words, kinds, LIMIT):
        by_kind.setdefault(hit.kind, []).append(hit.record)
    by_kind |= {kind: by_kind.pop(kind) for kind in (FIGURES,) if kind in by_kind}  # to the end
    for kind, numbers in by_kind.items():
        found += _figures(numbers[:PER_KIND]) if kind == FIGURES else _records(kind, numbers[:PER_KIND])
    return found


def _figures(numbers: list[int]) -> list[Found]:
    """Name entered figures by what they mean: a code alone says nothing."""
    from models.reports.codes import about_of  # not needed before somebody searches

    page = page_named(FIGURES)
    lines = []
    for row in store.rows(
        page, numbers, [page.record.field(name) for name in ("indicator", "words", "starts", "ends")]
    ):
        code = row.texts["indicator"]
        about = about_of(code.partition(":")[0].upper())
        means = row.texts["words"] or (say(about.words) if about else "")
        parts = (means, code, f"{row.texts['starts']} – {row.texts['ends']}")
        lines.append(Found(page.title, " · ".join(part for part in parts if part), FIGURES, row.id))
    return lines


def _records(kind: str, numbers: list[int]) -> list[Found]:
    page = ALL_DELEGATIONS if kind == "delegation" else page_named(kind)
    named = [each for each in page.fields() if each.name in ("code", page.record.named_by)]
    lines, beside = [], relations.included(kind, numbers)
    for row in store.rows(page, numbers, named):
        parts = [row.texts.get("code", ""), " ".join(row.texts[page.record.named_by].split()), beside.get(row.id, "")]
        lines.append(Found(page.title, "  ".join(part for part in parts if part), kind, row.id))
    return lines


class Finder(QListWidget):
    """Hangs under the box; Up, Down and Enter in the box move and choose here."""

    chosen = Signal(str, int)

    def __init__(self, box: QLineEdit, over: QWidget) -> None:
        """Answer what is typed into ``box``; float over ``over``."""
        super().__init__(over)
        self._box, self._over = box, over
        self._task: Task | None = None
        self._asked, self._enter_waits = "", False
        look.as_part(self, "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        say_on(self, accessible_name=mark("What was found"))
        box.asked.connect(self.ask)  # type: ignore[attr-defined]
        box.installEventFilter(self)
        self.itemClicked.connect(self._choose)
        self.hide()

    def ask(self, words: str) -> None:
        """Look for words; the answer to earlier words is dropped."""
        if self._task:
            self._task.cancel()
        self._asked = words
        if not words.strip():
            self.hide()
            return
        self._task = tasks.start(self, lambda: look_up(words), self._show)

    def _show(self, found: list[Found]) -> None:
        self._task = None
        self.clear()
        group = ""
        for each in found:
            if each.group != group:
                group = each.group
                self._title(say(group))
            item = QListWidgetItem(each.words, self)
            item.setData(PLACE, (each.where, each.number))
        if not found:
            self._title(say(mark("Nothing found for “{words}”")).format(words=self._asked.strip()))
        self._move(1)
        self._place()
        self.show()
        self.raise_()
        if self._enter_waits:
            self._enter_waits = False
            self._choose(self.currentItem())

    def _title(self, words: str) -> None:
        item = QListWidgetItem(words, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(look.window_font(9))
        item.setForeground(look.color("muted"))

    def _place(self) -> None:
        width = min(max(WIDTH, self._box.width()), self._over.width() - 24)
        lines = sum(self.sizeHintForRow(row) for row in range(self.count()))
        height = min(lines + PADDING, self._over.height() - 80)
        corner = self._box.mapTo(self._over, QPoint(self._box.width() - width, self._box.height() + 4))
        self.setGeometry(max(12, corner.x()), corner.y(), width, height)

    def _move(self, way: int) -> None:
        row = self.currentRow() + way
        while 0 <= row < self.count():
            if self.item(row).data(PLACE):
                self.setCurrentRow(row)
                self.scrollToItem(self.item(max(0, row - 1)))
                self.scrollToItem(self.item(row))
                return
            row += way

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.data(PLACE):
            return
        where, number = item.data(PLACE)
        self.hide()
        self._box.clear()
        self.chosen.emit(where, number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.FocusIn and self._box.text() and self.count():
            self.show()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.isVisible():
            self.hide()
            self._box.clear()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.isVisible():
            self._move(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A fast typist presses Enter before the answer is there.
            if self._task or self._box.text() != self._asked:
                self._enter_waits = bool(self._box.text().strip())
                return False
            self._choose(self.currentItem())
            return True
        return False
