"""The page of a partner, a person or a unit: everything that the office has to do with it."""

from gui.relations.page import RelationsPage

__all__ = ["RelationsPage"]
