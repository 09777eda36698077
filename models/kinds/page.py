"""A page: the view on a kind with its words, columns and order."""

from dataclasses import dataclass, field
from typing import Any

from models import delegations
from models.delegations import Delegation
from models.fields import Described
from models.record import Numbered, Record


@dataclass(frozen=True)
class Page:
    """A view on a kind: which records, under which words, with which columns."""

    name: str
    record: type[Record]
    title: str
    one: str
    new: str
    icon: str
    group: str
    fixed: dict[str, Any] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    sort: str = "id"

    def blank(self) -> Record:
        """Make a new record of this page."""
        return self.record.blank(**self.fixed)

    def columns(self) -> list[Described]:
        """Give the fields that a list shows."""
        return [each for each in self.fields() if each.listed]

    def fields(self) -> list[Described]:
        """Give all fields that concern this page."""
        return [
            each for each in self.record.described() if each.name not in self.hidden and each.name not in self.fixed
        ]

    def label(self, each: Described) -> str:
        """Give the label of a field on this page."""
        if self.record is Delegation:
            return delegations.labels(self.fixed.get("direction")).get(each.name, each.label)
        return each.label

    @property
    def numbered(self) -> bool:
        """Tell whether the records have codes and states."""
        return issubclass(self.record, Numbered)
