"""The fonts of an assembled PDF: our own letters embedded, and the one that readers type Chinese with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import md5
from typing import TYPE_CHECKING

from generators.pdf.cff import cid_font
from generators.pdf.objects import stream_body
from generators.pdf.syntax import array, dictionary, name, reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generators.pdf.compiled import Glyph
    from generators.pdf.writer import PdfFile
    from generators.typeset.fonts import Face

TYPING_FONT = "SongStd"
"""Name of the font that fields are typed in; where its lines are wider apart, their distance follows the name."""
TICK_FONT = "ZaDb"
"""Name of the font that readers draw ticks with."""

SITTING = 0.3
"""Where between two ruled lines text stands: the part of the free space that is below it."""

_LATIN_WIDTHS = (
    "207 270 342 467 462 797 710 239 374 374 423 605 238 375 238 334 462 462 462 462 462 462 462 462 462 462 238 238 "
    "605 605 605 344 748 684 560 695 739 563 511 729 793 318 312 666 526 896 758 772 544 772 628 465 607 753 711 972 "
    "647 620 607 374 333 374 606 500 239 417 503 427 529 415 264 444 518 241 230 495 228 793 527 524 524 504 338 336 "
    "277 517 450 652 466 452 407 370 258 370 605"
)
"""Widths of the printable ASCII letters of STSong-Light, CIDs 1 to 95 of Adobe-GB1."""

_IDENTITY = b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
_GB1 = b"<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"

_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_CMAP_BATCH = 100
"""A block of a CMap holds at most this many entries (Adobe Technical Note 5014)."""


@dataclass(frozen=True)
class _Cut:
    """A face cut down to some letters."""

    base: str
    """Its name: six letters that stand for its content, and the face's."""
    program: bytes
    widths: bytes
    mapping: bytes


def embedded_font(file: PdfFile, face: Face, glyphs: tuple[Glyph, ...], *, plain: bool = False) -> int:
    """Write a face with the letters in use; character codes are the glyphs' numbers.

    `plain` leaves it as it is: the outlines of a few letters are hardly smaller when deflated.
    """
    cut = _cut(face, glyphs, plain=plain)
    program = file.add_once(cut.program)
    descriptor = file.add(
        dictionary(
            {
                "Type": b"/FontDescriptor",
                "FontName": name(cut.base),
                "Flags": b"4",
                "FontBBox": b"[-1000 -300 2000 1100]",
                "ItalicAngle": b"0",
                "Ascent": b"880",
                "Descent": b"-120",
                "CapHeight": b"733",
                "StemV": b"80",
                "FontFile3": reference(program),
            }
        )
    )
    descendant = _descendant(file, cut.base, _IDENTITY, cut.widths, descriptor)
    return _composite(file, f"{cut.base}-Identity-H", "Identity-H", descendant, file.add_once(cut.mapping))


@lru_cache(maxsize=64)
def _cut(face: Face, glyphs: tuple[Glyph, ...], *, plain: bool) -> _Cut:
    tag = md5(b"".join(glyph.outline for glyph in glyphs), usedforsecurity=False).digest()
    base = "".join(chr(65 + byte % 26) for byte in tag[:6]) + "+" + face.value.partition(".")[0]
    return _Cut(
        base,
        stream_body(cid_font(base, glyphs), {"Subtype": b"/CIDFontType0C"}, plain=plain),
        array(b"%d[%d]" % (glyph.gid, glyph.width) for glyph in glyphs if glyph.width != 1000),
        stream_body(_to_unicode((glyph.gid, glyph.text) for glyph in glyphs), plain=plain),
    )


def typing_font(file: PdfFile, line: int) -> int:
    """Write the font of the fields: not embedded, each reader puts its own Song in its place.

    `line` is the distance of its lines in thousandths of an em. PDFium (Chrome, Edge, WPS) takes it from the font's
    ascent and descent, so that what is typed stands on the ruled lines printed below it. The identity ToUnicode map is
    for poppler, which shows garbage without it.
    """
    base = "STSong-Light"
    descent = round((line - 1000) * SITTING) + 120
    descriptor = file.add(
        dictionary(
            {
                "Type": b"/FontDescriptor",
                "FontName": name(base),
                "Flags": b"6",
                "FontBBox": b"[-25 %d 1000 %d]" % (-max(descent, 254), line - descent),
                "ItalicAngle": b"0",
                "Ascent": b"%d" % (line - descent),
                "Descent": b"%d" % -descent,
                "CapHeight": b"880",
                "StemV": b"93",
            }
        )
    )
    widths = file.add_once(b"[1[%s]]" % _LATIN_WIDTHS.encode("ascii"))
    descendant = _descendant(file, base, _GB1, reference(widths), descriptor)
    return _composite(file, f"{base}-UniGB-UTF16-H", "UniGB-UTF16-H", descendant, file.add_once(_identity_map()))


def tick_font(file: PdfFile) -> int:
    """Write the standard font that readers draw ticks with."""
    return file.add(b"<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>")


def _descendant(file: PdfFile, base: str, system: bytes, widths: bytes, descriptor: int) -> int:
    return file.add(
        dictionary(
            {
                "Type": b"/Font",
                "Subtype": b"/CIDFontType0",
                "BaseFont": name(base),
                "CIDSystemInfo": system,
                "DW": b"1000",
                "W": widths,
                "FontDescriptor": reference(descriptor),
            }
        )
    )


def _composite(file: PdfFile, base: str, encoding: str, descendant: int, mapping: int) -> int:
    return file.add(
        dictionary(
            {
                "Type": b"/Font",
                "Subtype": b"/Type0",
                "BaseFont": name(base),
                "Encoding": name(encoding),
                "DescendantFonts": array([reference(descendant)]),
                "ToUnicode": reference(mapping),
            }
        )
    )


def _to_unicode(pairs: Iterable[tuple[int, str]]) -> bytes:
    return _cmap([_reads(gid, text) for gid, text in pairs if text], "bfchar")


@lru_cache(maxsize=16384)
def _reads(gid: int, text: str) -> str:
    return f"<{gid:04X}> <{text.encode('utf-16-be').hex()}>"


@cache
def _identity_map() -> bytes:
    """The stream in which each two-byte code reads as itself; surrogates are left out."""
    rows = [high for high in range(0x100) if not 0xD8 <= high <= 0xDF]
    return stream_body(_cmap([f"<{row:02X}00> <{row:02X}FF> <{row:02X}00>" for row in rows], "bfrange"))


def _cmap(lines: Sequence[str], kind: str) -> bytes:
    blocks = []
    for start in range(0, len(lines), _CMAP_BATCH):
        batch = lines[start : start + _CMAP_BATCH]
        blocks.append(f"{len(batch)} begin{kind}\n" + "\n".join(batch) + f"\nend{kind}\n")
    return (_CMAP_HEAD + "".join(blocks) + _CMAP_TAIL).encode("ascii")
