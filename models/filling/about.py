"""All names for a period, or for one record, gathered from the office that is open."""

from collections.abc import Iterator, Sequence
from datetime import date

from models import discretion
from models.filling.countries import put_countries
from models.filling.figures import Figures
from models.filling.frame import office_names
from models.filling.naming import Listing, Name, Names, Value, value_of
from models.filling.of_record import put_record
from models.filling.spelling import NUMBER, STANDING, STATE, name_of, names_of
from models.kinds import PAGES
from models.record import Record
from models.reports import details
from models.reports.columns import Column
from models.reports.periods import Period
from models.reports.registers import Register, register
from models.reports.shown import DAYS, DOCUMENTS, SHOWN, SIGNERS
from models.reports.shown import STANDING as STANDING_COLUMN
from models.reports.shown import STATE as STATE_COLUMN
from models.text import mark, say, spoken

_NEVER = Period(date.min, date.min)
_OWN = {
    "(number)": NUMBER,
    STATE_COLUMN: STATE,
    STANDING_COLUMN: STANDING,
    DAYS: Name("so_ngay", ("days",), mark("Days")),
    SIGNERS: Name("nguoi_ky", ("signers",), mark("Signed by (both sides)")),
}


def of_period(period: Period, language: str | None = None, *, with_personal: bool = False) -> Names:
    """Give what a template of a report may name: the office, the period, every figure, every register."""
    language = language or spoken()
    names = Names(language)
    names.add_all([*_period(period, language), *office_names(language)])
    figures = Figures(period, language)
    figures.put_into(names)
    put_countries(names, figures)
    for page in SHOWN:
        names.add_list(_register(page, period, language))
    names.add_list(_members(period, language, with_personal))
    if not with_personal:
        for name in _personal_of_members(language):
            names.withhold(name)
    return names


def of_record(record: Record, language: str | None = None, *, with_personal: bool = False) -> Names:
    """Give what a template of a record may name: its fields, its rows, its summary, the office.

    Raises ``OfficeRefused`` where the record is restricted and was not ticked.
    """
    discretion.allow(record)
    language = language or spoken()
    names = Names(language)
    put_record(names, record, with_personal=with_personal)
    names.add_all(office_names(language))
    return names


def every_name(names: Names) -> Iterator[tuple[str, str, str]]:
    """Give every name as a template writes it, its other spellings, and what it is."""
    for name, read in names.singles:
        also = (each for each in name.also if names.means(each, read))
        yield "{{" + name.name + "}}", ", ".join(also), name.words
    for listing in names.lists:
        for column in listing.columns:
            words = f"{listing.name.words}: {say(column.words, names.language)}"
            yield "{{" + f"{listing.name.name}.{column.name}" + "}}", ", ".join(column.also), words


def _period(period: Period, language: str) -> list[tuple[Name, Value]]:
    told: tuple[tuple[str, tuple[str, ...], str, object], ...] = (
        ("ky_bao_cao", ("period",), mark("Period"), period.name(language)),
        ("tu_ngay", ("from_day", "first_day"), mark("From day"), period.first),
        ("den_ngay", ("to_day", "last_day"), mark("To day"), period.last),
        ("nam", ("year", "nam_bao_cao"), mark("Year"), period.last.year),
    )
    return [
        (Name(name, also, say(words, language)), value_of(value, str(value) if isinstance(value, int) else None))
        for name, also, words, value in told
    ]


def _register(page: str, period: Period, language: str) -> Listing:
    about = PAGES[page]
    name = name_of(about.title, language, say(about.one, "vi"), page)
    shown = tuple(_OWN.get(each.name, each) for each in _names_of_columns(page, language))
    return Listing(name, shown, lambda: _rows(register(page, period, language), language))


def _names_of_columns(page: str, language: str) -> list[Name]:
    """Name the columns of a register in their order."""
    about = PAGES[page]
    shown = ("(number)", *SHOWN[page])
    fields = [about.record.field(each) for each in shown if not each.startswith("(")]
    known = dict(zip((field.name for field in fields), names_of(fields, about.label, language), strict=True))
    found = []
    for each in shown:
        if each in DOCUMENTS:
            found.append(name_of(DOCUMENTS[each][0], language, each.strip("()")))
        else:
            found.append(_OWN[each] if each in _OWN else known[each])
    return found


def _rows(found: Register, language: str) -> Sequence[Sequence[Value]]:
    kept = [place for place, column in enumerate(found.columns) if not column.helper]
    return [tuple(value_of(row[place], None, language) for place in kept) for row in found.rows]


def _members(period: Period, language: str, with_personal: bool) -> Listing:
    """Name the members of all delegations of the period; passports only where they were ticked."""
    nothing = details.members(_NEVER, language, with_passports=with_personal)  # its columns are those of any period
    columns = [column for column in nothing.columns if not column.helper]

    def read() -> Sequence[Sequence[Value]]:
        return _rows(details.members(period, language, with_passports=with_personal), language)

    name = Name("thanh_vien", ("members", "thanh_vien_doan"), say(mark("Members of delegations"), language))
    return Listing(name, tuple(_column(each) for each in columns), read)


def _column(each: Column) -> Name:
    from models.delegations import Member

    known = {field.name: field for field in Member.described()}
    if each.name in known:
        return names_of([known[each.name]], lambda field: field.label, "vi")[0]
    own = {"code": mark("File code"), "delegation": mark("Delegation")}
    return name_of(own[each.name], "vi", each.name)


def _personal_of_members(language: str) -> list[Name]:
    from models.delegations import Member

    fields = [field for field in Member.described() if field.personal or field.name.startswith("passport")]
    return names_of(fields, lambda field: field.label, language)
