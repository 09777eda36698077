"""What a list says when it has nothing to show: why, and the next step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets import EmptyState, button
from models.kinds import Page
from models.store import Question
from models.text import mark, say, say_n


class Nothing(QWidget):
    """Explains an empty list: nothing entered yet, hidden by filters, or not found."""

    clear = Signal()
    wanted_new = Signal(str)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        """Explain for one page."""
        super().__init__(parent)
        self._page = page
        self._words = ""
        self.clear_button = button("", "funnel")
        self.create_button = button("", "plus")
        self.clear_button.clicked.connect(self.clear)
        self.create_button.clicked.connect(lambda: self.wanted_new.emit(self._words))
        self.state = EmptyState("inbox", "", (self.clear_button, self.create_button))
        self.setFocusProxy(self.create_button)
        column = QVBoxLayout(self)
        column.addWidget(self.state)

    def explain(self, question: Question, filters: list[str], total: int) -> None:
        """Say why the answer is empty; ``filters`` are the words of those in use, ``total`` all records."""
        self._words = question.words.strip()
        filtered = bool(filters)
        self.clear_button.setVisible(filtered or bool(self._words))
        self.clear_button.setText(say(mark("Clear filters") if filtered else mark("Clear the search")))
        self.create_button.setVisible(not filtered)
        self.setFocusProxy(self.clear_button if filtered else self.create_button)
        self.create_button.setText(
            say(mark("Create “{words}”")).format(words=self._words) if self._words else say(self._page.new)
        )
        self.state.sentence.setText(self._sentence(filters, total))

    def _sentence(self, filters: list[str], total: int) -> str:
        if self._words and not filters:
            words = mark("Nothing here contains “{words}”. Marks and capitals do not matter; try fewer words.")
            return say(words).format(words=self._words)
        if filters:
            told = say(mark("No record matches: {filters}.")).format(filters=" · ".join(filters))
            hidden = say_n("{n} record is hidden.", "{n} records are hidden.", total).format(n=total)
            return f"{told} {hidden}"
        return say(mark("Nothing has been entered here yet."))
