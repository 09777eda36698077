"""The typefaces: Segoe UI or Inter in the window, Times New Roman or Tinos on paper."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


@cache
def _load(family: str) -> None:
    for file in sorted(FONTS.glob(f"{family}-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _first_installed(wanted: str, bundled: str) -> str:
    # By exact name: asking the system for the nearest face gives one without most Vietnamese letters.
    if wanted in QFontDatabase.families():
        return wanted
    _load(bundled)
    return bundled


@cache
def window_family() -> str:
    """Name the family of the window."""
    return _first_installed("Segoe UI", "Inter")


@cache
def paper_family() -> str:
    """Name the family of printed papers."""
    return _first_installed("Times New Roman", "Tinos")


def window_font(points: float = 10.0) -> QFont:
    """Return the font of the window; size in points."""
    font = QFont(window_family())
    font.setPointSizeF(points)
    return font


def paper_font(points: float = 13.0) -> QFont:
    """Return the font of printed papers; size in points (Decree 30/2020 asks for 13 to 14 in the text)."""
    font = QFont(paper_family())
    font.setPointSizeF(points)
    return font
