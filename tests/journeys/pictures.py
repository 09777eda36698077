"""Takes the pictures of the papers about the program: python -m tests.journeys.pictures [folder].

Needs pngquant, LibreOffice and poppler besides what the journeys need.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import bootstrap
from gui.printing import offscreen_pdf
from models import days, store
from models.kinds import PAGES
from models.paper.records import list_paper
from models.store import Question
from models.text import say_n
from tests.journeys.camera import take
from tests.journeys.desk import desk, until
from tests.journeys.pictures_kept import kept
from tests.journeys.program import HOUSE, Program, vi
from tests.journeys.test_minutes import paste_minutes, to_tab

TODAY, FIRST, LAST = "2026-11-20", "2026-01-01", "2026-12-31"
PAPER = "2026-001-DV"
SHARP = 96  # dots per inch of a page of paper


def start_page(program: Program) -> None:
    program.key("ctrl+1")
    program.sees(vi("Overdue actions"))


def a_list(program: Program) -> None:
    program.goes_to("ctrl+2", "Inbound delegations")
    program.key("ctrl+Home", *["Down"] * 10)
    until(lambda: program.seen(vi("Next step"), "push button"), "the record beside the list")


def a_form(program: Program) -> None:
    program.goes_to("ctrl+4", "Agreements")
    program.key("ctrl+n")
    program.stands_on(vi("Proposing body"))
    program.fill(vi("Title"), "Bản ghi nhớ về hợp tác phòng cháy rừng biên giới")
    program.key("ctrl+s")
    program.sees(say_n("Not saved: {n} place needs your attention.", "", 1, "vi").partition("{n}")[0])


def a_report(program: Program) -> None:
    program.key("ctrl+r")
    program.sees("I01", "table cell")


def a_session(program: Program) -> None:
    program.goes_to("ctrl+6", "Sessions and minutes")
    program.key("ctrl+Home", "Up", "Down", "Up")
    to_tab(program, vi("Still open"))


def the_minutes(program: Program) -> None:
    paste_minutes(program, confirmed=False)


SCREENS: dict[str, tuple[Callable[[Program], None], tuple[str, ...]]] = {
    "session": (a_session, ()),
    "minutes": (the_minutes, ("Escape", "drop")),
    "start": (start_page, ()),
    "list": (a_list, ()),
    "form": (a_form, ("Escape", "alt+c")),
    "report": (a_report, ("Escape",)),
}


def screens(folder: Path, home: Path) -> None:
    """Take the pages of the window, light and dark."""
    with desk(home) as made:
        program = Program(made, home)
        office = home / "lai-chau.db"
        program.job("sample", "lai-chau", "--office", str(office))
        program.start(office, "--today", TODAY)
        made.point_away()
        try:
            for light in ("light", "dark"):
                for name, (show, close) in SCREENS.items():
                    show(program)
                    take(program, f"{name}-{light}", folder)
                    leave(program, close)
                program.reach(vi("Light or dark"))
                program.key("space")
        finally:
            program.end()
        papers(program, office, folder)


def leave(program: Program, keys: tuple[str, ...]) -> None:
    """Close what was opened for a picture."""
    if keys:
        program.key(keys[0])
    if len(keys) > 1:
        until(lambda: any(each["active"] and each["role"] == "alert" for each in program.windows()), "the question")
        program.reach(vi("Close without saving"))
        program.key("space")
        until(lambda: program.focus()["role"] != "push button", "the list again")
        until(lambda: any(each["active"] and each["role"] == "frame" for each in program.windows()), "its window")
        time.sleep(1)  # the dialog goes; a key pressed meanwhile goes with it


def papers(program: Program, office: Path, folder: Path) -> None:
    """Take the pages that come out of the printer, and the first sheet of the workbook."""
    brief, actions, book = (office.with_name(name) for name in ("brief.pdf", "actions.pdf", "workbook.xlsx"))
    program.job("print", "delegation", PAPER, "--office", str(office), "--output", str(brief), "--today", TODAY)
    days.set_today(date.fromisoformat(TODAY))
    with store.session(office):
        page = PAGES["action"]
        offscreen_pdf(list_paper(page, Question(sort=page.sort)), actions)
    annex, days_ = office.with_name("annex.pdf"), ("--from", "2025-01-01", "--to", "2025-12-31")
    program.job("report", "conferences", "--office", str(office), *days_, "--output", str(annex), "--today", TODAY)
    span = ("--from", FIRST, "--to", LAST)
    program.job("report", "annual", "--office", str(office), *span, "--output", str(book), "--today", TODAY)
    run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(book.parent), str(book))
    for name, paper in (
        ("brief", brief),
        ("actions", actions),
        ("annex", annex),
        ("workbook", book.with_suffix(".pdf")),
    ):
        first = str(page_with("I01" if name == "workbook" else "", paper))
        run("pdftoppm", "-r", str(SHARP), "-f", first, "-singlefile", "-png", str(paper), str(folder / name))


def page_with(words: str, paper: Path) -> int:
    """Give the first page on which words stand."""
    told = subprocess.run(["pdftotext", str(paper), "-"], check=True, capture_output=True, text=True).stdout
    return next(number for number, page in enumerate(told.split("\f"), 1) if words in page)


def run(*command: str) -> None:
    """Run a tool from outside."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=180)


def main() -> None:
    """Take all pictures, then make each small."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HOUSE / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    bootstrap.build_words()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        screens(folder, Path(home))
    with tempfile.TemporaryDirectory() as home:
        kept(folder, Path(home))
    for picture in sorted(folder.glob("*.png")):
        run("pngquant", "--force", "--ext", ".png", "--strip", "--speed", "1", "128", str(picture))
        print(f"{picture.stat().st_size / 1000:6.0f} kB  {picture.name}")


if __name__ == "__main__":
    main()
