"""The power goes while a form is open: what was saved is there, and work goes on."""

from pathlib import Path

import pytest

from tests.journeys.desk import TOOLS
from tests.journeys.program import Program, vi

pytestmark = pytest.mark.outside(*TOOLS)


def test_after_a_power_cut_the_office_opens_is_whole_and_can_be_written(program: Program, tmp_path: Path) -> None:
    office = tmp_path / "mau.db"
    program.job("sample", "lai-chau", "--office", str(office))
    before = program.job("export", "agreement", "--office", str(office), "--output", str(tmp_path / "truoc.xlsx"))
    program.start(office)
    program.goes_to("ctrl+4", "Agreements")
    program.key("ctrl+n")
    program.stands_on(vi("Proposing body"))
    program.reach(vi("Title"))
    program.type("Half of a ti")
    program.sees_text("Half of a ti")
    program.kill()
    program.job("check", "--office", str(office))
    after = program.job("export", "agreement", "--office", str(office), "--output", str(tmp_path / "sau.xlsx"))
    assert after.replace("sau", "truoc") == before
    program.start(office)
    program.goes_to("ctrl+4", "Agreements")
    program.key("F2")
    program.stands_on(vi("Proposing body"))
    program.key("ctrl+s")
    program.sees(vi("Saved: {name}").partition("{name}")[0])
    program.close()
    program.job("check", "--office", str(office))
