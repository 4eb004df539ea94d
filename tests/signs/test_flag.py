from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from generators.plan.sign_rules import FLAGS
from generators.signs.flag import GROUND, flag_svg
from generators.signs.geometry import flattened, moved
from generators.signs.inks import INKS
from generators.signs.painting import painted
from generators.typeset.press import render_pdf


def the_flag_is_three_by_two_with_the_emblem_in_its_square() -> None:
    flag = FLAGS[5]
    svg = flag_svg(str(INKS["party-red"]), str(INKS["party-gold"]), flag.length)
    html = f"<style>@page{{size:1200mm 800mm;margin:0}}body{{margin:0}}</style><div style='line-height:0'>{svg}</div>"
    with pikepdf.open(BytesIO(render_pdf(html, title="旗"))) as pdf:
        ground, emblem = painted(pdf.pages[0])
    mm = 25.4 / 72
    left, bottom, right, top = (edge * mm for edge in ground.box)
    assert ground.path == GROUND
    assert (ground.fill, emblem.fill) == (tuple(INKS["party-red"]), tuple(INKS["party-gold"]))
    assert (right - left, top - bottom) == pytest.approx((flag.length, flag.width), abs=0.01)
    outline = [point for corners in flattened(moved(emblem.path, emblem.matrix)) for point in corners]
    xs, ys = [x * mm - left for x, _ in outline], [top - y * mm for _, y in outline]
    across, down = flag.emblem_corner
    side = flag.emblem_side
    assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx(
        (across, down, across + side, down + side), abs=0.02 * side
    )
