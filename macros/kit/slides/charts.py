"""Statistics as native charts and tables, which a speaker can edit."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

import xlsxwriter
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.slide import Slide as Sheet
from pptx.util import Pt

from ...model.evidence import Column
from ...prose import format_value
from . import layout
from .boxes import describe, fill, placeholder
from .look import FACE, LEAD_INDEX, colour
from .pages import drawn
from .plan import Slide

_NARROW = 0.07  # of the whole: narrower than its number
_CHARTS = {"bar": XL_CHART_TYPE.BAR_CLUSTERED, "stacked": XL_CHART_TYPE.BAR_STACKED_100, "line": XL_CHART_TYPE.LINE_MARKERS}


def put_chart(sheet: Sheet, slide: Slide, *_: object) -> None:
    """Put the native chart of a slide on its sheet."""
    own = slide.statistic
    columns = drawn(slide.statistic)
    rows = [row for row in slide.rows if any(isinstance(row.values[c.id], (int, float)) for c in columns)]
    data = CategoryChartData(number_format=escape(_format(columns[0])))  # python-pptx writes it into the XML as it is
    data.categories = [row.title for row in rows]
    for column in columns:
        data.add_series(column.title, [v if isinstance(v := row.values[column.id], (int, float)) else None for row in rows])
    box = layout.CHART
    frame = sheet.shapes.add_chart(_CHARTS[own.chart], Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height), data)
    frame.chart.part.chart_workbook.update_from_xlsx_blob(_workbook(data, columns[0]))
    describe(frame, f"グラフ：{own.title}", _in_words(slide, columns))
    _style_chart(frame.chart, columns, own.chart)
    fill(placeholder(sheet, LEAD_INDEX), slide.lines, layout.LEAD_SIZE, leading=False)


def _workbook(data: CategoryChartData, first: Column) -> bytes:
    """The workbook behind a chart, where a text stays a text: python-pptx's own makes a formula of 「=…」 and a link of an address."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet, figures = book.add_worksheet(), book.add_format({"num_format": _format(first)})
    for row, category in enumerate(data.categories, 1):
        sheet.write_string(row, 0, str(category.label))
    for column, series in enumerate(data, 1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            if value is not None:
                sheet.write_number(row, column, value, figures)
    book.close()
    return buffer.getvalue()


def _style_chart(chart: object, columns: list[Column], kind: str) -> None:
    chart.font.size = Pt(layout.CHART_SIZE)
    chart.font.name = FACE
    chart.has_title = False
    chart.has_legend = len(columns) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.visible = kind == "line"
    chart.value_axis.minimum_scale = 0
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.format.line.color.rgb = colour("line-strong")
    plot = chart.plots[0]
    plot.has_data_labels = True
    plot.data_labels.number_format = _format(columns[0])
    plot.data_labels.number_format_is_linked = False
    plot.data_labels.font.size = Pt(layout.CHART_SIZE)
    if kind == "line":
        plot.data_labels.position = XL_LABEL_POSITION.ABOVE
    else:
        chart.category_axis.reverse_order = True  # a bar chart counts from below, a reader from above
        plot.gap_width = 45
    for number, series in enumerate(plot.series, 1):
        if kind == "line":
            series.format.line.color.rgb = colour(f"chart-{number}")
            series.smooth = False
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = colour(f"chart-{number}")
            if kind == "stacked":
                series.data_labels.show_value = True
                series.data_labels.number_format = _format(columns[0])
                series.data_labels.number_format_is_linked = False
                series.data_labels.font.size = Pt(layout.CHART_SIZE)
                series.data_labels.font.color.rgb = colour("bg")
                _hide_narrow(series, chart)


def _hide_narrow(series: object, chart: object) -> None:
    """A part too narrow for its number holds none; the number stays in the chart's data and in its description."""
    labels = series.data_labels._element
    wholes = [sum(values) for values in zip(*([value or 0 for value in each.values] for each in chart.plots[0].series))]
    narrow = [place for place, value in enumerate(series.values) if (value or 0) < _NARROW * (wholes[place] or 1)]
    for place in reversed(narrow):
        label = etree.Element(qn("c:dLbl"))
        etree.SubElement(label, qn("c:idx"), val=str(place))
        etree.SubElement(label, qn("c:delete"), val="1")
        labels.insert(0, label)


def _format(column: Column) -> str:
    number = "#,##0" + ("." + "0" * column.decimals if column.decimals else "")
    # A quotation mark ends the quoted words of a format; behind a backslash it is one.
    return number + '\\"'.join(f'"{words}"' if words else "" for words in column.unit.split('"'))


def _in_words(slide: Slide, columns: list[Column]) -> str:
    rows = "。".join(
        f"{row.title}：" + "、".join(f"{c.title if len(columns) > 1 else ''}{format_value(row.values[c.id], c)}{c.unit}" for c in columns)
        for row in slide.rows
    )
    return f"{slide.statistic.title}。{rows}。"


def put_table(sheet: Sheet, slide: Slide, *_: object) -> None:
    """Put the table of a slide on its sheet."""
    own, box = slide.statistic, layout.CHART
    frame = sheet.shapes.add_table(len(slide.rows) + 1, len(own.columns) + 1, Pt(box.left), Pt(box.top), Pt(box.width), Pt(30 * (len(slide.rows) + 1)))
    describe(frame, f"表：{own.title}", _in_words(slide, list(own.columns)))
    table = frame.table
    table.first_col = True
    head = [own.row_title, *(f"{c.title}（{c.unit}）" if c.unit else c.title for c in own.columns)]
    cells = [head, *([row.title, *(format_value(row.values[c.id], c) for c in own.columns)] for row in slide.rows)]
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            cell = table.cell(row, column)
            cell.text_frame.text = text
            run = cell.text_frame.paragraphs[0].runs
            if run:
                run[0].font.size = Pt(layout.TABLE_SIZE)
    fill(placeholder(sheet, LEAD_INDEX), slide.lines, layout.LEAD_SIZE, leading=False)
