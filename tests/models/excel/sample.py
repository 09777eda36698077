"""A small workbook like the annual report, for the tests and for a look at it."""

from datetime import date, timedelta

from models.excel.workbook import (
    Chart,
    Column,
    DataSheet,
    Formula,
    Letterhead,
    Signature,
    SummarySheet,
    Table,
    Workbook,
    area,
)

MONTHS = range(1, 13)
COUNTRIES = ("Lào", "Trung Quốc", "Hàn Quốc", "Thái Lan")


def register(count: int = 40) -> DataSheet:
    """Make a register of delegations with two helper columns."""
    return DataSheet(
        "Đoàn vào",
        (
            Column("TT", "whole", 5),
            Column("Mã hồ sơ", "identifier", 14),
            Column("Tên đoàn", "text", 44),
            Column("Nước", "text", 14),
            Column("Trưởng đoàn", "text", 24),
            Column("Số người", "whole", 9, total="sum"),
            Column("Ngày đến", "day", 12),
            Column("Kinh phí (đồng)", "money", 17, total="sum"),
            Column("Ngày tính", "day", 12, helper=True),
            Column("Được tính", "whole", 10, helper=True, total="sum"),
        ),
        [_delegation(number) for number in range(1, count + 1)],
        heading=("SỔ THEO DÕI ĐOÀN VÀO NĂM 2025", "(Từ ngày 01/01/2025 đến ngày 31/12/2025)"),
        table_name="Doan_vao",
        notes=(
            f"Nguồn: Bang Giao, Sở Ngoại vụ tỉnh Lai Châu, lúc 08:30 ngày 15/12/2025; {count} hồ sơ, không lọc.",
            "Cách tính: đoàn được tính khi đã đến trong kỳ; số lượt là tổng số người của các đoàn.",
        ),
    )


def _delegation(number: int) -> tuple[object, ...]:
    day = date(2025, 1, 3) + timedelta(days=number * 8 % 360)
    name = "Đoàn công tác tìm hiểu cơ chế hợp tác biên giới và xúc tiến thương mại tại các huyện giáp biên"
    return (
        number,
        f"2025-{number:03}-DV",
        name if number % 3 else "Đoàn thăm hữu nghị",
        COUNTRIES[number % 4],
        "Nguyễn Văn Đức",
        number % 9 + 2,
        day,
        number * 1_350_000,
        day,
        int(number % 5 > 0),
    )


def report(count: int = 40) -> Workbook:
    """Make the whole workbook: summary, statistics with a chart, register."""
    delegations = register(count)
    rows = list(delegations.rows)
    return Workbook(
        (_summary(delegations, rows), _statistics(delegations, rows), delegations),
        title="Báo cáo năm 2025",
        author="Sở Ngoại vụ tỉnh Lai Châu",
        footer="Sở Ngoại vụ tỉnh Lai Châu & Bang Giao",
        language="vi",
    )


def _summary(sheet: DataSheet, rows: list) -> SummarySheet:
    counted, people = area(sheet, "Được tính"), area(sheet, "Số người")
    visitors = sum(row[5] for row in rows if row[9])
    lines = (
        "I. Đoàn vào",
        ("I01", "Số đoàn vào làm việc", Formula(f"=SUM({counted})", sum(row[9] for row in rows)), "", "Đoàn vào", ""),
        (
            "I02",
            "Số lượt khách nước ngoài đến làm việc tại tỉnh",
            Formula(f"=SUMIFS({people},{counted},1)", visitors),
            "gần",
            "Đoàn vào; số dư đầu kỳ",
            "Tổng số người của các đoàn được tính",
        ),
        "II. Thỏa thuận quốc tế",
        ("I10", "Số thỏa thuận đã ký", 5, "", "Sổ thỏa thuận", ""),
        ("I35", "Tiến độ bình quân", Formula("=IF(C14>0,0.625,0)", 0.625, "percent"), "", "Việc theo dõi", ""),
    )
    columns = (
        Column("Mã", "identifier", 7),
        Column("Chỉ tiêu", width=38),
        Column("Giá trị", "whole", 13),
        Column("Mức", width=8),
        Column("Nguồn", width=20),
        Column("Ghi chú", width=20),
    )
    return SummarySheet(
        "Tổng hợp",
        (Table(columns, lines),),
        letterhead=Letterhead(
            "UBND TỈNH LAI CHÂU",
            "SỞ NGOẠI VỤ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Lai Châu, ngày 15 tháng 12 năm 2025",
            "Số: …/BC-SNgV",
        ),
        heading="BÁO CÁO TỔNG HỢP CÔNG TÁC ĐỐI NGOẠI NĂM 2025",
        subtitle="(Từ ngày 15/12/2024 đến ngày 14/12/2025)",
        notes=(
            "Số đoàn: đoàn đã đến trong kỳ. Số lượt: tổng số người của các đoàn. "
            "Số người: thành viên có tên, mỗi người một lần.",
        ),
        signature=Signature(
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
            "Trần Thị Hạnh",
            "Nơi nhận:",
            ("- UBND tỉnh (báo cáo);", "- Bộ Ngoại giao;", "- Lưu: VT, HTQT."),
        ),
    )


def _statistics(sheet: DataSheet, rows: list) -> SummarySheet:
    country, day, counted, people = (area(sheet, t) for t in ("Nước", "Ngày tính", "Được tính", "Số người"))
    by_country = [
        (
            f"I03:{place}",
            name,
            Formula(f"=SUMIFS({counted},{country},B{{row}})", sum(r[9] for r in rows if r[3] == name)),
            Formula(
                f"=SUMIFS({people},{country},B{{row}},{counted},1)", sum(r[5] for r in rows if r[3] == name and r[9])
            ),
        )
        for place, name in enumerate(COUNTRIES)
    ]
    months = [
        (
            "",
            f"Tháng {month}",
            Formula(
                f'=SUMIFS({counted},{day},">="&DATE(2025,{month},1),{day},"<"&DATE(2025,{month + 1},1))',
                sum(r[9] for r in rows if r[8].month == month),
            ),
            None,
        )
        for month in MONTHS
    ]
    head = (Column("Mã", width=9), Column("Nước", width=30), Column("Số đoàn", "whole", 12, total="sum"))
    visitors = Column("Số lượt", "whole", 12, total="sum")
    by_month = (head[0], Column("Tháng", width=30), head[2], Column("Ghi chú"))
    return SummarySheet(
        "Thống kê",
        (
            Table(
                (*head, visitors),
                by_country,
                "1. Đoàn vào theo nước",
                Chart("Đoàn vào theo nước", "Nước", ("Số đoàn", "Số lượt"), lying=True),
            ),
            Table(by_month, months, "2. Đoàn vào theo tháng", Chart("Đoàn vào theo tháng", "Tháng", ("Số đoàn",))),
        ),
        heading="THỐNG KÊ ĐOÀN VÀO",
    )
