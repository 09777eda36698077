"""Codes and their words: the fixed lists, and the lists that the office extends."""

from collections.abc import Collection
from enum import StrEnum
from functools import cache

from models import options, states
from models.lists import STOCK
from models.text import say

# What the office added, renamed or hid; filled from its database when an office is opened.
_added: dict[str, dict[str, tuple[str, str]]] = {}
_hidden: dict[str, set[str]] = {}

_LABELS = options.LABELS | states.LABELS
_ALSO = {words: side.value for side, several in options.SIDE_ALSO.items() for words in several}

COUNTRY = "country"
_FIRST_COUNTRIES = ("CN", "LA", "KR", "JP", "TH", "US", "ES", "AU")
# CLDR writes Úc; the office's practice list writes the name as state papers do.
_OWN_NAMES = {("AU", "vi"): "Ô-xtrây-li-a"}


def use_office_lists(rows: list[tuple[str, str, str, str, bool]]) -> None:
    """Take over the office's own items: (list, code, Vietnamese, English, hidden)."""
    _added.clear()
    _hidden.clear()
    for name, code, vietnamese, english, hidden in rows:
        if vietnamese:
            _added.setdefault(name, {})[code] = (vietnamese, english or vietnamese)
        if hidden:
            _hidden.setdefault(name, set()).add(code)


def codes(name: str) -> list[str]:
    """Give the codes of a list that may be chosen now."""
    return [code for code in every_code(name) if code not in _hidden.get(name, ())]


def every_code(name: str) -> list[str]:
    """Give all codes of a list, stock items first, hidden ones too."""
    known = shipped(name)
    return [*known, *(code for code in _added.get(name, {}) if code not in known)]


def shipped(name: str) -> Collection[str]:
    """Give the codes that the program brings, which the office may rename or hide."""
    return country_codes() if name == COUNTRY else STOCK[name]


def item_label(name: str, code: str, language: str | None = None) -> str:
    """Give the words for a code; an unknown code stands for itself."""
    from models.text import spoken

    language = language or spoken()
    if code in _added.get(name, {}):
        return _added[name][code][language != "vi"]
    if name == COUNTRY:
        return country_names(language).get(code, code)
    return say(STOCK[name].get(code, code), language)


def label(kind: type[StrEnum], code: str, language: str | None = None) -> str:
    """Give the words for a code of a fixed list."""
    try:
        return say(_LABELS[kind][kind(code)], language)
    except ValueError:
        return code


def also(kind: type[StrEnum] | str) -> dict[str, str]:
    """Give the codes of what papers write instead of a label of a fixed list, without marks."""
    return _ALSO if kind is options.Side else {}


def tone(kind: type[StrEnum], code: str) -> str:
    """Give the colour family of a state: ok, warn, bad, info or neutral."""
    return states.TONES[kind].get(kind(code), "neutral")


@cache
def country_names(language: str) -> dict[str, str]:
    """Give ISO code → name for all countries and territories (CLDR through Babel)."""
    from babel import Locale

    known = Locale(language).territories
    names = {
        code: name for code, name in known.items() if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
    }
    return names | {code: own for (code, spoken), own in _OWN_NAMES.items() if spoken == language}


# Codes that CLDR names although they are no country or territory.
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"})


@cache
def country_codes() -> list[str]:
    """Give the neighbours and usual partners first, then all others in Vietnamese order."""
    from models.fold import sort_key

    names = country_names("vi")
    rest = sorted((code for code in names if code not in _FIRST_COUNTRIES), key=lambda code: sort_key(names[code]))
    return [*_FIRST_COUNTRIES, *rest]
