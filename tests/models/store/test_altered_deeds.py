"""The list of steps agrees with history; whoever alters it behind its back is found out."""

import pytest

from models import engine, store
from models.delegations import Delegation


@pytest.fixture
def steps(visit: Delegation) -> None:
    """Steps 1 and 2 entered a partner and a unit, 3 a visit; 4 removed it, 5 took that back, 6 did it again, 7 not."""
    store.save(visit)
    store.remove(visit)
    store.undo()
    store.redo()
    store.undo()


def faults() -> list[str]:
    return store.prove_history()[1]


def test_steps_that_were_undone_and_done_again_agree(steps: None) -> None:
    assert engine.rows("SELECT id, undoes, undone_by FROM deed WHERE id > 3") == [
        (4, None, 7),
        (5, 4, 6),
        (6, 5, None),
        (7, 4, None),
    ]
    assert faults() == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE deed SET who = 'x' WHERE id = 3", "Step 3 is not what history tells"),
        ("UPDATE deed SET at = '2020-01-01T08:00:00' WHERE id = 3", "Step 3 is not what history tells"),
        ("UPDATE deed SET undone_by = 7 WHERE id = 3", "Step 3 is not what history tells"),
        ("UPDATE deed SET undone_by = NULL WHERE id = 4", "Step 4 is not what history tells"),
        ("UPDATE deed SET undoes = NULL WHERE id = 7", "Step 7 is not what history tells"),
        ("UPDATE deed SET undoes = 2 WHERE id = 3", "Step 3 is not what history tells"),
        ("INSERT INTO deed (at, who, words) VALUES ('2026-01-01T08:00:00', 'x', '[]')", "Step 8 was put into the list"),
        ("DELETE FROM deed WHERE id = 3", "Step 3 was taken out of the list of steps"),
    ],
)
def test_a_step_changed_by_raw_sql_is_named(steps: None, statement: str, told: str) -> None:
    engine.execute("PRAGMA foreign_keys = 0")
    engine.execute(statement)
    engine.execute("PRAGMA foreign_keys = 1")
    assert [each for each in faults() if told in each], faults()
