"""Rules about time as data: declared once, changed by the office, asked by lives, lists and papers."""

from models.rules.casework import NO_COPY, OFFICE, OPEN_ACTIONS
from models.rules.chosen import DEFAULTS, Chosen, chosen, due, is_on, latest, limit, use_office_rules, usual, yearly
from models.rules.declared import RULES
from models.rules.rule import BASES, UNITS, Basis, Rule, Unit

__all__ = [
    "BASES", "DEFAULTS", "NO_COPY", "OFFICE", "OPEN_ACTIONS", "RULES", "UNITS", "Basis", "Chosen", "Rule", "Unit",
    "chosen", "due", "is_on", "latest", "limit", "use_office_rules", "usual", "yearly",
]  # fmt: skip
