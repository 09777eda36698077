"""The window of all reports."""

from gui.report_dialog.dialog import Chosen, ReportDialog

__all__ = ["Chosen", "ReportDialog"]
