from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generators.plan.signs import plan_signs
from generators.signs.elevation import elevation_svg, wall_elevation
from generators.signs.wall import CEILING, main_wall
from tests.signs.printed import text_of

if TYPE_CHECKING:
    from generators.model.library import Library


def the_emblem_stands_where_the_flag_has_it(library: Library) -> None:
    wall = main_wall(library, 6000)
    found = re.search(r'translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)"', elevation_svg(wall))
    assert found
    x, y, scale = map(float, found.groups())
    assert scale * 32 * wall.scale == pytest.approx(320, abs=0.5)
    assert (x - 36) * wall.scale - wall.flag.left == pytest.approx(160, abs=0.5)
    assert CEILING - (y - 10) * wall.scale == pytest.approx(wall.flag.top - 120, abs=0.5)


def the_elevation_is_the_same_each_time(library: Library) -> None:
    branch = next(iter(library.branch.values()))
    wall = main_wall(library, 6000)
    content = wall_elevation(wall, branch, library)
    assert content.startswith(b"%PDF")
    assert wall_elevation(wall, branch, library) == content


def it_says_what_is_drawn_but_not_made(library: Library, compared: Library) -> None:
    branch = library.branch["example-office"]
    _, text = text_of(wall_elevation(main_wall(library, 6000), branch, library))
    assert "入党誓词、党员义务、党员权利没有生成付印文件" in text
    signs = plan_signs(compared, branch).signs
    _, text = text_of(wall_elevation(main_wall(compared, 6000, signs), branch, compared))
    assert "没有生成" not in text
