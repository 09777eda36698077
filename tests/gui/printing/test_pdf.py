"""Papers reach a file, a preview or a printer, or the person is told why not."""

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinterInfo, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from gui.printing import PrintError, offscreen_pdf, paint_paper, paint_register, pdf, preview, save_pdf
from models.files import WriteRefused
from models.text import say
from tests.gui.printing.papers import (
    actions,
    brief,
)


def test_an_earlier_file_survives_a_failed_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"earlier")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteRefused, match=r"brief\.pdf"):
        save_pdf(brief(1), target)
    assert target.read_bytes() == b"earlier"
    assert [file.name for file in tmp_path.iterdir()] == ["brief.pdf"]


def test_a_missing_folder_and_a_folder_in_the_way_are_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(WriteRefused, match="nowhere"):
        save_pdf(brief(1), tmp_path / "nowhere" / "brief.pdf")
    with pytest.raises(WriteRefused, match=re.escape(tmp_path.name)):
        save_pdf(brief(1), tmp_path)


def test_a_printer_takes_the_same_pages_as_a_file(tmp_path: Path) -> None:
    paper, register = brief(30), actions(40)
    printer = preview.printer_for(paper)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    assert paint_paper(paper, printer) == pdf.pdf_bytes(paper)[1]
    printer = preview.printer_for(register)
    printer.setOutputFileName(str(tmp_path / "register.pdf"))
    assert paint_register(register, printer) == pdf.pdf_bytes(register)[1]


def test_the_preview_fits_a_small_screen_and_shows_the_pages(qtbot: QtBot) -> None:
    saved: list[bool] = []
    dialog = preview.Preview(brief(30), None, save=lambda: saved.append(True))
    qtbot.addWidget(dialog)
    dialog.show()
    pages = dialog.findChildren(QPrintPreviewWidget)[0]
    qtbot.waitUntil(lambda: pages.pageCount() == 2)
    assert dialog.width() <= 1366
    assert dialog.height() <= 768
    assert "Tóm tắt thông tin đoàn vào" in dialog.windowTitle()
    action = next(one for one in dialog.findChildren(QAction) if one.text() == say("Save as PDF…"))
    action.trigger()
    assert saved == [True]


def test_without_a_printer_printing_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 67: no printer."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with pytest.raises(PrintError, match="PDF"):
        preview.print_thing(brief(1), None)


def test_a_pdf_is_made_from_the_command_line_without_a_display(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from gui.printing import offscreen_pdf;"
        "from models.paper.sheet import Letterhead, Paper;"
        f"print(offscreen_pdf(Paper(Letterhead('a', 'b'), 'c'), Path({str(tmp_path / 'p.pdf')!r})))"
    )
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=bare)
    assert made.stdout.strip() == b"1"
    assert made.stderr == b""
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")
    assert offscreen_pdf(brief(1), tmp_path / "q.pdf") == 1
