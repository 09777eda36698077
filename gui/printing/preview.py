"""The preview before printing, and the way to the printer."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QToolBar, QWidget

from gui.printing.canvas import PrintError
from gui.printing.pdf import Printable, page_layout, paint
from models.text import mark, say

ROOM = QSize(1100, 680)
"""Fits a screen of 1366 × 768 with its task bar."""


class Preview(QPrintPreviewDialog):
    """Shows the pages as the printer will get them."""

    def __init__(
        self,
        thing: Printable,
        parent: QWidget | None,
        save: Callable[[], None] | None = None,
        word: Callable[[], None] | None = None,
    ) -> None:
        """Show a paper or a register; ``save`` and ``word``, when given, are buttons for a PDF and a Word document."""
        self._kept = printer_for(thing)  # Qt does not keep the printer it previews
        super().__init__(self._kept, parent)
        self.setWindowTitle(say("Print preview: {title}").format(title=" ".join(thing.title.split())))
        self.resize(ROOM.boundedTo(self.screen().availableSize()))
        self.paintRequested.connect(lambda printer: paint(thing, printer))
        bar = self.findChild(QToolBar)
        for words, deed in ((mark("Save as PDF…"), save), (mark("Save as Word…"), word)):
            if deed is not None and bar is not None:
                action = QAction(say(words), self)
                action.triggered.connect(lambda _on=False, deed=deed: deed())
                bar.addAction(action)


def preview(thing: Printable, parent: QWidget | None, save: Callable[[], None] | None = None) -> None:
    """Show the preview until the person closes it."""
    Preview(thing, parent, save).exec()


def print_thing(thing: Printable, parent: QWidget | None) -> bool:
    """Ask for a printer and print; False when the person changes their mind, PrintError in words."""
    if not QPrinterInfo.availablePrinterNames():
        raise PrintError(say("No printer is set up on this computer. Save a PDF and print it elsewhere."))
    printer = printer_for(thing)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint(thing, printer)
    return True


def printer_for(thing: Printable) -> QPrinter:
    """Make a printer set to the pages of a paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout(thing))
    printer.setDocName(" ".join(thing.title.split()))
    return printer
