"""The sample offices hold what the articles say, mark what is made up, and leave no list of the start page empty."""

import json
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models import days, engine, history, sample, search, store
from models.attached import Rows
from models.checks import Complaint
from models.deadlines import CONCERNS
from models.errors import OfficeRefused
from models.kinds import KINDS, PAGES
from models.record import Entity, Numbered, Record

MADE_UP = "(mẫu)"
# Numbers that are no made-up number of a paper: items of minutes, titles of minutes, papers that are published.
TOLD = {("Conclusion", "number"), ("Session", "minutes_number")}
PUBLISHED = {"63/NQ-CP", "1199/QĐ-TTg"}
TOOK_PLACE = ("HELD", "REPORTED", "MINUTES_SIGNED", "ENDED", "RETURNED", "CLOSED", "FINISHED", "SETTLED")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("sample")
    made = {name: folder / f"{name}.db" for name in sample.NAMES}
    for name, path in made.items():
        sample.load(name, path)
    return made


@pytest.fixture(params=sample.NAMES)
def each_office(files: dict[str, Path], request: pytest.FixtureRequest) -> Iterator[str]:
    """Each of the two offices in turn."""
    yield from opened(files, request.param)


@pytest.fixture
def lai_chau(files: dict[str, Path]) -> Iterator[str]:
    yield from opened(files, "lai-chau")


@pytest.fixture
def dien_bien(files: dict[str, Path]) -> Iterator[str]:
    yield from opened(files, "dien-bien")


def opened(files: dict[str, Path], name: str) -> Iterator[str]:
    with store.session(files[name]), days.as_of(date.fromisoformat(sample.DAY)):
        yield name


def number(asked: str, *values: Any) -> int:
    (row,) = engine.rows(asked, values)
    return int(row[0] or 0)


def every_record() -> Iterator[Record]:
    for kind, model in KINDS.items():
        for (found,) in engine.rows(f'SELECT id FROM "{model._meta.table_name}"'):
            yield store.load(kind, found)


def every_row() -> Iterator[Entity]:
    for record in every_record():
        yield record
        for field in type(record).described():
            if isinstance(field, Rows):
                yield from getattr(record, field.name)


def faults(record: Record) -> list[Complaint]:
    return [each for each in record.complaints() + record.missing() if not each.warning]


@pytest.mark.parametrize("name", sample.NAMES)
def test_an_office_loads_in_seconds_and_tells_what_it_holds(name: str, tmp_path: Path) -> None:
    start = time.monotonic()
    told = sample.load(name, tmp_path / "office.db")
    assert time.monotonic() - start < 10
    with store.session(tmp_path / "office.db"):
        assert told == {k: n for k, m in KINDS.items() if (n := number(f"SELECT count(*) FROM {m._meta.table_name}"))}
    assert set(told) == set(KINDS)
    assert name == "dien-bien" or [kind for kind, n in told.items() if n < 2] == ["office"]


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    path.write_text("mine")
    with pytest.raises(OfficeRefused, match=re.escape(str(path))):
        sample.load("lai-chau", path)
    assert path.read_text() == "mine"


def test_an_unknown_name_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(OfficeRefused, match="lai-chau, dien-bien"):
        sample.load("ha-giang", tmp_path / "office.db")
    assert list(tmp_path.iterdir()) == []


def test_a_load_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "FILES", ("office", "nothing-of-this-name"))
    with pytest.raises(FileNotFoundError):
        sample.load("lai-chau", tmp_path / "office.db")
    assert list(tmp_path.iterdir()) == []


def test_it_does_not_matter_on_which_day_an_office_is_loaded(tmp_path: Path) -> None:
    with days.as_of(date(2025, 2, 3)):
        told = sample.load("dien-bien", tmp_path / "office.db")
        assert days.today() == date(2025, 2, 3)
    assert told["delegation"] > 10


def test_every_record_is_complete_or_a_draft(each_office: str) -> None:
    assert {r.reference: faults(r) for r in every_record() if not r.draft and faults(r)} == {}
    assert sum(record.draft for record in every_record()) > 0


def test_every_state_was_reached_by_steps_that_history_holds(each_office: str) -> None:
    for record in every_record():
        if isinstance(record, Numbered) and not record.draft:
            steps = history.read_steps(record.kind, record.id)[::-1]
            assert steps[0][0] is None
            assert steps[0][1] in (record.lifecycle().first, *record.lifecycle().late_entry)
            assert [end for _, end, *_ in steps[:-1]] == [start for start, *_ in steps[1:]]
            assert steps[-1][1] == record.state
            assert [day for _, _, day, *_ in steps] == sorted(day for _, _, day, *_ in steps), record.heading


def test_every_code_is_given_once_by_the_program(each_office: str) -> None:
    codes = [r.code for r in every_record() if isinstance(r, Numbered) and not r.draft]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"\d{4}-\d{3}-[A-Z]{2}", code or "") for code in codes)


def test_every_document_number_is_marked_as_made_up(each_office: str) -> None:
    numbers = [
        str(value)
        for row in every_row()
        for field in type(row).described()
        if (field.name.endswith("number") or field.name in ("evidence", "registration"))
        and (type(row).__name__, field.name) not in TOLD
        and (value := getattr(row, field.name))
    ]
    assert len(numbers) > 10
    assert [each for each in numbers if MADE_UP not in each and each not in PUBLISHED] == []


def test_a_made_up_record_says_so_in_its_name(each_office: str) -> None:
    for file in sample.FILES:
        told = json.loads((sample.FOLDER / each_office / f"{file}.json").read_text(encoding="utf-8"))
        made_up = [each for each in told if each.get("key", "").startswith("mau") and file != "session"]
        assert [each for each in made_up if MADE_UP not in each.get("name", each.get("subject", ""))] == []


def test_nothing_is_said_to_be_over_that_ends_after_the_day_of_the_sample(each_office: str) -> None:
    for record in every_record():
        over = isinstance(record, Numbered) and record.state in TOOK_PLACE
        ends = getattr(record, "ends", None) or getattr(record, "happened_on", None)
        assert not (over and ends and days.first(ends).isoformat() > sample.DAY), record.heading


def test_a_class_for_our_own_people_is_not_one_for_guests(lai_chau: str) -> None:
    ways = engine.rows("SELECT DISTINCT direction FROM training WHERE countries = ?", ('["VN"]',))
    assert ways == [("AT_HOME",)]


def test_an_action_carried_over_goes_on_at_the_next_talks(lai_chau: str) -> None:
    page = PAGES["action"]
    (carried,) = store.find(page, store.Question(state="CARRIED"))
    (next_one,) = [n for n in store.find(page, store.Question()) if store.load("action", n).value("earlier") == carried]
    assert next_one != carried


def test_no_private_person_and_no_personal_detail_is_kept(each_office: str) -> None:
    assert search.find("Lò Văn Xôm") == []
    for row in every_row():
        assert [f.name for f in type(row).described() if f.personal and getattr(row, f.name)] == []


def test_no_list_of_the_start_page_is_empty(lai_chau: str) -> None:
    counts = {each.name: store.count(PAGES[each.page], store.Question(concern=each.name)) for each in CONCERNS}
    assert [name for name, n in counts.items() if n == 0] == []
    late = [row.standing for row in rows_of_concern("out_report")]
    assert {told[1] for told in late if told} == {"bad", "warn"}


def rows_of_concern(name: str) -> list[store.Row]:
    page = PAGES[next(each.page for each in CONCERNS if each.name == name)]
    return store.rows(page, store.find(page, store.Question(concern=name)))


def test_the_plan_of_2025_on_macadamia_is_overdue_at_half(dien_bien: str) -> None:
    (row,) = [row for row in rows_of_concern("overdue") if "10 ha mắc ca" in row.texts["name"]]
    assert row.texts["progress"] == "50"
    assert row.standing is not None
    assert row.standing[1] == "bad"
