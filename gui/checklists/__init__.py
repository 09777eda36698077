"""Checklists in the window: actions from a template, those that may move with a visit, and the next of a series."""

from gui.checklists.moving import ShiftDialog, offer_shifts, watch
from gui.checklists.series import tell_next
from gui.checklists.tasks import TasksDialog, make_tasks

__all__ = ["ShiftDialog", "TasksDialog", "make_tasks", "offer_shifts", "tell_next", "watch"]
