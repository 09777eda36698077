"""The description of a report that the office puts together itself, and what may be wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from models import choices, deadlines
from models.checks import Complaint
from models.kinds import ALL_DELEGATIONS, PAGES, Page, page_named
from models.reports.built.choosing import columns_of, groupings_of
from models.reports.registers import state_labels
from models.reports.tongues import TONGUES
from models.store import Question
from models.store.finding import country_field, year_field
from models.text import mark

LONGEST_NAME, LONGEST_TITLE = 40, 200
KINDS = (ALL_DELEGATIONS.name, *PAGES)
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Built:
    """A report of the office's own: records of a page, its columns in order, and what they are grouped by.

    Without columns it has those of the office's register. ``question`` filters the records; of those of the period it
    takes what counts in the figures, or with ``counting`` off all that touch the period.
    """

    name: str
    title: str
    page: str
    columns: tuple[str, ...] = ()
    groupings: tuple[str, ...] = ()
    question: Question = field(default_factory=Question)
    counting: bool = True
    language: str | None = None

    @property
    def of(self) -> Page:
        """Give the page of its records."""
        return page_named(self.page)

    def shown(self) -> tuple[str, ...]:
        """Give its columns, or those of the office's register."""
        return self.columns or tuple(each.name for each in columns_of(self.of) if each.usual)


def complaints(about: Built) -> list[Complaint]:
    """Give what is wrong with a description, each beside the field that it is about."""
    found = list(_of_names(about))
    if about.page not in KINDS:
        return [*found, Complaint("page", mark("There is no kind of records “{name}”."), {"name": about.page})]
    for what, told, offered in (
        ("columns", about.columns, columns_of(about.of)),
        ("groupings", about.groupings, groupings_of(about.of)),
    ):
        known = {each.name for each in offered}
        words = (
            mark("There is no column “{name}” here.") if what == "columns" else mark("“{name}” groups nothing here.")
        )
        found += [Complaint(what, words, {"name": each}) for each in told if each not in known]
        twice = [each for place, each in enumerate(told) if each in told[:place]]
        found += [Complaint(what, mark("“{name}” stands here twice."), {"name": each}) for each in twice]
    return [*found, *_of_question(about)]


def _of_names(about: Built) -> Iterator[Complaint]:
    if not _NAME.fullmatch(about.name) or len(about.name) > LONGEST_NAME:
        words = mark(
            "The name “{name}” does not serve: small letters a to z, digits and hyphens between them, at most {most}."
        )
        yield Complaint("name", words, {"name": about.name, "most": LONGEST_NAME})
    if not about.title.strip():
        yield Complaint("title", mark("Give the report a title."))
    if len(about.title) > LONGEST_TITLE:
        yield Complaint("title", mark("The title has more than {most} signs."), {"most": LONGEST_TITLE})
    if about.language not in (None, *TONGUES):
        words = mark("There is no language “{name}”.")
        yield Complaint("language", words, {"name": about.language})


def _of_question(about: Built) -> Iterator[Complaint]:
    page, question = about.of, about.question
    if question.drafts or question.removed:
        yield _complaint(mark("Drafts and removed records are in no report."))
    if question.year and not year_field(page):
        yield _complaint(mark("These records have no year to filter by."))
    if question.country and not country_field(page):
        yield _complaint(mark("These records have no country to filter by."))
    for unknown in (each for each in question.countries if each not in choices.every_code(choices.COUNTRY)):
        yield _complaint(mark("There is no country “{name}”."), unknown)
    if question.state and question.state not in state_labels(page, None):
        yield _complaint(mark("There is no state “{name}” of these records."), question.state)
    concerns = [each.name for each in deadlines.CONCERNS if each.page == page.name]
    if question.concern and question.concern not in concerns:
        yield _complaint(mark("There is no list “{name}” of these records."), question.concern)


def _complaint(words: str, name: str = "") -> Complaint:
    return Complaint("question", words, {"name": name} if name else {})
