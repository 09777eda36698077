"""The figures of a period: what the database counts by the indicators, and what was entered."""

from decimal import ROUND_HALF_UP, Decimal

from models import engine
from models.reports import openings
from models.reports.codes import INDICATORS, LISTS, Indicator, indicator
from models.reports.facts import ALIVE, TABLES, facts, true
from models.reports.figures import Figure
from models.reports.periods import Period


def summary(period: Period) -> list[Figure]:
    """Give all figures of a period, in the order of their codes; the sums are made by the database."""
    counted = {**_totals(period), **_splits(period)}
    counted["I06"] = _people(period)
    order = {each.code: place for place, each in enumerate(INDICATORS)}
    figures = []
    for code, value in counted.items():
        about, item = indicator(code)
        if about:
            named = (LISTS[about.split], item) if about.split and item else None
            figures.append(Figure(code, about.words, value, item=named, base=about.code))
    found = openings.add(figures, period)
    places = {code: place for place, code in enumerate(counted)}

    def place(figure: Figure) -> tuple[int, str, int]:
        return order.get(figure.base, len(order)), figure.base, places.get(figure.code, len(places))

    return sorted(found, key=place)


def records_behind(code: str, period: Period) -> list[int]:
    """Give the ids of the records that a figure counts; an entered figure has none."""
    about, item = indicator(code)
    if about is None:
        return []
    where = about.condition(period)
    values = () if item is None else (item,)
    if item is not None and about.split == "countries":
        where = f"{where} AND {engine.holds('t.countries')}"
    elif item is not None:
        where = f"{where} AND t.{about.split} = ?"
    table = TABLES[about.pages[0]]
    found = engine.rows(f'SELECT t.id FROM "{table}" t WHERE {ALIVE} AND {where} ORDER BY t.id', values)
    return [number for (number,) in found]


def page_behind(code: str) -> str | None:
    """Name the page that lists the records behind a figure; None where it was entered."""
    about, _ = indicator(code)
    if about is None:
        return None
    return about.pages[0] if len(about.pages) == 1 else "delegation"


def _totals(period: Period) -> dict[str, int | Decimal]:
    """Sum everything that is not split with one question for each table."""
    found: dict[str, int | Decimal] = {}
    for table in dict.fromkeys(TABLES.values()):
        mine = [each for each in INDICATORS if TABLES[each.pages[0]] == table and not each.split]
        parts = [_sum(each, period) for each in mine if each.measure != "people"]
        (row,) = engine.rows(f'SELECT {", ".join(parts)} FROM "{table}" t WHERE {ALIVE}')
        told = iter(row)
        for each in mine:
            if each.measure == "people":
                found[each.code] = 0  # asked apart; keeps its place
            elif each.measure == "progress":
                found[each.code] = mean(next(told) or 0, next(told) or 0)
            else:
                found[each.code] = int(next(told) or 0)
    return found


def _sum(each: Indicator, period: Period) -> str:
    condition = each.condition(period)
    if each.measure == "persons":
        return f"sum(CASE WHEN {condition} THEN COALESCE(t.persons, 0) ELSE 0 END)"
    if each.measure == "progress":
        return f"sum(CASE WHEN {condition} THEN {progress(period)} ELSE 0 END), sum({true(condition)})"
    return f"sum({true(condition)})"


def progress(period: Period) -> str:
    """Give the SQL of a task's progress in per cent: 100 once done, 0 where nobody said."""
    return f"CASE WHEN {facts('action', period)['done']} THEN 100 ELSE COALESCE(t.progress, 0) END"


def mean(total: int, count: int) -> Decimal:
    """Give the mean with one decimal as Excel rounds it; 0 where there is nothing."""
    tenth = Decimal("0.1")
    return (Decimal(total) / count).quantize(tenth, ROUND_HALF_UP) if count else Decimal(0)


def _splits(period: Period) -> dict[str, int | Decimal]:
    found: dict[str, int | Decimal] = {}
    for each in INDICATORS:
        if each.split is None:
            continue
        table, condition = TABLES[each.pages[0]], each.condition(period)
        if each.split == "countries":
            inner = (
                f'SELECT DISTINCT t.id, i.value AS item FROM "{table}" t '
                f"JOIN {engine.items_of('t.countries')} i ON 1 = 1 WHERE {ALIVE} AND {condition}"
            )
        else:
            inner = f'SELECT t.id, t.{each.split} AS item FROM "{table}" t WHERE {ALIVE} AND {condition}'
        asked = f"SELECT item, count(*) FROM ({inner}) x WHERE item IS NOT NULL GROUP BY item"
        rows = sorted(engine.rows(asked), key=lambda row: (-row[1], row[0]))
        found |= {f"{each.code}:{item}": number for item, number in rows}
    return found


def _people(period: Period) -> int:
    about, _ = indicator("I06")
    assert about is not None
    asked = (
        "SELECT count(DISTINCT m.same_person) FROM member m JOIN delegation t ON t.id = m.owner_id "
        f"WHERE {ALIVE} AND {about.condition(period)} AND m.same_person <> ''"
    )
    return int(engine.rows(asked)[0][0])
