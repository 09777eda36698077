"""The cells of a table as people read them."""

from models.kinds import PAGES
from models.reports.columns import Column, column
from models.reports.wording import Wording

COLUMNS = (
    Column("name", "Name", width=20),
    Column("foreign", "Foreigners", "whole", total=True),
    Column("qualifier", "Qualifier"),
    Column("delegates", "Delegates", "whole", total=True),
)


def test_the_word_before_a_number_stands_in_its_cell() -> None:
    wording = Wording(COLUMNS, "vi")
    assert wording.row(("Hội thảo", 3, "hơn", 1200)) == ("Hội thảo", "3", "hơn", "hơn 1.200")
    assert [each.printed for each in wording.columns] == [True, True, False, True]


def test_an_exact_number_and_one_that_is_not_known_have_no_word_before_them() -> None:
    wording = Wording(COLUMNS, "vi")
    assert wording.row(("Hội thảo", 3, "đúng", 200))[3] in ("200", "đúng 200")
    assert wording.row(("Hội thảo", 3, "hơn", None))[3] == ""
    assert wording.row(("Hội thảo", 3, "hơn", "chưa rõ"))[3] == "chưa rõ"


def test_what_is_not_known_is_never_added_up_as_nothing() -> None:
    rows = [("A", "chưa rõ", None, 100), ("B", 5, None, 20)]
    assert Wording(COLUMNS, "vi").totals(rows)[1:] == ("", "", "120")


def test_a_column_in_which_no_number_stands_has_no_total() -> None:
    assert Wording(COLUMNS, "vi").totals([("A", None, None, 100)])[1:] == ("", "", "100")


def test_a_total_of_numbers_that_are_not_exact_says_so() -> None:
    rows = [("A", 1, "hơn", 200), ("B", 2, None, 50)]
    assert Wording(COLUMNS, "vi").totals(rows)[3] == "hơn 250"
    assert Wording(COLUMNS, "vi").totals([*rows, ("C", 1, "gần", 10)])[3] == "khoảng 260"


def test_a_word_without_a_number_of_its_own_keeps_its_column() -> None:
    assert all(each.printed for each in Wording(COLUMNS[:3], "vi").columns)


def test_a_year_is_written_without_a_point() -> None:
    page = PAGES["ngo"]
    year = column(page, page.record.field("last_report_year"))
    assert Wording([year], "vi").row((2025,)) == ("2025",)
