"""What is frozen of a report: its figures, the records behind each, their names, and the very file."""

import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from models.reading import show_number

HEAD, FIGURES, FILE = "head.json", "figures.json", "report.xlsx"
Records = Mapping[str, frozenset[int]]  # the numbers of records by kind


@dataclass(frozen=True)
class Figure:
    """A figure as it was told, or the number of records of a register (source "register")."""

    code: str
    label: str
    value: int | float
    most: int | float | None = None
    qualifier: str = ""
    source: str = "counted"
    behind: Records = field(default_factory=dict)

    def shown(self) -> str:
        """Write the value, or the range from – to, with the word before it, as people read it."""
        ends = [self.value] if self.most is None else [self.value, self.most]
        return f"{self.qualifier} {'–'.join(show_number(each) for each in ends)}".strip()


@dataclass(frozen=True)
class Content:
    """The figures of a report and the (code, name) of every record behind them, as they stood."""

    figures: tuple[Figure, ...]
    names: Mapping[tuple[str, int], tuple[str, str]]

    def records(self) -> dict[str, frozenset[int]]:
        """Give all records of the report, by kind."""
        found: dict[str, frozenset[int]] = {}
        for figure in self.figures:
            for kind, numbers in figure.behind.items():
                found[kind] = found.get(kind, frozenset()) | numbers
        return found


def pack(head: dict[str, Any], content: Content, file: bytes) -> bytes:
    """Put a report into one zip: what it is, its figures with their records, its file."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        parts = ((HEAD, _json(head), ZIP_DEFLATED), (FIGURES, _json(_plain(content)), ZIP_DEFLATED))
        for name, told, how in (*parts, (FILE, file, ZIP_STORED)):  # the file is a zip itself
            member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(member, told, how)
    return packed.getvalue()


def head_of(packed: bytes) -> dict[str, Any]:
    """Give what a packed report is."""
    with ZipFile(io.BytesIO(packed)) as archive:
        told: dict[str, Any] = json.loads(archive.read(HEAD))
    return told


def file_of(packed: bytes) -> bytes:
    """Give the file of a packed report."""
    with ZipFile(io.BytesIO(packed)) as archive:
        return archive.read(FILE)


def unpack(packed: bytes) -> Content:
    """Give the figures of a packed report."""
    with ZipFile(io.BytesIO(packed)) as archive:
        told = json.loads(archive.read(FIGURES))
    figures = []
    for each in told["figures"]:
        behind = {kind: frozenset(_numbers(spans)) for kind, spans in each.pop("behind").items()}
        figures.append(Figure(**each, behind=behind))
    names = {(kind, int(number)): (code, name) for kind, number, code, name in told["records"]}
    return Content(tuple(figures), names)


def _json(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode()


def _plain(content: Content) -> dict[str, Any]:
    figures = [
        vars(figure) | {"behind": {kind: _spans(numbers) for kind, numbers in figure.behind.items()}}
        for figure in content.figures
    ]
    records = [[kind, number, *told] for (kind, number), told in sorted(content.names.items())]
    return {"figures": figures, "records": records}


def _spans(numbers: Iterable[int]) -> str:
    """Write numbers as "1-500 502": a figure of a large office stands on thousands of records."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return " ".join(f"{first}-{last}" if last > first else str(first) for first, last in spans)


def _numbers(spans: str) -> Iterable[int]:
    for span in spans.split():
        first, _, last = span.partition("-")
        yield from range(int(first), int(last or first) + 1)
