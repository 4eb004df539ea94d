"""The names on a floor plan: in their rooms where they fit, else as numbers with a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generators.model.floor_plan import SpaceKind
from generators.model.walls import Rectangle
from generators.signs.letters import column
from generators.signs.lines import LEADING, block
from generators.signs.typefaces import body_face
from generators.typeset.fonts import advance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generators.model.branch import VenueRoom
    from generators.model.floor_plan import Space
    from generators.plan.floor_views import FloorView

_EASY = 1.4
"""Rooms whose names reach so many times the least letter set the size for all of their sort; smaller ones follow."""
_QUIETER = 0.8
"""Letters of what is not the branch's, to those of its rooms."""
_SECOND = 0.56
"""Letters of a room's number and English name, to those of its name."""
_DOWNWARD = 1.12
"""From one character to the next where a name runs downward, em."""
_BESIDE, _ABOVE = 0.7, 0.6
"""Kept clear beside and above a name, both sides together, em."""


class Word(NamedTuple):
    """A line of text about the middle of which it is set, mm."""

    text: str
    x: float
    y: float
    letter: float
    bold: bool = False
    ink: str = "black"

    @property
    def width(self) -> float:
        """As the font's metrics have it, with a hair to spare."""
        return advance(body_face(bold=self.bold), self.text) * self.letter + 1

    @property
    def box(self) -> Rectangle:
        """What it covers."""
        return Rectangle(self.x - self.width / 2, self.y - self.letter / 2, self.width, self.letter)


class Name(NamedTuple):
    """A name in lines that fit its room."""

    lines: tuple[str, ...]
    letter: float
    leading: float
    """From one line to the next, em."""

    @property
    def height(self) -> float:
        """From the top of the first letters to the foot of the last, mm."""
        return self.letter * (1 + (len(self.lines) - 1) * self.leading)


@dataclass(frozen=True)
class Place:
    """A space to be named."""

    number: int
    """Of the space in its plan."""
    space: Space
    room: VenueRoom | None
    box: Rectangle
    """Where its name may stand, mm."""

    @property
    def own(self) -> bool:
        """Whether it is a room of the branch."""
        return self.space.kind is SpaceKind.ROOM

    @property
    def english(self) -> str:
        """Its English name, if it has one."""
        return (self.room.english if self.room else None) or self.space.english or ""

    def name(self, at_least: float, at_most: float) -> Name | None:
        """Its name as large as it fits, across or, in a narrow room, downward; None where it does not."""
        face = body_face(bold=self.own)
        space = {"at_least": at_least, "at_most": at_most, "across": _BESIDE, "down": _ABOVE}
        across = block(self.space.name, self.box.w, self.box.d, face=face, **space)
        chars = tuple(cell.char for cell in column(self.space.name))
        high = (len(chars) - 1) * _DOWNWARD + 1 + _ABOVE
        letter = int(min(at_most, self.box.w / (1 + _BESIDE), self.box.d / high) * 10) / 10
        if letter >= at_least and (across is None or letter > _EASY * across.letter):
            return Name(chars, letter, _DOWNWARD)
        return Name(across.lines, across.letter, LEADING) if across else None


def places_of(view: FloorView, boxes: Sequence[Rectangle]) -> tuple[Place, ...]:
    """The spaces of a plan that have names; `boxes` is where each lies, mm."""
    pairs = enumerate(zip(view.plan.spaces, view.rooms, boxes, strict=True))
    return tuple(
        Place(number, space, room, box)
        for number, (space, room, box) in pairs
        if space.kind is not SpaceKind.OUTSIDE or space.title
    )


def unfitting(places: Iterable[Place], least: float) -> tuple[Place, ...]:
    """Those whose names do not fit even in the least letter; a passage then goes without."""
    return tuple(
        place for place in places if place.name(least, least) is None and place.space.kind is not SpaceKind.PASSAGE
    )


def words_of(places: Iterable[Place], least: float, most: float) -> Iterator[tuple[Place, tuple[Word, ...]]]:
    """The words in each space, of one size for the branch's rooms and a smaller one for all others."""
    fitting = [place for place in places if place.name(least, least)]
    own = _common([place for place in fitting if place.own], least, most)
    other = _common([place for place in fitting if not place.own], least, max(least, _QUIETER * own))
    for place in fitting:
        name = place.name(least, own if place.own else other)
        if name:
            yield place, _set(place, name, least)


def _common(places: Sequence[Place], least: float, most: float) -> float:
    """The letter that all easy names share: where the smallest has it in two lines, it may have less in one."""
    found = [name.letter for place in places if (name := place.name(least, most))]
    shared = min((letter for letter in found if letter >= _EASY * least), default=least if found else most)
    return shared if shared == most else _common(places, least, shared)


def _set(place: Place, name: Name, least: float) -> tuple[Word, ...]:
    """Name, English and room number one below the other, as many of these as fit."""
    second = int(max(least, _SECOND * name.letter) * 10) / 10
    number = place.room.number if place.room else None
    wanted = [lines for lines in (_english(place, second), (number,) if number else ()) if lines]
    for count in range(len(wanted), 0, -1):
        below = [line for lines in wanted[:count] for line in lines]
        if name.height + len(below) * LEADING * second <= place.box.d - _ABOVE * name.letter:
            return tuple(_stacked(place, name, below, second))
    return tuple(_stacked(place, name, (), second))


def _english(place: Place, letter: float) -> tuple[str, ...]:
    if not place.english:
        return ()
    wide, high = place.box.w - letter, place.box.d
    found = block(place.english, wide, high, at_least=letter, at_most=letter, face=body_face(), most_lines=2)
    return found.lines if found else ()


def _stacked(place: Place, name: Name, below: Sequence[str], second: float) -> Iterator[Word]:
    ink = "panel-red" if place.own else "black"
    middle = place.box.x + place.box.w / 2
    high = name.height + len(below) * LEADING * second
    y = place.box.y + (place.box.d - high) / 2
    for line in name.lines:
        yield Word(line, middle, y + name.letter / 2, name.letter, place.own, ink)
        y += name.leading * name.letter
    y += second * (LEADING - 1) - (name.leading - 1) * name.letter
    for line in below:
        yield Word(line, middle, y + second / 2, second, ink=ink)
        y += LEADING * second
