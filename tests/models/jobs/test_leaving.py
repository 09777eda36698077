"""Every door of the command line: what is personal, private or restricted leaves only as ticked, and that is noted."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from models import days, discretion, sample, store
from models.delegations import Delegation, Member
from models.discretion import Ticked
from models.jobs.run import run
from models.kinds import PAGES
from models.people import Person

PASSPORT, PRIVATE = "ZZ7654321", "NOIRIENG-84"
WORDS = ("TENHANCHE-51", "NOIDUNG-62", "SUVIEC-73", "HOSOGIAY-95")  # of restricted records
YEAR = ("--from", "2026-01-01", "--to", "2026-12-31")
TEXTS = "{{chu_de}} {{noi_dung}} {{ten_doan}} {{thanh_vien.ten}} {{thanh_vien.so_ho_chieu}}"


@dataclass(frozen=True)
class Place:
    """An office with what must not leave, and where outputs go."""

    folder: Path
    code: str
    incident: str
    starts: str = "2026-01-01"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, monkeymodule: pytest.MonkeyPatch) -> Place:
    folder = tmp_path_factory.mktemp("doors")
    monkeymodule.setenv("BANG_GIAO_HOME", str(folder / "home"))
    days.set_today(None)
    sample.load("lai-chau", folder / "office.db")
    with store.session(folder / "office.db"):
        made = [plant(), plant_incident()]
        visit = store.load("delegation", store.coded("delegation", made[0]) or 0)
        question = store.Question(drafts=False, state="DOING")
        action = store.load("action", store.find(PAGES["action"], question)[0])
        action.source = [visit.reference]  # type: ignore[attr-defined]
        store.save(action)
        store.save(Person.blank(name="Người ngoài", phone=PASSPORT, note=PRIVATE))
    template = Document()
    template.add_paragraph(TEXTS)
    template.add_paragraph("{{doan_vao.ten_doan}} {{doan_vao.noi_dung}} {{su_vu.ten}}")
    template.save(str(folder / "mau.docx"))
    return Place(folder, made[0], made[1], str(visit.value("starts")))


@pytest.fixture(scope="module")
def monkeymodule() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as made:
        yield made


def plant() -> str:
    """Put the restricted words and the passport into a delegation that is counted; give its code."""
    for number in store.find(PAGES["inbound"], store.Question(year=2026, drafts=False)):
        visit = store.load("delegation", number)
        assert isinstance(visit, Delegation)
        if visit.closed() or visit.state not in ("ONGOING", "ENDED", "REPORTED"):
            continue
        visit.name, visit.content = WORDS[:2]
        visit.members[:1] = [Member(name="Khamphoy", is_head=True, passport=PASSPORT)]
        store.save(visit)
        discretion.mark_restricted(visit)
        return str(visit.code)
    raise AssertionError("the sample has a visit that was held and is not closed")


def plant_incident() -> str:
    made = PAGES["incident"].record.blank(
        name=WORDS[2], happened_on="2026-04-01", area="Mốc 17", content="x", settlement="x", classified_file=WORDS[3]
    )
    store.save(made)
    return str(made.code)  # type: ignore[attr-defined]


def doors(place: Place) -> dict[str, tuple[str, ...]]:
    """Name each way out with its line."""
    return {
        "list": ("export", "inbound", "--output", "a.xlsx"),
        "people": ("export", "person", "--output", "a.xlsx"),
        "incidents": ("export", "incident", "--output", "a.xlsx"),
        "annual": ("report", "annual", *YEAR, "--output", "a.xlsx"),
        "annex": ("report", "inbound", *YEAR, "--output", "a.xlsx"),
        "annex of incidents": ("report", "incidents", *YEAR, "--output", "a.xlsx"),
        "annex of actions": ("report", "implementation", *YEAR, "--output", "a.xlsx"),
        "annex on paper": ("report", "inbound", *YEAR, "--output", "a.pdf"),
        "annex in Word": ("report", "inbound", *YEAR, "--output", "a.docx"),
        "calendar": ("print", "calendar", "--from", place.starts, "--output", "a.pdf"),
        "actions": ("print", "actions", "--output", "a.pdf"),
        "template": ("fill", str(place.folder / "mau.docx"), *YEAR, "--output", "a.docx"),
        "template of a record": ("fill", str(place.folder / "mau.docx"), "--record", place.code, "--output", "a.docx"),
        "paper": ("print", "delegation", place.code, "--output", "a.pdf"),
        "paper of an incident": ("print", "incident", place.incident, "--output", "a.pdf"),
        "search": ("search", "TENHANCHE"),
        "records": ("records", "I01", *YEAR),
    }


ONE = ("template of a record", "paper", "paper of an incident")  # of one record: refused as a whole


@pytest.fixture
def leave(place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object) -> "Leave":
    return Leave(place, tmp_path, capsys)


@dataclass
class Leave:
    """Runs a line and reads everything that came out of it."""

    place: Place
    folder: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, name: str, *ticks: str) -> tuple[int, str]:
        from gui.printing import offscreen_pdf

        line = list(doors(self.place)[name])
        if "--output" in line:
            line[-1] = str(self.folder / line[-1])
        line += [*ticks, "--office", str(self.place.folder / "office.db"), "--language", "vi"]
        self.capsys.readouterr()
        code = run(line, offscreen_pdf)
        told = self.capsys.readouterr()
        return code, told.out + told.err + "".join(map(read, self.folder.iterdir()))


def read(path: Path) -> str:
    """Read every byte of a file: all parts of an archive, all words of a paper."""
    if path.suffix == ".pdf":
        return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    with ZipFile(path) as archive:
        return "".join(archive.read(part).decode("utf-8", "replace") for part in archive.namelist())


@pytest.mark.outside("pdftotext")
@pytest.mark.parametrize("name", doors(Place(Path(), "", "")))
def test_nothing_leaves_unless_it_is_ticked(leave: Leave, name: str) -> None:
    code, told = leave(name)
    assert code == (1 if name in ONE else 0), told
    assert [each for each in (PASSPORT, PRIVATE, *WORDS) if each in told] == []
    assert len(told) > 20


TICKED = {
    "list": (("--restricted",), WORDS[:2]),
    "people": (("--personal",), (PASSPORT, PRIVATE)),
    "incidents": (("--restricted",), WORDS[2:]),
    "annex": (("--personal", "--restricted"), (PASSPORT, *WORDS[:2])),
    "annual": (("--personal", "--restricted"), (PASSPORT,)),
    "annex on paper": (("--restricted",), WORDS[:1]),
    "paper": (("--personal", "--restricted"), (PASSPORT, *WORDS[:2])),
    "paper of an incident": (("--restricted",), WORDS[2:]),
    "template": (("--personal", "--restricted"), (PASSPORT, *WORDS[:2])),
    "search": (("--restricted",), WORDS[:1]),
}


@pytest.mark.outside("pdftotext")
@pytest.mark.parametrize("name", TICKED)
def test_what_is_ticked_leaves_says_so_and_is_noted(leave: Leave, place: Place, name: str) -> None:
    ticks, expected = TICKED[name]
    code, told = leave(name, *ticks)
    assert code == 0, told
    told = told.replace("\n", "")
    assert [each for each in expected if each not in told] == []
    ticked = Ticked("--personal" in ticks, "--restricted" in ticks)
    if name != "search":  # a line of JSON is read by programs
        assert all(words in " ".join(told.split()) for words in discretion.said(ticked)), discretion.said(ticked)
    with store.session(place.folder / "office.db", read_only=True):
        newest = discretion.noted()[0]
    assert [newest.changes[0].new, doors(place)[name][0] in str(newest.note)] == [
        [each.removeprefix("--") for each in ticks],
        True,
    ]


def test_where_no_note_can_be_kept_nothing_leaves(leave: Leave, place: Place) -> None:
    with store.session(place.folder / "office.db"):  # another program writes in it
        from models.store import locking

        held = locking.file_of(place.folder / "office.db")
        assert held.exists()
        started = subprocess.run(
            [*_python(), "export", "person", "--personal", "--office", str(place.folder / "office.db"), "--output",
             str(leave.folder / "a.xlsx")],
            capture_output=True, check=False,
        )  # fmt: skip
    assert started.returncode == 1, started
    assert list(leave.folder.iterdir()) == []


def _python() -> list[str]:
    import os
    import sys

    from tests.models.jobs.line import ROOT

    os.environ["BANG_GIAO_NO_SETUP"] = "1"
    return [sys.executable, str(ROOT / "main.py")]
