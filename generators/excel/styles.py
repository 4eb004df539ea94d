"""Cell formats: 黑体 for headings, 宋体 for what is written, thin lines around everything that is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generators.model.form import FieldKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

SONG, HEI = "宋体", "黑体"
BODY_PT = 10

_CENTRE = {"align": "center", "valign": "vcenter", "text_wrap": True}
_LEFT = {"align": "left", "valign": "vcenter", "text_wrap": True}
_TEXT = {"num_format": "@"}
"""Text stays what was typed: 0123, 1980.10, a telephone number."""

_STYLES: Mapping[str, dict[str, Any]] = {
    "title": {"font_name": HEI, "font_size": 16, **_CENTRE},
    "heading": {"font_name": HEI, "font_size": 12, **_LEFT},
    "line": {**_LEFT, "text_wrap": False},
    "right": {"align": "right", "valign": "vcenter"},
    "head": {"font_name": HEI, "border": 1, "bg_color": "#F2F2F2", **_CENTRE},
    "label": {"font_name": HEI, "border": 1, "bg_color": "#F2F2F2", **_CENTRE},
    "number": {"border": 1, **_CENTRE},
    "cell": {"border": 1, **_CENTRE, **_TEXT},
    "cell_free": {**_CENTRE, **_TEXT},
    "wide": {"border": 1, **_LEFT, **_TEXT},
    "box": {"border": 1, "align": "left", "valign": "top", "text_wrap": True, **_TEXT},
    "figure": {"border": 1, **_CENTRE, "num_format": "General"},
    "date": {"border": 1, **_CENTRE, "num_format": 'yyyy"年"m"月"d"日"'},
    "time": {"border": 1, **_CENTRE, "num_format": "hh:mm"},
    "total": {"font_name": HEI, "border": 1, **_CENTRE, "num_format": "General"},
    "text": {**_LEFT},
    "small": {"font_size": 9, "font_color": "#595959", **_LEFT},
    "link": {"font_color": "#0563C1", "underline": 1, "border": 1, **_LEFT},
}

_BY_KIND = {
    FieldKind.LONG: "wide",
    FieldKind.DATE: "date",
    FieldKind.TIME: "time",
    FieldKind.NUMBER: "figure",
}


class Styles:
    """The formats of one workbook, each made when it is first needed."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        if name not in self._made:
            written = {"font_name": SONG, "font_size": BODY_PT, **_STYLES[name]}
            self._made[name] = self._workbook.add_format(written)
        return self._made[name]

    def of(self, kind: FieldKind) -> Format:
        """The format of a field of this kind."""
        return self[_BY_KIND.get(kind, "cell")]
