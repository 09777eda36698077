"""What a report of the office's own says about itself: which records it takes, how they are counted and added up."""

from models.kinds import Page
from models.options import Qualifier
from models.reports.built.choosing import MONEY, added, day_of
from models.reports.built.description import Built
from models.reports.registers import Register
from models.reports.tongues import told
from models.text import mark

_VISIT = mark("Delegations that took place and began in the period.")
_EVENT = mark("Events that took place and began in the period.")
# What the records have in common that count in the figures.
COUNTING: dict[str, str] = {
    **dict.fromkeys(("inbound", "outbound", "delegation"), _VISIT),
    **dict.fromkeys(("exchange", "conference", "training"), _EVENT),
    "session": mark("Sessions that were held and began in the period."),
    "agreement": mark("Agreements signed in the period, those of central bodies with them."),
    "action": mark("Actions assigned in the period."),
    "aid": mark("Aid approved in the period, in both directions."),
    "programme": mark("Activities planned for a time wholly in the period."),
    "mechanism": mark("Mechanisms at work on the last day of the period."),
    "statistic": mark("Entered figures whose whole time lies in the period."),
}
# What is listed where the figures are not asked, or nothing is counted.
_LISTED: dict[str, str] = {
    **dict.fromkeys(
        ("inbound", "outbound", "delegation"), mark("Delegations of every state that began in the period.")
    ),
    "agreement": mark("Agreements signed by the last day of the period, whatever became of them since."),
    "session": mark("Sessions of every state that began in the period or whose minutes were signed in it."),
    "action": mark("Actions of every state assigned in the period."),
    "training": mark("Classes and programmes of every state that began in the period or run in it."),
    "aid": mark("Aid of every state up to the last year of the period."),
    "programme": mark("Activities planned for a time in the period."),
    "mechanism": mark("Mechanisms set up by the last day of the period."),
    "statistic": mark("Entered figures whose time begins in the period."),
}
_DATED = mark("Records whose day lies in the period.")
_ALL = mark("All records of the register; they belong to no period.")
_PARTLY = mark("A day known only by its year or month counts where the whole of it lies inside.")
_TOUCHED = mark("A day known only by its year or month is taken where a part of it lies inside.")
_SEVERAL = mark("A record that belongs to several rows counts in each of them; the row of totals counts it once.")
_MONEY = mark(
    "Amounts are added within their currency only. Amounts in dong are at the rates entered; what has no rate is not "
    "in them, and what has no currency is in no sum."
)
_ESTIMATES = mark("Records that give their numbers as estimates: {n}. Sums over them are estimates too.")


def rules(about: Built) -> list[str]:
    """Say in marked words which records the report takes."""
    counting = about.counting and about.page in COUNTING
    words = COUNTING[about.page] if counting else _LISTED.get(about.page, _DATED if day_of(about.of) else _ALL)
    partial = day_of(about.of) and about.page not in ("statistic", "document")
    return [words, *([_PARTLY if counting else _TOUCHED] if partial else [])]


def notes(about: Built, found: Register, language: str | None) -> tuple[str, ...]:
    """Give all notes, in the language of titles."""
    notes_ = [told(each, language) for each in rules(about)]
    shown = {each.name for each in found.columns if not each.helper}
    if shown & set(MONEY):
        notes_.append(told(_MONEY, language))
    if added(about.of) & shown and has_qualifier(about.of):
        place = found.place(QUALIFIED)
        hedged = sum(row[place] not in (None, Qualifier.EXACT) for row in found.rows)
        notes_ += [told(_ESTIMATES, language, n=hedged)] if hedged else []
    return tuple(notes_)


QUALIFIED = "qualifier:code"


def has_qualifier(page: Page) -> bool:
    """Tell whether the records of a page say how exact their numbers are."""
    return any(each.name == "qualifier" for each in page.fields())


def several(language: str | None) -> str:
    """Say how a record of several items counts."""
    return told(_SEVERAL, language)


def up_to_the_end(about: Built) -> bool:
    """Tell whether the report stands as of the last day, and not over the days of the period."""
    counting = about.counting and about.page in COUNTING
    if about.page == "mechanism" or not day_of(about.of):
        return True
    return not counting and about.page in ("agreement", "aid")
