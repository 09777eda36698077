"""From minutes to work: pasted text becomes conclusions, conclusions become tasks."""

from gui.minutes.assigning import AssignDialog, give_task
from gui.minutes.dialog import MinutesDialog, split_minutes

__all__ = ["AssignDialog", "MinutesDialog", "give_task", "split_minutes"]
