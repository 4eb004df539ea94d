from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.plan.sign_rules import FLAGS
from generators.signs.wall import CEILING, EYES, main_wall

if TYPE_CHECKING:
    from generators.model.library import Library


@pytest.mark.parametrize("width", [3000, 4000, 4600, 6000, 9000, 16000])
def test_everything_hangs_on_the_wall_and_nothing_overlaps(width: float, library: Library) -> None:
    wall = main_wall(library, width)
    left, right = wall.sides
    assert left.left >= 0
    assert right.left + right.width <= width
    assert left.left + left.width < wall.flag.left
    assert right.left > wall.flag.left + wall.flag.width
    assert wall.oath.top < wall.flag.foot
    assert wall.flag.foot >= 1800
    assert wall.flag.top <= CEILING
    assert wall.oath.foot >= 800
    assert left.centre == right.centre == EYES
    assert wall.flag.middle == wall.oath.middle == width / 2
    assert left.middle + right.middle == width
    assert width / wall.scale <= 330


def the_flag_is_of_size_4_or_on_a_narrow_wall_5(library: Library) -> None:
    assert main_wall(library, 6000).flag_size == FLAGS[4]
    assert main_wall(library, 4000).flag_size == FLAGS[5]


def test_duties_are_left_unless_asked_otherwise(library: Library) -> None:
    assert [side.title for side in main_wall(library, 6000).sides] == ["党员义务", "党员权利"]
    assert [side.title for side in main_wall(library, 6000, rights_left=True).sides] == ["党员权利", "党员义务"]
