"""The tortures in small, in every run of the tests; the long ones have their own command."""

from pathlib import Path

import pytest

from tests.torture import hostile_export, kill_during_attach, kill_during_save


def test_no_acknowledged_save_is_lost_or_half_written_when_the_program_is_killed(tmp_path: Path) -> None:
    figures = kill_during_save.torture(tmp_path, times=8)
    assert figures["acknowledged"] > 0
    assert (figures["lost"], figures["half"], figures["faults"]) == (0, 0, 0)


def test_no_file_is_lost_or_half_kept_when_the_program_is_killed_while_it_attaches(tmp_path: Path) -> None:
    figures = kill_during_attach.torture(tmp_path, times=10)
    assert figures["acknowledged"] > 0
    assert (figures["lost"], figures["half"], figures["faults"]) == (0, 0, 0)


@pytest.mark.outside("soffice", "pdftotext")
def test_hostile_texts_go_through_every_output_whole_and_never_as_a_formula(tmp_path: Path, qapp: object) -> None:
    figures = hostile_export.torture(tmp_path, times=150)
    assert figures["files"] == 8
    assert (figures["formulas"], figures["unreadable"], figures["lost"]) == (0, 0, 0)
