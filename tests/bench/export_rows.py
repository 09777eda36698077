"""How long a register of 100,000 rows × 20 columns takes, beside the barest writer that makes the same cells.

Run it by hand: ``python tests/bench/export_rows.py [rows]``.
"""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from models.excel import write as writing
from models.excel.workbook import Column, DataSheet, Workbook, column_letter

KINDS = ("whole", "identifier", "text", "text", "day") * 4


class Made:
    """Rows made one at a time, so that only the writer takes memory."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Sequence[object]]:
        first = date(2020, 1, 1)
        for n in range(self.count):
            day = first + timedelta(days=n % 2000)
            yield (n, f"2025-{n:06}-DV", f"Đoàn công tác số {n} tìm hiểu hợp tác biên giới", "Trung Quốc", day) * 4


def barest(rows: Iterable[Sequence[object]], path: Path) -> None:
    """Write the same cells with nothing looked at: no cleaning, no types asked, no widths."""
    zero = date(1899, 12, 30).toordinal()
    columns = [column_letter(number) for number in range(1, 100)]
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=6) as archive, archive.open("sheet1.xml", "w") as sheet:
        sheet.write(b"<worksheet><sheetData>")
        for n, row in enumerate(rows, 2):
            cells = []
            for letter, value in zip(columns, row, strict=False):
                if value.__class__ is str:
                    cells.append(f'<c r="{letter}{n}" s="1" t="inlineStr"><is><t>{escape(value)}</t></is></c>')
                elif value.__class__ is int:
                    cells.append(f'<c r="{letter}{n}" s="1"><v>{value}</v></c>')
                elif value is None:
                    cells.append(f'<c r="{letter}{n}" s="1"/>')
                elif value.__class__ is bool:
                    cells.append(f'<c r="{letter}{n}" s="1" t="inlineStr"><is><t>x</t></is></c>')
                else:
                    cells.append(f'<c r="{letter}{n}" s="1"><v>{value.toordinal() - zero}</v></c>')  # type: ignore[attr-defined]
            sheet.write(f'<row r="{n}">{"".join(cells)}</row>'.encode())
        sheet.write(b"</sheetData></worksheet>")


def main() -> None:
    """Print seconds of work, their ratio, and the memory used."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    columns = [Column(f"Cột {n}", kind, 20) for n, kind in enumerate(KINDS, 1)]  # type: ignore[arg-type]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        begun = time.process_time()
        barest(Made(count), path)
        floor = time.process_time() - begun
        size = path.stat().st_size
        begun = time.process_time()
        job = writing._Job(Workbook((DataSheet("Sổ", columns, Made(count)),)), writing.Tally())
        with path.open("wb") as out:
            job.put(out)
        ours = time.process_time() - begun
        begun = time.process_time()
        job.check(path)
        look = time.process_time() - begun
        print(f"{count:,} × {len(columns)}: barest {floor:.2f} s, {size / 1e6:.1f} MB")
        print(f"written {ours:.2f} s = {ours / floor:.2f} × barest, {path.stat().st_size / 1e6:.1f} MB")
        print(f"looked over {look:.2f} s")
        print(f"most memory {getrusage(RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
