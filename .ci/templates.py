# ruff: noqa: E501 - sentences of letters stay whole
"""Make the Word templates that the program brings: python .ci/templates.py (the layout of Decree 30/2020)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

ROOT = Path(__file__).resolve().parent.parent
CENTER, RIGHT, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


class Sheet:
    """A template on its way: A4, margins and type of Decree 30/2020, the page number from page two."""

    def __init__(self) -> None:
        """Begin an empty page."""
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(13)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
        normal.paragraph_format.space_after = Pt(0)
        page = self.document.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.top_margin = page.bottom_margin = Cm(2)
        page.left_margin, page.right_margin = Cm(3), Cm(2)
        page.different_first_page_header_footer = True
        number = page.header.paragraphs[0]
        number.alignment = CENTER
        _field(number, "PAGE")
        properties = self.document.core_properties
        properties.author, properties.comments, properties.title = "", "", ""

    def text(
        self, words: str, *, bold: bool = False, italic: bool = False, align: Any = BOTH, indent: bool = True
    ) -> None:
        """Write a paragraph of running text, its first line indented."""
        line = self.document.add_paragraph()
        _write(line, words, bold=bold, italic=italic)
        line.alignment = align
        line.paragraph_format.space_after = Pt(4)
        if indent:
            line.paragraph_format.first_line_indent = Cm(1.27)

    def head(self, words: str) -> None:
        """Write the head of a part."""
        self.text(words, bold=True)
        self.document.paragraphs[-1].paragraph_format.keep_with_next = True

    def title(self, words: str, about: str = "") -> None:
        """Write the title and what it is about, with the short line below."""
        for place, told in enumerate(each for each in (words, about) if each):
            line = self.document.add_paragraph()
            _write(line, told, bold=True)
            line.alignment = CENTER
            line.paragraph_format.space_before = Pt(0 if place else 18)
        _rule(self.document.add_paragraph(), 5.5)

    def letterhead(self, symbol: str = "Số:          /{{ky_hieu_van_ban}}", about: str = "") -> None:
        """Write the office to the left, the state and its motto to the right."""
        table = self.document.add_table(rows=2, cols=2)
        _widths(table, (6.2, 10.2))
        left, right = table.rows[0].cells
        _lines(left, (("{{co_quan_chu_quan}}", False, 13), ("{{ten_co_quan}}", True, 13)), caps=True)
        _rule(left.add_paragraph(), 2.2)
        _lines(right, ((MOTTO[0], True, 12.5), (MOTTO[1], True, 13.5)))
        _rule(right.add_paragraph(), 6.0)
        left, right = table.rows[1].cells
        _lines(left, tuple((each, False, 13) for each in (symbol, about) if each))
        _lines(right, (("{{dia_danh_ngay_thang}}", False, 13.5),), italic=True)

    def closing(self, *, letter: bool = False) -> None:
        """Write who receives the paper to the left, who signs to the right; a letter goes first to whom it addresses."""
        self.document.add_paragraph().paragraph_format.line_spacing = Pt(8)
        table = self.document.add_table(rows=1, cols=2)
        _widths(table, (8.2, 8.2))
        _keep_row(table.rows[0])
        left, right = table.rows[0].cells
        line = left.paragraphs[0]
        _write(line, "Nơi nhận:", bold=True, italic=True, size=12)
        if letter:
            _write(left.add_paragraph(), "- Như trên;", size=11)
        _write(left.add_paragraph(), "{{noi_nhan}}", size=11)
        _lines(right, (("{{the_thuc_ky}}", True, 13), ("", False, 13), ("", False, 13), ("", False, 13)), caps=True)
        line = right.add_paragraph()
        line.alignment = CENTER
        _write(line, "{{nguoi_ky}}", bold=True)

    def grid(self, heads: Sequence[str], row: Sequence[str], widths: Sequence[float]) -> None:
        """Write a table with borders whose one row is repeated; its head is repeated on each page."""
        table = self.document.add_table(rows=2 if heads else 1, cols=len(row))
        table.style = "Table Grid"
        _widths(table, widths)
        for place, cells in enumerate([heads, row] if heads else [row]):
            for cell, words in zip(table.rows[place].cells, cells, strict=True):
                _write(cell.paragraphs[0], words, bold=bool(heads) and place == 0, size=11)
                if (heads and place == 0) or words.endswith(".stt}}"):
                    cell.paragraphs[0].alignment = CENTER
            _keep_row(table.rows[place])
        if heads:
            mark = OxmlElement("w:tblHeader")
            table.rows[0]._tr.get_or_add_trPr().append(mark)
        self.document.add_paragraph().paragraph_format.line_spacing = Pt(6)


def _write(line: Any, words: str, *, bold: bool = False, italic: bool = False, size: float = 0) -> Any:
    run = line.add_run(words)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    return run


def _lines(cell: Any, lines: Sequence[tuple[str, bool, float]], *, caps: bool = False, italic: bool = False) -> None:
    for place, (words, bold, size) in enumerate(lines):
        line = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        line.alignment = CENTER
        run = _write(line, words, bold=bold, italic=italic, size=size)
        run.font.all_caps = caps or None


def _widths(table: Any, widths: Sequence[float]) -> None:
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)


def _keep_row(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _rule(line: Any, width: float) -> None:
    """Draw a centred line: an empty paragraph with a border above and wide margins."""
    line.alignment = CENTER
    line.paragraph_format.space_after = Pt(4)
    line.paragraph_format.line_spacing = Pt(6)
    within = 6.2 if width < 3 else 10.2 if width > 5.9 else 16.4
    side = Cm(max(0.0, (within - width) / 2 - 0.2))
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = side
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    line._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _field(line: Any, order: str) -> None:
    run = line.add_run()
    for kind in ("begin", None, "end"):
        made = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            made.set(qn("w:fldCharType"), kind)
        else:
            made.text = f" {order} "
        run._r.append(made)


def annual() -> Sheet:
    """The draft annual report, its figures in sentences."""
    made = Sheet()
    made.letterhead("Số:          /BC-SNgV")
    made.title("BÁO CÁO", "Kết quả công tác đối ngoại của tỉnh {{tinh}}\n{{ky_bao_cao}}")
    made.text("Kính gửi: {{co_quan_chu_quan}}.", align=CENTER)
    made.text(
        "Thực hiện chức năng, nhiệm vụ được giao, {{ten_co_quan}} báo cáo kết quả công tác đối ngoại của tỉnh từ ngày "
        "{{tu_ngay}} đến ngày {{den_ngay}} như sau:"
    )
    made.head("I. KẾT QUẢ THỰC HIỆN")
    made.head("1. Công tác đoàn vào, đoàn ra")
    made.text(
        "[[Trong kỳ, tỉnh đã đón tiếp {{I01}} đoàn/{{I02}} lượt khách nước ngoài đến thăm, làm việc[[, trong đó có {{I03}} "
        "đoàn báo chí nước ngoài]]. Số đoàn vào theo nước, vùng lãnh thổ[[ ({{doan_vao_nhieu_nuoc}} đoàn gồm khách của nhiều "
        "nước, được tính ở từng nước)]]:||Trong kỳ không có đoàn nước ngoài đến thăm, làm việc.]]"
    )
    made.text("- {{doan_vao_theo_nuoc.ten}}: {{doan_vao_theo_nuoc.so_doan}} đoàn;")
    made.text(
        "[[Tỉnh đã tổ chức {{I04}} đoàn/{{I05}} lượt người đi công tác nước ngoài. Số đoàn ra theo nước, vùng lãnh thổ[[ "
        "({{doan_ra_nhieu_nuoc}} đoàn đi nhiều nước, được tính ở từng nước)]]:||Trong kỳ không có đoàn đi công tác nước "
        "ngoài.]]"
    )
    made.text("- {{doan_ra_theo_nuoc.ten}}: {{doan_ra_theo_nuoc.so_doan}} đoàn;")
    made.head("2. Công tác ký kết và thực hiện thỏa thuận quốc tế")
    made.text(
        "[[Trong kỳ đã ký {{I10}} thỏa thuận quốc tế.||Trong kỳ không ký thỏa thuận quốc tế mới.]][[ Đến hết ngày "
        "{{den_ngay}}, tỉnh có [[; {{I11}} thỏa thuận quốc tế đang hiệu lực[[ (trong đó có [[, {{I14}} thỏa thuận kết nghĩa "
        "cấp huyện, xã]][[, {{I16}} thỏa thuận sắp hết hiệu lực]])]]]][[; {{I15}} cặp cụm bản kết nghĩa]].]]"
    )
    made.head("3. Cơ chế hợp tác, phiên họp, biên bản")
    made.text(
        "[[Tỉnh đã [[; duy trì {{I22}} cơ chế hợp tác]][[; tổ chức {{I20}} phiên họp, cuộc hội đàm]][[; ký {{I21}} biên "
        "bản]].||Trong kỳ không phát sinh phiên họp, hội đàm.]][[ Số nhiệm vụ được giao trong kỳ là {{I30}}, gồm: [[; {{I31}} nhiệm "
        "vụ hoàn thành đúng hạn]][[; {{I32}} nhiệm vụ hoàn thành quá hạn]][[; {{I33}} nhiệm vụ đang thực hiện trong hạn]][[; "
        "{{I34}} nhiệm vụ quá hạn, chưa hoàn thành]][[; {{I30_CARRIED}} nhiệm vụ chuyển kỳ sau]][[; {{I30_CANCELLED}} nhiệm vụ "
        "không thực hiện]].]]"
    )
    made.head("4. Giao lưu, hội nghị, hội thảo quốc tế, đào tạo")
    made.text(
        "[[Trong kỳ đã [[; tổ chức, tham gia {{I50}} hoạt động giao lưu]][[; tổ chức, tham gia {{I55}} hội nghị, hội thảo quốc "
        "tế[[ với {{I56}} lượt đại biểu]]]][[; mở {{I61}} lớp đào tạo, bồi dưỡng cho nước bạn]][[; cấp {{I60}} suất học bổng mỗi năm "
        "cho nước bạn]][[; cử {{I63}} lượt cán bộ đi đào tạo, bồi dưỡng ở nước ngoài]].||Trong kỳ không phát sinh.]]"
    )
    made.head("5. Viện trợ và hỗ trợ")
    made.text(
        "[[Trong kỳ đã [[; tiếp nhận {{I40}} khoản viện trợ[[, tổng giá trị cam kết {{I41}} đồng]]]][[; giải ngân {{I42}} đồng viện "
        "trợ]][[; hỗ trợ nước bạn {{I45}} đồng]].||Trong kỳ không phát sinh viện trợ, hỗ trợ.]]"
    )
    made.head("II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    made.text("…")
    made.head("III. PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI")
    made.text("…")
    made.text("Trên đây là báo cáo của {{ten_co_quan}}, kính trình {{co_quan_chu_quan}} xem xét, chỉ đạo./.")
    made.closing()
    return made


def brief() -> Sheet:
    """The brief of a delegation: the lines of the printed sheet, then the members."""
    made = Sheet()
    made.letterhead()
    made.title("TÓM TẮT THÔNG TIN ĐOÀN", "{{ten_doan}}")
    made.grid((), ("{{tom_tat.muc}}", "{{tom_tat.noi_dung}}"), (5.4, 11.0))
    made.head("Thành phần đoàn")
    made.grid(
        ("STT", "Họ và tên", "Chức vụ, đơn vị", "Vai trò"),
        ("{{thanh_vien.stt}}", "{{thanh_vien.ho_va_ten}}", "{{thanh_vien.chuc_vu}}", "{{thanh_vien.vai_tro}}"),
        (1.4, 5.0, 6.8, 3.2),
    )
    made.closing()
    return made


def brief_english() -> Sheet:
    """The same for counterparts, in English."""
    made = Sheet()
    made.text("{{office_superior}}", align=CENTER, indent=False)
    made.text("{{office_name}}", bold=True, align=CENTER, indent=False)
    made.title("DELEGATION BRIEF", "{{delegation}}")
    made.grid((), ("{{summary.label}}", "{{summary.text}}"), (5.4, 11.0))
    made.head("Members of the delegation")
    made.grid(
        ("No.", "Full name", "Title and unit", "Role"),
        ("{{members.stt}}", "{{members.full_name}}", "{{members.position}}", "{{members.role}}"),
        (1.4, 5.0, 6.8, 3.2),
    )
    made.text("{{place}}, {{date_line}}", italic=True, align=RIGHT, indent=False)
    return made


def invitation() -> Sheet:
    """An invitation to each member."""
    made = Sheet()
    made.letterhead("Số:          /GM-SNgV")
    made.title("GIẤY MỜI")
    made.text("Kính gửi: {{thanh_vien.ho_va_ten}}", bold=True, align=CENTER, indent=False)
    made.text("{{thanh_vien.chuc_vu}}", align=CENTER, indent=False)
    made.text("{{doi_tac}}", align=CENTER, indent=False)
    made.text(
        "{{ten_co_quan}} tỉnh {{tinh}}, nước Cộng hòa xã hội chủ nghĩa Việt Nam, trân trọng kính mời Quý vị cùng Đoàn đến thăm và "
        "làm việc tại tỉnh {{tinh}}."
    )
    made.text("1. Tên đoàn: {{ten_doan}}.")
    made.text("2. Thời gian: từ ngày {{ngay_den}} đến ngày {{ngay_di}}.")
    made.text("3. Địa điểm: {{dia_ban}}.")
    made.text("4. Nội dung: {{noi_dung_lam_viec}}.")
    made.text("5. Đơn vị tiếp: {{don_vi_tiep}}.")
    made.text("Rất mong Quý vị nhận lời mời. {{ten_co_quan}} trân trọng cảm ơn./.")
    made.closing(letter=True)
    return made


def invitation_english() -> Sheet:
    """The same for counterparts, in English."""
    made = Sheet()
    made.text("{{office_superior}}", align=CENTER, indent=False)
    made.text("{{office_name}}", bold=True, align=CENTER, indent=False)
    made.text("{{place_in_the_date_line}}, {{date_line}}", italic=True, align=RIGHT, indent=False)
    made.title("LETTER OF INVITATION")
    made.text("To: {{members.full_name}}", bold=True, indent=False)
    made.text("{{members.position}}", indent=False)
    made.text(
        "{{office_name}} of {{province}} Province, the Socialist Republic of Viet Nam, presents its compliments and has the "
        "honour to invite you to visit {{province}} Province as a member of the delegation “{{delegation}}”."
    )
    made.text("Time: from {{starts}} to {{ends}}.")
    made.text("Places to be visited: {{places}}.")
    made.text("Purpose of the visit: {{purpose}}.")
    made.text(
        "We look forward to welcoming you and avail ourselves of this opportunity to renew the assurances of our highest consideration."
    )
    made.text("{{form_of_signature}}", bold=True, align=RIGHT, indent=False)
    made.document.add_paragraph()
    made.document.add_paragraph()
    made.text("{{signer}}", bold=True, align=RIGHT, indent=False)
    return made


def minutes() -> Sheet:
    """The minutes of a session, both sides, what was concluded, what was given as tasks."""
    made = Sheet()
    made.letterhead("Số:          /BB-SNgV")
    made.title("BIÊN BẢN", "{{ten_phien_hop}}")
    made.text("Thời gian: từ ngày {{tu_ngay}} đến ngày {{den_ngay}}.")
    made.text("Địa điểm: {{dia_diem}}.")
    made.text("Các bên: {{cac_ben}}.")
    made.head("I. THÀNH PHẦN THAM DỰ")
    for words, side in (("1. Phía Việt Nam", "phia_viet_nam"), ("2. Phía nước ngoài", "phia_ban")):
        made.head(words)
        line = "{{dai_bieu.stt}}. {{dai_bieu.ho_va_ten}}, {{dai_bieu.chuc_vu}}"
        made.text(line.replace("dai_bieu", f"dai_bieu_{side}"))
    made.head("II. NỘI DUNG")
    made.text("{{noi_dung}}")
    made.head("III. ĐỀ XUẤT CỦA TỪNG BÊN")
    made.text("- {{de_xuat.ben}}: {{de_xuat.de_xuat}}")
    made.head("IV. KẾT LUẬN")
    made.text("{{ket_luan.stt}}. {{ket_luan.noi_dung}}")
    made.head("V. PHÂN CÔNG THỰC HIỆN")
    made.grid(
        ("STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
        ("{{nhiem_vu.stt}}", "{{nhiem_vu.nhiem_vu}}", "{{nhiem_vu.chu_tri}}", "{{nhiem_vu.han}}"),
        (1.4, 7.6, 4.6, 2.8),
    )
    made.text("Biên bản được lập thành văn bản, các bên thống nhất thông qua và ký tên./.")
    table = made.document.add_table(rows=1, cols=2)
    _widths(table, (8.2, 8.2))
    _keep_row(table.rows[0])
    for cell, words in zip(table.rows[0].cells, ("ĐẠI DIỆN PHÍA VIỆT NAM", "ĐẠI DIỆN PHÍA NƯỚC NGOÀI"), strict=True):
        _lines(cell, ((words, True, 13), ("(Ký, ghi rõ họ tên)", False, 12)))
    return made


def copy_letter() -> Sheet:
    """The letter that sends a copy of an agreement to the ministry."""
    made = Sheet()
    made.letterhead("Số:          /SNgV-HTQT", "V/v gửi bản sao thỏa thuận quốc tế")
    made.text("Kính gửi: Bộ Ngoại giao.", align=CENTER, indent=False)
    made.document.paragraphs[-1].paragraph_format.space_before = Pt(18)
    made.text(
        "Thực hiện quy định của Luật Thỏa thuận quốc tế về việc gửi bản sao thỏa thuận quốc tế sau khi ký, {{ten_co_quan}} tỉnh "
        "{{tinh}} trân trọng gửi Bộ Ngoại giao bản sao thỏa thuận quốc tế sau:"
    )
    for label, name in (
        ("Tên thỏa thuận", "ten_van_ban"), ("Loại văn bản", "loai_van_ban"), ("Danh nghĩa ký", "danh_nghia_ky"),
        ("Nước ký", "nuoc"), ("Đối tác", "doi_tac"), ("Ngày ký", "ngay_ky"), ("Nơi ký", "noi_ky"), ("Ngày hiệu lực", "ngay_hieu_luc"),
        ("Thời hạn hiệu lực", "thoi_han_hieu_luc"), ("Ngôn ngữ", "ngon_ngu"), ("Quyết định ký", "quyet_dinh_ky_day_du"),
    ):  # fmt: skip
        made.text(f"- {label}: {{{{{name}}}}}")
    made.text("Người ký:")
    made.text("+ {{cac_ben.ten_trong_thoa_thuan}}: {{cac_ben.nguoi_ky}}, {{cac_ben.chuc_vu}};")
    made.text("(Gửi kèm theo bản sao thỏa thuận quốc tế bằng tiếng Việt và tiếng nước ngoài.)", italic=True)
    made.text("{{ten_co_quan}} tỉnh {{tinh}} kính gửi Bộ Ngoại giao tổng hợp, theo dõi./.")
    made.closing(letter=True)
    return made


TEMPLATES: dict[str, Callable[[], Sheet]] = {
    "bao-cao-nam.docx": annual,
    "tom-tat-doan.docx": brief,
    "tom-tat-doan-en.docx": brief_english,
    "giay-moi.docx": invitation,
    "giay-moi-en.docx": invitation_english,
    "bien-ban.docx": minutes,
    "gui-ban-sao.docx": copy_letter,
}


def make(folder: Path) -> None:
    """Write all templates into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, template in TEMPLATES.items():
        template().document.save(str(folder / name))


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "templates")
