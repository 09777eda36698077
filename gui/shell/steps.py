"""Taking back what was done: the note after each deed, Ctrl+Z and Ctrl+Y, their words in the menu, the list."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu

from gui import messages
from gui.long_work import MANY, STOPPED, LongWork, Outcome
from gui.shell.earlier import Earlier
from gui.shell.sidebar import SETTINGS
from models import store
from models.attachments import Stopped
from models.attachments.blobs import Going, go_on
from models.store import Deed
from models.text import mark, say, say_n

if TYPE_CHECKING:
    from gui.forms import FormPage
    from gui.shell.workplace import Workplace

UNDO, REDO = mark("&Undo"), mark("&Redo")
_NAMED = mark("{command}: {deed}")
_MORE = mark("{deed}, and {n} more steps")
_UNSAVED = mark(
    "The open form holds text that is not saved. Save it or close the form, then undo. Nothing was changed."
)
_READ_ONLY = mark("The office is open for reading only.")
_BUSY = mark("The step before is still on its way.")
_NOT_UNDONE = mark("Not undone")
AGAIN = mark("Redo", "button")
TITLE, WORDS = mark("Undoing"), mark("Bringing back what {n} changes found before them")
NAMED = 3  # so many records in the bin are named


class Steps(QObject):
    """The deeds of the office that a window shows: told as they are done, taken back and done again."""

    ended = Signal()  # a step was taken back, done again or refused

    def __init__(self, work: "Workplace") -> None:
        """Tell from now on; what was done before can be taken back too."""
        super().__init__(work)
        self._work, self._told = work, _newest()
        self._longer: LongWork | None = None
        self._earlier = Earlier()
        actions = work.window().menus.actions  # type: ignore[attr-defined]
        self._undo, self._redo = actions["undo"], actions["redo"]
        for each in self._undo.associatedObjects():
            if isinstance(each, QMenu):
                each.aboutToShow.connect(self.name_commands)

    def name_commands(self) -> None:
        """Write into the menu what would be undone and redone."""
        for action, command, deed in ((self._undo, UNDO, store.next_undo()), (self._redo, REDO, store.next_redo())):
            told = say(_NAMED).format(command=say(command), deed=deed.text().replace("&", "&&")) if deed else ""
            action.setText(told or say(command))

    def tell(self) -> None:
        """Tell of what was done since the last time, with the way back."""
        fresh = store.deeds_since(self._told)
        self._told = _newest()
        if fresh:
            told, first = fresh[0].told(), fresh[-1].id
            if len(fresh) > 1:
                told = say(_MORE).format(deed=told, n=len(fresh) - 1)
            back = partial(self.undo_one if len(fresh) == 1 else self.undo_back_to, first)
            told += _in_bin(fresh)
            self._work.toast.note(told, None if fresh[0].final else back)

    def undo(self) -> None:
        """Take back what was done last; what is older than this start only once the person has agreed."""
        deed = store.next_undo()
        if deed is None or (self._may_do() and self._earlier.agreed(self._work.window(), deed)):
            self._do(lambda going: [store.undo(going=going)], store.size(deed.id) if deed else 0)

    def redo(self) -> None:
        """Do again what was taken back last."""
        deed = store.next_redo()
        self._do(lambda going: [store.redo(going)], store.size(deed.undone_by) if deed and deed.undone_by else 0)

    def undo_one(self, number: int) -> None:
        """Take back one deed alone."""
        self._do(lambda going: [store.undo(number, going)], store.size(number))

    def undo_back_to(self, number: int) -> None:
        """Take back everything from the newest deed to this one, all or none; say what bars the way."""
        self._do(lambda going: store.back_to(number, going), store.size(number, onward=True))

    def redo_all(self, undone: Sequence[Deed]) -> None:
        """Do several deeds again that were taken back together."""
        size = sum(store.size(each.id) for each in undone)
        self._do(lambda going: store.again(undone, going), size)

    def choose(self) -> None:
        """Show the list of steps."""
        from gui.shell.steps_dialog import StepsDialog

        dialog = StepsDialog(self, self._work.window())
        dialog.exec()
        dialog.deleteLater()

    def _may_do(self) -> bool:
        """Tell whether anything can be taken back now; say why where it cannot."""
        session = store.current()
        why = ""
        if session is None or session.read_only:
            why = _READ_ONLY
        elif any(form.is_changed() for form in self._work.forms()):
            why = _UNSAVED
        elif self._longer is not None:
            why = _BUSY
        if why:
            self._work.toast.note(say(why))
        return not why

    def _do(self, deed: Callable[[Going], list[Deed]], size: int) -> None:
        """Do it in the window's thread, or beside the window where it takes long."""
        if not self._may_do():
            return
        if size >= MANY:
            self._do_beside(deed, size)
            return
        try:
            done = deed(go_on)
        except store.OfficeRefused as refused:
            self._refused(refused)
        else:
            self._show(done)
        self.ended.emit()

    def _do_beside(self, deed: Callable[[Going], list[Deed]], size: int) -> None:
        """Do it in another thread; the window lives, but takes no other orders until it is done or stopped."""

        def ended(outcome: Outcome) -> None:
            self._longer = None
            for done in outcome[0]:
                self._show(done)
            self.ended.emit()
            for refused in outcome[1]:
                self._refused(refused)

        words = say(WORDS).format(n=size)
        window = QApplication.activeModalWidget() or self._work.window()  # the list of steps may stand over it
        self._longer = LongWork(window, TITLE, words, [deed], ended, modal=True)

    def _refused(self, refused: Exception) -> None:
        if isinstance(refused, Stopped):
            self._work.toast.note(say(STOPPED))
        elif isinstance(refused, store.OfficeRefused):
            messages.tell(self._work.window(), say(_NOT_UNDONE), str(refused), kind="warning")
        else:
            raise refused

    def _show(self, done: list[Deed]) -> None:
        self._work.renew(SETTINGS)
        if done:
            self._note(done)
        for form in self._work.forms():
            self._show_anew(form)

    def _note(self, done: list[Deed]) -> None:
        """Say what was taken back or done again, with the way to the other side."""
        if done[0].undoes is None:  # several taken back: the deeds themselves
            told = say(mark("{n} steps undone.")).format(n=len(done))
            self._work.toast.note(told + _in_bin(done), partial(self.redo_all, done), AGAIN)
            return
        told = done[-1].text() if len(done) == 1 else say(mark("{n} steps done again.")).format(n=len(done))
        redoable = store.next_redo()
        undone = redoable is not None and redoable.undone_by == done[-1].id
        self._work.toast.note(told + _in_bin(done), self.redo if undone else None, AGAIN)

    def _show_anew(self, form: "FormPage") -> None:
        """Show in a form what its record is now; close it where the record is gone."""
        if not form.record.id:
            return
        fresh = store.load(form.record.kind, form.record.id)
        if fresh.removed_at:
            form.do("cancel")
        else:
            form.begin(fresh)


def _in_bin(deeds: list[Deed]) -> str:
    """Say which records that the deeds link to lie in the bin; nothing where none does."""
    found = store.named_in_bin([deed.id for deed in deeds])
    told = say_n(
        "{names} is named there and lies in the bin.", "{names} are named there and lie in the bin.", len(found)
    )
    names = [f"“{name}”" for name in found[:NAMED]] + ["…"] * (len(found) > NAMED)
    return ". " + told.format(names=", ".join(names)) if found else ""


def _newest() -> int:
    newest = store.deeds(1)
    return newest[0].id if newest else 0
