"""The tabs of the pane: those that every record has become signs, one by one, where the names would not all fit."""

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
        self.currentChanged.connect(self._fit_current)

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

    def count_again(self, part: QWidget, n: int) -> None:
        """Say anew how much is in a part."""
        if part in self._named:
            name, sign, _ = self._named[part]
            self._named[part] = (name, sign, n)
            self.fit()

    def fit(self) -> None:
        """Show names; where they are wider than the pane, signs for as few of the last parts as will do.

        The part that is open turns into a sign last, and numbers go only where that is not enough.
        """
        signed = [place for place, (_, sign, _n) in enumerate(self._named.values()) if sign]
        signed.sort(key=lambda place: (place == self.currentIndex(), -place))
        ways = [(signed[:few], True) for few in range(len(signed) + 1)]
        for signs, numbers in [*ways, (signed, False)]:
            self._show(signs, numbers)
            if self.tabBar().sizeHint().width() <= self.width():
                return

    def _show(self, signs: list[int], numbers: bool) -> None:
        for place, (name, sign, n) in enumerate(self._named.values()):
            whole, by_sign = _counted(name, n), place in signs
            self.setTabText(place, _counted("" if by_sign else name, n if numbers else 0))
            self.setTabIcon(place, look.icon(sign, "muted", 16) if by_sign else QIcon())
            self.setTabToolTip(place, whole if signs or not numbers else "")
            self.tabBar().setAccessibleTabName(place, whole)

    def _fit_current(self) -> None:
        if self.count() == len(self._named):  # else parts are just coming or going
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


def _counted(words: str, n: int) -> str:
    return f"{words} ({n})".strip() if n else words
