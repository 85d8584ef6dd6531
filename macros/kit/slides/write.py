"""A planned deck → PPTX, the same bytes at every run."""

from __future__ import annotations

import copy
import datetime
import io
import re
import zipfile

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.slide import Slide as Sheet
from pptx.util import Pt

from ...model.evidence import Column
from ...model.files import Handbook
from ...prose import format_value
from . import layout, words
from .layout import Box
from .look import COVER, FACE, LEAD_INDEX, POINTS, QUESTION, SOURCE_INDEX, TITLE_ONLY, blank_deck, colour, put
from .measure import body_size
from .pages import drawn
from .pictures import Pictures
from .plan import Deck, Line, Slide

LANGUAGE = "ja-JP"
_LAYOUTS = {"cover": COVER, "points": POINTS, "figure": POINTS, "chart": TITLE_ONLY, "table": TITLE_ONLY, "question": QUESTION}
_NARROW = 0.07  # of the whole: narrower than its number
_CHARTS = {"bar": XL_CHART_TYPE.BAR_CLUSTERED, "stacked": XL_CHART_TYPE.BAR_STACKED_100, "line": XL_CHART_TYPE.LINE_MARKERS}
_DATE = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def written(deck: Deck, handbook: Handbook, pictures: Pictures, date: str) -> bytes:
    """Return the file. `date` (2026-11-21) is that of the content."""
    made = blank_deck()
    for place, slide in enumerate(deck.slides):
        sheet = made.slides.add_slide(made.slide_layouts.get_by_name(_LAYOUTS[slide.kind]))
        _title(sheet, slide)
        _DRAW[slide.kind](sheet, slide, handbook, pictures)
        _source(sheet, slide, handbook)
        _foot(sheet, deck)
        sheet.notes_slide.notes_text_frame.text = _notes(slide, _times(deck, place), handbook)
        _speak_japanese(sheet)
    _custom_shows(made, deck)
    own = made.core_properties
    own.title, own.author, own.language, own.subject, own.keywords, own.comments = deck.title, "協議会ハンドブック", LANGUAGE, "研修用スライド", "", ""
    own.last_modified_by, own.revision = "協議会ハンドブック", 1
    own.created = own.modified = datetime.datetime.fromisoformat(date)
    buffer = io.BytesIO()
    made.save(buffer)
    return rezipped(buffer.getvalue(), date)


def rezipped(content: bytes, date: str) -> bytes:
    """The same archive with sorted names and fixed dates; the workbooks inside it likewise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            data = old.read(name)
            if name.endswith(".xlsx"):
                data = rezipped(data, date)
            elif name.endswith("docProps/core.xml"):
                data = _DATE.sub(f"{date}T00:00:00Z".encode(), data)
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            new.writestr(info, data, compresslevel=9)
    return out.getvalue()


def _times(deck: Deck, place: int) -> str:
    """What a slide takes in each set, and how much of the set is over then."""
    said = []
    for total, minutes in deck.sets.items():
        elapsed = sum(taken for at, taken in minutes.items() if at <= place)
        said.append(f"{total}分の組：{minutes[place]}分（ここまで {elapsed}分）" if place in minutes else f"{total}分の組：使いません")
    return "　／　".join(said)


def _custom_shows(made: object, deck: Deck) -> None:
    """Name the sets as custom shows (目的別スライドショー)."""
    presentation = made.part._element
    listed = [slide.rId for slide in made.slides._sldIdLst]
    shows = etree.SubElement(presentation, qn("p:custShowLst"))
    for number, (total, minutes) in enumerate(deck.sets.items()):
        show = etree.SubElement(shows, qn("p:custShow"), name=f"{total}分", id=str(number))
        slides = etree.SubElement(show, qn("p:sldLst"))
        for place in sorted(minutes):
            etree.SubElement(slides, qn("p:sld")).set(qn("r:id"), listed[place])
    presentation.remove(shows)
    presentation.find(qn("p:notesSz")).addnext(shows)


def _notes(slide: Slide, times: str, handbook: Handbook) -> str:
    parts = ["【話すこと】", *slide.say, "", f"【時間】{times}", "", f"【会場への問い】{slide.ask}"]
    if slide.citations:
        parts += ["", f"【出典】{words.source_notes(slide.citations, handbook)}"]
    return "\n".join(parts)


def _title(sheet: Sheet, slide: Slide) -> None:
    sheet.shapes.title.text_frame.text = slide.title


def _placeholder(sheet: Sheet, index: int) -> object:
    return next(shape for shape in sheet.placeholders if shape.placeholder_format.idx == index)


def _points(sheet: Sheet, slide: Slide, handbook: Handbook, pictures: Pictures) -> None:
    del handbook, pictures
    _fill(_placeholder(sheet, 1), slide.lines, body_size(slide.lines))


def _fill(shape: object, lines: tuple[Line, ...], size: float, leading: bool = True) -> None:
    frame = shape.text_frame
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if leading:  # in points, so that every program and typeface gives the height that was measured
            paragraph.line_spacing = Pt(round(size * layout.LEADING))
            paragraph.space_after = Pt(layout.AFTER)
        if line.label:
            run = paragraph.add_run()
            run.text = line.label + ("　" if line.text else "")
            run.font.bold = True
            run.font.color.rgb = colour("brand-strong")
        if line.text:
            paragraph.add_run().text = line.text
        if size != layout.BODY_SIZE:
            for run in paragraph.runs:
                run.font.size = Pt(size)


def _question(sheet: Sheet, slide: Slide, handbook: Handbook, pictures: Pictures) -> None:
    _points(sheet, slide, handbook, pictures)


def _cover(sheet: Sheet, slide: Slide, handbook: Handbook, pictures: Pictures) -> None:
    del handbook, pictures
    _placeholder(sheet, 1).text_frame.text = slide.lines[0].text


def _figure(sheet: Sheet, slide: Slide, handbook: Handbook, pictures: Pictures) -> None:
    del handbook
    ratio = pictures.shape(slide.figure)
    body = _placeholder(sheet, 1)
    put(body, layout.HALF_RIGHT)
    _fill(body, slide.lines, layout.SIDE_SIZE)
    _picture(sheet, slide, pictures, layout.HALF_LEFT, ratio)


def _picture(sheet: Sheet, slide: Slide, pictures: Pictures, box: Box, ratio: float) -> None:
    width = min(box.width, box.height / ratio)
    shape = sheet.shapes.add_picture(
        io.BytesIO(pictures.of(slide.figure)), Pt(box.left + (box.width - width) / 2), Pt(box.top + (box.height - width * ratio) / 2), Pt(width), Pt(width * ratio),
    )
    _describe(shape, f"図：{slide.figure.title}", slide.figure.alt)


def _describe(shape: object, name: str, words_for_it: str) -> None:
    own = shape._element.find(".//" + qn("p:cNvPr"))
    own.set("name", name)
    own.set("descr", words_for_it)


def _chart(sheet: Sheet, slide: Slide, handbook: Handbook, pictures: Pictures) -> None:
    del handbook, pictures
    own = slide.statistic
    columns = drawn(slide.statistic)
    rows = [row for row in slide.rows if any(isinstance(row.values[c.id], (int, float)) for c in columns)]
    data = CategoryChartData(number_format=_format(columns[0]))
    data.categories = [row.title for row in rows]
    for column in columns:
        data.add_series(column.title, [v if isinstance(v := row.values[column.id], (int, float)) else None for row in rows])
    box = layout.CHART
    frame = sheet.shapes.add_chart(_CHARTS[own.chart], Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height), data)
    _describe(frame, f"グラフ：{own.title}", _in_words(slide, columns))
    _style_chart(frame.chart, columns, own.chart)
    _fill(_placeholder(sheet, LEAD_INDEX), slide.lines, layout.LEAD_SIZE, leading=False)


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
    return f'{number}"{column.unit}"' if column.unit else number


def _in_words(slide: Slide, columns: list[Column]) -> str:
    rows = "。".join(
        f"{row.title}：" + "、".join(f"{c.title if len(columns) > 1 else ''}{format_value(row.values[c.id], c)}{c.unit}" for c in columns)
        for row in slide.rows
    )
    return f"{slide.statistic.title}。{rows}。"


def _table(sheet: Sheet, slide: Slide, handbook: Handbook, pictures: Pictures) -> None:
    del handbook, pictures
    own, box = slide.statistic, layout.CHART
    frame = sheet.shapes.add_table(len(slide.rows) + 1, len(own.columns) + 1, Pt(box.left), Pt(box.top), Pt(box.width), Pt(30 * (len(slide.rows) + 1)))
    _describe(frame, f"表：{own.title}", _in_words(slide, list(own.columns)))
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
    _fill(_placeholder(sheet, LEAD_INDEX), slide.lines, layout.LEAD_SIZE, leading=False)


def _source(sheet: Sheet, slide: Slide, handbook: Handbook) -> None:
    """The sources at the foot; an empty placeholder would say 「テキストを入力」."""
    line = words.source_line(slide.citations, handbook, 2 * (layout.SOURCE.width / layout.SOURCE_SIZE) - 6)
    for shape in list(sheet.placeholders):
        if shape.placeholder_format.idx == SOURCE_INDEX:
            if line:
                shape.text_frame.text = line
            else:
                shape._element.getparent().remove(shape._element)


def _foot(sheet: Sheet, deck: Deck) -> None:
    """Foot and number are real placeholders too; python-pptx leaves them to the layout."""
    for shape in sheet.slide_layout.placeholders:
        index = shape.placeholder_format.idx
        if index not in (11, 12):
            continue
        made = copy.deepcopy(shape._element)
        sheet.shapes._spTree.append(made)
        added = sheet.shapes[-1]
        added._element.find(".//" + qn("p:cNvPr")).set("id", str(200 + index))
        if index == 11:
            added.text_frame.text = f"協議会ハンドブック　{deck.title}"


def _speak_japanese(sheet: Sheet) -> None:
    """Mark every run as Japanese: a screen reader takes the right voice."""
    for root in (sheet._element, sheet.notes_slide._element):
        for paragraph in root.iter(qn("a:p")):
            for run in paragraph.iter(qn("a:r"), qn("a:fld")):
                properties = run.find(qn("a:rPr"))
                if properties is None:
                    properties = etree.Element(qn("a:rPr"))
                    run.insert(0, properties)
                properties.set("lang", LANGUAGE)
                properties.set("altLang", "en-US")


_DRAW = {"cover": _cover, "points": _points, "figure": _figure, "chart": _chart, "table": _table, "question": _question}
