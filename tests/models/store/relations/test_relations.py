"""The page of a partner, person or unit counts what a hand counts."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models import days, engine, store
from models.store import relations
from tests.models.store.relations.small import agreed, came, headed, keep, met, partner, unit, went


@pytest.fixture
def two(office: Path) -> tuple[Any, Any]:
    """A partner with visits both ways, an agreement and a session, and our own department."""
    ours, theirs = unit("Sở Ngoại vụ"), partner("Tỉnh Vân Nam")
    came(theirs, ours, "2025-03-05", 12)
    came(theirs, ours, "2026-02-01", 5, level="lanh_dao_tinh")
    came(theirs, ours, "2026-08-01", 7)
    went(theirs, ours, "2026-05-10", 4)
    agreed(theirs, ours, "2024-06-01")
    series = keep("mechanism", name="Nhóm công tác", type="nhom_cong_tac", countries=["CN"], partners=["partner:1"])
    met(series, theirs, "2026-10-02")
    return theirs, ours


def test_everything_with_a_partner_stands_on_one_line_newest_first(two: tuple[Any, Any]) -> None:
    told = relations.read("partner", two[0].id)
    days_ = [event.day for event in told.events]
    assert days_ == ["2026-10-02", "2026-08-01", "2026-05-10", "2026-02-01", "2025-03-05", "2024-06-01", None]
    assert told.counts == {"inbound": 3, "outbound": 1, "agreement": 1, "session": 1, "mechanism": 1}
    assert [*told.by_year()] == ["2026", "2025", "2024", ""]


def test_the_counts_are_those_of_the_lists(two: tuple[Any, Any]) -> None:
    told = relations.read("partner", two[0].id)
    for name, number in told.counts.items():
        ids = tuple(event.id for event in told.of(name))
        assert store.count(relations_page(name), store.Question(only=ids)) == number


def relations_page(name: str) -> Any:
    from models.kinds import PAGES

    return PAGES[name]


def test_visits_are_balanced_by_files_and_persons(two: tuple[Any, Any]) -> None:
    told = relations.read("partner", two[0].id)
    assert told.visits("inbound") == (3, 24)
    assert told.visits("outbound") == (1, 4)


def test_a_visit_that_did_not_take_place_is_told_but_no_contact(two: tuple[Any, Any]) -> None:
    theirs, ours = two
    came(theirs, ours, "2026-11-10", 9, state="PLANNED", level="cap_cao")
    came(theirs, ours, "2027-01-10", 9, level="cap_cao", state="PLANNED")
    keep("inbound", draft=True, name="Nháp", partner=theirs.id, starts="2026-11-11")
    told = relations.read("partner", theirs.id)
    assert told.counts["inbound"] == 6
    assert told.visits("inbound") == (3, 24)
    assert told.last_contact is not None
    assert told.last_contact[0] == "2026-10-02"
    assert told.highest is not None
    assert told.highest.level == "lanh_dao_tinh"


def test_what_lies_in_the_bin_is_left_out(two: tuple[Any, Any]) -> None:
    gone = store.load("delegation", 3)
    store.remove(gone)
    assert relations.read("partner", two[0].id).counts["inbound"] == 2
    store.restore(gone)
    assert relations.read("partner", two[0].id).counts["inbound"] == 3


def test_the_highest_visitor_goes_by_the_order_of_the_list(two: tuple[Any, Any]) -> None:
    highest = relations.read("partner", two[0].id).highest
    assert highest is not None
    assert (highest.level, highest.day) == ("lanh_dao_tinh", "2026-02-01")


def test_a_record_is_told_once_with_all_its_roles(two: tuple[Any, Any]) -> None:
    (trip,) = relations.read("partner", two[0].id).of("outbound")
    assert set(trip.roles) == {"Partner", "Inviting body"}


def test_a_mere_link_is_no_visit(two: tuple[Any, Any]) -> None:
    theirs, ours = two
    other = partner("Tỉnh Phông Sa Lỳ")
    came(other, ours, "2026-11-12", 3, related=[theirs.reference])
    told = relations.read("partner", theirs.id)
    assert (told.counts["inbound"], told.visits("inbound")) == (4, (3, 24))
    assert told.last_contact is not None
    assert told.last_contact[0] == "2026-10-02"


def test_our_own_unit_has_a_page_too(two: tuple[Any, Any]) -> None:
    told = relations.read("unit", two[1].id)
    assert told.counts == {"inbound": 3, "outbound": 1, "agreement": 1}
    assert told.visits("inbound") == (3, 24)


def test_days_known_in_part_stand_below_the_whole_days_of_their_year(two: tuple[Any, Any]) -> None:
    theirs, ours = two
    for starts in ("2025", "2025-03", "2025-12-31", "2024-12"):
        came(theirs, ours, starts, 1)
    days_ = [event.day for event in relations.read("partner", theirs.id).of("inbound")]
    assert days_ == ["2026-08-01", "2026-02-01", "2025-12-31", "2025-03-05", "2025-03", "2025", "2024-12"]


def test_every_other_kind_is_told(two: tuple[Any, Any]) -> None:
    theirs = two[0]
    keep("gate", draft=True, ours="U Ma Tu Khoòng", theirs="Bình Hà", partner=theirs.id)
    keep("incident", draft=True, name="Xâm canh", gate=1)
    keep("ngo", draft=True, name="Plan", partner=theirs.id, issued_on="2024-02-03")
    keep("aid", draft=True, name="Trường học", donor=theirs.id, starts="2026-01")
    keep("aid", draft=True, name="Gạo", recipients=[theirs.reference])
    keep("aid", draft=True, name="Nước sạch", ngo=1)
    keep("action", draft=True, name="Trả lời thư", counterpart=theirs.id, assigned_on="2026-02-03")
    for page in ("exchange", "conference", "programme"):
        keep(page, draft=True, name="Hoạt động", partners=[theirs.reference])
    keep("training", draft=True, name="Lớp", partner=theirs.id)
    keep("document", draft=True, subject="Thư mời", dated="2026-01-01", partner=[theirs.reference])
    told = relations.read("partner", theirs.id)
    once = ("gate", "incident", "ngo", "action", "exchange", "conference", "programme", "training", "document")
    assert {name: told.counts.get(name) for name in once} == dict.fromkeys(once, 1)
    assert told.counts["aid"] == 3
    assert told.last_contact is not None
    assert told.last_contact[0] == "2026-10-02"


def test_a_person_has_trips_sessions_signatures_and_the_titles_held_then(two: tuple[Any, Any]) -> None:
    theirs, ours = two
    person = keep("person", name="Vương", position="Tỉnh trưởng", phone="0912345678")
    came(theirs, ours, "2023-04-01", 6, members=headed(person, "Phó Tỉnh trưởng"))
    came(theirs, ours, "2026-11-01", 6, members=headed(person, "Tỉnh trưởng"), host_leader="Vương")
    met(store.load("mechanism", 1), theirs, "2022-04-01", person)
    agreement = store.load("agreement", 1)
    agreement.parties[1].person = person.id  # type: ignore[attr-defined]
    store.save(agreement)
    told = relations.read("person", person.id)
    assert told.counts == {"inbound": 2, "agreement": 1, "session": 1}
    assert [(title.words, title.first, title.last) for title in told.titles] == [
        ("Tỉnh trưởng", "2024-06-01", "2026-11-01"),
        ("Phó Tỉnh trưởng", "2022-04-01", "2023-04-01"),
    ]
    assert "head of delegation" in told.events[0].roles
    assert "0912345678" not in repr(told)


def test_words_that_are_not_linked_are_not_guessed(two: tuple[Any, Any]) -> None:
    person = keep("person", name="Lê Thành Đô")
    assert relations.read("person", person.id).events == ()


def test_a_body_that_is_not_there_is_said(office: Path) -> None:
    with pytest.raises(LookupError):
        relations.read("partner", 99)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    execute = engine.database.execute_sql

    def listen(sql: str, *rest: Any) -> Any:
        told.append(sql)
        return execute(sql, *rest)

    monkeypatch.setattr(engine.database, "execute_sql", listen)
    return told


def test_the_number_of_questions_does_not_grow_with_the_records(two: tuple[Any, Any], asked: list[str]) -> None:
    theirs, ours = two
    asked.clear()
    relations.read("partner", theirs.id, as_now=True, below=True)
    few = len(asked)
    for place in range(20):
        came(theirs, ours, f"2026-01-{place + 1:02d}", 1)
        partner(f"Châu {place}", parent=theirs.id)
    asked.clear()
    relations.read("partner", theirs.id, as_now=True, below=True)
    assert len(asked) == few <= 4


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-21", "today"),
        ("2026-11-01", "20 days ago"),
        ("2026-10-20", "1 month ago"),
        ("2026-06", "4 months ago"),
        ("2024-11-22", "23 months ago"),
        ("2023", "2 years ago"),
        ("2026", "today"),
    ],
)
def test_how_long_ago_is_said_in_words(office: Path, day: str, words: str) -> None:
    days.set_today(date(2026, 11, 21))
    assert relations.ago(day) == words
