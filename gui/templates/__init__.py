"""Documents from templates: choosing one, and the names that it may use."""

from gui.templates.dialog import TemplateDialog, for_period, for_record
from gui.templates.names import NamesDialog

__all__ = ["NamesDialog", "TemplateDialog", "for_period", "for_record"]
