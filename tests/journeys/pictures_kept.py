"""Takes the pictures of what is never lost: steps, bin, history, kept text, backups, the lock, a damaged file."""

from pathlib import Path

from PySide6.QtGui import QImage

from gui.shell.sidebar import BIN
from gui.vault import unlocking
from models.text import mark
from tests.journeys import test_nothing_lost as lost
from tests.journeys import test_way_back as way_back
from tests.journeys.camera import take
from tests.journeys.desk import desk, until
from tests.journeys.program import Program, vi

TODAY = "2026-11-20"
TITLE = "Bản ghi nhớ về hợp tác phòng cháy rừng biên giới"
PAGE = 4096  # bytes of a page of the file
LIGHTS = ("light", "dark")


def kept(folder: Path, home: Path) -> None:
    """Take them all, light and dark; the window goes from one light to the other on its own."""
    with desk(home) as made:
        program = Program(made, home)
        office, broken = home / "lai-chau.db", home / "hong.db"
        for each in (office, broken):
            program.job("sample", "lai-chau", "--office", str(each))
        made.point_away()
        try:
            program.start(broken)
            lost.remove(program, "ctrl+4", "agreement")
            program.close()
            damage(broken)
            for light in LIGHTS:
                program.start(office, "--today", TODAY)
                open_office(program, light, folder)
                text_after_a_kill(program, office, light, folder)
                program.close()
                damaged(program, broken, light, folder)
                other_light(program, office)
            program.start(office, "--today", TODAY)
            way_back.encrypt(program)
            program.close()
            for light in LIGHTS:
                locked(program, office, light, folder)
        finally:
            program.end()


def open_office(program: Program, light: str, folder: Path) -> None:
    """Take what an open office shows of its past."""
    way_back.back_up(program)
    lost.remove(program, "ctrl+4", "agreement")
    program.key("ctrl+z")
    program.sees(vi("Undid: {deed}").partition("{")[0])
    for key, page, way in lost.FIVE[:3]:
        lost.remove(program, key, page, *way)
    program.choose(mark("&Edit", "menu"), "Recent &steps…")
    program.stands_on(vi("Recent steps"))
    take(program, f"steps-{light}", folder)
    program.key("Escape")
    program.sees_no(vi("Recent steps"), "dialog")
    lost.find(program, lost.TASK)
    for day in ("15/01/2027", "20/12/2026"):
        lost.change_due_day(program, day)
    while not program.focus()["name"].startswith(vi("History")):
        program.step("Right")
    take(program, f"history-{light}", folder)
    program.reach(vi("Bin"))
    program.key("space")
    program.sees(vi("Removed records"), "table")
    take(program, f"{BIN}-{light}", folder)
    settings(program, light, folder)


def settings(program: Program, light: str, folder: Path) -> None:
    """Take the backups, what a restore asks, and the encryption with its dialog."""
    way_back.to_backups(program)
    take(program, f"backups-{light}", folder)
    program.reach(vi("Restore this backup…"))
    program.key("space")
    program.stands_on(vi("&Keep what is here").replace("&", ""))
    take(program, f"restore-{light}", folder)
    program.key("Escape")
    way_back.in_window(program)
    program.reach(vi("Encrypt the office…"))
    program.key("space")
    program.stands_on(vi("New passphrase"))
    take(program, f"encrypt-{light}", folder)
    program.key("Escape")
    way_back.in_window(program)


def text_after_a_kill(program: Program, office: Path, light: str, folder: Path) -> None:
    """Take what is offered after the program died while somebody was typing."""
    program.goes_to("ctrl+4", "Agreements")
    program.key("ctrl+n")
    program.stands_on(vi("Proposing body"))
    program.fill(vi("Title"), TITLE)
    lost.wait_until_kept()
    program.kill()
    program.start(office, "--today", TODAY)
    program.stands_on(vi("&Open again").replace("&", ""))
    take(program, f"draft-{light}", folder)
    program.key("Return")
    program.stands_on(vi("Proposing body"))
    program.key("Escape")  # closed by hand, it is not offered at each start
    program.reach(vi("Close without saving"))
    program.key("space")
    way_back.in_window(program)


def damage(office: Path) -> None:
    """Write noise over a part of a file, as a bad disk does."""
    with office.open("r+b") as file:
        file.seek(PAGE * 300)  # among the pages of delegations and agreements
        file.write(bytes(range(256)) * (PAGE // 256) * 12)


def damaged(program: Program, office: Path, light: str, folder: Path) -> None:
    """Take the ways on from a damaged file, and quit."""
    program.start(office, "--today", TODAY)
    program.sees(vi("The office is damaged"), "dialog")
    told = "Can still be read: {n} records. Destroyed pages: {pages}; rows that cannot be read: {rows}."
    program.sees(vi(told).partition("{n}")[0])
    take(program, f"recovery-{light}", folder)
    program.end()


def other_light(program: Program, office: Path) -> None:
    """Let the next window begin in the other light."""
    program.start(office, "--today", TODAY)
    change_light(program)
    program.close()


def change_light(program: Program) -> None:
    """Change light for dark, or dark for light."""
    before = program.desk.picture()
    program.choose("&View", "Light or &dark")
    until(lambda: dark(program.desk.picture()) != dark(before), "the other light")


def dark(picture: QImage) -> bool:
    """Tell whether the ground of the page is dark."""
    return picture.pixelColor(picture.width() - 8, picture.height() // 2).lightness() < 128


def locked(program: Program, office: Path, light: str, folder: Path) -> None:
    """Take the question before an encrypted office opens, its settings, and the lock; then the next light."""
    program.start(office, "--today", TODAY)
    program.sees(vi(unlocking.TITLE), "dialog")
    way_back.try_words(program, "Passphrase", way_back.LATER)
    program.sees(vi(way_back.WRONG))
    take(program, f"unlock-{light}", folder)
    way_back.try_words(program, "Passphrase", way_back.PASSPHRASE)
    way_back.in_window(program)
    way_back.to_settings(program, "Encryption")
    take(program, f"encryption-{light}", folder)
    way_back.lock(program)
    take(program, f"lock-{light}", folder)
    way_back.try_words(program, "Passphrase", way_back.PASSPHRASE)
    way_back.in_window(program)
    change_light(program)
    program.close()
