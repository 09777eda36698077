"""What the editors of several items have in common: a line to look things up in, the chosen ones as chips below."""

from typing import Any

from gui.editors.chips import Chips
from gui.editors.editor import Editor
from gui.editors.picking import PickLine, Suggestion
from models.attached import Links
from models.fields import Many


class SeveralEditor(Editor):
    """Several chosen keys, each once, in the order in which they were chosen."""

    def __init__(self, field: Many | Links, label: str = "", compact: bool = False) -> None:
        super().__init__(field, label, compact)
        self.keys: list[str] = []
        self.chips = Chips()
        self.line = PickLine(self.left_over)
        self.line.textChanged.connect(self.changed)
        self.line.picked.connect(self.pick)
        self.line.emptied.connect(lambda: self._remove(self.keys[-1]) if self.keys else None)
        self.line.left.connect(self.leave)
        self.chips.removed.connect(self._remove)
        layout = self.layout()
        assert layout is not None
        self.start(self.line)
        layout.addWidget(self.chips)

    def offered(self, words: str) -> list[Suggestion]:
        """Give what fits the typed words."""
        raise NotImplementedError

    def left_over(self, words: str) -> list[Suggestion]:
        """Give what fits the typed words and was not chosen yet."""
        return [each for each in self.offered(words) if each.key not in self.keys]

    def name_of(self, key: str) -> str:
        """Give the words on a chip."""
        raise NotImplementedError

    def pick(self, chosen: Suggestion) -> None:
        """Take a suggestion."""
        self.add(chosen.key)

    def add(self, key: str) -> None:
        """Choose one more."""
        self.set_value(dict.fromkeys([*self.keys, key]))
        self.changed.emit()

    def words(self) -> str:
        return "" if self.keys else self.line.text()

    def show_words(self, words: str) -> None:
        self.line.setText(words)

    def nothing(self) -> list[str]:
        return []

    def set_value(self, value: Any) -> None:
        self.keys = list(value or [])
        self.line.clear()
        self._show()

    def _remove(self, key: str) -> None:
        self.keys = [each for each in self.keys if each != key]
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.chips.show_items((key, self.name_of(key)) for key in self.keys)

    def retranslate(self) -> None:
        super().retranslate()
        self._show()
