"""Gathering what is handed in: the report's file and, from the same state of the data, what stands behind it."""

import tempfile
from pathlib import Path

from models import discretion, engine
from models.errors import OfficeRefused
from models.frozen.content import Content, pack
from models.frozen.taking import take
from models.reports.built import Built, of_kept, to_keep
from models.reports.catalogue import Entry, Unknown, entry, own_entry
from models.reports.periods import Period
from models.reports.tongues import of_cells
from models.text import mark, spoken

_UNKNOWN = mark("This version of the program does not know the report “{name}”; its file can still be written again.")


def gather(name: str, period: Period, language: str | None = None) -> bytes:
    """Give a report of the open office ready to be handed in; personal details and restricted records are never in it.

    Raises ``Unknown`` where there is no such report, ``WriteRefused`` where the disk has no room for its file.
    """
    from models.excel.report import write_report

    language = language or spoken()
    with discretion.leaving(), tempfile.TemporaryDirectory() as folder:
        with engine.one_state():
            found = entry(name)
            made = found.make(period, language, None)
            content = take(made)
            last_change = engine.rows("SELECT max(id) FROM change")[0][0] or 0
        path = Path(folder) / "report.xlsx"
        write_report(made, path)
        file = path.read_bytes()
    head = {
        "name": name,
        "title": f"{made.title} – {period.name(of_cells(language))}",
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "language": language,
        "at": made.made_at.isoformat(timespec="seconds"),
        "last_change": last_change,
    }
    if found.about:
        head["built"] = to_keep(found.about)
    return pack(head, content, file)


def now(name: str, period: Period, language: str | None = None, about: object = None) -> Content:
    """Give the figures of a report as they would be handed in now, with their records; raise ``OfficeRefused``.

    ``about`` describes a report that the office put together, as it was when it was handed in.
    """
    found = _entry(name, about)
    with discretion.leaving(), engine.one_state():
        return take(found.make(period, language, None))


def _entry(name: str, about: object) -> Entry:
    if about is not None:
        described = of_kept(about)
        if isinstance(described, Built):
            return own_entry(described)
        raise OfficeRefused(_UNKNOWN, name=name)
    try:
        return entry(name, presets=False)
    except Unknown as error:
        raise OfficeRefused(_UNKNOWN, name=name) from error
