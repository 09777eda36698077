"""The office itself: its name, its superior body, its place and who signs."""

from models import options
from models.fields import Choice, LongText, Text
from models.record import Record
from models.text import mark


class Office(Record):
    """The one office that a file belongs to; its facts head every paper and workbook."""

    kind = "office"
    sections = {"name": mark("The office"), "director": mark("Signatories"), "recipients": mark("Papers")}

    name = Text(mark("Name of the office"), width=30, required=True, help=mark("For example: Sở Ngoại vụ"))
    superior = Text(mark("Superior body"), width=30, required=True, help=mark("For example: UBND tỉnh Lai Châu"))
    province = Text(mark("Province"), width=20, required=True)
    place = Text(mark("Place in the date line"), width=20, help=mark("Stands before the date on papers"))
    symbol = Text(mark("Symbol of documents"), width=14, help=mark("For example: BC-SNgV"))
    director = Text(mark("Director"), width=30)
    deputy = Text(mark("Deputy director"), width=30)
    signs_as = Choice(options.SignsAs, mark("Form of signature"), width=20)
    compiler = Text(mark("Compiled by"), width=30)
    section_head = Text(mark("Head of section"), width=30)
    recipients = LongText(mark("Recipients of papers"), width=30, help=mark("One line each"))

    @property
    def signer(self) -> str:
        """Give the name under the signature."""
        return (self.director if self.signs_as in (None, "GD") else self.deputy) or ""
