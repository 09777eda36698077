"""Deadlines and derived states: what is overdue, due soon, expiring or late; computed, never stored."""

from models.deadlines.concerns import CONCERNS, Concern
from models.deadlines.duties import Duty, duties, use_done_duties
from models.deadlines.standing import NEEDED, Standing, copy_due, report_due, standing, standings
from models.rules import DEFAULTS, NO_COPY, OPEN_ACTIONS, RULES, due, is_on, latest, limit, use_office_rules

__all__ = [
    "CONCERNS", "DEFAULTS", "NEEDED", "NO_COPY", "OPEN_ACTIONS", "RULES", "Concern", "Duty", "Standing", "copy_due",
    "due", "duties", "is_on", "latest", "limit", "report_due", "standing", "standings", "use_done_duties",
    "use_office_rules",
]  # fmt: skip
