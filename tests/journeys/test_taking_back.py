"""What was done can be taken back, and the window changes its language and its light while it is open."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models import agreements
from tests.journeys.desk import TOOLS, until
from tests.journeys.program import Program, vi
from tests.journeys.test_nothing_lost import remove

pytestmark = pytest.mark.outside(*TOOLS)
LANGUAGE, LIGHT = "Tiếng Việt / English", "Light or dark"


def test_a_removed_record_comes_back_by_ctrl_z(program: Program, tmp_path: Path) -> None:
    office = opened(program, tmp_path)
    before = count(program, office)
    remove(program, "ctrl+4", "agreement")
    until(lambda: count(program, office) == before - 1, "one agreement less")
    program.is_in_list("Agreements")
    program.key("ctrl+z")
    until(lambda: count(program, office) == before, "the agreement brought back")
    program.close()


def test_language_and_light_change_without_a_restart(program: Program, tmp_path: Path) -> None:
    office = opened(program, tmp_path)
    program.goes_to("ctrl+4", "Agreements")
    title = agreements.Agreement.field("name").label
    assert program.seen(vi(title), "column header") or program.seen(vi(title))
    program.reach(LANGUAGE)
    program.key("space")
    program.sees(title)
    program.sees("Inbound delegations", "check box")
    program.key("space")
    program.sees(vi("Inbound delegations"), "check box")
    assert brightness(program) > 150
    program.reach(vi(LIGHT))
    program.key("space")
    until(lambda: brightness(program) < 100, "a dark window")
    program.close()
    program.start(office)
    until(lambda: brightness(program) < 100, "a window still dark")
    program.close()


def opened(program: Program, folder: Path) -> Path:
    """Open a sample office."""
    office = folder / "mau.db"
    program.job("sample", "dien-bien", "--office", str(office))
    program.start(office)
    return office


def count(program: Program, office: Path) -> int:
    """Tell how many agreements an export lists."""
    workbook = office.with_name("danh-sach.xlsx")
    program.job("export", "agreement", "--office", str(office), "--output", str(workbook))
    rows = load_workbook(workbook).worksheets[0].iter_rows(values_only=True)
    return sum(1 for row in rows if any(re.fullmatch(r"\d{4}-\d{3}-TT", str(cell)) for cell in row))


def brightness(program: Program) -> int:
    """Tell how bright the ground of the page is, from 0 to 255."""
    seen = program.desk.picture()
    return seen.pixelColor(seen.width() - 8, seen.height() // 2).lightness()
