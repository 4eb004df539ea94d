from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.model.sign import Subject
from generators.plan.sign_rules import FLAGS
from generators.plan.signs import plan_signs
from generators.signs.wall import CEILING, EYES, for_wall, main_wall

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


@pytest.mark.parametrize(("width", "size"), [(6000, "1440×720"), (3500, "960×480")])
def the_oath_is_made_as_wide_as_the_flag_and_drawn_as_it_is_made(width: float, size: str, compared: Library) -> None:
    signs = plan_signs(compared, compared.branch["example-office"]).signs
    asked = [for_wall(one, width) for one in signs if one.sign.subject is Subject.OFFICIAL]
    oath = next(one for one in asked if one.sign.id == "S08")
    assert oath.size_text == size
    wall = main_wall(compared, width, asked)
    assert (wall.oath.width, wall.oath.height) == (oath.size.w, oath.size.h)
    assert wall.oath.width == wall.flag.width
    assert not wall.missing
    assert wall.heights["oath"] == wall.oath.centre


def the_duties_that_need_a_larger_board_are_drawn_larger(compared: Library) -> None:
    signs = plan_signs(compared, compared.branch["example-office"]).signs
    larger = [next(one.larger()) for one in signs if one.sign.id == "S09"]
    wall = main_wall(compared, 6000, larger)
    assert {(side.width, side.height) for side in wall.sides} == {(larger[0].size.w, larger[0].size.h)}
    assert wall.missing == ("入党誓词",)
