"""Every fact of the articles is answered by a sample office, the sums come out exactly, every name finds its record."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models import days, engine, sample, search, store
from models.deadlines import standing
from models.kinds import PAGES
from models.reports.indicators import summary
from models.reports.periods import Period
from tests.models.facts import TOLD, Answer, both_offices, lines, walk
from tests.models.jobs.line import job

SINCE_2020 = ("2020-01-01", "2025-12-31")
HELD = "('ONGOING', 'ENDED', 'REPORTED', 'CLOSED')"


@pytest.fixture(scope="module")
def offices() -> Iterator[dict[str, Path]]:
    with both_offices() as files:
        yield files


@pytest.fixture(scope="module")
def answers(offices: dict[str, Path]) -> dict[str, list[Answer]]:
    return walk(offices)


@pytest.fixture
def lai_chau(offices: dict[str, Path]) -> Iterator[None]:
    with store.session(offices["lai-chau"]), days.as_of(date.fromisoformat(sample.DAY)):
        yield


@pytest.fixture
def dien_bien(offices: dict[str, Path]) -> Iterator[None]:
    with store.session(offices["dien-bien"]), days.as_of(date.fromisoformat(sample.DAY)):
        yield


def test_the_table_has_every_row_of_the_five_articles() -> None:
    rows = {"000": 21, "001": 10, "002": 20, "003": 30, "004": 14}
    assert [row["no"] for row in TOLD] == [f"{seed}-{n}" for seed, last in rows.items() for n in range(1, last + 1)]


@pytest.mark.parametrize("no", [row["no"] for row in TOLD])
def test_a_fact_is_answered(no: str, answers: dict[str, list[Answer]]) -> None:
    assert answers[no], "nothing answers it"
    assert [(answer.words, answer.faults) for answer in answers[no] if answer.faults] == []


def test_the_table_is_printed(answers: dict[str, list[Answer]]) -> None:
    told = list(lines(answers))
    print("\n" + "\n".join(told))  # pytest -s shows it
    assert len(told) > 2 * len(TOLD)


def test_the_walk_says_what_is_wrong(offices: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A walk that is never red would prove nothing."""
    figure = {"office": "lai-chau", "code": "I01", "first": "2020-01-01", "last": "2025-12-31", "qualifier": "HON"}
    record = {"office": "lai-chau", "kind": "session", "search": "JWG", "name": "lần thứ 11", "holds": {"ordinal": 9}}
    wrong = [
        {"no": "a", "answers": [{**figure, "value": 535}]},
        {"no": "b", "answers": [record]},
        {"no": "c", "answers": [{**record, "search": "không có phiên này"}]},
        {"no": "d", "absent": ["Kiều Hải Nam"]},
    ]
    monkeypatch.setattr("tests.models.facts.TOLD", wrong)
    found = walk(offices)
    assert [found[no][0].faults for no in "abc"] == [
        ["wanted 535", "wanted HON, not EXACT"],
        ["ordinal is 11, wanted 9"],
        ["not found"],
    ]
    assert found["d"][0].faults == ["found: Kiều Hải Nam"]


def reported(code: str, first: str = SINCE_2020[0], last: str = SINCE_2020[1]) -> tuple[float, str]:
    """Ask the report for one figure, with what stands before it."""
    figures = summary(Period(date.fromisoformat(first), date.fromisoformat(last)))
    (figure,) = [each for each in figures if each.code == code]
    return figure.value, figure.qualifier


def number(asked: str, *values: object) -> int:
    return int(engine.rows(asked, values)[0][0] or 0)


@pytest.mark.parametrize("last", ["2025-11-15", "2025-12-31"])
@pytest.mark.parametrize(
    ("code", "value", "qualifier"),
    [
        ("I01", 536, "EXACT"),
        ("I02", 3700, "GAN"),
        ("I03", 5, "EXACT"),
        ("I12:KR", 5, "EXACT"),
        ("I14", 6, "EXACT"),
        ("I41", 226_000_000_000, "HON"),
        ("I50:hai_ben", 548, "EXACT"),
        ("I50:lhhn", 30, "HON"),
        ("I70:bon_tinh", 7_200_000_000, "EXACT"),
        ("I73:bon_tinh", 425, "EXACT"),
        ("I73", 195, "EXACT"),
        ("I81", 1, "EXACT"),
        ("I90", 2, "EXACT"),
    ],
)
def test_lai_chau_reports_the_figures_of_the_articles(
    lai_chau: None, code: str, value: float, qualifier: str, last: str
) -> None:
    assert reported(code, last=last) == (value, qualifier)


@pytest.mark.parametrize("last", ["2025-12-31", sample.DAY])
@pytest.mark.parametrize(
    ("code", "value", "qualifier"),
    [
        ("I12:LA", 5, "EXACT"),
        ("I15", 8, "EXACT"),
        ("I45", 2_490_000_000, "EXACT"),
        ("I46", 6.5, "EXACT"),
        ("I60", 90, "EXACT"),
        ("I62", 30, "KHOANG"),
        ("I70", 140_000_000, "HON"),
        ("I71", 50_000_000, "HON"),
    ],
)
def test_dien_bien_reports_the_figures_of_the_articles(
    dien_bien: None, code: str, value: float, qualifier: str, last: str
) -> None:
    assert reported(code, last=last) == (value, qualifier)


def test_one_gate_was_restored_in_2025_and_none_after(lai_chau: None) -> None:
    assert reported("I81", "2025-01-01")[0] == 1
    assert reported("I81", "2026-01-01", sample.DAY)[0] == 0


def test_opening_balances_are_the_target_without_what_is_kept_as_records(lai_chau: None) -> None:
    span = ("2020-01-01", "2025-11-15")
    came = f"FROM delegation WHERE direction = 'in' AND NOT draft AND state IN {HELD} AND starts BETWEEN ? AND ?"
    opening = "SELECT amount FROM statistic WHERE indicator = ? AND nature = 'OPENING'"
    assert number(f"SELECT count(*) {came}", *span) + number(opening, "I01") == 536
    assert number(f"SELECT sum(persons) {came}", *span) + number(opening, "I02") == 3700
    given = "SELECT sum(committed_vnd) FROM aid WHERE direction = 'IN' AND approval_date BETWEEN ? AND ?"
    assert number(given, *span) + number(opening, "I41") == 226_000_000_000
    assert number("SELECT count(*) FROM statistic WHERE nature = 'OPENING'") == 3


def test_five_press_delegations_came_of_which_two_are_not_named(lai_chau: None) -> None:
    came = engine.rows(
        "SELECT p.name FROM delegation d LEFT JOIN partner p ON p.id = d.partner_id WHERE d.direction = 'in' "
        f"AND d.state IN {HELD} AND d.purpose = 'bao_chi' AND d.starts BETWEEN ? AND ? ORDER BY p.name",
        SINCE_2020,
    )
    assert [name for (name,) in came] == [None, None, "HBO", "HitRun", "KBS"]


def test_sugar_cane_is_to_grow_on_195_and_230_hectares(lai_chau: None) -> None:
    parts = engine.rows("SELECT amount FROM statistic WHERE indicator = 'I73' AND scope = 'bon_tinh' ORDER BY amount")
    assert [int(part) for (part,) in parts] == [195, 230]


def test_the_twinnings_of_the_districts_came_to_the_province(lai_chau: None) -> None:
    asked = "SELECT count(*) FROM agreement WHERE type = 'ket_nghia' AND state = 'IN_FORCE' AND inherited_by_id > 0"
    assert number(f"{asked} AND inherited_on = '2025-07-01'") == 6


def test_the_plan_of_2025_on_macadamia_is_overdue_at_half(dien_bien: None) -> None:
    (found,) = store.find(PAGES["action"], store.Question(words="10 ha mắc ca"))
    action = store.load("action", found)
    told = standing(action)
    assert (action.progress, action.due_on, action.state) == (50, "2025-06-30", "DOING")  # type: ignore[attr-defined]
    assert told is not None
    assert (told.tone, "quá hạn" in told.text("vi").casefold()) == ("bad", True)
    with days.as_of(date(2025, 6, 1)):
        before = standing(action)
        assert before is None or before.tone != "bad"


def test_members_belong_to_the_session_not_to_the_series(lai_chau: None) -> None:
    """Hà Giang sat in session 10, Tuyên Quang, into which it was merged, in session 11."""
    asked = (
        "SELECT s.ordinal, s.party_names FROM session s JOIN mechanism m ON m.id = s.mechanism_id WHERE m.type = 'ncth'"
    )
    parties = dict(engine.rows(asked))
    assert ("Hà Giang" in parties[10], "Tuyên Quang" in parties[10]) == (True, False)
    assert ("Hà Giang" in parties[11], "Tuyên Quang" in parties[11]) == (False, True)


def test_actions_of_the_minutes_come_from_their_conclusions(lai_chau: None) -> None:
    asked = (
        "SELECT count(*) FROM link l JOIN conclusion c ON c.id = l.to_id JOIN session s ON s.id = c.session_id "
        "WHERE l.from_kind = 'action' AND l.field = 'source' AND l.to_kind = 'conclusion' AND s.{}"
    )
    assert number(asked.format("ordinal = 11")) == 6
    assert number(asked.format("name LIKE '%Hồng Hà năm 2025'")) == 6


SPELLINGS: dict[str, list[tuple[str, str, list[str]]]] = {
    "lai-chau": [
        (
            "gate",
            "Sì Choang – Đèn Suối Thàng",
            ["Si Choang – Den Suoi Thang", "Den Suoi Thang border gate"],
        ),
        ("gate", "Pô Tô – Cửa Cải", ["Po To – Cua Cai", "po to cua cai"]),
        ("gate", "Gia Khâu – Seo Cô San", ["Gia Khau – Seo Co San"]),
        ("gate", "Ma Lù Thàng – Kim Thủy Hà", ["Ma Lu Thang - Kim Thuy Ha", "金水河", "Jinshuihe", "Kim Thuỷ Hà"]),
        ("gate", "Bản Vược – Bá Sái", ["Ban Vuoc – Ba Sai", "Pả Sa", "Pa Sa"]),
        ("action", "Pô Tô – Cửa Cải", ["Po To – Cua Cai"]),
        ("action", "Gia Khâu – Seo Cô San", ["Gia Khau – Seo Co San"]),
        ("action", "Sì Choang – Đèn Suối Thàng", ["Si Choang – Den Suoi Thang"]),
        ("action", "Ma Lù Thàng – Kim Thủy Hà", ["Ma Lu Thang - Kim Thuy Ha", "Jinshuihe"]),
        ("partner", "Châu Hồng Hà", ["Honghe Prefecture", "Hong Ha district", "红河州"]),
        ("partner", "Huyện Kim Bình", ["Jinping County", "Kim Binh district", "金平县", "kim binh"]),
        ("partner", "Huyện Lục Xuân", ["Luc Xuan", "绿春"]),
        ("partner", "Huyện Giang Thành", ["Giang Thanh", "江城"]),
        ("partner", "Tỉnh Vân Nam", ["Yunnan", "云南", "van nam"]),
        ("partner", "Thành phố Phổ Nhĩ", ["Pu'er", "普洱", "pho nhi"]),
        ("partner", "Tỉnh Phông Sa Lỳ", ["Phongsaly", "Phongsali", "phong sa ly", "ຜົ້ງສາລີ"]),
        ("partner", "Tỉnh U Đôm Xay", ["Oudomxay", "Udomxay", "u dom xay"]),
        ("partner", "Tỉnh Luông Pha Băng", ["Luang Prabang", "Luangprabang", "luong pha bang"]),
        ("unit", "Sở Ngoại vụ", ["Department of External Affairs", "Department of Foreign Affairs", "SNgV"]),
        ("mechanism", "Nhóm công tác liên hợp", ["Joint Working Group", "JWG", "nhom cong tac lien hop"]),
        ("session", "lần thứ 11", ["Joint Working Group", "JWG"]),
        ("agreement", "Phiên họp lần thứ 11", ["Joint Working Group", "JWG", "Ban Vuoc – Ba Sai"]),
        ("person", "Kiều Hải Nam", ["Kieu Hai Nam"]),
        ("person", "Lưu Phương", ["Liu Fang", "Luu Phuong"]),
        ("person", "Lưu Dũng", ["Liu Yong", "Luu Dung"]),
        ("person", "Giàng A Tính", ["Giang A Tinh"]),
        ("person", "Lò Văn Cương", ["Lo Van Cuong"]),
        ("person", "Nguyễn Thành Sinh", ["Nguyen Thanh Sinh"]),
        ("person", "Hoàng Gia Long", ["Hoang Gia Long"]),
        ("person", "Hoàng Minh Sơn", ["Hoang Minh Son"]),
    ],
    "dien-bien": [
        ("partner", "Tỉnh Phông Sa Lỳ", ["Phongsaly", "Phongsali"]),
        ("partner", "Tỉnh U Đôm Xay", ["Oudomxay", "Udomxay"]),
        ("partner", "Tỉnh Luông Pha Băng", ["Luang Prabang", "Luangprabang"]),
        ("person", "Suvon Luongbunmi", ["Souvone Leuangbounmy"]),
        ("delegation", "Quốc hội Lào", ["Souvone Leuangbounmy"]),
        ("person", "Lò Văn Cương", ["Lo Van Cuong"]),
        ("mechanism", "Nhóm công tác liên hợp", ["JWG"]),
    ],
}


def missed(office: str) -> list[tuple[str, str, str]]:
    told = [(kind, name, words) for kind, name, several in SPELLINGS[office] for words in several]
    return [each for each in told if not found_by(*each)]


def found_by(kind: str, name: str, words: str) -> bool:
    hits = search.find(words, (kind,))
    return any(name in heading for heading in store.names(kind, [hit.record for hit in hits]).values())


def test_every_spelling_of_lai_chau_finds_its_record(lai_chau: None) -> None:
    assert missed("lai-chau") == []


def test_every_spelling_of_dien_bien_finds_its_record(dien_bien: None) -> None:
    assert missed("dien-bien") == []


def test_the_command_line_says_the_same(tmp_path: Path) -> None:
    """As a task scheduler would ask: the office is made, sound, found by a seed's spelling, and its sums come out."""
    office, home = tmp_path / "x.db", tmp_path / "home"
    job("sample", "lai-chau", "--office", office, home=home).well()
    job("check", "--office", office, home=home).well()
    found = job("search", "Hong Ha district", "--office", office, "--kind", "partner", home=home).well()
    assert [json.loads(line)["title"] for line in found.splitlines()] == ["Châu Hồng Hà"]
    span = ("--from", SINCE_2020[0], "--to", SINCE_2020[1])
    figures = {
        each["code"]: (each["qualifier"], each["value"])
        for each in json.loads(job("summary", "--office", office, *span, "--json", home=home).well())
    }
    assert figures["I01"] == ("", 536)
    assert figures["I02"] == ("gần", 3700)
    assert figures["I41"] == ("hơn", 226_000_000_000)
    assert figures["I50:hai_ben"] == ("", 548)
