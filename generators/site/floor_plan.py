"""A room at scale as SVG: walls, doors, furniture, seats and measures."""

from __future__ import annotations

from html import escape
from itertools import product
from typing import TYPE_CHECKING

from generators.model.room import FurnitureKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.room import Furniture, RoomPlan
    from generators.model.walls import Door

UNIT = 70.0
"""SVG units a metre."""
WALL = 14.0
"""Thickness of a wall, in units."""
MARGIN = 56.0
"""Round the room, for measures."""
_LETTERS = 46.0
"""This many letters go across the drawing, so that they look alike on plans of every size."""
_SEAT = 0.42
"""Side of a seat, in metres."""


def floor_plan(plan: RoomPlan) -> str:
    """The plan as one SVG; its main wall is at the top. Every text is escaped."""
    width, height = plan.w * UNIT + 2 * MARGIN, plan.d * UNIT + 2 * MARGIN + _letter(plan)
    said = f"{plan.title}：净宽{plan.w:g}米，净深{plan.d:g}米，{plan.seats}个座位"
    head = (
        f'<svg class="zb-plan" viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{escape(said)}" '
        f'style="max-width:{width:g}px" xmlns="http://www.w3.org/2000/svg">'
    )
    letter = _letter(plan)
    parts = [
        head,
        f'<g transform="translate({MARGIN:g} {MARGIN:g})" font-size="{letter:g}">',
        f'<path class="zb-plan-wall" fill-rule="evenodd" d="{_walls(plan)}"/>',
        *(_doorway(door, plan) for door in plan.doors),
        *(part for thing in plan.things for part in _thing(thing, plan)),
        *_measures(plan, letter),
        "</g></svg>",
    ]
    return "".join(parts)


def _letter(plan: RoomPlan) -> float:
    return max(14.0, round((plan.w * UNIT + 2 * MARGIN) / _LETTERS, 1))


def _walls(plan: RoomPlan) -> str:
    width, depth = plan.w * UNIT, plan.d * UNIT
    outer = f"M{-WALL:g},{-WALL:g}H{width + WALL:g}V{depth + WALL:g}H{-WALL:g}Z"
    return f"{outer}M0,0V{depth:g}H{width:g}V0Z"


def _doorway(door: Door, plan: RoomPlan) -> str:
    """An opening in the wall and the swing of its leaf, drawn for the main wall and turned to the door's own."""
    at, leaf = door.at * UNIT, door.w * UNIT
    width, depth = plan.w * UNIT, plan.d * UNIT
    turn = {
        "上": f"translate({at:g} 0)",
        "下": f"translate({at:g} {depth:g}) scale(1 -1)",
        "左": f"translate(0 {at:g}) matrix(0 1 1 0 0 0)",
        "右": f"translate({width:g} {at:g}) matrix(0 1 -1 0 0 0)",
    }[door.wall]
    return (
        f'<g transform="{turn}"><path class="zb-plan-gap" d="M0,{-WALL:g}h{leaf:g}v{WALL:g}h{-leaf:g}z"/>'
        f'<path class="zb-plan-swing" d="M0,0v{leaf:g}A{leaf:g},{leaf:g} 0 0 0 {leaf:g},0"/></g>'
    )


def _thing(thing: Furniture, plan: RoomPlan) -> Iterator[str]:
    if thing.kind is FurnitureKind.CHAIRS:
        yield from _chairs(thing)
        return
    x, y, w, d = (value * UNIT for value in (thing.x, thing.y, thing.w, thing.d))
    red = thing.kind in {FurnitureKind.FLAG, FurnitureKind.BOARD}
    look = "zb-plan-red" if red else "zb-plan-thing"
    yield f'<rect class="{look}" x="{x:g}" y="{y:g}" width="{w:g}" height="{d:g}" rx="2"/>'
    if thing.label:
        yield _label(thing, plan)


def _label(thing: Furniture, plan: RoomPlan) -> str:
    """Inside where there is room; else below a thing at the main wall, and beside a narrow one at a side wall."""
    letter = _letter(plan)
    x, y, w, d = (value * UNIT for value in (thing.x, thing.y, thing.w, thing.d))
    middle, text = x + w / 2, escape(thing.label)
    if w >= d:
        inside = d >= 1.4 * letter and w >= (len(thing.label) + 0.5) * letter
        line = y + d / 2 + 0.36 * letter if inside else y + d + 1.2 * letter
        return f'<text x="{middle:g}" y="{line:g}" text-anchor="middle">{text}</text>'
    if w < 1.3 * letter:
        middle = x - 0.8 * letter if thing.x > plan.w / 2 else x + w + 0.8 * letter
    step = 1.1 * letter
    top = y + d / 2 - (len(thing.label) - 1) * step / 2 + 0.36 * letter
    turned = "".join(
        f'<tspan x="{middle:g}" dy="{step * bool(n):g}">{escape(c)}</tspan>' for n, c in enumerate(thing.label)
    )
    return f'<text y="{top:g}" text-anchor="middle">{turned}</text>'


def _chairs(thing: Furniture) -> Iterator[str]:
    seat = _SEAT * UNIT
    across, along = thing.w * UNIT / thing.columns, thing.d * UNIT / thing.rows
    for row, column in product(range(thing.rows), range(thing.columns)):
        x = thing.x * UNIT + (column + 0.5) * across - seat / 2
        y = thing.y * UNIT + (row + 0.5) * along - seat / 2
        yield f'<rect class="zb-plan-seat" x="{x:.1f}" y="{y:.1f}" width="{seat:g}" height="{seat:g}" rx="6"/>'


def _measures(plan: RoomPlan, letter: float) -> Iterator[str]:
    """Width below, depth at the left, and a metre's bar."""
    width, depth = plan.w * UNIT, plan.d * UNIT
    low, left = depth + WALL + 14, -WALL - 14
    yield f'<path class="zb-plan-measure" d="M0,{low - 5:g}v10M{width:g},{low - 5:g}v10M0,{low:g}H{width:g}"/>'
    yield f'<text x="{width / 2:g}" y="{low + 1.3 * letter:g}" text-anchor="middle">{plan.w:g} 米</text>'
    yield f'<path class="zb-plan-measure" d="M{left - 5:g},0h10M{left - 5:g},{depth:g}h10M{left:g},0V{depth:g}"/>'
    turned = f"rotate(-90 {left - 8:g} {depth / 2:g})"
    yield f'<text x="{left - 8:g}" y="{depth / 2:g}" text-anchor="middle" transform="{turned}">{plan.d:g} 米</text>'
    bar = low + 2 * letter
    yield f'<path class="zb-plan-bar" d="M{width - UNIT:g},{bar:g}h{UNIT:g}"/>'
    yield f'<text x="{width - UNIT - 8:g}" y="{bar + 0.36 * letter:g}" text-anchor="end">1 米</text>'
