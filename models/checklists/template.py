"""What a checklist is made of: tasks with a distance from a day of the record, and who leads each."""

from dataclasses import dataclass
from typing import Any

# Pages that have checklists, and the days of their records from which tasks may be counted.
ANCHORS: dict[str, tuple[str, ...]] = {
    "inbound": ("starts", "ends"),
    "outbound": ("starts", "ends"),
    "session": ("starts", "ends", "minutes_signed_on"),
    "agreement": ("signed_on", "opinion_asked_on", "effective_on", "valid_until"),
    "conference": ("starts", "ends"),
    "exchange": ("starts", "ends"),
    "training": ("starts", "ends"),
    "aid": ("starts", "ends", "approval_date"),
}
# Fields that name the unit which leads a task; without one of them it is the office's own unit.
LEADS: dict[str, tuple[str, ...]] = {
    "inbound": ("host_units",),
    "outbound": ("requesting_unit",),
    "agreement": ("proposer",),
    "conference": ("organiser",),
    "aid": ("owner_unit",),
}
OWN = ""  # the office's own unit leads


@dataclass(frozen=True)
class Item:
    """One task of a template: so many days after a day of the record, or before it with a minus.

    ``lead`` is a field of the record, ``unit:7`` for a unit of the register, or nothing for the office's own unit.
    """

    words: str
    anchor: str
    days: int
    working: bool = False
    lead: str = OWN

    def plain(self) -> list[Any]:
        """Give what a setting can hold."""
        return [self.words, self.anchor, self.days, self.working, self.lead]


@dataclass(frozen=True)
class Template:
    """A checklist for the records of one page; the words of a shipped one are marked, those of the office its own."""

    code: str
    page: str
    title: str
    items: tuple[Item, ...]

    def plain(self) -> dict[str, Any]:
        """Give what a setting can hold."""
        return {"page": self.page, "title": self.title, "items": [each.plain() for each in self.items]}


def read(code: str, told: dict[str, Any]) -> Template:
    """Read a template from a setting."""
    return Template(code, told["page"], told["title"], tuple(Item(*each) for each in told["items"]))
