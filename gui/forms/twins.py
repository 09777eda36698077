"""Records that may be the same as the one being typed: the same title, or the same partner about the same days."""

from datetime import date, timedelta

from gui.editors.suggestions import page_for
from models import search, store
from models.fold import fold
from models.record import Record, day_of
from models.text import say_n

AROUND = timedelta(days=3)
LOOKED_AT = 100
TWIN_FIELDS = ("partner", "starts")  # beside the title: a change of these asks again


def likely_twins(record: Record, own: int | None) -> list[tuple[str, int, str]]:
    """Give (kind, id, words) of likely duplicates of an unsaved sketch; ``own`` is the number of the record itself."""
    found = {number: None for number in [*_same_title(record), *_same_visit(record)] if number != own}
    page = page_for(record.kind)
    columns = [
        each for each in page.columns() if each.name in ("code", "name", "starts", "signed_on", "due_on", "country")
    ]
    rows = store.rows(page, list(found)[:5], columns)
    return [(record.kind, row.id, " · ".join(words for words in row.texts.values() if words)) for row in rows]


def told_of(twins: list[tuple[str, int, str]]) -> str:
    """Say that there may be such records."""
    return say_n("There may be such a record already.", "There may be such records already.", len(twins))


def _same_title(record: Record) -> list[int]:
    title = fold(record.heading)
    if len(title) < 4 or record.named_by != "name":
        return []
    numbers = [hit.record for hit in search.find(record.heading, (record.kind,), LOOKED_AT)]
    known = store.names(record.kind, numbers)
    return [number for number in numbers if fold(known.get(number, "")) == title]


def _same_visit(record: Record) -> list[int]:
    """Find visits with the same partner that begin at most three days apart."""
    if record.kind != "delegation" or not record.value("partner"):
        return []
    start = day_of(record.value("starts"))
    if start is None:
        return []
    page, partner = page_for("delegation"), record.value("partner")
    name = store.names("partner", [partner]).get(partner, "")
    columns = [page.record.field("partner"), page.record.field("starts")]
    found = []
    for year in {(start - AROUND).year, (start + AROUND).year}:
        numbers = store.find(page, store.Question(words=name, year=year), LOOKED_AT)
        for row in store.rows(page, numbers, columns):
            other = day_of(row.values["starts"])
            if row.values["partner"] == name and other and _near(other, start):
                found.append(row.id)
    return found


def _near(one: date, other: date) -> bool:
    return abs(one - other) <= AROUND
