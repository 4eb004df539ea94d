from __future__ import annotations

import base64
from io import BytesIO

import pikepdf
import pytest

from generators.problems import ZhibuError
from generators.signs.finish import finish
from generators.signs.sheet import Sheet
from generators.typeset.press import render_pdf

SHEET = Sheet(width=100, height=60, bleed=5, margin=20, marked=True)
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIwDiqkL4KAcT9BAH0a8GUAAAAAElFTkSuQmCC"
)


def printed(body: str, **assets: tuple[bytes, str]) -> bytes:
    html = f"<html lang=zh><style>@page{{size:140mm 100mm;margin:0}}</style>{body}"
    return render_pdf(html, title="样", assets=assets)


def the_boxes_are_exact() -> None:
    with pikepdf.open(BytesIO(finish(printed("<p>党"), SHEET))) as pdf:
        page = pdf.pages[0]
        for box, edges in (
            (page.trimbox, (20, 20, 120, 80)),
            (page.bleedbox, (15, 15, 125, 85)),
            (page.mediabox, (0, 0, 140, 100)),
        ):
            assert [float(v) * 25.4 / 72 for v in box] == pytest.approx(edges, abs=0.01)


def the_engines_black_becomes_key() -> None:
    with pikepdf.open(BytesIO(finish(printed("<p>党"), SHEET))) as pdf:
        operators = [
            (str(i.operator), [float(v) for v in i.operands])
            for i in pikepdf.parse_content_stream(pdf.pages[0])
            if str(i.operator) in {"k", "rg", "g"}
        ]
    assert ("k", [0, 0, 0, 1]) in operators
    assert all(name == "k" for name, _ in operators)


@pytest.mark.parametrize("style", ["color:#c00", "border:1mm solid rgb(0 0 9)", "background:red"])
def a_screen_colour_is_refused(style: str) -> None:
    with pytest.raises(ZhibuError, match="屏幕颜色 #"):
        finish(printed(f'<p style="{style}">党'), SHEET)


def a_picture_is_refused() -> None:
    with pytest.raises(ZhibuError, match="不能有图片"):
        finish(printed('<img src="asset:dot">', dot=(DOT, "image/png")), SHEET)


def a_gradient_is_refused() -> None:
    with pytest.raises(ZhibuError, match="标识里"):
        finish(printed('<p style="background:linear-gradient(red,blue)">党'), SHEET)


def a_transparent_group_blends_in_cmyk() -> None:
    content = finish(printed('<p style="opacity:.5;color:device-cmyk(0 1 1 0)">党'), SHEET)
    with pikepdf.open(BytesIO(content)) as pdf:
        groups = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/Group" in item]
        assert groups
        assert all(group.Group.CS == "/DeviceCMYK" for group in groups)
