from __future__ import annotations

import base64
from dataclasses import replace

import pytest

from generators.problems import ZhibuError
from generators.signs.finish import finish
from generators.signs.inks import INKS, SCREEN
from generators.signs.printing import Passport
from generators.signs.sheet import Sheet
from generators.typeset.emblem import emblem_path
from generators.typeset.press import render_pdf

SHEET = Sheet(width=100, height=60, bleed=5, margin=20, marked=True)
SCREEN_PAGE = replace(SHEET, screen=True)
GOLD, RED = INKS["party-gold"], INKS["party-red"]
PLACE = "position:absolute;left:50mm;top:30mm;line-height:0"


def drawn(  # each says one thing of the sign
    path: str, *, width: float = 20, height: float = 20, style: str = "", after: str = "", sheet: Sheet = SHEET
) -> bytes:
    svg = f'<svg viewBox="0 0 32 32" preserveAspectRatio="none" width="{width}mm" height="{height}mm">{path}</svg>'
    html = f"<style>@page{{size:140mm 100mm;margin:0}}</style><div style='{PLACE};{style}'>{svg}</div>{after}"
    return finish(render_pdf(html, title="样", assets={"dot": (DOT, "image/png")}), sheet, Passport("样", "2026-01-02"))


def shape(fill: object, extra: str = "") -> str:
    return f'<path fill="{fill}" d="{emblem_path()}" {extra}/>'


DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIwDiqkL4KcAT9BAH0a8GUAAAAAElFTkSuQmCC"
)
TILED = (
    f'<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><g transform="scale(.3)">'
    f'{shape(SCREEN["party-gold"])}</g></pattern><rect width="32" height="32" fill="url(#p)"/>'
)


@pytest.mark.parametrize("ink", [GOLD, RED])
def an_emblem_as_it_should_be_passes(ink: object) -> None:
    assert drawn(shape(ink)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ({"path": shape(GOLD, 'transform="rotate(20 16 16)"')}, "斜放或旋转了"),
        ({"path": shape(GOLD, 'transform="translate(32 0) scale(-1 1)"')}, "倒置或左右翻转了"),
        ({"path": shape(GOLD, 'transform="translate(0 32) scale(1 -1)"')}, "倒置或左右翻转了"),
        ({"path": shape(GOLD), "width": 30}, "拉长或压扁了"),
        ({"path": shape(GOLD, f'stroke="{RED}"')}, "加了描边"),
        ({"path": shape(INKS["panel-red"])}, "不是金黄色或红色"),
        ({"path": shape(GOLD), "width": 70, "height": 70, "style": "left:10mm;top:10mm"}, "大得成了底纹"),
        ({"path": shape(GOLD, 'fill-opacity=".3"')}, "是半透明的，成了水印"),
        ({"path": f'<g opacity=".3">{shape(GOLD)}</g>'}, "是半透明的，成了水印"),
        ({"path": shape(GOLD), "style": "overflow:hidden;width:15mm"}, "被裁切了"),
        ({"path": shape(GOLD), "style": "left:15mm"}, "被裁切了"),
        (
            {
                "path": f'<clipPath id="c"><circle cx="16" cy="16" r="12"/></clipPath><g clip-path="url(#c)">{shape(GOLD)}</g>'
            },
            "被裁切了",
        ),
        ({"path": shape(GOLD), "after": f"<div style='{PLACE};font-size:12mm'>党</div>"}, "被别的内容压住"),
        ({"path": shape(GOLD) + shape(GOLD, 'transform="scale(.2)"')}, "被别的内容压住"),
    ],
)
def an_emblem_the_rules_forbid_stops_the_sign(arguments: dict[str, object], fault: str) -> None:
    with pytest.raises(ZhibuError, match=f"「样」的党徽{fault}.*党徽党旗条例"):
        drawn(**arguments)  # type: ignore[arg-type]


def a_frame_around_it_does_no_harm() -> None:
    frame = "<div style='position:absolute;left:30mm;top:25mm;width:80mm;height:50mm;border:1mm solid device-cmyk(0 1 1 0)'></div>"
    assert drawn(shape(GOLD), after=frame)


def test_emblems_as_a_pattern_are_refused() -> None:
    again = f"<div style='position:absolute;left:90mm;top:30mm'><svg viewBox='0 0 32 32' width='20mm' height='20mm'>{shape(GOLD)}</svg></div>"
    with pytest.raises(ZhibuError, match="2 个党徽，不能拿党徽作图案重复"):
        drawn(shape(GOLD), after=again)


@pytest.mark.parametrize("name", ["party-gold", "party-red"])
def an_emblem_in_its_screen_colours_passes_on_a_screen_page(name: str) -> None:
    assert drawn(shape(SCREEN[name]), sheet=SCREEN_PAGE)


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ({"path": shape("#c00")}, "不是金黄色或红色"),
        ({"path": shape(SCREEN["party-gold"], 'transform="rotate(20 16 16)"')}, "斜放或旋转了"),
        (
            {"path": shape(SCREEN["party-gold"]), "after": f"<img style='{PLACE}' src='asset:dot' width=90>"},
            "被别的内容压住",
        ),
        ({"path": TILED}, "成了花纹"),
    ],
)
def test_screen_pages_are_held_to_the_same_rules(arguments: dict[str, str], fault: str) -> None:
    with pytest.raises(ZhibuError, match=f"的党徽{fault}"):
        drawn(**arguments, sheet=SCREEN_PAGE)  # type: ignore[arg-type]


def a_clip_that_leaves_it_whole_does_no_harm() -> None:
    assert drawn(shape(GOLD), style="overflow:hidden;padding:2mm;border-radius:3mm")
