"""Who issues a paper: the office's letterhead, its signature and the recipients, from the office's own record."""

from models import days, options
from models.office import Office
from models.paper.sheet import Letterhead, Signature
from models.store import office
from models.text import mark, say

# Forms of signature of Decree 30/2020: above the post of who signs stands on whose behalf.
FORMS: dict[str, str] = {
    options.SignsAs.GD: mark("DIRECTOR"),
    options.SignsAs.KT: mark("FOR THE DIRECTOR\nDEPUTY DIRECTOR"),
    options.SignsAs.TL: mark("BY ORDER OF THE DIRECTOR\nHEAD OF SECTION"),
}
BLANK = "…………………"


def letterhead() -> Letterhead:
    """Give the head of a paper made today; its number stays open until the registry gives one."""
    kept = office()
    return Letterhead(
        superior=kept.superior or BLANK,
        office=kept.name or BLANK,
        symbol=kept.symbol or "",
        place=kept.place or kept.province or "",
        day=days.today(),
    )


def signature() -> Signature:
    """Give who signs, in the form set for the office."""
    kept = office()
    form = kept.signs_as or options.SignsAs.GD
    return Signature(say(FORMS[form]), _signer(kept, form))


def _signer(kept: Office, form: str) -> str:
    names = {options.SignsAs.KT: kept.deputy, options.SignsAs.TL: kept.section_head}
    return str(names.get(options.SignsAs(form), kept.director) or "")


def recipients() -> tuple[str, ...]:
    """Give the recipients set for the office; else the superior body and the registry."""
    kept = office()
    told = tuple(line.strip() for line in (kept.recipients or "").splitlines() if line.strip())
    if told:
        return told
    first = say("- {body} (for report);").format(body=kept.superior) if kept.superior else ""
    return tuple(line for line in (first, say("- Kept: registry.")) if line)
