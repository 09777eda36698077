"""Choosing a file or a folder: the system's own window where there is one."""

# Qt's window for files is brought in when one is chosen: a start does without it.
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from gui.messages.boxes import Asked, prepared_answer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


def choose_file_to_save(
    parent: QWidget | None, title: str, suggested: Path | str, *, suffix: str, kind: str
) -> Path | None:
    """Ask where to save; returns None when the person gives up.

    ``suffix`` is ".xlsx" and the like, ``kind`` its name in words. Replacing an existing file is asked by the window.
    """
    from PySide6.QtWidgets import QFileDialog

    dialog = _dialog(parent, title, suffix, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suffix.lstrip("."))
    dialog.setDirectory(_place(Path(suggested).parent))
    dialog.selectFile(Path(suggested).name)
    return _chosen(dialog)


def choose_file_to_open(
    parent: QWidget | None, title: str, folder: Path | str = "", *, suffix: str, kind: str
) -> Path | None:
    """Ask for an existing file; ``suffix`` may name several ("*.xlsx *.csv"). None when the person gives up."""
    from PySide6.QtWidgets import QFileDialog

    dialog = _dialog(parent, title, suffix, kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setDirectory(_place(folder))
    return _chosen(dialog)


def choose_files(parent: QWidget | None, title: str, folder: Path | str = "", *, kind: str) -> list[Path]:
    """Ask for any existing files, one or several; none when the person gives up. A test answers one path a line."""
    from PySide6.QtWidgets import QFileDialog

    dialog = _dialog(parent, title, "*", kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setDirectory(_place(folder))
    return [Path(each) for each in _answered(dialog)]


def choose_folder(parent: QWidget | None, title: str, folder: Path | str = "") -> Path | None:
    """Ask for a folder; None when the person gives up."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, _place(folder))
    _know_files_by_name(dialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def _place(folder: Path | str) -> str:
    """Give a folder that is there: the one wished for, else the person's documents or home, not the program's."""
    kinds = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)
    places = [str(folder) if str(folder) != "." else "", *map(QStandardPaths.writableLocation, kinds)]
    return next((each for each in places if each and Path(each).is_dir()), "")


def _dialog(parent: QWidget | None, title: str, suffix: str, kind: str) -> "QFileDialog":
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title)
    _know_files_by_name(dialog)
    pattern = suffix if "*" in suffix else f"*{suffix}"
    dialog.setNameFilter(f"{kind} ({pattern})")
    return dialog


def _know_files_by_name(dialog: "QFileDialog") -> None:
    """Let the window tell kinds of files by their names alone.

    Qt otherwise opens every file that it lists to look what it is. Opening and closing the file of the open office
    drops the locks that the whole program holds on it (a rule of POSIX), and with them saves can be lost.
    """
    from PySide6.QtCore import QFileInfo
    from PySide6.QtGui import QAbstractFileIconProvider, QIcon
    from PySide6.QtWidgets import QApplication, QStyle

    class ByName(QAbstractFileIconProvider):
        def icon(self, told: "QFileInfo | QAbstractFileIconProvider.IconType") -> QIcon:
            style = QApplication.style()
            is_file = told.isFile() if isinstance(told, QFileInfo) else told == self.IconType.File
            kind = QStyle.StandardPixmap.SP_FileIcon if is_file else QStyle.StandardPixmap.SP_DirIcon
            return style.standardIcon(kind)

        def type(self, info: QFileInfo) -> str:
            return info.suffix().upper() if info.isFile() else ""

    provider = ByName()
    dialog.setIconProvider(provider)
    dialog.setProperty("icon_provider", provider)  # Qt does not keep it alive


def _show_columns_whole(dialog: "QFileDialog") -> None:
    """Give Qt's own window room for its titles in every language; the system's window has no such table."""
    from PySide6.QtWidgets import QHeaderView, QTreeView

    table = dialog.findChild(QTreeView, "treeView")
    if isinstance(table, QTreeView):
        for column in range(1, table.header().count()):
            table.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)


def _chosen(dialog: "QFileDialog") -> Path | None:
    return next((Path(each) for each in _answered(dialog)), None)


def _answered(dialog: "QFileDialog") -> list[str]:
    asked = Asked(dialog.windowTitle(), (dialog.selectedFiles() or [""])[0])
    prepared = prepared_answer(asked)
    given = prepared.split("\n") if prepared is not None else None
    _show_columns_whole(dialog)
    found = (dialog.selectedFiles() if dialog.exec() else []) if given is None else given
    dialog.deleteLater()
    return [each for each in found if each]
