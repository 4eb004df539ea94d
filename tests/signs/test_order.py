from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook

from generators.model.sign import Process
from generators.signs.order import SIGNED_BY, order_lines, order_workbook
from generators.signs.sheet import holes_text, sheet_for

if TYPE_CHECKING:
    from generators.model.library import Library
    from tests.signs.conftest import Made


def the_list_has_every_sign_with_its_size_height_and_file(made: tuple[Made, ...], library: Library) -> None:
    signs = [one.planned for one in made]
    lines = order_lines(signs, library)
    assert [line.place_in_list for line in lines] == list(range(1, len(signs) + 1))
    branch = signs[0].branch
    content = order_workbook(lines, branch, library.publication.issued)
    assert order_workbook(lines, branch, library.publication.issued) == content
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


def a_door_plate_goes_beside_its_door(made: tuple[Made, ...], library: Library) -> None:
    lines = order_lines([one.planned for one in made], library)
    room = next(room for room in made[0].planned.branch.venue.rooms if room.meeting)
    assert any(line.place.endswith(f"层{room.number or ''} {room.title}门侧") for line in lines)


def a_board_that_hangs_in_a_room_says_which(made: tuple[Made, ...], library: Library) -> None:
    [line, *_] = [line for line in order_lines([one.planned for one in made], library) if line.number == "S07"]
    room = next(room for room in made[0].planned.branch.venue.rooms if room.meeting)
    assert line.place.endswith(f"层{room.number or ''} {room.title}")
