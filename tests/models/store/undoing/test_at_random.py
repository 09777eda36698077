"""Hundreds of deeds of all sorts, undone one after another, lead back to where they began, and redone, to the end."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from models import engine, store
from models.attached import Links, Rows
from models.fields import Text
from models.kinds import KINDS, PAGES, rows_of
from models.record import Numbered, Record
from models.store.calendar import CalendarLine, keep_calendar_line
from models.store.settings import keep_item
from tests.models.store.undoing.picture import differences, picture
from tests.whole import DECIDED, fresh, value_for

DEEDS = 200


class Office:
    """A clerk who does this and that, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        """Begin with some records of each kind."""
        self.chance = random.Random(seed)
        for kind in DECIDED:
            store.save(fresh(kind))

    def any(self) -> Record | None:
        """Give some record outside the bin."""
        kind = self.chance.choice(DECIDED)
        ids = engine.rows(f'SELECT id FROM "{KINDS[kind]._meta.table_name}" WHERE removed_at IS NULL ORDER BY id')
        return store.load(kind, self.chance.choice(ids)[0]) if ids else None

    def act(self) -> None:
        """Do something; what the data refuse was not done."""
        seldom = [self.create, self.draft, self.rows, self.links, self.remove, self.restore, self.many]
        files = [self.attach, self.files, self.item, self.line]
        deed: Callable[[], Any] = self.chance.choice([*seldom, *files, self.edit, self.edit, *[self.step] * 3])
        with suppress(store.Refused, store.Closed, store.Stale):
            deed()

    def create(self) -> None:
        store.save(fresh(self.chance.choice(DECIDED), f"Sông {self.chance.randrange(1000)}"))

    def draft(self) -> None:
        page = self.chance.choice(sorted(PAGES))
        made = PAGES[page].blank()
        made.name = "Nháp"  # type: ignore[attr-defined]
        store.save(made, draft=True)

    def edit(self) -> None:
        record = self.any()
        if record is None:
            return
        for field in record.asked():
            if isinstance(field, Text) and not field.computed and self.chance.random() < 0.3:
                setattr(record, field.name, f"{field.name} {self.chance.randrange(1000)}")
        store.save(record, draft=bool(record.draft) and self.chance.random() < 0.5)

    def rows(self) -> None:
        record = self.any()
        fields = [each for each in type(record).described() if isinstance(each, Rows)] if record else []
        if record is None or not fields:
            return
        field = self.chance.choice(fields)
        rows = list(getattr(record, field.name))
        self.chance.shuffle(rows)
        rows = rows[: self.chance.randrange(len(rows) + 1)]
        added = rows_of(field)()
        for each in added.described():
            if each.required or each.name == added.named_by or each.personal:
                setattr(added, each.name, value_for(each, f"Hàng {self.chance.randrange(1000)}"))
        setattr(record, field.name, [*rows, added])
        store.save(record, draft=bool(record.draft))

    def links(self) -> None:
        record = self.any()
        fields = [each for each in type(record).described() if isinstance(each, Links)] if record else []
        if record is None or not fields:
            return
        field = self.chance.choice(fields)
        kind = (field.kind.kind if not isinstance(field.kind, str) else field.kind) if field.kind else "partner"
        ids = [number for (number,) in engine.rows(f'SELECT id FROM "{KINDS[kind]._meta.table_name}" ORDER BY id')]
        chosen = self.chance.sample(ids, min(len(ids), self.chance.randrange(4)))
        setattr(record, field.name, [f"{kind}:{number}" for number in chosen])
        store.save(record, draft=bool(record.draft))

    def step(self) -> None:
        record = self.any()
        if isinstance(record, Numbered) and not record.draft and record.steps():
            step = self.chance.choice(record.steps())
            for name in step.needs:
                field = type(record).field(name)
                if field.empty(record.value(name)):
                    setattr(record, name, value_for(field, "Sông Đà"))
            store.move(record, step.end, note="theo ý kiến")

    def remove(self) -> None:
        record = self.any()
        if record is not None:
            store.remove(record)

    def restore(self) -> None:
        kind = self.chance.choice(DECIDED)
        ids = engine.rows(f'SELECT id FROM "{KINDS[kind]._meta.table_name}" WHERE removed_at IS NOT NULL ORDER BY id')
        if ids:
            store.restore(store.load(kind, self.chance.choice(ids)[0]))

    def many(self) -> None:
        with store.together():
            for _ in range(self.chance.randrange(1, 5)):
                self.chance.choice([self.create, self.edit, self.remove, self.rows, self.attach])()

    def attach(self) -> None:
        record = self.any()
        if record is not None:
            store.attach(record, self.chance.randbytes(8), "other", name="tệp.txt", number="5/CV")

    def files(self) -> None:
        there = engine.rows("SELECT kind, record, id FROM attachment ORDER BY id")
        if not there:
            return
        kind, record, _ = self.chance.choice(there)
        for file in store.attachments(kind, record, removed=True)[:1]:
            store.restore_attachment(file)
        for file in store.attachments(kind, record)[:1]:
            if self.chance.random() < 0.5:
                store.detach(file)
            else:
                told = {"number": None, "dated": "2026-03-01", "signer": f"Lan {self.chance.randrange(99)}"}
                store.describe(file, name="khác.txt", slot="other", **told)

    def item(self) -> None:
        code = self.chance.choice(["y_te", "giao_duc"])
        keep_item("field", code, f"Lĩnh vực {self.chance.randrange(99)}", "Field", self.chance.random() < 0.3)

    def line(self) -> None:
        number = self.chance.choice([None, 1])
        if number is None or engine.rows("SELECT 1 FROM calendar_row WHERE id = 1"):
            keep_calendar_line(CalendarLine("2026-03-05", words=f"Họp {self.chance.randrange(99)}"), number)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_two_hundred_deeds_are_undone_to_the_start_and_redone_to_the_end(office: Path, seed: int) -> None:
    clerk = Office(seed)
    seen = [(len(done()), picture(words=False))]
    while len(done()) < seen[0][0] + DEEDS:
        clerk.act()
        if len(seen) < 1 + (len(done()) - seen[0][0]) // 20:
            seen.append((len(done()), picture(words=False)))
    end = picture(words=False)
    told = dict(seen)
    for left in range(len(done()) - 1, seen[0][0] - 1, -1):
        store.undo()
        if left in told:
            assert "\n".join(differences(told[left], picture(words=False))) == "", f"seed {seed}, after {left} deeds"
    while store.next_redo():
        store.redo()
    assert differences(end, picture(words=False)) == []
    assert store.prove_history()[1] == [], "history proves what undoing and redoing left"


def done() -> list[Any]:
    return engine.rows("SELECT id FROM deed WHERE undoes IS NULL")
