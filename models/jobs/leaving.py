"""Opening the office for a job whose output leaves the program: covered, but for what the line ticks."""

from collections.abc import Iterator
from contextlib import contextmanager

from models import discretion, store
from models.jobs.words import Line

TICKS = ("personal", "restricted")


@contextmanager
def opened(line: Line) -> Iterator[None]:
    """Open the office for reading as it may leave; what is ticked is noted in its history first.

    Raises ``OfficeRefused`` where the office cannot be opened, ``Closed`` where the note cannot be kept: then nothing
    leaves.
    """
    ticked = discretion.Ticked("personal" in line.flags, "restricted" in line.flags)
    with store.session(line.path("office"), read_only=not ticked):
        if ticked:
            discretion.note(" ".join([line.job, *line.words, *_written(line)]), ticked)
        with discretion.leaving(ticked):
            yield


def _written(line: Line) -> list[str]:
    return [f"→ {line.path('output').name}"] if "output" in line.options else []
