"""Finishing a sign's PDF for the shop: exact boxes, and nothing but CMYK in it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from generators.problems import ZhibuError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generators.signs.sheet import Box, Sheet

_PT_PER_MM = 72 / 25.4
_RGB = {"rg": "k", "RG": "K"}
_GREY = {"g": "k", "G": "K"}
_SPACES = {"cs", "CS"}


def finish(content: bytes, sheet: Sheet) -> bytes:
    """Set TrimBox and BleedBox (PDF 32000-1, 14.11.2), turn plain black and grey to K, and refuse screen colours.

    Transparency groups blend in CMYK (11.6.6): in WeasyPrint's RGB a shop's processor would convert every ink.

    Raises:
        ZhibuError: A colour of the sign is not given as CMYK.
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        page = pdf.pages[0]
        page.trimbox = _points(sheet.trim_box)
        page.bleedbox = _points(sheet.bleed_box)
        page.mediabox = _points((0, 0, *sheet.media))
        _blend_in_cmyk(page.obj)
        for stream in _painted(page):
            stream.write(pikepdf.unparse_content_stream(list(_in_cmyk(pikepdf.parse_content_stream(stream)))))
        finished = BytesIO()
        pdf.save(finished, deterministic_id=True, compress_streams=True)
    return finished.getvalue()


def _points(box: Box) -> pikepdf.Array:
    return pikepdf.Array([round(edge * _PT_PER_MM, 4) for edge in box])


def _blend_in_cmyk(painted: pikepdf.Object) -> None:
    if "/Group" in painted:
        painted["/Group"]["/CS"] = pikepdf.Name.DeviceCMYK


def _painted(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    """The page's one content stream and every form and pattern it paints with."""
    page.contents_coalesce()
    yield page.Contents
    waiting, seen = [page.get("/Resources", pikepdf.Dictionary())], set()
    while waiting:
        resources = waiting.pop()
        for kind in ("/XObject", "/Pattern"):
            for _, painted in sorted(resources.get(kind, pikepdf.Dictionary()).items()):
                if painted.objgen in seen:
                    continue
                seen.add(painted.objgen)
                if painted.get("/Subtype") == "/Image" or not isinstance(painted, pikepdf.Stream):
                    raise ZhibuError("标识里不能有图片和渐变，印刷颜色无法保证，请改用矢量图形和单色")
                _blend_in_cmyk(painted)
                waiting.append(painted.get("/Resources", pikepdf.Dictionary()))
                yield painted


def _in_cmyk(
    instructions: Iterable[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage],
) -> Iterator[pikepdf.ContentStreamInstruction]:
    for instruction in instructions:
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            raise ZhibuError("标识里不能有图片，印刷颜色无法保证，请改用矢量图形")
        operator = str(instruction.operator)
        if operator in _RGB:
            yield _black([float(share) for share in instruction.operands], _RGB[operator])
        elif operator in _GREY:
            yield _key(1 - float(instruction.operands[0]), _GREY[operator])
        elif operator in _SPACES and str(instruction.operands[0]) not in {"/DeviceCMYK", "/DeviceGray"}:
            raise ZhibuError(f"标识里有不能印刷的颜色空间 {instruction.operands[0]}，请改用 device-cmyk()")
        else:
            yield instruction


def _black(shares: list[float], operator: str) -> pikepdf.ContentStreamInstruction:
    """WeasyPrint's own black for text that no style colours; any other screen colour is a mistake in a template."""
    if any(shares):
        colour = "".join(f"{round(share * 255):02x}" for share in shares)
        raise ZhibuError(f"标识里有屏幕颜色 #{colour}，印刷会偏色，请在式样里改用 device-cmyk()")
    return _key(1, operator)


def _key(share: float, operator: str) -> pikepdf.ContentStreamInstruction:
    return pikepdf.ContentStreamInstruction([0, 0, 0, round(share, 4)], pikepdf.Operator(operator))
