"""The list of a branch's signs as the shop and the installer read it (制作清单)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import xlsxwriter

from generators.model.branch import Signpost, VenueRoom
from generators.model.sign import Process
from generators.plan.sign_subjects import Floor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.model.branch import Branch
    from generators.plan.signs import PlannedSign

_COLUMNS = (
    ("序号", 6),
    ("编号", 8),
    ("名称", 34),
    ("成品尺寸（宽×高）", 18),
    ("材质", 30),
    ("工艺", 12),
    ("数量", 6),
    ("中心距地（mm）", 14),
    ("安装位置", 24),
    ("文件", 60),
)


@dataclass(frozen=True)
class OrderLine:
    """A sign as the shop and the installer read it."""

    place_in_list: int
    number: str
    """Of the sign in the catalogue, such as S07."""
    title: str
    size: str
    material: str
    process: str
    quantity: int
    height: float | None
    """From the floor to the sign's middle, mm; None where it does not hang at a fixed height."""
    place: str
    file: str

    @property
    def cells(self) -> tuple[str | float | None, ...]:
        """In the order of the list's columns."""
        return (
            self.place_in_list,
            self.number,
            self.title,
            self.size,
            self.material,
            self.process,
            self.quantity,
            self.height,
            self.place,
            self.file,
        )


def order_lines(signs: Sequence[PlannedSign]) -> tuple[OrderLine, ...]:
    """One line for each sign, as settled."""
    return tuple(
        OrderLine(
            n,
            sign.sign.id,
            sign.title,
            f"{sign.size_text} {'像素' if sign.kind.process is Process.SCREEN else 'mm'}",
            sign.sign.material,
            sign.process_name,
            sign.sign.quantity,
            sign.sign.mount_height_mm,
            _place(sign),
            sign.file_name,
        )
        for n, sign in enumerate(signs, start=1)
    )


def _place(sign: PlannedSign) -> str:
    """Where it goes, as exactly as the branch's profile tells."""
    subject = sign.subject
    if isinstance(subject, VenueRoom):
        floor = Floor(subject.floor, ()).title
        return f"{floor}{subject.number or ''} {subject.title}门侧"
    if isinstance(subject, Signpost):
        return subject.title
    if isinstance(subject, Floor):
        return f"{subject.title}楼梯口"
    return sign.sign.place.value


def order_workbook(lines: Sequence[OrderLine], branch: Branch, issued: str) -> bytes:
    """The list as a spreadsheet that prints on A4 across."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"title": f"{branch.short}标识制作清单", "created": datetime.fromisoformat(issued)})
    sheet = book.add_worksheet("制作清单")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    plain = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter", "text_wrap": True, "border": 1}
    middle = book.add_format({**plain, "align": "center"})
    left = book.add_format(plain)
    title = book.add_format({"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"})
    head = book.add_format({**plain, "bold": True, "align": "center", "bg_color": "#FDF0EE"})
    sheet.merge_range(0, 0, 0, len(_COLUMNS) - 1, f"{branch.short}标识制作清单", title)
    sheet.set_row(0, 32)
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, name, head)
    for row, line in enumerate(lines, start=2):
        for column, value in enumerate(line.cells):
            style = left if isinstance(value, str) and column not in {1, 3, 5} else middle
            if value is None:
                sheet.write_string(row, column, "—", middle)
            elif isinstance(value, str):
                sheet.write_string(row, column, value, style)
            else:
                sheet.write_number(row, column, value, style)
    end = len(lines) + 2
    sheet.write_string(end, 2, "合计", head)
    sheet.write_number(end, 6, sum(line.quantity for line in lines), head)
    sheet.freeze_panes(2, 3)
    book.close()
    return content.getvalue()
