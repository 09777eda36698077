"""A comparison as a workbook: each figure then and now, and the records that changed since."""

from pathlib import Path

from models.excel.cells import Kind
from models.excel.workbook import Column, DataSheet, SummarySheet, Table, Workbook
from models.excel.write import Written, write
from models.frozen.comparing import Comparison, Difference, Touched
from models.frozen.words import GONE, HOW, about, code_of, counts, kind_of, touches, why
from models.text import mark, say, spoken


def write_comparison(told: Comparison, path: Path) -> Written:
    """Write a comparison; raise ``WriteRefused`` where the disk refuses."""
    return write(workbook(told), path)


def workbook(told: Comparison) -> Workbook:
    """Lay out a comparison: the figures that changed, then the records."""
    title = say(mark("Handed-in report compared with now"))
    figures = SummarySheet(
        say(mark("Figures that changed")),
        (Table(_figure_columns(), [_figure(each) for each in told.changed()]),),
        heading=title.upper(),
        subtitle=about(told),
        notes=(counts(told),),
        landscape=True,
    )
    changed = touches(told)
    records = DataSheet(
        say(mark("Records that changed")),
        [Column(say(words), kind, width) for words, kind, width in _RECORD],
        [_record(each, changed.get((each.kind, each.id), [])) for each in told.records],
        (say(mark("Records that changed")).upper(), about(told)),
        "Changed_records",
        (counts(told),),
    )
    return Workbook((figures, records), title=title, language=spoken())


def _figure_columns() -> tuple[Column, ...]:
    return (
        Column(say(mark("Code")), "identifier", 16),
        Column(say(mark("Figure")), "text", 44),
        Column(say(mark("Then", "figure")), "number", 14),
        Column(say(mark("Now", "figure")), "number", 14),
        Column(say(mark("Difference")), "number", 12),
        Column(say(mark("Records added")), "whole", 10),
        Column(say(mark("Records removed")), "whole", 10),
        Column(say(mark("Records corrected")), "whole", 10),
    )


def _figure(each: Difference) -> tuple[object, ...]:
    counted = (sum(record.how == how for record in each.records) for how in HOW)
    then, now = (side.value if side else None for side in (each.then, each.now))
    return (code_of(each), each.label, then, now, each.difference, *counted)


_RECORD: tuple[tuple[str, Kind, float], ...] = (
    (mark("Change", "of a record"), "text", 16),
    (mark("Kind"), "text", 16),
    (mark("File code"), "identifier", 15),
    (mark("Record"), "text", 40),
    (mark("What was changed"), "text", 46),
    (mark("Figures that it changes"), "text", 40),
)


def _record(record: Touched, figures: list[str]) -> tuple[object, ...]:
    how = say(HOW[record.how]) + (f" ({say(GONE)})" if record.gone else "")
    return (how, kind_of(record), record.code, record.name, why(record), "; ".join(figures))
