from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from generators.model.sign import Process
from generators.plan.signs import plan_signs
from generators.signs.order import SIGNED_BY, order_of, order_workbook
from generators.signs.sheet import holes_text, sheet_for

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.signs.order import Order
    from tests.signs.conftest import Made


@pytest.fixture(scope="module")
def order(made: tuple[Made, ...], library: Library) -> Order:
    return order_of([one.planned for one in made], made[0].planned.branch, library)


def the_list_has_every_sign_with_its_size_height_and_file(
    made: tuple[Made, ...], order: Order, library: Library
) -> None:
    signs = [one.planned for one in made]
    assert [line.place_in_list for line in order.lines] == list(range(1, len(signs) + 1))
    content = order_workbook(order, library.publication.issued)
    assert order_workbook(order, library.publication.issued) == content
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[1][:4] == ["序号", "编号", "名称", "成品尺寸（宽×高）"]
    for sign, row in zip(signs, rows[2:], strict=False):
        assert row[1] == sign.sign.id
        assert row[2] == sign.title
        assert row[7] == (sign.sign.mount_height_mm or "—")
        assert row[9] == (holes_text(sheet_for(sign)) or "—")
        assert row[10] == sign.file_name
    own = sum(sign.process in {Process.OFFICE, Process.SCREEN} for sign in signs)
    assert rows[-2][0] == f"合计 {len(signs) - own} 件，交制作单位；另有 {own} 件自己打印、播放"
    assert all(who in rows[-1][0] for who in SIGNED_BY)


def a_door_plate_goes_beside_its_door(made: tuple[Made, ...], order: Order) -> None:
    room = next(room for room in made[0].planned.branch.venue.rooms if room.meeting)
    assert any(line.place.endswith(f"层{room.number or ''} {room.title}门侧") for line in order.lines)


def a_board_that_hangs_in_a_room_says_which(made: tuple[Made, ...], order: Order) -> None:
    [line, *_] = [line for line in order.lines if line.number == "S07"]
    room = next(room for room in made[0].planned.branch.venue.rooms if room.meeting)
    assert line.place.endswith(f"层{room.number or ''} {room.title}")


def a_village_is_told_how_many_signs_count(library: Library) -> None:
    branch = library.branch["example-village"]
    few, many = (order_of(plan_signs(library, branch, everything=e).signs, branch, library) for e in (False, True))
    assert few.total.endswith("计入减牌的：门口 1 块，室内 0 块，不超过各 4 块的上限（以当地实施办法为准）")
    assert "超过各 4 块的上限，请核减" in many.total
    office = library.branch["example-office"]
    assert not order_of(plan_signs(library, office).signs, office, library).remark


def a_board_on_the_main_wall_has_the_height_of_the_elevation(compared: Library) -> None:
    branch = compared.branch["example-office"]
    signs = [one for one in plan_signs(compared, branch).signs if one.sign.id == "S08"]
    [line] = order_of(signs, branch, compared, {"oath": 1460.0}).lines
    assert line.height == 1460
