from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from generators.chart import PALETTE, lay_out, svg
from generators.model.theme import TEXT_ON, Typeface
from generators.plan.kinds import FOLDER, sign_kinds
from generators.plan.signs import plan_signs
from generators.plan.theme import sign_theme
from generators.signs import flow, setting, typefaces
from generators.signs.inks import _CHART_INKS, INKS, inked
from generators.signs.painting import painted
from generators.signs.setting import Fit, compose
from generators.typeset.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.library import Library
    from generators.signs.painting import Painted
    from tests.signs.conftest import Made


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


def every_text_stands_on_a_ground_that_the_theme_is_checked_for(made: tuple[Made, ...]) -> None:
    # Charts and plans have round grounds, screens other colours.
    plain = [one for one in made if one.planned.kind.id not in {"flow-board", "floor-plan", "screen-page"}]
    found = {(one.planned.kind.id, *pair) for one in plain for pair in text_and_ground(one.pdf)}
    assert {("rule-board", "white", "panel-red"), ("activity-board", "panel-red", "blush")} <= found
    assert not {pair for pair in found if pair[2] not in TEXT_ON.get(pair[1], ())}


def text_and_ground(pdf: bytes) -> Iterator[tuple[str, str]]:
    """The inks of each text and of the plain area under its middle, where both have names."""
    names = {tuple(round(part, 4) for part in ink): name for name, ink in INKS.items()}
    grounds: list[Painted] = []
    with pikepdf.open(BytesIO(pdf)) as document:
        for item in painted(document.pages[0]):
            if item.is_text:
                under = [names.get(ink_of(ground)) for ground in grounds if is_under(ground, item)]
                text, ground = names.get(ink_of(item)), under[-1] if under else None
                if text and ground:
                    yield text, ground
            elif item.fill:
                grounds.append(item)


def is_under(ground: Painted, text: Painted) -> bool:
    """Whether a plain area, no border, lies under the middle of a text."""
    plain = len(ground.path) <= 6 and not ground.even_odd and not any(clip.even_odd for clip in ground.clips)
    x, y = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2
    return plain and all(
        left < x < right and low < y < high
        for left, low, right, high in (ground.box, *(box_of(clip) for clip in ground.clips))
    )


def ink_of(item: Painted) -> tuple[float, ...]:
    return tuple(round(part, 4) for part in item.fill or ())


def box_of(clip: Any) -> tuple[float, float, float, float]:
    across = [number for segment in clip.path for number in segment.numbers[::2]]
    up = [number for segment in clip.path for number in segment.numbers[1::2]]
    return min(across), min(up), max(across), max(up)


@pytest.mark.parametrize("kind", sign_kinds())
def the_themes_typefaces_reach_every_text(kind: str, compared: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    kai = sign_theme().model_copy(update=dict.fromkeys(("heading", "body", "plate"), Typeface.KAI))
    for module in (setting, flow, typefaces):
        monkeypatch.setattr(module, "sign_theme", lambda: kai)
    planned = next(
        planned
        for branch in compared.branch.values()
        for planned in plan_signs(compared, branch, everything=True).signs
        if planned.kind.id == kind
    )
    *_, largest = (planned, *planned.larger())
    size = (largest.size.w, largest.size.h)
    html = compose(largest, compared, Fit(largest.kind.min_letter_mm, room=size))
    without_slug = re.sub(r"(?m)^\.slug .*$", "", html)
    assert "Zhibu Kai" in html
    assert not re.search("Zhibu (Hei|Song)", without_slug)


def a_floor_plan_is_measured_in_the_themes_typeface(monkeypatch: pytest.MonkeyPatch) -> None:
    assert typefaces.body_face() is Face.HEI
    for typeface, face in ((Typeface.SONG, Face.SONG_BLACK), (Typeface.KAI, Face.KAI)):
        monkeypatch.setattr(typefaces, "sign_theme", lambda t=typeface: sign_theme().model_copy(update={"body": t}))
        assert typefaces.body_face(bold=True) is face
