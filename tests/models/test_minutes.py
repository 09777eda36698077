"""Pasted minutes are split into points as a person would read them, and no word of them is lost."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import minutes
from models.minutes import Point, field_in, responsible, split

OF_FIVE = """BIÊN BẢN
Phiên họp lần thứ 11 Nhóm công tác liên hợp năm tỉnh
Hai bên đã trao đổi và thống nhất các nội dung sau:
I. Hợp tác kinh tế, thương mại
1. Hai bên nhất trí thúc đẩy thương mại biên giới, tổ chức hội chợ luân phiên vào quý
III năm 2027 tại tỉnh Lai Châu.
2. Phía Việt Nam đề nghị phía Trung Quốc sớm công nhận cửa khẩu Ma Lù Thàng.
II. Cửa khẩu, lối mở
3. Phía Vân Nam hoàn thành sửa chữa cầu trước ngày
30. Sau đó hai bên nghiệm thu.
III. Y tế
4. Hai bên trao đổi thông tin dịch bệnh hằng tháng:
a) Phía Lai Châu gửi danh sách đầu mối liên lạc;
b) Phía Vân Nam cung cấp mẫu báo cáo.
"""


def told(points: list[Point]) -> list[tuple[str, str]]:
    return [(point.number, point.content) for point in points]


def test_the_minutes_of_five_provinces_become_their_points() -> None:
    points = split(OF_FIVE, {"Vân Nam": "THEIRS", "Lai Châu": "OURS"})
    assert [(point.number, point.field, point.responsible, point.proposed) for point in points] == [
        ("", None, None, False),
        ("I.1", "kinh_te_tm", "BOTH", True),
        ("I.2", "kinh_te_tm", "THEIRS", True),
        ("II.3", "cua_khau", "THEIRS", True),
        ("III.4a", "y_te", "OURS", True),
        ("III.4b", "y_te", "THEIRS", True),
    ]
    assert points[1].content.endswith("vào quý III năm 2027 tại tỉnh Lai Châu.")
    assert points[3].content.endswith("trước ngày 30. Sau đó hai bên nghiệm thu.")
    assert points[4].under == "Y tế\nHai bên trao đổi thông tin dịch bệnh hằng tháng:"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Một\n2. Hai", [("1", "Một"), ("2", "Hai")]),
        ("1) Một\n2) Hai", [("1", "Một"), ("2", "Hai")]),
        ("(1) Một\n(2) Hai", [("1", "Một"), ("2", "Hai")]),
        ("1/ Một\n2/ Hai", [("1", "Một"), ("2", "Hai")]),
        ("1 - Một\n2 – Hai", [("1", "Một"), ("2", "Hai")]),
        ("1.\nMột\n2.\nHai", [("1", "Một"), ("2", "Hai")]),
        ("1. Một.\n1.1. Con một\n1.2 Con hai", [("1", "Một."), ("1.1", "Con một"), ("1.2", "Con hai")]),
        ("a) Một\nb) Hai\nđ) Ba", [("a", "Một"), ("b", "Hai"), ("đ", "Ba")]),
        ("- Một\n- Hai", [("", "Một"), ("", "Hai")]),
        ("• Một.\n+ Con\n• Hai", [("", "Một."), ("", "Con"), ("", "Hai")]),
        ("-Một\n-Hai", [("", "Một"), ("", "Hai")]),
        ("Điều 1. Một\nĐiều 2: Hai", [("Điều 1", "Một"), ("Điều 2", "Hai")]),
        ("Mục 3 - Ba\nMục 4 - Bốn", [("Mục 3", "Ba"), ("Mục 4", "Bốn")]),
        ("ĐIỀU 5\nNăm", [("ĐIỀU 5", "Năm")]),
        ("I. Một.\nII. Hai.", [("I", "Một."), ("II", "Hai.")]),
        ("1. Một.\n- ý một\n- ý hai\n2. Hai", [("1", "Một."), ("1", "ý một"), ("1", "ý hai"), ("2", "Hai")]),
        ("Đoạn một.\n\nĐoạn hai.", [("", "Đoạn một."), ("", "Đoạn hai.")]),
        ("Không có số\nvà chỉ một đoạn", [("", "Không có số và chỉ một đoạn")]),
        ("1. Một\ndòng sau\n\nTiếng khác", [("1", "Một dòng sau\nTiếng khác")]),
        ("一、双方同意\n二、中方支持", [("一", "双方同意"), ("二", "中方支持")]),
        ("Article 1. One\nArticle 2. Two", [("Article 1", "One"), ("Article 2", "Two")]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_every_usual_numbering_is_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(split(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên gặp lại trước ngày\n30. Sau đó báo cáo",
        "Kim ngạch đạt\n1.5 triệu USD trong năm",
        "Hội nghị vào quý\nIII năm 2027",
        "quy định tại\nĐiều 5\ncủa Hiệp định",
        "đường nối hai tỉnh qua cửa khẩu và các xã dọc biên giới Lai Châu\n– Vân Nam được mở",
        "do ông\nB. Ken ký",
    ],
)
def test_a_line_broken_by_the_page_is_no_new_point(text: str) -> None:
    assert told(split(f"1. {text}")) == [("1", " ".join(text.split()))]


def test_a_heading_gives_its_field_to_what_stands_under_it_and_to_nothing_else() -> None:
    points = split("Về y tế\n1. Khám bệnh.\n2. Trao đổi.\nVề giáo dục:\n3. Học bổng.\n")
    assert [point.field for point in points] == ["y_te", "y_te", "gddt"]
    assert split("1. Hai bên bàn về y tế và giáo dục của các tỉnh.")[0].field is None
    assert split("1. Y tế: hai bên khám bệnh.")[0].field == "y_te"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Về kinh tế, thương mại", "kinh_te_tm"),
        ("Hợp tác thương mại", "kinh_te_tm"),
        ("LĨNH VỰC Y TẾ", "y_te"),
        ("Giáo dục và đào tạo", "gddt"),
        ("Economy and trade", "kinh_te_tm"),
        ("Kinh tế và y tế", None),
        ("Các nội dung khác", None),
        ("", None),
    ],
)
def test_only_the_name_of_one_field_is_guessed(heading: str, field: str | None) -> None:
    assert field_in(heading) == field


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Hai bên thống nhất", "BOTH"),
        ("Các bên tiếp tục", "BOTH"),
        ("Phía Việt Nam gửi công hàm", "OURS"),
        ("Phía ta cung cấp", "OURS"),
        ("Phía bạn trả lời", "THEIRS"),
        ("Phía Trung Quốc xem xét", "THEIRS"),
        ("Bên Lào báo cáo", "THEIRS"),
        ("The Chinese side will answer", "THEIRS"),
        ("Phía Việt Nam và phía Lào cùng khảo sát", "BOTH"),
        ("Phía Việt Nam đề nghị phía Trung Quốc công nhận", "THEIRS"),
        ("Tổ chức hội chợ với phía Trung Quốc", None),
        ("Phía doanh nghiệp tự lo", None),
    ],
)
def test_the_side_is_taken_only_where_the_words_begin_with_it(words: str, side: str | None) -> None:
    assert responsible(words) == side


def test_points_are_joined_and_parted_without_losing_a_word() -> None:
    one, two, three = split("1. Y tế: Một hai\n2. Phía Việt Nam ba\n3. Bốn")
    joined = minutes.join([one, two, three])
    assert (joined.number, joined.field, joined.responsible) == ("1", "y_te", "OURS")
    assert joined.words() == [*one.words(), *two.words(), *three.words()]
    first, second = minutes.part(joined, joined.content.index("Phía"))
    assert first.words() + second.words() == joined.words()
    assert minutes.part(one, 0) == [one]
    assert minutes.part(one, len(one.content)) == [one]


MARKERS = st.sampled_from(["", "1. ", "2) ", "(3) ", "1.1 ", "a) ", "- ", "• ", "I. ", "Điều 1. ", "Mục 3: ", "+ "])
WORDS = st.lists(
    st.sampled_from(
        [
            "hai",
            "bên",
            "thống",
            "nhất",
            "y",
            "tế",
            "Về",
            "giáo",
            "dục:",
            "thương",
            "mại;",
            "Lào.",
            "50",
            "2027",
            "đ-g",
            "(mẫu)",
            "ໂຄງການ",
            "双方",
            "USD",
        ]
    ),
    min_size=1,
    max_size=9,
)
BREAKS = st.sampled_from(["\n", "\r\n", "\n\n", " \n\t", "\f", "\u2028"])


@given(st.lists(st.tuples(MARKERS, WORDS, BREAKS), max_size=12))
def test_no_word_is_lost_but_the_numbers(parts: list[tuple[str, list[str], str]]) -> None:
    """Words in, words out in the same order; only the markers at the beginnings of lines may be taken away."""
    kept = [word for point in split("".join(f"{m}{' '.join(w)}{b}" for m, w, b in parts)) for word in point.words()]
    wanted: list[tuple[str, bool]] = []
    for marker, words, _ in parts:
        wanted += [(word, True) for word in marker.split()] + [(word, False) for word in words]
    place = 0
    for word, may_go in wanted:
        if place < len(kept) and kept[place] == word:
            place += 1
        else:
            assert may_go, f"{word!r} is lost: {kept}"
    assert place == len(kept)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=300))
def test_any_text_at_all_is_split_without_a_fault_and_without_losing_what_is_no_number(text: str) -> None:
    whole = unicodedata.normalize("NFC", text)
    kept = "".join("".join(point.words()) for point in split(text))
    rest = iter("".join(whole.split()))
    lost = []
    for letter in kept:
        for other in rest:
            if other == letter:
                break
            lost.append(other)
        else:
            pytest.fail("a letter that was not there")
    lost += rest
    allowed = re.compile(r"[\d\W_ivxIVXa-zđA-HĐ一二三四五六七八九十第条]")
    assert all(allowed.fullmatch(letter) for letter in lost), lost
    lines = max(1, len(re.split(r"[\n\r\f\v\x85\u2028\u2029]", whole)))
    assert len(lost) <= 14 * lines
