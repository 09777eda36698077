"""The deeds at the foot of the window of reports."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.report_dialog.handing_in import WHAT, may_hand_in
from gui.report_dialog.in_words import WHAT as IN_WORDS
from gui.widgets import button
from models.text import mark


class Foot(QWidget):
    """The buttons for everything that is done with a report."""

    def __init__(self) -> None:
        """Lay the buttons out; the workbook is the first of them."""
        super().__init__()
        self.hand_in = button(mark("&Hand in…"), "stamp", tip=WHAT)
        self.in_words = button(mark("Report &in words…"), "file-text", tip=IN_WORDS)
        self.print = button(mark("&Print…"), "printer")
        self.pdf = button(mark("P&DF…"), "file-down", tip=mark("Save the report as a PDF document"))
        self.word = button(mark("W&ord…"), "file-text", tip=mark("Save the report as a Word document"))
        self.write = button(mark("&Write the workbook…"), "file-spreadsheet", "primary")
        self.close_button = button(mark("&Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.hand_in)
        row.addStretch()
        for part in (self.in_words, self.print, self.pdf, self.word, self.close_button, self.write):
            row.addWidget(part)

    def allow(self, there: bool, *, words: bool = False) -> None:
        """Allow what needs a report, or not; the one in ``words`` is offered where there is one."""
        self.in_words.setVisible(words)
        for part in (self.in_words, self.print, self.pdf, self.word, self.write):
            part.setEnabled(there)
        self.hand_in.setEnabled(there and may_hand_in())
