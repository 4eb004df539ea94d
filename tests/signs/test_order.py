from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
from python_calamine import CalamineWorkbook

from generators.signs.order import order_lines, order_list, order_workbook, proof_sheet

if TYPE_CHECKING:
    from generators.model.library import Library
    from tests.signs.conftest import Made


def text_of(pdf: bytes) -> tuple[int, str]:
    document = pypdfium2.PdfDocument(pdf)
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    pages = len(document)
    document.close()
    return pages, text


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
    _, text = text_of(order_list(lines, branch, library))
    for sign in signs:
        assert "".join(sign.title.split()) in text


def a_door_plate_goes_beside_its_door(made: tuple[Made, ...]) -> None:
    lines = order_lines([one.planned for one in made])
    room = next(room for room in made[0].planned.branch.venue.rooms if room.meeting)
    assert any(line.place.endswith(f"层{room.number or ''} {room.title}门侧") for line in lines)


def the_proof_sheet_shows_nine_a_page_with_a_box_to_sign(made: tuple[Made, ...], library: Library) -> None:
    shown = [(one.planned, one.pdf) for one in made][:11]
    branch = shown[0][0].branch
    content = proof_sheet(shown, branch, library)
    pages, text = text_of(content)
    assert pages == 2
    assert text.count("上级审定") == 2
    assert "共11种" in text
    assert proof_sheet(shown, branch, library) == content
