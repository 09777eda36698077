"""What leaves the window: papers, printed lists, workbooks."""

from gui.output.exporting import export_list, write_annual
from gui.output.notice import say_saved
from gui.output.printing import RecordPreview, print_list, print_paper, print_record

__all__ = ["RecordPreview", "export_list", "print_list", "print_paper", "print_record", "say_saved", "write_annual"]
