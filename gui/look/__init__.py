"""How the window looks: colours, typefaces, icons and one style sheet, changed while it runs."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDir, QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from gui.look.fonts import paper_family, paper_font, window_family, window_font
from gui.look.icons import BESIDE_TEXT, drawing, icon, program_icon
from gui.look.palette import color, for_qt, is_dark, use
from gui.look.sheet import MEASURES, SHEET

__all__ = [
    "BESIDE_TEXT", "DENSITIES", "THEMES", "apply", "as_part", "changed", "color", "icon", "is_dark",
    "paper_family", "paper_font", "program_icon", "row_height", "show_bad", "window_family", "window_font",
]  # fmt: skip

THEMES = ("light", "dark", "system")
DENSITIES = tuple(MEASURES)
W = TypeVar("W", bound=QWidget)


class _Look(QObject):
    """What was chosen, and the news that it changed."""

    changed = Signal()

    theme = "light"
    density = "comfortable"
    follows = False


_look = _Look()
changed = _look.changed


def apply(app: QApplication, theme: str = "light", density: str = "comfortable") -> None:
    """Dress the whole program; ``theme`` is one of THEMES, ``density`` one of DENSITIES.

    May be called again at any time; ``changed`` tells those who painted by themselves.
    """
    _look.theme, _look.density = theme, density
    hints = QGuiApplication.styleHints()
    if not _look.follows:
        app.setStyle("Fusion")
        app.setFont(window_font())
        hints.colorSchemeChanged.connect(_follow_system)
        _look.follows = True
    # Windows paints the title bar by this; elsewhere it changes nothing.
    wish = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(theme, Qt.ColorScheme.Unknown)
    hints.setColorScheme(wish)
    _dress(app, dark=theme == "dark" or (theme == "system" and hints.colorScheme() == Qt.ColorScheme.Dark))


def row_height() -> int:
    """Tell the height of a table row, in device-independent pixels."""
    return MEASURES[_look.density]["row"]


def as_part(widget: W, part: str) -> W:
    """Name the part a widget plays ("page", "card", "title", "muted" …) so that the style sheet finds it."""
    widget.setProperty("part", part)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
    return widget


def show_bad(widget: QWidget, bad: bool) -> None:
    """Draw a red frame around a box with an error in it, or take it away (words beside it say what is wrong)."""
    if bool(widget.property("bad")) != bad:
        widget.setProperty("bad", bad)
        # The style sheet looks at properties only when a widget is polished.
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _follow_system(scheme: Qt.ColorScheme) -> None:
    app = QApplication.instance()
    if _look.theme == "system" and isinstance(app, QApplication):
        _dress(app, dark=scheme == Qt.ColorScheme.Dark)


def _dress(app: QApplication, dark: bool) -> None:
    tokens = use(dark)
    app.setPalette(for_qt())
    pictures = {
        "arrow_down": _file("chevron-down", tokens["muted"]),
        "arrow_up": _file("chevron-up", tokens["muted"]),
        "tick": _file("check", tokens["on_accent"]),
        "dash": _file("minus", tokens["on_accent"]),
    }
    app.setStyleSheet(SHEET.substitute(tokens, **MEASURES[_look.density], **pictures))
    changed.emit()


def _file(name: str, colour: str) -> str:
    """Return the path of a tinted drawing: a style sheet takes its pictures only from files."""
    for folder in (
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation),
        QDir.tempPath(),
    ):
        file = Path(folder) / "look" / f"{name}-{colour[1:]}.svg"
        try:
            if not file.exists() or file.read_bytes() != drawing(name, colour):
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(drawing(name, colour))
        except OSError:
            continue
        return file.as_posix()
    return ""
