"""The three tables of handed-in reports: which there are, figures then and now, records that changed."""

from collections.abc import Sequence

from PySide6.QtGui import QFont

from gui.widgets import PlainTable
from models.frozen import Comparison, Difference, Frozen, Touched
from models.frozen.words import GONE, HOW, code_of, kind_of, moment, reason, why
from models.reading import show_number
from models.text import mark, say

_AIR = 8  # pixels more than the words of a row need
SIGNS = {"added": "+", "removed": "−", "corrected": "~"}


class ReportTable(PlainTable):
    """The reports that were handed in."""

    def __init__(self) -> None:
        """Begin empty."""
        heads = (
            *(mark("No."), mark("Handed in"), mark("By", "person")),
            *(mark("Report"), mark("Note")),
        )
        super().__init__(mark("Handed-in reports"), heads, (56, 150, 140, 300, 280), 3, (0,))

    def show_reports(self, found: Sequence[Frozen]) -> None:
        """Show them, the newest first."""
        lines = [(str(each.id), moment(each.at), each.who, each.title, each.note or "") for each in found]
        self.show_lines(found, lines)


class DifferenceTable(PlainTable):
    """Figures then and now, with how many records came, went and were corrected."""

    def __init__(self) -> None:
        """Begin empty."""
        heads = (
            *(mark("Code"), mark("Figure"), mark("Then", "figure"), mark("Now", "figure")),
            *(mark("Difference"), mark("Records changed")),
        )
        super().__init__(mark("Figures then and now"), heads, (70, 350, 120, 120, 100, 210), 1, (2, 3, 4))

    def show_differences(self, told: Comparison, *, changed_only: bool) -> None:
        """Show the figures that changed, or all of them."""
        shown = told.changed() if changed_only else list(told.figures)
        self.show_lines(shown, [_difference(each) for each in shown])
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for row, each in enumerate(shown):
            if each.changed:
                for item in (self.item(row, place) for place in (2, 3, 4)):
                    item.setFont(bold)  # type: ignore[union-attr]


def _difference(each: Difference) -> tuple[str, ...]:
    then, now = (side.shown() if side else "0" for side in (each.then, each.now))
    sign = "+" if each.difference > 0 else ""
    difference = f"{sign}{show_number(each.difference)}".replace("-", "−") if each.difference else ""
    records = "   ".join(f"{SIGNS[how]}{n}" for how in HOW if (n := sum(one.how == how for one in each.records)))
    return (code_of(each), each.label, then, now, difference, records or reason(each))


class RecordTable(PlainTable):
    """The records that were added, removed or corrected since, with what happened to each."""

    def __init__(self) -> None:
        """Begin empty."""
        heads = (
            mark("Change", "of a record"),
            mark("Kind"),
            mark("File code"),
            mark("Record"),
            mark("What was changed"),
        )
        super().__init__(mark("Records that changed"), heads, (190, 120, 110, 260, 300), 4, ())
        self.setWordWrap(True)

    def show_records(self, records: Sequence[Touched]) -> None:
        """Show these; each row is as high as what it says."""
        self.show_lines(records, [_record(each) for each in records])
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + _AIR)


def _record(each: Touched) -> tuple[str, ...]:
    how = say(HOW[each.how]) + (f"\n({say(GONE)})" if each.gone else "")
    return (how, kind_of(each), each.code, each.name, why(each))
