"""Cells of a list painted as pills; apart from the pills themselves because only lists need it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.widgets.pills import HEIGHT, TONES, paint_pill, pill_width


class PillDelegate(QStyledItemDelegate):
    """Paints a cell as a pill; the model gives the tone under ``tone_role`` and the word as the cell's text."""

    def __init__(self, tone_role: int = Qt.ItemDataRole.UserRole, parent: QWidget | None = None) -> None:
        """Ask the model for the tone under ``tone_role``; a cell without one is shown as plain text."""
        super().__init__(parent)
        self._role = tone_role

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tone, text = index.data(self._role), index.data(Qt.ItemDataRole.DisplayRole)
        if not text or tone not in TONES:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        place = QRectF(option.rect).adjusted(7, 0, -4, -2)  # the line under the row is not its middle
        paint_pill(painter, place, str(text), tone, option.font)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        text, tone = index.data(Qt.ItemDataRole.DisplayRole), index.data(self._role)
        if not text or tone not in TONES:
            return super().sizeHint(option, index)
        return QSize(pill_width(str(text), tone, option.font) + 14, HEIGHT + 6)
