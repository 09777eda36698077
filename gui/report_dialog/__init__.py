"""The box of the annual report."""

from gui.report_dialog.dialog import ReportDialog

__all__ = ["ReportDialog"]
