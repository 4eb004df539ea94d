"""A finished sign as SVG with outlined text, for engravers, cutters and letter makers."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from generators.plan.theme import sign_theme
from generators.signs.geometry import moved
from generators.signs.painting import painted
from generators.signs.tooling import SPOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generators.signs.geometry import Clip, Matrix, Segment
    from generators.signs.painting import Painted

_MM = 25.4 / 72
_TOOL_COLOUR = "#EC008C"
"""How the spot colour of cutting lines is shown."""


def cutting_svg(content: bytes) -> str:
    """The page of an outlined PDF as SVG: one unit is a millimetre of the drawing, the trim's corner is the origin.

    Inks are named as the theme shows them on a screen. Holes and the cutting line stand in a group of their own.
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        page = pdf.pages[0]
        left, bottom, right, top = (float(edge) for edge in page.trimbox)
        onto: Matrix = (_MM, 0, 0, -_MM, -left * _MM, top * _MM)
        drawer = _Drawer(onto)
        items = [item for item in painted(page) if _within(item, (left, bottom, right, top))]
    width, height = _number((right - left) * _MM), _number((top - bottom) * _MM)
    art = "\n".join(drawer.drawn(item) for item in items if not _is_tool(item))
    lines = "\n".join(drawer.drawn(item) for item in items if _is_tool(item))
    size = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n<defs>{drawer.definitions}</defs>\n'
        f'<g id="art">\n{art}\n</g>\n' + (f'<g id="{SPOT}">\n{lines}\n</g>\n' if lines else "") + "</svg>\n"
    )


def _is_tool(item: Painted) -> bool:
    """Whether it is drawn in the one spot colour."""
    return item.stroke is not None and len(item.stroke) == 1


def _within(item: Painted, trim: tuple[float, float, float, float]) -> bool:
    """Whether anything of it lies on the finished sign, which marks and slug do not."""
    return (
        item.box[0] <= trim[2] + 0.1
        and item.box[2] >= trim[0] - 0.1
        and item.box[1] <= trim[3] + 0.1
        and item.box[3] >= trim[1] - 0.1
        and not item.is_text
        and not (item.stroke is not None and item.stroke == (1, 1, 1, 1))
    )


class _Drawer:
    def __init__(self, onto: Matrix) -> None:
        self._onto = onto
        self._clips: dict[Clip, str] = {}
        self.definitions = ""

    def drawn(self, item: Painted) -> str:
        path = _path(moved(moved(item.path, item.matrix), self._onto))
        rule = ' fill-rule="evenodd"' if item.even_odd else ""
        fill = _shown(item.fill) if item.fill is not None else "none"
        line = ""
        if item.stroke is not None:
            scale = abs(item.matrix[0] * item.matrix[3] - item.matrix[1] * item.matrix[2]) ** 0.5
            line = f' stroke="{_shown(item.stroke)}" stroke-width="{_number(item.line_width * scale * _MM)}"'
        shape = f'<path d="{path}" fill="{fill}"{rule}{line}/>'
        for clip in item.clips:
            if not _covers(clip, item.box):
                shape = f'<g clip-path="url(#{self._clip(clip)})">{shape}</g>'
        return shape

    def _clip(self, clip: Clip) -> str:
        if clip not in self._clips:
            self._clips[clip] = f"c{len(self._clips) + 1}"
            rule = ' clip-rule="evenodd"' if clip.even_odd else ""
            path = _path(moved(clip.path, self._onto))
            self.definitions += f'<clipPath id="{self._clips[clip]}"><path d="{path}"{rule}/></clipPath>'
        return self._clips[clip]


def _covers(clip: Clip, box: tuple[float, float, float, float]) -> bool:
    """Whether a clip is a rectangle that cuts nothing away."""
    corners = [segment.numbers for segment in clip.path if segment.operator in {"m", "l"}]
    across, up = {round(x, 2) for x, _ in corners}, {round(y, 2) for _, y in corners}
    if len(clip.path) != 5 or len(across) != 2 or len(up) != 2:
        return False
    near = 0.05
    return (
        min(across) <= box[0] + near
        and max(across) >= box[2] - near
        and min(up) <= box[1] + near
        and max(up) >= box[3] - near
    )


def _path(path: Iterable[Segment]) -> str:
    letters = {"m": "M", "l": "L", "c": "C", "h": "Z"}
    return "".join(letters[s.operator] + " ".join(map(_number, s.numbers)) for s in path)


def _shown(inks: tuple[float, ...]) -> str:
    """The theme's screen colour of these inks, else what they would be without a profile."""
    if len(inks) == 1:
        return _TOOL_COLOUR
    for colour in sign_theme().inks.values():
        if all(abs(ink - share / 100) < 1e-3 for ink, share in zip(inks, colour.cmyk, strict=True)):
            return colour.rgb
    *colours, key = inks
    return "#" + "".join(f"{round(255 * (1 - ink) * (1 - key)):02X}" for ink in colours)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
