"""The indicators of agreements, sessions, mechanisms and follow-up actions."""

from models.reports.codes.indicator import Indicator
from models.text import mark

_DEAL, _TASK = ("agreement",), ("action",)
_OPEN = ("in_period", "!done", "!dropped")
_IN_FORCE = mark(
    "Agreements of the province in force on the last day: signed and effective, not run out (or renewed by itself), "
    "not ended and not suspended."
)

AGREEMENTS: tuple[Indicator, ...] = (
    Indicator(
        "I10",
        mark("Agreements signed in the period"),
        mark("Agreements of the province by their day of signing; without central ones and village twinnings."),
        _DEAL,
        ("signed_in_period", "own"),
    ),
    Indicator("I11", mark("Agreements in force at the end of the period"), _IN_FORCE, _DEAL, ("in_force", "own")),
    Indicator(
        "I12",
        mark("Agreements in force by country"),
        mark("Agreements of I11 by country; one of two countries counts in each."),
        _DEAL,
        ("in_force", "own"),
        split="countries",
    ),
    Indicator(
        "I13",
        mark("Agreements in force by signing body"),
        mark("Agreements of I11 by the body in whose name they are signed."),
        _DEAL,
        ("in_force", "own"),
        split="signed_as",
    ),
    Indicator(
        "I14",
        mark("Twinnings of districts and communes in force"),
        mark("Agreements of I11 of the kind twinning."),
        _DEAL,
        ("in_force", "own", "twinning"),
    ),
    Indicator(
        "I15",
        mark("Village twinnings in force"),
        mark("Village twinnings in force on the last day; they are not among I10 to I13."),
        _DEAL,
        ("in_force", "village"),
    ),
    Indicator(
        "I16",
        mark("Agreements that expire soon"),
        mark("Agreements of I11 that end within the days of warning after the last day and do not renew themselves."),
        _DEAL,
        ("expiring", "own"),
        source="counted",
    ),
    Indicator(
        "I17",
        mark("Agreements with a late copy to the ministry"),
        mark("Signed agreements whose copy had not gone to the Ministry of Foreign Affairs in time by the last day."),
        _DEAL,
        ("copy_late", "own"),
        source="counted",
    ),
)
MEETINGS: tuple[Indicator, ...] = (
    Indicator(
        "I20",
        mark("Sessions and talks"),
        mark("Sessions that were held (with or without minutes) and began in the period."),
        ("session",),
        ("in_period", "held"),
    ),
    Indicator(
        "I21",
        mark("Minutes signed"),
        mark(
            "Sessions held whose minutes were signed in the period, and minutes in the register of agreements that "
            "were signed in the period and that no such session names as its document."
        ),
        ("session", "agreement"),
        ("minutes",),
    ),
    Indicator(
        "I22",
        mark("Mechanisms at work"),
        mark("Mechanisms set up by the last day that were neither dormant nor ended on it."),
        ("mechanism",),
        ("active",),
        level=True,
    ),
    Indicator(
        "I22",
        mark("Mechanisms at work"),
        mark("Mechanisms of I22 by kind."),
        ("mechanism",),
        ("active",),
        split="mechanism_kind",
        level=True,
    ),
)


def _task(code: str, words: str, rule: str, *facts: str) -> Indicator:
    return Indicator(code, words, rule, _TASK, facts, source="counted")


ACTIONS: tuple[Indicator, ...] = (
    _task("I30", mark("Tasks assigned in the period"), mark("Tasks by the day they were assigned."), "in_period"),
    _task(
        "I31",
        mark("Tasks done in time"),
        mark("Tasks of I30 done by the last day, not after their time limit or without one."),
        *("in_period", "done", "!late"),
    ),
    _task(
        "I32",
        mark("Tasks done late"),
        mark("Tasks of I30 done by the last day, after their time limit."),
        *("in_period", "done", "late"),
    ),
    _task(
        "I33",
        mark("Tasks open, in time"),
        mark("Tasks of I30 still open on the last day whose time limit had not passed, or that have none."),
        *(*_OPEN, "!overdue"),
    ),
    _task(
        "I34",
        mark("Tasks open, overdue"),
        mark("Tasks of I30 still open on the last day whose time limit had passed."),
        *(*_OPEN, "overdue"),
    ),
    _task(
        "I30:CARRIED",
        mark("Tasks carried over"),
        mark("Tasks of I30 carried over to a later session by the last day."),
        *("in_period", "dropped", "carried"),
    ),
    _task(
        "I30:CANCELLED",
        mark("Tasks cancelled"),
        mark("Tasks of I30 cancelled by the last day."),
        *("in_period", "dropped", "!carried"),
    ),
    Indicator(
        "I35",
        mark("Mean progress of tasks (%)"),
        mark("The mean of the progress of the tasks of I30 that are neither carried over nor cancelled; done is 100."),
        _TASK,
        ("in_period", "!dropped"),
        "mean",
        "progress:counted",
        source="counted",
    ),
)
