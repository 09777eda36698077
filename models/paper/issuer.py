"""Who issues a paper: the office's letterhead, its signature and the recipients, from the office's own record."""

from models import days
from models.paper.sheet import Letterhead, Signature
from models.reports.head import office_head
from models.text import say

BLANK = "…………………"


def letterhead() -> Letterhead:
    """Give the head of a paper made today; its number stays open until the registry gives one."""
    head = office_head()
    return Letterhead(
        superior=head.superior or BLANK,
        office=head.office or BLANK,
        symbol=head.symbol,
        place=head.place,
        day=days.today(),
    )


def signature() -> Signature:
    """Give who signs, in the form set for the office."""
    head = office_head()
    return Signature(say(head.form), head.signer)


def recipients() -> tuple[str, ...]:
    """Give the recipients set for the office; else the superior body and the registry."""
    head = office_head()
    first = say("- {body} (for report);").format(body=head.superior) if head.superior else ""
    return head.recipients or tuple(line for line in (first, say("- Kept: registry.")) if line)
