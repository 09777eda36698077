"""The office's own reports below the list: put one together, change it, take it away and bring it back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui import messages
from gui.report_dialog.builder import BuilderDialog
from gui.report_dialog.handing_in import may_hand_in
from gui.report_dialog.report_list import ReportList
from gui.widgets import Toast, button, tool
from models.days import today
from models.errors import OfficeRefused
from models.reports.built import Built, forget, keep
from models.reports.periods import Period, calendar_year
from models.text import mark, say

NOT_SAVED = mark("The report was not saved")


class OwnReports(QWidget):
    """The buttons for presets; sends ``changed`` when the chosen one was changed."""

    changed = Signal()

    def __init__(self, reports: ReportList, period: Callable[[], Period | None], toast: Toast) -> None:
        """Stand below a list of reports; ``period`` gives that of the preview, ``toast`` tells what was taken away."""
        super().__init__()
        self._reports, self._period, self._toast = reports, period, toast
        self.new = button(mark("&New report…"), "plus")
        self.change = tool("pencil", mark("Change the own report (F2)"))
        self.remove = tool("trash-2", mark("Remove the own report (Del)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.new, 1)
        for part in (self.change, self.remove):
            row.addWidget(part)
        self.new.clicked.connect(lambda: self.build())
        self.change.clicked.connect(self.build_again)
        self.remove.clicked.connect(self.take_away)
        for key, deed in (("F2", self.build_again), ("Del", self.take_away)):
            shortcut = QShortcut(QKeySequence(key), reports.list, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed)
        reports.list.currentItemChanged.connect(lambda _now, _before: self.allow())
        self.allow()

    def allow(self) -> None:
        """Allow what can be done with the chosen report."""
        open_for_writing = may_hand_in()
        entry = self._reports.entry()
        self.new.setEnabled(open_for_writing)
        self.change.setEnabled(open_for_writing and self._chosen() is not None)
        named = bool(entry.name)  # where all of them are damaged, one line without a name says so
        self.remove.setEnabled(open_for_writing and entry.own and named)

    def _chosen(self) -> Built | None:
        """Give the chosen preset; nothing where it cannot be run."""
        about = self._reports.entry().about
        return about if about and about.page else None

    def build(self, about: Built | None = None) -> None:
        """Open the builder; what it keeps is chosen in the list."""
        period = self._period() or calendar_year(today().year)
        box = BuilderDialog(self.window(), period, about)
        box.exec()
        kept = box.kept
        box.deleteLater()
        if kept is not None:
            self._reports.fill()
            self._reports.choose(kept.name)
            self.changed.emit()

    def build_again(self) -> None:
        """Open the builder on the chosen preset."""
        about = self._chosen()
        if about is not None and self.change.isEnabled():
            self.build(about)

    def take_away(self) -> None:
        """Remove the chosen preset; the note at the foot brings it back."""
        about, entry = self._chosen(), self._reports.entry()
        if not self.remove.isEnabled() or not self._do(lambda: forget(entry.name)):
            return
        self._reports.fill()
        words = say(mark("The report “{title}” was removed.")).format(title=entry.title)
        self._toast.note(words, (lambda: self._bring_back(about)) if about else None)

    def _bring_back(self, about: Built) -> None:
        if self._do(lambda: keep(about)):
            self._reports.fill()
            self._reports.choose(about.name)

    def _do(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except OfficeRefused as error:
            messages.tell(self.window(), say(NOT_SAVED), str(error), kind="warning")
            return False
        return True
