"""The parts of the start page: figures that open their list, records that open themselves, big choices."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton, QWidget

from gui import look
from gui.widgets import tool
from gui.widgets.pills import paint_pill, pill_width
from models.text import mark

SPOT = 42  # the coloured square with the icon of a figure
MORE = 28  # the button of a line's menu
UNITS = "utf-16-le"
ANYWHERE = QTextOption()
ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
LINE, LINES = 36, 50  # the height of a record whose name takes one line, or two


class Pressed(QAbstractButton):
    """A part that is pressed like a button and painted as a whole."""

    def __init__(self, name: str, height: int, parent: QWidget | None = None) -> None:
        """Be ``height`` device-independent pixels high and known to screen readers as ``name``."""
        super().__init__(parent)
        self._height = height
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def ground(self, painter: QPainter, card: bool) -> None:
        """Paint the surface, lighter under the mouse, with a ring where the keyboard is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover = self.underMouse() or self.isDown()
        edge = QPen(look.color("accent"), 2) if self.hasFocus() else QPen(look.color("line"), 1)
        painter.setPen(edge if card or self.hasFocus() else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(look.color("raised" if hover and card else "quiet" if hover else "surface"))
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(place, 10 if card else 6, 10 if card else 6)

    def write(self, painter: QPainter, place: QRectF, text: str, colour: str, size: float, bold: bool = False) -> None:
        """Write one line, cut with "…" where there is no room."""
        font = look.window_font(size)
        if bold:
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.color(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class FigureCard(Pressed):
    """A number with its name; pressed, it opens the list it counts."""

    def __init__(self, name: str, number: str, beside: str, icon: str, tone: str) -> None:
        """Show words already translated."""
        super().__init__(f"{name}: {number}. {beside}".strip(), 104)
        self._name, self._number, self._beside, self._icon, self._tone = name, number, beside, icon, tone
        self.setToolTip(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.ground(painter, card=True)
        room = QRectF(self.rect()).adjusted(18, 12, -16, -10)
        spot = QRectF(room.right() - SPOT, room.top() + 22, SPOT, SPOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(f"{self._tone}_soft"))
        painter.drawRoundedRect(spot, 8, 8)
        look.icon(self._icon, self._tone, 20).paint(painter, spot.adjusted(11, 11, -11, -11).toRect())
        narrow = room.width() - SPOT - 8
        self.write(painter, QRectF(room.x(), room.y(), room.width(), 20), self._name, "muted", 10)
        self.write(painter, QRectF(room.x(), room.y() + 22, narrow, 36), self._number, "text", 22, True)
        self.write(painter, QRectF(room.x(), room.y() + 60, narrow, 20), self._beside, "muted", 9)


class RecordLine(Pressed):
    """One line of a list: its name, its code, how it stands; ``asked`` carries where its menu is to open."""

    asked = Signal(QPoint)

    def __init__(self, name: str, code: str, standing: tuple[str, str] | None, menu: bool = False) -> None:
        """Show words already translated; ``standing`` is a text with its tone, ``menu`` says that there is one."""
        told = standing[0] if standing else ""
        super().__init__(", ".join(part for part in (name, code, told) if part), LINE)
        self._name, self._code, self._standing = name, code, standing
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip("\n".join(part for part in (name, told) if part))
        self.more: QToolButton | None = None
        if menu:
            self.more = tool("ellipsis", mark("What can be done with it (Shift+F10)"))
            self.more.setParent(self)
            # The line itself has the keyboard and its own key for the menu: Tab goes from line to line.
            self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.more.setCursor(Qt.CursorShape.ArrowCursor)
            self.more.clicked.connect(lambda: self._ask(self.more))

    def _ask(self, under: QWidget | None) -> None:
        part = under or self
        self.asked.emit(part.mapToGlobal(part.rect().bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.more is None:
            super().contextMenuEvent(event)
        elif event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask(self.more)
        else:
            self.asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self.more and (event.key() == Qt.Key.Key_Menu or (shifted and event.key() == Qt.Key.Key_F10)):
            self._ask(self.more)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.more:
            self.more.setGeometry(self.width() - MORE - 4, (self.height() - MORE) // 2, MORE, MORE)

    def heightForWidth(self, width: int) -> int:
        """Give a name that needs it a second line."""
        return LINE if len(self._lines(self._places(width)[-1].width())) < 2 else LINES

    def _places(self, width: int) -> tuple[QRectF, QRectF, QRectF]:
        """Give where the pill, the code and the name stand in a line so wide; without room they have no width."""
        room = QRectF(0, 0, width, self.height()).adjusted(10, 0, -(MORE + 10 if self.more else 10), 0)
        pill, code = QRectF(), QRectF()
        if self._standing:
            pill = QRectF(room)
            pill.setLeft(room.right() - min(pill_width(*self._standing, self.font()), room.width() * 0.5))
            room.setRight(pill.left() - 10)
        if self._code and room.width() > 240:
            code = QRectF(room.x(), room.y(), 96, room.height())
            room.setLeft(room.x() + 104)
        return pill, code, room

    def _lines(self, width: float) -> list[str]:
        """Break the name into one line, or two of which the second is cut with "…" where there is no room."""
        font = look.window_font(10)
        broken = QTextLayout(self._name, font)
        broken.setTextOption(ANYWHERE)
        broken.beginLayout()
        first = broken.createLine()
        first.setLineWidth(width)
        broken.endLayout()
        pairs, at = self._name.encode(UNITS, "surrogatepass"), 2 * first.textLength()  # Qt counts pairs of bytes
        head, rest = (part.decode(UNITS, "surrogatepass") for part in (pairs[:at], pairs[at:]))
        return [head, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, int(width))] if rest else [head]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.ground(painter, card=False)
        pill, code, room = self._places(self.width())
        if self._standing:
            paint_pill(painter, pill, *self._standing, self.font())
        self.write(painter, code, self._code, "muted", 9)
        painter.setFont(look.window_font(10))
        painter.setPen(look.color("text"))
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(where), "\n".join(self._lines(room.width())))


class Choice(Pressed):
    """One of the big choices of an office that holds nothing yet."""

    def __init__(self, icon: str, title: str, sentence: str) -> None:
        """Show words already translated."""
        super().__init__(f"{title}. {sentence}", 150)
        self._icon, self._title, self._sentence = icon, title, sentence

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.ground(painter, card=True)
        room = QRectF(self.rect()).adjusted(20, 16, -18, -14)
        look.icon(self._icon, "accent", 28).paint(
            painter, room.adjusted(0, 0, 28 - room.width(), 28 - room.height()).toRect()
        )
        self.write(painter, QRectF(room.x(), room.y() + 38, room.width(), 24), self._title, "text", 11, True)
        painter.setFont(look.window_font(9.5))
        painter.setPen(look.color("muted"))
        words = QRectF(room.x(), room.y() + 66, room.width(), room.height() - 64)
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap), self._sentence)
