from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook

from generators.signs.order import order_lines, order_workbook

if TYPE_CHECKING:
    from generators.model.library import Library
    from tests.signs.conftest import Made


def the_list_has_every_sign_with_its_size_height_and_file(made: tuple[Made, ...], library: Library) -> None:
    signs = [one.planned for one in made]
    lines = order_lines(signs)
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
        assert row[9] == sign.file_name
    assert rows[-1][6] == sum(sign.sign.quantity for sign in signs)


def a_door_plate_goes_beside_its_door(made: tuple[Made, ...]) -> None:
    lines = order_lines([one.planned for one in made])
    room = next(room for room in made[0].planned.branch.venue.rooms if room.meeting)
    assert any(line.place.endswith(f"层{room.number or ''} {room.title}门侧") for line in lines)
