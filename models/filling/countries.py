"""Names of the delegations by country, those that came and those that went apart."""

from collections.abc import Sequence
from functools import partial

from models.filling.figures import Figures
from models.filling.naming import Listing, Name, Names, Value, value_of
from models.filling.spelling import NUMBER
from models.reports.statistics import along, of_several_countries
from models.text import mark, say

_COLUMNS = (
    NUMBER,
    Name("ten", ("name", "nuoc", "country"), mark("Country")),
    Name("so_doan", ("delegations", "gia_tri"), mark("Delegations")),
    Name("so_nguoi", ("persons", "luot_nguoi"), mark("Persons")),
)
# Direction, where its numbers stand in a line of the statistics, its figures, its names.
_WAYS = (
    (
        ("in", 0, ("i01", "i02")),
        Name("doan_vao_theo_nuoc", ("inbound_by_country",), mark("Inbound delegations by country")),
        Name("doan_vao_nhieu_nuoc", ("inbound_of_several",), mark("Inbound delegations of several countries")),
    ),
    (
        ("out", 2, ("i04", "i05")),
        Name("doan_ra_theo_nuoc", ("outbound_by_country",), mark("Outbound delegations by country")),
        Name("doan_ra_nhieu_nuoc", ("outbound_of_several",), mark("Outbound delegations to several countries")),
    ),
)


def put_countries(names: Names, figures: Figures) -> None:
    """Add both lists, and how many delegations stand in several rows of each: without these it adds up."""
    language = figures.language
    for (way, place, codes), listing, several in _WAYS:
        names.add_list(Listing(_said(listing, language), _COLUMNS, partial(_rows, place, codes, figures)))
        names.add(_said(several, language), partial(_several, way, figures))


def _said(name: Name, language: str) -> Name:
    return Name(name.name, name.also, say(name.words, language))


def _several(way: str, figures: Figures) -> Value:
    return value_of(of_several_countries(figures.period).get(way, 0))


def _rows(place: int, codes: Sequence[str], figures: Figures) -> Sequence[Sequence[Value]]:
    """Give the countries, the most frequent first; at the end what names none, as entered figures do."""
    lines = along("country", figures.period, figures.language)
    known = [(each.label, each.values[place], each.values[place + 1]) for each in lines if each.key is not None]
    rows = sorted((row for row in known if row[1]), key=lambda row: row[1], reverse=True)
    numbers = [
        sum(each.values[place + nth] for each in lines if each.key is None) + _entered(code, figures)
        for nth, code in enumerate(codes)
    ]
    if numbers[0]:
        rows.append((say(mark("Country not known"), figures.language), numbers[0], numbers[1]))
    return [tuple(value_of(each) for each in (number, *row)) for number, row in enumerate(rows, 1)]


def _entered(code: str, figures: Figures) -> int:
    found = figures.found.get(code)
    return int(found.entered or 0) if found else 0
