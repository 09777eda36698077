# ruff: noqa: E501 - sentences of the report stay whole
"""The written annual report of both samples: every sentence agrees with the figures, and its parts add up."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from docx import Document

from models import days, store
from models.filling import of_period
from models.reports.indicators import summary
from models.reports.periods import Period, cut_off_year
from models.sample import load
from models.text import say
from models.word.stock import STOCK
from models.word.template import fill_document

PERIODS = (
    Period(date(2025, 1, 1), date(2025, 12, 31)),
    cut_off_year(2025),
    Period(date(2024, 1, 1), date(2026, 11, 21)),
)
LAI_CHAU = (
    "Trong kỳ, tỉnh đã đón tiếp 6 đoàn/99 lượt khách nước ngoài đến thăm, làm việc. Số đoàn vào theo nước, vùng lãnh thổ "
    "(1 đoàn gồm khách của nhiều nước, được tính ở từng nước):",
    "- Trung Quốc: 5 đoàn;",
    "- Nhật Bản: 1 đoàn;",
    "- Hàn Quốc: 1 đoàn.",  # 5 + 1 + 1 = 7 = 6 delegations, one of them in two rows
    "Tỉnh đã tổ chức 3 đoàn/38 lượt người đi công tác nước ngoài. Số đoàn ra theo nước, vùng lãnh thổ:",
    "- Trung Quốc: 3 đoàn.",
    "Trong kỳ đã ký 4 thỏa thuận quốc tế. Đến hết ngày 31/12/2025, tỉnh có 17 thỏa thuận quốc tế đang hiệu lực (trong đó "
    "có 6 thỏa thuận kết nghĩa cấp huyện, xã).",
    "Tỉnh đã duy trì 10 cơ chế hợp tác; tổ chức 5 phiên họp, cuộc hội đàm; ký 2 biên bản. Số nhiệm vụ được giao trong kỳ "
    "là 14, gồm: 1 nhiệm vụ hoàn thành đúng hạn; 12 nhiệm vụ đang thực hiện trong hạn; 1 nhiệm vụ chuyển kỳ sau.",
    # 1 + 12 + 1 = 14
    "Trong kỳ đã tổ chức, tham gia 3 hoạt động giao lưu; tổ chức, tham gia 1 hội nghị, hội thảo quốc tế với hơn 200 lượt "
    "đại biểu; mở 2 lớp đào tạo, bồi dưỡng cho nước bạn; cử 22 lượt cán bộ đi đào tạo, bồi dưỡng ở nước ngoài.",
    "Trong kỳ đã tiếp nhận 1 khoản viện trợ, tổng giá trị cam kết 3.750.000.000 đồng; giải ngân 1.250.000.000 đồng viện trợ.",
)
DIEN_BIEN = (
    "Trong kỳ, tỉnh đã đón tiếp 2 đoàn/26 lượt khách nước ngoài đến thăm, làm việc. Số đoàn vào theo nước, vùng lãnh thổ:",
    "- Lào: 1 đoàn;",
    f"- {say('Country not known', 'vi')}: 1 đoàn.",  # 1 + 1 = 2
    "Trong kỳ không có đoàn đi công tác nước ngoài.",
    "Trong kỳ đã ký 1 thỏa thuận quốc tế. Đến hết ngày 31/12/2025, tỉnh có 6 thỏa thuận quốc tế đang hiệu lực; 8 cặp cụm "
    "bản kết nghĩa.",
    "Tỉnh đã duy trì 7 cơ chế hợp tác; tổ chức 2 phiên họp, cuộc hội đàm; ký 1 biên bản. Số nhiệm vụ được giao trong kỳ "
    "là 2, gồm: 1 nhiệm vụ đang thực hiện trong hạn; 1 nhiệm vụ quá hạn, chưa hoàn thành.",  # 1 + 1 = 2
    "Trong kỳ đã tổ chức, tham gia 2 hoạt động giao lưu; mở 1 lớp đào tạo, bồi dưỡng cho nước bạn; cấp 90 suất học bổng "
    "mỗi năm cho nước bạn.",
    "Trong kỳ không phát sinh viện trợ, hỗ trợ.",
)
TOLD = {"lai-chau": LAI_CHAU, "dien-bien": DIEN_BIEN}


Fill = Callable[[Period], list[str]]


@pytest.fixture(scope="module", params=TOLD)
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Fill]]:
    """The name of a sample, and what gives the paragraphs of its report for a period."""
    folder = tmp_path_factory.mktemp(request.param)
    load(request.param, folder / "office.db")

    def fill(period: Period) -> list[str]:
        fill_document(STOCK[0].path, folder / "a.docx", of_period(period, "vi"))
        return [each.text for each in Document(str(folder / "a.docx")).paragraphs]

    with store.session(folder / "office.db", read_only=True):
        yield request.param, fill
    days.set_today(None)


def test_each_sentence_says_what_the_summary_counts(sample: tuple[str, Fill]) -> None:
    name, fill = sample
    lines = fill(PERIODS[0])
    first, last = lines.index("1. Công tác đoàn vào, đoàn ra"), lines.index("II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    assert [each for each in lines[first:last] if not re.match(r"\d\. ", each)] == list(TOLD[name])


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_tasks_add_up_to_all_that_were_given(sample: tuple[str, Fill], period: Period) -> None:
    text = "\n".join(sample[1](period))
    whole = re.search(r"nhiệm vụ được giao trong kỳ là (\d+), gồm", text)
    given = next(each.value for each in summary(period) if each.code == "I30")
    assert sum(map(int, re.findall(r"(\d+) nhiệm vụ", text))) == given == (int(whole[1]) if whole else 0)


@pytest.mark.parametrize("period", PERIODS, ids=str)
@pytest.mark.parametrize(("code", "head"), [("I01", "đón tiếp"), ("I04", "tổ chức")])
def test_countries_add_up_to_the_delegations_each_way(
    sample: tuple[str, Fill], period: Period, code: str, head: str
) -> None:
    given = next(each.value for each in summary(period) if each.code == code)
    found = re.search(rf"đã {head} (\d+) đoàn/.*((?:\n- .*: \d+ đoàn[;.])+)", "\n".join(sample[1](period)))
    if not found:
        assert given == 0
        return
    several = re.search(r"\((\d+) đoàn", found[0])
    rows = sum(map(int, re.findall(r": (\d+) đoàn", found[2])))
    assert rows - (int(several[1]) if several else 0) == given == int(found[1])


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_nothing_is_said_of_nothing_and_no_sign_of_the_template_stays(sample: tuple[str, Fill], period: Period) -> None:
    text = "\n".join(sample[1](period))
    assert not re.search(r"(?<![\d./])0 (?!giờ)\w", text)
    assert not any(sign in text for sign in ("[[", "]]", "||", "{{", " ;", ";;", " ."))
