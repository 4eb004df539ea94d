from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from generators.signs.fit import cut, filling, laid_out, measure
from generators.typeset.press import written

PAGE = """<html lang=zh><style>@page{{size:120mm 120mm;margin:0}}body{{margin:0}}
#sign{{position:absolute;left:10mm;top:10mm;width:100mm;height:100mm;font:10mm/1 "Zhibu Hei"}}
#room{{position:absolute;left:{left}mm;top:20mm;width:50mm;height:40mm}}</style>
<div id=sign><div id=room><div id=fit>{text}</div></div></div>"""


def it_measures_text_against_its_room() -> None:
    found = measure(PAGE.format(left=20, text="党员党员党员党员"), 5)
    assert found.height == pytest.approx(20, abs=0.1)
    assert found.width == pytest.approx(50, abs=0.1)
    assert found.room == pytest.approx((50, 40), abs=0.01)
    assert found.slack == pytest.approx(20, abs=0.1)
    assert not found.strays


def it_sees_what_is_too_wide() -> None:
    assert measure(PAGE.format(left=20, text='<span style="white-space:nowrap">党员党员党员</span>'), 5).share > 1.1


def it_sees_what_comes_too_near_to_the_edge() -> None:
    assert measure(PAGE.format(left=2, text="党员"), 5).strays
    assert not measure(PAGE.format(left=2, text="党员"), 1).strays
    assert measure(PAGE.format(left=48, text='<span style="white-space:nowrap">党员党员党</span>'), 5).strays


def a_sign_without_a_room_is_taken_as_it_stands() -> None:
    found = measure('<html lang=zh><div id=sign style="width:90mm;height:90mm">党</div>', 0)
    assert found.share == 1
    assert found.slack == 0


def a_room_on_a_board_is_what_the_rest_leaves() -> None:
    rest = '<div style="height:30mm;margin-top:5mm">党</div>'
    text = f'<div id=board style="height:90mm"><div id=room><div id=fit>党<br>员</div></div>{rest}</div>'
    found = measure(f'<html lang=zh><div id=sign style="width:90mm;height:90mm;font:10mm/1 Zhibu Hei">{text}</div>', 0)
    assert found.room[1] == pytest.approx(55, abs=0.1)
    assert found.height == pytest.approx(20, abs=0.1)


def a_board_ends_where_it_is_held_above_the_foot_of_the_sign() -> None:
    rest = (
        '<div style="margin-top:5mm"><div style="float:right;width:9mm;height:30mm"></div><div style="height:30mm">党'
    )
    board = (
        '<div id=board style="position:absolute;left:0;right:0;top:10mm;bottom:10mm"><div id=room><div id=fit>{}</div>'
    )
    sign = '<html lang=zh><div id=sign style="position:absolute;width:90mm;height:110mm;font:10mm/1 Zhibu Hei">'
    for text in ("党", "党<br>" * 9):
        found = measure(f"{sign}{board.format(text)}</div>{rest}", 0)
        assert found.room[1] == pytest.approx(55, abs=0.1)


def test_pictures_are_measured_as_empty_frames() -> None:
    drawn = '<svg width="30mm" height="20mm" viewBox="0 0 3 2"><path d="M0,0h3v2z"/></svg>'
    found = measure(PAGE.format(left=20, text=drawn), 5)
    assert found.width == pytest.approx(30, abs=0.1)
    assert found == filling(laid_out(PAGE.format(left=20, text=drawn)), 5)


def no_overflow_is_lost_at_the_end_of_the_sheet() -> None:
    document = laid_out(PAGE.format(left=20, text="党员" * 40))
    cut(document, 120, 120)
    assert filling(document, 5).height == pytest.approx(160, abs=0.1)
    assert filling(document, 5).strays
    with pikepdf.open(BytesIO(written(document, title="示例"))) as pdf:
        assert [float(edge) for edge in pdf.pages[0].mediabox] == pytest.approx([0, 0, 340.16, 340.16], abs=0.01)
