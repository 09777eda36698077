"""Workbooks: what one holds (workbook), how one is written (write) and how it is looked over (verify)."""
