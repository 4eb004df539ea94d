"""Pictures of signs for the website, made from the very PDF the print shop gets."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from generators.signs.tooling import without_tooling

_MOST_COLOURS = 256


class Preview(NamedTuple):
    """A PNG with its size in pixels."""

    png: bytes
    width: int
    height: int


def preview(content: bytes, *, longest: int = 900) -> Preview:
    """The finished sign, without bleed, marks and holes, its longer side `longest` pixels."""
    document = pypdfium2.PdfDocument(without_tooling(content))
    try:
        page = document[0]
        media, trim = page.get_mediabox(), page.get_trimbox()
        scale = longest / max(trim[2] - trim[0], trim[3] - trim[1])
        crop = (trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3])
        bitmap = page.render(scale=scale, crop=crop)
        picture = bitmap.to_pil().convert("RGB")
        bitmap.close()
    finally:
        document.close()
    return Preview(_png(picture), picture.width, picture.height)


def _png(picture: Image.Image) -> bytes:
    """The picture with a palette: a sign has few colours beside the edges of its letters."""
    content = BytesIO()
    picture.quantize(_MOST_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        content, "png", optimize=True
    )
    return content.getvalue()
