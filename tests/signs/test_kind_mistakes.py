"""Mistakes in a kind's template that stop the sign, whatever it is made as."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from jinja2 import FileSystemLoader

from generators.plan.kinds import FOLDER
from generators.problems import ZhibuError
from generators.signs import render_sign, setting
from generators.typeset.markup import markup_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generators.model.library import Library
    from tests.signs.conftest import Made

    Render = Callable[..., bytes]

EMBLEM = '<div class="emblem">'
OVER = '<div style="position:absolute;left:290mm;top:60mm;font-size:20mm;color:var(--white)">党</div>'


@pytest.fixture
def render(of_kind: Mapping[str, Made], library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Render:
    """Renders a kind's sign with one text of its template exchanged."""

    def rendered(kind: str, old: str, new: str, *, outline: bool = False, file: str = "sign.html.j2") -> bytes:
        shutil.copytree(FOLDER, tmp_path / "signs")
        template = tmp_path / "signs" / kind / file
        text = template.read_text(encoding="utf-8")
        assert old in text
        template.write_text(text.replace(old, new, 1), encoding="utf-8")
        usual = markup_environment("signs")
        changed = usual.overlay(loader=FileSystemLoader(tmp_path / "signs"), cache_size=0)
        monkeypatch.setattr(setting, "markup_environment", lambda _: changed)
        return render_sign(replace(of_kind[kind].planned), library, outline=outline)

    return rendered


@pytest.mark.parametrize("outline", [False, True])
@pytest.mark.parametrize(
    ("new", "fault"),
    [
        ('<div class="emblem" style="overflow:hidden;left:100mm;right:auto;width:30mm">', "被裁切了"),
        ('<div class="emblem" style="overflow:hidden;border-radius:50%;left:40%;right:40%;height:30mm">', "被裁切了"),
        ('<div class="emblem" style="opacity:.2">', "是半透明的，成了水印"),
        (OVER + EMBLEM, "压着文字"),
        (f'<div style="opacity:.99">{OVER}</div>{EMBLEM}', "压着文字"),
    ],
)
def an_emblem_spoilt_by_the_template_stops_the_sign(render: Render, new: str, fault: str, *, outline: bool) -> None:
    with pytest.raises(ZhibuError, match=f"的党徽{fault}.*党徽党旗条例"):
        render("rule-board", EMBLEM, new, outline=outline)


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("transform: rotate(20deg)", "斜放或旋转了"),
        ("transform: scale(1.4, 1)", "拉长或压扁了"),
        ("opacity: .5", "是半透明的"),
        ("overflow: hidden; width: 40mm", "被裁切了"),
    ],
)
def an_emblem_spoilt_on_a_screen_page_stops_it_too(render: Render, style: str, fault: str) -> None:
    old = ".head .emblem { left: calc(8rem + 10mm) }"
    with pytest.raises(ZhibuError, match=f"的党徽{fault}"):
        render("screen-page", old, f"{old} .head .emblem {{ {style} }}", file="sign.css")


def test_small_print_below_the_viewing_distance_stops_the_sign(render: Render) -> None:
    small = '<div style="position:absolute;left:40mm;top:800mm;font-size:2mm">小字</div>'
    wanted = r"「规章制度牌.*里有 2 毫米高的字，至少要 8 毫米（视距的 1/250）；请在式样「rule-board」（templates/signs/rule-board/）里改大"
    with pytest.raises(ZhibuError, match=wanted):
        render("rule-board", EMBLEM, small + EMBLEM)


def test_small_letters_in_a_drawing_count_as_well(render: Render) -> None:
    drawn = '<svg viewBox="0 0 100 10" width="200mm" height="20mm"><text x="1" y="9" font-size="3" fill="{{ ink("black") }}">字</text></svg>'
    small = f'<div style="position:absolute;left:40mm;top:800mm">{drawn}</div>'
    with pytest.raises(ZhibuError, match="里有 6 毫米高的字"):
        render("rule-board", EMBLEM, small + EMBLEM)


def test_small_letters_on_a_screen_page_are_counted_in_pixels(render: Render) -> None:
    with pytest.raises(ZhibuError, match="里有 20 像素高的字，至少要 28 像素（式样的最小字高）"):
        render("screen-page", "{{ kind.min_letter_mm }}mm", "20mm")


OWN = '<div class="emblem">{{ emblem("party-gold", 9.4 * rem) }}</div>'


def flag(style: str = "", over: str = "") -> str:
    return f'<div style="position:absolute;left:200mm;top:30mm;line-height:0;{style}">{{{{ flag(60) }}}}{over}</div>'


def a_flag_drawn_by_its_name_passes(render: Render) -> None:
    assert render("rule-board", OWN, flag()).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("style", "over", "fault"),
    [
        ("transform: scale(1.2, 1)", "", "拉长或压扁了"),
        ("overflow: hidden; width: 50mm", "", "被裁切了"),
        ("opacity: .5", "", "是半透明的"),
        (
            "",
            '<div style="position:absolute;left:40mm;top:26mm;line-height:1;font-size:10mm">字</div>',
            "被别的内容压住",
        ),
    ],
)
def a_flag_spoilt_by_the_template_stops_the_sign(render: Render, style: str, over: str, fault: str) -> None:
    with pytest.raises(ZhibuError, match=f"的党旗{fault}.*党徽党旗条例"):
        render("rule-board", OWN, flag(style, over))
