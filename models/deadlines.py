"""Deadlines and derived states: what is overdue, due soon, expiring or late; computed, never stored."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models import days
from models.record import Record
from models.text import mark

# Days of each rule; the office may change them in Settings.
DEFAULTS: dict[str, int] = {
    "in.report": 10,
    "out.report": 15,
    "agr.copy_mofa": 15,
    "agr.expiry_far": 180,
    "agr.expiry_near": 90,
    "agr.expiry_close": 30,
    "act.due_soon": 7,
}
# What each rule means and where it comes from, as Settings shows it.
RULES: dict[str, tuple[str, str]] = {
    "in.report": (mark("Report on an inbound delegation, days after it left"), mark("Habit of the office")),
    "out.report": (
        mark("Report on an outbound delegation, days after its return"),
        mark("15 days as in Circular 03/2023/TT-BNV, article 12"),
    ),
    "agr.copy_mofa": (
        mark("Copy of an agreement to the Ministry of Foreign Affairs, days after signing"),
        mark("Law 70/2020/QH14, article 19"),
    ),
    "agr.expiry_far": (mark("First notice before an agreement expires, days"), mark("Habit of the office")),
    "agr.expiry_near": (mark("Second notice before an agreement expires, days"), mark("Habit of the office")),
    "agr.expiry_close": (mark("Last notice before an agreement expires, days"), mark("Habit of the office")),
    "act.due_soon": (mark("Notice before an action is due, days"), mark("Habit of the office")),
}
_chosen: dict[str, int] = {}


def use_office_rules(chosen: dict[str, int]) -> None:
    """Take over the days that the office set."""
    _chosen.clear()
    _chosen.update({key: value for key, value in chosen.items() if key in DEFAULTS})


def limit(rule: str) -> int:
    """Give the days of a rule."""
    return _chosen.get(rule, DEFAULTS[rule])


@dataclass(frozen=True)
class Standing:
    """How a record stands today, beside its state: a sentence with its tone."""

    words: str
    tone: str
    values: tuple[tuple[str, Any], ...] = ()

    def text(self, language: str | None = None) -> str:
        """Give the sentence."""
        from models.text import say

        return say(self.words, language).format(**dict(self.values))


OPEN_ACTIONS = ("NEW", "DOING", "WAIT_CONFIRM", "PAUSED")
ENDED = ("ENDED", "RETURNED")


def standing(record: Record) -> Standing | None:
    """Tell how a record stands today; None where there is nothing to say."""
    judge = _JUDGES.get(record.kind)
    return judge(record) if judge and not record.draft else None


def _action(action: Any) -> Standing | None:
    if action.state == "DONE":
        if not action.due_on:
            return Standing(mark("Done, no time limit"), "ok")
        late = action.done_on and action.done_on > action.due_on
        return Standing(mark("Done late"), "warn") if late else Standing(mark("Done in time"), "ok")
    if action.state not in OPEN_ACTIONS:
        return None
    if not action.due_on:
        return Standing(mark("No time limit"), "neutral")
    left = (date.fromisoformat(action.due_on) - days.today()).days
    if left < 0:
        return Standing(mark("Overdue by {n} days"), "bad", (("n", -left),))
    if left <= limit("act.due_soon"):
        return Standing(mark("Due in {n} days"), "warn", (("n", left),))
    return Standing(mark("In time"), "ok")


def _delegation(delegation: Any) -> Standing | None:
    due = report_due(delegation)
    if due is None:
        return None
    left = (due - days.today()).days
    if left < 0:
        return Standing(mark("Report late by {n} days"), "bad", (("n", -left),))
    return Standing(mark("Report due in {n} days"), "warn", (("n", left),))


def report_due(delegation: Any) -> date | None:
    """Give the day by which the report on an ended delegation is owed; None where none is owed."""
    if delegation.state not in ENDED or not delegation.ends:
        return None
    rule = "out.report" if delegation.direction == "out" else "in.report"
    return days.last(delegation.ends) + timedelta(days=limit(rule))


def copy_due(agreement: Any) -> date | None:
    """Give the day by which the copy goes to the ministry; None where none is owed or it was sent."""
    if agreement.copy_date or not agreement.signed_on or len(agreement.signed_on) < 10:
        return None
    if (
        agreement.state not in ("SIGNED", "IN_FORCE")
        or agreement.type in NO_COPY
        or agreement.signed_as == "TRUNG_UONG"
    ):
        return None
    return date.fromisoformat(agreement.signed_on) + timedelta(days=limit("agr.copy_mofa"))


# Documents that are no agreement under Law 70/2020/QH14, so that no copy is owed.
NO_COPY = ("ket_nghia_ban", "dieu_uoc", "tw")


def _agreement(agreement: Any) -> Standing | None:
    if agreement.state == "IN_FORCE" and agreement.valid_until and not agreement.renews:
        left = (days.last(agreement.valid_until) - days.today()).days
        if left < 0:
            return Standing(mark("Past its end by {n} days"), "bad", (("n", -left),))
        for rule, tone in (("agr.expiry_close", "bad"), ("agr.expiry_near", "warn"), ("agr.expiry_far", "info")):
            if 0 <= left <= limit(rule):
                return Standing(mark("Expires in {n} days"), tone, (("n", left),))
    due = copy_due(agreement)
    if due is None:
        return None
    left = (due - days.today()).days
    if left < 0:
        return Standing(mark("Copy to the ministry late by {n} days"), "bad", (("n", -left),))
    return Standing(mark("Copy to the ministry due in {n} days"), "warn", (("n", left),))


_JUDGES: dict[str, Callable[[Any], Standing | None]] = {
    "action": _action,
    "delegation": _delegation,
    "agreement": _agreement,
}


# What the judges look at, so that a list need not read whole records.
NEEDED: dict[str, frozenset[str]] = {
    "action": frozenset({"due_on", "done_on"}),
    "delegation": frozenset({"ends"}),
    "agreement": frozenset({"valid_until", "renews", "copy_date", "signed_on", "type", "signed_as"}),
}


@dataclass(frozen=True)
class Concern:
    """A list on the start page: which records of a page need attention, most urgent first."""

    name: str
    title: str
    page: str
    tone: str
    condition: str
    values: Callable[[], tuple[str, ...]]
    order: str


def _day(offset: int = 0) -> str:
    return (days.today() + timedelta(days=offset)).isoformat()


_STATES = ", ".join(f"'{state}'" for state in OPEN_ACTIONS)
_NO_COPY = ", ".join(f"'{kind}'" for kind in NO_COPY)
_IN_FORCE = "state = 'IN_FORCE' AND valid_until IS NOT NULL AND COALESCE(renews, 0) = 0"
# The last day of a whole or partial day, as far as comparing needs it: 2027 → 2027-12-31, 2027-02 → 2027-02-31.
_LAST_DAY = "valid_until || substr('-12-31', length(valid_until) - 3)"
_COPY = (
    "state IN ('SIGNED', 'IN_FORCE') AND copy_date IS NULL AND length(signed_on) = 10 "
    f"AND signed_as <> 'TRUNG_UONG' AND type NOT IN ({_NO_COPY})"
)

CONCERNS: tuple[Concern, ...] = (
    Concern(
        "overdue",
        mark("Overdue actions"),
        "action",
        "bad",
        f"state IN ({_STATES}) AND due_on < ?",
        lambda: (_day(),),
        "due_on",
    ),
    Concern(
        "soon",
        mark("Actions due soon"),
        "action",
        "warn",
        f"state IN ({_STATES}) AND due_on BETWEEN ? AND ?",
        lambda: (_day(), _day(limit("act.due_soon"))),
        "due_on",
    ),
    Concern(
        "expired",
        mark("Agreements past their end"),
        "agreement",
        "bad",
        f"{_IN_FORCE} AND valid_until < substr(?, 1, length(valid_until))",
        lambda: (_day(),),
        "valid_until",
    ),
    Concern(
        "expiring",
        mark("Agreements that expire soon"),
        "agreement",
        "warn",
        f"{_IN_FORCE} AND valid_until >= substr(?, 1, length(valid_until)) AND {_LAST_DAY} <= ?",
        lambda: (_day(), _day(limit("agr.expiry_far"))),
        "valid_until",
    ),
    Concern("copy", mark("Copies not yet sent to the ministry"), "agreement", "warn", _COPY, lambda: (), "signed_on"),
    Concern(
        "in_report",
        mark("Inbound delegations without report"),
        "inbound",
        "warn",
        "state = 'ENDED' AND ends IS NOT NULL",
        lambda: (),
        "ends",
    ),
    Concern(
        "out_report",
        mark("Trips without report"),
        "outbound",
        "warn",
        "state = 'RETURNED' AND ends IS NOT NULL",
        lambda: (),
        "ends",
    ),
)
