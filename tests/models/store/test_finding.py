"""What a list promises: the right records, in Vietnamese order, empty values last, at a fixed number of questions."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import engine, search, store
from models.agreements import Agreement, Party
from models.delegations import Delegation
from models.kinds import ALL_DELEGATIONS, PAGES, Page
from models.partners import Partner
from models.text import speak
from models.units import Unit

PARTNERS = PAGES["partner"]


def partner(name: str, **values: Any) -> Partner:
    made = Partner.blank(**{"name": name, "type": "chinh_quyen_tinh", "country": "LA", **values})
    store.save(made)
    return made


def found(words: str, page: Page = PARTNERS) -> list[str]:
    return [store.load(page.record.kind, n).heading for n in store.find(page, store.Question(words=words, sort="id"))]


def twin(visit: Delegation, *, draft: bool = False, **values: Any) -> Delegation:
    """Save one more delegation like the given one."""
    left = ("id", "uuid", "code", "version", "head")
    made = Delegation.blank(**{name: value for name, value in visit.__data__.items() if name not in left})
    made.host_units = visit.host_units
    for name, value in values.items():
        setattr(made, name, value)
    store.save(made, draft=draft)
    return made


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect the questions put to the database."""
    asked: list[str] = []
    original = engine.database.execute_sql

    def note(sql: str, *rest: Any, **more: Any) -> Any:
        asked.append(sql)
        return original(sql, *rest, **more)

    engine.database.execute_sql = note  # type: ignore[method-assign]
    try:
        yield asked
    finally:
        engine.database.execute_sql = original  # type: ignore[method-assign]


# ---- words


@pytest.mark.parametrize(
    "words",
    [
        "Điện Biên",
        "dien bien",
        "DIEN BIEN",
        "ĐIỆN BIÊN",
        "bien dien",
        "dien b",
        "  dien   bien  ",
        unicodedata.normalize("NFD", "Điện Biên"),
        "điện",
    ],
)
def test_marks_case_order_and_the_way_of_typing_do_not_matter(office: Path, words: str) -> None:
    partner("Hội Hữu nghị Điện Biên")
    partner("Tỉnh Phông Sa Lỳ")
    assert found(words) == ["Hội Hữu nghị Điện Biên"]
    assert [hit.kind for hit in search.find(words)] == ["partner"]


@pytest.mark.parametrize("words", ["hoà bình", "hòa bình", "hoa binh"])
def test_both_places_of_the_tone_find_the_same(office: Path, words: str) -> None:
    partner("Quỹ Hoà Bình")
    partner("Hội Hòa Bình")
    assert found(words) == ["Quỹ Hoà Bình", "Hội Hòa Bình"]


@pytest.mark.parametrize("words", ["Honghe", "hong ha", "红河", "红", "Honghe Prefecture", "kim binh"])
def test_every_name_of_a_partner_finds_it(office: Path, words: str) -> None:
    partner("Châu Hồng Hà", native="红河州", english="Honghe Prefecture", aliases="Hong Ha district; Kim Bình")
    assert found(words) == ["Châu Hồng Hà"]


@pytest.mark.parametrize("words", ["ແຂວງ", "ຜົ້ງສາລີ", "ແຂວງຜົ້ງສາລີ", "云南", "南省", "云"])
def test_chinese_and_lao_are_found_by_any_part(office: Path, words: str) -> None:
    partner("Tỉnh Phông Sa Lỳ", native="ແຂວງຜົ້ງສາລີ", english="云南省")
    assert found(words) == ["Tỉnh Phông Sa Lỳ"]


def test_signs_in_another_order_are_another_word(office: Path) -> None:
    partner("Vân Nam", native="云南省")
    assert found("南云") == []


def test_one_letter_finds_what_begins_with_it(office: Path) -> None:
    partner("Vân Nam")
    partner("Quảng Tây")
    assert found("v") == ["Vân Nam"]
    assert found("đ") == []


@pytest.mark.parametrize("words", ["không có gì như thế", "zzz", "...", '"', "*", "-", "AND", "hi:", "()", "^"])
def test_what_is_nowhere_finds_nothing(office: Path, words: str) -> None:
    partner("Vân Nam")
    assert found(words) == []


def test_no_words_give_all(office: Path) -> None:
    partner("Vân Nam")
    assert found("") == found("   ") == ["Vân Nam"]


@pytest.mark.parametrize("words", ["khamphoy", "2026-001-DV", "phongsaly", "so y te", "dai bieu", "026-001"])
def test_a_visit_is_found_by_member_code_partner_content_and_name(visit: Delegation, words: str) -> None:
    store.save(visit)
    expected = [] if words == "026-001" else [visit.heading]
    assert found(words, PAGES["inbound"]) == expected


def test_a_new_name_of_a_partner_finds_its_visits_and_the_old_one_no_more(visit: Delegation) -> None:
    store.save(visit)
    home = store.load("partner", visit.value("partner"))
    home.aliases = "Mường Xinh"  # type: ignore[attr-defined]
    store.save(home)
    assert found("muong xinh", PAGES["inbound"]) == [visit.heading]
    assert found("phongsaly", PAGES["inbound"]) == []


ANY = st.text(st.one_of(st.characters(), st.sampled_from("\"'*()^:-+%_\\\x00 ANDORNEARaăđ云ລ\u0301")), max_size=30)


@settings(max_examples=2000, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ANY)
def test_no_text_at_all_breaks_a_search(visit: Delegation, words: str) -> None:
    if not visit.id:
        store.save(visit)
    search.find(words)
    store.find(PAGES["inbound"], store.Question(words=words))
    store.count(PAGES["inbound"], store.Question(words=words))


# ---- filters


@pytest.mark.parametrize(
    ("starts", "year", "there"),
    [
        ("2026-01-01", 2026, True),
        ("2026-12-31", 2026, True),
        ("2026-05", 2026, True),
        ("2026", 2026, True),
        ("2025-12-31", 2026, False),
        ("2025-12", 2026, False),
        ("2025", 2026, False),
        ("2027", 2026, False),
        (None, 2026, False),
    ],
)
def test_the_year_takes_partial_days_too(visit: Delegation, starts: str | None, year: int, there: bool) -> None:
    visit.starts, visit.ends = starts, None
    store.save(visit, draft=True)
    question = store.Question(year=year)
    assert store.find(PAGES["inbound"], question) == ([visit.id] if there else [])
    assert store.count(PAGES["inbound"], question) == int(there)


def test_a_country_is_found_inside_the_list_of_countries(visit: Delegation) -> None:
    visit.countries = ["CN", "LA"]
    store.save(visit)
    for country, there in (("CN", True), ("LA", True), ("C", False), ("KR", False), ("", True)):
        question = store.Question(country=country)
        assert store.find(PAGES["inbound"], question) == ([visit.id] if there else []), country


def test_several_countries_find_the_records_of_any_of_them_each_once(visit: Delegation) -> None:
    visit.countries = ["CN", "LA"]
    store.save(visit)
    for countries, there in (("CN LA", True), ("KR LA", True), ("KR JP", False), (" CN  CN ", True)):
        question = store.Question(country=countries)
        assert store.find(PAGES["inbound"], question) == ([visit.id] if there else []), countries
        assert store.count(PAGES["inbound"], question) == there


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_list_can_be_sorted_by_every_field(office: Path, page: Page) -> None:
    for each in page.fields():
        assert store.find(page, store.Question(sort=each.name)) == [], each.name


def test_several_countries_are_told_in_words() -> None:
    told = store.in_words(PAGES["inbound"], store.Question(country="CN LA"), "vi")
    assert told == ["Trung Quốc, Lào"]


def test_a_page_without_a_list_filters_by_several_countries_too(office: Path) -> None:
    lao, chinese = partner("Phông Sa Lỳ"), partner("Vân Nam", country="CN")
    partner("Gyeongbuk", country="KR")
    assert sorted(store.find(PARTNERS, store.Question(country="LA CN"))) == sorted([lao.id, chinese.id])


def test_a_page_without_a_list_filters_by_its_one_country(office: Path) -> None:
    lao, chinese = partner("Phông Sa Lỳ"), partner("Vân Nam", country="CN")
    assert store.find(PARTNERS, store.Question(country="LA")) == [lao.id]
    assert store.find(PARTNERS, store.Question(country="CN")) == [chinese.id]


def test_the_state_filters_and_a_draft_has_none_yet(visit: Delegation) -> None:
    store.save(visit)
    twin(visit, draft=True)
    assert store.find(PAGES["inbound"], store.Question(state="PLANNED")) == [visit.id]
    assert store.find(PAGES["inbound"], store.Question(state="CLOSED")) == []


def test_drafts_removed_and_the_other_direction_are_left_out_where_asked(visit: Delegation) -> None:
    store.save(visit)
    draft, gone, other = twin(visit, draft=True), twin(visit), twin(visit)
    store.remove(gone)
    engine.execute("UPDATE delegation SET direction = 'out' WHERE id = ?", (other.id,))
    page = PAGES["inbound"]
    assert store.find(page, store.Question(sort="id")) == [visit.id, draft.id]
    assert store.find(page, store.Question(drafts=False)) == [visit.id]
    assert store.find(page, store.Question(drafts=True)) == [draft.id]
    assert store.find(page, store.Question(removed=True)) == [gone.id]
    assert store.find(page, store.Question(words="phong sa ly", sort="id")) == [visit.id, draft.id]
    assert store.find(ALL_DELEGATIONS, store.Question(sort="id")) == [visit.id, draft.id, other.id]
    assert store.find(PAGES["outbound"], store.Question()) == [other.id]


def test_filters_join_and_the_count_agrees(visit: Delegation) -> None:
    store.save(visit)
    twin(visit, starts="2025-01-01", ends="2025-01-02")
    twin(visit, countries=["CN"])
    question = store.Question(words="phong", year=2026, country="LA", state="PLANNED", drafts=False)
    assert store.find(PAGES["inbound"], question) == [visit.id]
    assert store.count(PAGES["inbound"], question) == 1


def test_the_first_page_is_the_beginning_of_the_whole(office: Path) -> None:
    for name in ("B", "A", "Đ", "C", "D"):
        partner(name)
    whole = store.find(PARTNERS, store.Question(sort="name"))
    for limit in range(7):
        assert store.find(PARTNERS, store.Question(sort="name"), limit) == whole[:limit]
    empty_first = store.find(PARTNERS, store.Question(sort="native"))
    assert store.find(PARTNERS, store.Question(sort="native"), 3) == empty_first[:3]


# ---- rows


@pytest.mark.parametrize("name", ["inbound", "agreement"])
def test_a_page_of_rows_costs_the_same_questions_for_ten_and_five_hundred(
    visit: Delegation, unit: Unit, name: str
) -> None:
    store.save(visit)
    page, number = PAGES[name], visit.id
    if name == "agreement":
        made = Agreement.blank(name="X", type="ket_nghia", signed_as="UBND_TINH", state="IN_FORCE", signed_on="2020")
        made.parties = [Party(side="THEIRS", partner=visit.value("partner"))]
        store.save(made)
        number = made.id
    multiply(page.record._meta.table_name, number, 520)
    ids = store.find(page, store.Question())
    costs = []
    for many in (10, 500):
        with counted() as asked:
            lines = store.rows(page, ids[:many], page.fields())
        assert len(lines) == many
        costs.append(len(asked))
    assert costs[0] == costs[1]
    with counted() as asked:
        store.find(page, store.Question(words="phong", year=2026, sort="-name"), 50)
    assert len(asked) <= 2


def multiply(table: str, number: int, times: int) -> None:
    """Copy a row as it stands, with an identity of its own."""
    names = [name for _, name, *_ in engine.rows(f'PRAGMA table_info("{table}")') if name not in ("id", "uuid", "code")]
    columns = ", ".join(f'"{name}"' for name in names)
    engine.execute(
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times}) "
        f'INSERT INTO "{table}" (uuid, {columns}) SELECT hex(randomblob(16)), {columns} FROM "{table}", n WHERE id = ?',
        (number,),
    )


def test_a_row_shows_words_state_and_standing(visit: Delegation) -> None:
    speak("vi")
    store.save(visit)
    page = PAGES["inbound"]
    (row,) = store.rows(page, [visit.id])
    shown = {name: row.texts[name] for name in ("code", "name", "countries", "partner", "starts", "persons")}
    assert shown == {
        "code": "2026-001-DV",
        "name": "Đoàn đại biểu tỉnh Phông Sa Lỳ",
        "countries": "Lào",
        "partner": "Tỉnh Phông Sa Lỳ",
        "starts": "05/03/2026",
        "persons": "12",
    }
    assert row.state is not None
    assert row.state[1] == "neutral"
    assert (row.standing, row.draft) == (None, False)


def test_rows_come_in_the_order_asked_and_what_is_gone_is_left_out(office: Path) -> None:
    first, second = partner("A"), partner("B")
    assert [row.id for row in store.rows(PARTNERS, [second.id, 999, first.id])] == [second.id, first.id]
    assert store.rows(PARTNERS, []) == []
