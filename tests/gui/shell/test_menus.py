"""Menus: every command with its key, no key twice, letters that every keyboard has."""

import unicodedata
from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.forms.header import _BUTTONS
from gui.qt_words import set_language
from gui.shell.menus import LINE, MENUS, table_of_keys
from gui.window import Window
from models.text import say


def letters(language: str) -> dict[str, list[str]]:
    """The underlined letters of each menu, and of the bar under ""."""
    found = {"": [letter(say(title, language)) for title in MENUS]}
    for title, commands in MENUS.items():
        found[title] = [letter(say(each.words, language)) for each in commands if each is not LINE]
    return found


def letter(words: str) -> str:
    return words[words.index("&") + 1].lower() if "&" in words else ""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_underlined_letters_are_plain_and_never_twice_in_a_menu(language: str) -> None:
    for menu, chosen in letters(language).items():
        assert "" not in chosen, menu
        assert "z" not in chosen, "Alt+Z switches Vietnamese typing"
        assert [each for each in chosen if unicodedata.normalize("NFD", each) != each or not each.isascii()] == [], menu
        assert [each for each, n in Counter(chosen).items() if n > 1] == [], menu


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_menu_bar_takes_no_letter_from_the_buttons_of_a_form(language: str) -> None:
    buttons = {letter(say(words, language)) for _, words, *_ in _BUTTONS}
    assert buttons.isdisjoint(letters(language)[""])


def test_no_key_is_given_twice() -> None:
    keys = [key for commands in MENUS.values() for each in commands for key in each.keys]
    assert [key for key, n in Counter(keys).items() if n > 1] == []


def test_every_key_stands_in_the_list_of_keys() -> None:
    told = " ".join(keys for keys, _ in table_of_keys())
    assert all(key in told for key in ("Ctrl+Shift+C", "F2", "Del", "Alt+Left", "Enter", "Ctrl+1"))


def test_every_command_does_something(window: Window) -> None:
    names = {each.name for commands in MENUS.values() for each in commands if each is not LINE}
    assert names == set(window.menus.actions) | set(window.menus.sub)


def test_menus_speak_the_language_in_use(window: Window, qapp: QApplication, qtbot: QtBot) -> None:
    set_language(qapp, "vi")
    qtbot.waitUntil(lambda: window.menuBar().actions()[0].text() == say("&File", "vi"))
