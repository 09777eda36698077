"""The weekly calendar in the window: looked at, added to, printed."""

from gui.calendar.dialog import CalendarDialog, show_calendar
from gui.calendar.line import LineDialog

__all__ = ["CalendarDialog", "LineDialog", "show_calendar"]
