"""Rectangles of floor and the doors in their walls."""

from __future__ import annotations

import pytest

from generators.model.walls import Door, Rectangle

ROOM = Rectangle(2, 1, 6, 4)


@pytest.mark.parametrize(
    ("other", "overlaps", "within"),
    [
        (Rectangle(3, 2, 1, 1), True, True),
        (Rectangle(7, 4, 3, 3), True, False),
        (Rectangle(8, 1, 2, 4), False, False),
        (Rectangle(2, 1, 6, 4), True, True),
        (Rectangle(20, 20, 1, 1), False, False),
    ],
)
def a_common_edge_is_no_overlap(other: Rectangle, overlaps: bool, within: bool) -> None:
    assert ROOM.overlaps(other) is other.overlaps(ROOM) is overlaps
    assert other.within(ROOM) is within


@pytest.mark.parametrize(
    ("wall", "inside", "around"),
    [
        ("上", (3, 1, 0.9, 0.9), (3, 0.5, 0.9, 1)),
        ("下", (3, 4.1, 0.9, 0.9), (3, 4.5, 0.9, 1)),
        ("左", (2, 2, 0.9, 0.9), (1.5, 2, 1, 0.9)),
        ("右", (7.1, 2, 0.9, 0.9), (7.5, 2, 1, 0.9)),
    ],
)
def a_door_has_its_ground_on_both_sides_of_its_wall(
    wall: str, inside: tuple[float, ...], around: tuple[float, ...]
) -> None:
    door = Door(wall=wall, at=1)
    assert tuple(door.swing(ROOM)) == pytest.approx(inside)
    assert tuple(door.ground(ROOM, 0.5, 0.5)) == pytest.approx(around)


def a_door_beyond_the_end_of_its_wall_does_not_fit() -> None:
    assert Door(wall="左", at=3.1).fits(ROOM)
    assert not Door(wall="左", at=3.2).fits(ROOM)
    assert Door(wall="上", at=5.1).fits(ROOM)


@pytest.mark.parametrize("wall", "上下左右")
def a_door_turns_with_its_room(wall: str) -> None:
    door = Door(wall=wall, at=1)
    turned = door.clockwise(ROOM)
    room = ROOM.clockwise(10)
    assert tuple(turned.swing(room)) == pytest.approx(tuple(door.swing(ROOM).clockwise(10)))


def a_whole_turn_has_four_quarters() -> None:
    depth, width = 10.0, 15.0
    room = ROOM
    for around in (depth, width, depth, width):
        room = room.clockwise(around)
    assert tuple(room) == pytest.approx(tuple(ROOM))
