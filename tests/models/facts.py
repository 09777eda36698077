"""The walk through the facts of the five articles: each is asked of the sample offices as a user would ask.

``python -m tests.models.facts`` prints the whole table. The facts stand in facts.json beside this file: what is told,
and what answers it: a figure of ``summary``, a record found by its words, a list, or that something is not there.
"""

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from models import days, deadlines, options, sample, search, store
from models.attached import Links, Rows
from models.fields import Link
from models.record import Record
from models.reports.figures import Figure
from models.reports.indicators import summary
from models.reports.periods import Period

ROWS = re.compile(r"(\w+)(?:\[(\w+)=(.+)\])?(?:\.(\w+))?")
TOLD: list[dict[str, Any]] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))


@dataclass
class Answer:
    """What the program says to one question, and what is wrong with it; nothing wrong where it is right."""

    words: str
    faults: list[str] = field(default_factory=list)


def walk(files: dict[str, Path]) -> dict[str, list[Answer]]:
    """Ask both offices for every fact; give the answers by the number of the fact."""
    found: dict[str, list[Answer]] = {row["no"]: [] for row in TOLD}
    for name, path in files.items():
        with store.session(path, read_only=True), days.as_of(date.fromisoformat(sample.DAY)):
            asked = _Office(name)
            for row in TOLD:
                found[row["no"]] += asked.answer(row)
    return found


def lines(found: dict[str, list[Answer]]) -> Iterator[str]:
    """Write the table: number, fact, answers."""
    for row in TOLD:
        mark = " (narrative)" if row.get("narrative") else " (noise)" if "absent" in row else ""
        yield f"{row['no']:7} {row['fact']}{mark}"
        for answer in found[row["no"]]:
            yield f"        {'FAULT ' + '; '.join(answer.faults) if answer.faults else 'ok'}: {answer.words}"


class _Office:
    """One sample office, open, with the figures it was asked for."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.figures: dict[tuple[str, str], dict[str, Figure]] = {}

    def answer(self, row: dict[str, Any]) -> Iterator[Answer]:
        """Answer what of a fact this office is asked for; what must be absent is asked of both."""
        if "absent" in row:
            yield self._absent(row["absent"])
        for asked in row.get("answers", ()):
            if "absent" in asked:
                yield self._absent(asked["absent"])
            elif "list" in asked and self.name == sample.NAMES[0]:
                codes = [str(each) for each in getattr(options, asked["list"])]
                yield Answer(
                    f"list {asked['list']}: {', '.join(codes)}", [] if codes == asked["codes"] else ["differs"]
                )
            elif asked.get("office") == self.name:
                yield self._figure(asked) if "code" in asked else self._record(asked)

    def _absent(self, words: list[str]) -> Answer:
        hits = [each for each in words if search.find(each)]
        return Answer(f"{self.name}: not there: {'; '.join(words)}", [f"found: {each}" for each in hits])

    def _figure(self, asked: dict[str, Any]) -> Answer:
        span = (asked["first"], asked["last"])
        if span not in self.figures:
            period = Period(*(date.fromisoformat(day) for day in span))
            self.figures[span] = {figure.code: figure for figure in summary(period)}
        figure = self.figures[span].get(asked["code"])
        told = f"{self.name} {asked['code']} {span[0]}..{span[1]}"
        if figure is None:
            return Answer(f"{told}: no such figure", [] if asked["value"] is None else ["missing"])
        upto = getattr(figure, "most", None)
        words = f"{told} = {figure.hedge('vi')} {figure.value}{f' – {upto}' if upto else ''} ({figure.source})"
        wanted, least = asked["value"], asked.get("least", False)
        faults = [] if wanted is not None and _enough(figure.value, wanted, least) else [f"wanted {wanted}"]
        if not least and figure.qualifier != asked["qualifier"]:
            faults.append(f"wanted {asked['qualifier']}, not {figure.qualifier}")
        if "most" in asked and upto != asked["most"]:
            faults.append(f"wanted up to {asked['most']}")
        return Answer(words, faults)

    def _record(self, asked: dict[str, Any]) -> Answer:
        kind = asked["kind"]
        hits = [hit.record for hit in search.find(asked["search"], (kind,))]
        named = store.names(kind, hits)
        for number in hits:
            if asked["name"] in named[number]:
                record = store.load(kind, number)
                if not (faults := _faults(record, asked["holds"])):
                    break
        else:
            what = faults if any(asked["name"] in each for each in named.values()) else ["not found"]
            return Answer(f"{self.name} {kind} “{asked['name']}” by “{asked['search']}”", what)
        kept = "; ".join(f"{path}: {_short(asked['holds'][path])}" for path in asked["holds"])
        return Answer(f"{self.name} {kind} {getattr(record, 'code', '') or ''} “{record.heading[:60]}” {kept}")


def _enough(value: float, wanted: float, least: bool) -> bool:
    return value >= wanted if least else value == wanted


def _short(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _faults(record: Record, holds: dict[str, Any]) -> list[str]:
    """Tell which fields do not hold what the fact says."""
    return [
        f"{path} is {_short(held)[:80]}, wanted {_short(wanted)}"
        for path, wanted in holds.items()
        if not _holds(held := _held(record, path), wanted)
    ]


def _held(record: Record, path: str) -> Any:
    """Give what a field holds: "#parties" how many rows, "parties.name" of each row, of a link the other's name.

    "proposals[by=Lưu Dũng].content" asks only the rows of which the first is true.
    """
    if path == "standing":
        standing = deadlines.standing(record)
        return standing.tone if standing else None
    name, key, wanted, part = ROWS.fullmatch(path.lstrip("#")).groups()  # type: ignore[union-attr]
    described = next((each for each in type(record).described() if each.name == name), None)
    value = getattr(record, name)
    if path.startswith("#"):
        return len(value)
    if isinstance(described, Rows):
        return [getattr(row, part) for row in value if not key or getattr(row, key) == wanted]
    if isinstance(described, Links):
        told = [ref.partition(":") for ref in value]
        return [name for kind, _, number in told for name in store.names(kind, [int(number)]).values()]
    if isinstance(described, Link):
        return value.heading if value else None
    return value


def _holds(held: Any, wanted: Any) -> bool:
    """Tell whether all that is wanted is in what is held; words may stand inside longer ones."""
    if isinstance(wanted, list):
        return all(_holds(held, each) for each in wanted)
    if isinstance(held, list):
        return any(_holds(each, wanted) for each in held)
    if isinstance(held, str) and isinstance(wanted, str):
        return wanted in held
    if isinstance(held, int | float | Decimal) and not isinstance(wanted, str):
        return held == wanted
    return bool(held == wanted)


@contextmanager
def both_offices() -> Iterator[dict[str, Path]]:
    """Make both sample offices in a folder of their own."""
    with tempfile.TemporaryDirectory(prefix="bang-giao-facts-") as folder:
        files = {name: Path(folder) / f"{name}.db" for name in sample.NAMES}
        for name, path in files.items():
            sample.load(name, path)
        yield files


def main() -> int:
    """Print the table and tell how many facts have no right answer."""
    with tempfile.TemporaryDirectory(prefix="bang-giao-home-") as home:
        os.environ["BANG_GIAO_HOME"] = home
        with both_offices() as files:
            found = walk(files)
    print("\n".join(lines(found)))
    bad = [no for no, answers in found.items() if not answers or any(answer.faults for answer in answers)]
    print(f"{len(found)} facts, {len(found) - len(bad)} answered" + (f"; open: {', '.join(bad)}" if bad else ""))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
