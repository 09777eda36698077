"""The names that a template may use: Vietnamese without accents or English, figures, records, nothing personal."""

from pathlib import Path

import pytest

from models import store
from models.delegations import Delegation
from models.filling import every_name, key, of_period, of_record
from models.reports.periods import calendar_year


def test_a_name_is_known_with_or_without_accents_capitals_and_blanks() -> None:
    assert key("Tên đoàn") == key("ten_doan") == key("TEN DOAN") == key(" ten-doan ") == "ten_doan"


@pytest.mark.parametrize("told", ["I01", "I_01", "i01", "chi_tieu_I01"])
def test_a_figure_has_a_name_that_excel_accepts(told: str) -> None:
    assert key(told) == "i01"


def test_a_field_is_named_by_its_label_its_other_titles_and_in_english(visit: Delegation) -> None:
    store.save(visit)
    names = of_record(visit, "vi")
    told = {names.value(each).words for each in ("ten_doan", "name", "Tên đoàn", "delegation")}  # type: ignore[union-attr]
    assert told == {"Đoàn đại biểu tỉnh Phông Sa Lỳ"}
    assert names.value("doi_tac").words == "Tỉnh Phông Sa Lỳ"  # type: ignore[union-attr]
    assert names.value("ngay_den").words == names.value("tu_ngay").words == "05/03/2026"  # type: ignore[union-attr]


def test_passports_have_a_name_but_no_value_unless_they_are_ticked(visit: Delegation) -> None:
    store.save(visit)
    names = of_record(visit, "vi")
    assert names.column("thanh_vien.so_ho_chieu") is None
    assert names.is_withheld("thanh_vien.so_ho_chieu")
    assert "P1234567" not in str([listing.rows for listing in names.lists])
    ticked = of_record(visit, "vi", with_personal=True)
    listing, place = ticked.column("thanh_vien.so_ho_chieu") or pytest.fail("unknown")
    assert listing.rows[0][place].words == "P1234567"


def test_a_period_gives_its_figures_and_its_registers(visit: Delegation) -> None:
    visit.state, visit.report_number, visit.report_date, visit.result = "REPORTED", "7/BC", "2026-03-20", "Tốt"
    store.save(visit)
    names = of_period(calendar_year(2026), "vi")
    assert names.value("I01").plain == 1  # type: ignore[union-attr]
    assert names.value("I_02").words == "12"  # type: ignore[union-attr]
    assert names.value("I07_LA").plain == 1  # type: ignore[union-attr]
    assert names.value("I07_CN").plain == 0, "a country without a delegation is nought, not unknown"  # type: ignore[union-attr]
    assert names.value("I07_XYZ") is None
    listing, place = names.column("doan_vao.ten_doan") or pytest.fail("unknown")
    assert [row[place].words for row in listing.rows] == ["Đoàn đại biểu tỉnh Phông Sa Lỳ"]
    assert names.column("inbound.name") == (listing, place)


def test_no_two_names_are_spelt_alike_and_each_says_what_it_is(visit: Delegation) -> None:
    store.save(visit)
    for names in (of_period(calendar_year(2026), "vi"), of_record(visit, "vi")):
        told = list(every_name(names))
        assert len({name for name, _, _ in told}) == len(told) > 60
        assert all(words for _, _, words in told)
        assert all(names.value(name.strip("{}")) or names.column(name.strip("{}")) for name, _, _ in told)


def test_a_name_misspelt_is_answered_with_the_nearest(office: Path) -> None:
    names = of_period(calendar_year(2026), "vi")
    assert names.nearest("ten_co_qan") == "ten_co_quan"
    assert names.nearest("doan_vao.ten_don") == "doan_vao.ten_doan"
    assert names.nearest("zzz") == ""
