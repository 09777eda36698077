"""Session 11 of five provinces: minutes pasted and split, tasks given, one done; session 12 begins with the rest."""

import contextlib
import time
from functools import partial
from pathlib import Path

import pytest

from models.text import mark, say_n
from tests.journeys.desk import TOOLS, NotSeen, until
from tests.journeys.program import Node, Program, vi

pytestmark = pytest.mark.outside(*TOOLS)

TODAY, TODAY_WRITTEN = "2026-11-20", "20/11/2026"
SERIES = "Nhóm công tác liên hợp năm tỉnh biên giới"
OURS = ("Tỉnh Lai Châu", "Tỉnh Điện Biên", "Tỉnh Lào Cai", "Tỉnh Tuyên Quang")
THEIRS = "Tỉnh Vân Nam"
SIGNERS = ("Giàng A Tính", "Lò Văn Cương", "Trịnh Xuân Trường", "Phan Huy Ngọc", "Lưu Dũng")
MINUTES = """BIÊN BẢN
Phiên họp lần thứ 11 Nhóm công tác liên hợp năm tỉnh
Hai bên đã trao đổi và thống nhất các nội dung sau:
I. Hợp tác kinh tế, thương mại
1. Hai bên nhất trí thúc đẩy thương mại biên giới, tổ chức hội chợ luân phiên vào quý
III năm 2027 tại tỉnh Lai Châu.
2. Phía Việt Nam đề nghị phía Trung Quốc sớm công nhận cửa khẩu Ma Lù Thàng là cửa khẩu
nhập khẩu chỉ định đối với hàng nông sản.
II. Cửa khẩu, lối mở
3. Phía Vân Nam hoàn thành sửa chữa cầu tại lối thông quan trước ngày
30. Sau đó hai bên nghiệm thu.
III. Y tế
4. Hai bên trao đổi thông tin dịch bệnh hằng tháng:
a) Phía Lai Châu gửi danh sách đầu mối liên lạc;
b) Phía Vân Nam cung cấp mẫu báo cáo.
"""
TASKS = (
    "Hai bên nhất trí thúc đẩy thương mại biên giới",
    "Phía Việt Nam đề nghị phía Trung Quốc sớm công nhận",
    "Phía Vân Nam hoàn thành sửa chữa cầu",
)


def test_the_next_session_begins_with_what_the_last_one_left_open(program: Program, tmp_path: Path) -> None:
    office = tmp_path / "mau.db"
    program.job("sample", "lai-chau", "--office", str(office))
    program.start(office, "--today", TODAY)
    enter_series(program)
    enter_session(program)
    paste_minutes(program)
    give_tasks(program)
    close_one(program)
    begin_next(program)
    program.close()
    assert (
        len(program.job("search", "thuong mai bien gioi hoi cho luan phien", "--office", str(office)).splitlines()) > 1
    )


def save(program: Program, page: str) -> None:
    """Save and close the form; its record is read beside the list."""
    program.key("ctrl+Return")
    program.sees(vi(mark("{deed}", "just done")).partition("{")[0])
    program.sees_no(vi("* required"))
    program.sees(vi(page), "table")


def enter_series(program: Program) -> None:
    program.goes_to("ctrl+8", "Mechanisms")
    program.key("ctrl+n")
    program.stands_on(vi("Name"))
    program.type(SERIES)
    program.sees_text(SERIES)
    program.fill(vi("Kind of mechanism"), "nhom cong tac", "Nhóm công tác liên hợp")
    program.fill(vi("Countries"), "trung quoc", "")
    save(program, "Mechanisms")


def enter_session(program: Program) -> None:
    """Fill in the form of session 11 from top to bottom, entered late as signed."""
    program.goes_to("ctrl+6", "Sessions and minutes")
    program.key("ctrl+n")
    program.stands_on(vi("Mechanism"))
    program.type("nam tinh bien gioi")
    program.sees_text("nam tinh bien gioi")
    program.key("Return")
    program.sees_text(SERIES)
    program.fill(vi("Session number"), "11")
    program.fill(vi("From day"), "29/10/2026")
    program.fill(vi("To day"), "30/10/2026")
    program.fill(vi("Place"), "Côn Minh")
    enter_parties(program)
    program.reach(vi("{title}, folded", title=vi("Minutes")))
    program.key("space")
    program.fill(vi("Minutes: number or title"), "Biên bản phiên 11")
    program.fill(vi("Minutes signed on"), "30/10/2026")
    program.reach("Dự kiến")
    program.key("Down", "Down")
    program.stands_on(vi("{state} – late entry", state="Đã ký biên bản"))
    save(program, "Sessions and minutes")


def enter_parties(program: Program) -> None:
    program.reach(vi("Parties"))
    program.key("F2")
    columns = ("Side", "Partner", "Own unit", "Name", "Signed the minutes", "Title then")
    for name, signer in zip((*OURS, THEIRS), SIGNERS, strict=True):
        side = "phia nuoc ngoai" if name == THEIRS else "phia viet nam"
        for column, words in zip(columns, (side, "", "", name, signer, ""), strict=True):
            program.stands_on(vi(column))
            if words:
                program.type(words)
                program.sees_text(words)
            program.key("Return")  # where there is a list it chooses, and everywhere it goes on to the next cell
    program.key("Escape")


def is_elsewhere(program: Program, before: Node) -> bool:
    return program.focus() != before


def paste_minutes(program: Program, confirmed: bool = True) -> None:
    """Paste the minutes into the dialog of the session on the screen, and confirm what it proposes."""
    program.key("ctrl+m")
    program.stands_on(vi("Text of the minutes"))
    program.desk.copy(MINUTES)
    program.key("ctrl+v")
    n = len(TASKS) + 2
    program.sees(say_n("Save {n} conclusion", "Save {n} conclusions", n, "vi").format(n=n).replace("&", ""))
    if confirmed:
        program.key("ctrl+Return")
        program.sees(vi("Conclusions entered: {n}").format(n=n)[1:])  # its first letter is small after "done"


def to_tab(program: Program, words: str) -> None:
    """Go to the parts of the record beside the list, and along them."""
    for _ in range(8):
        if program.focus()["name"] == vi("Parts of the record"):
            break
        program.key("F6")
        time.sleep(0.3)
    program.key(*["Left"] * 9, "Right", "Left")
    program.stands_on(vi("Facts"))
    while not program.focus()["name"].startswith(words):
        program.step("Right")


def give_tasks(program: Program) -> None:
    """Tick three conclusions beside the list and give them as tasks at once."""
    program.sees(f"{vi('Conclusions')} ({len(TASKS) + 2})", "page tab")
    time.sleep(1)
    to_tab(program, vi("Conclusions"))
    for words in TASKS:
        reach_holding(program, words, "check box")
        program.key("space")
        until(lambda: program.focus()["checked"], f"a tick at {words}")
    program.key("ctrl+g")
    program.stands_on(vi("Lead unit"))
    program.type("so ngoai vu")
    program.sees_text("so ngoai vu")
    program.key("Return")
    program.sees_text("Sở Ngoại vụ")
    program.fill(vi("Due on"), "31/12/2026")
    program.key("ctrl+Return")
    program.sees(vi("Tasks given: {n}").format(n=3)[1:])


def reach_holding(program: Program, words: str, role: str) -> None:
    """Go on with Tab to something of a role whose name holds the words; a link tells nobody that it was reached."""
    for _ in range(60):
        before = program.focus()
        program.key("Tab")
        with contextlib.suppress(NotSeen):
            until(partial(is_elsewhere, program, before), "another place", 1)
        at = program.focus()
        if words in at["name"] and at["role"] == role:
            return
    raise AssertionError(f"{words!r} is not reached")


def close_one(program: Program) -> None:
    """Open the first task by the code that stands under its conclusion, and take it to its end step by step."""
    code = program.seen("-VB", "label")[0]["name"]
    program.key("ctrl+k")
    program.stands_on(vi("Find anything (Ctrl+K)"))
    program.type(code)
    program.sees(TASKS[0], "list item")
    program.key("Return")
    program.sees(vi("Follow-up actions"), "table")
    program.stands_on(vi("Parts of the record"))
    take_step(program, "Đang thực hiện")
    done = {"Result": "Đã gửi công hàm", "Result: document number": "145/CV-SNgV", "Done on": TODAY_WRITTEN}
    take_step(program, "Chờ xác nhận", done)
    take_step(program, "Đã hoàn thành", {"Confirmed by": "Trần Thị Lan"})


def take_step(program: Program, state: str, needed: dict[str, str] | None = None) -> None:
    """Take the first step that is offered, with what it needs."""
    program.key("ctrl+t")
    program.stands_on(vi("Next step"))
    for field, words in (needed or {}).items():
        program.fill(vi(field), words)
    program.key("ctrl+Return")
    time.sleep(1)  # the dialog goes; whoever asks for its window meanwhile waits long
    until(lambda: program.focus()["name"] in (vi("Parts of the record"), vi("Facts")), f"the step to {state}")


def begin_next(program: Program) -> None:
    """Begin session 12 beside session 11, and find there what is still open."""
    program.goes_to("ctrl+6", "Sessions and minutes")
    to_tab(program, vi("Still open"))
    program.reach(vi("Next session…"))
    program.key("space")
    program.stands_on(vi("Mechanism"))
    program.reach(vi("Session number"))
    program.sees_text("12")
    save(program, "Sessions and minutes")
    to_tab(program, f"{vi('Still open')} (3)")  # two tasks, and what Lai Châu is to send, which nobody was given
    for place, words in enumerate(TASKS):
        assert bool(program.seen(words, "label")) == (place > 0), words
