"""States as coloured pills: always a word and a sign, never the colour alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import look

TONES = {
    "ok": ("ok", "ok_soft", "check"),
    "warn": ("warn", "warn_soft", "clock"),
    "bad": ("bad", "bad_soft", "circle-alert"),
    "info": ("info", "info_soft", "circle-dot"),
    "neutral": ("muted", "quiet", ""),
}
PAD, SIGN, GAP, HEIGHT = 9, 13, 4, 22


def _pill_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(9)
    small.setWeight(QFont.Weight.Medium)
    return small


def pill_width(text: str, tone: str, font: QFont) -> int:
    """Tell how wide the pill of this text is, in device-independent pixels."""
    sign = SIGN + GAP if TONES[tone][2] else 0
    return QFontMetrics(_pill_font(font)).horizontalAdvance(text) + 2 * PAD + sign


def paint_pill(painter: QPainter, place: QRectF, text: str, tone: str, font: QFont) -> None:
    """Paint a pill at the left of ``place``, centred in height, cut with "…" where there is no room."""
    letters, ground, sign = TONES[tone]
    width = min(float(pill_width(text, tone, font)), place.width())
    pill = QRectF(place.left(), place.center().y() - HEIGHT / 2, width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(ground))
    painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
    inner = pill.adjusted(PAD, 0, -PAD, 0)
    if sign:
        spot = QRectF(inner.left() - 2, pill.center().y() - SIGN / 2, SIGN, SIGN)
        look.icon(sign, letters, SIGN).paint(painter, spot.toRect())
        inner.setLeft(inner.left() - 2 + SIGN + GAP)
    painter.setFont(_pill_font(font))
    painter.setPen(look.color(letters))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()) + 1)
    painter.drawText(inner.adjusted(0, 0, 2, 0), int(Qt.AlignmentFlag.AlignVCenter), shown)
    painter.restore()


class Pill(QWidget):
    """One state as a coloured pill."""

    def __init__(self, text: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        """Show a text already translated; ``tone`` is one of TONES."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_state(text, tone)

    def show_state(self, text: str, tone: str) -> None:
        """Show another state."""
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self.text, self.tone, self.font()), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * PAD + SIGN, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.text:
            paint_pill(QPainter(self), QRectF(self.rect()), self.text, self.tone, self.font())
