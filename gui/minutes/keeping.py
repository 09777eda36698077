"""The pasted text of minutes is kept like the text of a form, until it is saved or given up."""

from contextlib import suppress
from datetime import datetime
from uuid import uuid4

from PySide6.QtWidgets import QDialog, QPlainTextEdit

from gui.forms.paced import Paced
from models.errors import Closed, SaveFailed
from models.sessions import Session
from models.store import unfinished
from models.store.unfinished import Unfinished

MINUTES = "minutes"  # by this name of its content the text is known among those of forms


class TextKeeping(Paced):
    """Keeps the text of one dialog; where the disk refuses, saving will tell, and typing is not disturbed."""

    def __init__(self, dialog: QDialog, session: Session, text: QPlainTextEdit) -> None:
        """Look after ``text`` from now on; where it is offered it is called like the dialog."""
        super().__init__(dialog)
        self._dialog, self._session, self._text = dialog, session, text
        self.key = str(uuid4())
        text.textChanged.connect(self._typed)
        dialog.finished.connect(self._end)

    def keep(self, by_hand: bool = False) -> None:
        self._stop()
        text = self._text.toPlainText()
        if text.strip() == (self._session.minutes_text or "").strip():
            self.forget()
            return
        at = datetime.now().isoformat(timespec="seconds")
        of = ("session", "session", self._session.id, self._session.version)
        with suppress(SaveFailed, Closed):
            unfinished.keep(Unfinished(self.key, *of, self._dialog.windowTitle(), {MINUTES: text}, at, by_hand))

    def _end(self) -> None:
        if self._quiet.isActive():  # typed, then put back as it was
            self.keep()

    def forget(self) -> None:
        """The text is saved, or as it was: nothing is kept of it."""
        self._stop()
        with suppress(SaveFailed, Closed):
            unfinished.give_up(self.key)
