"""Questions and news in a box: plain text, named buttons, Esc always harmless."""

from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from models.text import mark, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_ICONS = {"question": "Question", "news": "Information", "warning": "Warning", "error": "Critical"}
UNDERSTOOD = mark("OK")


@dataclass(frozen=True)
class Asked:
    """What a box would have shown, for a test that answers it."""

    title: str
    text: str
    buttons: tuple[str, ...] = ()
    details: str = ""


_answers: deque[str] | None = None
_asked: list[Asked] = []


@contextmanager
def answering(*answers: str) -> Iterator[list[Asked]]:
    """Give these answers to the next boxes instead of showing them; yields what was asked.

    A box without an answer raises AssertionError, so a test never waits for a person.
    """
    global _answers, _asked
    before = _answers, _asked
    _answers, _asked = deque(answers), []
    try:
        yield _asked
    finally:
        _answers, _asked = before


def prepared_answer(asked: Asked) -> str | None:
    """Return a test's answer to this box, or None when a person is to be asked."""
    if _answers is None:
        return None
    _asked.append(asked)
    if not _answers:
        raise AssertionError(f"nobody answers: {asked}")
    return _answers.popleft()


def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    buttons: Mapping[str, str],
    *,
    kind: str = "question",
    danger: str = "",
    details: str = "",
) -> str:
    """Ask a question and return the key of the button chosen.

    ``buttons`` maps keys to labels already translated. The first is the default; the last is the harmless one that
    Esc chooses. ``danger`` is the key of a button to be shown in red (then the default is the last).
    """
    assert not danger or danger != list(buttons)[-1], "Esc would choose what is dangerous"
    answer = prepared_answer(Asked(title, text, tuple(buttons), details))
    if answer is not None:
        if answer not in buttons:
            raise AssertionError(f"{answer!r} is none of {tuple(buttons)}")
        return answer
    box, made = _box(parent, title, text, buttons, kind, danger, details)
    box.exec()
    clicked = box.clickedButton()
    chosen = next((key for key, each in made.items() if each is clicked), list(buttons)[-1])
    box.deleteLater()
    return chosen


def tell(parent: QWidget | None, title: str, text: str, details: str = "", *, kind: str = "news") -> None:
    """Say something that must be read before going on; ``kind`` is "news", "warning" or "error"."""
    if prepared_answer(Asked(title, text, ("ok",), details)) is None:
        box, _ = _box(parent, title, text, {"ok": say(UNDERSTOOD)}, kind, "", details)
        box.exec()
        box.deleteLater()


def _box(
    parent: QWidget | None, title: str, text: str, buttons: Mapping[str, str], kind: str, danger: str, details: str
) -> "tuple[QMessageBox, dict[str, QPushButton]]":
    # Qt's box is brought in when the first one opens: a start does without it.
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon[_ICONS[kind]])
    box.setWindowTitle(title)
    # Names of partners and files come from outside: never let one be read as HTML.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setText(text)
    role = QMessageBox.ButtonRole
    keys = list(buttons)
    # A letter alone presses a button of Qt's box: what is dangerous has none.
    labels = {key: words.replace("&", "") if key == danger else words for key, words in buttons.items()}
    made = {key: box.addButton(labels[key], role.RejectRole if key == keys[-1] else role.AcceptRole) for key in keys}
    if danger:
        made[danger].setProperty("kind", "danger")
        made[danger].style().polish(made[danger])  # the box has dressed it already, as it came in
    box.setDefaultButton(made[keys[-1] if danger else keys[0]])
    box.setEscapeButton(made[keys[-1]])
    if details:
        box.setDetailedText(details)
    return box, made
