"""Entered statistics: figures that no record counts, and opening balances from before the program."""

from models import days, options
from models.attached import Links
from models.checks import Complaint, at_least
from models.fields import Amount, Choice, Day, Listed, LongText, Text
from models.record import Record, in_order
from models.text import mark

SCOPES = "scope"


class Statistic(Record):
    """A figure with its indicator, period, value, qualifier, unit, scope and source.

    It counts in a report only where its whole period lies inside the report's period. An opening balance is added to
    what the records count; a figure of the period stands for itself where nothing is counted.
    """

    kind = "statistic"
    named_by = "indicator"
    sections = {"indicator": mark("The figure"), "source": mark("Where it comes from")}

    indicator = Text(
        mark("Indicator"),
        width=10,
        required=True,
        listed=True,
        searched=True,
        help=mark("A code such as I01 or I07:CN"),
        aliases=("Mã chỉ tiêu",),
    )
    words = Text(
        mark("Meaning"), width=34, listed=True, searched=True, help=mark("In words, where the code is not enough")
    )
    nature = Choice(options.StatisticNature, mark("Kind of figure"), width=18, required=True, listed=True)
    starts = Day(mark("From day"), required=True, listed=True)
    ends = Day(mark("To day"), required=True, listed=True)
    qualifier = Choice(options.Qualifier, mark("Qualifier"), width=10, required=True, listed=True, aliases=("Dấu",))
    amount = Amount(mark("Value"), width=16, required=True, listed=True, checks=(at_least(0),), aliases=("Giá trị",))
    most = Amount(mark("Up to"), width=16, checks=(at_least(0),), help=mark("The upper end of a range: 25 – 40"))
    unit_of_measure = Text(mark("Unit of measure"), width=12, listed=True, aliases=("Đơn vị tính",))
    scope = Listed(SCOPES, mark("Scope"), width=20, required=True, listed=True, aliases=("Phạm vi",))
    source = LongText(mark("Source"), width=40, required=True, searched=True, aliases=("Nguồn",))
    source_date = Day(mark("Date of the source"), aliases=("Ngày nguồn",))
    related = Links(None, mark("Linked records"))

    def complaints(self) -> list[Complaint]:
        """Add: the period runs forward, the range runs upward, the code looks like a code."""
        found = super().complaints() + in_order(self, "starts", "ends", mark("The period ends before it begins."))
        if self.most is not None and self.amount is not None and self.most < self.amount:
            found.append(Complaint("most", mark("The upper end is smaller than the value.")))
        code = self.indicator or ""
        if code and not (code[0] == "I" and code[1:3].isdigit()):
            found.append(Complaint("indicator", mark("An indicator looks like I01 or I07:CN.")))
        return found

    @property
    def heading(self) -> str:
        """Give code, meaning and period."""
        period = f"{days.text(self.starts)} – {days.text(self.ends)}"
        return " · ".join(part for part in (self.indicator, self.words, period) if part)
