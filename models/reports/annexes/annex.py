"""What a statutory annex is: one main register, what stands beside it, its figures and its rule."""

from dataclasses import dataclass

from models.reports.listing import Listing


@dataclass(frozen=True)
class Money:
    """A table by currency: amounts are added within their currency only, and in dong as each was converted.

    ``amount`` and ``dong`` are columns of the register, ``key`` the one with the currency's code; ``wanted`` are the
    facts of the rows that count.
    """

    title: str
    register: str
    amount: str
    dong: str
    key: str
    wanted: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Progress:
    """A table of plan and result: rows of a register by the items of a field, and which facts make columns."""

    title: str
    register: str
    field: str
    key: str
    counted: tuple[str, ...]
    done: str


@dataclass(frozen=True)
class Annex:
    """A list that the office hands in for a period; ``figures`` are the codes of the figures that go with it."""

    name: str
    title: str
    listing: Listing
    rule: str
    figures: tuple[str, ...] = ()
    beside: tuple[Listing, ...] = ()
    payments: bool = False
    members: bool = False
    money: tuple[Money, ...] = ()
    progress: Progress | None = None
    up_to: bool = False
