"""QR codes (ISO/IEC 18004) of short web addresses, drawn in the inks of a sign."""

from __future__ import annotations

from itertools import groupby

import segno

from generators.problems import ZhibuError

QUIET = 4
"""Modules left free on each side (ISO/IEC 18004, 6.3.8)."""
MOST_BYTES = 106
"""Longer addresses need modules too small to be read from a wall."""


def qr_svg(address: str, side: float, *, dark: str, light: str) -> str:
    """The code as an SVG of `side` mm, quiet zone included, with error correction M.

    Raises:
        ZhibuError: The address is longer than 106 bytes.
    """
    if len(address.encode()) > MOST_BYTES:
        raise ZhibuError(f"网址太长，二维码印不清：「{address}」，请缩短 content/publication.yml 里的 address")
    code = segno.make_qr(address, error="m", boost_error=False)
    units = code.symbol_size(border=QUIET)[0]
    return (
        f'<svg viewBox="0 0 {units} {units}" width="{side:g}mm" height="{side:g}mm" role="img" aria-label="二维码">'
        f'<path fill="{light}" d="M0,0h{units}v{units}h-{units}z"/>'
        f'<path fill="{dark}" d="{_runs(code)}"/></svg>'
    )


def _runs(code: segno.QRCode) -> str:
    """The dark modules, row by row; neighbours are one shape, so that no hairline shows between them."""
    drawn = []
    for y, row in enumerate(code.matrix, start=QUIET):
        x = QUIET
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                drawn.append(f"M{x},{y}h{length}v1h-{length}z")
            x += length
    return "".join(drawn)
