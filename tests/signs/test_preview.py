from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from generators.signs.preview import preview

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.signs.conftest import Made


def the_picture_shows_the_finished_sign(of_kind: Mapping[str, Made]) -> None:
    made = of_kind["rule-board"]
    shown = preview(made.pdf, longest=600)
    picture = Image.open(BytesIO(shown.png)).convert("RGB")
    assert picture.size == (shown.width, shown.height)
    assert max(picture.size) in {599, 600, 601}
    assert abs(picture.width / picture.height - made.planned.size.w / made.planned.size.h) < 0.01
    red = picture.getpixel((3, 3))
    assert red[0] > 180
    assert red[1] < 60


def it_is_small_and_the_same_each_time(of_kind: Mapping[str, Made]) -> None:
    for made in of_kind.values():
        shown = preview(made.pdf)
        assert len(shown.png) < 90_000
        assert preview(made.pdf) == shown
