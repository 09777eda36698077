"""Records offered in a look-up: found by any of their names, told apart by place, day and code."""

from gui.editors.picking import Suggestion
from models import kinds, search, store
from models.fold import fold
from models.kinds import Page
from models.record import Numbered
from models.text import mark, say

MOST = 12
CREATE = mark("+ Create new: “{text}”")
CREATE_BLANK = mark("+ Create new …")
# What tells namesakes apart, by kind; a file code comes first where the kind has one.
_BESIDE = {
    "partner": ("country", "parent"),
    "unit": ("level", "parent"),
    "person": ("position", "country"),
    "delegation": ("starts",),
    "agreement": ("signed_on",),
    "action": ("due_on",),
}
_ANY = tuple(_BESIDE)


def page_for(kind: str) -> Page:
    """Give the page that shows all records of a kind."""
    return kinds.page_named(kind)


def suggest(kind: str | None, words: str) -> list[Suggestion]:
    """Give the records of a kind (or of any) that fit the words, and last the way to create one."""
    if words:
        hits = [(hit.kind, hit.record) for hit in search.find(words, (kind,) if kind else _ANY, MOST)]
    elif kind:
        page = page_for(kind)
        hits = [(kind, number) for number in store.find(page, store.Question(), MOST)]
    else:
        hits = []
    found = describe(hits, many_kinds=kind is None)
    if kind:
        label = say(CREATE).format(text=words) if words else say(CREATE_BLANK)
        found.append(Suggestion(kind, label, create=True))
    return found


def describe(hits: list[tuple[str, int]], many_kinds: bool = False) -> list[Suggestion]:
    """Name records, each with what tells it from its namesakes, in their order."""
    made: dict[tuple[str, int], Suggestion] = {}
    for kind in dict.fromkeys(kind for kind, _ in hits):
        page = page_for(kind)
        columns = [page.record.field(name) for name in (page.record.named_by, *_BESIDE.get(kind, ()))]
        if issubclass(page.record, Numbered):
            columns.insert(1, page.record.field("code"))
        for row in store.rows(page, [number for each, number in hits if each == kind], columns):
            name = row.texts[page.record.named_by]
            parts = [row.texts[column.name] for column in columns if column.name != page.record.named_by]
            if many_kinds:
                parts.insert(0, say(page.one))
            made[kind, row.id] = Suggestion(f"{kind}:{row.id}", name, " · ".join(part for part in parts if part))
    return _apart([made[hit] for hit in hits if hit in made])


def _apart(found: list[Suggestion]) -> list[Suggestion]:
    """Number those that still look the same."""
    shown = [each.shown() for each in found]
    return [
        Suggestion(each.key, each.text, f"{each.beside} · № {each.key.partition(':')[2]}".strip(" ·"))
        if shown.count(each.shown()) > 1
        else each
        for each in found
    ]


def only_namesake(kind: str | None, words: str) -> str | None:
    """Give the reference of the one record called exactly so, marks optional; None where there are none or several."""
    told = fold(words)
    found = [each.key for each in suggest(kind, words) if not each.create and fold(each.text) == told] if told else []
    return found[0] if len(found) == 1 else None


def names_of(references: list[str]) -> dict[str, str]:
    """Give the names of records of several kinds by their references."""
    found: dict[str, str] = {}
    pairs = [(kind, int(number)) for kind, _, number in (each.partition(":") for each in references)]
    for kind in dict.fromkeys(kind for kind, _ in pairs):
        known = store.names(kind, (number for each, number in pairs if each == kind))
        found |= {f"{kind}:{number}": name for number, name in known.items()}
    return found
