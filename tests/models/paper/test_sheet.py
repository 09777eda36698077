"""What a paper says, before it is painted."""

from dataclasses import replace
from datetime import date

import pytest

from models import text
from models.paper.frame import FITS, head_html, plain, tail_html
from models.paper.markup import html
from models.paper.sheet import (
    LONGEST_GRID,
    Column,
    Grid,
    Letterhead,
    Line,
    Paper,
    Paragraph,
    Register,
    Row,
    Section,
    Signature,
    annexes,
)
from models.text import say

HEAD = Letterhead("UBND tỉnh Lai Châu", "Sở Ngoại vụ", symbol="BC-SNgV", place="Lai Châu", day=date(2026, 2, 3))


def grid(n: int, annex: str = "Danh sách") -> Grid:
    """Make a table of n rows."""
    rows = tuple((str(i), f"Người {i}") for i in range(n))
    return Grid(("STT", "Họ và tên"), rows, (1, 4), ("center",), annex=annex)


def paper(*items: Line | Paragraph | Grid) -> Paper:
    """Make a paper of one section."""
    return Paper(HEAD, "Tóm tắt", sections=(Section("Thành phần", items),))


@pytest.fixture
def vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak Vietnamese for one test."""
    monkeypatch.setattr(text, "_chosen", "vi")


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak English for one test."""
    monkeypatch.setattr(text, "_chosen", "en")


def words_of(day: date) -> str:
    """Write the place and day of a letterhead."""
    return html(replace(paper(), letterhead=replace(HEAD, day=day)))


@pytest.mark.usefixtures("vietnamese")
def test_days_below_ten_and_the_first_two_months_take_a_zero() -> None:
    def written(day: str, month: str, year: str) -> str:
        return say("{place}, {day} {month} {year}").format(place="Lai Châu", day=day, month=month, year=year)

    assert written("03", "02", "2026") in words_of(date(2026, 2, 3))
    assert written("05", "3", "2026") in words_of(date(2026, 3, 5))
    assert written("15", "12", "2026") in words_of(date(2026, 12, 15))


@pytest.mark.usefixtures("english")
def test_an_english_paper_has_the_national_motto_and_an_english_date() -> None:
    made = html(paper())
    assert "SOCIALIST REPUBLIC OF VIET NAM" in made
    assert "Independence - Freedom - Happiness" in made
    assert "Lai Châu, 3 February 2026" in made


def test_a_number_not_yet_given_leaves_room_to_write() -> None:
    assert "\u00a0" * 8 + "/BC-SNgV" in html(paper())
    assert ">" + say("No. {number}").format(number="145/BC-SNgV") in html(
        replace(paper(), letterhead=replace(HEAD, number="145"))
    )
    assert "145/BC/BC-SNgV" not in html(replace(paper(), letterhead=replace(HEAD, number="145/BC")))


def test_twelve_rows_stay_on_the_paper_and_thirteen_go_to_an_annex() -> None:
    assert "Người 11" in html(paper(grid(LONGEST_GRID)))
    assert annexes(paper(grid(LONGEST_GRID))) == ()
    longer = paper(grid(LONGEST_GRID + 1))
    assert "Người" not in html(longer)
    (annex,) = annexes(longer)
    assert len(annex.rows) == LONGEST_GRID + 1
    assert [column.align for column in annex.columns] == ["center", "left"]
    assert not annex.landscape


def test_an_annex_without_a_title_is_called_like_its_section() -> None:
    (annex,) = annexes(paper(grid(20, annex="")))
    assert annex.title.endswith("\nThành phần")


def test_a_sheet_of_labels_and_values_never_goes_to_an_annex() -> None:
    sheet = Grid((), tuple((f"Mục {i}", "x") for i in range(30)), (1, 3))
    assert annexes(paper(sheet)) == ()
    assert "Mục 29" in html(paper(sheet))


def test_several_annexes_are_numbered_and_named_where_they_belong() -> None:
    twice = paper(grid(20, "Danh sách A"), grid(30, "Danh sách B"))
    assert [annex.title for annex in annexes(twice)] == [
        f"{say('Annex')} 1\nDanh sách A",
        f"{say('Annex')} 2\nDanh sách B",
    ]
    assert f"{say('Annex')} 2" in html(twice)


@pytest.mark.parametrize("nasty", ["<b>x</b>", '"><img src=file:///x>', "a & b", "&lt;"])
def test_no_text_is_read_as_html(nasty: str) -> None:
    everywhere = Paper(
        Letterhead(nasty, nasty, nasty, nasty, nasty),
        nasty,
        nasty,
        (Section(nasty, (Line(nasty, nasty), Paragraph(nasty), Grid((nasty,), ((nasty,),), (1,)), grid(13, nasty))),),
        Signature(nasty, nasty),
        (nasty,),
    )
    listed = Register(nasty, (Column("", 1),), (Row(("",)),), nasty, notes=(nasty,), letterhead=HEAD)
    for fit in FITS:
        made = html(everywhere, fit) + head_html(listed) + tail_html(listed)
        assert nasty not in made.replace("&amp;lt;", "")
        assert "<img" not in made


def test_line_breaks_stay_and_hidden_letters_go() -> None:
    assert plain("a\r\nb\u2028c") == "a<br>b<br>c"
    assert plain("a\x00b\ufdd0c\ufffcd") == "a b c d"


def test_short_facts_share_a_row_and_long_ones_do_not() -> None:
    short, long = Line("Nước", "Lào"), Line("Nội dung", "x" * 60)
    assert html(paper(short, short)).count('width="50%"') == 2
    assert html(paper(short, long)).count('width="50%"') == 0
    assert html(paper(short, short, short)).count('width="50%"') == 2


def test_running_text_keeps_the_thirteen_points_of_the_decree() -> None:
    for fit in FITS:
        made = html(paper(Paragraph("Nội dung")), fit)
        assert "font-size:13pt" in made.split("Nội dung")[0].rsplit("<p", 1)[1]
        assert 'align="justify"' in made
