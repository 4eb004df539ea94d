"""A form's table on its sheet: head, rows, drop-downs, totals as formulas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_range

from generators.excel import geometry
from generators.excel.entry import allow, heading
from generators.excel.geometry import Span
from generators.model.form import FieldKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.excel.sheet import FormSheet
    from generators.model.form import FieldSpec, Table

_MONTH = re.compile(r"(?:[1-9]|1[0-2])月")


def write_table(page: FormSheet, table: Table) -> None:
    """A table from the page's current row on."""
    if table.label:
        page.line(table.label, "heading")
    spans = geometry.aligned(table, page.widest, page.columns)
    serial = len(spans) > len(table.columns)
    top = page.row
    _head(page, table, spans)
    page.head, page.frozen = Span(top, page.row - 1), page.height
    own = spans[1:] if serial else spans
    first = page.row
    sums = dict(_month_sums(table))
    for number in range(1, page.entry.shape.rows_of(table) + 1):
        if serial:
            named = table.row_labels[number - 1] if table.row_labels else str(number)
            page.cell(spans[0], named, page.styles["label" if table.row_labels else "number"])
        for index, (column, span) in enumerate(zip(table.columns, own, strict=True)):
            page.value(span, column, page.entry.values.get(f"{table.name}.{number:02d}.{column.field}", ""))
            if index in sums:
                _sum_months(page, span, Span(own[sums[index].first].first, own[sums[index].last].last))
        page.next_row(max(table.row_mm, _deepest(page, table, number, own, spans[0])))
    for column, span in zip(table.columns, own, strict=True):
        allow(page.sheet, (first, span.first, page.row - 1, span.first), column)
    page.sheet.ignore_errors({"number_stored_as_text": xl_range(first, 0, page.row - 1, page.width.last)})
    if table.total:
        _total(page, table, spans, first)


def _deepest(page: FormSheet, table: Table, number: int, own: list[Span], serial: Span) -> float:
    """The height that the texts already known in a row need, in millimetres."""
    texts = [
        (page.entry.values.get(f"{table.name}.{number:02d}.{c.field}", ""), s)
        for c, s in zip(table.columns, own, strict=True)
    ]
    if table.row_labels:
        texts.append((table.row_labels[number - 1], serial))
    return 1.5 + 4.8 * max(geometry.lines(text, page.room(span)) for text, span in texts)


def _head(page: FormSheet, table: Table, spans: list[Span]) -> None:
    """One row of headings, or two where some stand under a common one."""
    texts = [*([table.row_heading] if len(spans) > len(table.columns) else []), *map(heading, table.columns)]
    common = _common_headings(table, len(spans) - len(table.columns))
    deep = max(geometry.lines(text, page.room(span)) for text, span in zip(texts, spans, strict=True))
    style = page.styles["head"]
    if not common:
        for text, span in zip(texts, spans, strict=True):
            page.cell(span, text, style)
        page.next_row(4 + 5 * deep)
        return
    under = {index for group in common.values() for index in range(group.first, group.last + 1)}
    upper = page.row
    for index, (text, span) in enumerate(zip(texts, spans, strict=True)):
        if index not in under:
            page.sheet.merge_range(upper, span.first, upper + 1, span.last, "", style)
            page.sheet.write_string(upper, span.first, text, style)
    for label, group in common.items():
        page.cell(Span(spans[group.first].first, spans[group.last].last), label.split("\n")[0], style)
    page.next_row(8)
    for index in sorted(under):
        page.cell(spans[index], texts[index], style)
    page.next_row(4 + 5 * deep)


def _common_headings(table: Table, offset: int) -> dict[str, Span]:
    """Heading → the cells under it. Two alike are kept apart by their place."""
    common: dict[str, Span] = {}
    first = offset
    for group in table.groups:
        if group.label:
            common[f"{group.label}\n{first}"] = Span(first, first + group.columns - 1)
        first += group.columns
    return common


def _month_sums(table: Table) -> Iterator[tuple[int, Span]]:
    """The 合计 columns that add up the months beside them: index of the column, and of its months."""
    months = [index for index, column in enumerate(table.columns) if _MONTH.fullmatch(column.label)]
    consecutive = len(months) > 1 and months[-1] - months[0] == len(months) - 1
    for index, column in enumerate(table.columns):
        if consecutive and column.kind is FieldKind.NUMBER and column.label.endswith("合计"):
            yield index, Span(months[0], months[-1])


def _sum_months(page: FormSheet, span: Span, months: Span) -> None:
    cells = xl_range(page.row, months.first, page.row, months.last)
    formula = f'=IF(COUNT({cells})=0,"",SUM({cells}))'
    page.sheet.write_formula(page.row, span.first, formula, page.styles["figure"], "")


def _total(page: FormSheet, table: Table, spans: list[Span], first: int) -> None:
    style = page.styles["total"]
    offset = len(spans) - len(table.columns)
    names = next((i for i, c in enumerate(table.columns) if c.kind is FieldKind.NUMBER), len(table.columns))
    page.cell(Span(0, spans[max(0, names + offset - 1)].last), table.total or "", style)
    for index in range(names, len(table.columns)):
        column, span = table.columns[index], spans[index + offset]
        page.cell(span, "", style)
        if column.kind is FieldKind.NUMBER:
            known = _known_sum(page, table, column)
            cells = xl_range(first, span.first, page.row - 1, span.first)
            formula = f'=IF(COUNT({cells})=0,"",SUM({cells}))'
            page.sheet.write_formula(page.row, span.first, formula, style, known)
    page.next_row(table.row_mm)


def _known_sum(page: FormSheet, table: Table, column: FieldSpec) -> float | str:
    """The total as it stands when the file is opened, for programs that do not calculate; nothing of nothing."""
    rows = range(1, page.entry.shape.rows_of(table) + 1)
    texts = (page.entry.values.get(f"{table.name}.{number:02d}.{column.field}", "") for number in rows)
    figures = [float(text) for text in texts if re.fullmatch(r"\d+(?:\.\d+)?", text)]
    return round(sum(figures), 2) if figures else ""
