"""A record of every kind is added, found, exported, printed, removed, restored and found again."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models import history, search, store
from models.excel.export import every_column, export_list
from models.kinds import KINDS, PAGES, page_named, page_of
from models.paper.markup import html
from models.paper.records import list_paper, paper_for
from models.store import Question
from models.text import say
from tests.whole import DECIDED, fresh

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    with store.session(tmp_path / "office.db", create=True):
        yield tmp_path / "office.db"


def found(kind: str, words: str) -> list[int]:
    return [hit.record for hit in search.find(words, (kind,), 50)]


def test_the_kinds_are_those_that_were_decided() -> None:
    assert sorted(DECIDED) == sorted(set(KINDS) - {"office"})
    assert {page.record.kind for page in PAGES.values()} == set(DECIDED)


def test_delegations_are_called_by_their_name_and_not_by_their_number() -> None:
    assert say(page_named("delegation").title, "vi") == "Đoàn"


@pytest.mark.parametrize("kind", DECIDED)
def test_a_record_is_added_found_exported_printed_removed_and_restored(office: Path, tmp_path: Path, kind: str) -> None:
    made = fresh(kind, "Đèn Suối Thàng")
    store.save(made)
    assert not made.draft
    record = store.load(kind, made.id)
    assert found(kind, "den suoi thang") == [made.id]

    page = page_of(record)
    assert store.find(page, Question(words="suoi thang den")) == [made.id]
    assert exported(page.name, tmp_path / "list.xlsx") == store.count(page)
    assert "Đèn Suối Thàng" in cells(tmp_path / "list.xlsx")

    assert "Đèn Suối Thàng" in html(paper_for(kind, record))
    assert list_paper(page, Question(), ()).title

    store.remove(record)
    assert found(kind, "den suoi thang") == []
    assert store.find(page, Question(removed=True)) == [made.id]
    store.restore(store.load(kind, made.id))
    assert found(kind, "den suoi thang") == [made.id]
    assert [entry.deed for entry in history.read(kind, made.id)][:3] in (
        ["create", "remove", "restore"],
        ["restore", "remove", "create"],
    )


def exported(page: str, target: Path) -> int:
    return export_list(PAGES[page], Question(), every_column(PAGES[page]), target, "vi").rows


def cells(book: Path) -> str:
    sheet = load_workbook(book).worksheets[0]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("kind", DECIDED)
def test_a_record_of_every_kind_can_be_named_on_the_command_line(office: Path, kind: str) -> None:
    made = store.save(fresh(kind))
    told = getattr(made, "code", None) or str(made.id)
    assert store.coded(kind, told) == made.id
    store.remove(made)
    assert store.coded(kind, told) is None


def test_the_print_job_takes_every_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    told: dict[str, str] = {}
    with store.session(tmp_path / "office.db", create=True):
        for kind in DECIDED:
            made = store.save(fresh(kind))
            told[kind] = getattr(made, "code", None) or str(made.id)
    program = "import sys, main\nfor job in sys.argv[1:]: assert main.main(job.split('|')) == 0, job\n"
    jobs = [
        f"print|{kind}|{code}|--office|{tmp_path / 'office.db'}|--output|{tmp_path / kind}.pdf"
        for kind, code in told.items()
    ]
    subprocess.run([sys.executable, "-c", program, *jobs], cwd=HOUSE, check=True, timeout=120)
    for kind in DECIDED:
        assert (tmp_path / f"{kind}.pdf").read_bytes().startswith(b"%PDF"), kind
