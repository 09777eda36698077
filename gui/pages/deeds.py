"""What is done with records from a list or from the pane beside it: copy, remove with a way back."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from gui import messages
from models import store
from models.attached import Rows
from models.kinds import KINDS, page_of, rows_of
from models.record import Detail, Entity, Record
from models.store import Closed, Refused, SaveFailed, Stale
from models.text import mark, say, say_n

OWN = frozenset({"earlier"})  # what ties a record to the one before it is no part of a copy
NAMED = 10  # this many linked records are named in a question


def attempt(parent: QWidget, deed: Callable[[], object]) -> bool:
    """Do something that the data may refuse; say why where it does, and tell whether it was done."""
    try:
        deed()
    except LookupError:
        messages.tell(parent, say(mark("Not done")), say(mark("This record is no longer there.")), kind="warning")
    except (Refused, Stale, Closed, SaveFailed) as error:
        messages.tell(parent, say(mark("Not done")), str(error), kind="warning")
    else:
        return True
    return False


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


def remove(parent: QWidget, kind: str, numbers: Sequence[int]) -> list[Record]:
    """Put records into the bin; ask first only where others hang on them. Gives those removed."""
    records = [store.load(kind, number) for number in numbers]
    hanging = {each for record in records for each in store.hanging(record)}
    hanging -= {(kind, number) for number in numbers}
    if hanging and not _agreed(parent, records, sorted(hanging)):
        return []
    gone: list[Record] = []
    for record in records:
        if not attempt(parent, lambda record=record: store.remove(record)):  # type: ignore[misc]
            break
        gone.append(record)
    return gone


def _agreed(parent: QWidget, records: list[Record], hanging: list[tuple[str, int]]) -> bool:
    lines = []
    for kind in dict.fromkeys(kind for kind, _ in hanging[:NAMED]):
        names = store.names(kind, [number for each, number in hanging[:NAMED] if each == kind])
        lines += [f"• {words_for(kind)}: {name}" for name in names.values()]
    if len(hanging) > NAMED:
        more = len(hanging) - NAMED
        lines.append("• " + say_n("and {n} more", "and {n} more", more).format(n=more))
    told = say_n(
        "{n} record is linked with what you want to remove:",
        "{n} records are linked with what you want to remove:",
        len(hanging),
    ).format(n=len(hanging))
    after = say(mark("They stay and keep the name. The removed record goes to the bin and can be brought back."))
    words = say_n("&Remove", "&Remove {n} records", len(records)).format(n=len(records))
    buttons = {"remove": words, "keep": say(mark("&Keep"))}
    text = "\n".join([told, "", *lines, "", after])
    return messages.ask(parent, say(mark("Remove?")), text, buttons, kind="warning", danger="remove") == "remove"


def words_for(kind: str) -> str:
    """Give the word for one record of a kind."""
    from models.kinds import page_named

    return say(page_named(kind).one) if kind != "office" else say(KINDS[kind].sections["name"])


def restore(parent: QWidget, kind: str, numbers: Sequence[int]) -> bool:
    """Bring records back from the bin."""

    def bring_back() -> None:
        for number in numbers:
            store.restore(store.load(kind, number))

    return attempt(parent, bring_back)
