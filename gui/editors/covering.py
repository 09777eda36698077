"""Dots over what stands in a line until somebody asks to see it for a moment; what is typed anew is seen."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from gui import look, showing
from gui.editors.lines import Line
from models.record import Entity
from models.text import mark, say

SHOW, HIDE = mark("Show"), mark("Hide")


class Covering(QObject):
    """Covers one line; each showing is written down in the history of the record that a detail is ``of``."""

    def __init__(self, line: Line, of: Entity | None, field: str) -> None:
        """Let the line be seen until something stored is shown in it."""
        super().__init__(line)
        self._line, self._of, self._field = line, of, field
        self.show_action = QAction(self)
        self.show_action.triggered.connect(self._turn)
        self._moment = QTimer(self, singleShot=True, interval=showing.MOMENT)
        self._moment.timeout.connect(lambda: self.cover(bool(line.text())))
        line.addAction(self.show_action, QLineEdit.ActionPosition.TrailingPosition)
        line.textEdited.connect(self._typed)
        showing.guard(line)
        self.cover(False)

    def is_covered(self) -> bool:
        """Tell whether dots stand there."""
        return self._line.echoMode() == QLineEdit.EchoMode.Password

    def cover(self, hide: bool) -> None:
        """Show dots, or the letters for a moment; what is not stored yet is read over by who enters it."""
        entered_now = self._of is not None and self._of.id is None
        hide = hide and not entered_now
        self._line.setEchoMode(QLineEdit.EchoMode.Password if hide else QLineEdit.EchoMode.Normal)
        self.show_action.setIcon(look.icon("eye" if hide else "eye-off", "muted", 16))
        self.show_action.setVisible(bool(self._line.text()) or hide)
        self.speak()
        if hide or entered_now or not self._line.text():
            self._moment.stop()
        else:
            self._moment.start()

    def speak(self) -> None:
        """Say in the language in use what the eye does."""
        self.show_action.setText(say(SHOW if self.is_covered() else HIDE))
        self.show_action.setToolTip(self.show_action.text())

    def _turn(self) -> None:
        if not self.is_covered():
            self.cover(True)
        elif showing.may_show(self._line, self._of, self._field):
            self.cover(False)
            self._line.setCursorPosition(0)  # all of it chosen, as a cell opens, would be hard to read

    def _typed(self, words: str) -> None:
        """See what is typed anew: nothing that was there before is left of it."""
        if len(words) <= 1 and self.is_covered():
            self._line.setText(words)  # or Ctrl+Z would bring back, uncovered, what was there
            self.cover(False)
        elif not self.is_covered():
            self._moment.start()
