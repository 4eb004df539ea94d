from __future__ import annotations

from io import BytesIO

import pymupdf
import pytest
import segno

from generators.problems import ZhibuError
from generators.signs.qr import MOST_BYTES, QUIET, qr_svg

ADDRESS = "https://zhibu.example.cn/rules/three-meetings.html"


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
