"""Leaders who would be with two delegations on the same days."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from models import days, engine
from models.checks import Complaint
from models.fold import fold
from models.text import mark

LONGEST = 92  # days; a delegation that began earlier is over
_WORDS = mark("{name} is with another delegation then: {other} ({starts} – {ends}).")
_TITLES = re.compile(r"^(d/c|dong chi|ong|ba|mr|mrs|ms)[. ]+")
# The days come first, so that the index on them is used and not the one on what was removed.
_ASKED = """
    SELECT d.id, d.code, d.name, d.starts, d.ends, d.host_leader, m.name, m.person_id
    FROM delegation d
    LEFT JOIN member m ON m.owner_id = d.id AND (m.is_head = 1 OR m.person_id IS NOT NULL)
    WHERE d.starts BETWEEN ? AND ? AND d.ends >= ? AND d.id <> ? AND COALESCE(d.removed_at, '') = ''
    AND COALESCE(d.draft, 0) = 0 AND d.state NOT IN ('CANCELLED', 'REJECTED', 'POSTPONED')
    ORDER BY d.starts, d.id
"""


def clashes(delegation: Any) -> list[Complaint]:
    """Warn where a head, a host leader or a linked person is with another delegation on some of the same days."""
    starts, ends = delegation.starts, delegation.ends
    leaders = _leaders(delegation)
    if not leaders or any(len(day or "") < 10 for day in (starts, ends)):
        return []
    earliest = (date.fromisoformat(starts) - timedelta(days=LONGEST)).isoformat()
    found: dict[tuple[str, int], Complaint] = {}
    for number, code, name, begins, over, host, member, person in engine.rows(
        _ASKED, (earliest, ends, starts, delegation.id or 0)
    ):
        there = {*_hosts(host), *_keys(member, person)}
        for field, shown, keys in leaders:
            if keys & there:
                values = {"name": shown, "starts": days.text(begins), "ends": days.text(over)}
                other = " ".join(part for part in (code, name) if part)
                found[(shown, number)] = Complaint(field, _WORDS, values | {"other": other}, warning=True)
    return list(found.values())


def _leaders(delegation: Any) -> list[tuple[str, str, set[str]]]:
    """Give (field, name as written, under what the person is known) of those who lead or receive."""
    told = [
        ("members", member.name, _keys(member.name, member.value("person")))
        for member in delegation.members
        if member.name and (member.is_head or member.value("person"))
    ]
    hosts = [each.strip() for each in (delegation.host_leader or "").split(";") if each.strip()]
    return told + [("host_leader", _name(each), set(_hosts(each))) for each in hosts]


def _keys(name: str | None, person: int | None) -> set[str]:
    return ({f"person:{person}"} if person else set()) | ({fold(name)} if name else set())


def _hosts(told: str | None) -> Iterable[str]:
    """Give the folded names in "Đ/c Lê Văn Lương, Phó Chủ tịch; ông …"."""
    return [_TITLES.sub("", fold(_name(each))) for each in (told or "").split(";") if each.strip()]


def _name(told: str) -> str:
    return re.split(r",|\(| [-–] ", told, maxsplit=1)[0].strip()
