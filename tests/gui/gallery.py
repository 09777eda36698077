"""Shows every small part of the window at once: python -m tests.gui.gallery [light|dark] [picture.png]."""

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui import look
from gui.qt_words import set_language
from gui.widgets import (
    Card,
    Elided,
    EmptyState,
    FlowLayout,
    Pill,
    SearchBox,
    Toast,
    button,
    label,
    number_box,
    tool,
)
from gui.widgets.pill_cells import PillDelegate

PAGES = {"bell": "Cần chú ý", "plane-landing": "Đoàn vào", "plane-takeoff": "Đoàn ra", "handshake": "Thỏa thuận",
         "list-checks": "Việc theo dõi", "building-2": "Đối tác", "users": "Cá nhân"}  # fmt: skip
ROWS = (
    ("2026-014-DV", "Đoàn Văn phòng Ủy ban nhân dân tỉnh Phông Sa Lỳ (Lào)", "12/03/2026", "Đang làm việc", "info"),
    ("2026-015-DV", "Đoàn báo chí châu Hồng Hà, Vân Nam (Trung Quốc)", "18/03/2026", "Đã duyệt", "ok"),
    ("2026-016-DV", "Đoàn thành phố Gunpo, Hàn Quốc 군포시", "02/04/2026", "Sắp đến hạn", "warn"),
    ("2026-017-DV", "ແຂວງຫຼວງນ້ຳທາ – Luông Nậm Thà", "14/04/2026", "Quá hạn 3 ngày", "bad"),
    ("", "红河州 – nháp", "", "Nháp", "neutral"),
)


def sidebar() -> QWidget:
    """Build the dark column at the left."""
    side = look.as_part(QWidget(), "side")
    side.setFixedWidth(232)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 16, 0, 12)
    column.setSpacing(0)
    for words, part in (("Bang Giao", "brand"), ("NGHIỆP VỤ", "group")):
        text = label("", part)
        text.setText(words)
        text.setIndent(16 if part == "brand" else 0)
        column.addWidget(text)
    group = QButtonGroup(side)
    for icon, words in PAGES.items():
        item = QPushButton(look.icon(icon, "side_text", on="on_side"), words)
        item.setIconSize(look.BESIDE_TEXT)
        item.setCheckable(True)
        item.setChecked(icon == "plane-landing")
        group.addButton(item)
        column.addWidget(item)
    column.addStretch()
    return side


def table() -> QTableView:
    """Build a table with a pill in its last column."""
    model = QStandardItemModel(0, 4)
    model.setHorizontalHeaderLabels(["Số hồ sơ", "Tên đoàn", "Ngày đến", "Trạng thái"])
    for *words, tone in ROWS * 2:
        cells = [QStandardItem(each) for each in words]
        cells[-1].setData(tone, Qt.ItemDataRole.UserRole)
        model.appendRow(cells)
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.setItemDelegateForColumn(3, PillDelegate(parent=view))
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(look.row_height())
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.horizontalHeader().setStretchLastSection(True)
    view.setSortingEnabled(True)
    for column, width in enumerate((110, 330, 100, 150)):
        view.setColumnWidth(column, width)
    view.selectRow(1)
    return view


def form() -> Card:
    """Build a card with every kind of box."""
    card = Card("Form")
    bad = QLineEdit("31/02/2026")
    bad.setProperty("bad", True)
    off = QLineEdit("Không sửa được")
    off.setEnabled(False)
    combo = QComboBox()
    combo.addItems(["Lào", "Trung Quốc", "Hàn Quốc"])
    day = QDateEdit()
    day.setDisplayFormat("dd/MM/yyyy")
    day.setCalendarPopup(True)
    note = QPlainTextEdit("Ệ ỗ ặ Ẵ ử – chữ có dấu chồng")
    note.setFixedHeight(60)
    grid = QGridLayout()
    for row, box in enumerate((QLineEdit("Điện Biên"), bad, off, combo, day, number_box("Number"), note)):
        grid.addWidget(label("Field", "muted"), row, 0)
        grid.addWidget(box, row, 1)
    grid.addWidget(label("There is no 31 February.", "error"), 7, 1)
    tick, round_tick = QCheckBox("Trong kế hoạch"), QRadioButton("Hai bên")
    for row, each in enumerate((tick, round_tick, QCheckBox("Đã nộp"), QRadioButton("Nhiều bên"))):
        grid.addWidget(each, 8 + row // 2, row % 2)
    tick.setChecked(True)
    round_tick.setChecked(True)
    card.body.addLayout(grid)
    card.body.addStretch()
    return card


def gallery() -> QMainWindow:
    """Build the whole window."""
    window = QMainWindow()
    window.setWindowIcon(look.program_icon())
    page = look.as_part(QWidget(), "page")
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 20, 24, 20)
    head = QHBoxLayout()
    title = label("", "title")
    title.setText("Đoàn vào")
    for part in (title, label("5 records", "muted"), SearchBox("Search"), tool("moon", "Dark"), tool("bell", "Bell"),
                 button("Print", "printer"), button("Remove", "trash-2", "danger"), button("Flat", "copy", "flat"),
                 button("Open the list", "", "link"), button("New", "plus", "primary")):  # fmt: skip
        head.addWidget(part)
    column.addLayout(head)
    chips = FlowLayout()
    for *_, words, tone in ROWS:
        chips.addWidget(Pill(words, tone))
    column.addLayout(chips)
    body = QHBoxLayout()
    left = QVBoxLayout()
    left.addWidget(table(), 2)
    empty = Card()
    empty.body.addWidget(EmptyState("inbox", "No record yet.", [button("Import"), button("Add", "plus", "primary")]))
    left.addWidget(empty, 1)
    body.addLayout(left, 2)
    tabs = QTabWidget()
    tabs.addTab(form(), "Thông tin")
    tabs.addTab(Elided("Một dòng rất dài không đủ chỗ nên kết thúc bằng dấu ba chấm"), "Thành viên (12)")
    body.addWidget(tabs, 1)
    column.addLayout(body)
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(sidebar())
    row.addWidget(page)
    window.setCentralWidget(whole)
    window.statusBar().showMessage("đang hiện 5 / 536 · chọn 1")
    toast = Toast(page)
    column.addLayout(toast.strip())
    toast.note("Đã xóa 2026-014-DV.", lambda: None)
    return window


def main() -> None:
    """Show the gallery, or write its picture and leave."""
    app = QApplication(sys.argv[:1])
    set_language(app, "vi")
    look.apply(app, sys.argv[1] if len(sys.argv) > 1 else "light")
    window = gallery()
    window.resize(1366, 740)
    window.show()
    if len(sys.argv) > 2:
        QTimer.singleShot(900, lambda: (window.grab().save(sys.argv[2]), app.quit()))
    app.exec()


if __name__ == "__main__":
    main()
