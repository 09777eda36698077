"""The box of the annual report."""

from gui.report_dialog.dialog import Chosen, ReportDialog

__all__ = ["Chosen", "ReportDialog"]
