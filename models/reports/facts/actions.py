"""Facts about follow-up actions, as they stood on the last day of the period."""

from models.reports.facts.source import Source
from models.reports.periods import Period
from models.text import mark


def _facts(period: Period) -> dict[str, str]:
    return {
        "in_period": period.contains("t.assigned_on"),
        "done": _done(period),
        "late": "t.done_on > t.due_on",
        "dropped": f"(t.state IN ('CANCELLED', 'CARRIED') AND COALESCE(t.state_since, '') <= '{period.last}')",
        "carried": "t.state = 'CARRIED'",
        "overdue": f"t.due_on < '{period.last}'",
    }


def _done(period: Period) -> str:
    return f"(t.state = 'DONE' AND COALESCE(t.done_on, t.state_since, '') <= '{period.last}')"


def _amounts(period: Period) -> dict[str, str]:
    """A task's progress in per cent: 100 once done, 0 where nobody said."""
    return {"progress:counted": f"CASE WHEN {_done(period)} THEN 100 ELSE COALESCE(t.progress, 0) END"}


ACTION = Source(
    '"follow_up" t',
    lambda period: period.touches("t.assigned_on"),
    _facts,
    _amounts,
    order="t.assigned_on",
    words={
        "in_period": mark("In the period"),
        "done": mark("Done by the end of the period"),
        "late": mark("Done after the time limit"),
        "dropped": mark("Carried over or cancelled"),
        "carried": mark("Carried over"),
        "overdue": mark("Time limit passed"),
        "progress:counted": mark("Progress counted (%)"),
    },
)
