"""What was removed, changed or only typed comes back: after a restart, out of the history, after a killed program."""

import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gui.detail.returning import VALUE
from gui.shell import drafts, earlier, steps_dialog
from models.kinds import PAGES
from models.text import mark, say_n
from tests.journeys.desk import TOOLS, until
from tests.journeys.program import Program, vi

pytestmark = pytest.mark.outside(*TOOLS)

# The key of a page, its name, and the keys that lead to a record of it which may be removed.
FIVE = (
    ("ctrl+2", "inbound", ()),
    ("ctrl+4", "agreement", ()),
    ("ctrl+5", "action", ("ctrl+End",)),
    ("ctrl+6", "session", ()),
    ("ctrl+7", "conclusion", ()),
)
UNDONE = len(FIVE) - 2  # so many are undone by key, the others in the list of steps
TASK, DUE = "2026-006-VB", "20/12/2026"
ACTION = "Gửi chương trình kết nối với Điện Biên cho phía Phông Sa Lỳ"
SOURCE = "Công hàm số 12/2026 của tỉnh Phông Sa Lỳ"
TYPED = {"Assigned on": "15/03/2026", "Due on": "15/01/2027"}
LOST = 2.0  # seconds of typing that a killed program may lose, as the program promises
Rows = list[tuple[object, ...]]


def test_five_removed_records_of_five_kinds_come_back_after_a_restart(program: Program, tmp_path: Path) -> None:
    office = opened(program, tmp_path)
    before = {page: listed(program, office, page) for _, page, _ in FIVE}
    for key, page, way in FIVE:
        remove(program, key, page, *way)
    program.close()
    assert all(len(listed(program, office, page)) == len(before[page]) - 1 for page in before)
    program.start(office)
    for nth, (_, page, _) in enumerate(reversed(FIVE[-UNDONE:])):
        program.key("ctrl+z")
        if nth == 0:  # it was done before the program was started: asked once
            program.sees(vi(earlier.TITLE), "alert")
            program.reach(vi("&Undo").replace("&", ""))
            program.key("space")
        program.sees(vi("Undid: {deed}").format(deed=removed(page)))
    undo_back_to(program, len(FIVE) - 1)
    assert {page: listed(program, office, page) for page in before} == before
    program.close()
    program.job("check", "--office", str(office))


def test_a_day_changed_twice_gets_its_first_value_back_from_the_history(program: Program, tmp_path: Path) -> None:
    office = opened(program, tmp_path)
    before = listed(program, office, "action")
    find(program, TASK)
    for day in ("15/01/2027", "20/02/2027"):
        change_due_day(program, day)
    assert listed(program, office, "action") != before
    while not program.focus()["name"].startswith(vi("History")):
        program.step("Right")
    program.reach(f"{vi(VALUE)}: {vi('Due on')}: {DUE} → 15/01/2027")
    program.key("space")
    until(lambda: listed(program, office, "action") == before, "the first day")
    program.sees(f"{vi('Due on')}: 20/02/2027 → {DUE}")
    program.close()
    program.job("check", "--office", str(office))


def test_what_was_typed_when_the_program_was_killed_is_offered_whole_and_saved(
    program: Program, tmp_path: Path
) -> None:
    office = opened(program, tmp_path)
    type_action(program)
    wait_until_kept()
    program.kill()
    program.start(office)
    program.sees(say_n("The program ended while a form was open. ", "", 1, "vi").format(n=1))
    program.stands_on(vi("&Open again").replace("&", ""))
    program.key("Return")
    program.stands_on(vi("Task"))
    program.sees_text(ACTION)
    for field, words in {"Source in words": SOURCE, "Lead unit": "Sở Ngoại vụ", **TYPED}.items():
        program.reach(vi(field))
        program.sees_text(words)
    program.key("ctrl+Return")
    program.sees(vi(PAGES["action"].title), "table")
    found = program.job("search", "chuong trinh ket noi phong sa ly", "--office", str(office), "--kind", "action")
    assert ACTION in found
    program.close()
    program.start(office)
    program.sees(vi("Backup: today {time}").partition("{")[0])  # what an end like the last one would bring comes before
    assert not program.seen(vi(drafts.TITLE))
    program.close()


def wait_until_kept() -> None:
    """Wait as long as the program promises to need for keeping what was typed; nothing on the screen tells of it."""
    time.sleep(LOST)


def opened(program: Program, folder: Path) -> Path:
    """Open a sample office."""
    office = folder / "mau.db"
    program.job("sample", "lai-chau", "--office", str(office))
    program.start(office)
    return office


def listed(program: Program, office: Path, page: str) -> Rows:
    """Give what an export tells of the records of a page; below them stands only when it was made."""
    workbook = office.with_name("danh-sach.xlsx")
    program.job("export", PAGES[page].record.kind, "--office", str(office), "--output", str(workbook))
    return list(load_workbook(workbook).worksheets[0].iter_rows(values_only=True))[:-1]


def removed(page: str) -> str:
    """Give how the removal of a record is told, up to its name."""
    return vi("Removed {kind} “{name}”").partition("{name}")[0].format(kind=vi(PAGES[page].one))


def remove(program: Program, key: str, page: str, *way: str) -> None:
    """Remove a record, and agree where others name it."""
    program.goes_to(key, PAGES[page].title)
    if way:
        program.step(*way)
    until(lambda: program.seen("", "table cell", 1), "a filled list")
    program.key("space")  # nothing is removed that was not chosen
    told = removed(page)[1:]  # its first letter is small after "done"

    def answered() -> bool:
        program.key("Delete")  # takes nothing before the chosen record is shown, nor once nothing is chosen any more
        return bool(program.seen(told) or program.seen(vi("Remove?"), "alert"))

    until(answered, told)
    if program.seen(vi("Remove?"), "alert"):
        program.reach(say_n("&Remove", "", 1, "vi").format(n=1).replace("&", ""))
        program.key("space")
    program.sees(told)
    program.is_in_list(PAGES[page].title)


def undo_back_to(program: Program, row: int) -> None:
    """Undo all the rest in the list of steps."""
    program.choose(mark("&Edit", "menu"), "Recent &steps…")
    program.stands_on(vi(steps_dialog.TITLE))
    for _ in range(row):
        program.step("Down")
    program.reach(vi("Undo &back to here").replace("&", ""))
    program.key("space")
    program.sees(vi("Undo back to here"), "alert")
    program.reach(vi("&Undo {n} steps").format(n=len(FIVE) - UNDONE).replace("&", ""))
    program.key("space")
    program.sees(vi("{n} steps undone.", n=len(FIVE) - UNDONE))
    program.key("Escape")


def find(program: Program, code: str) -> None:
    """Open a record by its code from anywhere."""
    program.key("ctrl+k")
    program.stands_on(vi("Find anything (Ctrl+K)"))
    program.type(code)
    program.sees(code, "list item")
    program.key("Return")
    program.stands_on(vi("Parts of the record"))


def change_due_day(program: Program, day: str) -> None:
    """Give the task beside the list another time limit, with the reason that this needs."""
    program.key("F2")
    program.stands_on(vi("Task"))
    program.reach(vi("Due on"))
    program.key("ctrl+a")
    program.type(day)
    program.sees_text(day)
    program.key("ctrl+Return")
    program.stands_on(vi("Reason"))
    program.type("Phía bạn xin lùi")
    program.sees_text("Phía bạn xin lùi")
    program.key("ctrl+Return")
    program.stands_on(vi("Facts"))


def type_action(program: Program) -> None:
    """Fill in the form of a follow-up action and leave it as it is."""
    program.goes_to("ctrl+5", PAGES["action"].title)
    program.key("ctrl+n")
    program.stands_on(vi("Task"))
    program.type(ACTION)
    program.sees_text(ACTION)
    program.fill(vi("Source in words"), SOURCE)
    program.fill(vi("Fields of cooperation"), "giao thong", "")
    program.fill(vi("Lead unit"), "so ngoai vu", "Sở Ngoại vụ")
    for field, words in TYPED.items():
        program.fill(vi(field), words)
