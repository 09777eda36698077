"""The one style sheet of the window: what Qt's palette alone cannot say."""

from string import Template

# Kept short: each rule is matched against each widget at start-up. Parts are named by the dynamic property "part".
SHEET = Template("""
QMainWindow, QDialog, [part="page"] { background: $bg; }
QToolTip { background: $toast; color: $on_toast; border: 0; padding: 4px 8px; qproperty-textFormat: PlainText; }
QLabel[part="title"] { font-size: 15pt; font-weight: 600; }
QLabel[part="heading"] { font-size: 11pt; font-weight: 600; }
QLabel[part="figure"] { font-size: 22pt; font-weight: 600; }
QLabel[part="muted"] { color: $muted; }
QLabel[part="small"] { color: $muted; font-size: 9pt; }
QLabel[part="error"] { color: $bad; font-size: 9pt; }
[part="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
[part="bar"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
[part="side"] { background: $side; border: 0; }
[part="side"] QLabel { color: $side_title; }
[part="side"] QLabel[part="brand"] { color: $on_side; font-size: 11.5pt; font-weight: 600; }
[part="side"] QPushButton { color: $side_text; background: transparent; border: 1px solid transparent; text-align: left;
  padding: ${side_pad}px 10px; margin: 1px 10px; }
[part="side"] QPushButton:hover { background: $side_hover; color: $on_side; border-color: transparent; }
[part="side"] QPushButton:checked { background: $side_active; color: $on_side; font-weight: 600; }
[part="side"] QPushButton:focus { border: 1px solid $side_focus; }
[part="side"] QScrollBar::handle { background: $side_hover; }
[part="side"] QPushButton[part="side_note"] { color: $side_title; font-size: 8pt; padding: 2px 10px; }
[part="side"] QPushButton[part="group"] { color: $side_title; font-size: 8pt; font-weight: 600; padding: 4px 4px;
  margin: 6px 10px 1px 10px; }
QPushButton { background: $surface; border: 1px solid $field; border-radius: 6px; padding: ${pad}px 12px;
  min-height: 18px; }
QPushButton:hover { background: $raised; border-color: $faint; }
QPushButton:pressed, QPushButton:checked { background: $quiet; }
QPushButton:focus { border: 2px solid $accent; padding: ${pad_in}px 11px; }
QPushButton:disabled { color: $faint; border-color: $line; }
QPushButton[kind="primary"], QPushButton:default { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; }
QPushButton[kind="primary"]:hover, QPushButton:default:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus, QPushButton:default:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $line; color: $faint; border-color: $line; }
QPushButton[kind="danger"] { color: $bad; }
QPushButton[kind="danger"]:disabled { color: $faint; }
QPushButton[kind="flat"] { background: transparent; border-color: transparent; }
QPushButton[kind="flat"]:hover { background: $quiet; }
QPushButton[kind="link"] { color: $accent; background: transparent; border-color: transparent; text-align: left;
  padding: ${pad}px 4px; }
QPushButton[kind="link"]:hover { background: $quiet; }
QPushButton[kind="flat"]:focus, QPushButton[kind="link"]:focus { border-color: $accent; }
QPushButton[kind="link"]:focus { padding: ${pad_in}px 3px; }
QPushButton[part="in_line"], QPushButton[part="in_line"]:focus { border-width: 2px; padding: 0 2px; min-height: 0; }
QToolButton[kind] { background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: ${pad_in}px; }
QToolButton[kind]:hover, QToolButton[kind]:pressed, QToolButton[kind]:checked { background: $quiet; }
QToolButton[kind]:focus { border-color: $accent; }
QToolButton[kind]::menu-indicator { image: none; }
QPushButton::menu-indicator { image: url($arrow_down); width: 12px; subcontrol-position: right center; right: 8px; }
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: $surface; border: 1px solid $field;
  border-radius: 6px; padding: ${pad_in}px 7px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 20px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $accent; padding: ${pad_less}px 6px; }
QLineEdit[bad="true"], QComboBox[bad="true"], QAbstractSpinBox[bad="true"], QPlainTextEdit[bad="true"] {
  border-color: $bad; }
QLineEdit:disabled, QLineEdit:read-only, QPlainTextEdit:read-only, QComboBox:disabled { background: $raised; }
QAbstractItemView QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QAbstractItemView QLineEdit:focus,
QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit:focus { border: 0; padding: 0 2px;
  min-height: 0; background: $surface; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { min-width: 190px; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 24px; background: transparent; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($arrow_down); width: 14px; height: 14px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; border: 0; width: 20px; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; border: 0; width: 20px; }
QAbstractSpinBox::up-arrow { image: url($arrow_up); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url($arrow_down); width: 12px; height: 12px; }
QComboBox QAbstractItemView, QListView[part="popup"] { background: $surface; border: 1px solid $field;
  selection-background-color: $sel; selection-color: $text; outline: 0; padding: 4px; }
QMenu { background: $surface; border: 1px solid $field; padding: 4px; }
QMenu::item { padding: ${pad}px 24px ${pad}px 12px; border-radius: 4px; }
QMenu::item:selected { background: $sel; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QTableView, QTreeView, QListView { background: $surface; border: 1px solid $line; border-radius: 6px; outline: 0;
  selection-background-color: $sel; selection-color: $text; gridline-color: $line; }
QTableView:focus, QTreeView:focus, QListView:focus { border-color: $accent; }
QTreeView::item, QListView::item { padding: 4px; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 6px; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: $sel; color: $text; }
QTableView::item:focus { border: 1px solid $accent; padding: 0 5px; }
QCalendarWidget { min-width: 320px; min-height: 230px; }
QCalendarWidget QTableView::item { border: 0; padding: 0; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QToolButton { background: transparent; color: $text; border: 0; border-radius: 6px; padding: 4px 8px;
  font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $quiet; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QHeaderView, QTableCornerButton::section { background: $raised; border: 0; }
QHeaderView::section { background: $raised; color: $muted; border: 0; border-bottom: 1px solid $line;
  padding: ${pad}px 8px; font-size: 9pt; font-weight: 600; }
QHeaderView::up-arrow { image: url($arrow_up); width: 12px; }
QHeaderView::down-arrow { image: url($arrow_down); width: 12px; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px;
  outline: 0; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator, QGroupBox::indicator { width: 14px;
  height: 14px; border: 1px solid $faint; border-radius: 4px; background: $surface; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QGroupBox::indicator:checked {
  background: $accent; border-color: $accent; image: url($tick); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: $accent;
  border-color: $accent; image: url($dash); }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; background: $on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $raised; }
QScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $field; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; top: -1px; }
QTabBar::tab { background: transparent; color: $muted; padding: 7px 9px; border: 1px solid transparent;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { border: 1px solid $accent; border-bottom: 2px solid $accent; border-radius: 4px; }
QTabWidget > QStackedWidget, QTabWidget > QStackedWidget > QWidget { background: transparent; }
QStatusBar { background: $surface; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QSplitter::handle { background: transparent; }
[part="drop"] { background: $sel; color: $text; border: 2px dashed $accent; border-radius: 8px; font-weight: 600; }
[part="toast"] { background: $toast; border-radius: 8px; }
[part="toast"] QLabel { color: $on_toast; }
[part="toast"] QPushButton, [part="toast"] QToolButton { color: $toast_link; background: transparent;
  border: 2px solid transparent; font-weight: 600; padding: 4px 8px; }
[part="toast"] QPushButton:focus, [part="toast"] QToolButton:focus { border-color: $toast_link; }
""")

# Heights that differ between the two densities, in device-independent pixels.
MEASURES = {
    "comfortable": {"pad": 6, "pad_in": 5, "pad_less": 4, "side_pad": 7, "row": 38},
    "compact": {"pad": 3, "pad_in": 2, "pad_less": 1, "side_pad": 4, "row": 28},
}
