"""The guard of an encrypted office: locks the window when asked, after a while without input, and with the session.

What is open stays open behind the lock, forms with all that was typed. The lock guards the screen: the key stays in the
memory of the program until it ends.
"""

import time

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from gui import look
from gui.vault.sessions import SessionWatch
from gui.vault.unlocking import Unlocking, choose_new_passphrase
from gui.widgets import Card, label, say_on
from gui.widgets.texts import words
from models import engine, preferences
from models.text import mark, say
from models.vault import CODE

MINUTES, USUAL = "lock_after", 10  # the setting of the person, 0 for never
LOOK = 5_000  # milliseconds between two looks at the clock
TITLE = mark("Bang Giao is locked")
WIDTH = 460
_INPUT = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.InputMethod,
}  # fmt: skip


def minutes() -> int:
    """Give after how many minutes without input the window locks itself; 0 for never."""
    told = preferences.get(MINUTES, USUAL)
    return told if isinstance(told, int) and told >= 0 else USUAL


class Guard(QObject):
    """Locks one window; ``locked`` and ``unlocked`` tell of it."""

    locked = Signal()
    unlocked = Signal()

    def __init__(self, window: QWidget) -> None:
        """Watch from now on; without an encrypted office nothing happens."""
        super().__init__(window)
        self._window = window
        self.screen: LockScreen | None = None
        self._covers: list[Cover] = []
        self._last = time.time()  # a clock that goes on while the computer sleeps
        self._clock = QTimer(self, interval=LOOK)
        self._clock.timeout.connect(self._look)
        self._clock.start()
        self._session = SessionWatch(window, self.lock)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._watch)
        self._watch(window.windowHandle())

    def _watch(self, window: QWindow | None) -> None:
        """See what comes into a window of the program; what happens inside it, thousands of times, is not looked at."""
        if window is not None:
            self._last = time.time()
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._last = time.time()
        return False

    def _look(self) -> None:
        if minutes() and time.time() - self._last >= minutes() * 60:
            self.lock()

    def lock(self) -> bool:
        """Lock now; False where the office is not encrypted, so that nothing could unlock it."""
        if engine.key() is None:
            return False
        if self.screen is None:
            while popup := QApplication.activePopupWidget():
                popup.close()
            QToolTip.hideText()
            windows = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]
            self.screen = LockScreen(self._window)
            self.screen.asked.opened.connect(self._unlock)
            self.screen.show_over(self._window)  # first: it takes the keyboard from what is hidden now
            self._covers += [Cover(each) for each in windows]
            self.locked.emit()
        return True

    def _unlock(self) -> None:
        screen, self.screen = self.screen, None
        if screen is None:
            return
        way, typed = screen.asked.way, screen.asked.typed()
        screen.asked.forget()
        screen.let_go()
        for cover in self._covers:
            if shiboken6.isValid(cover):
                cover.lift()
        self._covers.clear()
        self._last = time.time()
        self.unlocked.emit()
        if way == CODE:
            choose_new_passphrase(self._window, engine.office(), typed)


class Cover(QWidget):
    """Lies over everything in a window, whatever size that takes; what is behind it is hidden, not closed.

    A screen reader reads what lies under something else, and Tab goes there: only what is hidden is out of reach.
    """

    def __init__(self, shown: QWidget) -> None:
        """Cover a window; its title may name somebody, so it goes too, and what a box itself tells a screen reader."""
        from PySide6.QtWidgets import QMessageBox  # a start does without it

        super().__init__(shown)
        self._box = shown if isinstance(shown, QMessageBox) else None
        self._asked = self._box.text() if self._box else ""
        self._shown, self._focus, self._title = shown, shown.focusWidget(), shown.windowTitle()
        inside = shown.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._behind = [each for each in inside if each is not self and not each.isWindow() and not each.isHidden()]
        look.as_part(self, "page")
        self.setAutoFillBackground(True)
        self.setGeometry(shown.rect())
        self.show()
        self.raise_()
        for each in self._behind:
            each.hide()
        if self._box:
            self._box.setText("")
        shown.setWindowTitle(say(TITLE))
        shown.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._shown.rect())
        elif event.type() == QEvent.Type.WindowTitleChange and self._shown.windowTitle() != say(TITLE):
            self._title = self._shown.windowTitle()  # for afterwards
            self._shown.setWindowTitle(say(TITLE))
        return False

    def lift(self) -> None:
        """Show everything as it was, with the keyboard where it was."""
        self._shown.removeEventFilter(self)
        self._shown.setWindowTitle(self._title)
        if self._box:
            self._box.setText(self._asked)
        for each in self._behind:
            if shiboken6.isValid(each):
                each.show()
        self.hide()
        self.deleteLater()
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)  # as a person comes back to a window


class LockScreen(QDialog):
    """Lies over the window until the right passphrase is typed."""

    def __init__(self, parent: QWidget) -> None:
        """Ask for the passphrase of the open office."""
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._over = False
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        say_on(self, window_title=TITLE)
        self.asked = Unlocking(engine.office())
        card = Card()
        card.setFixedWidth(WIDTH)
        card.body.addWidget(label(TITLE, "title"))
        card.body.addWidget(words(say(mark("What you were writing is kept behind this lock.")), "muted"))
        card.body.addWidget(self.asked)
        column = QVBoxLayout(self)
        row = QHBoxLayout()  # aligned in the column instead, the card would not have the height of texts that wrap
        row.addStretch()
        row.addWidget(card)
        row.addStretch()
        column.addStretch()
        column.addLayout(row)
        column.addStretch()

    def show_over(self, window: QWidget) -> None:
        """Cover the window and take the keyboard."""
        self.setGeometry(window.geometry())
        self.show()
        self.raise_()
        self.activateWindow()
        self.asked.secret.setFocus()

    def let_go(self) -> None:
        """Close for good."""
        self._over = True
        self.close()
        self.deleteLater()

    def reject(self) -> None:
        if self._over:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._over:
            super().closeEvent(event)
        else:
            event.ignore()
