"""The figures of a period, and the records behind each of them."""

from collections.abc import Container, Iterator

from models import engine
from models.kinds import ALL_DELEGATIONS, page_named
from models.reports import entered
from models.reports.codes import INDICATORS, LISTS, Indicator, about_of, indicator
from models.reports.counting import Count, count_all, divided
from models.reports.facts import ALIVE, DIRECTIONS, SOURCES
from models.reports.figures import OWN_SCOPE, Figure
from models.reports.periods import Period


def summary(period: Period, only: Container[str] | None = None) -> list[Figure]:
    """Give all figures of a period, in the order of their codes; the sums are made by the database.

    ``only`` names the codes that are wanted, without their items.
    """
    figures = [_figure(code, *told) for code, told in count_all(period, only).items()]
    places = {figure.code: number for number, figure in enumerate(figures)}
    order = {each.code: -number for number, each in enumerate(reversed(INDICATORS))}  # where a code first stands

    def place(figure: Figure) -> tuple[int, str, int, str]:
        own = figure.code.removesuffix(f":{entered.APART}")
        return order.get(figure.base, 1), figure.base, places.get(own, len(places)), figure.code

    found = sorted(entered.add(figures, period), key=place)
    return found if only is None else [figure for figure in found if figure.base in only]


def _figure(code: str, about: Indicator, count: Count) -> Figure:
    item = code.removeprefix(f"{about.code}:") if about.split else None
    named = (LISTS[about.split], item) if about.split and item else None
    scope = item if about.split == "scope" and item else OWN_SCOPE
    value, told = count.value(about), count.qualifier
    return Figure(code, about.words, value, qualifier=told, item=named, scope=scope, base=_base(about))


def _base(about: Indicator) -> str:
    return about.code.partition(":")[0]


def rule(figure: Figure) -> str:
    """Give the rule of a figure as marked words."""
    about = indicator(figure.code)[0] or about_of(figure.base)
    return about.rule if about else ""


def behind(figure: Figure, period: Period) -> list[tuple[str, list[int]]]:
    """Give the pages and ids of what stands behind a figure: records that are counted, figures that were entered."""
    found = list(_records(figure.code, period)) if figure.counted else []
    if figure.statistics:
        found.append(("statistic", list(figure.statistics)))
    return found


def references(figure: Figure, period: Period) -> list[str]:
    """Give what stands behind a figure as "kind:id"."""
    return [f"{page_named(page).record.kind}:{number}" for page, ids in behind(figure, period) for number in ids]


def opens(figure: Figure) -> bool:
    """Tell whether anything stands behind a figure."""
    return bool(figure.counted or figure.statistics)


def _records(code: str, period: Period) -> Iterator[tuple[str, list[int]]]:
    about, item = indicator(code)
    if about is None:
        return
    found: dict[str, list[int]] = {}
    for page in about.pages:
        source = SOURCES[page]
        where, join = f"{ALIVE} AND {about.condition(page, period)}", ""
        values: tuple[str, ...] = ()
        if item is not None:
            key, join = divided(about, page, period)
            where, values = f"{where} AND {key} = ?", (item,)
        if about.measure == "sum":
            where = f"{where} AND ({source.amounts(period)[about.of or '']}) <> 0"
        asked = f"SELECT DISTINCT t.id FROM {source.table} {join} WHERE {where} ORDER BY t.id"
        found.setdefault(_list_of(page, about), []).extend(number for (number,) in engine.rows(asked, values))
    yield from ((page, sorted(ids)) for page, ids in found.items() if ids)


def _list_of(page: str, about: Indicator) -> str:
    """Name the list that shows the records: payments stand in their aid, both directions together in one list."""
    if page == "disbursement":
        return "aid"
    return ALL_DELEGATIONS.name if page in DIRECTIONS and len(about.pages) > 1 else page
