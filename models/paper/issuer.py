"""Who issues a paper: the office's letterhead, its signature and the recipients, from the office's own record."""

from models import days, store
from models.options import SignsAs
from models.paper.sheet import Letterhead, Signature
from models.reports.head import office_head
from models.text import mark, say

BLANK = "…………………"


def letterhead(letters: str = "", *, numbered: bool = True) -> Letterhead:
    """Give the head of a paper made today; its number stays open until the registry gives one.

    ``letters`` are those of its type (Decree 30/2020: "CTr-SNgV" is a programme, "BC-SNgV" a report). A sheet for the
    file ("phiếu") or a printed list is no such type and bears no number.
    """
    head = office_head()
    _, dash, body = head.symbol.partition("-")
    return Letterhead(
        superior=head.superior or BLANK,
        office=head.office or BLANK,
        symbol=f"{letters}-{body}" if letters and dash else head.symbol,
        place=head.place,
        day=days.today(),
        numbered=numbered,
    )


def signature() -> Signature:
    """Give who signs, in the form set for the office."""
    head = office_head()
    return Signature(say(head.form), head.signer)


def compilers() -> tuple[Signature, ...]:
    """Give who signs a table of figures beside the director: who compiled it, and the head of section."""
    kept = store.office()
    made = [Signature(say(mark("COMPILED BY")), kept.compiler or "")]
    if kept.signs_as != SignsAs.TL:  # there the head of section signs in the director's place
        made.append(Signature(say(mark("HEAD OF SECTION")), kept.section_head or ""))
    return tuple(made)


def recipients() -> tuple[str, ...]:
    """Give the recipients set for the office; else the superior body and the registry."""
    head = office_head()
    first = say("- {body} (for report);").format(body=head.superior) if head.superior else ""
    return head.recipients or tuple(line for line in (first, say("- Kept: registry.")) if line)
