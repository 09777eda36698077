"""The annual report as content: the office's own facts, figures, statistics, registers, and how all was counted."""

from dataclasses import dataclass
from datetime import date, datetime

from models import days, deadlines, engine
from models.reports import details, rows
from models.reports.figures import Figure
from models.reports.head import Head, office_head
from models.reports.indicators import summary
from models.reports.periods import Period
from models.reports.registers import Register, optional, register
from models.reports.statistics import Statistics, statistics
from models.text import mark, say


@dataclass(frozen=True)
class Report:
    """A report at the moment it was made; it does not change when records do."""

    period: Period
    language: str | None
    today: date
    made_at: datetime
    head: Head
    figures: tuple[Figure, ...]
    statistics: Statistics
    registers: tuple[Register, ...]
    notes: tuple[str, ...]

    def register(self, name: str) -> Register:
        """Give one register by its name."""
        return next(each for each in self.registers if each.name == name)


def annual(period: Period, language: str | None = None, today: date | None = None) -> Report:
    """Gather a report for a period from the open office, all from one state of the data."""
    with engine.one_state():
        figures, tables, head = tuple(summary(period)), statistics(period, language), office_head()
        registers = (
            *(register(name, period, language) for name in ("inbound", "outbound")),
            details.members(period, language),
            *(register(name, period, language) for name in ("agreement", "action")),
            *optional(period, language),
            *rows.payments(period, language),
            *rows.gate_changes(period, language),
            *(details.split(axis, period, language) for axis in ("country", "field", "unit")),
            *details.sectors(period, language),
            details.entered_figures(figures, language),
        )
    return Report(
        period,
        language,
        today or days.today(),
        datetime.now(),
        head,
        figures,
        tables,
        registers,
        tuple(notes(period, language)),
    )


# How everything was counted, as the sheet states it.
_RULES: tuple[str, ...] = (
    mark(
        "Delegations are counted in the period in which they began (day of arrival or departure), once they took "
        "place: in progress, ended, reported or closed. A day known only by its year or month counts where the whole "
        "year or month lies in the period. Drafts and removed records never count."
    ),
    mark(
        "Number of delegations: one for each delegation. Trips of persons: the number of persons of each delegation, "
        "added up. Persons: different members by name; a name that stands twice counts once, unless the members are "
        "linked to different persons of the register. Members without a name are not in this figure."
    ),
    mark(
        "By country, field and unit a delegation counts once for each of them, so these rows do not add up to the "
        "number of delegations."
    ),
    mark(
        "Agreements are counted as of {last}. Documents of the central level and treaties, kept for reference, and "
        "village twinnings (I15) are not among the agreements of I10 to I13, I16 and I17; twinnings of districts and "
        "communes (I14) are. In force: signed and effective, not run out (or renewed by itself), ended or suspended "
        "on that day. An agreement in force of which no day is known counts."
    ),
    mark(
        "I16: agreements that end within {far} days after {last} and are not renewed by themselves. I17: no copy had "
        "gone to the Ministry of Foreign Affairs {copy} days after signing."
    ),
    mark(
        "Tasks: those assigned in the period, as they stood on {last}. A task due on that day is in time; without "
        "time limit it is in time. Carried over and cancelled tasks are in I30 but in none of I31 to I34 and I35. "
        "Progress is as entered last; a task that is done counts 100."
    ),
    mark(
        "Entered figures count only where their whole period lies in the period of the report. Opening balances are "
        "added to what is counted; a figure of the period stands for its code where nothing is counted, and beside a "
        "count it stands apart and is not added. Of figures whose periods overlap the longest counts; of a level, such "
        "as the length of the border, the latest. Figures of another scope or unit stand apart. A word such as "
        "“nearly” passes on to the sum."
    ),
    mark("The rule of each figure stands on the last sheet."),
)


def notes(period: Period, language: str | None = None) -> list[str]:
    """State the rules of counting, with this period's days."""
    values = {
        "last": days.text(period.last.isoformat()),
        "far": deadlines.limit("agr.expiry_far"),
        "copy": deadlines.limit("agr.copy_mofa"),
    }
    return [f"{place}. {say(rule, language).format(**values)}" for place, rule in enumerate(_RULES, 1)]
