"""Words that people see: marked where they are written, translated where they are shown."""

import gettext
from functools import cache
from pathlib import Path

CATALOGUES = Path(__file__).resolve().parent.parent / "resources" / "i18n"
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}

_chosen = "vi"


class Words(str):
    """A marked text with the context that tells it from its twin ("Open" the verb, "Open" the state)."""

    context: str | None

    def __new__(cls, words: str, context: str | None = None) -> "Words":
        """Make the text; ``context`` is what the catalogue files it under."""
        made = super().__new__(cls, words)
        made.context = context
        return made


def mark(words: str, context: str | None = None) -> str:
    """Mark a text for the catalogue; whoever shows it calls ``say``."""
    return words if context is None else Words(words, context)


def speak(language: str) -> None:
    """Choose the language of the whole program ("vi" or "en")."""
    global _chosen
    _chosen = language


def spoken() -> str:
    """Tell the language in use."""
    return _chosen


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    # Read directly: gettext's own search for it brings in all the locales of the world, at every start.
    file = CATALOGUES / language / "LC_MESSAGES" / "bang_giao.mo"
    if not file.exists():
        return gettext.NullTranslations()
    with file.open("rb") as words:
        return gettext.GNUTranslations(words)


def say(words: str, language: str | None = None) -> str:
    """Translate a marked text into ``language``, or into the language in use."""
    if not words:
        return ""
    catalogue = _catalogue(language or _chosen)
    context = getattr(words, "context", None)
    return catalogue.pgettext(context, words) if context else catalogue.gettext(words)


def say_n(one: str, many: str, n: int, language: str | None = None) -> str:
    """Translate a text that depends on a number; the caller formats it."""
    return _catalogue(language or _chosen).ngettext(one, many, n)
