"""Vietnam's public holidays from the kept library, remembered in a small file because the library is slow to come."""

import json
from dataclasses import dataclass
from pathlib import Path

from models import preferences

# The pinned version of the library: another one knows other swaps, so its days lie in another file.
LIBRARY = "0.108"


@dataclass(frozen=True)
class Calendar:
    """A year's days off with their Vietnamese names, and the weekend days worked instead; days are ISO text."""

    off: dict[str, str]
    worked: tuple[str, ...]


def of_year(year: int) -> Calendar:
    """Give the days of a year; one that this computer never asked for is worked out and remembered."""
    known = _remembered()
    told = known.get(str(year))
    if told is None:
        told = _from_library(year)
        _remember(known | {str(year): told})
    return Calendar(told["off"], tuple(told["worked"]))


def _file() -> Path:
    return preferences.folder() / f"holidays-{LIBRARY}.json"


def _remembered() -> dict[str, dict]:
    """Give what was worked out before; a file that cannot be read, or is not ours, counts as nothing."""
    try:
        told = json.loads(_file().read_text(encoding="utf-8"))
        sound = isinstance(told, dict) and all({"off", "worked"} <= set(each) for each in told.values())
    except (OSError, ValueError, TypeError):
        return {}
    return told if sound else {}


def _remember(known: dict[str, dict]) -> None:
    draft = _file().with_suffix(".new")
    try:
        draft.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
        draft.replace(_file())
    except OSError:
        return  # nothing is lost: the next start works them out again


def _from_library(year: int) -> dict:
    # Imported here: the library knows every country of the world and takes a third of a second.
    from holidays.countries.vietnam import Vietnam

    told = Vietnam(years=year, language="vi")
    worked = sorted(day.isoformat() for day in told.weekend_workdays if day.year == year)
    return {"off": {day.isoformat(): name for day, name in sorted(told.items())}, "worked": worked}
