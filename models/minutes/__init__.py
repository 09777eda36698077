"""Pasted minutes become points that a person confirms as conclusions; not a word of them is lost."""

from models.minutes.naming import field_in, responsible
from models.minutes.points import Point, join, part, split

__all__ = ["Point", "field_in", "join", "part", "responsible", "split"]
