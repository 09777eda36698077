"""The files of a record on a tab of the pane."""

from PySide6.QtWidgets import QWidget

from gui.attachments import FilesCard
from gui.detail.parts import column, scrolled
from models.record import Record


def files_tab(record: Record) -> tuple[FilesCard, QWidget]:
    """Give the list of files and the scrolled tab that holds it."""
    inner, made = column(10)
    files = FilesCard()
    files.show_record(record)
    made.addWidget(files)
    made.addStretch()
    return files, scrolled(inner)
