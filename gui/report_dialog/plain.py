"""What the tables of the window of reports share: how they look, and that Enter opens."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTableView, QWidget

from gui import look


def plain_table() -> QTableView:
    """Make a table that is read, not written."""
    table = QTableView()
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(look.row_height() - 6)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def on_enter(widget: QWidget, deed: Callable[[], object]) -> None:
    """Call ``deed`` when Enter is pressed on a widget."""
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        shortcut = QShortcut(QKeySequence(key), widget, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(deed)
