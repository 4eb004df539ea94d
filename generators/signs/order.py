"""The list of a branch's signs as the shop and the installer read it (制作清单)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import xlsxwriter

from generators.model.branch import Signpost, VenueRoom
from generators.model.official import OfficialText
from generators.model.sign import Process
from generators.plan.floor_views import FloorView
from generators.plan.sign_rules import counted
from generators.plan.sign_subjects import Floor, rooms_of
from generators.signs.sheet import holes_text, sheet_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


@dataclass(frozen=True)
class Order:
    """A branch's signs as they are ordered."""

    branch: Branch
    lines: tuple[OrderLine, ...]
    remark: str = ""
    """How many count where signs are spared; empty where they are not."""

    @property
    def total(self) -> str:
        """`合计 16 件，交制作单位；另有 8 件自己打印、播放。`, and the remark."""
        ordered = sum(line.quantity for line in self.lines if line.ordered)
        own = sum(line.quantity for line in self.lines if not line.ordered)
        beside = f"；另有 {own} 件自己打印、播放" if own else ""
        return f"合计 {ordered} 件，交制作单位{beside}{'。' if self.remark else ''}{self.remark}"


def order_of(
    signs: Sequence[PlannedSign], branch: Branch, library: Library, heights: Mapping[str, float] | None = None
) -> Order:
    """The order for settled signs.

    Args:
        signs: The signs, settled.
        branch: Whose they are.
        library: Where rooms and sectors are.
        heights: Id of an official text → middle of its board on the main wall, mm from the floor.
    """
    lines = (_line(n, sign, library, heights or {}) for n, sign in enumerate(signs, start=1))
    spared = library.sector[branch.sector].reduced_signs
    return Order(branch, tuple(lines), counted(signs) if spared else "")


def _line(number: int, sign: PlannedSign, library: Library, heights: Mapping[str, float]) -> OrderLine:
    hung = heights.get(sign.subject.id) if isinstance(sign.subject, OfficialText) else None
    return OrderLine(
        number,
        sign.sign.id,
        sign.title,
        f"{sign.size_text} {'像素' if sign.process is Process.SCREEN else 'mm'}",
        sign.sign.material,
        sign.process_name,
        sign.sign.quantity,
        sign.quantity_text,
        hung or sign.sign.mount_height_mm,
        _place(sign, library),
        holes_text(sheet_for(sign)),
        sign.file_name,
        ordered=sign.process not in {Process.OFFICE, Process.SCREEN},
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


def order_workbook(order: Order, issued: str) -> bytes:
    """The list as a spreadsheet that prints on A4 across."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"title": f"{order.branch.short}标识制作清单", "created": datetime.fromisoformat(issued)})
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
    sheet.merge_range(0, 0, 0, len(_COLUMNS) - 1, f"{order.branch.short}标识制作清单", title)
    sheet.set_row(0, 32)
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, name, head)
    small = book.add_format({**plain, "font_size": 8})
    sheet.set_row(1, 30)
    for row, line in enumerate(order.lines, start=2):
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
    end = len(order.lines) + 2
    sheet.merge_range(end, 0, end, len(_COLUMNS) - 1, order.total, head)
    signed = "　　　　　　　　".join(f"{who}：" for who in SIGNED_BY)
    sheet.merge_range(end + 1, 0, end + 1, len(_COLUMNS) - 1, f"签字、日期　　{signed}", left)
    sheet.set_row(end + 1, 36)
    sheet.freeze_panes(2, 3)
    book.close()
    return content.getvalue()
