"""Papers and registers as PDF files, also without a window."""

import errno
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter

from gui.printing.canvas import PrintError
from gui.printing.documents import paint_paper
from gui.printing.registers import paint_register
from models.paper.sheet import Paper, Register
from models.text import mark, say

Printable = Paper | Register

PAPER_MARGINS = QMarginsF(30, 20, 15, 20)
REGISTER_MARGINS = QMarginsF(15, 15, 15, 18)
REASONS = {
    errno.EACCES: mark("the file is open in another program, or you may not write there"),
    errno.EPERM: mark("the file is open in another program, or you may not write there"),
    errno.EROFS: mark("the disk is read-only"),
    errno.ENOSPC: mark("the disk is full"),
    errno.ENOENT: mark("the folder does not exist"),
    errno.ENOTDIR: mark("the folder does not exist"),
    errno.EISDIR: mark("there is a folder of that name"),
}


def page_layout(thing: Printable) -> QPageLayout:
    """Lay out A4: the Decree's margins for a paper, closer ones for a landscape register."""
    lying = isinstance(thing, Register) and thing.landscape
    turn = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    margins = REGISTER_MARGINS if lying else PAPER_MARGINS
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), turn, margins, QPageLayout.Unit.Millimeter)


def paint(thing: Printable, device: QPagedPaintDevice) -> int:
    """Paint a paper or a register and tell how many pages it took."""
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
    """Save a PDF whole or not at all and tell its pages; raises PrintError in words."""
    content, pages = pdf_bytes(thing)
    try:
        _replace(Path(path), content)
    except OSError as trouble:
        reason = say(REASONS.get(trouble.errno or 0, "")) or str(trouble.strerror or trouble)
        words = say("{file} was not saved: {reason}. Nothing was changed there; choose another name or folder.")
        raise PrintError(words.format(file=Path(path).name, reason=reason)) from trouble
    return pages


def _replace(path: Path, content: bytes) -> None:
    """Write beside the target, then take its place, so that an earlier file survives a failure."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".pdf")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def offscreen_pdf(thing: Printable, path: Path) -> int:
    """Save a PDF from the command line, where no window and no display are needed."""
    running = QGuiApplication.instance()
    if running is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        running = QGuiApplication(sys.argv[:1])
    return save_pdf(thing, path)
