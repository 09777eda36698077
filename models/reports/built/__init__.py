"""Reports that the office puts together itself, and keeps as presets."""

from models.reports.built.choosing import Offered, columns_of, groupings_of
from models.reports.built.description import KINDS, Built, complaints
from models.reports.built.keeping import (
    Unreadable,
    forget,
    keep,
    of_kept,
    presets,
    proposed_name,
    rename,
    to_keep,
    unreadable,
)
from models.reports.built.making import built

__all__ = [
    "KINDS",
    "Built",
    "Offered",
    "Unreadable",
    "built",
    "columns_of",
    "complaints",
    "forget",
    "groupings_of",
    "keep",
    "of_kept",
    "presets",
    "proposed_name",
    "rename",
    "to_keep",
    "unreadable",
]
