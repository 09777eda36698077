"""The preview before printing, and the way to the printer."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QToolBar, QWidget

from gui.printing.canvas import PrintError
from gui.printing.pdf import Printable, page_layout, paint
from models.text import say

ROOM = QSize(1100, 680)
"""Fits a screen of 1366 × 768 with its task bar."""


class Preview(QPrintPreviewDialog):
    """Shows the pages as the printer will get them."""

    def __init__(self, thing: Printable, parent: QWidget | None, save: Callable[[], None] | None = None) -> None:
        """Show a paper or a register; ``save``, when given, is a button that saves a PDF."""
        self._kept = printer_for(thing)  # Qt does not keep the printer it previews
        super().__init__(self._kept, parent)
        self.setWindowTitle(say("Print preview: {title}").format(title=" ".join(thing.title.split())))
        self.resize(ROOM.boundedTo(self.screen().availableSize()))
        self.paintRequested.connect(lambda printer: paint(thing, printer))
        bar = self.findChild(QToolBar)
        if save is not None and bar is not None:
            action = QAction(say("Save as PDF…"), self)
            action.triggered.connect(lambda: save())
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
