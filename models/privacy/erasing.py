"""Erasing a person's details on request: what is personal goes everywhere, what official acts need is told."""

from dataclasses import dataclass

from models.delegations import Delegation
from models.people import Person
from models.privacy.held import Held, drafts_of, former_rows, held_about, member_rows
from models.store import saving, wording
from models.store.reading import load
from models.text import mark, say, say_n

_REASON = mark("Erased on request")
_NAME = mark(
    "The name and the titles held then stay where they are part of an official act ({n} records), and in their history."
)
_FILES = mark("Attached files stay as they are: take out by hand those that must not be kept ({n} name the person).")
_REPORTS = mark("Reports that were handed in stay as they were handed in ({n}).")
_BACKUPS = mark("Backups made before still hold everything until they are thinned out ({n} now).")
_NAMESAKES = mark("The same name, not linked with this person, stands in {n} delegations: they were left alone.")
_DRAFTS = mark("Forms not saved that name the person stay until somebody gives them up ({n}).")


@dataclass(frozen=True)
class Erased:
    """How many fields were emptied in how many records, and a sentence for everything that stays."""

    fields: int
    records: int
    stays: tuple[str, ...]

    def __str__(self) -> str:
        """Say it."""
        told = say_n("{n} personal detail was erased.", "{n} personal details were erased.", self.fields)
        return "\n".join([told.format(n=self.fields), *(f"• {each}" for each in self.stays)])


def erase(person: Person) -> Erased:
    """Erase the personal details of a person in all records and their history, in one transaction.

    Raises ``Closed`` or ``SaveFailed``; then nothing was erased.
    """
    rows: dict[int, set[str]] = former_rows(person)
    for number, row in member_rows(person):
        rows.setdefault(number, set()).add(row.uuid)
    reason, emptied = say(_REASON), []
    words, values = wording.of_record(person, "purge", [])
    with saving.together(words, **values):
        emptied.append(saving.purge_personal(person, reason))
        for number, only in rows.items():
            emptied.append(saving.purge_personal(load(Delegation.kind, number), reason, only))
    return Erased(sum(emptied), sum(1 for each in emptied if each), what_stays(held_about(person)))


def what_stays(held: Held) -> tuple[str, ...]:
    """Say what erasing cannot or must not take away."""
    told = (
        (_NAME, len(held.member_of) + len(held.named_in)),
        (_FILES, len(held.files)),
        (_NAMESAKES, len(held.namesakes)),
        (_DRAFTS, sum(1 for each in drafts_of(held.person) if each.record != held.person.id)),
        (_REPORTS, held.reports),
        (_BACKUPS, held.backups),
    )
    return tuple(say(words).format(n=n) for words, n in told if n)
