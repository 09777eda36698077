"""Why a report could not be made, in one sentence."""

from models import engine
from models.errors import SENTENCES, OfficeRefused, Refused
from models.text import say


def sentence(fault: Exception) -> str:
    """Give the sentence of a refusal; what is none is a fault of the program and is raised again."""
    if isinstance(fault, Refused):
        return "\n".join(each.text() for each in fault.complaints)
    if isinstance(fault, OfficeRefused | LookupError):
        return str(fault)
    if isinstance(fault, engine.DatabaseError):
        return say(SENTENCES[engine.cause(fault)])
    raise fault
