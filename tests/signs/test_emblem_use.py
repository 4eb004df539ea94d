from __future__ import annotations

import pytest

from generators.problems import ZhibuError
from generators.signs.finish import finish
from generators.signs.inks import INKS
from generators.signs.printing import Passport
from generators.signs.sheet import Sheet
from generators.typeset.emblem import emblem_path
from generators.typeset.press import render_pdf

SHEET = Sheet(width=100, height=60, bleed=5, margin=20, marked=True)
GOLD, RED = INKS["party-gold"], INKS["party-red"]
PLACE = "position:absolute;left:50mm;top:30mm;line-height:0"


def drawn(path: str, *, width: float = 20, height: float = 20, style: str = "", after: str = "") -> bytes:
    svg = f'<svg viewBox="0 0 32 32" preserveAspectRatio="none" width="{width}mm" height="{height}mm">{path}</svg>'
    html = f"<style>@page{{size:140mm 100mm;margin:0}}</style><div style='{PLACE};{style}'>{svg}</div>{after}"
    return finish(render_pdf(html, title="样"), SHEET, Passport("样", "2026-01-02"))


def shape(fill: object, extra: str = "") -> str:
    return f'<path fill="{fill}" d="{emblem_path()}" {extra}/>'


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
