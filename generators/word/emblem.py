"""The party emblem as a drawing of Word, from its official construction."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from generators.typeset.emblem import BOX, emblem_path

if TYPE_CHECKING:
    from collections.abc import Sequence

PARTY_RED = "ED2C25"
"""The red of the party flag (facts/signage 7): the emblem is printed in it or in gold, in nothing else."""

_EMU_PER_MM = 36000
_UNITS = 1000
"""Units of the drawing to one square of the construction."""
_COMMANDS = {"moveTo": "moveTo", "lineTo": "lnTo", "curveTo": "cubicBezTo", "closePath": "close"}


def emblem_run(side: float, identity: int) -> str:
    """A run with the emblem, `side` millimetres high and wide. `identity` is unique among drawings."""
    emu = round(side * _EMU_PER_MM)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{emu}" cy="{emu}"/><wp:docPr id="{identity}" name="党徽" descr="党徽"/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr>'
        '<a:spLocks noChangeAspect="1"/></wps:cNvSpPr><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{emu}" cy="{emu}"/></a:xfrm>{_geometry()}<a:solidFill><a:srgbClr val="{PARTY_RED}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


@cache
def _geometry() -> str:
    """Hammer and sickle as two paths: Word fills where one path crosses itself with nothing."""
    outlines = [f"M{outline}" for outline in emblem_path().split("M") if outline]
    paths = "".join(f'<a:path w="{BOX * _UNITS}" h="{BOX * _UNITS}">{_drawn(outline)}</a:path>' for outline in outlines)
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths}</a:pathLst></a:custGeom>"
    )


def _drawn(outline: str) -> str:
    pen = RecordingPen()
    parse_path(outline, pen)
    return "".join(_command(name, points) for name, points in pen.value)


def _command(name: str, points: Sequence[tuple[float, float]]) -> str:
    inside = "".join(f'<a:pt x="{round(x * _UNITS)}" y="{round(y * _UNITS)}"/>' for x, y in points)
    return f"<a:{_COMMANDS[name]}>{inside}</a:{_COMMANDS[name]}>" if inside else f"<a:{_COMMANDS[name]}/>"
