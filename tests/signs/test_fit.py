from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.signs.fit import STEP_MM, Filling, largest_letter, measure

if TYPE_CHECKING:
    from collections.abc import Callable


def fill_of(share: Callable[[float], float]) -> tuple[Callable[[float], Filling], list[float]]:
    asked: list[float] = []

    def fill(letter: float) -> Filling:
        asked.append(letter)
        return Filling(width=99, height=100 * share(letter), room=(100, 100), strays=False)

    return fill, asked


@given(st.floats(0.3, 3), st.floats(8.1, 33.9))
def it_finds_the_last_step_that_fits(power: float, full: float) -> None:
    fill, _ = fill_of(lambda letter: (letter / full) ** power)
    letter = largest_letter(8, 34, fill)
    assert letter is not None
    assert fill(letter).fits
    assert not fill(letter + STEP_MM).fits


@given(st.floats(8.1, 33.9), st.integers(2, 9))
def it_finds_it_where_lines_break_by_leaps(full: float, leaps: int) -> None:
    def share(letter: float) -> float:
        return round((letter / full) ** 2 * leaps) / leaps

    fill, _ = fill_of(share)
    letter = largest_letter(8, 34, fill)
    if letter is None:
        assert not fill(8).fits
    else:
        assert fill(letter).fits
        assert letter == 34 or not fill(letter + STEP_MM).fits


def it_asks_once_when_the_largest_fits() -> None:
    fill, asked = fill_of(lambda _: 0.4)
    assert largest_letter(8, 34, fill) == 34
    assert asked == [34]


def it_says_none_when_the_least_bursts() -> None:
    fill, _ = fill_of(lambda _: 1.2)
    assert largest_letter(8, 34, fill) is None


def it_halves_where_the_width_bursts() -> None:
    def fill(letter: float) -> Filling:
        return Filling(width=letter * 5, height=letter, room=(100, 100), strays=False)

    assert largest_letter(8, 34, fill) == 20


def it_needs_few_layouts() -> None:
    fill, asked = fill_of(lambda letter: (letter / 21.3) ** 2)
    largest_letter(8, 34, fill)
    assert len(asked) <= 5


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
