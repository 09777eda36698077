"""The Word templates that the program brings: for what each is, in which language, with how many letters."""

from dataclasses import dataclass
from pathlib import Path

from models.text import mark

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "templates"


@dataclass(frozen=True)
class Stock:
    """One template; without ``kind`` it is of a period, with ``each`` a letter goes to each row of that list."""

    file: str
    title: str
    kind: str = ""
    language: str = "vi"
    each: str = ""

    @property
    def path(self) -> Path:
        """Give the file."""
        return FOLDER / self.file


STOCK: tuple[Stock, ...] = (
    Stock("bao-cao-nam.docx", mark("Draft annual report")),
    Stock("tom-tat-doan.docx", mark("Brief of a delegation"), "delegation"),
    Stock("tom-tat-doan-en.docx", mark("Brief of a delegation (English)"), "delegation", "en"),
    Stock("giay-moi.docx", mark("Invitation, a letter for each member"), "delegation", "vi", "thanh_vien"),
    Stock("giay-moi-en.docx", mark("Invitation, a letter for each member (English)"), "delegation", "en", "thanh_vien"),
    Stock("bien-ban.docx", mark("Minutes of a session"), "session"),
    Stock("gui-ban-sao.docx", mark("Letter sending a copy of the agreement to the ministry"), "agreement"),
)


def suited(kind: str) -> list[Stock]:
    """Give the templates for a kind of record; for a period with ""."""
    return [each for each in STOCK if each.kind == kind]
