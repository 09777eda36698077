"""From minutes to work: pasted text becomes conclusions, conclusions become tasks."""

from gui.minutes.assigning import AssignDialog, give_task
from gui.minutes.dialog import MinutesDialog, split_minutes
from gui.minutes.keeping import MINUTES

__all__ = ["MINUTES", "AssignDialog", "MinutesDialog", "give_task", "split_minutes"]
