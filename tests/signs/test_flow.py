from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generators.chart import lay_out
from generators.signs.flow import GAP_MM, picture

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.model.procedure import Procedure


@pytest.fixture
def longest(library: Library) -> Procedure:
    return max(library.procedure.values(), key=lambda p: len(list(p.steps())))


def heights(drawings: tuple[str, ...]) -> list[float]:
    return [float(re.search(r'height="([\d.]+)mm"', drawing)[1]) for drawing in drawings]  # type: ignore[index]


def the_whole_chart_is_taken_where_it_is_legible(library: Library, longest: Procedure) -> None:
    drawn = picture(longest, library.post, (3000, 9000), (8, 22))
    assert [len(column.drawings) for column in drawn.columns] == [1]
    assert 8 <= drawn.letter_mm <= 22


def the_stages_stand_side_by_side_where_it_is_not(library: Library, longest: Procedure) -> None:
    room = (2300.0, 900.0)
    drawn = picture(longest, library.post, room, (8, 22))
    assert sum(len(column.drawings) for column in drawn.columns) == len(longest.stages)
    assert drawn.letter_mm >= 8
    assert sum(column.width_mm for column in drawn.columns) + GAP_MM * (len(drawn.columns) - 1) <= room[0] + 0.1
    for column in drawn.columns:
        assert sum(heights(column.drawings)) + GAP_MM * (len(column.drawings) - 1) <= room[1] + 0.1


def the_stages_are_narrowed_where_that_makes_the_letters_larger(library: Library) -> None:
    procedure, room = library.procedure["develop-member"], (1728.0, 839.1)
    drawn = picture(procedure, library.post, room, (8, 22))
    assert drawn.letter_mm > 9.5
    wide = [stage.width for stage in lay_out(procedure, library.post).stages]
    narrow = [stage.width for stage in lay_out(procedure, library.post, stage_width=400).stages]
    assert all(a <= b for a, b in zip(narrow, wide, strict=True))
    assert sum(narrow) < 0.9 * sum(wide)


def every_letter_on_a_picture_is_as_large_as_it_says(library: Library, longest: Procedure) -> None:
    for room in ((3000.0, 9000.0), (2300.0, 900.0)):
        drawn = picture(longest, library.post, room, (8, 22))
        for drawing in (drawing for column in drawn.columns for drawing in column.drawings):
            box, size = (
                re.search(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+)', drawing),
                re.search(r'width="([\d.]+)mm"', drawing),
            )
            assert box
            assert size
            smallest = min(map(float, re.findall(r'font-size="([\d.]+)"', drawing)))
            assert smallest * float(size[1]) / float(box[1]) >= drawn.letter_mm - 0.01


def the_letters_grow_no_larger_than_the_most(library: Library, longest: Procedure) -> None:
    assert picture(longest, library.post, (9000, 9000), (8, 12)).letter_mm == pytest.approx(12)


def it_gives_the_largest_there_is_where_nothing_is_legible(library: Library, longest: Procedure) -> None:
    assert 0 < picture(longest, library.post, (300, 300), (8, 22)).letter_mm < 8


def the_drawings_have_no_links_and_our_fonts(library: Library, longest: Procedure) -> None:
    chart = lay_out(longest, library.post)
    drawing = picture(longest, library.post, (3000, 9000), (8, 22)).columns[0].drawings[0]
    assert "<a " not in drawing
    assert "</a>" not in drawing
    assert "Zhibu Hei" in drawing
    assert drawing.count("<g>") == len(chart.boxes)
