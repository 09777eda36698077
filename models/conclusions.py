"""Conclusions: the numbered points of a session's minutes."""

from collections.abc import Sequence

from models import engine, options
from models.attached import Links, Told
from models.fields import Choice, Link, Listed, LongText, Text
from models.record import Record
from models.rules import OPEN_ACTIONS
from models.sessions import Session
from models.text import mark, say, say_n

# The actions whose source is one of the records of a kind, and those that carry them on: source, id.
LINE = (
    "WITH RECURSIVE line(source, id) AS (SELECT l.to_id, l.from_id FROM link l "
    "WHERE l.from_kind = 'action' AND l.field = 'source' AND l.to_kind = ? AND l.to_id IN ({marks}) "
    "UNION SELECT line.source, a.id FROM line JOIN follow_up a ON a.earlier_id = line.id) "
)
# A conclusion (t) that is not for the other side alone, and of which no action was made.
UNASSIGNED = (
    "COALESCE(t.responsible, 'BOTH') <> 'THEIRS' AND NOT EXISTS (SELECT 1 FROM link l JOIN follow_up a "
    "ON a.id = l.from_id AND a.removed_at IS NULL WHERE l.from_kind = 'action' AND l.field = 'source' "
    "AND l.to_kind = 'conclusion' AND l.to_id = t.id)"
)


def outcomes(numbers: Sequence[int]) -> dict[int, str]:
    """Tell in words what became of conclusions, in one question: not assigned, tasks open, done, called off."""
    asked = (
        LINE.format(marks=", ".join("?" * len(numbers)))
        + "SELECT source, a.state, count(*) FROM line JOIN follow_up a ON a.id = line.id AND a.removed_at IS NULL "
        "AND a.state <> 'CARRIED' GROUP BY source, a.state"
    )
    found: dict[int, dict[str, int]] = {}
    for source, state, n in engine.rows(asked, ("conclusion", *numbers)):
        found.setdefault(source, {})[state] = n
    return {number: _outcome(found.get(number, {})) for number in numbers}


def _outcome(states: dict[str, int]) -> str:
    n = sum(count for state, count in states.items() if state in OPEN_ACTIONS)
    if n:
        return say_n("{n} task open", "{n} tasks open", n).format(n=n)
    if "DONE" in states:
        return say(mark("Done", "conclusion"))
    return say(mark("Called off", "conclusion") if states else mark("Not assigned yet"))


class Conclusion(Record):
    """A numbered point of the minutes; it becomes follow-up actions that name it as their source."""

    kind = "conclusion"
    sections = {"session": mark("The conclusion"), "related": mark("Linked records")}
    named_by = "content"

    session = Link(
        Session, mark("Session"), width=34, required=True, listed=True, searched=True, aliases=("Phiên họp",)
    )
    number = Text(mark("Item"), width=8, listed=True, searched=True, aliases=("Số mục", "Mục"))
    field_of = Listed("field", mark("Field"), width=20, required=True, listed=True, aliases=("Lĩnh vực",))
    content = LongText(mark("Content"), width=50, required=True, listed=True, searched=True, aliases=("Nội dung",))
    original = LongText(mark("Original wording"), width=40, searched=True, aliases=("Nguyên văn",))
    responsible = Choice(options.Responsible, mark("Responsible side"), width=16, listed=True)
    outcome = Told(outcomes, mark("What became of it"), width=18, listed=True)
    related = Links(None, mark("Linked records"))
    note = LongText(mark("Notes"), width=30, searched=True)

    @property
    def heading(self) -> str:
        """Give the item and its content."""
        return ". ".join(part for part in (self.number, self.content) if part)
