"""Finishing a sign's PDF for the shop: exact boxes, nothing but CMYK in it, the black its process wants."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from generators.problems import ZhibuError
from generators.signs.emblem_use import check_emblems
from generators.signs.legible import check_letters
from generators.signs.outlines import outlined
from generators.signs.painting import painted
from generators.signs.printing import as_pdfx
from generators.signs.tooling import add_tooling
from generators.typeset.embedding import number_glyphs_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generators.signs.printing import Passport
    from generators.signs.sheet import Box, Sheet

    Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage

_PT_PER_MM = 72 / 25.4
_RGB = {"rg": "k", "RG": "K"}
_GREY = {"g": "k", "G": "K"}
_SPACES = {"cs", "CS"}
_INKS = {"k", "K", "sc", "SC", "scn", "SCN"}
RICH_BLACK = (0.5, 0.5, 0.5, 1)
"""大黑: what sprayed and photographic prints take for black (facts, signage 9)."""


def finish(content: bytes, sheet: Sheet, passport: Passport, *, outline: bool = False) -> bytes:
    """Make WeasyPrint's PDF a PDF/X-4 with exact TrimBox and BleedBox (PDF 32000-1, 14.11.2), in CMYK only.

    Transparency groups blend in CMYK (11.6.6): in WeasyPrint's RGB a shop's processor would convert every ink.
    `outline` turns the text into paths, for shops and cutters that ask for no fonts. A page for a screen keeps its
    screen colours and is no PDF/X.

    Raises:
        ZhibuError: A colour of the sign is not given as CMYK, the emblem is used as the regulations forbid, or letters
            are too low for the viewing distance.
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        page = pdf.pages[0]
        page.trimbox = _points(sheet.trim_box, sheet.scale)
        page.bleedbox = _points(sheet.bleed_box, sheet.scale)
        page.mediabox = _points((0, 0, *sheet.media), sheet.scale)
        if sheet.screen:
            _check(page, sheet, passport)
            return _saved(pdf)
        _blend_in_cmyk(page.obj)
        streams = list(_forms(page))
        for stream, _ in streams:
            inked = _inked(pikepdf.parse_content_stream(stream), plain_black=sheet.plain_black)
            stream.write(pikepdf.unparse_content_stream(list(inked)))
        _check(page, sheet, passport)
        for stream, resources in streams if outline else ():
            drawn = outlined(pikepdf.parse_content_stream(stream), resources)
            stream.write(pikepdf.unparse_content_stream(list(drawn)))
        _scale(page, sheet.scale)
        add_tooling(pdf, sheet)
        as_pdfx(pdf, passport)
        return _saved(pdf)


def _check(page: pikepdf.Page, sheet: Sheet, passport: Passport) -> None:
    """What the finished page shows, while its text is still text."""
    items = tuple(painted(page))
    left, bottom, right, top = (edge * _PT_PER_MM for edge in sheet.trim_box)
    trim = left, bottom, right, top
    check_emblems(items, passport.title, trim)
    check_letters(items, sheet, passport.title, trim)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    number_glyphs_in_order(pdf)
    finished = BytesIO()
    pdf.save(finished, deterministic_id=True, compress_streams=True, force_version="1.6")
    return finished.getvalue()


def _points(box: Box, scale: float) -> pikepdf.Array:
    return pikepdf.Array([round(edge * _PT_PER_MM * scale, 4) for edge in box])


def _scale(page: pikepdf.Page, scale: float) -> None:
    if scale != 1:
        page.Contents.write(f"{scale:g} 0 0 {scale:g} 0 0 cm\n".encode() + page.Contents.read_bytes())


def _blend_in_cmyk(form: pikepdf.Object) -> None:
    if "/Group" in form:
        form["/Group"]["/CS"] = pikepdf.Name.DeviceCMYK


def _forms(page: pikepdf.Page) -> Iterator[tuple[pikepdf.Object, pikepdf.Object]]:
    """The page's one content stream and every form it paints with, each with its resources."""
    page.contents_coalesce()
    own = page.get("/Resources", pikepdf.Dictionary())
    yield page.Contents, own
    waiting, seen = [own], set()
    while waiting:
        resources = waiting.pop()
        for kind in ("/XObject", "/Pattern"):
            for _, form in sorted(resources.get(kind, pikepdf.Dictionary()).items()):
                if form.objgen in seen:
                    continue
                seen.add(form.objgen)
                if form.get("/Subtype") == "/Image" or kind == "/Pattern":
                    raise ZhibuError("标识里不能有图片、渐变和花纹，印刷颜色无法保证，请改用矢量图形和单色")
                _blend_in_cmyk(form)
                inner = form.get("/Resources", pikepdf.Dictionary())
                waiting.append(inner)
                yield form, inner


def _inked(drawn: Iterable[Instruction], *, plain_black: bool) -> Iterator[pikepdf.ContentStreamInstruction]:
    for instruction in _in_cmyk(drawn):
        inks = [float(ink) for ink in instruction.operands] if str(instruction.operator) in _INKS else []
        if not plain_black and inks == [0, 0, 0, 1]:
            yield pikepdf.ContentStreamInstruction(list(RICH_BLACK), instruction.operator)
        else:
            yield instruction


def _in_cmyk(instructions: Iterable[Instruction]) -> Iterator[pikepdf.ContentStreamInstruction]:
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
