"""The rule of the office: so many months after a visit its personal details are purged; off until somebody sets it."""

from datetime import date

from models import days, engine, history
from models.delegations import Delegation, Member
from models.states import InboundState, OutboundState
from models.store.reading import load
from models.store.saving import purge_personal
from models.store.settings import set_setting, setting
from models.text import mark, say, say_n

SETTING = "purge_months"
MONTHS = (1, 3, 6, 12, 24)
"""What may be chosen; six months are usual."""
OVER = (
    *(InboundState.ENDED, InboundState.REPORTED, InboundState.CLOSED, InboundState.REJECTED, InboundState.CANCELLED),
    *(OutboundState.RETURNED, OutboundState.REPORTED, OutboundState.CLOSED),
    *(OutboundState.REJECTED, OutboundState.CANCELLED),
)
"""Only what has ended is purged by the rule."""


def months() -> int | None:
    """Give after how many months details are purged; None where the rule is off."""
    told: int | None = setting(SETTING)
    return told


def set_months(number: int | None) -> None:
    """Set the rule of the office, or turn it off with None; raise ``Closed`` or ``SaveFailed``."""
    set_setting(SETTING, number)


def due(number: int | None = None, only: int | None = None) -> list[int]:
    """Give the delegations whose details are due by the rule, or by a rule of so many months.

    A day that somebody set for one delegation goes before the rule. A delegation for which something was typed and
    not saved waits until that is saved or given up. ``only`` asks for one delegation.
    """
    number = number or months()
    if not number:
        return []
    values = " OR ".join(f'm."{each.column_name}" IS NOT NULL' for each in Member.described() if each.personal)  # type: ignore[attr-defined]
    over = ", ".join("?" * len(set(OVER)))
    asked = (
        f"SELECT id, starts, ends, state_since, purge_on, "
        f"EXISTS (SELECT 1 FROM member m WHERE m.owner_id = delegation.id AND ({values})) FROM delegation "
        f"WHERE NOT draft AND state IN ({over}) AND (? IS NULL OR id = ?) AND NOT EXISTS "
        "(SELECT 1 FROM unfinished u WHERE u.kind = 'delegation' AND u.record = delegation.id) ORDER BY id"
    )
    found = engine.rows(asked, (*dict.fromkeys(OVER), only, only))
    late = [(each, held) for each, *told, held in found if _day(number, *told) <= days.today()]
    return [each for each, held in late if held or history.holding(history.owners(Delegation.kind, each))]


def _day(number: int, starts: str | None, ends: str | None, since: str | None, purge_on: str | None) -> date:
    if purge_on:
        return days.last(purge_on)
    ended = ends or starts or since
    return days.months_later(days.last(ended), number) if ended else date.max


def purge_due(delegation: int) -> str:
    """Purge one delegation that is due and give its file code and name; "" where it is due no more.

    Raises ``Closed`` or ``SaveFailed``; then nothing was purged.
    """
    number = months()
    if not number or not due(number, delegation):
        return ""
    record = load(Delegation.kind, delegation)
    assert isinstance(record, Delegation)
    purge_personal(record, _reason(record, number))
    return " ".join(part for part in (record.code, record.heading) if part)


def _reason(record: Delegation, number: int) -> str:
    if record.purge_on:
        return say(mark("On the day set for it: {day}")).format(day=days.text(record.purge_on))
    told = say_n("By the rule: {n} month after the visit", "By the rule: {n} months after the visit", number)
    return told.format(n=number)
