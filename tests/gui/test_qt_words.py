"""Nothing English is left in the windows that Qt itself draws, and the language changes while they are open."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QEvent, QLocale
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.qt_words import KEPT, WORDS, CatalogueTranslator, set_language
from models.text import speak, spoken


class Listening(CatalogueTranslator):
    """Notes what Qt asked for and did not get."""

    def __init__(self) -> None:
        super().__init__()
        self.missed: set[tuple[str, str]] = set()

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        found = super().translate(context, text, disambiguation, n)
        if found is None and context not in KEPT and re.search(r"[A-Za-z]{2}", text):
            self.missed.add((context, text))
        return found


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[Listening]:
    translator = Listening()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture(autouse=True)
def back_to_vietnamese(qapp: QApplication) -> Iterator[None]:
    before, locale = spoken(), QLocale()
    yield
    set_language(qapp, "en")
    speak(before)
    QLocale.setDefault(locale)


def open_and_wait(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.show()
    qtbot.wait(50)


@pytest.mark.parametrize("mode", list(QFileDialog.FileMode))
@pytest.mark.parametrize("accept", list(QFileDialog.AcceptMode))
def test_the_file_window_speaks_vietnamese(
    listening: Listening, qtbot: QtBot, mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode
) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    open_and_wait(qtbot, dialog)
    assert listening.missed == set()


def test_printing_speaks_vietnamese(listening: Listening, qtbot: QtBot) -> None:
    printer = QPrinter()
    for dialog in (QPrintPreviewDialog(printer), QPrintDialog(printer)):
        open_and_wait(qtbot, dialog)
    assert listening.missed == set()


def test_boxes_and_their_buttons_speak_vietnamese(listening: Listening, qtbot: QtBot) -> None:
    box = QMessageBox(QMessageBox.Icon.Critical, "Bang Giao", "Bang Giao")
    box.setDetailedText("Bang Giao")
    row = QDialogButtonBox()
    for each in list(QDialogButtonBox.StandardButton)[1:]:
        row.addButton(each)
    for window in (box, row):
        open_and_wait(qtbot, window)
    assert listening.missed == set()
    assert row.button(QDialogButtonBox.StandardButton.Cancel).text() == "Hủy"


def test_the_menus_of_text_boxes_speak_vietnamese(listening: Listening, qtbot: QtBot) -> None:
    for box in (QLineEdit("a"), QPlainTextEdit("a"), QTextBrowser()):
        qtbot.addWidget(box)
        menu = box.createStandardContextMenu()
        assert menu.actions()
        menu.deleteLater()
    for window in (QSpinBox(), QCalendarWidget()):
        open_and_wait(qtbot, window)
    assert listening.missed == set()


def test_letters_to_press_with_alt_are_plain_and_not_z() -> None:
    answers = [answer for words in WORDS.values() for answer in words.values()]
    for answer in answers:
        for letter in re.findall(r"&(.)", answer):
            assert letter.isascii(), answer
            assert letter.lower() != "z", answer


def test_a_menu_has_no_letter_twice() -> None:
    letters = re.findall(r"&(.)", " ".join(WORDS["QLineEdit"].values()).lower())
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("context", WORDS)
def test_what_qt_fills_in_stays_in_the_translation(context: str) -> None:
    for english, vietnamese in WORDS[context].items():
        assert sorted(re.findall(r"%L?[\dn]", english)) == sorted(re.findall(r"%L?[\dn]", vietnamese))


class Noticing(QWidget):
    """Counts changes of language."""

    heard = 0

    def changeEvent(self, event: QEvent) -> None:
        self.heard += event.type() == QEvent.Type.LanguageChange


def test_an_open_window_hears_of_each_change_of_language(qapp: QApplication, qtbot: QtBot) -> None:
    set_language(qapp, "en")
    window = Noticing()
    qtbot.addWidget(window)
    row = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=window)
    for language, word in (("vi", "Hủy"), ("en", "Cancel"), ("vi", "Hủy")):
        window.heard = 0
        set_language(qapp, language)
        qtbot.waitUntil(lambda: window.heard > 0)
        assert row.buttons()[0].text() == word


@pytest.mark.parametrize(("language", "day"), [("vi", "Thứ Năm"), ("en", "Thursday")])
def test_figures_are_written_the_same_in_both_languages(qapp: QApplication, language: str, day: str) -> None:
    set_language(qapp, language)
    assert QLocale().toString(1234567.5, "f", 1) == "1.234.567,5"
    assert QLocale().toString(QDate(2026, 3, 5), "dddd dd/MM/yyyy") == f"{day} 05/03/2026"
