"""The tabs of the pane: those that every record has become signs where their names would not all fit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from gui import look


class Tabs(QTabWidget):
    """Parts of a record side by side."""

    def __init__(self) -> None:
        """Hold no part yet."""
        super().__init__()
        self._named: dict[QWidget, tuple[str, str, int]] = {}
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setElideMode(Qt.TextElideMode.ElideNone)

    def add(self, part: QWidget, name: str, n: int = 0, sign: str = "") -> None:
        """Add a part with its name and how much is in it; ``sign`` stands for the name where room is short."""
        self._named[part] = (name, sign, n)
        self.addTab(part, _counted(name, n))

    def clear(self) -> None:
        """Take all parts away."""
        self._named.clear()
        while self.count():
            old = self.widget(0)
            self.removeTab(0)
            if old:
                old.deleteLater()

    def fit(self) -> None:
        """Show names, or signs for the last parts where the names are wider than the pane; at worst without numbers."""
        for signs, numbers in ((False, True), (True, True), (True, False)):
            self._show(signs, numbers)
            if self.tabBar().sizeHint().width() <= self.width():
                return

    def _show(self, signs: bool, numbers: bool) -> None:
        for place, (name, sign, n) in enumerate(self._named.values()):
            whole = _counted(name, n)
            by_sign = bool(signs and sign)
            self.setTabText(place, _counted("" if by_sign else name, n if numbers else 0))
            self.setTabIcon(place, look.icon(sign, "muted", 16) if by_sign else QIcon())
            self.setTabToolTip(place, whole if signs else "")
            self.tabBar().setAccessibleTabName(place, whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


def _counted(words: str, n: int) -> str:
    return f"{words} ({n})".strip() if n else words
