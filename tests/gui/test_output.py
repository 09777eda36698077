"""What leaves the window: on one page, without passport numbers, written beside the window, never half."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import messages, output
from gui.output import RecordPreview, exporting, personal, printing, writing
from gui.output.notice import SavedNote, say_saved
from gui.printing import offscreen_pdf
from models import days, discretion, preferences, store, text
from models.discretion import Ticked
from models.kinds import PAGES
from models.paper.records import paper_for
from models.people import Person
from models.reports.periods import calendar_year
from models.store import Question
from tests.gui.printing.papers import read
from tests.models.paper.made import Made, make

SLOW = 30_000  # milliseconds for a process of its own on a busy computer


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(text, "_chosen", "en")
    with store.session(tmp_path / "office.db", create=True):
        yield make()
    days.set_today(None)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def note(window: QWidget) -> str:
    """What the note over a window says."""
    found = window.findChild(SavedNote)
    return found.text.text() if isinstance(found, SavedNote) and found.isVisible() else ""


def everything(workbook: Path) -> str:
    """All text of a workbook."""
    with zipfile.ZipFile(workbook) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))


class Box(QDialog):
    """A dialog with something to read above a row of buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(600, 300)
        self.read, self.close_button = QPlainTextEdit(), QPushButton("Close")
        feet, column = QHBoxLayout(), QVBoxLayout(self)
        feet.addWidget(self.close_button)
        column.addWidget(self.read)
        column.addLayout(feet)


def test_the_note_in_any_dialog_stands_between_what_is_read_and_the_buttons(qtbot: QtBot, tmp_path: Path) -> None:
    box = Box()
    qtbot.addWidget(box)
    box.show()
    say_saved(box.close_button, "Saved: report.xlsx (2 records).", tmp_path / "report.xlsx")
    made = box.findChild(SavedNote)
    assert isinstance(made, SavedNote)
    qtbot.waitUntil(lambda: made.y() > box.read.y() + 50)
    assert made.text.width() >= made.fontMetrics().horizontalAdvance(made.text.text()) // 2
    assert box.read.geometry().bottom() < made.y()
    assert made.geometry().bottom() < box.close_button.y()
    picture = made.grab().toImage()
    assert len({picture.pixel(x, picture.height() // 2) for x in range(picture.width())}) > 2, "it is not empty"


def test_a_note_comes_in_the_window_in_front_and_not_in_one_of_its_dialogs(qtbot: QtBot, tmp_path: Path) -> None:
    window = Box()
    qtbot.addWidget(window)
    window.show()
    front = Box(window)
    front.show()
    say_saved(front, "Saved: a.xlsx.", tmp_path / "a.xlsx")
    front.hide()
    say_saved(front, "Saved: b.xlsx.", tmp_path / "b.xlsx")
    seen = [each for each in window.findChildren(SavedNote) if each.isVisible()]
    assert [(each.window(), each.text.text()) for each in seen] == [(window, "Saved: b.xlsx.")]


@pytest.mark.outside("pdftotext")
def test_the_brief_of_a_delegation_with_twelve_members_is_one_page(made: Made, qapp: object, tmp_path: Path) -> None:
    assert offscreen_pdf(paper_for("delegation", made.visit), tmp_path / "p.pdf") == 1
    said = read(tmp_path / "p.pdf")
    assert "SUMMARY OF AN INBOUND DELEGATION" in said
    assert "Khamphoy Vannasan 12" in said
    assert "P12345" not in said


def passports(preview: RecordPreview) -> QAction | None:
    found = [each for each in preview.findChildren(QAction) if each.text() == printing.PASSPORTS]
    return found[0] if found else None


def test_passport_numbers_come_on_a_paper_only_while_ticked_and_that_is_noted(made: Made, qtbot: QtBot) -> None:
    preview = RecordPreview(None, store.load("delegation", made.visit.id))
    qtbot.addWidget(preview)
    action = passports(preview)
    assert action is not None
    assert not action.isChecked()
    assert "P1234501" not in str(preview.thing)
    action.setChecked(True)
    assert "P1234501" in str(preview.thing)
    action.setChecked(False)
    assert "P1234501" not in str(preview.thing)
    noted = discretion.noted()
    assert [(entry.who, made.visit.code in str(entry.note)) for entry in noted] == [(preferences.author(), True)]


def test_a_paper_without_private_details_offers_none(made: Made, qtbot: QtBot) -> None:
    preview = RecordPreview(None, store.load("agreement", made.agreement.id))
    qtbot.addWidget(preview)
    assert passports(preview) is None


def test_a_pdf_that_cannot_be_written_says_why_and_goes_elsewhere(made: Made, window: QWidget, tmp_path: Path) -> None:
    thing = RecordPreview(window, store.load("agreement", made.agreement.id)).thing
    other = tmp_path / "other.pdf"
    with messages.answering("copy", str(other)) as asked:
        printing.save_as_pdf(window, thing, "x", tmp_path / "missing" / "x.pdf")
    assert "cannot be reached" in asked[0].text
    assert other.read_bytes().startswith(b"%PDF")
    assert "other.pdf" in note(window)


def test_a_very_long_list_is_printed_only_when_asked_twice(
    made: Made, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "MANY", 1)
    shown: list[object] = []
    monkeypatch.setattr(printing, "_show", lambda parent, make: shown.append(make))
    with messages.answering("leave") as asked:
        output.print_list(window, PAGES["action"], Question())
    assert not shown
    assert "4 rows" in asked[0].text
    with messages.answering("print"):
        output.print_list(window, PAGES["action"], Question())
    assert shown


def test_a_list_is_exported_as_seen_by_a_process_of_its_own(
    made: Made, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "list.xlsx"
    with messages.answering(str(target)):
        output.export_list(window, PAGES["action"], Question(sort="name"), ("code", "name"))
    qtbot.waitUntil(lambda: "list.xlsx" in note(window), timeout=SLOW)
    assert "4 records" in note(window)
    from openpyxl import load_workbook

    book = load_workbook(target)
    said = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    codes = [row[0] for row in said if str(row[0]).endswith("-VB")]
    assert codes == [made.actions[place].code for place in (2, 3, 0, 1)], "D, G, K, T"
    assert preferences.get("output_folder") == str(tmp_path)


def test_where_a_workbook_cannot_be_written_the_reason_is_said_and_another_copy_saved(
    made: Made, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    target, other = tmp_path / "there.xlsx", tmp_path / "there (2).xlsx"
    target.mkdir()
    with messages.answering(str(target), "copy", str(other)) as asked:
        output.export_list(window, PAGES["action"], Question())
        qtbot.waitUntil(lambda: "there (2).xlsx" in note(window), timeout=SLOW)
    assert "was not saved" in asked[1].text
    assert other.exists()
    assert [each.name for each in tmp_path.glob("*.part")] == []


def test_private_details_are_asked_for_where_a_list_has_some_and_stay_out_unless_ticked(
    made: Made, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(Person.blank(name="Trần Thị Hạnh", phone="0912345678"))
    asked: list[dict[str, object]] = []
    monkeypatch.setattr(writing, "write", lambda parent, what, *rest: asked.append(what))
    monkeypatch.setattr(exporting, "ask_ticks", lambda parent, words, personal: Ticked(personal=len(asked) == 1))
    for _ in range(2):
        with messages.answering("/nowhere/x.xlsx"):
            output.export_list(window, PAGES["person"], Question())
    without, with_them = asked
    assert (without["with_passports"], with_them["with_passports"]) == (False, True)
    assert "phone" not in str(without["columns"])
    assert "phone" in str(with_them["columns"])


def test_the_tick_for_private_details_is_off_each_time(qtbot: QtBot) -> None:
    for _ in range(2):
        question = personal.PersonalQuestion(None, "People: 12 records")
        qtbot.addWidget(question)
        assert not question.ticks.ticked()
        question.ticks.personal.setChecked(True)


def test_the_report_holds_passport_numbers_only_when_ticked(
    made: Made, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    for ticked in (False, True):
        target = tmp_path / f"report-{ticked}.xlsx"
        with messages.answering(str(target)):
            output.write_report(window, "annual", "Report", calendar_year(2026), "vi", "xlsx", Ticked(personal=ticked))
        qtbot.waitUntil(lambda: f"report-{ticked}" in note(window), timeout=SLOW)  # noqa: B023 - asked at once
        assert ("P1234501" in everything(target)) is ticked
        assert ("personal details" in note(window)) is ticked


def test_the_note_shows_over_the_window_behind_when_the_box_was_closed(window: QWidget, qtbot: QtBot) -> None:
    box = QDialog(window)
    box.show()
    box.close()
    output.say_saved(box, "Saved.", Path("x.xlsx"))
    assert note(window) == "Saved."


def test_giving_up_leaves_nothing_behind(made: Made, window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    asked = {"work": "report", "name": "annual", "first": "2026-01-01", "last": "2026-12-31"}
    done: list[Path] = []
    work = writing.write(window, asked | {"path": str(folder / "r.xlsx")}, "…", done.append, lambda why: None)
    with qtbot.waitSignal(work.ended, timeout=SLOW) as ended:
        work.stop()
    assert ended.args == [None]
    assert done == []
    assert list(folder.iterdir()) == []
