"""What is drawn on a floor plan besides rooms and walls: ways in, stairs, and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generators.model.walls import Rectangle
from generators.signs.floor_names import Word
from generators.signs.inks import colour, tint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.model.floor_plan import Exit
    from generators.plan.floor_views import FloorView
    from generators.signs.floor_drawing import Sheet
    from generators.signs.floor_names import Place

_SIDES = "左上右下"
_ARROW = 1.1
_GAP = 0.5
"""An arrow and what is clear round it, em of the small letters."""
_TREAD_M, _NARROWEST = 0.3, 4.0
"""Between treads: metres, and mm of the board."""


class Mark(NamedTuple):
    """A drawing with its words."""

    svg: str
    words: tuple[Word, ...] = ()


def exit_margins(view: FloorView, letter: float) -> tuple[float, float, float, float]:
    """What the ways in take outside of the floor: left, above, right and below it, mm."""
    margins = dict.fromkeys(_SIDES, 0.0)
    for exit_ in view.plan.exits:
        lines = _said(exit_)
        long = max(Word(line, 0, 0, letter).width for line in lines)
        text = len(lines) * 1.3 * letter if exit_.wall in "上下" else long
        margins[exit_.wall] = max(margins[exit_.wall], (_ARROW + 2 * _GAP) * letter + text)
    return margins["左"], margins["上"], margins["右"], margins["下"]


def _said(exit_: Exit) -> tuple[str, ...]:
    return (exit_.title, *(("无障碍",) if exit_.accessible else ()))


def exit_mark(exit_: Exit, sheet: Sheet, view: FloorView) -> Mark:
    """An arrow before the opening and its name beyond: inward where one comes in, outward where one only leaves."""
    letter = sheet.letter
    ground = sheet.placed(exit_.ground(view.plan.outline, 0.0))
    dx, dy = {"左": (-1, 0), "右": (1, 0), "上": (0, -1), "下": (0, 1)}[exit_.wall]
    x, y = ground.x + ground.w / 2, ground.y + ground.d / 2
    near = sheet.wall / 2 + _GAP * letter
    tip, base = (near, near + _ARROW * letter) if "出口" not in exit_.title else (near + _ARROW * letter, near)
    half = 0.62 * letter
    points = (
        (x + dx * tip, y + dy * tip),
        (x + dx * base + dy * half, y + dy * base + dx * half),
        (x + dx * base - dy * half, y + dy * base - dx * half),
    )
    drawn = "L".join(f"{px:.2f},{py:.2f}" for px, py in points)
    far = near + (_ARROW + _GAP) * letter
    lines = _said(exit_)
    words = []
    for n, line in enumerate(lines):
        word = Word(line, 0, 0, letter)
        if dx:
            at = x + dx * (far + word.width / 2), y + (n - (len(lines) - 1) / 2) * 1.3 * letter
        else:
            step = n if dy > 0 else len(lines) - 1 - n
            at = x, y + dy * (far + (0.5 + 1.3 * step) * letter)
        words.append(word._replace(x=at[0], y=at[1]))
    return Mark(f'<path fill="{colour("grey")}" d="M{drawn}z"/>', tuple(words))


def stairs_mark(place: Place, words: Sequence[Word], sheet: Sheet) -> Mark:
    """Treads across the way up, clear behind the words."""
    box = place.box
    step = max(_TREAD_M * sheet.scale, _NARROWEST)
    long, upright = (box.d, True) if box.d >= box.w else (box.w, False)
    count = int(long / step)
    along = [(long - count * step) / 2 + n * step for n in range(count + 1)]
    if upright:
        lines = [f"M{box.x:.2f},{box.y + at:.2f}h{box.w:.2f}" for at in along]
    else:
        lines = [f"M{box.x + at:.2f},{box.y:.2f}v{box.d:.2f}" for at in along]
    treads = f'<path fill="none" stroke="{tint("grey", 0.5)}" stroke-width="0.8" d="{"".join(lines)}"/>'
    if not words:
        return Mark(treads)
    clear = _around(words).grown(0.3 * sheet.letter)
    corner, size = f'x="{clear.x:.2f}" y="{clear.y:.2f}"', f'width="{clear.w:.2f}" height="{clear.d:.2f}"'
    return Mark(f'{treads}<rect {corner} {size} fill="{colour("white")}"/>')


def number_mark(number: int, place: Place, sheet: Sheet) -> Mark:
    """A number in a circle, which the list explains."""
    x, y = place.box.x + place.box.w / 2, place.box.y + place.box.d / 2
    ink = "panel-red" if place.own else "grey"
    radius = min(0.85 * sheet.letter, max(min(place.box.w, place.box.d) / 2, 0.75 * sheet.least))
    letter = max(sheet.least, radius / 0.85)
    circle = f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" fill="{colour(ink)}"/>'
    return Mark(circle, (Word(f"{number}", x, y, letter, bold=True, ink="white"),))


def _around(words: Sequence[Word]) -> Rectangle:
    boxes = [word.box for word in words]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, low = max(box.x + box.w for box in boxes), max(box.y + box.d for box in boxes)
    return Rectangle(left, top, right - left, low - top)
