"""Kill the program while it puts a backup in the place of the office: exactly the old or exactly the restored one."""

import os
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from unittest.mock import patch

from models import backup, engine, soundness, store
from tests.torture import kill_during_save, writer
from tests.torture.lives import complain, lives, tell

ROUND = 10  # kills before a fresh office
LONGEST = 1.0  # seconds of a life after its first word
VISITS = (2, 5)  # delegations in the two backups between which the office goes back and forth


def torture(folder: Path, times: int, *, planted: bool = False) -> dict[str, int]:
    """Kill ``times`` restores; count offices that are neither the one nor the other, lost saves and lost numbers."""
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    template, office = folder / "template.db", folder / "office.db"
    copies = _make(template)
    work = partial(go_back_and_forth, copies=copies, forgetful=planted)
    figures = {"kills": 0, "restored": 0, "lost": 0, "half": 0, "faults": 0}
    told: list[str] = []
    for lines in lives(work, office, template, times, LONGEST, ROUND):
        told = lines if figures["kills"] % ROUND == 0 else told + lines
        figures["kills"] += 1
        figures["restored"] += lines.count("restored")
        _look(office, copies, [line for line in told if line != "restored"], figures)
    return figures


def _make(template: Path) -> list[Path]:
    """Make two backups of one office at two times, each with an attached file of its own."""
    writer.make(template)
    copies = []
    with store.session(template):
        for number in range(max(VISITS)):
            visit = store.save(writer.blank_visit(number, 1, 1))
            store.attach(visit, os.urandom(200_000), "other", name=f"{number}.pdf")
            if number + 1 in VISITS:
                copies.append(template.with_name(f"backup-{number + 1}.db"))
                backup.make(copies[-1])
    return copies


def go_back_and_forth(office: Path, *, copies: list[Path], forgetful: bool = False) -> None:
    """Restore the one and the other until killed, and save between; the planted fault tells a backup no numbers."""
    with patch("models.store.returned.tell") if forgetful else nullcontext():
        while True:
            for copy in copies:
                with store.session(office):
                    visit = writer.blank_visit(9, 1, 1)
                    store.save(visit)
                tell(f"{visit.uuid} {int(visit.code.split('-')[1])}")
                store.restore_office(copy, office)
                tell("restored")


def _look(office: Path, copies: list[Path], told: list[str], figures: dict[str, int]) -> None:
    """Look at the office as after any kill: what it is now, and whether what it was before is still to be had."""
    try:
        with store.session(office):
            here = {uuid for (uuid,) in engine.rows("SELECT uuid FROM delegation")}
            given = engine.rows("SELECT max(last) FROM number_given")[0][0]
            _, _, wrong = store.attaching.prove()
            faults = soundness.faults() + store.prove_history()[1]
    except store.OfficeRefused as refused:
        complain(refused)
        figures["lost"] += 1
        return
    kill_during_save.put_down(faults, figures)
    saves: kill_during_save.Told = {}
    kill_during_save.add(saves, told)
    restored = [_held(copy) for copy in copies]
    figures["half"] += here & set().union(*restored) not in restored  # what was saved since may stand beside it
    if given < max([0, *saves.values()]):
        complain(f"numbers go on from {given} instead of {max(saves.values())}")
        figures["half"] += 1
    kept = here.union(*map(_held, backup.copies_of(office)))
    figures["lost"] += len(saves.keys() - kept) + len(wrong)


def _held(copy: Path) -> set[str]:
    with engine.apart(copy) as ask:
        return {uuid for (uuid,) in ask("SELECT uuid FROM delegation")}
