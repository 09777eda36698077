"""What is typed in a form is kept while one types, until it is saved or given up."""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from gui.forms.paced import Paced
from gui.forms.typed import put_back, told_by
from models.errors import Closed, SaveFailed
from models.record import Numbered
from models.store import unfinished
from models.store.unfinished import Unfinished
from models.text import say

if TYPE_CHECKING:
    from gui.forms.page import FormPage

FEW, SHORT = 2, 80  # fields that stand for a name that is missing; letters of each


def name_of(form: "FormPage") -> str:
    """Name what is typed: as the form is called, a new one also by what was typed first that tells it from others.

    That is its name, or else the first two fields with words; personal details are left out.
    """
    called, typed = form.title(), form.body.changed_fields()
    if form.record.id and called != say(form.page.new):
        return called
    editors = {name: form.body.editors[name] for name in typed}
    told = {name: " ".join(each.words().split()) for name, each in editors.items() if not each.field.personal}
    named = told.get(form.record.named_by)
    parts = [named] if named else [words for words in told.values() if words][:FEW]
    return " · ".join([called, *(each if len(each) <= SHORT else each[: SHORT - 1] + "…" for each in parts)])


class Keeping(Paced):
    """Keeps the text of one form until it is saved or given up."""

    def __init__(self, form: "FormPage") -> None:
        """Look after a form from now on."""
        super().__init__(form)
        self._form = form
        self._kept = False
        self._go_by(str(uuid4()))
        form.typed.connect(self._typed)
        form.saved.connect(self._saved)
        form.parting.connect(self.part)

    def keep(self, by_hand: bool = False) -> tuple[Unfinished | None, bool]:
        """Keep what stands there now; where the disk refuses, saving will tell, and typing is not disturbed.

        Gives what there was to keep, and whether it was kept.
        """
        self._stop()
        if not self._form.is_changed():
            self.forget()
            return None, False
        told = self._told(by_hand)
        try:
            unfinished.keep(told)
        except Closed:
            return told, self._kept  # nothing could be typed since
        except SaveFailed:
            return told, False
        self._kept = True
        return told, True

    def _go_by(self, key: str) -> None:
        """Keep the text under a key, and let the form know what goes when it is saved."""
        self.key = self._form.kept_as = key

    def _told(self, by_hand: bool) -> Unfinished:
        form, record = self._form, self._form.record
        content = {
            "fields": told_by(form.body),
            "changed": form.body.changed_fields(),
            "state": form.states.state(),
            "reason": form.reason,
        }
        at = datetime.now().isoformat(timespec="seconds")
        told = (form.page.name, record.kind, record.id, record.version, name_of(form), content, at, by_hand)
        return Unfinished(self.key, *told)

    def part(self) -> None:
        """Let the text stay as if the form was closed: what is typed from now on is kept beside it."""
        self.keep(by_hand=True)
        self._kept = False
        self._go_by(str(uuid4()))

    def _saved(self) -> None:
        """The text went in the transaction that saved the record."""
        self._stop()
        self._kept = False

    def forget(self) -> None:
        """The text is as it was: nothing is kept of it."""
        self._stop()
        if self._kept:
            with suppress(SaveFailed, Closed):
                unfinished.give_up(self.key)
                self._kept = False

    def take_over(self, kept: Unfinished) -> None:
        """Put a kept text back into the form and go on keeping it under its key."""
        self._kept = True
        self._go_by(kept.key)
        record, told = self._form.record, kept.content
        self._form.reason = told.get("reason", "")
        newer = record.id == kept.record and record.version != kept.version
        # What the person did not touch stays as it is in the newer version.
        put_back(self._form.body, told.get("fields", {}), told.get("changed") if newer else None)
        state = kept.content.get("state")
        if isinstance(self._form.record, Numbered) and state:
            self._form.states.show_state(state)
