from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generators.signs.sheet import Sheet, crop_marks, sheet_for, slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.signs.conftest import Made

SHEET = Sheet(width=100, height=60, bleed=5, margin=20, marked=True)


def the_boxes_lie_in_each_other() -> None:
    assert SHEET.media == (140, 100)
    assert SHEET.trim_box == (20, 20, 120, 80)
    assert SHEET.bleed_box == (15, 15, 125, 85)


def no_mark_touches_the_bleed() -> None:
    path = re.search(r'd="([^"]+)"', crop_marks(SHEET, "black"))
    assert path
    for x, y, way, to in re.findall(r"M([\d.]+),([\d.]+)([VHvh])([\d.]+)", path[1]):
        ends = [(float(x), float(y))]
        length = float(to)
        ends.append((length if way == "H" else ends[0][0] + (length if way == "h" else 0),
                     length if way == "V" else ends[0][1] + (length if way == "v" else 0)))  # fmt: skip
        for ex, ey in ends:
            assert not (15 < ex < 125 and 15 < ey < 85)
            assert 0 <= ex <= 140
            assert 0 <= ey <= 100


def an_unmarked_sheet_has_no_marks() -> None:
    assert crop_marks(Sheet(100, 60, 0, 100, marked=False), "black") == ""


def the_slug_says_name_size_bleed_and_scale(of_kind: Mapping[str, Made]) -> None:
    planned = of_kind["vertical-plate"].planned
    text = slug(planned, sheet_for(planned))
    assert text.startswith(planned.title)
    for part in (f"成品 {planned.size_text} mm", "出血 5 mm", planned.branch.short, "比例 1:1", "CMYK"):
        assert part in text
