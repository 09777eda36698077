"""The search index and the question: every word, any order, marks optional, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from models import engine
from models.fold import cut, fold, tokens

_MANY = 2_000  # records in one question


@dataclass(frozen=True)
class Hit:
    """A found record."""

    kind: str
    record: int


def keep(kind: str, record: int, hi: Iterable[str], lo: Iterable[str]) -> None:
    """Keep the text under which a record is found, inside the running transaction."""
    engine.execute(
        "INSERT INTO search_row (kind, record, hi, lo) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (kind, record) DO UPDATE SET hi = excluded.hi, lo = excluded.lo",
        (kind, record, cut(" · ".join(hi)), cut(" · ".join(lo))),
    )


def add(records: Iterable[tuple[str, int]], words: Iterable[str]) -> None:
    """Let many records be found by further words, in a few questions, inside the running transaction."""
    more = " · " + cut(" · ".join(words))
    kinds: dict[str, list[int]] = {}
    for kind, record in records:
        kinds.setdefault(kind, []).append(record)
    for kind, numbers in kinds.items():
        for part in range(0, len(numbers), _MANY):
            among = ", ".join(map(str, numbers[part : part + _MANY]))
            engine.execute(f"UPDATE search_row SET lo = lo || ? WHERE kind = ? AND record IN ({among})", (more, kind))


def forget(kind: str, record: int) -> None:
    """Take a removed record out of the index."""
    engine.execute("DELETE FROM search_row WHERE kind = ? AND record = ?", (kind, record))


def questions(words: str) -> list[str]:
    """Give the three tiers of a question: the phrase among the names, the phrase anywhere, all words anywhere.

    A name that begins with the phrase comes before those that hold it further on.

    The last word may be unfinished. Every token is quoted: nothing typed can be read as a search command.
    """
    quoted = _asked(words)
    if not quoted:
        return []
    phrase = " + ".join(quoted) + "*"
    everything = " AND ".join([*quoted[:-1], quoted[-1] + "*"])
    loose = " AND ".join(token + "*" for token in quoted)
    names = [f"hi : ^{phrase}", f"hi : {phrase}", phrase]
    return [*names, everything, loose] if len(quoted) > 1 else names


def _asked(words: str) -> list[str]:
    """Quote each word of a question; a run of signs without blanks (云南省) is one phrase, its signs in their order."""
    asked: list[str] = []
    for part in fold(words).split():
        quoted = [f'"{token}"' for token in tokens(part)]
        asked += [" + ".join(quoted)] if quoted and cut(part) != part else quoted
    return asked


def find(words: str, kinds: Iterable[str] = (), limit: int = 50) -> list[Hit]:
    """Give the records found, best tier first and newest first within a tier."""
    kinds = tuple(kinds)
    among = f"AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    asked = (
        f"SELECT kind, record FROM search_index JOIN search_row ON search_row.id = search_index.rowid "
        f"WHERE search_index MATCH ? {among} ORDER BY search_index.rowid DESC LIMIT ?"
    )
    found: dict[Hit, None] = {}
    for question in questions(words):
        for kind, record in engine.rows(asked, (question, *kinds, limit)):
            found.setdefault(Hit(kind, record))
        if len(found) >= limit:
            break
    return list(found)[:limit]


def condition(words: str) -> tuple[str, list[str]]:
    """Give the SQL condition that a list's rows match all words, for use with ``kind`` and the row's id."""
    asked = questions(words)
    if not asked:
        return "", []
    return (
        "IN (SELECT record FROM search_index JOIN search_row ON search_row.id = search_index.rowid "
        "WHERE search_index MATCH ? AND kind = ?)",
        [asked[-1]],
    )
