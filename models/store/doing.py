"""Deeds: what a person does in one go. All rows of history of one transaction belong to one deed, named in words."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from models import engine, history, preferences
from models.history import FieldChange
from models.store import wording
from models.store.wording import Said


@dataclass(frozen=True)
class Deed:
    """One deed: when, by whom, in words as they were kept; what it takes back, and what took it back."""

    id: int
    at: str
    who: str
    said: Said
    undoes: int | None
    undone_by: int | None

    def text(self, language: str | None = None) -> str:
        """Name it: "Changed delegation “…”: end day"."""
        return wording.tell(self.said, language)

    @property
    def final(self) -> bool:
        """Tell whether it is of those that are never taken back."""
        return wording.is_final(self.said)

    def told(self) -> str:
        """Say that it was done just now."""
        return wording.just_done(self.said)


@dataclass(frozen=True)
class _Doing:
    """The deed of the running transaction, as far as it went."""

    number: int | None = None
    said: Said | None = None  # the words that the caller gave
    first: Said | None = None  # those of the first change, where the caller gave none
    undoes: int | None = None
    who: str = ""  # asked once: a deed of a thousand records has one author


class _Own(threading.local):
    doing: _Doing | None = None


_own = _Own()  # each thread writes in a transaction of its own


@contextmanager
def one() -> Iterator[None]:
    """Gather what is written inside into one deed; what fails inside is forgotten with its transaction."""
    before = _own.doing
    _own.doing = before or _Doing()
    try:
        yield
        if before is None:
            _finish(_own.doing)
    except BaseException:
        _own.doing = before
        raise
    if before is None:
        _own.doing = None


def name(said: Said, undoes: int | None = None) -> None:
    """Name the deed of the running transaction, where nobody did before; say which deed it takes back."""
    assert _own.doing is not None, "inside a transaction"
    if _own.doing.said is None:
        _own.doing = replace(_own.doing, said=said, undoes=undoes)


def who() -> str:
    """Give the name under which what the person does now is written down."""
    doing = _own.doing
    if doing is None:
        return preferences.author()
    if not doing.who:
        doing = _own.doing = replace(doing, who=preferences.author())
    return doing.who


def number() -> int:
    """Give the deed of the running transaction, made where there is none yet."""
    doing = _own.doing
    assert doing is not None, "inside a transaction"
    if doing.number is None:
        asked = "INSERT INTO deed (at, who, words, undoes) VALUES (?, ?, '', ?) RETURNING id"
        author = who()
        made = engine.rows(asked, (history.now(), author, doing.undoes))[0][0]
        doing = _own.doing = replace(doing, number=made, who=author)
    assert doing.number is not None
    return doing.number


def write_down(
    verb: str,
    kind: str,
    record: int,
    version: int,
    changes: list[FieldChange],
    note: str | None,
    words: Callable[[], Said],
) -> None:
    """Write one row of history as a part of the running deed; ``words`` name it where it stays the only one."""
    history.write(who(), verb, kind, record, version, changes, note, number())
    doing = _own.doing
    assert doing is not None
    if doing.first is None and doing.said is None:
        _own.doing = replace(doing, first=words())


def _finish(doing: _Doing) -> None:
    if doing.number is None:
        return
    said = doing.said
    if said is None:
        assert doing.first is not None
        asked = "SELECT deed, count(DISTINCT kind || ':' || record) FROM change WHERE deed_id = ? GROUP BY deed"
        counts = dict(engine.rows(asked, (doing.number,)))
        said = wording.of_several(counts, doing.first) if sum(counts.values()) > 1 else doing.first
    words = json.dumps(said, ensure_ascii=False)
    engine.execute("UPDATE deed SET words = ? WHERE id = ?", (words, doing.number))


_COLUMNS = "id, at, who, words, undoes, undone_by"


def read(where: str, values: tuple[Any, ...] = (), ask: Callable[..., list[Any]] = engine.rows) -> list[Deed]:
    """Give deeds by a condition with its order; ``ask`` asks another file than the open office."""
    asked = f"SELECT {_COLUMNS} FROM deed WHERE {where}"
    found = ask(asked, values) if values else ask(asked)
    return [Deed(number, at, who, json.loads(words), *rest) for number, at, who, words, *rest in found]


def deeds(limit: int = 50) -> list[Deed]:
    """Give what was done, the newest first; undoing and redoing are no lines of their own."""
    return read("undoes IS NULL ORDER BY id DESC LIMIT ?", (limit,))


def deeds_since(number_: int) -> list[Deed]:
    """Give all that was done after a deed and stands, the newest first."""
    return read("undoes IS NULL AND undone_by IS NULL AND id > ? ORDER BY id DESC", (number_,))


def newest() -> int:
    """Give the number of the newest deed, undoing and redoing among them; 0 where nothing was done yet."""
    return int(engine.rows("SELECT COALESCE(max(id), 0) FROM deed")[0][0])


def deed(number_: int) -> Deed:
    """Give one deed; raise ``LookupError`` where there is none."""
    found = read("id = ?", (number_,))
    if not found:
        raise LookupError(f"deed {number_}")
    return found[0]
