from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generators.chart import PALETTE, lay_out, svg
from generators.plan.kinds import FOLDER
from generators.signs.inks import _CHART_INKS, INKS, inked

if TYPE_CHECKING:
    from generators.model.library import Library


def every_colour_of_the_chart_has_an_ink() -> None:
    assert set(_CHART_INKS) == set(PALETTE)


def equal_colours_have_equal_inks() -> None:
    for name, colour in PALETTE.items():
        assert {_CHART_INKS[other] for other in PALETTE if PALETTE[other] == colour} == {_CHART_INKS[name]}


def no_screen_colour_is_left_in_a_chart(library: Library) -> None:
    for procedure in library.procedure.values():
        drawn = inked(svg(lay_out(procedure, library.post)))
        assert not re.search(r'"#[0-9a-f]{3,8}"', drawn)
        assert 'fill="device-cmyk(' in drawn


def no_ink_but_the_registration_colour_is_too_wet() -> None:
    for name, ink in {**INKS, **_CHART_INKS}.items():
        assert name == "registration" or sum(ink) <= 2.8


def every_style_uses_inks_only() -> None:
    for style in [*FOLDER.glob("*/sign.css"), *FOLDER.glob("*/sign.html.j2")]:
        text = style.read_text(encoding="utf-8")
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!\s*\{)|rgb", text.replace("#fit", "").replace("#room", ""))
        assert set(re.findall(r"var\(--([\w-]+)\)", text)) <= set(INKS)


def the_readme_names_every_ink() -> None:
    line = next(x for x in (FOLDER / "README.md").read_text(encoding="utf-8").splitlines() if x.startswith("油墨变量"))
    assert set(re.findall(r"`([\w-]+)`", line)) == set(INKS)
