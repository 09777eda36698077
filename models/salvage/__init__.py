"""Saving what can still be read of a damaged office into a new file; the damaged one is only read."""

from models.salvage.filling import Salvaged, Survey, salvage, survey

__all__ = ["Salvaged", "Survey", "salvage", "survey"]
