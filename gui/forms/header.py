"""The head of a form: what is being edited, how it stands, and the buttons that end the work on it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.widgets import Elided, Pill, button, label
from models.text import mark, say

CLOSE = mark("Close", "form")
CANCEL = mark("Ca&ncel")
REQUIRED = mark("* required")
TITLE = 200  # device-independent pixels that a title needs at least beside the buttons
_BUTTONS = (
    ("cancel", "", "", "", mark("Close the form (Esc)")),
    ("draft", mark("Save as d&raft"), "file-plus", "", mark("Save with fields still missing")),
    (
        "new",
        mark("Save and ad&d"),
        "plus",
        "",
        mark("Save and begin the next one with the same choices (Ctrl+Alt+Enter)"),
    ),
    ("close", mark("Save and c&lose"), "check", "", mark("Save and close (Ctrl+Enter)")),
    ("save", mark("&Save"), "save", "primary", mark("Save and stay (Ctrl+S)")),
)
_KEYS = {
    "save": ("Ctrl+S",),
    "close": ("Ctrl+Return", "Ctrl+Enter"),
    "new": ("Ctrl+Alt+Return", "Ctrl+Alt+Enter"),
}


class FormHeader(QWidget):
    """Title, state and buttons; ``asked`` names the button: save, close, new, draft, cancel."""

    asked = Signal(str)

    def __init__(self, form: QWidget) -> None:
        """Listen to the keys anywhere in ``form``."""
        super().__init__()
        self.title, self.pill, self.news = Elided("", "title"), Pill("", "neutral"), Elided("", "small")
        self.required = label(REQUIRED, "small")
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(24, 14, 24, 10)
        self._whole.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(10)
        second.setSpacing(12)
        first.addWidget(self.title, 1)
        second.addWidget(self.pill)
        second.addWidget(self.required)
        second.addWidget(self.news, 1)
        words.addLayout(first)
        words.addLayout(second)
        self._whole.addLayout(words, 1)
        self._whole.addLayout(row)
        self._whole.setAlignment(row, Qt.AlignmentFlag.AlignRight)
        # Where the buttons stand below the title, the form has the room that is left, not the title.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._row = row
        self.buttons: dict[str, QPushButton] = {}
        self._icons: dict[QPushButton, QIcon] = {}
        for name, text, icon, kind, tip in _BUTTONS:
            made = button(text, icon, kind, tip=tip)
            made.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
            self.buttons[name] = made
            self._icons[made] = made.icon()
            row.addWidget(made)
        for name, keys in _KEYS.items():
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), form)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(lambda name=name: self.ask(name))

    def offer(self, made: QPushButton) -> None:
        """Put one more button before those that end the work."""
        self._icons[made] = made.icon()
        self._row.insertWidget(0, made)
        self._fit()

    def _fit(self) -> None:
        """Put the buttons under the title, and leave their drawings out, where words would be cut off."""
        room = self.width() - 48
        for made, icon in self._icons.items():
            made.setIcon(icon)
        shown = [made for made in self._icons if not made.isHidden()]
        wanted = sum(made.sizeHint().width() + self._row.spacing() for made in shown)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(across if wanted + TITLE <= room else down)
        if wanted > room:
            for made in self._icons:
                made.setIcon(QIcon())

    def ask(self, name: str) -> None:
        """Do as if a button was pressed, where it can be."""
        if self.buttons[name].isEnabled():
            self.asked.emit(name)

    def show_record(self, title: str, state: str, tone: str, stored: bool) -> None:
        """Show what is being edited; what is stored is closed, what is not yet is cancelled."""
        self.buttons["cancel"].setText(say(CLOSE if stored else CANCEL))
        self.title.setText(title)
        self.pill.show_state(state, tone)
        self.pill.setVisible(bool(state))
        self._fit()

    def tell(self, news: str) -> None:
        """Say shortly what was done."""
        self.news.setText(news)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.news.setText("")
        super().changeEvent(event)
