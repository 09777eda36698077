"""What is done with a record of every kind can be taken back and done again, with the same values."""

from pathlib import Path

import pytest

from models import engine, store
from models.fields import Text
from models.kinds import PAGES
from models.record import Numbered, Record
from models.store import NotUndone
from tests.models.store.undoing.picture import differences, picture
from tests.whole import DECIDED, fresh


def again(office: Path) -> None:
    store.close_office()
    store.open_office(office)


@pytest.mark.parametrize("page", sorted(PAGES))
def test_create_edit_remove_are_undone_and_redone_also_after_a_restart(office: Path, page: str) -> None:
    """Row 103: what was deleted by mistake comes back whole, with its rows."""
    made = of_page(page)
    seen = [picture()]
    store.save(made)
    seen.append(picture())
    edit(made)
    store.save(made)
    seen.append(picture())
    store.remove(made)
    seen.append(picture())
    for step in (2, 1, 0):
        store.undo()
        assert differences(seen[step], picture()) == []
        again(office)
    for step in (1, 2, 3):
        store.redo()
        assert differences(seen[step], picture()) == []
        again(office)
    for step in (2, 1, 0):
        store.undo()
        assert differences(seen[step], picture()) == []


def of_page(page: str) -> Record:
    kind = PAGES[page].record.kind
    made = fresh(kind, direction="out" if page == "outbound" else "in")
    assert made.id is None
    return made


def edit(record: Record) -> None:
    """Change every text of a record, and a row of each kind."""
    for field in record.asked():
        if isinstance(field, Text) and not field.computed and record.value(field.name):
            setattr(record, field.name, f"{record.value(field.name)} khác")


@pytest.mark.parametrize("kind", DECIDED)
def test_leaving_draft_is_undone_and_the_number_stays_with_the_record(office: Path, kind: str) -> None:
    made = store.save(fresh(kind), draft=True)
    before = picture()
    store.save(made)
    after = picture()
    store.undo()
    assert differences(before, picture()) == []
    assert store.load(kind, made.id).draft
    store.redo()
    assert differences(after, picture()) == []


@pytest.mark.parametrize(
    "kind", [kind for kind in DECIDED if issubclass(PAGES.get(kind, PAGES["inbound"]).record, Numbered)]
)
def test_a_step_is_undone_although_the_life_knows_no_way_back(office: Path, kind: str) -> None:
    made = store.save(fresh(kind))
    assert isinstance(made, Numbered)
    before = picture()
    step = next((each for each in made.steps() if can(made, each.end)), None)
    if step is None:
        pytest.skip("no step is open to a bare record of this kind")
    after = picture()
    undone = store.undo()
    assert differences(before, picture()) == []
    steps = engine.rows('SELECT start, "end", note FROM state_change WHERE kind = ? AND record = ?', (kind, made.id))
    assert steps[-1] == (step.end, step.start, undone.text())
    store.redo()
    assert differences(after, picture()) == []


def can(record: Numbered, end: str) -> bool:
    try:
        store.move(record, end, note="theo ý kiến của lãnh đạo")
    except store.Refused:
        return False
    return True


def test_there_is_nothing_to_undo_in_a_new_office(office: Path) -> None:
    with pytest.raises(NotUndone, match="nothing to undo"):
        store.undo()
    with pytest.raises(NotUndone, match="nothing to redo"):
        store.redo()
