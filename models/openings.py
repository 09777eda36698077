"""Opening balances: what was counted before the program came, with its source."""

from models import options
from models.checks import Complaint, at_least
from models.fields import Amount, Choice, Day, Listed, LongText, Text
from models.record import Record, in_order
from models.text import mark

SCOPES = "scope"


class Opening(Record):
    """A figure carried over: indicator, period, value, qualifier, scope, source.

    It counts in a report only where its whole period lies inside the report's period.
    """

    kind = "opening"
    named_by = "indicator"
    sections = {"indicator": mark("The figure"), "source": mark("Where it comes from")}

    indicator = Text(
        mark("Indicator"),
        width=10,
        required=True,
        listed=True,
        searched=True,
        help=mark("A code such as I01 or I07:CN"),
    )
    starts = Day(mark("From day"), required=True, listed=True)
    ends = Day(mark("To day"), required=True, listed=True)
    qualifier = Choice(options.Qualifier, mark("Qualifier"), width=10, required=True, listed=True)
    amount = Amount(mark("Value"), width=16, required=True, listed=True, checks=(at_least(0),))
    unit_of_measure = Text(mark("Unit of measure"), width=12, listed=True)
    scope = Listed(SCOPES, mark("Scope"), width=20, required=True, listed=True)
    source = LongText(mark("Source"), width=40, required=True, searched=True)
    source_date = Day(mark("Date of the source"))

    def complaints(self) -> list[Complaint]:
        """Add: the period runs forward, the code looks like a code."""
        found = super().complaints() + in_order(self, "starts", "ends", mark("The period ends before it begins."))
        code = self.indicator or ""
        if code and not (code[0] == "I" and code[1:3].isdigit()):
            found.append(Complaint("indicator", mark("An indicator looks like I01 or I07:CN.")))
        return found

    @property
    def heading(self) -> str:
        """Give code and period."""
        from models import days

        return f"{self.indicator or ''} · {days.text(self.starts)} – {days.text(self.ends)}"
