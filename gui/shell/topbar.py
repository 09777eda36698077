"""The bar on top: where one is, the search in everything, the language and the light."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from gui import look
from gui.widgets import Elided, SearchBox, follow_language, say_on, tool
from models.text import mark, say, spoken

HEIGHT = 56


class TopBar(QFrame):
    """Sends ``wanted`` with the name of a command: sidebar, back, forward, language, theme."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty path."""
        super().__init__(parent)
        look.as_part(self, "bar")
        self.setFixedHeight(HEIGHT)
        say_on(self, accessible_name=mark("Top bar"))
        self._path: list[str] = []
        self.path = Elided("", "muted")
        self.search: QLineEdit = SearchBox(mark("Find anything (Ctrl+K)"))
        self.search.setMaximumWidth(300)
        self.search.setMinimumWidth(160)
        self.side_button = tool("panel-left", mark("Show or hide the sidebar (Ctrl+B)"))
        self.back_button = tool("arrow-left", mark("Back (Alt+Left)"))
        self.forward_button = tool("arrow-right", mark("Forward (Alt+Right)"))
        self.language_button = _language_button()
        self.theme_button = tool("moon", mark("Light or dark"))
        named = {
            "sidebar": self.side_button,
            "back": self.back_button,
            "forward": self.forward_button,
            "language": self.language_button,
            "theme": self.theme_button,
        }
        for name, made in named.items():
            made.clicked.connect(lambda _on=False, name=name: self.wanted.emit(name))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(4)
        for part in (self.side_button, self.back_button, self.forward_button):
            row.addWidget(part)
        row.addSpacing(6)
        row.addWidget(self.path, 1)
        row.addWidget(self.search, 1)
        row.addSpacing(6)
        row.addWidget(self.language_button)
        row.addWidget(self.theme_button)
        follow_language(self, self._say_path)
        look.changed.connect(self._show_theme)
        self._show_theme()

    def show_path(self, *words: str) -> None:
        """Show where one is, in marked words."""
        self._path = [each for each in words if each]
        self._say_path()

    def _say_path(self) -> None:
        self.path.setText("  ›  ".join(say(each) for each in self._path))

    def _show_theme(self) -> None:
        self.theme_button.setIcon(look.icon("sun" if look.is_dark() else "moon"))


def _language_button() -> QToolButton:
    made = tool("languages", mark("Tiếng Việt / English"))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    follow_language(made, lambda: made.setText(spoken().upper()))
    return made
