from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from python_calamine import CalamineWorkbook

from generators.excel import geometry, workbook
from generators.excel.entry import drop_down
from generators.model.edition import BookEdition
from generators.model.form import Form, Layout, Table
from generators.plan.book import BookPlan, Entry, Owner, PlannedChapter, plan_book
from generators.plan.shape import blank_shape
from tests.plan.nouns import branch, form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.library import Library

NAME = {"field": "name", "label": "姓名", "required": "true", "max": "30", "from": "name", "help": "写全名"}
MONTHS = [{"field": f"m{n:02d}", "label": f"{n}月", "kind": "number"} for n in range(1, 13)]
SUM = {"field": "year_sum", "label": "合计", "kind": "number", "unit": "元"}
SEX = {"field": "sex", "label": "性别", "kind": "choice", "choices": ["男", "女"]}
DUES = {
    "name": "dues",
    "rows": "3",
    "total": "合计",
    "columns": [NAME, SEX, *MONTHS, SUM, {"field": "day", "label": "日期", "kind": "date"}],
    "groups": [{"label": "", "columns": "2"}, {"label": "各月", "columns": "12"}, {"label": "", "columns": "2"}],
}


def register(**changes: Any) -> Form:
    return form("R44", **{"title": "党费收缴登记", "layout": "landscape", "blocks": [{"table": DUES}], **changes})


def plan(written: Form, values: Mapping[str, str] = {}, copies: int = 1) -> BookPlan:
    shape = blank_shape(written, compact=True)
    entries = tuple(Entry(shape, n, copies, values) for n in range(1, copies + 1))
    chapters = (PlannedChapter("党员队伍", front=False, entries=entries),)
    return BookPlan("工作实录", Owner.of(branch(), 2027), BookEdition.COMPACT, "2026-11-22", chapters)


def opened(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def sheet(content: bytes, number: int = 2) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


def rows(content: bytes, number: int = 1) -> list[list[Any]]:
    return opened(content).get_sheet_by_index(number).to_python(skip_empty_area=False)


def it_writes_title_head_and_rows() -> None:
    written = rows(
        workbook(
            plan(
                register(),
                {"dues.01.name": "张示例", "dues.01.m01": "3.5", "dues.02.m01": "2", "dues.01.day": "2027年3月5日"},
            )
        )
    )
    assert written[0][0] == "党费收缴登记"
    assert written[1][0].startswith("党组织：中国共产党示例村支部委员会　　年度：2027")
    assert written[2][:4] == ["序号", "姓名*", "性别", "各月"]
    assert written[3][3:5] == ["1月", "2月"]
    assert written[4][:4] == [1, "张示例", "", 3.5] or written[4][:4] == ["1", "张示例", "", 3.5]
    assert written[4][16] == date(2027, 3, 5)
    assert written[7][0] == "合计"
    assert written[7][3] == 5.5


def it_adds_up_by_formula() -> None:
    xml = sheet(workbook(plan(register())))
    assert '<f>IF(COUNT(D5:O5)=0,"",SUM(D5:O5))</f>' in xml
    assert '<f>IF(COUNT(D5:D7)=0,"",SUM(D5:D7))</f>' in xml
    assert len(re.findall("<f>", xml)) == 3 + 13


def it_prints_on_landscape_a4_with_repeated_heads_and_is_not_protected() -> None:
    content = workbook(plan(register()))
    xml = sheet(content)
    assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' in xml
    assert '<pane xSplit="2" ySplit="4"' in xml
    assert "sheetProtection" not in xml
    names = zipfile.ZipFile(io.BytesIO(content)).read("xl/workbook.xml").decode()
    assert "'R44 党费收缴登记'!$1:$" not in names
    assert "_xlnm.Print_Titles" in names
    assert "'R44 党费收缴登记'!$3:$4" in names
    assert "'R44 党费收缴登记'!$A$1:$Q$8" in names


def it_offers_choices_and_checks_entries() -> None:
    xml = sheet(workbook(plan(register())))
    assert re.search(r'<dataValidation type="list"[^>]*sqref="C5:C7"><formula1>"男,女"</formula1>', xml)
    assert re.search(r'<dataValidation type="textLength"[^>]*promptTitle="姓名" prompt="写全名" sqref="B5:B7"', xml)
    assert 'type="decimal"' in xml
    assert 'type="date"' in xml


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://example.com")', "http://example.com"]
)
def it_never_makes_a_formula_or_a_link_of_a_value(text: str) -> None:
    content = workbook(plan(register(title="=2+2"), {"dues.01.name": text, "dues.01.m01": text}))
    assert rows(content)[4][1] == text
    assert rows(content)[4][3] == text
    assert rows(content)[0][0] == "=2+2"
    assert len(re.findall("<f>", sheet(content))) == 16
    assert "hyperlink" not in sheet(content)


def it_gives_the_same_bytes_again() -> None:
    assert workbook(plan(register())) == workbook(plan(register()))


def it_begins_with_instructions_that_lead_to_the_sheets() -> None:
    content = workbook(plan(register(), copies=2))
    assert opened(content).sheet_names == ["填写说明", "R44 党费收缴登记（1）", "R44 党费收缴登记（2）"]
    first = rows(content, 0)
    assert first[0][0] == "工作实录　宽表"
    assert first[-1] == ["R44 党费收缴登记（2）", "组织委员", "年初"]
    assert "location=\"'R44 党费收缴登记（1）'!A1\"" in sheet(content, 1)


def it_leaves_out_portrait_forms_and_records_of_single_occasions() -> None:
    table = {**DUES, "total": None}
    assert opened(workbook(plan(register(layout="single", blocks=[{"table": table}])))).sheet_names == ["填写说明"]
    assert len(opened(workbook(plan(register(layout="single")))).sheet_names) == 2
    table["rows"] = {"per": "member", "blank": "3"}
    assert len(opened(workbook(plan(register(layout="single", blocks=[{"table": table}])))).sheet_names) == 2
    assert opened(workbook(plan(register(), copies=5))).sheet_names == ["填写说明"]


def it_gives_each_long_table_of_a_form_its_own_sheet() -> None:
    def table(name: str, count: str) -> dict[str, Any]:
        return {
            "table": {"name": name, "label": f"表{name}", "rows": count, "columns": [{"field": "x", "label": "事"}]}
        }

    short = workbook(plan(register(blocks=[table("a", "3"), table("b", "3")])))
    assert opened(short).sheet_names == ["填写说明", "R44 党费收缴登记"]
    led_to = workbook(plan(register(blocks=[table("a", "2"), table("b", "30"), table("c", "2")])))
    assert opened(led_to).sheet_names == ["填写说明", "R44-1 表b", "R44-2 表c"]
    long = workbook(plan(register(blocks=[table("a", "30"), {"heading": "二"}, table("b", "3")])))
    assert opened(long).sheet_names == ["填写说明", "R44-1 表a", "R44-2 表b"]
    assert rows(long, 2)[2][0] == "二"


def it_writes_the_other_blocks_around_the_table() -> None:
    blocks = [
        {"text": "说明文字"},
        {"clauses": ["第一条"]},
        {
            "grid": [
                {"field": "place", "label": "地点", "span": "6"},
                {"field": "due", "label": "应到", "kind": "number", "unit": "人", "span": "6"},
            ]
        },
        {"long": {"field": "notes", "label": "情况"}},
        {"table": {**DUES, "row_labels": ["一季度", "二季度"], "row_heading": "季度", "numbered": "true"}},
        {"signatures": ["书记", "组织委员"]},
    ]
    written = rows(
        workbook(plan(register(blocks=blocks, tip="单位为元。"), {"place": "会议室", "due": "23", "notes": "无"}))
    )
    cells = [cell for row in written for cell in row if cell != ""]
    for text in (
        "说明文字",
        "1．第一条",
        "地点",
        "会议室",
        "应到（人）",
        23,
        "情况",
        "无",
        "季度",
        "一季度",
        "单位为元。",
    ):
        assert text in cells
    assert any(str(cell).startswith("书记（签名）") for cell in cells)


def every_wide_form_of_the_content_becomes_a_sheet(library: Library) -> None:
    for chosen in library.branch.values():
        for book in library.book.values():
            made = plan_book(library, book, chosen, year=2027, edition=BookEdition.COMPLETE)
            names = opened(workbook(made)).sheet_names
            for entry in made.entries():
                wide = entry.shape.form.layout is Layout.LANDSCAPE and any(entry.shape.form.tables())
                if wide and entry.copies == 1:
                    assert any(re.match(rf"{entry.shape.form.id}(-\d)? ", name) for name in names)
            assert len(set(names)) == len(names)


def the_cells_fitted_to_columns_fill_them_without_gaps() -> None:
    assert geometry.fitted([1, 1, 1], [10, 10, 10]) == [(0, 0), (1, 1), (2, 2)]
    assert geometry.fitted([1, 3], [10] * 8) == [(0, 1), (2, 7)]
    assert geometry.fitted([100, 1, 1], [10] * 4) == [(0, 1), (2, 2), (3, 3)]


def it_sets_columns_of_the_same_field_under_each_other() -> None:
    days = [{"field": f"c{n}", "label": str(n)} for n in range(1, 5)]
    note, name = {"field": "note", "label": "说明"}, {"field": "name", "label": "姓名"}
    marks = Table.model_validate(
        {"name": "marks", "rows": "9", "columns": [name, *days, {"field": "rate", "label": "率"}, note]}
    )
    dates = Table.model_validate({"name": "dates", "rows": "1", "row_labels": ["日期"], "columns": [*days, note]})
    columns = geometry.widths(marks)
    assert geometry.aligned(dates, marks, columns) == [(0, 1), (2, 2), (3, 3), (4, 4), (5, 6), (7, 7)]
    assert geometry.aligned(marks, marks, columns) == [(n, n) for n in range(8)]


def a_drop_down_holds_no_more_than_excel_can_keep() -> None:
    assert drop_down(tuple(f"很长的选项{n}" for n in range(60))) == {}
    assert drop_down(("甲", "乙"))["source"] == ["甲", "乙"]
