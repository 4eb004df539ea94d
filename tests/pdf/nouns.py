"""A small book for the PDF tests: a cover, a table of contents, a meeting with every kind of field, a wide roster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generators.model.edition import BookEdition
from generators.pdf.compiled import BoxKind, PdfField, Rect
from generators.pdf.textfit import Box, box_of
from generators.plan.book import BookPlan, Entry, Owner, PlannedChapter
from generators.plan.shape import shape_with
from tests.plan.nouns import branch, form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.form import Form
    from generators.plan.shape import Shape

RARE = "镕喆堃𠮷"

COVER = form(
    "R90",
    title="封面",
    blocks=[
        {
            "cover": {
                "title": "基层党组织标准化建设工作实录",
                "subtitle": "一年一本",
                "fields": [
                    {"field": "year", "label": "年度", "from": "year"},
                    {"field": "branch", "label": "党组织全称", "from": "branch.name"},
                ],
                "notice": "本册为原始记录。",
            }
        }
    ],
)

CONTENTS = form("R91", title="目录", blocks=[{"contents": "目录"}])

MEETING_BLOCKS: list[dict[str, Any]] = [
    {
        "grid": [
            {"field": "date", "label": "日期", "kind": "date", "required": True, "help": "会议当日"},
            {"field": "place", "label": "地点", "max": "10"},
            {"field": "due", "label": "应到", "kind": "number", "unit": "人", "span": "3"},
            {"field": "mode", "label": "方式", "kind": "choice", "choices": ["现场", "线上"], "span": "3"},
            {"field": "start", "label": "开始时间", "kind": "time"},
            {"field": "parts", "label": "合并召开", "kind": "choices", "choices": ["党课", "主题党日"], "span": "6"},
            {"field": "open", "label": "是否公开", "kind": "checkbox", "span": "6"},
            {"field": "sign", "label": "到会签名", "kind": "signature", "span": "12"},
            {"field": "agenda", "label": "议题（至多五项）", "kind": "long", "lines": "2", "span": "12"},
        ]
    },
    {"long": {"field": "record", "label": "会议内容", "fill": True, "required": True, "lines": "3"}},
    {"turn": "spread"},
    {"heading": "表决"},
    {
        "table": {
            "name": "votes",
            "label": "表决情况",
            "rows": "2",
            "row_labels": ["甲", "乙", "丙"],
            "row_heading": "事项",
            "groups": [{"label": "票数", "columns": "2"}, {"label": "", "columns": "2"}],
            "columns": [
                {"field": "for", "label": "同意", "kind": "number"},
                {"field": "against", "label": "不同意", "kind": "number"},
                {"field": "how", "label": "方法", "kind": "choices", "choices": ["举手", "票决"], "width": "16"},
                {"field": "note", "label": "备注"},
            ],
            "total": "合计",
        }
    },
    {"text": "以上 3 项属实。"},
    {"signatures": ["主持人", "记录人"]},
]

MEETING = form("R92", title="党员大会记录", layout="spread", blocks=MEETING_BLOCKS, tip="当日填写。")

ROSTER = form(
    "R93",
    title="党员名册",
    layout="landscape",
    blocks=[
        {
            "table": {
                "name": "members",
                "rows": "24",
                "columns": [
                    {"field": "name", "label": "姓名", "required": True, "width": "20"},
                    {"field": "phone", "label": "联系电话", "width": "24"},
                    {"field": "duty", "label": "职务", "kind": "long", "width": "30"},
                    {"field": "sign", "label": "签字", "kind": "signature", "width": "20"},
                ],
            }
        }
    ],
)

KNOWN: Mapping[str, Mapping[str, str]] = {
    "R90": {"year": "2027", "branch": "中国共产党示例村支部委员会"},
    "R92": {
        "date": "2027年3月5日",
        "place": "示例村党群服务中心",
        "mode": "线上",
        "parts": "党课",
        "open": "公开",
        "record": "第一项：通过上年度工作报告。\n第二项：讨论发展党员工作，应到二十三人，实到二十一人。",
        "votes.02.for": "21",
    },
    "R93": {"members.01.name": "张示例", "members.02.name": f"李{RARE}", "members.24.phone": "13800000000"},
}


def shape_of(kind: Form, *, compact: bool = True) -> Shape:
    return shape_with(kind, {table.name: table.rows.at_least for table in kind.tables()}, compact=compact)


def entries(kind: Form, copies: int = 1, **known: str) -> tuple[Entry, ...]:
    shape = shape_of(kind)
    return tuple(Entry(shape, n, copies, {**KNOWN.get(kind.id, {}), **known}) for n in range(1, copies + 1))


def plan(*chapters: PlannedChapter) -> BookPlan:
    """The small book, or one of these chapters."""
    written = chapters or (
        PlannedChapter("前置", front=True, entries=(*entries(COVER), *entries(CONTENTS))),
        PlannedChapter("组织生活", front=False, entries=entries(MEETING, 3)),
        PlannedChapter("党员队伍", front=False, entries=entries(ROSTER)),
    )
    return BookPlan("工作实录", Owner.of(branch(), 2027), BookEdition.COMPACT, "2026-11-22", written)


def text_field(width: float = 100, height: float = 24, **changes: Any) -> PdfField:
    fixed: dict[str, Any] = {"name": "x", "label": "名称", "page": 0, "rect": Rect(0, 0, width, height)}
    return PdfField(**{**fixed, "kind": BoxKind.TEXT, "size": 10.5, **changes})


def text_box(width: float = 100, height: float = 24, **changes: Any) -> Box:
    return box_of(text_field(width, height, **changes))
