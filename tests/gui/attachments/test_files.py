"""Files come to a record by drop, paste and choice, and each deed can be done, undone and told in words."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui import messages, tasks
from gui.attachments import FilesCard, deeds, dialog, receive
from gui.attachments.bringing import Brought, brought
from gui.attachments.dialog import FileDialog
from gui.attachments.parts import FileLine, facts_of, size_words
from gui.widgets import Pill, Toast
from models import kinds, store
from models.attachments import blobs
from tests.gui.entering import office, shown

__all__ = ["office", "shown"]
Show = Callable[..., QWidget]
BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
COMPLETE: dict[str, Any] = {
    "name": "Đoàn đại biểu tỉnh Phông Sa Lỳ", "partner": 1, "countries": ["LA"], "starts": "2026-03-05",
    "ends": "2026-03-07", "persons": 12, "level": "lanh_dao_tinh", "admin_level": "tinh", "host_units": ["unit:1"],
    "purpose": "tham_lam_viec", "fields": ["y_te"], "content": "Thăm và làm việc", "funding": "ns_tinh",
    "in_plan": True,
}  # fmt: skip


@pytest.fixture
def visit(office: None) -> Any:
    made = kinds.PAGES["inbound"].blank()
    for name, value in COMPLETE.items():
        setattr(made, name, value)
    return store.save(made)


@pytest.fixture
def card(visit: Any, shown: Show) -> Iterator[FilesCard]:
    made = FilesCard(heading=True)
    window = shown(made)
    made.toast = Toast(window)  # type: ignore[attr-defined]
    made.show_record(visit)
    yield made
    tasks.stop_all()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    made = tmp_path / "Báo cáo đoàn.pdf"
    made.write_bytes(b"%PDF report" * 100)
    return made


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the dialog was asked with; it answers what it was told, at once."""
    asked: list[dict[str, Any]] = []

    def ask(_parent: QWidget, _record: Any, names: Any, known: dict[str, Any]) -> dict[str, Any]:
        asked.append({"names": list(names), **known})
        named = {"name": names[0]} if len(names) == 1 else {}
        return named | {"slot": known["slot"], "number": "12/BC", "dated": "2026-03-20", "signer": None}

    monkeypatch.setattr(dialog, "ask_about", ask)
    return asked


def texts(card: QWidget) -> str:
    QApplication.processEvents()  # what was just put into a layout is shown by it
    told: list[Any] = [*card.findChildren(QLabel), *card.findChildren(QPushButton)]
    seen = [each.text() for each in told if not each.isHidden()]
    return "\n".join(seen)


def kept(visit: Any) -> list[str]:
    return [file.name for file in store.attachments("delegation", visit.id)]


def mime(*paths: Path) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return made


def line(card: FilesCard) -> FileLine:
    return card.findChildren(FileLine)[0]


def test_a_file_that_was_chosen_is_attached_and_listed(
    card: FilesCard, visit: Any, report: Path, answers: list[dict[str, Any]], qtbot: QtBot
) -> None:
    with messages.answering(str(report)):
        card.add.click()
    qtbot.waitUntil(lambda: bool(card.files))
    assert answers == [{"names": ["Báo cáo đoàn.pdf"], "slot": "report"}]
    assert "Báo cáo đoàn.pdf" in texts(card)
    assert "No. 12/BC · 20/03/2026 · 1,1 kB" in texts(card)
    assert card.isAncestorOf(card.window().focusWidget()), "the keyboard is back in the list of files"


def test_what_is_attached_is_told_also_where_the_list_was_made_anew_meanwhile(
    card: FilesCard, visit: Any, report: Path, answers: list[dict[str, Any]], qtbot: QtBot
) -> None:
    toast = card.toast  # type: ignore[attr-defined]
    card.bring([Brought(report.name, report)])
    shiboken6.delete(card)
    qtbot.waitUntil(lambda: toast.text.text() == "1 file attached.")
    assert kept(visit) == ["Báo cáo đoàn.pdf"]


def test_a_drop_anywhere_on_the_widget_brings_its_files(
    card: FilesCard, visit: Any, report: Path, answers: list[dict[str, Any]], qtbot: QtBot
) -> None:
    receive(card, card.bring)
    told = mime(report)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), BOTH, told, left, none)
    QApplication.sendEvent(card, enter)
    assert enter.isAccepted()
    assert enter.dropAction() == Qt.DropAction.CopyAction
    assert "Drop here" in texts(card)
    drop = QDropEvent(QPoint(5, 5).toPointF(), BOTH, told, left, none)
    QApplication.sendEvent(card, drop)
    assert "Drop here" not in texts(card)
    qtbot.waitUntil(lambda: kept(visit) == ["Báo cáo đoàn.pdf"])


def test_a_pasted_picture_becomes_a_file_with_a_name(
    card: FilesCard, visit: Any, answers: list[dict[str, Any]], qtbot: QtBot
) -> None:
    receive(card, card.bring)
    QGuiApplication.clipboard().setImage(QImage(3, 3, QImage.Format.Format_RGB32))
    card.add.setFocus()
    qtbot.keyClick(card.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(kept(visit)) and bool(card.files))
    assert kept(visit)[0].startswith("Pasted picture 20")
    assert kept(visit)[0].endswith(".png")
    assert store.open_copy(card.files[0]).read_bytes().startswith(b"\x89PNG")


def test_words_in_the_clipboard_are_no_file(card: FilesCard, visit: Any, qtbot: QtBot) -> None:
    told = QMimeData()
    told.setText("một câu")
    card.bring(brought(told))
    assert card.toast.text.text() == "There is no file and no picture in the clipboard."  # type: ignore[attr-defined]


def test_what_is_refused_is_said_and_the_others_are_attached(
    card: FilesCard, visit: Any, report: Path, tmp_path: Path, answers: list[dict[str, Any]], qtbot: QtBot
) -> None:
    empty = tmp_path / "rỗng.docx"
    empty.touch()
    with messages.answering("ok") as asked:
        card.bring([Brought(path.name, path) for path in (empty, tmp_path, report)])
        qtbot.waitUntil(lambda: bool(asked))
    assert "rỗng.docx” is empty" in asked[0].text
    assert "is a folder" in asked[0].text
    assert kept(visit) == ["Báo cáo đoàn.pdf"]


def test_copying_is_stopped_on_demand(
    card: FilesCard, visit: Any, tmp_path: Path, answers: list[dict[str, Any]], qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    huge = tmp_path / "phim.mp4"
    with huge.open("wb") as out:
        out.truncate(3 * blobs.BLOCK)
    waiting: list[Any] = []
    former: Any = blobs._copy

    def slow(*told: Any) -> Any:
        going = told[4]
        return former(*told[:4], lambda done, whole: _after(waiting) and going(done, whole))

    monkeypatch.setattr(blobs, "_copy", slow)
    card.bring([Brought(huge.name, huge)])
    copying = card.window().findChild(deeds.LongWork)
    assert copying
    copying.progress.canceled.emit()
    waiting.append("go")
    qtbot.waitUntil(lambda: "Stopped" in card.toast.text.text())  # type: ignore[attr-defined]
    assert kept(visit) == []


def _after(waiting: list[Any]) -> bool:
    import time

    for _ in range(1000):
        if waiting:
            return True
        time.sleep(0.01)
    return False


def test_taking_out_can_be_taken_back(card: FilesCard, visit: Any, report: Path) -> None:
    store.attach(visit, report, "report")
    card.refresh()
    line(card).do("remove")
    assert kept(visit) == []
    assert "1 file taken out" in [each.text() for each in card.findChildren(QPushButton)]
    store.undo()
    assert kept(visit) == ["Báo cáo đoàn.pdf"]


def test_what_was_taken_out_long_ago_can_be_brought_back(card: FilesCard, visit: Any, report: Path) -> None:
    store.detach(store.attach(visit, report, "report"))
    card.refresh()
    next(each for each in card.findChildren(QPushButton) if "taken out" in each.text()).click()
    next(each for each in card.findChildren(QPushButton) if each.text() == "Bring back").click()
    assert kept(visit) == ["Báo cáo đoàn.pdf"]


def test_delete_on_a_file_takes_out_the_file_and_not_the_record(card: FilesCard, visit: Any, report: Path) -> None:
    from PySide6.QtGui import QKeyEvent

    store.attach(visit, report, "report")
    card.refresh()
    key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    key.ignore()
    QApplication.sendEvent(line(card).name, key)
    assert key.isAccepted(), "else the window's own Delete moves the record to the bin"
    QApplication.sendEvent(line(card).name, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, _NONE))
    assert kept(visit) == []


_NONE = Qt.KeyboardModifier.NoModifier


def test_a_copy_for_reading_is_opened(
    card: FilesCard, visit: Any, report: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(deeds.QDesktopServices, "openUrl", take)
    store.attach(visit, report, "report")
    card.refresh()
    line(card).name.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert Path(opened[0]).read_bytes() == report.read_bytes()
    assert Path(opened[0]) != report


def test_what_may_run_a_program_is_opened_only_when_the_person_insists(
    card: FilesCard, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 71: asked, never opened by itself."""
    monkeypatch.setattr(deeds, "LongWork", lambda *_: pytest.fail("opened"))
    file = store.attach(visit, b"MZ", "other", name="Báo cáo.pdf.exe")
    with messages.answering("leave") as asked:
        deeds.open_file(card, file)
    assert "can start a program" in asked[0].text


def test_an_altered_content_is_shown_and_said(
    card: FilesCard, visit: Any, report: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = store.attach(visit, report, "report")
    blobs.place_of(store.store_folder(), file.digest).write_bytes(b"x")
    card.refresh()
    assert "Changed in the store" in texts(card)
    with messages.answering("ok") as asked:
        line(card).do("open")
        qtbot.waitUntil(lambda: bool(asked))
    assert "no longer what was attached" in asked[0].text


def test_a_store_that_stayed_behind_is_said(card: FilesCard, visit: Any, report: Path, tmp_path: Path) -> None:
    store.attach(visit, report, "report")
    store.store_folder().rename(tmp_path / "elsewhere")
    card.refresh()
    assert "Was the office moved or restored without it?" in texts(card)
    assert "Not found in the store" in texts(card)


def test_a_copy_is_saved_where_the_person_says(
    card: FilesCard, visit: Any, report: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    store.attach(visit, report, "report")
    card.refresh()
    with messages.answering(str(tmp_path / "bản sao.pdf")):
        line(card).do("save")
    qtbot.waitUntil(lambda: (tmp_path / "bản sao.pdf").exists())
    assert (tmp_path / "bản sao.pdf").read_bytes() == report.read_bytes()
    qtbot.waitUntil(lambda: "Saved" in card.toast.text.text())  # type: ignore[attr-defined]


def test_a_report_that_is_owed_shows_as_an_empty_place(card: FilesCard, visit: Any) -> None:
    assert card.findChildren(Pill) == []
    visit.state = "ENDED"
    card.refresh()
    assert [each.accessibleName() for each in card.findChildren(Pill)] == ["No report yet"]
    visit.report_number, visit.report_date = "12/BC-SNgV", "2026-03-20"
    card.refresh()
    assert "Report: No. 12/BC-SNgV · 20/03/2026 · no file yet" in texts(card)


def test_number_and_day_of_the_record_are_shown_and_not_copied(card: FilesCard, visit: Any, report: Path) -> None:
    visit.report_number, visit.report_date = "12/BC-SNgV", "2026-03-20"
    file = store.attach(visit, report, "report")
    card.refresh()
    assert "No. 12/BC-SNgV · 20/03/2026 · 1,1 kB" in texts(card)
    assert (file.number, file.dated) == (None, None)


def test_an_office_open_for_reading_offers_no_change(card: FilesCard, visit: Any, report: Path) -> None:
    store.attach(visit, report, "report")
    session = store.current()
    assert session
    session.read_only = True
    card.refresh()
    assert card.add.isHidden()
    assert [each.text() for each in line(card).menu().actions()] == ["Open", "Save a copy…"]
    with messages.answering("ok") as asked:
        card.bring([Brought(report.name, report)])
    assert "for reading only" in asked[0].text


def test_the_dialog_says_what_the_record_knows_and_reads_what_is_typed(card: FilesCard, visit: Any) -> None:
    visit.report_number = "12/BC-SNgV"
    asked = FileDialog(card.window(), visit, ["Báo cáo.pdf"], {"slot": "report"})
    assert "No. 12/BC-SNgV" in asked.hint.text()
    asked.editors["dated"].show_words("45/13/2026")
    asked.accept()
    assert asked.told == {}
    assert asked.editors["dated"].complaint()
    asked.editors["dated"].show_words("20/3/2026")
    asked.editors["name"].show_words("")
    asked.accept()
    assert asked.editors["name"].complaint() == "Give the file a name."
    asked.editors["name"].show_words("Báo cáo đoàn.pdf")
    asked.accept()
    assert asked.told == {
        "slot": "report", "name": "Báo cáo đoàn.pdf", "number": None, "dated": "2026-03-20", "signer": None,
    }  # fmt: skip
    asked.deleteLater()


def test_the_form_shows_files_once_the_record_is_saved(visit: Any, shown: Show) -> None:
    from gui.forms import FormPage

    page = kinds.PAGES["inbound"]
    form: Any = FormPage(page, page.blank())
    shown(form)
    assert form.body._files_card.isHidden()
    form.begin(visit)
    assert not form.body._files_card.isHidden()


def test_sizes_and_facts_are_said_as_the_office_writes_them() -> None:
    assert [size_words(n) for n in (7, 1100, 250_000, 3_400_000, 2_000_000_000)] == [
        "7 B", "1,1 kB", "250 kB", "3,4 MB", "2,0 GB",
    ]  # fmt: skip
    assert facts_of("12/BC", "2026-03", None) == "No. 12/BC · 03/2026"
