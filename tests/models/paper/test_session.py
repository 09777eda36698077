"""The sheet of a session: sides with their signers, conclusions by field, tasks given and still open."""

import pytest

from models import sequel, store
from models.paper.records import paper_for
from models.paper.sheet import Grid, Line
from models.units import Unit
from tests.models.meeting import THEIRS, concluded, mechanism, session_eleven


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_session_is_printed_with_its_sides_conclusions_and_tasks(unit: Unit, language: str) -> None:
    eleven = session_eleven(mechanism(unit))
    sequel.assign(concluded(eleven)[:2], unit.id, [], "2026-12-31")
    paper = paper_for("session", store.load("session", eleven.id), language)
    items = [item for section in paper.sections for item in section.items]
    lines = "\n".join(item.text for item in items if isinstance(item, Line))
    assert "Tỉnh Lai Châu" in lines
    assert THEIRS in lines
    assert "3. Nội dung thứ 3" in lines
    grids = [item for item in items if isinstance(item, Grid)]
    assert [len(grid.rows) for grid in grids] == [1, 1, 2]
    assert grids[2].rows[0][1:4] == ("Nội dung thứ 1", "Sở Ngoại vụ", "31/12/2026")
    twelve = sequel.next_session(eleven)
    store.save(twelve)
    begun = paper_for("session", store.load("session", twelve.id), language)
    tasks = [item for section in begun.sections for item in section.items if isinstance(item, Grid)]
    assert [row[1] for row in tasks[0].rows] == ["Nội dung thứ 1", "Nội dung thứ 2"]
