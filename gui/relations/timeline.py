"""The timeline: years as headings, below each its records, newest first; Enter or a click opens one."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui import look
from gui.widgets import TONES, say_on
from gui.widgets.pills import paint_pill, pill_width
from models import days
from models.kinds import PAGES
from models.store.relations import Event, Relations, told_persons
from models.text import mark, say, say_n

LINE = 50  # device-independent pixels; headings are as high, so that long timelines need not be measured
DAY, SIGN, PAD = 88, 16, 14
EVENT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()


class Timeline(QAbstractListModel):
    """A heading (words) or an event in each row."""

    def __init__(self, parent: QWidget) -> None:
        """Be empty."""
        super().__init__(parent)
        self.rows: list[str | Event] = []
        self._names: dict[int, str] = {}
        self._own = 0

    def show_events(self, told: Relations, page: str) -> None:
        """Show the events of one page of records, or all of them for ""."""
        self.beginResetModel()
        self._names, self._own, self.rows = told.names, told.body.id, []
        for year, events in told.by_year(page).items():
            count = say_n("{n} record", "{n} records", len(events)).format(n=len(events))
            self.rows.append(f"{year or say(mark('Without a day'))} · {count}")
            self.rows += events
        self.endResetModel()

    def below(self, event: Event) -> str:
        """Say what kind of record it is, what the body was in it, its code, and of which body it is."""
        parts = [say(PAGES[event.page].one).capitalize(), event.told_roles(), event.code]
        if event.persons and event.kind == "delegation":
            parts.append(told_persons(event.persons))
        if event.body != self._own:
            parts.append(self._names.get(event.body, ""))
        return " · ".join(part for part in parts if part)

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> Any:
        row = self.rows[index.row()]
        if role == EVENT:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row if isinstance(row, str) else self._spoken(row)
        return None

    def _spoken(self, event: Event) -> str:
        standing = event.standing()
        parts = (event.told_day(), event.name, self.below(event), standing[0] if standing else "")
        return ", ".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class _Lines(QStyledItemDelegate):
    """Paints a heading, or the day, the sign, the name and the state of a record."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(EVENT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect).adjusted(PAD, 0, -PAD, 0)
        if isinstance(row, str):
            self._write(painter, room.adjusted(0, 10, 0, 0), row, "text", 11, bold=True)
            painter.setPen(look.color("line"))
            painter.drawLine(room.bottomLeft(), room.bottomRight())
        else:
            self._event(painter, option, room, row, index)
        painter.restore()

    def _event(self, painter: QPainter, option: QStyleOptionViewItem, room: QRectF, event: Event, index: Index) -> None:
        ground = QRectF(option.rect).adjusted(4, 2, -4, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(
                look.color("accent") if option.state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen
            )
            painter.setBrush(look.color("sel"))
            painter.drawRoundedRect(ground, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("raised"))
            painter.drawRoundedRect(ground, 6, 6)
        standing = event.standing()
        if standing and standing[1] in TONES:
            width = min(float(pill_width(*standing, option.font)), room.width() / 3)
            place = QRectF(room.right() - width, room.y(), width, room.height())
            paint_pill(painter, place, standing[0], standing[1], option.font)
            room.setRight(place.left() - 12)
        self._write(painter, QRectF(room.x(), room.y(), DAY, LINE), days.text(event.day), "muted", 9.5)
        sign = QRectF(room.x() + DAY, room.center().y() - SIGN / 2, SIGN, SIGN)
        look.icon(PAGES[event.page].icon, "accent", SIGN).paint(painter, sign.toRect())
        room.setLeft(sign.right() + 12)
        self._write(painter, QRectF(room.x(), room.y() + 6, room.width(), 20), event.name, "text", 10)
        model = index.model()
        told = model.below(event) if isinstance(model, Timeline) else ""
        self._write(painter, QRectF(room.x(), room.y() + 26, room.width(), 18), told, "muted", 9)

    @staticmethod
    def _write(painter: QPainter, place: QRectF, text: str, colour: str, size: float, bold: bool = False) -> None:
        font = look.window_font(size)
        if bold:
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.color(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class TimelineView(QListView):
    """The list on the page; ``opened`` carries kind and number of a record."""

    opened = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.timeline = Timeline(self)
        self.setModel(self.timeline)
        self.setItemDelegate(_Lines(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView { border: 0; background: transparent; }")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say_on(self, accessible_name=mark("Timeline"))
        self.activated.connect(self._open)

    def show_events(self, told: Relations, page: str) -> None:
        """Show events, standing on the record on which one stood."""
        before = self.current()
        self.timeline.show_events(told, page)
        places = [n for n, row in enumerate(self.timeline.rows) if isinstance(row, Event)]
        same = (n for n in places if before and (row := self.timeline.rows[n]) == before and row)
        place = next(same, places[0] if places else -1)
        if place >= 0:
            self.setCurrentIndex(self.timeline.index(place))

    def current(self) -> Event | None:
        """Give the record under the cursor."""
        row = self.currentIndex().data(EVENT) if self.currentIndex().isValid() else None
        return row if isinstance(row, Event) else None

    def _open(self, index: QModelIndex) -> None:
        row = index.data(EVENT)
        if isinstance(row, Event):
            self.opened.emit(row.page, row.id)
