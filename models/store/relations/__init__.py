"""Everything that the office has to do with one partner, person or unit, on one timeline."""

from models.store.relations.events import Event
from models.store.relations.reading import BODIES, included, read
from models.store.relations.told import NOTHING, Body, Relations, Title, ago, told_persons

__all__ = ["BODIES", "NOTHING", "Body", "Event", "Relations", "Title", "ago", "included", "read", "told_persons"]
