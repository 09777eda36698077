"""Forms: the page on which a record is entered, and the box in which it takes its next step."""

from gui.forms.page import FormPage
from gui.forms.steps import StepDialog, take_step

__all__ = ["FormPage", "StepDialog", "take_step"]
