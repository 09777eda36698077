"""The heads of a preview's columns: wrapped words, and over neighbours the head that they share."""

import textwrap
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from gui import look
from models.reports.columns import Column

LINES = 4  # of a head that are shown; the tip has it whole
AIR = 16
LETTER = 6.4  # pixels of a letter of a head


class TwoHeads(QHeaderView):
    """Paints its sections itself: the titles at the foot, the heads that several columns share above them."""

    def __init__(self, table: QTableView) -> None:
        """Belong to a table."""
        super().__init__(Qt.Orientation.Horizontal, table)
        self._columns: Sequence[Column] = ()
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._letters = self.font()
        self._letters.setPointSizeF(9)  # as the style sheet has it for heads that Qt paints
        self._letters.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(self._letters)
        self.sectionResized.connect(lambda *_told: self.viewport().update())

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show the heads of other columns."""
        self._columns = columns
        self.updateGeometries()
        self.updateGeometry()
        self.viewport().update()

    def least(self, column: Column) -> int:
        """Give the pixels below which a word of a column's title would be cut."""
        return max((self._metrics.horizontalAdvance(word) for word in column.title.split()), default=0) + 20

    def _line(self) -> int:
        return self._metrics.lineSpacing()

    def _depth(self) -> int:
        return max((len(each.groups) for each in self._columns), default=0)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        lines = max((len(self._wrapped(place)) for place in range(len(self._columns))), default=1)
        return QSize(size.width(), (min(lines, LINES) + self._depth()) * self._line() + AIR + 6 * self._depth())

    def _wrapped(self, place: int) -> list[str]:
        room = max(int((self.sectionSize(place) - 16) / LETTER), 4)
        title = self._columns[place].title
        return [line for part in title.split("\n") for line in textwrap.wrap(part, room, break_long_words=False)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self._letters)
        painter.fillRect(self.viewport().rect(), look.color("raised"))
        for place, each in enumerate(self._columns):
            if self.isSectionHidden(place):
                continue
            left, width = self.sectionViewportPosition(place), self.sectionSize(place)
            start = len(each.groups) * (self._line() + 6)
            room = QRect(left + 8, start, width - 16, self.height() - start - 1)
            right = each.kind in ("number", "whole", "money", "percent")
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            painter.setPen(look.color("muted"))
            lines = self._wrapped(place)
            shown = [*lines[: LINES - 1], lines[LINES - 1] + "…"] if len(lines) > LINES else lines
            painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), "\n".join(shown))
        for level in range(self._depth()):
            self._paint_shared(painter, level)
        painter.setPen(look.color("line"))
        painter.drawLine(0, self.height() - 1, self.viewport().width(), self.height() - 1)

    def _paint_shared(self, painter: QPainter, level: int) -> None:
        """Paint the heads of one level, each over all neighbours that share it."""
        height = self._line() + 6
        place = 0
        while place < len(self._columns):
            groups = self._columns[place].groups
            end = place + 1
            if len(groups) <= level:
                place = end
                continue
            while end < len(self._columns) and self._columns[end].groups[: level + 1] == groups[: level + 1]:
                end += 1
            left = self.sectionViewportPosition(place)
            width = sum(self.sectionSize(each) for each in range(place, end))
            seen = QRect(left, 0, width, self.height()).intersected(self.viewport().rect())
            room = QRect(seen.left() + 8, level * height, seen.width() - 16, height)
            painter.setPen(look.color("text"))
            words = self._metrics.elidedText(groups[level], Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter), words)
            painter.setPen(look.color("line"))
            painter.drawLine(room.left(), room.bottom(), room.right(), room.bottom())
            place = end
