"""Making a report of the office's own: one register of the filtered records, and figures for each of its groups."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from models import days, engine, store
from models.errors import Refused
from models.reports.built.choosing import MONEY, added
from models.reports.built.description import Built, complaints
from models.reports.built.grouping import Grouping
from models.reports.built.groups import figures, measures, unfolded
from models.reports.built.saying import has_qualifier, notes, several, up_to_the_end
from models.reports.facts import all_of
from models.reports.head import office_head
from models.reports.listing import Listing
from models.reports.periods import Period
from models.reports.registers import register, state_labels
from models.reports.report import Page, Report, Sheet, Table, source_words, span_of, up_to
from models.reports.statistics import counted
from models.reports.tongues import of_cells, told
from models.store.finding import conditions
from models.text import mark, spoken

# The facts that make a record count in the official figures; pages without them count whatever they list.
_COUNTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("inbound", "outbound", "session", "exchange", "conference", "training"), ("in_period", "held")),
    **dict.fromkeys(("action", "aid", "programme"), ("in_period",)),
    "agreement": ("signed_in_period",),
    "mechanism": ("active",),
}


def built(about: Built, period: Period, language: str | None = None, today: date | None = None) -> Report:
    """Make a report that the office put together, all from one state of the data; raise ``Refused``."""
    wrong = complaints(about)
    if wrong:
        raise Refused(wrong)
    language = language or about.language or spoken()
    groupings = [Grouping.of(about.of, name) for name in about.groupings]
    with engine.one_state():
        found = register(about.page, period, language, _listing(about, groupings, language))
        counted_ = measures(found, language)
        split = [each for each in groupings if each.several]
        sheets = {each.name: unfolded(found, each, nth, language) for nth, each in enumerate(split, 1)}
        tables = [figures(sheets.get(each.name, found), each, counted_, language) for each in groupings]
        head = office_head()
    made_at, span = datetime.now(), _span(about, period, language)
    said = notes(about, found, language)
    parts: list[Page | Sheet] = []
    if tables:
        origin = source_words(head.office, made_at, span, len(found.rows), language)
        more = (several(language),) if split else ()
        parts.append(_page(about, tables, (origin, *said, *more), language))
    parts.append(Sheet(found, about.title.upper(), said, span, main=True, official=not tables))
    parts += [Sheet(each, each.title, span=span) for each in sheets.values()]
    made = (today or days.today(), made_at)
    return Report(about.name, about.title, period, language, *made, head, tuple(parts))


def _page(about: Built, tables: list[Table], said: tuple[str, ...], language: str | None) -> Page:
    wide = any(len(each.columns) > 5 for each in tables)
    name, heading = told(mark("Figures"), of_cells(language)), about.title
    if len(tables) == 1:
        if not heading.casefold().endswith(tables[0].title.casefold()):  # a title may say it already
            heading = f"{heading} – {tables[0].title}"
        tables = [replace(tables[0], title="")]
    return Page(name, heading, tuple(tables), said, official=True, landscape=wide)


def _span(about: Built, period: Period, language: str | None) -> str:
    """Say the period and the filter."""
    span, spoken_ = up_to(period, language) if up_to_the_end(about) else span_of(period, language), of_cells(language)
    told = store.in_words(about.of, replace(about.question, state=None), spoken_)
    state = state_labels(about.of, spoken_).get(about.question.state or "")  # of either direction
    return "; ".join((span, *told, *([state] if state else [])))


def _listing(about: Built, groupings: list[Grouping], language: str | None) -> Listing:
    """Describe the register: its columns with what belongs to them, its records, the codes that formulas need."""
    columns = _with_company(about.shown())
    keys = {each.name: (each.title, each.sql()) for each in groupings if not each.several}
    labels = {each.name: about.of.label(each) for each in about.of.fields()}
    for amount, (currency, _) in MONEY.items():
        if amount in columns:
            keys[currency] = (labels[currency], f"t.{currency}")
    if has_qualifier(about.of):
        keys["qualifier"] = (labels["qualifier"], "t.qualifier")
    asked, values = conditions(about.of, about.question)

    def where(period: Period) -> str:
        return f"({asked}) AND ({_taken(about, period)})"

    sums = added(about.of)
    return Listing(
        about.page,
        columns,
        where=where,
        values=tuple(values),
        keys=keys,
        summed=tuple(each for each in columns if each in sums),
        order=tuple(each.order(language) for each in groupings),
        chosen=True,
    )


def _with_company(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Put the currency and the value in dong behind each amount of money that stands without them."""
    found: list[Any] = []
    for each in columns:
        missing = [one for one in MONEY.get(each, ()) if one not in columns]
        found += [each, *missing]
    return tuple(dict.fromkeys(found))


def _taken(about: Built, period: Period) -> str:
    """Give the condition of the records that a report takes, beside that of its register."""
    if not about.counting:
        return "1 = 1"
    if about.page == "delegation":
        return counted(period)
    if about.page == "statistic":
        return f"t.starts >= '{period.first}' AND t.ends <= '{period.last}'"
    return all_of(about.page, _COUNTS[about.page], period) if about.page in _COUNTS else "1 = 1"
