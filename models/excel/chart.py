"""Charts that Excel draws itself from the cells of a table, and draws again when a figure changes."""

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.legend import Legend
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.excel.cells import Tally, clean_line
from models.excel.styles import FONT, LINE_HEIGHT
from models.excel.workbook import Chart, Table

_ROWS = 16  # that a chart covers
_CM_OF_WIDTH, _CM_OF_POINT = 0.19, 0.0353
_COLOURS = ("3D6FA8", "D08A2E", "5B8C5A", "8C5B7E")


def draw_chart(tally: Tally, sheet: Worksheet, table: Table, rows: tuple[int, int], place: int) -> int:
    """Draw the chart of a table whose header and last row are given; tell the last row that the chart covers."""
    about = table.chart
    if about is None:
        raise ValueError("the table has no chart")
    chart = BarChart()
    _add_series(chart, sheet, table, about, rows, tally)
    chart.type = "bar" if about.lying else "col"
    chart.title = clean_line(about.title, tally) or None
    _set_looks(chart, about)
    width = sum(sheet.column_dimensions[get_column_letter(n)].width for n in range(1, len(table.columns) + 1))
    chart.width, chart.height = max(12.0, width * _CM_OF_WIDTH), (_ROWS - 1) * LINE_HEIGHT * _CM_OF_POINT
    sheet.add_chart(chart, f"A{place}")
    return place + _ROWS - 1


def _add_series(
    chart: BarChart, sheet: Worksheet, table: Table, about: Chart, rows: tuple[int, int], tally: Tally
) -> None:
    titles = [column.whole_title for column in table.columns]
    header, last = rows
    last = min(last, header + about.most) if about.most else last

    def cells(title: str) -> Reference:
        return Reference(sheet, min_col=titles.index(title) + 1, min_row=header + 1, max_row=last)

    for title, colour in zip(about.values, _COLOURS, strict=False):
        series = Series(cells(title), title=clean_line(title, tally))
        series.graphicalProperties.solidFill = colour
        chart.series.append(series)
    chart.set_categories(cells(about.labels))


def _set_looks(chart: BarChart, about: Chart) -> None:
    """Set the type and quiet lines; openpyxl 3.1 hides both axes unless told not to."""
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.txPr, chart.y_axis.txPr = _type(900), _type(900)
    chart.y_axis.number_format = "#,##0"
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill="D9DEE5"))
    chart.legend = Legend() if len(about.values) > 1 else None
    if chart.legend:
        chart.legend.position, chart.legend.txPr = "b", _type(900)
    if isinstance(chart.title, Title):
        for paragraph in chart.title.tx.rich.p:
            paragraph.pPr = ParagraphProperties(defRPr=_letters(1200, bold=True))
            for run in paragraph.r or ():
                run.rPr = _letters(1200, bold=True)
    chart.gapWidth = 60
    if about.lying:
        chart.x_axis.scaling.orientation = "maxMin"  # the first row on top, and the figures stay below
        chart.y_axis.crosses = "max"


def _letters(size: int, *, bold: bool = False) -> CharacterProperties:
    return CharacterProperties(latin=Font(typeface=FONT), sz=size, b=bold)


def _type(size: int) -> RichText:
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=_letters(size)), endParaRPr=_letters(size))])
