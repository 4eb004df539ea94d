from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from generators.model.sign import Process
from generators.signs import render_sign
from generators.signs.cutting import cutting_svg
from generators.signs.tooling import SPOT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.library import Library
    from tests.signs.conftest import Made

SVG = "{http://www.w3.org/2000/svg}"


def a_cutter_gets_paths_in_millimetres(of_kind: Mapping[str, Made], library: Library) -> None:
    plate = of_kind["vertical-plate"].planned
    svg = cutting_svg(render_sign(plate, library, outline=True))
    root = etree.fromstring(svg.encode())
    assert root.get("width") == f"{plate.size.w:g}mm"
    assert root.get("viewBox") == f"0 0 {plate.size.w:g} {plate.size.h:g}"
    assert not root.findall(f".//{SVG}text")
    art = root.find(f"{SVG}g[@id='art']")
    letters = [path for path in art.iter(f"{SVG}path") if path.get("fill") == "#C8161D"]
    assert len(letters) >= len(plate.branch.name)
    tools = root.find(f"{SVG}g[@id='{SPOT}']")
    assert len(list(tools)) == 1 + 2  # the contour, two holes
    assert cutting_svg(render_sign(plate, library, outline=True)) == svg


def nothing_outside_the_finished_sign_is_cut(of_kind: Mapping[str, Made], library: Library) -> None:
    planned = of_kind["door-plate"].planned
    bare = replace(planned, sign=planned.sign.model_copy(update={"process": Process.PHOTO}))
    svg = cutting_svg(render_sign(bare, library, outline=True))
    assert SPOT not in svg
    assert "#000000" not in re.findall(r'stroke="([^"]+)"', svg)
