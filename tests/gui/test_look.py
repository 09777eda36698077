"""The window can be read: contrast, focus, icons, typefaces, and a theme that changes at once."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QRawFont
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui import look
from gui.look.fonts import FONTS
from gui.look.icons import ICONS
from gui.look.palette import DARK, LIGHT, READ_ON, SEEN_ON
from gui.look.sheet import MEASURES, SHEET

THEMES = {"light": LIGHT, "dark": DARK}


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    look.apply(qapp, "light")
    yield qapp
    qapp.setStyleSheet("")


def brightness(colour: str) -> float:
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]  # type: ignore[index]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((brightness(one), brightness(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("letters", "ground"), READ_ON)
def test_letters_stand_out_from_what_they_are_written_on(theme: str, letters: str, ground: str) -> None:
    assert contrast(THEMES[theme][letters], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ring", "ground"), SEEN_ON)
def test_the_ring_of_the_focus_can_be_seen(theme: str, ring: str, ground: str) -> None:
    assert contrast(THEMES[theme][ring], THEMES[theme][ground]) >= 3


def test_both_themes_have_the_same_colours_by_name() -> None:
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize("density", MEASURES)
def test_the_style_sheet_names_only_what_exists(density: str) -> None:
    pictures = dict.fromkeys(("arrow_down", "arrow_up", "tick", "dash"), "picture.svg")
    assert "$" not in SHEET.substitute(LIGHT, **MEASURES[density], **pictures)


@pytest.mark.parametrize("control", ["QPushButton", "QToolButton[kind]", "QLineEdit", "QComboBox", "QAbstractSpinBox",
                                     "QPlainTextEdit", "QCheckBox", "QRadioButton", "QTableView", "QTableView::item",
                                     "QTabBar::tab", '[part="side"] QPushButton'])  # fmt: skip
def test_every_control_shows_the_focus(control: str) -> None:
    rules = dict(re.findall(r"([^{}]+)\{([^{}]*)\}", SHEET.template.replace("${", "$").replace("}px", "px")))
    own = [body for names, body in rules.items() if f"{control}:focus" in [name.strip() for name in names.split(",")]]
    assert any("border" in body for body in own)


def test_an_icon_takes_the_colour_of_the_theme_without_being_made_again(dressed: QApplication, qtbot: QtBot) -> None:
    button = QPushButton(look.icon("bell", "accent"), "")
    qtbot.addWidget(button)
    shades = []
    for theme in ("light", "dark", "light"):
        look.apply(dressed, theme)
        shades.append(colours_in(button.icon().pixmap(QSize(18, 18)).toImage()))
    assert LIGHT["accent"].lower() in shades[0]
    assert DARK["accent"].lower() in shades[1]
    assert shades[0] == shades[2]


def colours_in(image: QImage) -> set[str]:
    every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in every if colour.alpha() == 255}


def test_an_icon_is_sharp_on_a_sharp_screen(qapp: QApplication) -> None:
    assert look.icon("plus").pixmap(QSize(18, 18), 2.0).size() == QSize(36, 36)


@pytest.mark.parametrize("file", sorted(ICONS.glob("*.svg")), ids=lambda file: file.stem)
def test_every_drawing_can_be_drawn(qapp: QApplication, file: Path) -> None:
    icon = look.icon(file.stem, "text")
    assert colours_in(icon.pixmap(QSize(64, 64)).toImage())


def test_a_box_with_an_error_has_a_red_frame_until_it_is_mended(dressed: QApplication, qtbot: QtBot) -> None:
    box = QLineEdit()
    qtbot.addWidget(box)
    frames = []
    for bad in (False, True, False):
        look.show_bad(box, bad)
        frames.append(box.grab().toImage().pixelColor(box.width() // 2, 0).name())
    assert frames == [LIGHT["field"].lower(), LIGHT["bad"].lower(), LIGHT["field"].lower()]


def test_a_change_of_theme_is_announced(dressed: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.apply(dressed, "dark")
    assert look.is_dark()
    assert dressed.palette().window().color() == QColor(DARK["bg"])


def test_rows_are_lower_when_the_window_is_compact(dressed: QApplication) -> None:
    comfortable = look.row_height()
    look.apply(dressed, "light", "compact")
    assert look.row_height() < comfortable


def vietnamese_letters() -> str:
    marked = (
        unicodedata.normalize("NFC", letter + tone)
        for letter in "aăâeêioôơuưy"
        for tone in "\0\u0300\u0301\u0303\u0309\u0323"
    )
    return "".join(letter.strip("\0") for letter in marked) + "đ"


@pytest.mark.parametrize("file", sorted(FONTS.glob("*.ttf")), ids=lambda file: file.name)
def test_the_typefaces_have_every_vietnamese_letter(qapp: QApplication, file: Path) -> None:
    font = QRawFont(str(file), 13)
    letters = vietnamese_letters()
    assert len(set(letters + letters.upper())) == 146
    assert [each for each in letters + letters.upper() + "₫" if not font.supportsCharacter(ord(each))] == []
