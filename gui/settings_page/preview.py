"""What a backup holds beside what is here now, in words: shown before it is restored."""

from collections.abc import Sequence
from pathlib import Path

from models import backup, days
from models.kinds import page_named
from models.reading import show_number
from models.store import Deed
from models.store.compared import Compared, Number
from models.text import mark, say, say_n

ALTERED = mark(
    "Attention: this is no longer the file that was made. It can be read, but the disk or somebody changed it since, "
    "so what it holds may not be what the office held. Take another backup where you have one."
)
_SAME = mark("• All kinds of records: as many as now")
_OTHERS = mark("• The other kinds of records: as many as now")
TOLD = 5  # so many deeds of either side are told


def preview(copy: Path, found: Compared) -> str:
    """Say when a backup was made, which numbers differ, and what a restore would bring and take."""
    made = backup.made_at(copy)
    return "\n".join(
        [
            *([say(ALTERED), ""] if found.altered else []),
            say("Backup of {moment}:").format(moment=f"{made:%d/%m/%Y %H:%M}"),
            "",
            *_numbers(found),
            *_brought(found),
            *_taken(found),
            "",
            say("What is here now is saved first as a backup of its own, so that you can go back."),
        ]
    )


def _numbers(found: Compared) -> list[str]:
    """Name the kinds whose numbers differ; the others in one line."""
    words = say("• {name}: {then} in the backup, {now} now")
    lines = [
        words.format(name=say(page_named(kind).title), then=_number(then), now=_number(found.now[kind]))
        for kind, then in found.then.items()
        if then != found.now[kind]
    ]
    return [*lines, say(_OTHERS if lines else _SAME)]


def _number(number: Number) -> str:
    told = show_number(number.standing)
    if not number.binned:
        return told
    return say(mark("{n} (and {binned} in the bin)")).format(n=told, binned=show_number(number.binned))


def _brought(found: Compared) -> list[str]:
    n = len(found.only_then)
    if found.only_now:
        words = say_n("The backup has {n} step that is not here:", "The backup has {n} steps that are not here:", n)
    else:
        words = say_n(
            "This backup is newer than what is here; it has {n} step more:",
            "This backup is newer than what is here; it has {n} steps more:",
            n,
        )
    return _deeds(words.format(n=n), found.only_then)


def _taken(found: Compared) -> list[str]:
    n = len(found.only_now)
    words = say_n(
        "{n} step is only in what is here now, and goes:", "{n} steps are only in what is here now, and go:", n
    )
    return _deeds(words.format(n=n), found.only_now)


def _deeds(head: str, deeds: Sequence[Deed]) -> list[str]:
    """Tell the newest deeds under a head, and how many more there are."""
    if not deeds:
        return []
    more = len(deeds) - TOLD
    rest = ["• " + say_n("and {n} more step", "and {n} more steps", more).format(n=more)] if more > 0 else []
    return ["", head, *(f"• {days.moment(deed.at)}: {deed.text()}" for deed in deeds[:TOLD]), *rest]
