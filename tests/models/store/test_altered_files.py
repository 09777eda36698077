"""What is kept of the files of records agrees with history; whoever alters it behind its back is found out."""

import pytest

from models import engine, store
from models.delegations import Delegation
from models.store import AttachedFile


@pytest.fixture
def files(visit: Delegation) -> list[AttachedFile]:
    """Three files of a visit: one attached, one described anew, one taken out."""
    store.save(visit)
    made = [store.attach(visit, name.encode(), "other", name=name) for name in ("a.txt", "b.txt", "c.txt")]
    store.describe(made[1], name="b2.txt", slot="other", number="5/CV", dated="2026-03-01", signer="Lan")
    store.detach(made[2])
    return made


def faults() -> list[str]:
    return store.prove_history()[1]


def test_files_are_as_history_tells_after_undoing_and_erasing(files: list[AttachedFile], visit: Delegation) -> None:
    assert faults() == []
    for _ in range(3):
        store.undo()
        assert faults() == []
    for _ in range(3):
        store.redo()
        assert faults() == []
    store.remove(store.load("delegation", visit.id))
    assert faults() == []
    store.erase(store.binned())
    assert faults() == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM attachment WHERE name = 'a.txt'", "the file “a.txt” was taken out"),
        ("UPDATE attachment SET name = 'x.txt' WHERE id = 1", "what is kept of the file “x.txt”"),
        ("UPDATE attachment SET number = '6/CV' WHERE id = 2", "what is kept of the file “b2.txt”"),
        ("UPDATE attachment SET signer = NULL WHERE id = 2", "what is kept of the file “b2.txt”"),
        ("UPDATE attachment SET removed_at = NULL WHERE id = 3", "what is kept of the file “c.txt”"),
        ("UPDATE attachment SET removed_at = '2026-01-01' WHERE id = 1", "what is kept of the file “a.txt”"),
        ("UPDATE attachment SET digest = (SELECT digest FROM attachment WHERE id = 2) WHERE id = 1", "file “a.txt”"),
        ("UPDATE attachment SET record = 7 WHERE id = 1", "the file “a.txt” was put in"),
        (
            "INSERT INTO attachment (kind, record, slot, name, digest, size, added_at, added_by) "
            "SELECT kind, record, slot, 'd.txt', digest, size, added_at, added_by FROM attachment WHERE id = 1",
            "the file “d.txt” was put in",
        ),
    ],
)
def test_row_80_a_file_altered_by_raw_sql_is_named(files: list[AttachedFile], statement: str, told: str) -> None:
    engine.execute(statement)
    assert [each for each in faults() if each.startswith("delegation:") and told in each], faults()
