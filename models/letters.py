"""What no document can hold is taken out of a text, counted, and told in a sentence."""

import re

from models.text import say_n

_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_REPLACED = re.compile("[\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> tuple[str, int]:
    """Give a text as XML can hold it, and how many characters were changed; line ends become LF.

    Control characters are dropped; lone surrogates and U+FFFE/U+FFFF become U+FFFD.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, dropped = _DROPPED.subn("", text)
    text, replaced = _REPLACED.subn("\ufffd", text)
    return text, dropped + replaced


def left_out(count: int, language: str | None = None) -> tuple[str, ...]:
    """Say how many characters were changed; nothing where none was."""
    words = say_n("{n} unreadable character was left out.", "{n} unreadable characters were left out.", count, language)
    return (words.format(n=count),) if count else ()
