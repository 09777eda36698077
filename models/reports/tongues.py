"""The language of a report: Vietnamese, English, or both titles in each head cell over Vietnamese rows."""

from collections.abc import Callable

from models.text import LANGUAGES, say

BOTH = "both"
TONGUES = (*LANGUAGES, BOTH)


def of_cells(language: str | None) -> str | None:
    """Give the one language in which cells and notes are written."""
    return "vi" if language == BOTH else language


def of_heads(language: str | None) -> tuple[str | None, ...]:
    """Give the languages of titles, the first one first."""
    return ("vi", "en") if language == BOTH else (language,)


def told(words: str, language: str | None, between: str = " / ", **values: object) -> str:
    """Say marked words in the language of titles; in both where both are wanted and differ."""
    return in_each(language, lambda each: say(words, each).format(**values), between)


def in_each(language: str | None, words: Callable[[str | None], str], between: str = " / ") -> str:
    """Give what is worded in the language of titles; in both where both are wanted and differ."""
    return together(map(words, of_heads(language)), between)


def together(parts: object, between: str = " / ") -> str:
    """Put the same words in several languages together, none twice."""
    return between.join(dict.fromkeys(each for each in parts if each))  # type: ignore[attr-defined]
