"""The Party flag on a sign, 3 : 2, its emblem where the annex of 党徽党旗条例 puts it."""

from __future__ import annotations

from generators.plan.sign_rules import FLAGS
from generators.signs.geometry import rectangle
from generators.typeset.emblem import BOX, emblem_path

_FLAG = FLAGS[1]
GROUND = rectangle(0, 0, _FLAG.length, _FLAG.width)
"""The path of its ground in its own coordinates, by which it is known on a finished page."""


def flag_svg(red: str, gold: str, length: float) -> str:
    """An inline SVG of the flag, `length` mm long."""
    x, y = _FLAG.emblem_corner
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_FLAG.length:g} {_FLAG.width:g}" '
        f'width="{length:g}mm" height="{length * _FLAG.width / _FLAG.length:.3f}mm" role="img" aria-label="党旗">'
        f'<rect width="{_FLAG.length:g}" height="{_FLAG.width:g}" fill="{red}"/>'
        f'<path transform="translate({x:g} {y:g}) scale({_FLAG.emblem_side / BOX:g})" fill="{gold}" '
        f'd="{emblem_path()}"/></svg>'
    )
