"""What drills and cutters follow: mounting holes and the cutting line, in a spot colour on a layer of their own."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from generators.signs.sheet import Sheet

SPOT = "CutContour"
"""The spot colour by which cutters know their lines."""
LAYER = "刀线和孔位"
_PT_PER_MM = 72 / 25.4
_ROUND = 0.5522847498
"""Handle of a quarter circle drawn as a cubic curve."""


def add_tooling(pdf: pikepdf.Pdf, sheet: Sheet) -> None:
    """Draw the sheet's holes and its cutting line above the art, overprinting it."""
    paths = [*_cutting_line(sheet), *(part for hole in sheet.holes for part in _hole(sheet, *hole))]
    if not paths:
        return
    page = pdf.pages[0]
    resources = page.Resources
    layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String(LAYER)))
    resources.Properties = pikepdf.Dictionary(Tooling=layer)
    resources.ColorSpace = resources.get("/ColorSpace", pikepdf.Dictionary())
    resources.ColorSpace.Tooling = _spot()
    resources.ExtGState = resources.get("/ExtGState", pikepdf.Dictionary())
    resources.ExtGState.Tooling = pikepdf.Dictionary(OP=True, OPM=1)
    config = pikepdf.Dictionary(Name=pikepdf.String(LAYER), Order=pikepdf.Array([layer]))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=config)
    # The art's own changes of the graphics state must not reach the layer, so it is enclosed.
    art = page.Contents.read_bytes()
    page.Contents.write(b"q\n" + art + b"\nQ\n")
    scale = _PT_PER_MM * sheet.scale
    drawn = f"/OC /Tooling BDC q /Tooling gs /Tooling CS 1 SCN {scale:.6f} 0 0 {scale:.6f} 0 0 cm 0.25 w "
    page.contents_add((drawn + " ".join(paths) + " Q EMC\n").encode())


def without_tooling(content: bytes) -> bytes:
    """The PDF without the layer of holes and cutting lines, as the finished sign looks."""
    with pikepdf.open(BytesIO(content)) as pdf:
        page = pdf.pages[0]
        if "/OCProperties" not in pdf.Root:
            return content
        page.Contents = page.Contents[0]
        plain = BytesIO()
        pdf.save(plain, deterministic_id=True)
    return plain.getvalue()


def _spot() -> pikepdf.Array:
    magenta = pikepdf.Dictionary(
        FunctionType=2,
        Domain=pikepdf.Array([0, 1]),
        C0=pikepdf.Array([0, 0, 0, 0]),
        C1=pikepdf.Array([0, 1, 0, 0]),
        N=1,
    )
    return pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name(f"/{SPOT}"), pikepdf.Name.DeviceCMYK, magenta])


def _cutting_line(sheet: Sheet) -> list[str]:
    if not sheet.cut:
        return []
    left, bottom, right, top = sheet.trim_box
    return [f"{left:g} {bottom:g} {right - left:g} {top - bottom:g} re S"]


def _hole(sheet: Sheet, x: float, y: float, diameter: float) -> list[str]:
    """A circle with a cross in its middle, that a drill finds."""
    x, y, r = sheet.margin + x, sheet.margin + sheet.height - y, diameter / 2
    h = r * _ROUND
    quarters = (
        (x + r, y + h, x + h, y + r, x, y + r),
        (x - h, y + r, x - r, y + h, x - r, y),
        (x - r, y - h, x - h, y - r, x, y - r),
        (x + h, y - r, x + r, y - h, x + r, y),
    )
    curves = " ".join(" ".join(f"{n:.3f}" for n in quarter) + " c" for quarter in quarters)
    arms = f"{x - r:.3f} {y:.3f} m {x + r:.3f} {y:.3f} l {x:.3f} {y - r:.3f} m {x:.3f} {y + r:.3f} l"
    return [f"{x + r:.3f} {y:.3f} m {curves} h {arms} S"]
