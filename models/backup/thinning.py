"""Which copies stay: the newest, one of each day, week and month, and for a while those made for a reason."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from models import vault
from models.backup import accounts, files

NEWEST = 3
DAYS, WEEKS, MONTHS = 7, 4, 12
SPECIAL = timedelta(days=90)
"""So long a copy stays that was made before a restore or an update, or by hand."""
HALF = timedelta(hours=1)
"""What is half written and older than this is written by nobody any more, nor named by a copy just being made."""
ROUTINE = ("close", "work", "day")


def moment_of(copy: Path) -> datetime | None:
    """Read from its name when a copy was made; None where it is named otherwise."""
    parts = copy.stem.rsplit("-", 4)
    with suppress(ValueError, IndexError):
        return datetime.strptime("-".join(parts[-4:-1]), "%Y%m%d-%H%M%S-%f")
    # A reason may have a hyphen of its own: before-restore.
    parts = copy.stem.rsplit("-", 5)
    with suppress(ValueError, IndexError):
        return datetime.strptime("-".join(parts[-5:-2]), "%Y%m%d-%H%M%S-%f")
    return None


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Give the moments of the routine copies that stay: of each day, week and month the last one."""
    newest_first = sorted(moments, reverse=True)
    found = set(newest_first[:NEWEST])
    units: tuple[tuple[int, Callable[[datetime], Any]], ...] = (
        (DAYS, lambda each: each.date()),
        (WEEKS, lambda each: each.isocalendar()[:2]),
        (MONTHS, lambda each: (each.year, each.month)),
    )
    for most, unit in units:
        lasts: dict[Any, datetime] = {}
        for each in newest_first:
            lasts.setdefault(unit(each), each)
        found |= set(list(lasts.values())[:most])
    return found


def thin(folder: Path, now: datetime) -> None:
    """Take away the copies that need not stay, and the contents that only they named.

    Called after a good copy was made, never before: bad times must not eat the good copies. What was made while the
    clock was ahead stays until its day comes and takes the place of no other; so does what another program holds.
    """
    told_in = ((copy, moment_of(copy)) for copy in folder.glob("*.db"))
    dated = {copy: moment for copy, moment in told_in if moment and moment <= now}
    routine = {copy: moment for copy, moment in dated.items() if copy.stem.endswith(ROUTINE)}
    staying = kept(routine.values())
    for copy, moment in dated.items():
        if (moment not in staying) if copy in routine else (now - moment > SPECIAL):
            with suppress(OSError):
                remove(copy)
    told = [accounts.account_of(copy) for copy in folder.glob("*.db")]
    swept = list(folder.glob("*.part"))
    if all(told):  # of a copy without an account it is not known which contents it names
        swept += files.unnamed(folder, {name for account in told if account for name in account.files})
    for each in swept:  # left by a program that died, or by copies that are gone; what is being written is younger
        with suppress(OSError):
            if now.timestamp() - each.stat().st_mtime > HALF.total_seconds():
                each.unlink()


def remove(copy: Path) -> None:
    """Take a copy away with its key file and its account; the contents it names go with the next thinning."""
    vault.remove_with(copy)
    accounts.forget(copy)
