"""The row of filters over a list: words, year, country, state, and a way to clear them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gui.countries import button_for_several, choose
from gui.widgets import SearchBox, button, follow_language, say_on
from models import choices, days, deadlines, store
from models.kinds import Page
from models.store import Question
from models.store.finding import country_field, dated_page, year_field
from models.text import mark, say

YEAR, COUNTRY, STATE = mark("Year"), mark("Country"), mark("State")
CHIP = 48  # signs of the title of a list that are shown
DRAFTS, BIN = "+drafts", "+bin"


class Filters(QWidget):
    """Sends ``changed`` when something else is asked; ``question`` gives what."""

    changed = Signal()

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        """Offer the filters that the page's records have."""
        super().__init__(parent)
        self._page = page
        self._concern: str | None = None
        self._only: tuple[int, ...] | None = None
        self._title = ""
        self.search = SearchBox(mark("Search in this list"), self)
        self.search.asked.connect(lambda _words: self._tell())
        self.year = self._box(YEAR, self.fill_years) if year_field(page) else None
        self.country = self._box(COUNTRY, self._fill_countries) if country_field(page) else None
        self.several = button_for_several(self.country) if self.country else None
        self.state = self._box(STATE, self._fill_states)
        self._chip = button("", "x", "link")
        self._chip.clicked.connect(lambda: self._drop_concern())
        self.clear_button: QPushButton = button(mark("Clear filters"), "funnel")
        self.clear_button.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.search, 1)
        for each in (self.year, self.country, self.several, self.state, self._chip, self.clear_button):
            if each is not None:
                row.addWidget(each)
        follow_language(self, self._name_chip)
        self._show_state()

    def question(self, sort: str) -> Question:
        """Give the question that the boxes ask."""
        state = self.state.currentData()
        return Question(
            words=self.search.text(),
            year=self.year.currentData() if self.year else None,
            country=self.country.currentData() if self.country else None,
            state=None if state in (DRAFTS, BIN) else state,
            concern=self._concern,
            only=self._only,
            title=self._title,
            drafts=True if state == DRAFTS else None,
            removed=state == BIN,
            sort=sort,
        )

    def put(self, question: Question) -> None:
        """Set the boxes to a question, without telling anyone."""
        self.blockSignals(True)
        self.search.setText(question.words)
        state = DRAFTS if question.drafts else BIN if question.removed else question.state
        countries = " ".join(question.countries) or None
        for box, value in ((self.year, question.year), (self.country, countries), (self.state, state)):
            if box is not None:
                choose(box, value)
        self._concern, self._only, self._title = question.concern, question.only, question.title
        self.blockSignals(False)
        self._show_state()

    def clear(self) -> None:
        """Ask for everything again."""
        self.put(Question())
        self.changed.emit()

    def active(self) -> list[str]:
        """Give the words of the filters in use, the search not among them."""
        boxes = [box for box in (self.year, self.country, self.state) if box is not None]
        used = [box.currentText() for box in boxes if box.currentData() is not None]
        return [*used, *([self._chip.text()] if self._chip.text() else [])]

    def fill_years(self, box: QComboBox | None = None) -> None:
        """Offer the years from the first to the last that records have."""
        box, name = box or self.year, year_field(self._page)
        if box is None or name is None:
            return
        found = [self._edge_year(f"{sign}{name}") for sign in ("", "-")]
        known = [year for year in found if year] or [days.today().year]
        years = range(max(known), min(known) - 1, -1)
        self._fill(box, mark("All years"), [(year, str(year)) for year in years])

    def _edge_year(self, sort: str) -> int | None:
        page = dated_page(self._page)
        ids = store.find(page, Question(sort=sort), 1)
        rows = store.rows(page, ids, [page.record.field(sort.lstrip("-"))])
        day = rows[0].values[sort.lstrip("-")] if rows else None
        return int(day[:4]) if day else None

    def _fill_countries(self, box: QComboBox) -> None:
        codes = choices.codes(choices.COUNTRY)
        known = [(code, choices.item_label(choices.COUNTRY, code)) for code in codes]
        self._fill(box, mark("All countries"), known)

    def _fill_states(self, box: QComboBox) -> None:
        known: list[tuple[str | None, str]] = []
        if self._page.numbered:
            states = self._page.blank().lifecycle().states  # type: ignore[attr-defined]
            known = [(state.value, choices.label(states, state.value)) for state in states]
        known += [(DRAFTS, say(mark("Drafts"))), (BIN, say(mark("Bin")))]
        self._fill(box, mark("Every state"), known)

    def _box(self, words: str, fill: Callable[[QComboBox], None]) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(9)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        box.setMaxVisibleItems(16)
        say_on(box, accessible_name=words)
        follow_language(box, lambda: fill(box))
        box.currentIndexChanged.connect(lambda _index: self._tell())
        return box

    def _fill(self, box: QComboBox, everything: str, known: list[tuple[Any, str]]) -> None:
        """Offer other items; what was chosen stays chosen."""
        chosen = box.currentData()
        box.blockSignals(True)
        box.clear()
        box.addItem(say(everything), None)
        for code, words in known:
            box.addItem(words, code)
        choose(box, chosen)
        box.blockSignals(False)

    def _drop_concern(self) -> None:
        self.put(replace(self.question(""), concern=None, only=None, title=""))
        self.changed.emit()

    def _tell(self) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        if self.country:  # several names may be longer than the box
            self.country.setToolTip(self.country.currentText() if self.country.currentData() else "")
        self._name_chip()
        self._chip.setVisible(bool(self._chip.text()))
        self.clear_button.setVisible(bool(self.active()))

    def _name_chip(self) -> None:
        concern = next((each for each in deadlines.CONCERNS if each.name == self._concern), None)
        picked = (self._title or say(mark("Records behind a figure"))) if self._only is not None else ""
        words = say(concern.title) if concern else picked
        self._chip.setText(_shortened(words))
        self._chip.setToolTip(words)


def _shortened(words: str) -> str:
    """Leave the beginning and the end of a long title: the code of a figure and its period."""
    return words if len(words) <= CHIP else f"{words[: CHIP // 2].rstrip()}…{words[-CHIP // 2 :].lstrip()}"
