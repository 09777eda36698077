"""What is done with records from a list or from the pane beside it: copy, remove with a way back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gui import messages
from gui.bin import bring_back
from gui.long_work import do_to_many
from gui.messages import attempt as attempt
from models import store
from models.attached import Rows
from models.kinds import page_named, page_of, rows_of
from models.record import Detail, Entity, Record
from models.text import mark, say, say_n

if TYPE_CHECKING:
    from gui.pages.list_page import ListPage

_REMOVING = mark("Removing")
OWN = frozenset({"earlier"})  # what ties a record to the one before it is no part of a copy
NAMED = 10  # so many of what is removed, and of what is linked with it, are named in a question


def clone(record: Record) -> Record:
    """Make a new, unsaved record like another one, without its number, state and personal details."""
    made = page_of(record).blank()
    _copy(record, made)
    for field in record.asked():
        if isinstance(field, Rows):
            kept: list[Detail] = []
            for row in getattr(record, field.name):
                new = rows_of(field)()
                _copy(row, new)
                kept.append(new)
            setattr(made, field.name, kept)
    return made


def _copy(old: Entity, new: Entity) -> None:
    for field in old.asked():
        if not (field.computed or field.personal or field.name in OWN or isinstance(field, Rows)):
            value = old.value(field.name)
            setattr(new, field.name, list(value) if isinstance(value, list) else value)


def purge(parent: QWidget, record: Record) -> bool:
    """Purge the personal details of a record and its rows for good, once the person has agreed."""
    title = say(mark("Purge personal details"))
    words = say(
        mark(
            "Passport numbers, birth dates, telephones and e-mail addresses of “{name}” go for good, also from its "
            "history. This cannot be undone; backups made before still hold them."
        )
    ).format(name=record.heading)
    buttons = {"purge": say(mark("Purge")), "cancel": say(mark("Cancel", "dialog"))}
    if messages.ask(parent, title, words, buttons, danger="purge") != "purge":
        return False
    return attempt(parent, lambda: store.purge_personal(record))


def meant(page: "ListPage") -> list[int]:
    """Give the records to remove: those highlighted or shown beside; where the cursor merely stands, none."""
    shown = page.detail.shown() is not None and page.detail.isVisible()
    return page.chosen_ids() if shown or page.view.count_selected() else []


def go_on_at(page: "ListPage", number: int | None) -> None:
    """Put the cursor on a record without choosing it, so that the next key removes nothing that nobody chose."""
    page.view.stand_on(number)
    page.hide_detail()


def remove(parent: QWidget, kind: str, numbers: Sequence[int], then: Callable[[], None] = lambda: None) -> None:
    """Put records into the bin and call ``then`` once they are there.

    One that is linked with nothing goes without a question; several, and one with links, only once the person agreed.
    """
    records = [each for each in (store.load(kind, number) for number in numbers) if not each.removed_at]
    if not records or not attempt(parent, lambda: store.refuse_removal(*records)):
        return
    tied = {each for record in records for each in store.ties(record) if each[0] != "office"}
    tied -= {(kind, number) for number in numbers}
    if (tied or len(records) > 1) and not _agreed(parent, records, sorted(tied)):
        return
    n = len(records)
    words = say_n("Removing {n} record", "Removing {n} records", n).format(n=n)
    do_to_many(parent, _REMOVING, words, n, partial(store.remove_all, records), lambda done: then() if done else None)


def _agreed(parent: QWidget, records: list[Record], tied: list[tuple[str, int]]) -> bool:
    n = len(records)
    lines = [say_n("Remove this record?", "Remove these {n} records?", n).format(n=n), ""]
    lines += _told([(page_of(each).one, each.kind, each.id) for each in records[:NAMED]], n)
    if tied:
        told = say_n("{n} record is linked with it and stays:", "{n} linked records stay:", len(tied))
        lines += ["", told.format(n=len(tied)), ""]
        lines += _told([(page_named(kind).one, kind, number) for kind, number in tied[:NAMED]], len(tied))
    lines += ["", say(mark("What is removed goes to the bin with its links and can be brought back."))]
    words = say_n("&Remove", "&Remove {n} records", n).format(n=n)
    buttons = {"remove": words, "keep": say(mark("&Keep"))}
    text = "\n".join(lines)
    return messages.ask(parent, say(mark("Remove?")), text, buttons, kind="warning", danger="remove") == "remove"


def _told(named: list[tuple[str, str, int]], whole: int) -> list[str]:
    """Name records by the word for their kind, their code and name, and say how many more there are."""
    known = {kind: store.headings(kind, [n for _, each, n in named if each == kind]) for _, kind, _ in named}
    lines = []
    for words, kind, number in named:
        code, name = known[kind].get(number, ("", ""))
        lines.append(f"• {say(words)}: {f'{code} {name}'.strip()}")
    more = whole - len(named)
    return lines + (["• " + say_n("and {n} more", "and {n} more", more).format(n=more)] if more > 0 else [])


def restore(parent: QWidget, kind: str, numbers: Sequence[int]) -> None:
    """Bring records of a kind back from the bin."""
    bring_back(parent, [(kind, number) for number in numbers])
