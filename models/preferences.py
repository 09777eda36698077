"""What one person chose on one computer: language, theme, name, offices opened lately."""

import getpass
import json
import os
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

RECENT = 8
SECOND = "second_place"


def folder() -> Path:
    """Give the folder of the program's own data, made where it is missing; BANG_GIAO_HOME moves it."""
    return _made(os.environ.get("BANG_GIAO_HOME"))


@cache
def _made(told: str | None) -> Path:
    if told:
        place = Path(told)
    else:
        from platformdirs import user_data_path

        place = user_data_path("BangGiao", appauthor=False)
    place.mkdir(parents=True, exist_ok=True)
    return place


def second_place() -> Path | None:
    """Give the folder elsewhere, chosen on this computer, that gets every backup too."""
    told = get(SECOND)
    return Path(told) if told else None


def default_office() -> Path:
    """Give the office that opens where none was named."""
    return folder() / "bang-giao.db"


def _file() -> Path:
    return folder() / "preferences.json"


def all_of_them() -> dict[str, Any]:
    """Give everything chosen; a damaged file counts as nothing chosen and is kept aside."""
    try:
        return dict(_read(_file(), _file().stat().st_mtime_ns))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        with suppress(OSError):  # where it cannot even be put aside, it still counts as nothing chosen
            _file().replace(_file().with_suffix(".damaged"))
        return {}


@lru_cache(maxsize=1)
def _read(file: Path, _changed: int) -> dict[str, Any]:
    """Read the file once for each moment at which it was written; every save asks who writes."""
    told = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(told, dict):
        raise ValueError("these are no choices")
    return told


def get(name: str, default: Any = None) -> Any:
    """Give one choice; one that is of another kind than the default counts as not made."""
    told = all_of_them().get(name, default)
    return told if default is None or isinstance(told, type(default)) else default


def put(name: str, value: Any) -> None:
    """Keep one choice."""
    chosen = all_of_them() | {name: value}
    draft = _file().with_suffix(".new")
    draft.write_text(json.dumps(chosen, ensure_ascii=False, indent=1), encoding="utf-8")
    draft.replace(_file())


def remember(name: str, value: Any) -> None:
    """Keep what was chosen in passing; where the disk takes nothing it is forgotten, and nothing stops for it."""
    with suppress(OSError):
        put(name, value)


def who() -> str:
    """Give the name of the person: the one from Settings, else the account's."""
    return get("who") or account()


def account() -> str:
    """Give the account of the operating system, which may have no name (a scheduler, a container)."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "?"


def author() -> str:
    """Give who history says it was: the name from Settings with the account it was written under."""
    name, used = who(), account()
    return name if name == used else f"{name} ({used})"


def remember_office(path: Path) -> None:
    """Put an office first among those opened lately."""
    remember("recent", [str(path), *(each for each in get("recent", []) if each != str(path))][:RECENT])
