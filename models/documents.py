"""The register of documents: papers received and sent that belong to the office's files."""

from models import options
from models.attached import Links
from models.fields import Choice, Day, Listed, LongText, Text
from models.partners import Partner
from models.record import Record
from models.text import mark


class Document(Record):
    """A paper with its own number and symbol; it is linked with the records it is about."""

    kind = "document"
    named_by = "subject"
    sections = {"number": mark("The document"), "related": mark("Linked records")}

    number = Text(
        mark("Number and symbol"), width=18, listed=True, searched=True, aliases=("Số/ký hiệu", "Số, ký hiệu")
    )
    dated = Day(mark("Date"), required=True, listed=True, index=True, aliases=("Ngày",))
    way = Choice(options.DocumentWay, mark("Direction"), width=12, required=True, listed=True, aliases=("Chiều",))
    type = Listed("document_kind", mark("Kind of document"), width=18, required=True, listed=True, aliases=("Loại",))
    issuer = Text(mark("Issued by"), width=28, required=True, listed=True, searched=True, aliases=("Cơ quan ban hành",))
    subject = LongText(mark("Subject"), width=46, required=True, listed=True, searched=True, aliases=("Trích yếu",))
    urgency = Choice(options.Urgency, mark("Urgency"), width=12, aliases=("Độ khẩn",))
    signer = Text(mark("Signed by"), width=22, searched=True, aliases=("Người ký",))
    partner = Links(Partner, mark("Partners"), searched=True)
    answer_due = Day(mark("Answer due"), help=mark("Where an answer is expected"))
    answered_on = Day(mark("Answered on"))
    note = LongText(mark("Notes"), width=30, searched=True)
    related = Links(None, mark("Linked records"))

    @property
    def heading(self) -> str:
        """Give number and subject."""
        return " · ".join(part for part in (self.number, self.subject) if part)
