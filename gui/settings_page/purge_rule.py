"""The rule of the office by which personal details go: off, or so many months after the visit."""

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from gui.settings_page.parts import attempt, told, writable
from gui.widgets import follow_language, label, say_on
from models import privacy, store
from models.text import mark, say, say_n

_TITLE = mark("Purge them by themselves")
_REMARK = mark(
    "After opening, the program then purges every delegation that has ended so long ago, names it in a note and writes "
    "it into the history. This cannot be undone. A day set in a delegation goes before the rule; what is being typed "
    "for one lets it wait. Backups made before hold the details until they are thinned out."
)


class PurgeRule(QWidget):
    """A box with the rule, and how many delegations it would purge now."""

    def __init__(self) -> None:
        """Show the rule of the open office."""
        super().__init__()
        self.box = QComboBox()
        say_on(self.box, accessible_name=_TITLE)
        self.count = label("", "small")
        self.count.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (label(_TITLE), self.box, told(_REMARK), self.count):
            column.addWidget(part)
        self.box.activated.connect(self._choose)
        follow_language(self, self.fill)

    def fill(self) -> None:
        """Read the rule again."""
        if store.current() is None:
            return
        self.box.setEnabled(writable())
        self.box.clear()
        chosen = privacy.months()
        for n in sorted({*privacy.MONTHS, *([chosen] if chosen else [])}):
            self.box.addItem(say_n("{n} month after the visit", "{n} months after the visit", n).format(n=n), n)
        self.box.insertItem(0, say(mark("Never")), None)
        self.box.setCurrentIndex(self.box.findData(chosen) if chosen else 0)
        n = len(privacy.due())
        words = say_n("{n} delegation is due at the next start.", "{n} delegations are due at the next start.", n)
        self.count.setText(words.format(n=n) if chosen else "")

    def _choose(self) -> None:
        number = self.box.currentData()
        attempt(self, lambda: privacy.set_months(number))
        self.fill()
