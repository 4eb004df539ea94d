"""One form as one sheet: its blocks from top to bottom, ready to be filled in and printed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generators.excel import geometry
from generators.excel.entry import allow, heading
from generators.excel.geometry import Span
from generators.excel.rows import write_table
from generators.model.form import FieldKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from generators.excel.parts import Part
    from generators.excel.styles import Styles
    from generators.model.form import Block, FieldSpec, LongBox

_MOST_FROZEN_MM = 65.0
"""A head further down is not frozen: with what is above, it would take the window."""

_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_FIGURE = re.compile(r"\d{1,15}(?:\.\d+)?")


class FormSheet:
    """A sheet while it is being written, row by row."""

    def __init__(self, sheet: Worksheet, styles: Styles, part: Part) -> None:
        self.sheet = sheet
        self.styles = styles
        self.entry = part.entry
        self.part = part
        self.widest = max(part.tables(), key=lambda table: len(geometry.widths(table)))
        self.columns = geometry.widths(self.widest)
        self.row = 0
        self.height = 0.0
        """Millimetres of the rows above the current one."""
        self.head: Span | None = None
        """The rows of the last table's head, repeated on each printed page after it: earlier tables are short."""
        self.frozen = 0.0
        """Millimetres from the top to the end of that head."""
        for index, width in enumerate(self.columns):
            sheet.set_column(index, index, geometry.characters(width))

    @property
    def width(self) -> Span:
        """All columns of the sheet."""
        return Span(0, len(self.columns) - 1)

    def write(self, branch: str, year: str) -> None:
        """The whole form under its title."""
        form = self.entry.shape.form
        self.line(self.part.title, "title", height=11)
        self.line(f"党组织：{branch}　　年度：{year}　　填写人：{form.filled_by}　　填写时间：{form.when}", "line")
        for block in self.part.blocks:
            self._block(block)
        if form.tip and self.part.is_last:
            self.line(form.tip, "small")
        self._for_print()

    def cell(self, span: Span, text: str, style: Format) -> None:
        """A text in the current row, across a span of columns; never a formula, whatever it begins with."""
        if span.first < span.last:
            self.sheet.merge_range(self.row, span.first, self.row, span.last, "", style)
        self.sheet.write_string(self.row, span.first, text, style)

    def value(self, span: Span, spec: FieldSpec, text: str) -> None:
        """What is already known about a field in the current row: a number or a date where the field is one."""
        style = self.styles.of(spec.kind)
        self.cell(span, text, style)
        day = _DATE.fullmatch(text)
        if not text:
            self.sheet.write_blank(self.row, span.first, None, style)
        elif spec.kind is FieldKind.NUMBER and _FIGURE.fullmatch(text):
            self.sheet.write_number(self.row, span.first, float(text), style)
        elif spec.kind is FieldKind.DATE and day:
            self.sheet.write_datetime(self.row, span.first, date(*map(int, day.groups())), style)

    def next_row(self, height_mm: float) -> None:
        """Give the current row its height and go on to the next."""
        self.sheet.set_row(self.row, geometry.points(height_mm))
        self.row += 1
        self.height += height_mm

    def line(self, text: str, style: str, *, height: float = 0) -> None:
        """A text over the whole width, as high as it needs."""
        self.cell(self.width, text, self.styles[style])
        self.next_row(height or 2 + 5 * geometry.lines(text, geometry.PAGE_MM))

    def room(self, span: Span) -> float:
        """The millimetres of a span."""
        return sum(self.columns[span.first : span.last + 1])

    def _block(self, block: Block) -> None:
        if block.heading:
            self.line(block.heading, "heading")
        elif block.text:
            self.line(block.text, "text")
        elif block.clauses:
            for number, clause in enumerate(block.clauses, start=1):
                self.line(f"{number}．{clause.text}", "text")
        elif block.grid:
            self._grid(block.grid)
        elif block.long:
            self._long(block.long)
        elif block.table:
            write_table(self, block.table)
        elif block.signatures:
            self.line("　　　　".join(f"{who}（签名）：　　　　　　" for who in block.signatures), "line", height=11)

    def _grid(self, fields: Sequence[FieldSpec]) -> None:
        pairs = max(1, len(self.columns) // 2)
        row: list[FieldSpec] = []
        for spec in fields:
            if row and (sum(f.span for f in row) + spec.span > 12 or len(row) == pairs):
                self._grid_row(row)
                row = []
            row.append(spec)
        if row:
            self._grid_row(row)

    def _grid_row(self, fields: Sequence[FieldSpec]) -> None:
        shares = [share for spec in fields for share in (2.0, max(1.0, spec.span - 2.0))]
        spans = geometry.fitted(shares, self.columns)
        for index, spec in enumerate(fields):
            label, box = spans[2 * index], spans[2 * index + 1]
            self.cell(label, heading(spec), self.styles["label"])
            self.value(box, spec, self.entry.values.get(spec.field, ""))
            allow(self.sheet, (self.row, box.first, self.row, box.first), spec)
        self.next_row(
            max(9, *(2 + 5 * geometry.lines(f.label, self.room(s)) for f, s in zip(fields, spans[::2], strict=True)))
        )

    def _long(self, spec: LongBox) -> None:
        self.cell(self.width, heading(spec), self.styles["label"])
        self.next_row(8)
        self.cell(self.width, self.entry.values.get(spec.field, ""), self.styles["box"])
        allow(self.sheet, (self.row, 0, self.row, 0), spec)
        self.next_row(8 * spec.lines)

    def _for_print(self) -> None:
        sheet = self.sheet
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.47, right=0.47, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.print_area(0, 0, self.row - 1, len(self.columns) - 1)
        sheet.set_footer(f"&L&9{self.entry.prefix.replace('&', '&&')}&R&9第 &P 页　共 &N 页")
        if self.head:
            sheet.repeat_rows(self.head.first, self.head.last)
            if self.frozen <= _MOST_FROZEN_MM:
                sheet.freeze_panes(self.head.last + 1, min(2, len(self.columns) - 1))
