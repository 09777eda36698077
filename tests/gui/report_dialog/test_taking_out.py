"""Every report leaves the window as workbook, PDF, Word document, on paper and handed in; given up, nothing is left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui import messages
from gui.output import notice, printing, writing
from gui.output.notice import SavedNote
from gui.report_dialog import ReportDialog
from gui.report_dialog.handing_in import HandInDialog
from models import frozen, store
from models.paper.sheet import Folder
from models.reports.catalogue import made as make_report
from models.reports.report import content
from tests.models.paper.made import Made

Open = Callable[..., ReportDialog]
SLOW = 60_000  # milliseconds for a process of its own on a busy computer


def saved(box: ReportDialog, button: str, path: Path, qtbot: QtBot) -> str:
    """Press a button of the foot, give the file a place, wait until it is there; give the note that tells of it."""
    with messages.answering(str(path)):
        getattr(box.foot, button).click()

        def told() -> bool:
            note = box.findChild(SavedNote)
            return isinstance(note, SavedNote) and note.isVisible()

        qtbot.waitUntil(told, timeout=SLOW)
    return box.findChild(SavedNote).text.text()  # type: ignore[union-attr]


def test_an_annex_is_saved_as_a_workbook(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    assert "annex.xlsx" in saved(opened("inbound"), "write", tmp_path / "annex.xlsx", qtbot)
    assert load_workbook(tmp_path / "annex.xlsx").sheetnames[0] == "Inbound delegations"


def in_sight(note: SavedNote, box: QWidget) -> None:
    """The note and its ways to the file are whole, in a place of their own."""
    around = QRect(QPoint(0, 0), box.size())
    own = QRect(note.mapTo(box, QPoint(0, 0)), note.size())
    assert around.contains(own)
    assert own.top() > box.height() // 2, "at the foot, not over what is read"
    assert note.text.width() > 200
    for each in (note.open_file, note.open_folder):
        assert each.isVisible()
        assert each.width() >= each.sizeHint().width()
    for other in box.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if other is not note and other.isVisible() and not other.isWindow():
            assert not other.geometry().intersects(own), other


def test_the_note_of_a_saved_report_can_be_read_and_leads_to_the_file(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = opened("inbound")
    saved(box, "write", tmp_path / "annex.xlsx", qtbot)
    note = box.findChild(SavedNote)
    assert isinstance(note, SavedNote)
    qtbot.waitUntil(lambda: note.text.width() > 100)
    in_sight(note, box)
    wanted: list[Path] = []
    monkeypatch.setattr(notice, "open_path", lambda _parent, path: wanted.append(path))
    note.open_file.click()
    note.open_folder.click()
    assert wanted == [tmp_path / "annex.xlsx", tmp_path]
    box.toast.note("The report was removed.")
    assert not note.open_file.isVisible(), "a note about something else leads to no file"


def test_a_report_in_both_languages_has_both_in_its_workbook(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    saved(opened("inbound", "both"), "write", tmp_path / "annex.xlsx", qtbot)
    first = load_workbook(tmp_path / "annex.xlsx").worksheets[0]
    words = " ".join(str(cell) for row in first.iter_rows(max_row=8, values_only=True) for cell in row if cell)
    assert "DANH SÁCH ĐOÀN VÀO" in words
    assert "LIST OF INBOUND DELEGATIONS" in words


def test_statistics_are_saved_as_a_pdf(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    saved(opened("statistics-country"), "pdf", tmp_path / "s.pdf", qtbot)
    words = "".join(PdfReader(tmp_path / "s.pdf").pages[0].extract_text().split())
    assert "Laos" in words
    assert "DELEGATIONSBYCOUNTRY" in words.upper()


@pytest.mark.parametrize("name", ["annual", "statistics-country"])
def test_a_report_is_saved_as_a_word_document(opened: Open, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    saved(opened(name), "word", tmp_path / "r.docx", qtbot)
    document = Document(str(tmp_path / "r.docx"))
    assert any("Laos" in cell.text for table in document.tables for row in table.rows for cell in row.cells)


def test_the_annual_report_is_first_offered_in_words(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    box = opened()
    assert box.foot.in_words.isVisible()
    assert box.foot.in_words.x() < box.foot.print.x()
    saved(box, "in_words", tmp_path / "r.docx", qtbot)
    told = "\n".join(each.text for each in Document(str(tmp_path / "r.docx")).paragraphs)
    figures = {each.code: each.shown() for each in box.figures.model.figures}
    assert f"đón tiếp {figures['I01']} đoàn/{figures['I02']} lượt khách" in told
    box.reports.choose("inbound")
    assert not box.foot.in_words.isVisible()


def test_given_up_in_the_middle_nothing_is_left(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, path = opened("inbound"), tmp_path / "given" / "annex.xlsx"
    path.parent.mkdir()
    begun: list[writing.Writing] = []
    first = writing.Writing.__init__

    def kept(work: writing.Writing, *told: object) -> None:
        first(work, *told)  # type: ignore[arg-type]
        begun.append(work)

    monkeypatch.setattr(writing.Writing, "__init__", kept)
    with messages.answering(str(path)):
        box.foot.write.click()
    with qtbot.waitSignal(begun[0].ended, timeout=SLOW) as ended:
        begun[0].progress.canceled.emit()
    assert ended.args == [None]
    assert list(path.parent.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told_and_another_copy_is_saved(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    box, other = opened("statistics-month"), tmp_path / "other.xlsx"
    with messages.answering(str(tmp_path / "missing" / "s.xlsx"), "copy", str(other)) as asked:
        box.foot.write.click()
        qtbot.waitUntil(other.exists, timeout=SLOW)
    assert "cannot be reached" in asked[1].text


def test_the_print_preview_shows_the_very_tables(opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    papers: list[Folder] = []
    monkeypatch.setattr(printing, "Preview", lambda paper, *_more: papers.append(paper))
    monkeypatch.setattr(printing, "_show", lambda _parent, make: make())
    box = opened("agreements")
    box.foot.print.click()
    qtbot.waitUntil(lambda: bool(papers), timeout=SLOW)
    assert box.period is not None
    told = list(content(make_report("agreements", box.period, "en")))
    assert [len(each.rows) for each in papers[0].registers] == [len(each.rows) for each in told]


def test_statistics_are_handed_in_and_compared_with_now(
    opened: Open, made: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = opened("statistics-country")
    shown: list[int | None] = []
    monkeypatch.setattr(box, "open_handed_in", lambda number=None: shown.append(number))
    titles: list[str] = []

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, HandInDialog)
        titles.extend(each.text() for each in asked.findChildren(type(box.figures.told)))
        asked.take.click()

    QTimer.singleShot(0, answer)
    box.foot.hand_in.click()
    qtbot.waitUntil(lambda: shown == [1], timeout=SLOW)
    assert any(each.startswith("Delegations by country") for each in titles)
    (kept,) = frozen.reports()
    assert kept.name == "statistics-country"
    assert frozen.compare(kept).changed() == []
    made.visit.persons = 15
    store.save(made.visit)
    assert "15" in {each.now.shown() for each in frozen.compare(kept).changed() if each.now}
