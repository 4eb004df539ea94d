from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pymupdf
import pytest
import segno

from generators.plan.signs import PlannedSign, planned_for
from generators.problems import ZhibuError
from generators.signs import render_sign, settled
from generators.signs.fit import measure
from generators.signs.qr import MOST_BYTES, QUIET, qr_svg
from generators.signs.setting import Fit, compose
from tests.signs.test_render import MM, letters

if TYPE_CHECKING:
    from generators.model.library import Library

SITE = "https://zhibu.example.cn/"
ADDRESS = f"{SITE}rules/three-meetings.html"


@pytest.fixture
def online(library: Library) -> Library:
    """The library of a site that has an address."""
    return replace(library, publication=library.publication.model_copy(update={"address": SITE}))


def rule_boards(library: Library) -> list[PlannedSign]:
    """A board of every rule."""
    every = library.sign["S07"].model_copy(update={"rules": ()})
    found = planned_for(every, library, library.branch["example-office"])
    return [one for one in found if isinstance(one, PlannedSign)]


def drawn(address: str) -> pymupdf.Pixmap:
    """The code at one pixel a module."""
    side = segno.make_qr(address, error="m", boost_error=False).symbol_size(border=QUIET)[0]
    svg = qr_svg(address, 100, dark="#000000", light="#ffffff").replace('"100mm"', f'"{side}"')
    namespaced = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    with pymupdf.open(stream=BytesIO(namespaced.encode()), filetype="svg") as document:
        return document[0].get_pixmap(colorspace=pymupdf.csGRAY)


@pytest.mark.parametrize("address", ["a", ADDRESS, "x" * MOST_BYTES])
def every_module_is_drawn_where_it_belongs(address: str) -> None:
    expected = segno.make_qr(address, error="m", boost_error=False).matrix_iter(border=QUIET)
    picture = drawn(address)
    for y, row in enumerate(expected):
        assert [picture.pixel(x, y)[0] < 128 for x in range(picture.width)] == [bool(dark) for dark in row]


def an_address_too_long_is_refused() -> None:
    with pytest.raises(ZhibuError, match=r"网址太长.*content/publication\.yml 里的 address"):
        qr_svg("x" * (MOST_BYTES + 1), 30, dark="#000", light="#fff")


def it_is_as_large_as_asked() -> None:
    assert 'width="27.5mm" height="27.5mm"' in qr_svg(ADDRESS, 27.5, dark="#000", light="#fff")


def no_board_grows_for_its_code(online: Library, library: Library) -> None:
    boards = rule_boards(online)
    assert len(boards) > 20
    for coded, plain in zip(boards, rule_boards(library), strict=True):
        assert settled(coded, online).size == coded.size or settled(plain, library).size != plain.size, coded.title


@pytest.mark.parametrize("sign", ["S07", "S13"])
def the_room_above_a_code_is_the_same_at_every_letter(sign: str, online: Library) -> None:
    board = next(planned_for(online.sign[sign], online, online.branch["example-office"]))
    assert isinstance(board, PlannedSign)
    rooms = [measure(compose(board, online, Fit(letter)), board.kind.safe_mm).room for letter in (8.0, 20.0, 34.0)]
    assert rooms[1] == pytest.approx(rooms[0])
    assert rooms[2] == pytest.approx(rooms[0])


def no_text_runs_into_the_code(online: Library) -> None:
    pdf = render_sign(rule_boards(online)[0], online)
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        squares = [pymupdf.Rect(d["rect"]) for d in document[0].get_drawings()]
    code = next(
        square for square in squares if abs(square.width - 54 * MM) < 0.5 and abs(square.height - 54 * MM) < 0.5
    )
    assert not [height for height, place in letters(pdf) if place.intersects(code)]
