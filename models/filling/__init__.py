"""What the office's own templates may name, and what came of filling one; Word and Excel share all of it."""

from models.filling.about import every_name, of_period, of_record
from models.filling.guard import TemplateRefused, open_safely
from models.filling.naming import FIELD, Listing, Name, Names, Value, key
from models.filling.outcome import Filled, Gathered

__all__ = [
    "FIELD",
    "Filled",
    "Gathered",
    "Listing",
    "Name",
    "Names",
    "TemplateRefused",
    "Value",
    "every_name",
    "key",
    "of_period",
    "of_record",
    "open_safely",
]
