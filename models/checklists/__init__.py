"""Checklists: templates that make the actions of a visit, a session or a signing, and move them when its day moves."""

from models.checklists.keeping import forget, keep, new_code, offered, restore, templates
from models.checklists.moving import Shift, move, shifts
from models.checklists.planning import Task, carry_out, due_day, plan, remark
from models.checklists.template import ANCHORS, LEADS, Item, Template

__all__ = [
    "ANCHORS",
    "LEADS",
    "Item",
    "Shift",
    "Task",
    "Template",
    "carry_out",
    "due_day",
    "forget",
    "keep",
    "move",
    "new_code",
    "offered",
    "plan",
    "remark",
    "restore",
    "shifts",
    "templates",
]
