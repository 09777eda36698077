"""The About box: the program, its licence, and the licences of what is shipped with it."""

import platform
import tomllib
from pathlib import Path

import PySide6
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

import models
from gui import look
from gui.output.notice import open_path
from gui.widgets import Elided, button, label, say_on
from gui.widgets.sizes import resize_within
from models import preferences
from models.text import mark, say

HOUSE = Path(models.__file__).resolve().parent.parent
SHIPPED = (
    ("Python", "PSF-2.0"),
    ("PySide6, Qt 6", "LGPL-3.0"),
    ("Peewee", "MIT"),
    ("sqlcipher3 (SQLite, SQLCipher)", "zlib; BSD-3-Clause"),
    ("openpyxl", "MIT"),
    ("Babel, CLDR", "BSD-3-Clause; Unicode-3.0"),
    ("cryptography", "Apache-2.0 OR BSD-3-Clause"),
    ("keyring, SecretStorage, jeepney", "MIT; BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("defusedxml", "PSF-2.0"),
    ("Inter", "OFL-1.1"),
    ("Tinos", "OFL-1.1"),
    ("Lucide", "ISC"),
)


def version() -> str:
    """Give the version that stands in the project file."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


class About(QDialog):
    """What the program is, under which licences, and where its data lies."""

    def __init__(self, parent: QWidget | None) -> None:
        """Show everything at once."""
        super().__init__(parent)
        say_on(self, window_title=mark("About Bang Giao"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addLayout(self._head())
        words = mark("Delegations, agreements and follow-up actions of a provincial foreign affairs office.")
        for text in (words, mark("Free software under the Apache License 2.0. What is shipped with it:")):
            line = label(text)
            line.setWordWrap(True)
            column.addWidget(line)
        column.addWidget(self._licences(), 1)
        column.addLayout(self._folder())
        close = button(mark("&Close"), "", "primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column.addLayout(foot)
        resize_within(self, 560, 560)

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(look.program_icon().pixmap(QSize(48, 48), self.devicePixelRatioF()))
        name, number = label("", "title"), label("", "muted")
        name.setText("Bang Giao")
        versions = {"version": version(), "qt": PySide6.__version__, "python": platform.python_version()}
        number.setText(say("Version {version} · Qt {qt} · Python {python}").format(**versions))
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addWidget(name)
        beside.addWidget(number)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(picture)
        row.addLayout(beside, 1)
        return row

    def _licences(self) -> QScrollArea:
        inside = look.as_part(QWidget(), "card")
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(24)
        for row, pair in enumerate(SHIPPED):
            for place, text in enumerate(pair):
                cell = label("", "muted" if place else "")
                cell.setText(text)
                cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(cell, row, place)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        say_on(area, accessible_name=mark("Licences of what is shipped"))
        return area

    def _folder(self) -> QHBoxLayout:
        place = preferences.folder()
        row = QHBoxLayout()
        row.addWidget(label(mark("Data folder:")))
        row.addWidget(Elided(str(place), "muted"), 1)
        way = button(mark("Open folder"), "folder-open")
        way.clicked.connect(lambda: open_path(self, place))
        row.addWidget(way)
        return row


def show_about(parent: QWidget | None) -> None:
    """Show the box until it is closed."""
    box = About(parent)
    box.exec()
    box.deleteLater()
