"""Workbooks: what one holds (workbook), how one is written (write) and how it is looked over (verify)."""

import os

os.environ["OPENPYXL_LXML"] = "False"  # Word brings lxml; workbooks are read by the parser that refuses entities
