"""Conclusions: the numbered points of a session's minutes."""

from models import options
from models.attached import Links
from models.fields import Choice, Link, Listed, LongText, Text
from models.record import Record
from models.sessions import Session
from models.text import mark


class Conclusion(Record):
    """A numbered point of the minutes; it becomes follow-up actions that name it as their source."""

    kind = "conclusion"
    sections = {"session": mark("The conclusion"), "related": mark("Linked records")}
    named_by = "content"

    session = Link(
        Session, mark("Session"), width=34, required=True, listed=True, searched=True, aliases=("Phiên họp",)
    )
    number = Text(mark("Item"), width=8, listed=True, searched=True, aliases=("Số mục", "Mục"))
    field_of = Listed("field", mark("Field"), width=20, required=True, listed=True, aliases=("Lĩnh vực",))
    content = LongText(mark("Content"), width=50, required=True, listed=True, searched=True, aliases=("Nội dung",))
    original = LongText(mark("Original wording"), width=40, searched=True, aliases=("Nguyên văn",))
    responsible = Choice(options.Responsible, mark("Responsible side"), width=16, listed=True)
    related = Links(None, mark("Linked records"))
    note = LongText(mark("Notes"), width=30, searched=True)

    @property
    def heading(self) -> str:
        """Give the item and its content."""
        return ". ".join(part for part in (self.number, self.content) if part)
