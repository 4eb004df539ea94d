"""The emblem on a finished sign: whole, upright, in its own colours, with nothing upon it (党徽党旗条例)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generators.problems import ZhibuError
from generators.signs.inks import INKS
from generators.signs.painting import box_of, moved, painted
from generators.typeset.emblem import BOX, emblem_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf

    from generators.signs.painting import Box, Painted

RULE = "党徽党旗条例"
_ALLOWED = {"party-gold": tuple(INKS["party-gold"]), "party-red": tuple(INKS["party-red"])}
_CLEAR = 0.06
"""What stays free around it, as a share of its side. The regulations give no figure."""
_LARGEST = 0.6
"""Share of the page's shorter side above which an emblem is a background."""


def check_emblems(page: pikepdf.Page, title: str) -> None:
    """Refuse a page whose emblem is not as the regulations want it.

    Raises:
        ZhibuError: with the first rule that is broken.
    """
    items = list(painted(page))
    places = [at for at, item in enumerate(items) if _is_emblem(item)]
    shorter = min(float(page.mediabox[2]), float(page.mediabox[3]))
    for at in places:
        fault = _fault(items, at, shorter)
        if fault:
            raise ZhibuError(f"「{title}」的党徽{fault}，这是{RULE}不允许的，请改式样")
    if len(places) > 1:
        raise ZhibuError(f"「{title}」里有 {len(places)} 个党徽，不能拿党徽作图案重复（{RULE}），请只留一个")


def _fault(items: Sequence[Painted], at: int, shorter: float) -> str:
    """What is wrong with an emblem; empty when nothing is."""
    emblem = items[at]
    a, b, c, d, *_ = emblem.matrix
    side = abs(a) * BOX
    space = _grown(emblem.box, _CLEAR * side)
    # y runs down in the drawing and up on the page, so an upright emblem has a positive a and a negative d.
    faults = {
        "斜放或旋转了": abs(b) > 1e-4 or abs(c) > 1e-4,
        "倒置或左右翻转了": a < 0 or d > 0,
        "拉长或压扁了": abs(abs(a) - abs(d)) > 1e-3 * abs(a),
        "加了描边": emblem.stroke is not None,
        "不是金黄色或红色": not any(_same(emblem.fill, inks) for inks in _ALLOWED.values()),
        "大得成了底纹": side > _LARGEST * shorter,
        "被别的内容压住，或者四周没有留空": any(_touches(other, space) for other in items[at + 1 :]),
        "压着文字，或者四周没有留空": any(other.is_text and _meet(space, other.box) for other in items[:at]),
    }
    return next((fault for fault, found in faults.items() if found), "")


def _touches(item: Painted, space: Box) -> bool:
    """Whether a thing painted later reaches into the space. A line or ring that runs around it does not."""
    if item.is_text:
        return _meet(space, item.box)
    open_inside = item.fill is None or item.even_odd
    return any(
        _meet(space, part) and not (open_inside and _holds(part, space))
        for part in (box_of(moved(shape, item.matrix)) for shape in item.shapes)
    )


def _holds(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _same(one: Sequence[float] | None, other: Sequence[float]) -> bool:
    return (
        one is not None and len(one) == len(other) and all(abs(x - y) < 1e-3 for x, y in zip(one, other, strict=True))
    )


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@cache
def _corners() -> tuple[tuple[float, float], ...]:
    """The points at which the hammer's straight lines end, by which the emblem is known."""
    hammer = emblem_path().partition("Z")[0]
    return tuple((float(x), float(y)) for x, y in re.findall(r"L([-\d.]+),([-\d.]+)", hammer))


def _is_emblem(item: Painted) -> bool:
    lines = [segment.numbers for segment in item.path if segment.operator == "l"][: len(_corners())]
    return len(lines) == len(_corners()) and all(
        abs(x - u) < 0.01 and abs(y - v) < 0.01 for (x, y), (u, v) in zip(lines, _corners(), strict=True)
    )
