"""What heads and closes a paper of the office, as its own record says it."""

from dataclasses import dataclass

from models import store
from models.options import SignsAs
from models.text import mark

# Forms of signature of Decree 30/2020: above the post of who signs stands on whose behalf.
FORMS: dict[str, str] = {
    SignsAs.GD: mark("DIRECTOR"),
    SignsAs.KT: mark("FOR THE DIRECTOR\nDEPUTY DIRECTOR"),
    SignsAs.TL: mark("BY ORDER OF THE DIRECTOR\nHEAD OF SECTION"),
}


@dataclass(frozen=True)
class Head:
    """The office's facts at the moment of a report; ``form`` is marked words of one or two lines."""

    superior: str
    office: str
    place: str
    symbol: str
    form: str
    signer: str
    recipients: tuple[str, ...]


def office_head() -> Head:
    """Read the office's facts."""
    kept = store.office()
    form = SignsAs(kept.signs_as or SignsAs.GD)
    signers = {SignsAs.GD: kept.director, SignsAs.KT: kept.deputy, SignsAs.TL: kept.section_head}
    lines = tuple(line.strip() for line in (kept.recipients or "").splitlines() if line.strip())
    return Head(
        kept.superior or "",
        kept.name or "",
        kept.place or kept.province or "",
        kept.symbol or "",
        FORMS[form],
        signers[form] or "",
        lines,
    )
