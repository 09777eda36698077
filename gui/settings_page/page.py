"""All settings on one page that scrolls, with a line of ways to each section."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui import look
from gui.settings_page.checklists_card import ChecklistsCard
from gui.settings_page.data_card import CopiesCard, DataCard
from gui.settings_page.deadlines_card import DeadlinesCard
from gui.settings_page.lists_card import ListsCard
from gui.settings_page.office_card import OfficeCard
from gui.settings_page.parts import told, writable
from gui.settings_page.personal_card import PersonalCard
from gui.settings_page.vault_card import VaultCard
from gui.settings_page.window_card import WindowCard
from gui.settings_page.working_days_card import WorkingDaysCard
from gui.widgets import Card, FlowLayout, button, label, say_on
from models.text import mark

WIDEST = 920
TITLE = mark("Settings")


class SettingsPage(QWidget):
    """Settings of this person and of the open office.

    ``office_wanted`` carries the file of another office, ``restore_wanted`` a backup that is to be put in place of
    the open office, ``turning_wanted`` what is to be done to its encryption, ``backup_made`` a backup made by hand,
    ``looks_changed`` tells that language, colours or row height changed, ``office_saved`` that the facts of the office
    changed.
    """

    office_wanted = Signal(object)
    restore_wanted = Signal(object)
    turning_wanted = Signal(object)
    backup_made = Signal(object)
    looks_changed = Signal()
    office_saved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the settings of the open office."""
        super().__init__(parent)
        look.as_part(self, "page")
        say_on(self, accessible_name=TITLE)
        window, office, data, copies = WindowCard(), OfficeCard(), DataCard(), CopiesCard()
        lock = VaultCard()
        self.cards: dict[str, Card] = {
            mark("Window and person"): window,
            mark("The office"): office,
            mark("Data"): data,
            mark("Backups"): copies,
            mark("Encryption"): lock,
            mark("Deadlines"): DeadlinesCard(),
            mark("Working days"): WorkingDaysCard(),
            mark("Checklists"): ChecklistsCard(),
            mark("Lists"): ListsCard(),
            mark("Personal details"): PersonalCard(),
        }
        window.changed.connect(self.looks_changed)
        office.saved.connect(self.office_saved)
        data.office_wanted.connect(self.office_wanted)
        copies.restore_wanted.connect(self.restore_wanted)
        copies.made.connect(self.backup_made)
        lock.turning_wanted.connect(self.turning_wanted)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(label(TITLE, "title"))
        outer.addLayout(self._ways())
        self.area = self._scrolled()
        outer.addWidget(self.area, 1)

    def _ways(self) -> FlowLayout:
        ways, self._all_ways = FlowLayout(), list[QPushButton]()
        for words, card in self.cards.items():
            way = button(words, "", "link")
            way.clicked.connect(lambda _on=False, card=card: self.show_card(card))
            ways.addWidget(way)
            self._all_ways.append(way)
        return ways

    def _scrolled(self) -> QScrollArea:
        """Put the cards into the page last: each time a card moves to another parent, all of it is styled anew."""
        scroll, inside, narrow = QScrollArea(self), look.as_part(QWidget(), "page"), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        say_on(scroll, accessible_name=TITLE)
        narrow.setMaximumWidth(WIDEST)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 24, 0)
        row.addWidget(narrow, 100)
        row.addStretch(1)
        column = QVBoxLayout(narrow)
        column.setContentsMargins(0, 4, 0, 24)
        column.setSpacing(16)
        if not writable():
            column.addWidget(told(mark("This office is open for reading only: its settings can be seen, not changed.")))
        for card in self.cards.values():
            column.addWidget(card)
        column.addStretch()
        return scroll

    def show_card(self, card: Card) -> None:
        """Scroll to a section and put the keyboard into it."""
        self.area.verticalScrollBar().setValue(card.y())
        first = next(
            (each for each in card.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus), None
        )
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.verticalScrollBar().setValue(card.y())

    def show_backups(self) -> None:
        """Scroll to the backups, once the page has taken its size."""
        card = next(each for each in self.cards.values() if isinstance(each, CopiesCard))
        QTimer.singleShot(0, card, lambda: self.show_card(card))

    def take_focus(self) -> None:
        """Take the keyboard to where it was on this page, at first to the ways to the sections."""
        (self.focusWidget() or self._all_ways[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what changed elsewhere since."""
        for card in self.cards.values():
            if isinstance(card, CopiesCard | PersonalCard):
                card.fill()
