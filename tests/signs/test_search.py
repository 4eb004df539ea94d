from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generators.signs.fit import Filling
from generators.signs.search import STEP_MM, Tried, largest_letter

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


def it_starts_from_what_is_known() -> None:
    fill, asked = fill_of(lambda letter: (letter / 21.3) ** 2)
    assert largest_letter(8, 34, fill, Tried(23, fill(23), proven=True)) == 21.25
    assert len(asked) <= 4


def it_does_not_trust_what_is_only_about_so() -> None:
    fill, _ = fill_of(lambda letter: letter / 20)
    assert largest_letter(8, 34, fill, Tried(23, Filling(1, 1, (100, 100), strays=False), proven=False)) == 20
