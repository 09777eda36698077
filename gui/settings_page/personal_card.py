"""What happens to passport numbers: where they may go, who took them out, when they are purged."""

from datetime import datetime

from gui.settings_page.parts import told
from gui.settings_page.purge_rule import PurgeRule
from gui.widgets import Card, follow_language, label
from models import discretion, store
from models.history import Entry
from models.text import mark, say, say_n

SHOWN = 10  # the newest notes


class PersonalCard(Card):
    """A note, and the list of outputs with personal details."""

    def __init__(self) -> None:
        """Show the notes."""
        super().__init__(mark("Passport numbers and other personal details"))
        words = mark(
            "They are optional, hidden in lists, and stay out of papers and workbooks unless ticked for one output; so "
            "do private notes and the words of restricted records. "
            "Open a delegation and choose “Purge personal details” once its file is closed (usually six months after "
            "the visit): they are then gone for good, also from the history. Backups made before still hold them."
        )
        self.body.addWidget(told(words))
        self.rule = PurgeRule()
        self.body.addWidget(self.rule)
        self.notes = label()
        self.notes.setWordWrap(True)
        self.body.addWidget(self.notes)
        self._noted: list[Entry] = []
        self.fill()
        follow_language(self, self._tell)

    def fill(self) -> None:
        """Read who took personal details out of the program."""
        self._noted = discretion.noted() if store.current() else []
        self.rule.fill()
        self._tell()

    def _tell(self) -> None:
        """List them, newest first."""
        lines = [_line(entry) for entry in self._noted[:SHOWN]]
        n = len(self._noted)
        head = say_n("{n} output with ticks:", "{n} outputs with ticks:", n).format(n=n)
        nothing = say("Nothing of this has left the program so far.")
        self.notes.setText("\n".join([head, *lines]) if n else nothing)


def _line(entry: Entry) -> str:
    moment = datetime.fromisoformat(entry.at)
    return f"{moment:%d/%m/%Y %H:%M} · {entry.who} · {entry.note}"
