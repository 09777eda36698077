"""Papers and registers painted on any page: a printer, a preview, a PDF."""

from gui.printing.canvas import PrintError
from gui.printing.documents import paint_paper
from gui.printing.pdf import Printable, offscreen_pdf, paint, save_pdf
from gui.printing.registers import paint_register

__all__ = ["PrintError", "Printable", "offscreen_pdf", "paint", "paint_paper", "paint_register", "save_pdf"]
