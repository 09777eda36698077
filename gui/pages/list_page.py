"""The page of one kind: title, filters, list, footer, and the record beside it."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui import look
from gui.detail import DetailPane
from gui.filters import Filters
from gui.pages.list_view import ListView
from gui.pages.nothing import Nothing
from gui.tables import TableModel
from gui.widgets import Elided, button, follow_language, label, say_on
from models import preferences, store
from models.kinds import Page
from models.reading import show_number
from models.store import Question
from models.text import mark, say, say_n

NARROW = 860  # below this width the record takes the place of the list
PAUSE = 70  # milliseconds on a row before its record is read
DIVIDED = [640, 440]  # list and record, until somebody moves the divider


class ListPage(QWidget):
    """One kind's records; what is asked of the whole program goes out as ``wanted(name of the command)``."""

    wanted = Signal(str)
    begin = Signal(str)  # a new record, with the words it is to be called by

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        """Show the page's first lines at once."""
        super().__init__(parent)
        self.page = page
        look.as_part(self, "page")
        self.model = TableModel(page, self)
        self.view = ListView(self.model)
        self.filters = Filters(page)
        self.detail = DetailPane()
        self.nothing = Nothing(page)
        self.footer, self.count = label("", "small"), label("", "muted")
        self._total = 0
        self._wish = 0  # a record just saved, which the list does not know yet
        self._lay_out()
        self._reader = QTimer(self, singleShot=True, interval=PAUSE)
        self._reader.timeout.connect(self._read_current)
        self._keeper = QTimer(self, singleShot=True, interval=400)
        self._keeper.timeout.connect(self._keep_divider)
        self._connect()
        self.ask()

    def _lay_out(self) -> None:
        self.list_side = QFrame()
        look.as_part(self.list_side, "card")
        say_on(self.list_side, accessible_name=self.page.title)
        self._rows = QStackedWidget()
        self._rows.addWidget(self.view)
        self._rows.addWidget(self.nothing)
        column = QVBoxLayout(self.list_side)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._rows, 1)
        self.footer.setContentsMargins(12, 6, 12, 6)
        column.addWidget(self.footer)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(14)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list_side)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.list_side.setMinimumWidth(320)
        self.detail.hide()  # the list has the room until a record is chosen
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 16)
        outer.setSpacing(14)
        outer.addLayout(self._head())
        outer.addWidget(self.filters)
        outer.addWidget(self.splitter, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        title = Elided("", "title")
        title.setMinimumWidth(60)
        follow_language(title, lambda: title.setText(say(self.page.title)))
        row.addWidget(title)
        self.count.setContentsMargins(0, 0, 0, 5)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        planned = self.page.name == "programme"  # what became of it is asked for in June and December
        self.buttons = ({"review": button(mark("Plan and actual"), "chart-column")} if planned else {}) | {
            "columns": button(mark("Columns"), "columns-3"),
            "print_list": button(mark("Print"), "printer"),
            "export": button(mark("Export to Excel"), "file-spreadsheet"),
            "new": button(self.page.new, "plus", "primary"),
        }
        for name, each in self.buttons.items():
            each.clicked.connect(lambda _on=False, name=name: self.wanted.emit(name))
            row.addWidget(each)
        return row

    def _connect(self) -> None:
        self.filters.changed.connect(self.ask)
        self.view.sorted.connect(lambda _order: self.ask())
        self.view.chosen.connect(self._chosen)
        self.view.again.connect(lambda: self._chosen(again=True))
        self.view.activated.connect(lambda _index: self.wanted.emit("open"))
        self.model.counted.connect(self._tell_count)
        self.nothing.clear.connect(self.filters.clear)
        self.nothing.wanted_new.connect(self.begin)
        self.detail.closed.connect(self.close_detail)
        self.detail.wanted.connect(self.wanted)
        self.splitter.splitterMoved.connect(lambda *_: self._keeper.start())
        follow_language(self, self._speak)

    # The question

    def question(self) -> Question:
        """Give the question on the screen."""
        return self.filters.question(self.view.sort_by)

    def ask(self, question: Question | None = None) -> None:
        """Show the answer to the question of the boxes, or to another one put into them."""
        if question is not None:
            self.filters.put(question)
            if question.sort:
                self.view.sort_by = question.sort
        self.model.ask(self.question())
        self.view.scrollToTop()

    def refresh(self) -> None:
        """Show what was saved since, without losing the place."""
        self.filters.fill_years()
        self.model.refresh()
        self.detail.refresh()
        if not self.detail.record and self.detail.isVisible():
            self.hide_detail()

    # The record beside the list

    def open_record(self, number: int, focus: bool = False) -> None:
        """Show one record, on its row where the list has it."""
        self._wish = 0 if self.view.select(number) else number
        self._reader.stop()
        self._read(number)
        if focus and not self.detail.isHidden():  # at the start the page itself is not on the screen yet
            self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> int | None:
        """Give the record that commands concern: the one shown beside, or the row of the cursor."""
        shown = self.detail.shown()
        return shown[1] if shown and self.detail.isVisible() else self.view.current_id()

    def chosen_ids(self) -> list[int]:
        """Give the records that commands for several concern."""
        chosen, current = self.view.selected_ids(), self.current()
        return [current] if len(chosen) < 2 and current is not None else chosen

    def following(self, numbers: list[int]) -> int | None:
        """Give the record to stand on when some are gone: the next one below them, else the last above."""
        rows = [row for row in map(self.model.row_of, numbers) if row >= 0]
        if not rows:
            return None
        below, above = self.model.ids[max(rows) + 1 :][:1], self.model.ids[: min(rows)][-1:]
        return next(iter([*below, *above]), None)

    def open_current(self) -> None:
        """Read the record under the cursor, with the keyboard in it."""
        number = self.view.current_id()
        if number is not None:
            preferences.remember("detail", True)
            self.open_record(number, focus=True)

    def close_detail(self) -> None:
        """Take the pane away and give the list its room."""
        if not self.narrow():
            preferences.remember("detail", False)
        self.hide_detail()

    def take_focus(self) -> None:
        """Take the keyboard: into the list, on the first row in sight if on none; an empty one offers its way out."""
        (self.nothing if self._rows.currentWidget() is self.nothing else self.view).setFocus()
        self.view.stand_somewhere()

    def toggle_detail(self) -> None:
        """Open or close the pane."""
        if self.detail.isVisible():
            self.close_detail()
        else:
            self.open_current()

    def hide_detail(self) -> None:
        """Take the pane away until another record is chosen."""
        had_focus = self.detail.isAncestorOf(self.window().focusWidget() or self.window())
        self.detail.hide()
        self._show_list()
        if had_focus or self.view.hasFocus():
            self.take_focus()

    def _show_detail(self) -> None:
        for each in (self.list_side, self.filters):
            each.setVisible(not self.narrow())
        if self.detail.isHidden():
            self.detail.show()
            self.splitter.setSizes(preferences.get("splitter", DIVIDED))
            self.view.keep_current_in_sight()

    def _show_list(self) -> None:
        self.list_side.show()
        self.filters.show()

    def narrow(self) -> bool:
        """Tell whether there is room for only one of list and record."""
        return self.width() < NARROW

    def _chosen(self, again: bool = False) -> None:
        self._tell_footer()
        if again and self.detail.isHidden():  # a further click on the row asks for the pane that was closed
            preferences.remember("detail", True)
        if not self.narrow() and preferences.get("detail", True) and not (again and self.detail.isVisible()):
            self._reader.start()

    def _read_current(self) -> None:
        number = self.view.current_id()
        if number is not None and self.view.count_selected():
            self._read(number)

    def _read(self, number: int) -> None:
        self.detail.show_record(self.page.record.kind, number)
        if self.detail.record:
            self._show_detail()
        else:
            self.hide_detail()

    # What is said about the list

    def _tell_count(self) -> None:
        if self._wish and self.model.row_of(self._wish) >= 0:
            self.view.select(self._wish)
            self._wish = 0
        self._total = store.count(self.page)
        shown = bool(len(self.model.ids))
        self._rows.setCurrentWidget(self.view if shown else self.nothing)
        if not shown:
            self.nothing.explain(self.question(), self.filters.active(), self._total)
        self._tell_footer()

    def _tell_footer(self) -> None:
        known, selected = len(self.model.ids), self.view.count_selected()
        shown = show_number(known) + ("" if self.model.complete else "+")
        parts = [say(mark("showing {shown} of {total}")).format(shown=shown, total=show_number(self._total))]
        if selected:
            parts.append(say_n("{n} selected", "{n} selected", selected).format(n=show_number(selected)))
        self.footer.setText(" · ".join(parts))
        self.count.setText(say_n("{n} record", "{n} records", self._total).format(n=show_number(self._total)))

    def _speak(self) -> None:
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self.model.columns) - 1))
        self.model.renew()
        if hasattr(self, "footer"):
            self._tell_count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.narrow() and self.detail.isVisible():
            self.close_detail()
        elif self.filters.search.text():
            self.ask(replace(self.question(), words=""))
        elif self.detail.isVisible():
            self.close_detail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.narrow():
            self._show_list()
            self.detail.setVisible(bool(self.detail.record and preferences.get("detail", True)))
        elif not self.list_side.isHidden():
            self.detail.hide()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.remember()
        return super().event(event)

    def remember(self) -> None:
        """Keep the place of the divider and the columns."""
        if self._keeper.isActive():
            self._keep_divider()
        self.view.remember()

    def _keep_divider(self) -> None:
        self._keeper.stop()
        preferences.remember("splitter", self.splitter.sizes())

    def panes(self) -> list[QWidget]:
        """Give the parts between which F6 goes."""
        return [self.filters.search, self.view, self.detail]
