"""Room layout plans: walls with their doors, names in their rooms, and the reader's place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

from generators.model.floor_plan import FloorPlan
from generators.model.walls import Rectangle
from generators.plan.floor_views import FloorView, views_of
from generators.plan.signs import PlannedSign, planned_for
from generators.signs import render_sign, settled
from generators.signs.floor_drawing import FloorDrawing, floor_drawing
from generators.signs.floor_walls import walls
from generators.signs.setting import TooLongError
from tests.signs.test_render import MM, text_of, trim_on_page

if TYPE_CHECKING:
    from generators.model.library import Library

ROOM = (852.0, 441.0)
LEAST, MOST = 8.0, 30.0


def floor(*spaces: dict[str, Any], **more: Any) -> FloorPlan:
    written = {"w": 20, "d": 10, "here": {"x": 10, "y": 8}, "spaces": list(spaces), **more}
    return FloorPlan.model_validate(written)


def room(title: str, x: float, w: float, d: float = 5, **more: Any) -> dict[str, Any]:
    return {"title": title, "kind": "其他", "x": x, "y": 0, "w": w, "d": d, **more}


def drawn(plan: FloorPlan, size: tuple[float, float] = ROOM) -> FloorDrawing:
    found = floor_drawing(FloorView(plan.ahead(plan.here[0]), (None,) * len(plan.spaces)), size, LEAST, MOST)
    assert found
    return found


def board(library: Library, plan: FloorPlan | None = None, branch: str = "example-office") -> PlannedSign:
    house = library.branch[branch]
    if plan:
        house = house.model_copy(update={"venue": house.venue.model_copy(update={"floor_plans": (plan,)})})
    planned = next(planned_for(library.sign["S18-3"], library, house))
    assert isinstance(planned, PlannedSign)
    return settled(planned, library)


def every_door_is_open_and_every_other_wall_stands(library: Library) -> None:
    for branch in library.branch.values():
        for view in views_of(branch):
            grounds = [Rectangle(*wall.ground(0.2)) for wall in walls(view.plan)]
            ways = [door.ground(around, 0.1, 0.1) for door, around in view.plan.doorways()]
            assert not [way for way in ways if any(way.grown(-0.05).overlaps(ground) for ground in grounds)]
            outer = view.plan.outline
            covered = sum(ground.w + ground.d - 0.2 for ground in grounds)
            assert covered > 2 * (outer.w + outer.d) - sum(max(way.w, way.d) for way in ways)


def a_wall_between_two_rooms_is_drawn_once() -> None:
    found = walls(floor(room("甲室", 0, 8), room("乙室", 8, 12)))
    assert [(wall.start, wall.end) for wall in found if wall.upright and wall.line == 8] == [(0, 5)]
    assert [(wall.start, wall.end) for wall in found if not wall.upright and wall.line == 5] == [(0, 20)]


def a_passage_and_stairs_have_no_walls_of_their_own() -> None:
    stairs = {"kind": "楼梯", "x": 4, "y": 3, "w": 3, "d": 4}
    passage = {"kind": "走廊", "x": 8, "y": 3, "w": 3, "d": 4}
    assert {wall.line for wall in walls(floor(stairs, passage))} == {0, 10, 20}


def a_corner_that_is_outside_is_walled_towards_the_floor_only() -> None:
    found = walls(floor({"kind": "室外", "x": 12, "y": 0, "w": 8, "d": 4}))
    assert {(wall.upright, wall.line, wall.start, wall.end) for wall in found} == {
        (True, 0, 0, 10),
        (True, 12, 0, 4),
        (True, 20, 4, 10),
        (False, 0, 0, 12),
        (False, 4, 12, 20),
        (False, 10, 0, 20),
    }


def a_door_parts_its_wall_and_its_ends_stay_straight() -> None:
    plan = floor(room("甲室", 0, 20, doors=[{"wall": "下", "at": 4, "w": 1}, {"wall": "下", "at": 19, "w": 1}]))
    parts = [wall for wall in walls(plan) if not wall.upright and wall.line == 5]
    assert [(wall.start, wall.end, wall.cut) for wall in parts] == [
        (0, 4, (False, True)),
        (5, 19, (True, True)),
    ]


def every_name_lies_within_its_room(library: Library) -> None:
    for branch in library.branch.values():
        for view in views_of(branch):
            shown = floor_drawing(view, ROOM, LEAST, MOST)
            assert shown
            assert not shown.listed
            said = "".join(word.text for word in shown.words)
            assert all(space.name in said for space in view.plan.spaces if space.kind != "室外")
            assert min(word.letter for word in shown.words) >= LEAST
            boxes = [word.box for word in shown.words]
            assert not [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :] if a.grown(-0.2).overlaps(b)]


def the_branchs_rooms_have_one_size_and_all_others_a_smaller_one(library: Library) -> None:
    [view] = views_of(library.branch["example-office"])
    shown = floor_drawing(view, ROOM, LEAST, MOST)
    assert shown
    own = {word.letter for word in shown.words if word.bold and word.ink == "panel-red"}
    others = {word.letter for word in shown.words if word.text in {"办公一室", "卫生间", "楼梯", "信访接待室"}}
    assert len(own) == len(others) == 1
    assert max(others) < min(own)


def a_narrow_room_is_named_downward_and_a_closet_by_number() -> None:
    plan = floor(room("茶水间", 0, 1.3), room("强电间", 1.3, 0.6, 0.6), room("会议室", 5, 8))
    shown = drawn(plan, (500, 200))
    words = [word.text for word in shown.words]
    assert words[: words.index("间") + 1] == ["茶", "水", "间"]
    assert [(listed.number, listed.name) for listed in shown.listed] == [(1, "强电间")]
    assert "1" in words
    assert "会议室" in words
    assert shown.list_left + 3 * shown.letter <= 500


def a_passage_without_room_for_its_name_goes_without() -> None:
    shown = drawn(floor({"kind": "走廊", "x": 0, "y": 4, "w": 0.4, "d": 0.4}))
    assert not shown.listed
    assert [word.text for word in shown.words] == ["您在此"]


def the_dot_stands_where_the_reader_does(library: Library) -> None:
    plan = floor(room("甲室", 0, 20), here={"x": 5, "y": 7.5})
    shown = drawn(plan)
    [(x, y)] = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', shown.svg)
    ground = re.search(r'd="M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)', shown.svg)
    assert ground
    left, top, wide, high = map(float, ground.groups())
    assert wide / high == pytest.approx(2, abs=0.001)
    assert (float(x) - left) / wide == pytest.approx(5 / 20, abs=0.001)
    assert (float(y) - top) / high == pytest.approx(7.5 / 10, abs=0.001)
    pdf = render_sign(board(library, library.branch["example-office"].venue.floor_plans[0]), library)
    assert text_of(pdf).count("您在此") == 1


def the_label_hides_no_name_and_is_smaller_in_a_narrow_passage() -> None:
    wide = drawn(floor(room("甲室", 0, 20)))
    narrow = drawn(floor(room("甲室", 0, 20), room("乙室", 0, 20, 4.3, y=5.7), here={"x": 10, "y": 5.35}))
    sizes = [next(word.letter for word in shown.words if word.text == "您在此") for shown in (wide, narrow)]
    assert sizes[0] > sizes[1] >= LEAST


def the_ways_in_are_named_and_those_without_steps_marked(library: Library) -> None:
    text = text_of(render_sign(board(library, branch="example-village"), library))
    for said in ("主入口", "无障碍", "安全出口", "一层", "支部功能室", "图的上方是您的前方"):
        assert said in text


def the_board_is_bilingual_where_its_rooms_are(library: Library) -> None:
    assert "YouAreHere" in text_of(render_sign(board(library), library))
    assert "Party" in text_of(render_sign(board(library), library))
    assert "YouAreHere" not in text_of(render_sign(board(library, branch="example-village"), library))


@pytest.mark.parametrize("facing", "上下左右")
def a_board_is_whole_whichever_way_its_reader_faces(library: Library, facing: str) -> None:
    plan = library.branch["example-office"].venue.floor_plans[0]
    here = plan.here[0].model_copy(update={"facing": facing})
    planned = board(library, plan.model_copy(update={"here": (here,)}))
    pdf = render_sign(planned, library)
    trim = trim_on_page(pdf)
    assert (trim.width > trim.height) is (facing in "上下")
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        stairs = document[0].search_for("楼梯", clip=trim)
        hall = document[0].search_for("党员活动室")[0]
        here_mark = document[0].search_for("您在此")[0]
    assert len(stairs) == 2
    behind = {"上": hall.y0 < here_mark.y0, "下": hall.y0 > here_mark.y0}
    assert behind.get(facing, True)
    assert all(trim.contains(place) for place in (*stairs, hall, here_mark))
    assert trim.width / MM == pytest.approx(planned.size.w, abs=0.1)


def a_floor_of_too_many_closets_is_refused(library: Library) -> None:
    closets = [room(f"储藏{n}号间", 0.3 * n, 0.3, 0.3) for n in range(60)]
    plan = floor(*closets, floor=3)
    with pytest.raises(TooLongError):
        board(library, plan)


def a_long_list_takes_the_next_size(library: Library) -> None:
    closets = [room(f"储藏{n}号间", 1.5 * n, 0.5, 0.5) for n in range(13)]
    planned = board(library, floor(*closets, w=40, floor=3))
    assert planned.size_text in {"900×600", "1200×800", "1800×1200"}
    names = [space.title for space in planned.subject.plan.spaces] if isinstance(planned.subject, FloorView) else []
    text = text_of(render_sign(planned, library))
    assert all(name in text for name in names if name)


def a_floor_too_deep_for_the_board_is_refused_in_words(library: Library) -> None:
    plan = floor(room("甲室", 0, 20), exits=[{"wall": "下", "at": 1, "title": "主入口", "accessible": True}])
    planned = board(library, plan)
    small = planned.sign.model_copy(update={"other_sizes": ()})
    tiny = replace(planned, sign=small, size=planned.size.model_copy(update={"w": 120, "h": 80}))
    with pytest.raises(TooLongError, match="放不下：成品 120×80 毫米"):
        settled(tiny, library)
