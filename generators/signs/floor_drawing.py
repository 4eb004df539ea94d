"""A floor plan on a board: rooms, walls, ways in and the reader's place, at scale."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from generators.model.floor_plan import SpaceKind
from generators.model.walls import Rectangle
from generators.signs.floor_here import here_mark
from generators.signs.floor_marks import exit_margins, exit_mark, number_mark, stairs_mark
from generators.signs.floor_names import Place, Word, places_of, unfitting, words_of
from generators.signs.floor_walls import walls
from generators.signs.inks import colour, tint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.plan.floor_views import FloorView
    from generators.signs.floor_marks import Mark

_WALL_M, _THINNEST, _THICKEST = 0.2, 2.5, 6.0
"""A wall on the plan: metres, and mm of the board."""
_LETTERS_HIGH = 36
"""The small letters go so often into the shorter side of the drawing."""
_ROW = 2.1
"""From one line of the list to the next, em."""
_OWN = 2.2
"""The branch's rooms are so much redder than blush."""
_LARGEST = 120.0
"""No metre takes more, mm: a small floor need not fill the board."""


class Listed(NamedTuple):
    """A room whose name is too long for its place on the plan."""

    number: int
    name: str
    own: bool


@dataclass(frozen=True)
class FloorDrawing:
    """A plan ready for the board; all measures are mm from the drawing's upper left corner."""

    svg: str
    words: tuple[Word, ...]
    listed: tuple[Listed, ...]
    own: str
    """The colour of the branch's rooms, for the legend."""
    letter: float
    """Of what is written small: ways in, numbers and their list."""
    list_left: float
    """Where the names of the list begin; their numbers stand before."""
    list_row: float
    """Height of a line of the list."""


@dataclass(frozen=True)
class Sheet:
    """How metres become mm of the board."""

    scale: float
    """mm of the board a metre."""
    left: float
    top: float
    letter: float
    least: float

    @property
    def wall(self) -> float:
        """How thick a wall is, mm."""
        return min(max(_WALL_M * self.scale, _THINNEST), _THICKEST)

    def placed(self, ground: Rectangle) -> Rectangle:
        """A piece of floor on the board."""
        x, y, w, d = (part * self.scale for part in ground)
        return Rectangle(self.left + x, self.top + y, w, d)


def floor_drawing(view: FloorView, room: tuple[float, float], least: float, most: float) -> FloorDrawing | None:
    """The plan as large as `room` (width and height, mm) allows; None where its list of names does not fit."""
    letter = min(max(1.4 * least, min(room) / _LETTERS_HIGH), most)
    listed: tuple[Place, ...] = ()
    while True:
        wide = max((Word(p.space.name, 0, 0, letter).width for p in listed), default=0.0)
        beside = wide + 5 * letter if listed else 0.0
        sheet = _sheet(view, (room[0] - beside, room[1]), letter, least)
        if sheet is None or len(listed) * _ROW * letter > room[1]:
            return None
        places = places_of(view, [_inside(sheet.placed(s.footprint), sheet.wall) for s in view.plan.spaces])
        found = unfitting(places, least)
        if len(found) <= len(listed):
            return _drawn(view, sheet, places, found, (room[0] - wide, most))
        listed = found


def _sheet(view: FloorView, room: tuple[float, float], letter: float, least: float) -> Sheet | None:
    left, upper, right, lower = exit_margins(view, letter)
    wide, high = room[0] - left - right - _THICKEST, room[1] - upper - lower - _THICKEST
    scale = min(wide / view.plan.w, high / view.plan.d, _LARGEST)
    if scale <= 0:
        return None
    x = (room[0] - left - right - scale * view.plan.w) / 2 + left
    y = (room[1] - upper - lower - scale * view.plan.d) / 2 + upper
    return Sheet(scale, x, y, letter, least)


def _inside(box: Rectangle, wall: float) -> Rectangle:
    return box.grown(-wall / 2)


def _drawn(
    view: FloorView, sheet: Sheet, places: Sequence[Place], listed: Sequence[Place], beside: tuple[float, float]
) -> FloorDrawing:
    list_left, most = beside
    named = list(words_of(places, sheet.least, most))
    marks: list[Mark] = []
    for number, place in zip(count(1), listed):
        marks.append(number_mark(number, place, sheet))
    treads = [stairs_mark(place, words, sheet) for place, words in named if place.space.kind is SpaceKind.STAIRS]
    treads += [stairs_mark(place, (), sheet) for place in listed if place.space.kind is SpaceKind.STAIRS]
    marks += [exit_mark(exit_, sheet, view) for exit_ in view.plan.exits]
    words = [word for _, own in named for word in own] + [word for mark in marks for word in mark.words]
    built = [sheet.placed(Rectangle(*wall.ground(sheet.wall / sheet.scale))) for wall in walls(view.plan)]
    here = here_mark(view, sheet, words, built)
    svg = "".join(
        (
            _floor(view, sheet),
            *(mark.svg for mark in treads),
            _path(built, colour("grey")),
            *(mark.svg for mark in marks),
            here.svg,
        )
    )
    return FloorDrawing(
        svg,
        (*words, *here.words),
        tuple(Listed(n, place.space.name, place.own) for n, place in enumerate(listed, start=1)),
        tint("blush", _OWN),
        sheet.letter,
        list_left,
        _ROW * sheet.letter,
    )


def _floor(view: FloorView, sheet: Sheet) -> str:
    """Passages white, the branch's rooms in a tint of red, all others grey, what is not of the floor as the ground."""
    fills = {
        SpaceKind.ROOM: tint("blush", _OWN),
        SpaceKind.OTHER: tint("grey", 0.13),
        SpaceKind.LIFT: tint("grey", 0.13),
        SpaceKind.TOILET: tint("grey", 0.13),
        SpaceKind.OUTSIDE: colour("paper"),
    }
    parts = [_path([sheet.placed(view.plan.outline)], colour("white"))]
    for kind, fill in fills.items():
        grounds = [sheet.placed(space.footprint) for space in view.plan.spaces if space.kind is kind]
        parts.append(_path(grounds, fill) if grounds else "")
    return "".join(parts)


def _path(boxes: Sequence[Rectangle], fill: str) -> str:
    drawn = "".join(f"M{b.x:.2f},{b.y:.2f}h{b.w:.2f}v{b.d:.2f}h{-b.w:.2f}z" for b in boxes)
    return f'<path fill="{fill}" d="{drawn}"/>'
