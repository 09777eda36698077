"""The box in which the office puts together a report of its own."""

from gui.report_dialog.builder.dialog import BuilderDialog

__all__ = ["BuilderDialog"]
