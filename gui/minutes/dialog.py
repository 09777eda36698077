"""Minutes are pasted on the left and become points on the right; what is ticked there is saved as conclusions."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui import messages
from gui.editors.typing_dialog import TypingDialog
from gui.forms.leaving import KEPT
from gui.forms.notices import Notice
from gui.minutes.keeping import MINUTES, TextKeeping
from gui.minutes.points import CONTENT, FIELD, PointsModel, PointsView, fill
from gui.widgets import FlowLayout, button, label, say_on
from gui.widgets.sizes import resize_within
from models import options, sequel, store
from models.minutes import Point, split
from models.record import Record
from models.sessions import Session
from models.store import Closed, Refused, SaveFailed, Stale
from models.store.unfinished import Unfinished
from models.text import mark, say, say_n

PAUSE = 250  # milliseconds after the last change of the text before it is split by itself


class MinutesDialog(TypingDialog):
    """Accepted once the ticked points are saved as conclusions of ``session``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin with the text that the session keeps."""
        super().__init__(parent)
        self.session, self.saved = session, 0
        self._kept = session.minutes_text or ""
        self._touched = False  # whether points were changed by hand since the text was split
        self.model = PointsModel(self)
        self.view = PointsView(self.model)
        self.text, self.content = QPlainTextEdit(), QPlainTextEdit()
        self.fields = QComboBox()
        self.notice, self.told = Notice(), label("", "muted")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._buttons()
        self._lay()
        self._name()
        self._connect()
        self.text.setPlainText(self._kept)
        self.split_text()
        self.keeping = TextKeeping(self, session, self.text)
        resize_within(self, 1280, 700)
        self.text.setFocus()

    def _buttons(self) -> None:
        self.split_button = button(mark("&Split into points"), "split")
        self.join_button = button(mark("&Join the chosen points"), "git-merge")
        self.part_button = button(mark("C&ut at the cursor"), "scissors")
        self.tick_button = button(mark("&Leave out or take in"), "check")
        self.save_button = button("", "check", "primary")
        self.close_button = button(mark("Close", "form"))

    def _lay(self) -> None:
        left, right = QWidget(), QWidget()
        pasted, points = QVBoxLayout(left), QVBoxLayout(right)
        for column in (pasted, points):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
        pasted.addWidget(label(mark("Text of the minutes"), "heading"))
        pasted.addWidget(self.text, 1)
        pasted.addWidget(self.split_button, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.addWidget(label(mark("Conclusions to be confirmed"), "heading"))
        head.addStretch()
        head.addWidget(self.told)
        points.addLayout(head)
        points.addWidget(self.view, 1)
        tools = FlowLayout(spacing=8)
        for part in (self.tick_button, self.join_button, self.fields):
            tools.addWidget(part)
        points.addLayout(tools)
        self.content.setFixedHeight(96)
        below = QHBoxLayout()
        below.addWidget(label(mark("Whole content of the point"), "small"), 1)
        below.addWidget(self.part_button)
        points.addLayout(below)
        points.addWidget(self.content)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setHandleWidth(16)
        sides.setChildrenCollapsible(False)
        sides.addWidget(left)
        sides.addWidget(right)
        sides.setSizes([400, 840])
        foot = QHBoxLayout()
        foot.addWidget(label(mark("Nothing is saved before you confirm."), "small"), 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 14)
        outer.setSpacing(12)
        outer.addWidget(self.notice)
        outer.addWidget(sides, 1)
        outer.addLayout(foot)

    def _name(self) -> None:
        self.setWindowTitle(say(mark("Minutes: {session}")).format(session=self.session.heading))
        self.text.setPlaceholderText(say(mark("Paste the text of the minutes here (Ctrl+V).")))
        self.text.setTabChangesFocus(True)
        self.content.setTabChangesFocus(True)
        say_on(self.text, accessible_name=mark("Text of the minutes"))
        say_on(self.content, accessible_name=mark("Whole content of the point"))
        say_on(self.fields, accessible_name=mark("Field of the chosen points"))
        fill(self.fields, FIELD)
        self.fields.setItemText(0, say(mark("Field of the chosen points")) + "…")
        self.fields.setMinimumContentsLength(24)
        self.fields.setIconSize(QSize(0, 0))

    def _connect(self) -> None:
        self._pause.timeout.connect(self._split_by_itself)
        self.text.textChanged.connect(self._pause.start)
        self.split_button.clicked.connect(self._split_again)
        self.join_button.clicked.connect(self._join)
        self.part_button.clicked.connect(self._part)
        self.tick_button.clicked.connect(self._turn_ticks)
        self.fields.activated.connect(self._put_field)
        self.content.textChanged.connect(self._put_content)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.close)
        self.model.edited.connect(self._edited)
        self.view.selectionModel().currentRowChanged.connect(self._show_content)
        self.view.doubleClicked.connect(lambda at: self.content.setFocus() if at.column() == CONTENT else None)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save_button.click)

    # From the text to the points

    def _split_by_itself(self) -> None:
        if not self._touched and not self.isHidden():
            self.split_text()

    def _split_again(self) -> None:
        question = say(mark("Split again? What you changed in the points is lost; the text stays."))
        buttons = {"split": say(mark("Split again")), "keep": say(mark("Keep my points"))}
        if not self._touched or messages.ask(self, say(mark("Minutes")), question, buttons) == "split":
            self.split_text()
            self.view.setFocus()

    def split_text(self) -> None:
        """Propose the points of the text; what was about to be split by itself needs it no more."""
        self._pause.stop()
        text = self.text.toPlainText()
        self.model.take(self._new_ones(split(text, self._sides())) if text.strip() else [])
        self._touched = False
        wanted = (row for row, point in enumerate(self.model.points) if point.proposed)
        self.view.stand_on(next(wanted, 0))
        self._tell()

    def _new_ones(self, points: list[Point]) -> list[Point]:
        """Leave unticked what the session has as a conclusion already, and say so."""
        there = {" ".join(each.content.split()) for each in sequel.conclusions(self.session.id)}
        if there:
            words = mark("This session has conclusions already. A point that is among them is not ticked.")
            self.notice.tell(say(words), "info")
        return [
            replace(point, proposed=False) if " ".join(point.content.split()) in there else point for point in points
        ]

    def _sides(self) -> dict[str, str]:
        """Give the names by which the minutes call each side: the parties of the session."""
        named: dict[str, str] = {}
        for party in self.session.parties:
            side = options.Responsible.OURS if party.side == options.Side.OURS else options.Responsible.THEIRS
            for prefix in ("", "Tỉnh ", "UBND tỉnh ", "Châu ", "Chính quyền tỉnh "):
                if party.heading.casefold().startswith(prefix.casefold()):
                    named[party.heading[len(prefix) :]] = side
        return {name: side for name, side in named.items() if name}

    # Work on the points

    def _edited(self) -> None:
        self._touched = True
        self._show_content()
        self._tell()

    def _tell(self) -> None:
        count, n = len(self.model.points), len(self.model.chosen())
        told = say_n("{n} point, {chosen} ticked", "{n} points, {chosen} ticked", count)
        self.told.setText(told.format(n=count, chosen=n) if count else "")
        self.save_button.setText(say_n("Save {n} conclusion", "Save {n} conclusions", n).format(n=n))
        self.save_button.setEnabled(bool(n))
        for part in (self.join_button, self.part_button, self.tick_button, self.fields, self.content):
            part.setEnabled(bool(count))
        if self.model.asked and all(point.field for point in self.model.chosen()):
            self.notice.tell("")

    def _show_content(self) -> None:
        row = self.view.currentIndex().row()
        words = self.model.points[row].content if 0 <= row < len(self.model.points) else ""
        if self.content.toPlainText() != words:
            self.content.blockSignals(True)
            self.content.setPlainText(words)
            self.content.blockSignals(False)

    def _put_content(self) -> None:
        row, words = self.view.currentIndex().row(), self.content.toPlainText()
        if 0 <= row < len(self.model.points) and words != self.model.points[row].content:
            self.model.put(row, content=words)

    def _put_field(self) -> None:
        for row in self.view.rows():
            self.model.put(row, field=self.fields.currentData())
        self.fields.setCurrentIndex(0)

    def _turn_ticks(self) -> None:
        rows = self.view.rows()
        wanted = not all(self.model.points[row].proposed for row in rows)
        for row in rows:
            self.model.put(row, proposed=wanted)

    def _join(self) -> None:
        rows = self.view.rows()
        if len(rows) == 1 and rows[0] > 0:
            rows = [rows[0] - 1, rows[0]]  # one point goes to the one above it
        if len(rows) > 1:
            self.view.stand_on(self.model.join(rows))

    def _part(self) -> None:
        row, place = self.view.currentIndex().row(), self.content.textCursor().position()
        if row >= 0:
            self.model.part(row, place)
            self.view.stand_on(row)

    # The end

    def save(self) -> None:
        """Save the ticked points, all or none; say what is missing."""
        self.model.asked = True
        lacking = [row for row, point in enumerate(self.model.points) if point.proposed and not point.field]
        if lacking:
            told = say_n("{n} point has no field of cooperation yet.", "{n} points have no field of cooperation yet.",
                         len(lacking))  # fmt: skip
            self.notice.tell(told.format(n=len(lacking)), "bad")
            self.view.setFocus()
            self.view.stand_on(lacking[0], FIELD)
            self.view.viewport().update()
            return
        try:
            self.saved = len(sequel.accept(self.session, self.model.chosen(), self.text.toPlainText().strip()))
        except (Refused, Stale, Closed, SaveFailed) as failed:
            self.notice.tell(str(failed), "bad")
        else:
            self.keeping.forget()
            self.accept()

    def typed(self) -> bool:
        """Tell whether there is another text than the session keeps, or points were worked on."""
        return self._touched or self.text.toPlainText().strip() != self._kept.strip()

    def may_leave(self) -> bool:
        """Ask what becomes of a pasted text that is not saved."""
        question = say(mark("The points are not saved as conclusions yet.")) + "\n\n" + say(KEPT)
        buttons = {
            "keep": say(mark("Keep the text with the session")),
            "drop": say(mark("Close without saving")),
            "stay": say(mark("Go on working")),
        }
        answer = messages.ask(self, say(mark("Minutes")), question, buttons, danger="drop")
        if answer == "keep":
            try:
                sequel.keep_text(self.session, self.text.toPlainText().strip())
            except (Refused, Stale, Closed, SaveFailed) as failed:
                self.notice.tell(str(failed), "bad")
                return False
            self.keeping.forget()
        elif answer == "drop":
            self.keeping.keep(by_hand=True)
        return answer in ("keep", "drop")


def split_minutes(parent: QWidget | None, session: Record, kept: Unfinished | None = None) -> int:
    """Let a person paste the minutes of a stored session and confirm its conclusions; gives how many were saved.

    ``kept`` is a text that was not saved before.
    """
    fresh = store.load("session", session.id)
    assert isinstance(fresh, Session)
    dialog = MinutesDialog(fresh, parent)
    if kept:
        dialog.keeping.key = kept.key
        dialog.text.setPlainText(kept.content[MINUTES])
    dialog.exec()
    dialog.deleteLater()
    return dialog.saved
