"""The fields of a record as lines of a paper; what is empty is left out."""

from collections.abc import Sequence

from models import store
from models.attached import Links
from models.fields import Amount, Count, Link
from models.paper.sheet import Align, Grid, Line
from models.record import Detail, Entity
from models.text import mark, say

NOT_KNOWN = mark("not known")


class Facts:
    """A record whose fields are asked for by name; the names of linked records are fetched once for all."""

    def __init__(self, record: Entity) -> None:
        """Fetch the names of everything the record links to, in one question a kind."""
        self.record = record
        self._unknown = (getattr(record, "unknown", None) or "").split()
        self._linked = {field.name: _references(record, field) for field in record.asked()}
        every = [reference for references in self._linked.values() for reference in references]
        kinds = {kind for kind, _ in every}
        self._names = {kind: store.names(kind, (number for k, number in every if k == kind)) for kind in kinds}

    def text(self, name: str) -> str:
        """Give a field in words: "" where it is empty, "not known" where the source does not say."""
        field = type(self.record).field(name)
        value = self.record.value(name)
        if field.empty(value):
            return say(NOT_KNOWN) if name in self._unknown else ""
        if isinstance(field, Link | Links):
            found = (self._names[kind].get(number, "") for kind, number in self._linked[name])
            return "; ".join(name for name in found if name)
        return self.record.shown(field)

    def label(self, name: str) -> str:
        """Give the label of a field on this record."""
        return say(self.record.label(type(self.record).field(name)))

    def lines(self, names: Sequence[str]) -> tuple[Line, ...]:
        """Give a line for each field that is filled in."""
        asked = {field.name for field in self.record.asked()}
        told = ((self.label(name), self.text(name)) for name in names if name in asked)
        return tuple(Line(label, text) for label, text in told if text)

    def document(self, stem: str) -> str:
        """Write a document as papers cite it: its number, its day and who issued it."""
        number, day = self.text(f"{stem}_number"), self.text(f"{stem}_date")
        issuer = self.text(f"{stem}_issuer") if f"{stem}_issuer" in type(self.record)._meta.fields else ""
        parts = (
            (mark("No. {words}"), number),
            (mark("of {words}", "day"), day),
            (mark("by {words}", "issuer"), issuer),
        )
        return " ".join(say(words).format(words=told) for words, told in parts if told)


def table(rows: Sequence[Detail]) -> Grid | None:
    """Give rows of details as a table; what is private, or empty in every row, is left out."""
    told = [Facts(row) for row in rows]
    described = rows[0].described() if rows else ()
    beside = {getattr(field, "currency", "") for field in described}  # stands with its amount
    cells = {
        field: [each.text(field.name) if each.record.value(field.name) is not False else "" for each in told]
        for field in described
        if not field.personal and field.name not in beside
    }
    shown = [field for field, texts in cells.items() if any(texts)]
    if not shown:
        return None
    weights = [min(max(field.width, 8), 36) for field in shown]
    aligns: list[Align] = ["right" if isinstance(field, Count | Amount) else "left" for field in shown]
    return Grid(
        headers=(say(mark("No.")), *(say(field.label) for field in shown)),
        rows=tuple((str(place + 1), *(cells[field][place] for field in shown)) for place in range(len(rows))),
        widths=(6.0, *(94.0 * weight / sum(weights) for weight in weights)),
        aligns=("center", *aligns),
    )


def _references(record: Entity, field: object) -> list[tuple[str, int]]:
    if isinstance(field, Link):
        number = record.value(field.name)
        return [(field.rel_model.kind, number)] if number else []
    if isinstance(field, Links):
        told = (reference.partition(":") for reference in record.value(field.name))
        return [(kind, int(number)) for kind, _, number in told]
    return []
