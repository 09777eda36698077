"""What leaves the window: papers, printed lists, workbooks."""

from gui.output.exporting import export_list, write_log, write_mechanism, write_report
from gui.output.filling import fill_template
from gui.output.notice import say_saved
from gui.output.printing import RecordPreview, print_list, print_paper, print_record, print_report

__all__ = [
    "RecordPreview",
    "export_list",
    "fill_template",
    "print_list",
    "print_paper",
    "print_record",
    "print_report",
    "say_saved",
    "write_log",
    "write_mechanism",
    "write_report",
]
