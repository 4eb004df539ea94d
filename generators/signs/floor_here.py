"""Where the reader of a floor plan stands: a red dot, and a label where it hides least."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.walls import Rectangle
from generators.signs.floor_marks import Mark
from generators.signs.floor_names import Word
from generators.signs.inks import colour

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generators.plan.floor_views import FloorView
    from generators.signs.floor_drawing import Sheet

_SIZES = (1.4, 1.1, 0.9)
"""Letters of the label to the small letters, the wanted size first: in a narrow passage they are smaller."""
_LINE = 1.2
"""From one line of the label to the next, em."""
_DOT, _OFF = 0.55, 1.1
"""The dot's radius, and the label's distance from its middle, em of the label."""


@dataclass(frozen=True)
class _Label:
    """The label at one of its sizes."""

    words: tuple[Word, ...]

    @property
    def letter(self) -> float:
        return self.words[0].letter

    @property
    def high(self) -> float:
        return sum(word.letter for word in self.words) * _LINE + 0.5 * self.letter

    def boxes(self, x: float, y: float) -> Iterator[Rectangle]:
        """Where it can stand: right, left, above or below, near the dot or farther off."""
        wide, high = max(word.width for word in self.words) + 0.9 * self.letter, self.high
        for far in (_OFF * self.letter * times for times in (1, 2, 3)):
            yield Rectangle(x + far, y - high / 2, wide, high)
            yield Rectangle(x - far - wide, y - high / 2, wide, high)
            yield Rectangle(x - wide / 2, y - far - high, wide, high)
            yield Rectangle(x - wide / 2, y + far, wide, high)

    def placed(self, box: Rectangle) -> Iterator[Word]:
        """Its words in the middle of a box."""
        y = box.y + 0.25 * self.letter
        for word in self.words:
            yield word._replace(x=box.x + box.w / 2, y=y + _LINE * word.letter / 2)
            y += _LINE * word.letter


def here_mark(view: FloorView, sheet: Sheet, words: Sequence[Word], walls: Sequence[Rectangle]) -> Mark:
    """The dot and its label, which keeps off `words` and `walls` as well as it can; with English where rooms have."""
    at = sheet.placed(Rectangle(view.here.x, view.here.y, 0, 0))
    taken = [*(word.box.grown(0.3 * sheet.letter) for word in words), *walls]
    english = any(room and room.english for room in view.rooms)
    tried = []
    for size in _SIZES:
        label = _label(max(size * sheet.letter, sheet.least), sheet.least, english=english)
        box = min(
            label.boxes(at.x, at.y),
            key=lambda box: (_hidden(at, box, taken), abs(box.x - at.x) + abs(box.y - at.y)),
        )
        tried.append((_hidden(at, box, taken), label, box))
        if not tried[-1][0]:
            break
    _, label, box = min(tried, key=lambda one: one[0])
    return Mark(_drawn(at, label.letter, box), tuple(label.placed(box)))


def _label(letter: float, least: float, *, english: bool) -> _Label:
    second = (Word("You Are Here", 0, 0, max(0.6 * letter, least), ink="white"),) if english else ()
    return _Label((Word("您在此", 0, 0, letter, bold=True, ink="white"), *second))


def _hidden(at: Rectangle, box: Rectangle, taken: Sequence[Rectangle]) -> float:
    """How much of what stands there already the label and its way from the dot would hide, mm²."""
    left, top = min(at.x, box.x), min(at.y, box.y)
    right, low = max(at.x, box.x + box.w), max(at.y, box.y + box.d)
    if box.x <= at.x <= box.x + box.w:
        way = Rectangle(at.x, top, 0, low - top)
    else:
        way = Rectangle(left, at.y, right - left, 0)
    return sum(_common(box, other) + _common(way.grown(1), other) for other in taken)


def _common(one: Rectangle, other: Rectangle) -> float:
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    along = min(one.y + one.d, other.y + other.d) - max(one.y, other.y)
    return max(across, 0.0) * max(along, 0.0)


def _drawn(at: Rectangle, letter: float, box: Rectangle) -> str:
    red, white = colour("panel-red"), colour("white")
    x, y, half = box.x + box.w / 2, box.y + box.d / 2, 0.35 * letter
    if abs(x - at.x) < abs(y - at.y):
        tail = f"M{at.x:.2f},{at.y:.2f}L{at.x - half:.2f},{y:.2f}H{at.x + half:.2f}z"
    else:
        tail = f"M{at.x:.2f},{at.y:.2f}L{x:.2f},{at.y - half:.2f}V{at.y + half:.2f}z"
    ring = f'stroke="{white}" stroke-width="{0.2 * letter:.2f}"'
    corner, size = f'x="{box.x:.2f}" y="{box.y:.2f}"', f'width="{box.w:.2f}" height="{box.d:.2f}"'
    return (
        f'<circle cx="{at.x:.2f}" cy="{at.y:.2f}" r="{_DOT * letter:.2f}" fill="{red}" {ring}/>'
        f'<rect {corner} {size} rx="{0.3 * letter:.2f}" fill="{red}"/><path fill="{red}" d="{tail}"/>'
    )
