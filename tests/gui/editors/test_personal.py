"""What is being entered about a person can be read over; once it is stored, dots stand over it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.editors.personal import PersonalEditor
from gui.editors.rows.table import RowsTable
from models.delegations import Member
from models.store.past import COVER

PASSPORT = "P1234567"


def test_a_pasted_number_is_read_over_before_it_is_stored(qtbot: QtBot) -> None:
    owner = QObject()
    table = RowsTable(Member, owner)
    (row,) = table.fill(0, [{"name": "Nguyễn Văn A", "passport": PASSPORT, "born": "1970-02-01"}])
    cells = [table.index(0, [each.name for each in table.fields].index(name)) for name in ("passport", "born")]
    assert [cell.data() for cell in cells] == [PASSPORT, "01/02/1970"]
    assert row is not None
    row.id = 1
    assert [cell.data() for cell in cells] == [COVER, COVER]


def test_the_cell_of_a_row_that_is_not_stored_opens_uncovered(qtbot: QtBot) -> None:
    member = Member()
    field = Member.field("passport")
    for number, shown in ((None, QLineEdit.EchoMode.Normal), (1, QLineEdit.EchoMode.Password)):
        member.id = number
        cell = PersonalEditor(field, of=member)
        qtbot.addWidget(cell)
        cell.set_value(PASSPORT)
        assert cell.line.echoMode() == shown
