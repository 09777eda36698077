"""The rules about time, each with where it comes from and whether that is law or habit."""

from typing import Any

from PySide6.QtCore import QTimer

from gui.settings_page.parts import Rows, attempt, told, writable
from gui.settings_page.rule_line import RuleLine
from gui.widgets import Card, button, follow_language, label
from models import rules, store
from models.text import mark, say

PAUSE = 400  # milliseconds after the last change before it is kept


class DeadlinesCard(Card):
    """A line for each rule; what is changed is kept in the office and counts at once."""

    def __init__(self) -> None:
        """Show the rules in use."""
        super().__init__(mark("Deadlines"))
        self.body.addWidget(
            told(
                mark(
                    "Take the tick away where a rule does not count in this office. The first day is never counted; a "
                    "limit before a day is counted back from it."
                )
            )
        )
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
        rows = Rows(self)
        self.lines = {key: self._line(rows, rule) for key, rule in rules.RULES.items()}
        self.usual = button(mark("All back to the usual"), "undo-2")
        self.usual.setEnabled(writable())
        self.usual.clicked.connect(self._back)
        rows.addWidget(self.usual, rows.rowCount(), 1)

    def _line(self, rows: Rows, rule: rules.Rule) -> RuleLine:
        line, source = RuleLine(rule), label("", "small")
        line.setEnabled(writable())
        line.changed.connect(self._pause.start)
        rows.add(rule.words, line).setWordWrap(True)
        source.setWordWrap(True)
        follow_language(source, lambda: source.setText(source_of(rule)))
        rows.addWidget(source, rows.rowCount(), 1, 1, 2)
        return line

    def keep(self) -> None:
        """Keep what differs from the usual."""
        self._pause.stop()
        own: dict[str, Any] = {key: differing for key, line in self.lines.items() if (differing := line.differing())}
        if own != store.setting("deadlines", {}):
            attempt(self, lambda: store.set_setting("deadlines", own))

    def _back(self) -> None:
        for line in self.lines.values():
            line.go_back()
        self.keep()


def source_of(rule: rules.Rule) -> str:
    """Say where a rule stands written, and whether it is law; a habit of the office says both at once."""
    return say(rule.source) if rule.source == rules.OFFICE else f"{say(rules.BASES[rule.basis])} · {say(rule.source)}"
