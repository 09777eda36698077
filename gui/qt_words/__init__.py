"""Qt's own words in Vietnamese, and the change of language while the window is open."""

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui.qt_words.dialogs import DIALOGS
from gui.qt_words.editing import EDITING
from gui.qt_words.printing import PRINTING
from models.text import speak, spoken

WORDS = {**DIALOGS, **EDITING, **PRINTING}
# The same in Vietnamese: names of keys as printed on the keyboard, names of paper, signs.
KEPT = frozenset({"QShortcut", "QPageSize", "QProgressBar", "QGuiApplication"})
# Both write 31/12/2026 and 1.234.567,5, the way the office does; the second has English names of days and months.
LOCALES = {"vi": "vi_VN", "en": "en_DE"}


class CatalogueTranslator(QTranslator):
    """Answers Qt in Vietnamese when it asks for one of its own words."""

    def isEmpty(self) -> bool:
        # An "empty" translator sends no LanguageChange when it is installed.
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        if context == "QPageSize" and text.startswith("Envelope "):
            return f"Phong bì {text[9:]}"
        return WORDS.get(context, {}).get(text)


_translator: CatalogueTranslator | None = None


def set_language(app: QApplication, language: str) -> None:
    """Speak ``language`` ("vi" or "en") from now on; every widget gets a LanguageChange event."""
    global _translator
    changes = language != spoken()
    speak(language)
    QLocale.setDefault(QLocale(LOCALES[language]))
    if language == "vi" and _translator is None:
        _translator = CatalogueTranslator(app)
        app.installTranslator(_translator)
    elif language != "vi" and _translator is not None:
        app.removeTranslator(_translator)
        _translator = None
    if changes:
        _renew_locales(app)


def _renew_locales(app: QApplication) -> None:
    """Give open windows the new default locale: a widget keeps the one it was born with."""
    for window in app.topLevelWidgets():
        window.setLocale(QLocale())
