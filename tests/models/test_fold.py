"""What cleaning, folding and sorting promise: no hidden sign stays, marks do not matter, the order is Vietnamese."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.fold import clean, cut, fold, given_name_key, sort_key, tokens

# A text with what people really paste: letters with loose marks, controls, halves of pairs, direction marks.
TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "ăâđêôơưĂÂĐÊÔƠƯàảãáạ \t\r\n\x0b\x0c\x00\x85\u0300\u0301\u0302\u031b\u0323\u200b\u200e\u2028\u061c"
        ),
        st.characters(categories=["Cs", "Cc", "Cf"]),
    ),
    max_size=40,
)
DIRECTION = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(TEXTS, st.booleans())
def test_cleaning_twice_changes_nothing_more(words: str, lines: bool) -> None:
    once = clean(words, lines)
    assert clean(once, lines) == once


@given(TEXTS, st.booleans())
def test_a_cleaned_text_is_composed_and_holds_no_control_half_pair_or_direction_mark(words: str, lines: bool) -> None:
    cleaned = clean(words, lines)
    assert unicodedata.is_normalized("NFC", cleaned)
    allowed = {"\n", "\t"} if lines else set()
    assert [c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs") and c not in allowed] == []
    assert not DIRECTION & set(cleaned)


@given(st.text())
def test_folding_does_not_care_how_marks_were_typed(words: str) -> None:
    assert fold(unicodedata.normalize("NFD", words)) == fold(unicodedata.normalize("NFC", words))


@given(st.text())
def test_folding_twice_changes_nothing_more_in_vietnamese_text(words: str) -> None:
    plain = "".join(letter for letter in words if letter.isascii() or letter in "ăâđêôơưạảãàáấầẩẫậ")
    assert fold(fold(plain)) == fold(plain)


def test_what_is_pasted_loses_only_what_cannot_be_seen() -> None:
    assert clean("  Sì\u200b Choang\u00a0 –\tĐèn\r\nSuối\x00 Thàng ") == "Sì Choang – Đèn Suối Thàng"
    assert clean("một\r\nhai \rba\n\n", lines=True) == "một\nhai\nba"
    assert clean("a\u200b\u0301") == "á"


def test_a_soft_line_break_of_word_or_excel_does_not_join_two_words() -> None:
    assert clean("Điện\x0bBiên\x0cPhủ\u2028Lai\x85Châu") == "Điện Biên Phủ Lai Châu"
    assert clean("Điện\x0bBiên\u2028Phủ", lines=True) == "Điện\nBiên\nPhủ"


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Điện Biên", "dien bien"),
        ("ĐIỆN  BIÊN", "dien bien"),
        ("Sì Choang", "si choang"),
        ("Đèn Suối Thàng", "den suoi thang"),
        ("Ô-xtrây-li-a", "o-xtray-li-a"),
        ("Phôngsaly", "phongsaly"),
        ("云南省", "云南省"),
        ("ແຂວງຜົ້ງສາລີ", "ແຂວງຜົ້ງສາລີ"),
        ("", ""),
    ],
)
def test_folding_takes_case_marks_and_the_stroke_of_d(words: str, folded: str) -> None:
    assert fold(words) == folded


def test_both_places_of_the_tone_fold_alike() -> None:
    assert fold("thoả thuận hoà bình") == fold("thỏa thuận hòa bình")


def test_scripts_without_blanks_are_cut_into_signs() -> None:
    assert cut("云南省 Vân Nam") == "云 南 省 van nam"
    assert tokens("云南") == ["云", "南"]
    assert tokens('"AND" - (Lào*)') == ["and", "lao"]


def in_order(words: list[str]) -> list[str]:
    return sorted(words, key=sort_key)


@pytest.mark.parametrize(
    "expected",
    [
        ["An", "Ăng", "Ân", "Bình", "Dương", "Đà Nẵng", "Điện Biên", "Em", "Êm"],
        ["Đoàn 2", "Đoàn 10", "Đoàn 100"],
        ["2026-002-DV", "2026-010-DV", "2026-100-DV", "2027-001-DV"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "i", "o", "ô", "ơ", "u", "ư", "v", "x", "y"],
        # Letters decide before tones; a short word stands before what begins with it.
        ["ma", "má", "mạ", "man", "mán", "măn", "mân"],
        ["Lao Cai", "Lào Cai", "Láo Cai", "Lao Chải"],
        ["hoa", "hoà", "hoá", "hoạ", "hoan", "hoàn"],
        ["tê", "tế", "thai", "thái", "thanh", "thành", "tre", "tư"],
        ["", "1", "a"],
    ],
)
def test_the_order_is_vietnamese(expected: list[str]) -> None:
    assert in_order(list(reversed(expected))) == expected
    assert in_order([unicodedata.normalize("NFD", word) for word in reversed(expected)]) == [
        unicodedata.normalize("NFD", word) for word in expected
    ]


def test_a_list_of_provinces_stands_as_in_a_printed_directory() -> None:
    """Checked by hand against the order of letters (a ă â … d đ e ê …) and tones of TCVN."""
    expected = """An Giang|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Điện Biên
    |Đồng Nai|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Huế|Hưng Yên|Khánh Hòa
    |Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Phú Thọ|Quảng Bình
    |Quảng Nam|Quảng Ngãi|Quảng Ninh|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Tiền Giang|Trà Vinh|Tuyên Quang
    |Vĩnh Long|Yên Bái"""
    provinces = [name.strip() for name in expected.split("|")]
    assert in_order(sorted(provinces)) == provinces


def test_people_stand_by_their_given_name() -> None:
    people = ["Trần Văn Ân", "Nguyễn Thị An", "Lê Bình", "Giàng A Dế", "Vàng Thị Đào", "Nguyễn Văn An"]
    expected = ["Nguyễn Thị An", "Nguyễn Văn An", "Trần Văn Ân", "Lê Bình", "Giàng A Dế", "Vàng Thị Đào"]
    assert sorted(people, key=given_name_key) == expected
    assert given_name_key("") == ""
