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
from models.reports.indicators import summary
from models.reports.periods import Period

MADE_UP = "(mẫu)"
PERIOD = ("2020-01-01", "2025-11-15")
HELD = "('ONGOING', 'ENDED', 'REPORTED', 'CLOSED')"


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


def entered(code: str, scope: str = "tinh") -> int:
    asked = "SELECT sum(amount) FROM opening WHERE indicator = ? AND scope = ? AND starts >= ? AND ends <= ?"
    return number(asked, code, scope, *PERIOD)


def agreements(condition: str) -> int:
    return number(f"SELECT count(*) FROM agreement WHERE NOT draft AND state = 'IN_FORCE' AND {condition}")


@pytest.mark.parametrize("name", sample.NAMES)
def test_an_office_loads_in_seconds_and_tells_what_it_holds(name: str, tmp_path: Path) -> None:
    start = time.monotonic()
    told = sample.load(name, tmp_path / "office.db")
    assert time.monotonic() - start < 10
    with store.session(tmp_path / "office.db"):
        assert told == {k: n for k, m in KINDS.items() if (n := number(f"SELECT count(*) FROM {m._meta.table_name}"))}
    assert set(told) == set(KINDS)


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
    assert all(re.fullmatch(r"\d{4}-\d{3}-(DV|DR|TT|VB)", code or "") for code in codes)


def test_every_document_number_is_marked_as_made_up(each_office: str) -> None:
    numbers = [
        str(value)
        for row in every_row()
        for field in type(row).described()
        if (field.name.endswith("number") or field.name == "evidence") and (value := getattr(row, field.name))
    ]
    assert len(numbers) > 10
    assert [each for each in numbers if MADE_UP not in each] == []


def test_a_made_up_record_says_so_in_its_name(each_office: str) -> None:
    for file in ("agreement", "inbound", "outbound", "action"):
        told = json.loads((sample.FOLDER / each_office / f"{file}.json").read_text(encoding="utf-8"))
        assert [each["name"] for each in told if each["key"].startswith("mau") and MADE_UP not in each["name"]] == []


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


def test_536_delegations_and_nearly_3700_visitors_came_since_2020(lai_chau: str) -> None:
    where = f"FROM delegation WHERE direction = 'in' AND NOT draft AND state IN {HELD} AND starts BETWEEN ? AND ?"
    assert number(f"SELECT count(*) {where}", *PERIOD) + entered("I01") == 536
    assert number(f"SELECT sum(persons) {where}", *PERIOD) + entered("I02") == 3700
    assert engine.rows("SELECT qualifier FROM opening WHERE indicator = 'I02'") == [("GAN",)]
    assert engine.rows("SELECT qualifier FROM opening WHERE indicator = 'I01'") == [("EXACT",)]


def test_five_press_delegations_came_of_which_two_are_not_named(lai_chau: str) -> None:
    came = engine.rows(
        "SELECT p.name FROM delegation d LEFT JOIN partner p ON p.id = d.partner_id WHERE d.direction = 'in' "
        f"AND d.state IN {HELD} AND d.purpose = 'bao_chi' AND d.starts BETWEEN ? AND ? ORDER BY p.name",
        PERIOD,
    )
    assert [name for (name,) in came] == [None, None, "HBO", "HitRun", "KBS"]


def test_five_korean_agreements_and_six_twinnings_are_in_force(lai_chau: str) -> None:
    assert agreements("countries = '[\"KR\"]'") == 5
    assert agreements("type = 'ket_nghia' AND inherited_by_id IS NOT NULL AND inherited_on = '2025-07-01'") == 6


def test_the_minutes_of_session_11_have_five_signatories(each_office: str) -> None:
    asked = (
        "SELECT count(*) FROM party JOIN agreement a ON a.id = owner_id WHERE a.type = 'bb_phien_hop' "
        "AND signatory <> '' AND position <> ''"
    )
    assert number(asked.replace("position", "party.position")) == 5


def test_sugar_cane_is_to_grow_on_425_hectares(lai_chau: str) -> None:
    ((told,),) = engine.rows("SELECT commitments FROM agreement WHERE name LIKE '%mía%'")
    assert [int(n) for n in re.findall(r"\d+", told)] == [425, 195, 230]
    assert entered("I73") == 195


def test_figures_of_other_scope_stand_beside_the_provinces_own(lai_chau: str) -> None:
    assert (entered("I50", "lhhn"), entered("I50", "hai_ben"), entered("I70", "bon_tinh")) == (30, 548, 7_200_000_000)
    assert entered("I41") == 226_000_000_000


def test_five_lao_provinces_and_eight_village_clusters(dien_bien: str) -> None:
    assert agreements("countries = '[\"LA\"]' AND type <> 'ket_nghia_ban'") == 5
    assert agreements("type = 'ket_nghia_ban'") == 8


def reported(code: str, last: str = PERIOD[1]) -> tuple[int, str]:
    """Ask the report for one figure since 2020, with what stands before it."""
    (figure,) = [each for each in summary(Period(date(2020, 1, 1), date.fromisoformat(last))) if each.code == code]
    return int(figure.value), figure.qualifier


@pytest.mark.parametrize("last", [PERIOD[1], "2025-12-31"])
def test_the_report_of_lai_chau_shows_the_figures_of_the_articles(lai_chau: str, last: str) -> None:
    assert reported("I01", last) == (536, "EXACT")
    assert reported("I02", last) == (3700, "GAN")
    assert [reported(code, last)[0] for code in ("I03", "I12:KR", "I14")] == [5, 5, 6]


@pytest.mark.parametrize("last", [PERIOD[1], sample.DAY])
def test_the_report_of_dien_bien_shows_the_figures_of_the_articles(dien_bien: str, last: str) -> None:
    assert [reported(code, last)[0] for code in ("I12:LA", "I15")] == [5, 8]


# Which record is found by which other names.
NAMES: dict[str, list[tuple[str, str, list[str]]]] = {
    "lai-chau": [
        ("partner", "Tỉnh Vân Nam", ["Yunnan", "云南", "van nam"]),
        ("partner", "Châu Hồng Hà", ["Honghe Prefecture", "Hong Ha district", "红河州"]),
        ("partner", "Huyện Kim Bình", ["Jinping County", "Kim Binh district", "金平县", "kim binh"]),
        ("partner", "Huyện Lục Xuân", ["Luc Xuan", "绿春"]),
        ("partner", "Huyện Giang Thành", ["Giang Thanh", "江城"]),
        ("partner", "Thành phố Phổ Nhĩ", ["Pu'er", "普洱", "pho nhi"]),
        ("partner", "Tỉnh Phông Sa Lỳ", ["Phongsaly", "Phongsali", "phong sa ly", "ຜົ້ງສາລີ"]),
        ("partner", "Tỉnh U Đôm Xay", ["Oudomxay", "Udomxay", "u dom xay"]),
        ("partner", "Tỉnh Luông Pha Băng", ["Luang Prabang", "Luangprabang", "luong pha bang"]),
        ("unit", "Sở Ngoại vụ", ["Department of External Affairs", "Department of Foreign Affairs", "SNgV"]),
        ("person", "Kiều Hải Nam", ["Kieu Hai Nam"]),
        ("person", "Lưu Phương", ["Liu Fang"]),
        ("person", "Lưu Dũng", ["Liu Yong"]),
        ("person", "Giàng A Tính", ["Giang A Tinh"]),
        ("person", "Hoàng Minh Sơn", ["Hoang Minh Son"]),
        ("action", "Pô Tô – Cửa Cải", ["Po To – Cua Cai", "po to cua cai"]),
        ("action", "Gia Khâu – Seo Cô San", ["Gia Khau – Seo Co San"]),
        ("action", "Sì Choang – Đèn Suối Thàng", ["Si Choang – Den Suoi Thang"]),
        ("action", "Ma Lù Thàng – Kim Thủy Hà", ["Ma Lu Thang - Kim Thuy Ha", "金水河", "Jinshuihe"]),
        ("agreement", "Phiên họp lần thứ 11", ["Joint Working Group", "JWG", "Ban Vuoc – Ba Sai"]),
    ],
    "dien-bien": [
        ("partner", "Tỉnh Phông Sa Lỳ", ["Phongsali"]),
        ("partner", "Tỉnh Luông Pha Băng", ["Luangprabang"]),
        ("person", "Suvon Luongbunmi", ["Souvone Leuangbounmy"]),
        ("person", "Lò Văn Cương", ["Lo Van Cuong"]),
    ],
}


def test_every_name_of_the_same_place_or_person_finds_it(each_office: str) -> None:
    told = [(kind, name, words) for kind, name, several in NAMES[each_office] for words in several]
    assert [each for each in told if not found_by(*each)] == []


def found_by(kind: str, name: str, words: str) -> bool:
    hits = search.find(words, (kind,))
    return any(name in heading for heading in store.names(kind, [hit.record for hit in hits]).values())
