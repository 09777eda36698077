"""A document from a template in the window: what is offered, what is written, what the person is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from gui import messages, tasks
from gui.output.notice import SavedNote
from gui.templates import NamesDialog, TemplateDialog, for_period, for_record
from models import days, store, text
from models.reports.periods import calendar_year
from tests.models.filling.telling import document, workbook
from tests.models.paper.made import Made, make


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(text, "_chosen", "en")
    with store.session(tmp_path / "office.db", create=True):
        yield make()
        tasks.stop_all()
    days.set_today(None)


@pytest.fixture
def dialog(made: Made, qtbot: QtBot) -> TemplateDialog:
    box = for_record(None, made.visit)  # type: ignore[arg-type]
    qtbot.addWidget(box)
    box.show()
    return box


def offered(dialog: TemplateDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def written(dialog: TemplateDialog, qtbot: QtBot, path: Path, *answers: str) -> list[messages.Asked]:
    with messages.answering(str(path), *answers) as asked:
        dialog.fill()
        qtbot.waitUntil(
            lambda: dialog.findChild(SavedNote) is not None and len(asked) == 1 + len(answers), timeout=60_000
        )
    return list(asked)


def test_what_suits_the_record_is_offered_with_its_letters(dialog: TemplateDialog) -> None:
    assert offered(dialog)[0] == "Brief of a delegation"
    assert "Minutes of a session" not in offered(dialog)
    dialog.list.setCurrentRow(offered(dialog).index("Invitation, a letter for each member (English)"))
    assert (dialog.language.currentData(), dialog.each.currentData()) == ("en", "thanh_vien")
    assert dialog.apart.isEnabled()
    dialog.list.setCurrentRow(0)
    assert (dialog.language.currentData(), dialog.each.currentData()) == ("vi", "")
    assert not dialog.personal.isChecked()


def test_a_brief_is_written_without_passports(dialog: TemplateDialog, made: Made, qtbot: QtBot, tmp_path: Path) -> None:
    written(dialog, qtbot, tmp_path / "brief.docx")
    told = Document(str(tmp_path / "brief.docx"))
    cells = [cell.text for table in told.tables for row in table.rows for cell in row.cells]
    assert made.visit.members[0].name in cells
    assert not any(member.passport in cell for member in made.visit.members if member.passport for cell in cells)


def test_the_offices_own_template_is_kept_and_its_unknown_names_are_told(
    dialog: TemplateDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    own = document(tmp_path / "mau cua so.docx", "{{ten_co_quan}}: {{ten_don}}")
    with messages.answering(str(own)):
        dialog.choose.click()
    assert offered(dialog)[-1] == "mau cua so.docx"
    _, told = written(dialog, qtbot, tmp_path / "a.docx", "ok")
    assert "ten_don (perhaps ten_doan)" in told.text
    assert [each.text for each in Document(str(tmp_path / "a.docx")).paragraphs] == ["Sở Ngoại vụ: {{ten_don}}"]


def test_a_refused_template_is_told_in_words_and_nothing_is_written(made: Made, qtbot: QtBot, tmp_path: Path) -> None:
    box = for_period(None, calendar_year(2026))  # type: ignore[arg-type]
    qtbot.addWidget(box)
    box.show()
    own = workbook(tmp_path / "mau.xlsx", A1="{{I01}}")
    with messages.answering(str(own)):
        box.choose.click()
    own.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    with messages.answering(str(tmp_path / "a.xlsx"), "leave") as asked:
        box.fill()
        qtbot.waitUntil(lambda: len(asked) == 2, timeout=60_000)
    assert "password" in asked[1].text
    assert not (tmp_path / "a.xlsx").exists()


def test_names_are_found_and_copied(made: Made, qtbot: QtBot, dialog: TemplateDialog) -> None:
    box = NamesDialog(None, dialog.subject.names("vi"))
    qtbot.addWidget(box)
    box.show()
    box.search.setText("ten doan")
    shown = [row for row in range(box.table.rowCount()) if not box.table.isRowHidden(row)]
    assert "{{ten_doan}}" in [box.lines[row][0] for row in shown]
    box.table.selectRow(next(row for row in shown if box.lines[row][0] == "{{ten_doan}}"))
    box.copy()
    from PySide6.QtGui import QGuiApplication

    assert QGuiApplication.clipboard().text() == "{{ten_doan}}"
