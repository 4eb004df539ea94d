"""The emblem and the flag on a finished sign (党徽党旗条例).

Whole, upright, in their own colours, with nothing upon them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generators.problems import ZhibuError
from generators.signs.flag import GROUND
from generators.signs.geometry import Clip, box_of, flattened, meet, moved, rectangle, shapes_of
from generators.signs.inks import INKS, SCREEN
from generators.typeset.emblem import BOX, emblem_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.signs.geometry import Box
    from generators.signs.painting import Painted

RULE = "党徽党旗条例"
_NAMES = ("party-gold", "party-red")
_ALLOWED: tuple[tuple[float, ...], ...] = (
    *(tuple(INKS[name]) for name in _NAMES),
    *(tuple(share / 255 for share in bytes.fromhex(SCREEN[name][1:])) for name in _NAMES),
)
"""Inks, and shares of red, green and blue on screen pages."""
_CLEAR = 0.06
"""What stays free around it, as a share of its side. The regulations give no figure."""
_LARGEST = 0.6
"""Share of the sign's shorter side above which an emblem is a background."""
_WITHIN = 0.995
"""A clip that cuts away less than a two-hundredth of the emblem only follows its edge."""


def check_emblems(items: Sequence[Painted], title: str, trim: Box) -> None:
    """Refuse a page whose emblem is not as the regulations want it; `trim` is the finished sign on it, in points.

    Raises:
        ZhibuError: with the first rule that is broken.
    """
    places = [at for at, item in enumerate(items) if _is_emblem(item)]
    for at in places:
        fault = _fault(items, at, trim)
        if fault:
            what = "党旗" if _flag_of(items, at) else "党徽"
            raise ZhibuError(f"「{title}」的{what}{fault}，这是{RULE}不允许的，请改式样")
    if len(places) > 1:
        raise ZhibuError(f"「{title}」里有 {len(places)} 个党徽，不能拿党徽作图案重复（{RULE}），请只留一个")


def _fault(items: Sequence[Painted], at: int, trim: Box) -> str:
    """What is wrong with an emblem; empty when nothing is."""
    emblem = items[at]
    a, b, c, d, *_ = emblem.matrix
    side = abs(a) * BOX
    shorter = min(trim[2] - trim[0], trim[3] - trim[1])
    flag = _flag_of(items, at)
    space = flag.box if flag else _grown(emblem.box, _CLEAR * side)
    # y runs down in the drawing and up on the page, so an upright emblem has a positive a and a negative d.
    faults = {
        "成了花纹": emblem.tiled,
        "斜放或旋转了": abs(b) > 1e-4 or abs(c) > 1e-4,
        "倒置或左右翻转了": a < 0 or d > 0,
        "拉长或压扁了": abs(abs(a) - abs(d)) > 1e-3 * abs(a),
        "加了描边": emblem.stroke is not None,
        "不是金黄色或红色": not any(_same(emblem.fill, inks) for inks in _ALLOWED),
        "是半透明的，成了水印": emblem.opacity < 1,
        "大得成了底纹": side > _LARGEST * shorter,
        "被裁切了": _is_cut(flag or emblem, trim),
        "被别的内容压住，或者四周没有留空": any(_touches(other, space) for other in items[at + 1 :]),
        "压着文字，或者四周没有留空": any(other.is_text and meet(space, other.box) for other in items[:at]),
    }
    return next((fault for fault, found in faults.items() if found), "")


def _flag_of(items: Sequence[Painted], at: int) -> Painted | None:
    """The ground of the flag that an emblem belongs to, painted right before it."""
    return items[at - 1] if at and items[at - 1].path == GROUND else None


def _is_cut(item: Painted, trim: Box) -> bool:
    """Whether a clip or the edge of the sign takes a part away."""
    outline = [point for corners in flattened(moved(item.path, item.matrix)) for point in corners]
    across, up = ([point[axis] for point in outline] for axis in (0, 1))
    x, y = (min(across) + max(across)) / 2, (min(up) + max(up)) / 2
    points = [(x + (u - x) * _WITHIN, y + (v - y) * _WITHIN) for u, v in outline]
    edge = Clip(rectangle(trim[0], trim[1], trim[2] - trim[0], trim[3] - trim[1]), even_odd=False)
    return not all(clip.holds(points) for clip in (edge, *item.clips))


def _touches(item: Painted, space: Box) -> bool:
    """Whether a thing painted later reaches into the space. A line or ring that runs around it does not."""
    if item.is_text:
        return meet(space, item.box)
    open_inside = item.fill is None or item.even_odd
    return any(
        meet(space, part) and not (open_inside and _holds(part, space))
        for part in (box_of(moved(shape, item.matrix)) for shape in shapes_of(item.path))
    )


def _holds(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _same(one: Sequence[float] | None, other: Sequence[float]) -> bool:
    return (
        one is not None and len(one) == len(other) and all(abs(x - y) < 1e-3 for x, y in zip(one, other, strict=True))
    )


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


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
