"""The elevation of an activity room's main wall (主墙立面图), drawn at scale with heights and distances."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generators.plan.theme import sign_theme
from generators.signs.order_sheets import wall_sheet
from generators.signs.wall import CEILING, EYES, Hung
from generators.typeset.emblem import BOX, emblem_path

if TYPE_CHECKING:
    from generators.model.branch import Branch
    from generators.model.library import Library
    from generators.signs.wall import Wall

_LEFT, _TOP = 36.0, 10.0
_INK, _FAINT, _MEASURE = "#1A1A1A", "#B8B2AB", "#5C5650"
_ROOM_TO_STAND = 800.0
"""A narrower place beside the boards has no room for the figure, or for the name of the line of sight."""
_LEAST_INTERVAL = 6.5
"""A shorter interval, in mm of the sheet, has its figure beside it."""
_CENTRED = f'fill="{_INK}" text-anchor="middle"'


def wall_elevation(wall: Wall, branch: Branch, library: Library) -> bytes:
    """The elevation as a PDF on A3 across, with heights and distances in mm."""
    legend = (wall.flag, wall.oath, *wall.sides)
    return wall_sheet(elevation_svg(wall), legend, branch, library, scale=wall.scale, wall=wall, eyes=EYES)


def elevation_svg(wall: Wall) -> str:
    """The drawing, in mm of the sheet."""
    return _Drawing(wall).svg()


class _Drawing:
    """Draws a wall; x and y are mm of the wall, y from the floor."""

    def __init__(self, wall: Wall) -> None:
        self._wall = wall
        self._k = 1 / wall.scale
        self._floor = _TOP + CEILING * self._k
        self._colours = {name: colour.rgb for name, colour in sign_theme().inks.items()}
        self._letter = min(4.2, *(0.11 * board.height * self._k for board in (wall.oath, *wall.sides)))
        self._parts: list[str] = []

    def svg(self) -> str:
        wall = self._wall
        self._room()
        self._heights()  # first, so that its lines run behind the boards
        self._flag()
        self._board(wall.oath, "入党誓词", "原文逐字")
        for side in wall.sides:
            self._board(side, side.title, "原文逐字")
        aside = wall.sides[1].left + wall.sides[1].width
        if wall.width - aside >= _ROOM_TO_STAND:
            self._person((aside + wall.width) / 2)
        self._distances()
        width, height = _LEFT + wall.width * self._k + 46, self._floor + 34
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}mm" height="{height:.2f}mm" '
            f'viewBox="0 0 {width:.2f} {height:.2f}" font-family="Zhibu Hei">{"".join(self._parts)}</svg>'
        )

    def _x(self, x: float) -> float:
        return _LEFT + x * self._k

    def _y(self, y: float) -> float:
        return self._floor - y * self._k

    def _line(self, x1: float, y1: float, x2: float, y2: float, style: str) -> None:
        self._parts.append(f'<path d="M{x1:.2f},{y1:.2f}L{x2:.2f},{y2:.2f}" fill="none" {style}/>')

    def _text(self, x: float, y: float, said: str, size: float, style: str = _CENTRED) -> None:
        self._parts.append(f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size}" {style}>{said}</text>')

    def _box(self, hung: Hung, style: str) -> None:
        place = f'x="{self._x(hung.left):.2f}" y="{self._y(hung.top):.2f}"'
        size = f'width="{hung.width * self._k:.2f}" height="{hung.height * self._k:.2f}"'
        self._parts.append(f"<rect {place} {size} {style}/>")

    def _room(self) -> None:
        left, right = self._x(0), self._x(self._wall.width)
        room = Hung("", "", self._wall.width / 2, 0, self._wall.width, CEILING)
        self._box(room, f'fill="#FBFAF8" stroke="{_INK}" stroke-width="0.35"')
        self._line(left - 8, self._floor, right + 8, self._floor, f'stroke="{_INK}" stroke-width="0.7"')
        for n in range(int((right - left + 16) / 4)):
            x = left - 6 + n * 4
            self._line(x, self._floor + 0.4, x - 2.2, self._floor + 2.6, f'stroke="{_FAINT}" stroke-width="0.2"')
        eyes = f'stroke="{_FAINT}" stroke-width="0.25" stroke-dasharray="3 1.2 0.6 1.2"'
        self._line(left, self._y(EYES), right, self._y(EYES), eyes)
        middle = self._x(self._wall.width / 2)
        axis = f'stroke="{_FAINT}" stroke-width="0.2" stroke-dasharray="4 1 0.8 1"'
        self._line(middle, _TOP - 4, middle, self._floor + 6, axis)

    def _flag(self) -> None:
        flag, size = self._wall.flag, self._wall.flag_size
        self._box(flag, f'fill="{self._colours["party-red"]}"')
        x, y = size.emblem_corner
        scale = size.emblem_side * self._k / BOX
        place = f"translate({self._x(flag.left + x):.3f} {self._y(flag.top - y):.3f}) scale({scale:.5f})"
        self._parts.append(f'<path transform="{place}" d="{emblem_path()}" fill="{self._colours["party-gold"]}"/>')

    def _board(self, hung: Hung, title: str, below: str) -> None:
        red = self._colours["panel-red"]
        self._box(hung, f'fill="{self._colours["paper"]}" stroke="{red}" stroke-width="0.4"')
        head = Hung("", "", hung.middle, hung.top - 0.18 * hung.height, hung.width, 0.18 * hung.height)
        self._box(head, f'fill="{red}"')
        middle, letter = self._x(hung.middle), self._letter
        self._text(
            middle, self._y(hung.top - 0.09 * hung.height) + letter * 0.36, title, round(letter, 2),
            'fill="#FFFFFF" font-weight="700" text-anchor="middle"',
        )  # fmt: skip
        rows = 5
        for row in range(rows):
            y = self._y(hung.top - (0.28 + row * 0.11) * hung.height)
            end = 0.42 if row < rows - 1 else 0.1
            style = f'stroke="{self._colours["hairline"]}" stroke-width="0.5"'
            self._line(self._x(hung.middle - 0.42 * hung.width), y, self._x(hung.middle + end * hung.width), y, style)
        self._text(
            middle, self._y(hung.foot + 0.06 * hung.height), below, 2.5, f'fill="{_MEASURE}" text-anchor="middle"'
        )

    def _person(self, x: float) -> None:
        """Someone 1.7 m tall, for scale."""
        k, left, foot = self._k, self._x(x), self._floor
        self._parts.append(
            f'<g transform="translate({left:.2f} {foot:.2f}) scale({k:.5f} {-k:.5f})" fill="#D9D4CD">'
            '<circle cx="0" cy="1590" r="105"/>'
            '<path d="M-210,1380Q-210,1450 -130,1455H130Q210,1450 210,1380V860Q210,800 165,800T125,860V1270H110'
            'V70Q110,0 60,0T10,70V800H-10V70Q-10,0 -60,0T-110,70V1270H-125V860Q-125,800 -165,800T-210,860Z"/></g>'
        )

    def _heights(self) -> None:
        """Two chains of heights: of the side boards at the left, of flag and oath at the right."""
        wall, side = self._wall, self._wall.sides[0]
        self._chain(self._x(0) - 10, (0, side.foot, side.centre, side.top, CEILING), side.left)
        right = self._x(wall.width) + 10
        stops = (0, wall.oath.foot, wall.oath.top, wall.flag.foot, wall.flag.top, CEILING)
        self._chain(right, stops, wall.flag.left + wall.flag.width)
        for x, said in ((self._x(0) - 10, "义务、权利"), (right, "党旗、誓词")):
            self._text(x, _TOP - 3, said, 2.6, f'fill="{_MEASURE}" text-anchor="middle"')
        if side.left >= _ROOM_TO_STAND:
            style = f'fill="{_MEASURE}" text-anchor="start"'
            self._text(self._x(0) + 1.5, self._y(EYES) - 1, f"视平线 {EYES:g}", 2.6, style)

    def _chain(self, at: float, stops: tuple[float, ...], until: float) -> None:
        thin = f'stroke="{_MEASURE}" stroke-width="0.18"'
        self._line(at, self._y(stops[0]), at, self._y(stops[-1]), thin)
        for stop in stops:
            y = self._y(stop)
            self._line(at - 1.2, y + 1.2, at + 1.2, y - 1.2, f'stroke="{_INK}" stroke-width="0.35"')
            if 0 < stop < CEILING:
                self._line(at, y, self._x(until), y, f'stroke="{_FAINT}" stroke-width="0.12"')
        for low, high in pairwise(stops):
            y = self._y((low + high) / 2)
            if (high - low) * self._k < _LEAST_INTERVAL:
                side, anchor = (-2.2, "end") if at < self._x(0) else (2.2, "start")
                self._text(at + side, y + 1, f"{high - low:g}", 2.8, f'fill="{_INK}" text-anchor="{anchor}"')
                continue
            turn = f'transform="rotate(-90 {at - 1.4:.2f} {y:.2f})" fill="{_INK}" text-anchor="middle"'
            self._text(at - 1.4, y, f"{high - low:g}", 2.8, turn)
        if at > self._x(0):
            return  # the height of the whole wall is said once
        outer = at - 9
        self._line(outer, self._y(0), outer, self._y(CEILING), thin)
        for stop in (0.0, CEILING):
            y = self._y(stop)
            self._line(outer - 1.2, y + 1.2, outer + 1.2, y - 1.2, f'stroke="{_INK}" stroke-width="0.35"')
        y = self._y(CEILING / 2)
        turn = f'transform="rotate(-90 {outer - 1.4:.2f} {y:.2f})" {_CENTRED}'
        self._text(outer - 1.4, y, f"{CEILING:g}", 2.8, turn)

    def _distances(self) -> None:
        """Below the floor: from edge to edge, then the whole."""
        wall, y = self._wall, self._floor + 12
        left, right = wall.sides
        edges = (left.left, left.left + left.width, wall.flag.left, wall.flag.left + wall.flag.width)
        stops = (0.0, *edges, right.left, right.left + right.width, wall.width)
        for level, chain in ((y, stops), (y + 9, (0.0, wall.width))):
            self._line(self._x(0), level, self._x(wall.width), level, f'stroke="{_MEASURE}" stroke-width="0.18"')
            for stop in chain:
                x = self._x(stop)
                self._line(x - 1.2, level + 1.2, x + 1.2, level - 1.2, f'stroke="{_INK}" stroke-width="0.35"')
            for near, far in pairwise(chain):
                self._text(self._x((near + far) / 2), level - 1.4, f"{far - near:g}", 2.8)
