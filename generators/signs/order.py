"""The list of a branch's signs as the shop and the installer read it (制作清单)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import xlsxwriter

from generators.model.branch import Signpost, VenueRoom
from generators.model.sign import Process
from generators.plan.floor_views import FloorView
from generators.plan.sign_subjects import Floor, rooms_of
from generators.signs.sheet import holes_text, sheet_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.model.branch import Branch
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign

SIGNED_BY = ("责任校对", "支部审核", "上级审定", "制作单位")
"""Who signs before anything is made (facts, signage 9)."""
_COLUMNS = (
    ("序号", 6),
    ("编号", 7),
    ("名称", 28),
    ("成品尺寸（宽×高）", 18),
    ("材质", 24),
    ("工艺", 10),
    ("数量", 6),
    ("中心距地（mm）", 10),
    ("安装位置", 18),
    ("孔位（mm）", 13),
    ("文件", 40),
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
    pieces: str
    """`1块`, `1条`, `2张`."""
    height: float | None
    """From the floor to the sign's middle, mm; None where it does not hang at a fixed height."""
    place: str
    holes: str
    """`孔 φ5，4处`, or the eyelets of canvas; empty without any."""
    file: str
    ordered: bool
    """Whether a shop makes it; a screen page or a sheet of labels is the branch's own work."""

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
            self.holes or None,
            self.file,
        )


def order_lines(signs: Sequence[PlannedSign], library: Library) -> tuple[OrderLine, ...]:
    """One line for each sign, as settled."""
    return tuple(
        OrderLine(
            n,
            sign.sign.id,
            sign.title,
            f"{sign.size_text} {'像素' if sign.process is Process.SCREEN else 'mm'}",
            sign.sign.material,
            sign.process_name,
            sign.sign.quantity,
            sign.quantity_text,
            sign.sign.mount_height_mm,
            _place(sign, library),
            holes_text(sheet_for(sign)),
            sign.file_name,
            ordered=sign.process not in {Process.OFFICE, Process.SCREEN},
        )
        for n, sign in enumerate(signs, start=1)
    )


def _place(sign: PlannedSign, library: Library) -> str:
    """Where it goes, as exactly as the branch's profile tells."""
    subject = sign.subject
    if isinstance(subject, VenueRoom):
        return f"{_named(subject)}门侧"
    if isinstance(subject, Signpost | FloorView):
        return subject.title
    if isinstance(subject, Floor):
        return f"{subject.title}楼梯口"
    if not sign.sign.hung_in:
        return sign.sign.place.value
    sort = library.room[sign.sign.hung_in[0]]
    rooms = rooms_of(sort.stands_for, sign.branch) if sort.stands_for else ()
    return "、".join(map(_named, rooms)) or sort.title.partition("：")[0]


def _named(room: VenueRoom) -> str:
    """`二层201 党员活动室`."""
    return f"{Floor(room.floor, ()).title}{room.number or ''} {room.title}"


def total_text(lines: Sequence[OrderLine]) -> str:
    """`合计 16 件，交制作单位；另有 8 件自己打印、播放`."""
    ordered = sum(line.quantity for line in lines if line.ordered)
    own = sum(line.quantity for line in lines if not line.ordered)
    return f"合计 {ordered} 件，交制作单位" + (f"；另有 {own} 件自己打印、播放" if own else "")


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
    small = book.add_format({**plain, "font_size": 8})
    sheet.set_row(1, 30)
    for row, line in enumerate(lines, start=2):
        sheet.set_row(row, 30)
        for column, value in enumerate(line.cells):
            style = left if isinstance(value, str) and column not in {1, 3, 5} else middle
            if column == len(_COLUMNS) - 1:
                style = small
            if value is None:
                sheet.write_string(row, column, "—", middle)
            elif isinstance(value, str):
                sheet.write_string(row, column, value, style)
            else:
                sheet.write_number(row, column, value, style)
    end = len(lines) + 2
    sheet.merge_range(end, 0, end, len(_COLUMNS) - 1, total_text(lines), head)
    signed = "　　　　　　　　".join(f"{who}：" for who in SIGNED_BY)
    sheet.merge_range(end + 1, 0, end + 1, len(_COLUMNS) - 1, f"签字、日期　　{signed}", left)
    sheet.set_row(end + 1, 36)
    sheet.freeze_panes(2, 3)
    book.close()
    return content.getvalue()
