from __future__ import annotations

import re

import pypdfium2
import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from generators.typeset.emblem import emblem_path, emblem_svg
from generators.typeset.press import render_pdf


def the_emblem_fills_a_square() -> None:
    pen = BoundsPen(None)
    parse_path(emblem_path(), pen)
    assert pen.bounds == pytest.approx((0, 0, 32, 32), abs=0.01)


HAMMER = [(11.924, 6.076), (17, 5), (19.5, 7.5), (29, 33), (33, 29), (8.5, 18.5), (4, 14)]
SICKLE = [(17, 1), (17, 33), (2.02, 24.98), (4.5, 22.5), (16.5, 27.621), (27.621, 16.5)]
HANDLE = [(6.43, 29.57), (5.958, 30.042), (3.958, 28.042)]


@pytest.mark.parametrize(("x", "y"), [*HAMMER, *SICKLE, *HANDLE])
def it_goes_through_the_points_of_the_official_construction(x: float, y: float) -> None:
    points = [tuple(map(float, pair)) for pair in re.findall(r"(-?[\d.]+),(-?[\d.]+)(?= |$)", emblem_path())]
    assert any(abs(px - x + 1) < 0.001 and abs(py - y + 1) < 0.001 for px, py in points)


def it_has_two_outlines_of_the_same_sense() -> None:
    recording = RecordingPen()
    parse_path(emblem_path(), recording)
    outlines: list[list[tuple[str, tuple[object, ...]]]] = []
    for command in recording.value:
        if command[0] == "moveTo":
            outlines.append([])
        outlines[-1].append(command)
    areas = []
    for outline in outlines:
        area = AreaPen()
        for name, points in outline:
            getattr(area, name)(*points)
        areas.append(area.value)
    assert len(areas) == 2
    assert areas[0] * areas[1] > 0


def the_svg_has_one_size_and_no_outline() -> None:
    svg = emblem_svg("#FDCF30", "40mm")
    assert svg.count('="40mm"') == 2
    assert svg.count("<path") == 1
    assert "stroke" not in svg
    assert "transform" not in svg
    assert 'fill="#FDCF30"' in svg


def the_drawing_has_no_seam_and_no_ink_outside() -> None:
    html = f"<html lang=zh><style>@page{{size:32mm 32mm;margin:0}}body{{margin:0}}svg{{display:block}}</style>{emblem_svg('#f00', '32mm')}"
    document = pypdfium2.PdfDocument(render_pdf(html, title="党徽"))
    bitmap = document[0].render(scale=8, rev_byteorder=True)
    per_mm = bitmap.width / 32

    def ink(x: float, y: float) -> bytes:
        place = int(y * per_mm) * bitmap.stride + int(x * per_mm) * 3
        return bytes(bitmap.buffer)[place : place + 3]

    red, white = b"\xff\x00\x00", b"\xff\xff\xff"
    assert {ink(8.5 + step * 0.2, 8.5 + step * 0.2) for step in range(100)} == {red}
    assert {ink(x, y) for x, y in [(1, 1), (31, 1), (22, 12), (10, 18), (31, 31), (2, 26), (13.5, 4)]} == {white}
    document.close()
