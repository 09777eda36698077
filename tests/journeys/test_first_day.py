"""The first day of a new user: from the sample to the report, with the keyboard alone."""

import json
import subprocess
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.text import mark, say_n
from tests.journeys.desk import TOOLS, until
from tests.journeys.program import Program, vi

pytestmark = pytest.mark.outside(*TOOLS)

TODAY, FIRST, LAST = "2026-11-20", "2026-01-01", "2026-12-31"
DELEGATION = "Đoàn công tác tỉnh Phông Sa Lỳ thăm Điện Biên"
AGREEMENT = "Bản ghi nhớ về kết nối Lai Châu – Điện Biên – Phông Sa Lỳ"
ACTION = "Gửi chương trình kết nối với Điện Biên cho phía Phông Sa Lỳ"
OWN_FILE = vi("Look around in an office with records already in it. Your own file stays as it is.")
TYPED = (
    ("Khăm Phảy Xa Vắt", "Phó Tỉnh trưởng tỉnh Phông Sa Lỳ", "truong doan", "Trưởng đoàn"),
    ("ວັນນາ ສີສະຫວັດ", "Giám đốc Sở Ngoại vụ", "pho truong doan", "Phó trưởng đoàn"),
    ("Bun Mi", "Chuyên viên Sở Ngoại vụ", "phien dich", "Phiên dịch"),
)
COPIED = "Họ và tên\tChức vụ\n" + "\n".join(f"Thoong Đi {n}\tCán bộ Sở Công Thương" for n in range(4, 13))


def test_what_a_new_user_enters_by_keyboard_is_found_printed_and_reported(program: Program, tmp_path: Path) -> None:
    office = open_sample(program, tmp_path)
    before = program.figures(office, FIRST, LAST)
    enter_delegation(program)
    enter_agreement(program)
    enter_action(program)
    find_in_window(program)
    program.close()
    found = find_in_file(program, office)
    assert set(found) == {"delegation", "agreement", "action"}
    members = [*(name for name, *_ in TYPED), *(f"Thoong Đi {n}" for n in range(4, 13))]
    assert is_printed(program, office, "delegation", found["delegation"], members)
    assert is_printed(program, office, "agreement", found["agreement"], ["Nguyễn Văn Đức", "Khăm Phảy Xa Vắt"])
    after = program.figures(office, FIRST, LAST)
    grown = {code: after[code] - before.get(code, 0) for code in ("I01", "I02", "I10", "I11", "I30", "I33")}
    assert grown == {"I01": 1, "I02": 12, "I10": 1, "I11": 1, "I30": 1, "I33": 1}
    assert in_report(program, office, tmp_path / "bao-cao.xlsx", set(found.values())) == set(found.values())


def open_sample(program: Program, folder: Path) -> Path:
    """Choose the sample on the start page of an empty office."""
    program.start(folder / "co-quan.db", "--today", TODAY)
    program.reach(f"{vi('Open sample data')}. {OWN_FILE}")
    program.key("space")
    assert program.step("Down")["name"] == "Lai Châu"
    program.key("Return")
    until(lambda: any("Sở Ngoại vụ" in each["name"] for each in program.windows()), "the sample's window")
    return program.home / "lai-chau.db"


def begin(program: Program, key: str, page: str, first: str) -> None:
    """Go to a page and open the form of a new record."""
    program.goes_to(key, page)
    program.key("ctrl+n")
    program.stands_on(vi(first))


def enter_late(program: Program, first: str, state: str) -> None:
    """Choose, from the last field on, the state in which a record of the past is entered."""
    program.reach(first)
    program.key("Down")
    program.stands_on(vi("{state} – late entry", state=state))


def save(program: Program, page: str) -> None:
    """Save and close the form; its record is read beside the list."""
    program.key("ctrl+Return")
    program.sees(vi(mark("{deed}", "just done")).partition("{")[0])
    program.sees_no(vi("* required"))
    program.sees(vi(page), "table")


def enter_delegation(program: Program) -> None:
    """Fill in the form of an inbound delegation from top to bottom."""
    begin(program, "ctrl+2", "Inbound delegations", "Delegation")
    program.fill(vi("Delegation"), DELEGATION)
    program.fill(vi("Countries"), "lao", "")
    program.fill(vi("Sending organisation"), "phong sa ly", "Tỉnh Phông Sa Lỳ")
    program.fill(vi("Level"), "lanh dao tinh", "Lãnh đạo tỉnh, bang")
    program.fill(vi("Managed by"), "tinh", "Tỉnh")
    program.fill(vi("Host units"), "so ngoai vu", "")
    program.fill(vi("Arrives"), "10/3/26")
    program.fill(vi("Leaves"), "12032026")
    program.fill(vi("Persons"), "12")
    program.fill(vi("Places visited"), "Lai Châu, Điện Biên")
    program.fill(vi("Purpose"), "khao sat", "Khảo sát")
    program.fill(vi("Fields of cooperation"), "giao thong", "")
    program.fill(vi("Content of work"), "Khảo sát tuyến đường nối ba tỉnh")
    enter_members(program)
    program.fill(vi("Source of funding"), "tu tuc", "Tự túc")
    enter_late(program, "Dự kiến", "Đã báo cáo")
    save(program, "Inbound delegations")


def enter_members(program: Program) -> None:
    """Type three members cell by cell and paste nine from a spreadsheet."""
    program.reach(vi("Members"))
    program.key("F2")
    for name, title, role, shown in TYPED:
        program.stands_on(vi("Full name"))
        program.type(name)
        program.sees_text(name)
        program.key("Return")
        program.stands_on(vi("No"))
        if name == TYPED[0][0]:
            program.key("space")
            until(lambda: program.seen(vi("Yes"), "table cell"), "the tick at the head")
        program.key("Return")
        program.stands_on(vi("Title and unit at the time"))
        program.type(title)
        program.sees_text(title)
        program.key("Return")
        for column, words, found in (("Role", role, shown), ("Nationality", "lao", "Lào"), ("Sex", "nam", "Nam")):
            program.stands_on(vi(column))
            program.type(words)
            program.sees_text(words)
            program.key("Return")  # chooses and goes on to the next cell
            until(partial(program.seen, found, "table cell"), found)
    program.key("Escape")
    program.desk.copy(COPIED)
    program.key("ctrl+v")
    program.sees(say_n("{n} row pasted.", "{n} rows pasted.", 9, "vi").format(n=9))


def enter_agreement(program: Program) -> None:
    """Fill in the form of an agreement with a party on either side."""
    begin(program, "ctrl+4", "Agreements", "Proposing body")
    program.fill(vi("Proposing body"), "so ngoai vu", "Sở Ngoại vụ")
    program.fill(vi("Signed in the name of"), "ubnd tinh", "UBND tỉnh")
    program.fill(vi("Kind of document"), "ban ghi nho", "Bản ghi nhớ")
    program.fill(vi("Title"), AGREEMENT)
    program.fill(vi("Countries"), "lao", "")
    program.fill(vi("Fields of cooperation"), "giao thong", "")
    enter_parties(program)
    program.fill(vi("Signed on"), "11/3/2026")
    program.fill(vi("Place of signing"), "Điện Biên Phủ")
    program.fill(vi("Effective from"), "11/3/2026")
    program.fill(vi("Term"), "5 năm")
    program.fill(vi("Valid until"), "10/3/2031")
    enter_late(program, "Đề xuất", "Đang hiệu lực")
    save(program, "Agreements")


def enter_parties(program: Program) -> None:
    """Type the two parties of an agreement, each with who signed."""
    program.reach(vi("Parties"))
    program.key("F2")
    ours = ("phia viet nam", "", "ubnd tinh lai", "", "Nguyễn Văn Đức", "Phó Chủ tịch")
    theirs = ("phia nuoc ngoai", "phong sa ly", "", "", "Khăm Phảy Xa Vắt", "Phó Tỉnh trưởng")
    columns = ("Side", "Partner", "Own unit", "Name in the agreement", "Signatory", "Title then")
    for party in (ours, theirs):
        for column, words in zip(columns, party, strict=True):
            program.stands_on(vi(column))
            program.type(words)
            program.sees_text(words)
            program.key("Return")  # where there is a list it chooses, and everywhere it goes on to the next cell
    program.key("Escape")


def enter_action(program: Program) -> None:
    """Fill in the form of a follow-up action whose source is the delegation."""
    begin(program, "ctrl+5", "Follow-up actions", "Task")
    program.type(ACTION)
    program.fill(vi("Source record"), "phong sa ly tham dien bien", "")
    program.fill(vi("Fields of cooperation"), "giao thong", "")
    program.fill(vi("Lead unit"), "so ngoai vu", "Sở Ngoại vụ")
    program.fill(vi("Assigned on"), "15/3/2026")
    program.fill(vi("Due on"), "15/1/2027")
    program.fill(vi("Progress (%)"), "30")
    save(program, "Follow-up actions")


def find_in_window(program: Program) -> None:
    """Find all from anywhere, then each in its list, by words without marks; the paper is shown."""
    program.key("ctrl+k")
    program.stands_on(vi("Find anything (Ctrl+K)"))
    program.type("dien bien")
    for name in (DELEGATION, AGREEMENT, ACTION):
        program.sees(name, "list item")
    program.key("Escape")
    for key, page, name in (
        ("ctrl+2", "Inbound delegations", DELEGATION),
        ("ctrl+4", "Agreements", AGREEMENT),
        ("ctrl+5", "Follow-up actions", ACTION),
    ):
        program.goes_to(key, page)
        program.key("ctrl+f")
        program.stands_on(vi("Search in this list"))
        program.type("dien bien")
        program.sees(name, "table cell")
    program.goes_to("ctrl+2", "Inbound delegations")
    title = vi("Print preview: {title}").partition("{")[0]
    program.key("ctrl+shift+p")
    until(lambda: any(title in each["name"] for each in program.windows()), "the paper before it is printed")
    program.key("Escape")
    program.is_in_list("Inbound delegations")


def find_in_file(program: Program, office: Path) -> dict[str, str]:
    """Find all three on the command line; gives their codes by kind."""
    told = [json.loads(line) for line in program.job("search", "dien bien", "--office", str(office)).splitlines()]
    return {each["kind"]: each["code"] for each in told if each["title"] in (DELEGATION, AGREEMENT, ACTION)}


def is_printed(program: Program, office: Path, kind: str, code: str, names: list[str]) -> bool:
    """Tell whether the paper of a record has one page with these names."""
    paper = office.with_name(f"{code}.pdf")
    program.job("print", kind, code, "--office", str(office), "--output", str(paper))
    text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True).stdout
    return text.count("\f") == 1 and all(name in text for name in names)


def in_report(program: Program, office: Path, workbook: Path, wanted: set[str]) -> set[str]:
    """Give those of the new codes that stand in the annual workbook."""
    span = ("--from", FIRST, "--to", LAST)
    program.job("report", "annual", "--office", str(office), *span, "--output", str(workbook))
    sheets = load_workbook(workbook, data_only=True)
    return {cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row if cell in wanted}
