"""Take the room on the disk away in the middle of any deed: a sentence, the old state whole, and room lets it go on."""

import hashlib
import os
import random
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO
from unittest.mock import patch

from models import backup, engine, soundness, store
from models.backup import BackupFailed
from models.errors import SENTENCES, OfficeRefused
from models.excel.export import export_list
from models.files import WriteRefused
from models.kinds import PAGES
from models.store import unfinished
from models.store.unfinished import Unfinished
from models.text import say
from tests.torture import older_offices, writer
from tests.torture.lives import SEED, complain, lay, tell, to_their_end
from tests.torture.narrow import Disk, Limited, Small

MOST = 400_000  # bytes of room that may be left
REFUSALS = (OfficeRefused, BackupFailed, WriteRefused)
OLD = 2  # the version of the office that is brought up to date

SHEET = "danh sách.xlsx"
CHANGING = ("save", "edit", "attach", "draft", "migration")

Deed = Callable[[Path], None]


def _save(_office: Path) -> None:
    store.save(writer.blank_visit(1, 1, 1))


def _edit(_office: Path) -> None:
    unit = store.load("unit", 1)
    unit.note = "ghi chú " * 2_000  # type: ignore[attr-defined]
    store.save(unit)


def _attach(_office: Path) -> None:
    store.attach(store.load("unit", 1), os.urandom(MOST // 2), "other", name="tệp.pdf")


def _keep_draft(_office: Path) -> None:
    content = {"fields": {"name": {"value": "đang gõ " * 2_000}}}
    unfinished.keep(Unfinished("khóa", "inbound", "delegation", None, 0, "Đoàn", content, "", False))


def _back_up(office: Path) -> None:
    backup.keep(office, "work")


def _export(office: Path) -> None:
    export_list(PAGES["unit"], store.Question(), None, office.with_name(SHEET))


def _nothing(_office: Path) -> None:
    """Only the opening counts."""


DEEDS: dict[str, Deed] = {
    "save": _save, "edit": _edit, "attach": _attach, "draft": _keep_draft, "backup": _back_up, "export": _export,
    "open": _nothing, "migration": _nothing,
}  # fmt: skip


def torture(folder: Path, times: int, *, planted: bool = False) -> dict[str, int]:
    """Let ``times`` deeds meet a disk without room, in turn; count refusals and what they left behind."""
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    writer.make(folder / "template.db")
    older_offices.make(folder / "old.db", OLD)
    lines = to_their_end([partial(_work, times=times, carelessly=planted)], folder / "office.db")
    return {name: int(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def _work(office: Path, *, times: int, carelessly: bool) -> None:
    """Be a process of its own, whose disk and limits end with it; the planted fault writes over old files."""
    disks: list[Disk] = [Limited(office.parent / "limited")]
    with suppress(OSError):
        disks.append(Small(office.parent / "small"))
    figures = {"deeds": 0, "disks": len(disks), "done": 0, "refused": 0, "again": 0, "vague": 0}
    figures |= {"lost": 0, "half": 0, "faults": 0}
    chance = random.Random(SEED)
    sys.unraisablehook = lambda _told: None  # archives that could not be written say so once more when they go
    if carelessly:
        patch("models.excel.write.atomic_write", _write_over).start()
    for number in range(times):
        name = list(DEEDS)[number % len(DEEDS)]
        disk = disks[number // len(DEEDS) % len(disks)]
        os.environ["BANG_GIAO_HOME"] = str(disk.folder / "home")
        lay(office.parent / ("old.db" if name == "migration" else "template.db"), disk.folder / office.name)
        (disk.folder / SHEET).write_bytes(b"the list of last week")
        figures["deeds"] += 1
        try:
            _meet(disk, name, chance, figures)
        except Exception:
            complain(name, traceback.format_exc())
            figures["faults"] += 1
        store.close_office()
    for name, count in figures.items():
        tell(f"{name} {count}")


def _write_over(path: Path, put: Callable[[BinaryIO], None], _verify: object) -> None:
    try:
        with path.open("wb") as out:
            put(out)
    except OSError as error:
        raise WriteRefused(str(error)) from error


def _meet(disk: Disk, name: str, chance: random.Random, figures: dict[str, int]) -> None:
    """Let one deed meet the disk, look at what is there then, and do it again with room."""
    office, deed = disk.folder / "office.db", DEEDS[name]
    before, beside = older_offices.held(office), _beside(office)
    trouble: Exception | None = None
    if deed is not _nothing:
        store.open_office(office)
    with disk.with_room(int(MOST * chance.random() ** 3)):
        try:
            if store.current() is None:
                store.open_office(office)
            deed(office)
        except REFUSALS as refused:
            trouble = refused
        if chance.random() < 0.5:
            store.close_office()
    now = older_offices.everything(engine.rows) if store.current() else older_offices.held(office)
    if trouble is None:
        figures["done"] += 1
        figures["lost"] += name in CHANGING and now == before
        return
    figures["refused"] += 1
    figures["vague"] += not str(trouble) or str(trouble) == say(SENTENCES["unknown"])
    changed = [table for table in before if now.get(table) != before[table]]
    spoiled = _spoiled(office, before, beside)
    if changed or spoiled:
        complain(name, trouble, changed, spoiled)
        figures["half"] += 1
    _again(office, deed, figures)


def _spoiled(office: Path, before: dict[str, list[tuple[Any, ...]]], beside: dict[str, str]) -> list[str]:
    """Name what is not as it was beside an office; a backup that was made before the room ended holds all of it."""
    now = _beside(office)
    made = {name for name in now.keys() - beside.keys() if name.removesuffix(".json").endswith(".db")}
    copies = {name for name in made if name.endswith(".db") and older_offices.held(office.parent / name) == before}
    whole = {name for name in made if name.removesuffix(".json") in copies}
    return [name for name in now.keys() | beside.keys() if now.get(name) != beside.get(name) and name not in whole]


def _again(office: Path, deed: Deed, figures: dict[str, int]) -> None:
    if store.current() is None:
        store.open_office(office)
    deed(office)
    figures["again"] += 1
    figures["faults"] += len(soundness.faults()) + len(store.attaching.prove()[2])


def _beside(office: Path) -> dict[str, str]:
    """Give what lies beside an office: lists, backups. Contents that no record names are swept by the program."""
    own = (f"{office.name}-", f"{office.name}.")
    found = {}
    for each in sorted(office.parent.rglob("*")):
        told = each.relative_to(office.parent)
        first = told.parts[0]
        if (
            each.is_file()
            and first not in ("home", office.name)
            and not first.startswith(own)
            and ("files" not in told.parts)
        ):
            found[str(told)] = hashlib.sha256(each.read_bytes()).hexdigest()
    return found
