"""The screen of an office that cannot be opened: what is wrong, the newest good backup beside what can still be read.

Looking changes nothing: the damaged file is only read, and stays where it is until a person puts another in its place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui import look, messages
from gui.messages.boxes import Asked, prepared_answer
from gui.recovery.results import tell_result
from gui.settings_page.copies import WHY, counts
from gui.settings_page.preview import ALTERED
from gui.vault import unlocked
from gui.vault.beside import Beside
from gui.widgets import Card, PlainTable, button, label
from gui.widgets.sizes import resize_within
from gui.widgets.texts import words
from models import backup, salvage
from models.backup import Account
from models.errors import Damaged, OfficeRefused
from models.kinds import page_named
from models.reading import show_number
from models.salvage import Survey
from models.text import mark, say

AGAIN, RESTORE, SALVAGE, OTHER, OPEN, READ, QUIT = "again", "newest", "salvage", "restore", "open", "read", "quit"
NOT_OPENED = mark("The office was not opened")
IS_DAMAGED = mark("The office is damaged")
WAYS = {
    RESTORE: mark("Restore &this backup"),
    SALVAGE: mark("&Salvage what can be read…"),
    OTHER: mark("Restore &another backup…"),
    AGAIN: mark("&Try again"),
    READ: mark("Open for &reading only"),
    OPEN: mark("&Open another office"),
    QUIT: mark("&Quit"),
}
_KEPT = mark("The file {path} was only read and stays as it is. Whatever you choose, it is kept.")
_NO_BACKUP = mark("No backup that was proved lies beside the office.")
_LOOKING = mark("Reading what can still be read…")
_CANNOT = mark("Nothing can be read without its passphrase.")
_STILL = mark("Can still be read: {n} records. Destroyed pages: {pages}; rows that cannot be read: {rows}.")
_INDEX = mark(
    "An index of the file is damaged, or something else that holds no record: all {n} records can still be read."
)
_HEADS = (mark("Kind of record"), mark("In the backup"), mark("Can still be read"))
SIZE = (760, 620)


@dataclass(frozen=True)
class Wish:
    """What a person chose, and the file that it is about: a backup, or the salvaged office."""

    way: str
    file: Path | None = None


def ask_way_on(parent: QWidget | None, path: Path, trouble: Exception, *, readable: bool = False) -> Wish:
    """Say what is wrong with a closed office and ask what to do; ``readable`` offers to read on in it."""
    newest = backup.newest(backup.folder_of(path))
    broken = readable or isinstance(trouble, Damaged)
    ways = _ways(newest is not None, broken, readable)
    title = say(IS_DAMAGED if broken else NOT_OPENED)
    answer = prepared_answer(Asked(title, str(trouble), tuple(ways)))
    if answer is not None:
        assert answer in ways, f"{answer!r} is none of {ways}"
        return Wish(answer, newest[0] if answer == RESTORE and newest else None)
    screen = Screen(parent, path, title, str(trouble), ways, newest)
    screen.exec()
    screen.deleteLater()
    return screen.wish


def _ways(backed_up: bool, broken: bool, readable: bool) -> list[str]:
    """Give the ways on, the best first; the last is what Esc chooses."""
    if not broken:
        return [AGAIN, OPEN, OTHER, QUIT]
    first = [RESTORE] if backed_up else []
    return [*first, SALVAGE, OTHER, *([READ] if readable else [AGAIN]), OPEN, QUIT]


class Screen(QDialog):
    """Shows the trouble and the ways on; ``wish`` is what was chosen."""

    def __init__(
        self, parent: QWidget | None, path: Path, title: str, why: str, ways: list[str],
        newest: tuple[Path, Account] | None,
    ) -> None:  # fmt: skip
        """Show everything that is known at once, and look what can still be read beside it."""
        super().__init__(parent)
        self.path, self.newest, self.wish = path, newest, Wish(QUIT)
        self.setWindowTitle(title)
        look.as_part(self, "page")
        self.found: Survey | None = None
        self._looking: Beside | None = None
        self.buttons = {way: button(WAYS[way], kind="primary" if way == ways[0] else "") for way in ways}
        for way, made in self.buttons.items():
            made.clicked.connect(lambda _on=False, way=way: self._choose(way))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(self._heading(title))
        column.addWidget(words(why))
        self.altered = words(say(ALTERED), "error")
        self.altered.hide()
        column.addWidget(self.altered)
        self.told = words("", "muted")
        if SALVAGE in ways:
            column.addWidget(self._both(), 1)
            column.addWidget(words(say(_KEPT).format(path=path), "muted"))
            self._look()
            self._prove()
        else:
            column.addStretch()
        column.addLayout(self._feet(ways))
        resize_within(self, SIZE[0], SIZE[1] if SALVAGE in ways else 240)
        self.buttons[ways[0]].setDefault(True)
        self.buttons[ways[0]].setFocus()

    @staticmethod
    def _heading(title: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        sign = label("", "")
        sign.setPixmap(look.icon("triangle-alert", "bad").pixmap(24, 24))
        line.addWidget(sign)
        line.addWidget(words(title, "title"), 1)
        return row

    def _both(self) -> Card:
        """Show the newest good backup beside what can still be read."""
        card = Card()
        card.body.addWidget(words(self._backup_words(), "heading"))
        self.table = PlainTable(_HEADS[0], _HEADS, (200, 170, 170), 0, (1, 2))
        self._show_counts()
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.told)
        return card

    def _backup_words(self) -> str:
        if self.newest is None:
            return say(_NO_BACKUP)
        account = self.newest[1]
        told = say(mark("Newest good backup: {moment} ({why})"))
        return told.format(moment=f"{account.moment:%H:%M %d/%m/%Y}", why=say(WHY.get(account.why, account.why)))

    def _show_counts(self) -> None:
        then = counts(self.newest[1].counts) if self.newest else {}
        now = self.found.records if self.found else {}
        kinds = [kind for kind in counts({}) if then.get(kind) or now.get(kind)]
        lines = [
            (
                say(page_named(kind).title),
                show_number(then.get(kind, 0)) if self.newest else "",
                show_number(now.get(kind, 0)) if self.found else "…",
            )
            for kind in kinds
        ]
        self.table.show_lines(kinds, lines)

    def _feet(self, ways: list[str]) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(8)
        first = [way for way in ways if way in (RESTORE, SALVAGE, OTHER)] if SALVAGE in ways else []
        for part in (first, [way for way in ways if way not in first]):
            if part:
                row = QHBoxLayout()
                row.addStretch()
                for way in reversed(part):
                    row.addWidget(self.buttons[way])
                rows.addLayout(row)
        return rows

    # What can still be read

    def _look(self) -> None:
        self.buttons[SALVAGE].setEnabled(False)
        self.told.setText(say(_LOOKING))
        looking = Beside(self, lambda: salvage.survey(self.path))
        looking.done.connect(self._seen)
        looking.failed.connect(self._not_seen)
        looking.finished.connect(self._looked)
        self._looking = looking

    def _prove(self) -> None:
        """Say where the backup that is offered is no longer what was made."""
        if self.newest:
            copy = self.newest[0]
            Beside(self, lambda: backup.is_altered(copy)).done.connect(self.altered.setVisible)

    def _looked(self) -> None:
        self._looking = None

    def _seen(self, found: Survey) -> None:
        self.found = found
        self._show_counts()
        self.buttons[SALVAGE].setEnabled(True)
        n = show_number(sum(found.records.values()))
        told = say(_STILL if found.destroyed or found.unread else _INDEX)
        self.told.setText(told.format(n=n, pages=show_number(found.destroyed), rows=show_number(found.unread)))

    def _not_seen(self, error: Exception) -> None:
        from models import vault

        if not isinstance(error, OfficeRefused):
            raise error
        self.told.setText(say(_CANNOT) if isinstance(error, vault.Locked) else str(error))
        self.buttons[SALVAGE].setEnabled(isinstance(error, vault.Locked))

    # What is chosen

    def _choose(self, way: str) -> None:
        if way == SALVAGE:
            self._salvage()
            return
        self._end(Wish(way, self.newest[0] if way == RESTORE and self.newest else None))

    def _end(self, wish: Wish) -> None:
        self.wish = wish
        self.accept()

    def _salvage(self) -> None:
        from datetime import datetime

        if not unlocked(self, self.path):
            return
        target = self.path.with_name(f"{self.path.stem}-salvaged-{datetime.now():%Y%m%d-%H%M%S}.db")
        self._work(lambda: salvage.salvage(self.path, target), self._salvaged)

    def _work(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do something that takes a while; nothing else can be chosen meanwhile."""
        for each in self.buttons.values():
            each.setEnabled(False)
        self.told.setText(say(_LOOKING))
        working = Beside(self, work)
        working.done.connect(done)
        working.failed.connect(self._failed)

    def _salvaged(self, made: salvage.Salvaged) -> None:
        self._free()
        if tell_result(self, made):
            self._end(Wish(RESTORE, made.path))

    def _failed(self, error: Exception) -> None:
        self._free()
        if not isinstance(error, OfficeRefused):
            raise error
        messages.tell(self, say(mark("Nothing was salvaged")), str(error), kind="error")

    def _free(self) -> None:
        for each in self.buttons.values():
            each.setEnabled(True)
        if self.found:
            self._seen(self.found)

    def done(self, result: int) -> None:
        """Go only when nothing is being read any more."""
        if self._looking is not None:
            self._looking.wait()
        super().done(result)

    def reject(self) -> None:
        """Esc quits, but never while the salvaged office is being written."""
        if self.buttons[QUIT].isEnabled():
            super().reject()
