"""Papers as an office prints them, and how the tests read them back."""

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from models.paper.sheet import (
    Column,
    Grid,
    Group,
    Letterhead,
    Line,
    Paper,
    Paragraph,
    Register,
    Row,
    Section,
    Signature,
)

HEAD = Letterhead(
    superior="UBND tỉnh Lai Châu",
    office="Sở Ngoại vụ",
    symbol="BC-SNgV",
    place="Lai Châu",
    day=date(2025, 2, 5),
)
SIGNER = Signature("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Nguyễn Thị Ánh Tuyết")
RECIPIENTS = ("- UBND tỉnh (b/c);", "- Văn phòng UBND tỉnh;", "- Lưu: VT, HTQT.")
POSTS = ("Phó Tỉnh trưởng tỉnh Phongsaly", "Giám đốc Sở Ngoại vụ", "Trưởng phòng, Sở Công Thương")


def members(n: int) -> Grid:
    """List n members of a delegation."""
    rows = tuple(
        (str(i), f"Ông Bounthavy Phommasy {i}", POSTS[i % 3], "Trưởng đoàn" if i == 1 else "") for i in range(1, n + 1)
    )
    return Grid(
        headers=("STT", "Họ và tên", "Chức vụ, đơn vị", "Ghi chú"),
        rows=rows,
        widths=(7, 35, 40, 18),
        aligns=("center", "left", "left", "left"),
        annex="Danh sách thành viên đoàn",
    )


def brief(n: int = 12, extra: int = 0) -> Paper:
    """Make the brief of an inbound delegation with n members."""
    content = (
        "Thăm, làm việc với Thường trực Tỉnh ủy, UBND tỉnh; hội đàm về hợp tác biên giới, "
        "thương mại, giáo dục và y tế giai đoạn 2026 - 2030. "
    )
    return Paper(
        letterhead=HEAD,
        title="Tóm tắt thông tin đoàn vào",
        subtitle="Đoàn đại biểu tỉnh Phongsaly (ຜົ້ງສາລີ), CHDCND Lào",
        sections=(
            Section(
                "Thông tin chung",
                (
                    Line("Tên đoàn", "Đoàn đại biểu Đảng ủy, Ủy ban chính quyền tỉnh Phongsaly"),
                    Line("Trưởng đoàn", "Ông Khamphoy Vannasan, Bí thư, Tỉnh trưởng tỉnh Phongsaly"),
                    Line("Nước", "Lào"),
                    Line("Cấp đoàn", "Cấp tỉnh"),
                    Line("Mã hồ sơ", "2025-014-DV"),
                    Line("Số người", str(n)),
                ),
            ),
            Section(
                "Thời gian, địa bàn",
                (
                    Line("Thời gian", "10/03/2025 – 13/03/2025"),
                    Line("Cửa khẩu", "Tây Trang"),
                    Line("Địa bàn", "Thành phố Lai Châu; huyện Tam Đường; xã Ma Lù Thàng (khu vực biên giới)"),
                ),
            ),
            Section(
                "Mục đích, nội dung",
                (
                    Line("Mục đích", "Thăm hữu nghị"),
                    Line("Trụ cột", "Ngoại giao Nhà nước"),
                    Line("Lĩnh vực", "Biên giới; thương mại; giáo dục"),
                    Line("Kinh phí", "Ngân sách tỉnh"),
                    Line("Nội dung", content * (1 + extra)),
                ),
            ),
            Section("Thành phần đoàn", (members(n),)),
            Section(
                "Tiếp đoàn",
                (
                    Line("Đơn vị tiếp", "Sở Ngoại vụ; Văn phòng UBND tỉnh"),
                    Line("Lãnh đạo tiếp", "Ông Lê Văn Lương, Chủ tịch UBND tỉnh"),
                    Line("Chương trình", "Sáng 10/3 đón đoàn; chiều 10/3 hội đàm; 11/3 khảo sát cửa khẩu Ma Lù Thàng."),
                ),
            ),
            Section(
                "Căn cứ",
                (
                    Line("Văn bản xin phép", "Công văn số 125/SNgV-HTQT ngày 12/02/2025 của Sở Ngoại vụ"),
                    Line("Văn bản cho phép", "Công văn số 480/UBND-NC ngày 20/02/2025 của UBND tỉnh"),
                ),
            ),
            Section(
                "Quan hệ với đối tác",
                (
                    Line("Thỏa thuận hiện có", "2024-003-TT Bản ghi nhớ hợp tác giai đoạn 2024 - 2028"),
                    Line("Việc đang theo dõi", "2024-011-VB Khảo sát lối mở; 2024-015-VB Học bổng 10 lưu học sinh Lào"),
                ),
            ),
            Section("Trạng thái", (Line("Trạng thái", "Đã kết thúc"), Line("Báo cáo", "Chưa có"))),
        ),
        signature=SIGNER,
        recipients=RECIPIENTS,
    )


def agreement() -> Paper:
    """Make the sheet of an agreement with the opinions that were asked."""
    sheet = (
        ("Tên thỏa thuận", "Bản ghi nhớ hợp tác giữa tỉnh Lai Châu và thành phố Gimje (김제시), Hàn Quốc"),
        ("Các bên", "UBND tỉnh Lai Châu – ông Lê Văn Lương, Chủ tịch\nThành phố Gimje – ông Jung Sung-ju, Thị trưởng"),
        ("Lĩnh vực", "Nông nghiệp; lao động thời vụ"),
        ("Thời hạn", "05 năm, tự động gia hạn; báo trước 06 tháng"),
        ("Bản gốc lưu tại", "Sở Ngoại vụ; tiếng Việt, tiếng Hàn"),
    )
    opinions = (
        ("1", "Bộ Ngoại giao", "03/02/2025", "20/02/2025", "Đồng ý có góp ý: bổ sung điều khoản về nhập cảnh"),
        ("2", "Bộ Công an", "03/02/2025", "25/02/2025", "Đồng ý"),
        ("3", "Bộ Tài chính", "03/02/2025", "", "Chưa trả lời"),
    )
    milestones = (
        ("Ký", "15/05/2025", "15/05/2025"),
        ("Gửi bản sao Bộ Ngoại giao", "30/05/2025", "27/05/2025"),
        ("Hết hạn", "15/05/2030", ""),
    )
    return Paper(
        letterhead=HEAD,
        title="Phiếu thỏa thuận quốc tế",
        subtitle="2025-003-TT",
        sections=(
            Section("Thông tin chung", (Grid((), sheet, (30, 70)),)),
            Section(
                "Ý kiến các cơ quan",
                (
                    Grid(
                        ("STT", "Cơ quan", "Ngày xin", "Ngày trả lời", "Ý kiến"),
                        opinions,
                        (7, 22, 14, 15, 42),
                        ("center", "left", "center", "center", "left"),
                    ),
                ),
            ),
            Section(
                "Các mốc",
                (Grid(("Mốc", "Thời hạn", "Thực hiện"), milestones, (50, 25, 25), ("left", "center", "center")),),
            ),
            Section(
                "Kết quả thực hiện",
                (Paragraph("Năm 2025 đã đưa 42 lao động đi làm việc thời vụ; tổ chức 01 lớp tập huấn."),),
            ),
        ),
        signature=SIGNER,
        recipients=RECIPIENTS,
    )


def actions(n: int = 200) -> Register:
    """Make the list of n follow-up actions, grouped by lead agency, overdue in bold."""
    leads = ("Sở Công Thương", "Sở Giáo dục và Đào tạo", "Sở Ngoại vụ", "Sở Nông nghiệp và Môi trường")
    rows: list[Row | Group] = []
    for place, lead in enumerate(leads):
        rows.append(Group(f"{lead} ({n // 4})"))
        for i in range(place * n // 4 + 1, (place + 1) * n // 4 + 1):
            late = i % 7 == 0
            task = "Khảo sát, thống nhất vị trí mở lối thông quan với phía bạn" if i % 3 else f"Trả lời đề nghị {i}"
            rows.append(
                Row(
                    (
                        str(i),
                        f"2025-{i:03d}-VB",
                        task,
                        "Biên bản phiên 11, mục 3",
                        "Bộ Chỉ huy BĐBP tỉnh",
                        f"{i % 28 + 1:02d}/06/2025",
                        f"{i % 100}%",
                        "",
                        "Quá hạn" if late else "Trong hạn",
                    ),
                    bold=late,
                )
            )
    return Register(
        title="Danh mục việc theo dõi",
        subtitle="(Từ ngày 01/01/2025 đến ngày 31/12/2025)",
        columns=(
            Column("STT", 4, "center"),
            Column("Mã", 10),
            Column("Nội dung nhiệm vụ", 27),
            Column("Nguồn giao", 15),
            Column("Phối hợp", 14),
            Column("Thời hạn", 9, "center"),
            Column("Tiến độ", 6, "right"),
            Column("Kết quả", 10),
            Column("Trạng thái", 9),
        ),
        rows=tuple(rows),
        totals=("", "", f"Tổng số: {n} việc", "", "", "", "", "", f"{n // 7} quá hạn"),
        notes=("Ghi chú: dòng in đậm là việc quá hạn.",),
        footer="In ngày 05/02/2025",
        letterhead=HEAD,
        signature=SIGNER,
        recipients=RECIPIENTS,
    )


outside = pytest.mark.outside("pdftotext", "pdffonts", "pdftoppm")


def read(file: Path, *options: str) -> str:
    """Read a PDF as a person would copy it, blanks evened out."""
    made = subprocess.run(["pdftotext", "-layout", *options, str(file), "-"], capture_output=True, check=True)
    return re.sub(r"[ \u00a0]+", " ", made.stdout.decode())


def pages_of(file: Path) -> list[str]:
    """Read a PDF page by page."""
    return read(file).rstrip("\f").split("\f")


def letters(text: str) -> str:
    """Leave out blanks, so that a line broken elsewhere still counts."""
    return re.sub(r"\s+", "", text)
