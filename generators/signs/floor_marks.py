"""What is drawn on a floor plan besides rooms and walls: ways in, stairs, numbers, and where the reader stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generators.model.walls import Rectangle
from generators.signs.floor_names import Word
from generators.signs.inks import colour, tint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    lines = []
    for n in range(int(long / step) + 1):
        at = (long - int(long / step) * step) / 2 + n * step
        lines.append(f"M{box.x:.2f},{box.y + at:.2f}h{box.w:.2f}" if upright else f"M{box.x + at:.2f},{box.y:.2f}v{box.d:.2f}")
    clear = _filled(_around(words).grown(0.3 * sheet.letter), colour("white")) if words else ""
    return Mark(f'<path fill="none" stroke="{tint("grey", 0.5)}" stroke-width="0.8" d="{"".join(lines)}"/>{clear}')


def number_mark(number: int, place: Place, sheet: Sheet) -> Mark:
    """A number in a circle, which the list explains."""
    x, y = place.box.x + place.box.w / 2, place.box.y + place.box.d / 2
    ink = "panel-red" if place.own else "grey"
    radius = min(0.85 * sheet.letter, max(min(place.box.w, place.box.d) / 2, 0.75 * sheet.least))
    letter = max(sheet.least, radius / 0.85)
    circle = f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" fill="{colour(ink)}"/>'
    return Mark(circle, (Word(f"{number}", x, y, letter, bold=True, ink="white"),))


def here_mark(view: FloorView, sheet: Sheet, words: Iterable[Word], walls: Sequence[Rectangle]) -> Mark:
    """A dot where the reader stands, and a red label beside it where it hides least."""
    dot = sheet.placed(Rectangle(view.here.x, view.here.y, 0, 0))
    letter = 1.4 * sheet.letter
    english = max(0.62 * letter, sheet.least)
    lines = [("您在此", letter, True)]
    if any(room and room.english for room in view.rooms):
        lines.append(("You Are Here", english, False))
    texts = [Word(said, 0, 0, size, bold) for said, size, bold in lines]
    wide = max(word.width for word in texts) + 0.9 * letter
    high = sum(word.letter for word in texts) * 1.2 + 0.5 * letter
    radius = 0.55 * letter
    taken = [*(_box_of(word).grown(0.3 * letter) for word in words), *walls]
    box = min(
        _beside(dot, wide, high, radius + 0.55 * letter),
        key=lambda box: (sum(_common(box, other) for other in taken), abs(box.x - dot.x) + abs(box.y - dot.y)),
    )
    red, white = colour("panel-red"), colour("white")
    tail = _tail(dot, box, 0.35 * letter)
    ring = f'stroke="{white}" stroke-width="{0.2 * letter:.2f}"'
    svg = (
        f'<circle cx="{dot.x:.2f}" cy="{dot.y:.2f}" r="{radius:.2f}" fill="{red}" {ring}/>'
        f'<rect x="{box.x:.2f}" y="{box.y:.2f}" width="{box.w:.2f}" height="{box.d:.2f}" rx="{0.3 * letter:.2f}" fill="{red}"/>'
        f'<path fill="{red}" d="{tail}"/>'
    )
    y = box.y + (high - sum(word.letter for word in texts) * 1.2) / 2
    placed = []
    for word in texts:
        placed.append(word._replace(x=box.x + wide / 2, y=y + 0.6 * word.letter, ink="white"))
        y += 1.2 * word.letter
    return Mark(svg, tuple(placed))


def _beside(dot: Rectangle, wide: float, high: float, off: float) -> Iterator[Rectangle]:
    """Where the label can stand: right, left, above or below, near the dot or farther off."""
    for far in (off, 2 * off, 3 * off):
        yield Rectangle(dot.x + far, dot.y - high / 2, wide, high)
        yield Rectangle(dot.x - far - wide, dot.y - high / 2, wide, high)
        yield Rectangle(dot.x - wide / 2, dot.y - far - high, wide, high)
        yield Rectangle(dot.x - wide / 2, dot.y + far, wide, high)


def _tail(dot: Rectangle, box: Rectangle, half: float) -> str:
    """From the label to the dot."""
    x, y = box.x + box.w / 2, box.y + box.d / 2
    if abs(x - dot.x) < abs(y - dot.y):
        return f"M{dot.x:.2f},{dot.y:.2f}L{dot.x - half:.2f},{y:.2f}H{dot.x + half:.2f}z"
    return f"M{dot.x:.2f},{dot.y:.2f}L{x:.2f},{dot.y - half:.2f}V{dot.y + half:.2f}z"


def _box_of(word: Word) -> Rectangle:
    return Rectangle(word.x - word.width / 2, word.y - word.letter / 2, word.width, word.letter)


def _around(words: Sequence[Word]) -> Rectangle:
    boxes = [_box_of(word) for word in words]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Rectangle(
        left, top, max(box.x + box.w for box in boxes) - left, max(box.y + box.d for box in boxes) - top
    )


def _common(one: Rectangle, other: Rectangle) -> float:
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    along = min(one.y + one.d, other.y + other.d) - max(one.y, other.y)
    return max(across, 0.0) * max(along, 0.0)


def _filled(box: Rectangle, fill: str) -> str:
    return f'<rect x="{box.x:.2f}" y="{box.y:.2f}" width="{box.w:.2f}" height="{box.d:.2f}" fill="{fill}"/>'
