"""Papers and registers as PDF files, also without a window."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter

from gui.printing.documents import paint_paper
from gui.printing.registers import paint_folder, paint_register
from models.files import atomic_write
from models.paper.layout import sheet_of
from models.paper.sheet import Folder, Paper, Register

Printable = Paper | Register | Folder


def page_layout(thing: Printable) -> QPageLayout:
    """Lay a paper out on its sheet."""
    sheet = sheet_of(thing)
    turn = QPageLayout.Orientation.Landscape if sheet.lying else QPageLayout.Orientation.Portrait
    size = QPageSize.PageSizeId.A3 if sheet.wide else QPageSize.PageSizeId.A4
    return QPageLayout(QPageSize(size), turn, QMarginsF(*sheet.margins), QPageLayout.Unit.Millimeter)


def paint(thing: Printable, device: QPagedPaintDevice) -> int:
    """Paint a paper, a register or several, and tell how many pages it took."""
    if isinstance(thing, Folder):
        return paint_folder(thing, device)
    return paint_paper(thing, device) if isinstance(thing, Paper) else paint_register(thing, device)


def pdf_bytes(thing: Printable) -> tuple[bytes, int]:
    """Make the PDF in memory, with its number of pages."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout(thing))
    writer.setTitle(" ".join(thing.title.split()))
    writer.setCreator("Bang Giao")
    pages = paint(thing, writer)
    del writer  # the last bytes are written when it goes
    return bytes(buffer.data().data()), pages


def save_pdf(thing: Printable, path: Path) -> int:
    """Save a PDF whole or not at all and tell its pages; raises WriteRefused in words."""
    content, pages = pdf_bytes(thing)

    def write(file: BinaryIO) -> None:
        file.write(content)

    atomic_write(Path(path), write)
    return pages


def offscreen_pdf(thing: Printable, path: Path) -> int:
    """Save a PDF from the command line, where no window and no display are needed."""
    running = QGuiApplication.instance()
    if running is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        running = QGuiApplication(sys.argv[:1])
    return save_pdf(thing, path)
