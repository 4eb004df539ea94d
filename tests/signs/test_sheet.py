from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from generators.model.sign import Process
from generators.plan.kinds import sign_kinds
from generators.signs.sheet import (
    EYELET_STEP,
    MARK_GAP,
    MARK_LENGTH,
    SLUG_LETTER,
    SLUG_STRIP,
    Sheet,
    crop_marks,
    sheet_for,
    slug,
)
from generators.typeset.fonts import Face, advance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.signs.conftest import Made

SHEET = Sheet(width=100, height=60, bleed=5, margin=20, marked=True)


def the_boxes_lie_in_each_other() -> None:
    assert SHEET.media == (140, 100)
    assert SHEET.trim_box == (20, 20, 120, 80)
    assert SHEET.bleed_box == (15, 15, 125, 85)


def no_mark_touches_the_bleed() -> None:
    path = re.search(r'd="([^"]+)"', crop_marks(SHEET, "black"))
    assert path
    for x, y, way, to in re.findall(r"M([\d.]+),([\d.]+)([VHvh])([\d.]+)", path[1]):
        ends = [(float(x), float(y))]
        length = float(to)
        ends.append((length if way == "H" else ends[0][0] + (length if way == "h" else 0),
                     length if way == "V" else ends[0][1] + (length if way == "v" else 0)))  # fmt: skip
        for ex, ey in ends:
            assert not (15 < ex < 125 and 15 < ey < 85)
            assert 0 <= ex <= 140
            assert 0 <= ey <= 100


def an_unmarked_sheet_has_no_marks() -> None:
    assert crop_marks(Sheet(100, 60, 0, 100, marked=False), "black") == ""


def the_slug_says_name_size_bleed_and_scale(of_kind: Mapping[str, Made]) -> None:
    planned = of_kind["vertical-plate"].planned
    text, letter = slug(planned, sheet_for(planned)) or ("", 0)
    assert text.startswith(planned.title)
    assert letter == SLUG_LETTER
    for part in (f"成品 {planned.size_text} mm", "出血 5 mm", planned.branch.short, "比例 1:1", "CMYK"):
        assert part in text


def the_slug_keeps_clear_of_the_marks_and_within_the_sheet(made: tuple[Made, ...]) -> None:
    for planned in (one.planned for one in made):
        sheet = sheet_for(planned)
        said = slug(planned, sheet)
        if said is None:
            assert sheet.margin == 0
            continue
        assert advance(Face.HEI, said.text) * said.letter <= sheet.media[0] - 2 * SLUG_STRIP + 0.5
        assert said.letter >= 1.8
        if sheet.marked:
            assert sheet.margin - sheet.bleed - MARK_GAP - MARK_LENGTH >= 1.5 + 1.25 * said.letter


def a_slug_tells_the_quantity(of_kind: Mapping[str, Made]) -> None:
    planned = of_kind["door-plate"].planned
    three = replace(planned, sign=planned.sign.model_copy(update={"quantity": 3}))
    assert "UV直喷 3块" in (slug(three, sheet_for(three)) or ("",))[0]


def a_banner_has_eyelets_at_its_corners_and_every_half_metre_in_the_white(of_kind: Mapping[str, Made]) -> None:
    planned = of_kind["banner"].planned
    sheet = sheet_for(planned)
    places = {(x, y) for x, y, _ in sheet.holes}
    w, h = planned.size.w, planned.size.h
    assert {(-50, -50), (w + 50, -50), (-50, h + 50), (w + 50, h + 50)} <= places
    assert all(not (0 <= x <= w and 0 <= y <= h) for x, y in places)
    top = sorted(x for x, y in places if y == -50)
    assert max(far - near for near, far in pairwise(top)) <= EYELET_STEP
    assert f"扣眼 φ12，{len(places)}处" in (slug(planned, sheet) or ("",))[0]


@pytest.mark.parametrize(("process", "bleed", "holes", "cut", "plain"), [
    (Process.UV, 5, 4, True, True),
    (Process.TRIMMED, 5, 4, False, True),
    (Process.PHOTO, 0, 0, False, False),
])  # fmt: skip
def a_sign_may_be_made_by_another_process_than_its_kind(
    of_kind: Mapping[str, Made], process: Process, bleed: float, holes: int, cut: bool, plain: bool
) -> None:
    planned = of_kind["rule-board"].planned
    sheet = sheet_for(replace(planned, sign=planned.sign.model_copy(update={"process": process})))
    assert (sheet.bleed, len(sheet.holes), sheet.cut, sheet.plain_black) == (bleed, holes, cut, plain)


def the_boards_of_a_wall_have_their_holes_in_the_same_places() -> None:
    kinds = sign_kinds()
    assert kinds["rule-board"].holes
    assert kinds["rule-board"].holes == kinds["flow-board"].holes == kinds["official-board"].holes
