"""Cut the committed fonts from the Debian packages they come from.

    python templates/fonts/cut.py --root DIR

DIR is a file system that holds the unpacked packages fonts-noto-cjk, fonts-noto-cjk-extra, fonts-lxgw-wenkai and
unicode-data (`/` where they are installed). The cuts carry 通用规范汉字表 (8,105 characters, Unihan kTGH), GB2312 and
the symbols of forms; Zhibu Names carries what Noto Serif has beyond them, for rare characters in personal names.
Families are renamed, as the Open Font License asks of modified versions (reserved names: LXGW, 霞鹜).
"""

from __future__ import annotations

import argparse
import bz2
from pathlib import Path
from typing import NamedTuple

from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SIMPLIFIED = 2
"""Index of the SC face in the Noto CJK collections."""

NOTO = "usr/share/fonts/opentype/noto"
KAI = "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
UNIHAN = "usr/share/unicode/Unihan_OtherMappings.txt.bz2"


class Cut(NamedTuple):
    """One font file to make: its family, style and weight, and what it is cut from."""

    file: str
    family: str
    style: str
    weight: int
    source: str


CUTS = (
    Cut("ZhibuSong-Regular.otf", "Zhibu Song", "Regular", 400, f"{NOTO}/NotoSerifCJK-Regular.ttc"),
    Cut("ZhibuSong-Black.otf", "Zhibu Song", "Black", 900, f"{NOTO}/NotoSerifCJK-Black.ttc"),
    Cut("ZhibuHei-Regular.otf", "Zhibu Hei", "Regular", 400, f"{NOTO}/NotoSansCJK-Regular.ttc"),
    Cut("ZhibuHei-Bold.otf", "Zhibu Hei", "Bold", 700, f"{NOTO}/NotoSansCJK-Bold.ttc"),
    Cut("ZhibuKai-Regular.ttf", "Zhibu Kai", "Regular", 400, KAI),
)
NAMES = (
    Cut("ZhibuNames-Regular.otf", "Zhibu Names", "Regular", 400, f"{NOTO}/NotoSerifCJK-Regular.ttc"),
    Cut("ZhibuNames-Bold.otf", "Zhibu Names", "Bold", 700, f"{NOTO}/NotoSansCJK-Bold.ttc"),
    Cut("ZhibuNames-Black.otf", "Zhibu Names", "Black", 900, f"{NOTO}/NotoSerifCJK-Black.ttc"),
)
"""Rare characters in the three weights that stand beside the others: light ones among bold ones spoil a plate."""

BOXES = {0x2610: None, 0x2611: 0x2713, 0x2612: 0x00D7}
"""Boxes ☐ ☑ ☒, which Noto CJK lacks: □ with nothing, ✓ or × in it."""
DONORS = {0x2610: 0x3401, 0x2611: 0x3402, 0x2612: 0x3405}
"""Glyphs of the source whose place in the font the boxes take: rare hanzi, which Zhibu Names still has."""


def general_characters(root: Path) -> set[int]:
    """通用规范汉字表, from the kTGH field of Unihan."""
    with bz2.open(root / UNIHAN, "rt", encoding="utf-8") as lines:
        fields = [line.split("\t") for line in lines if line.startswith("U+")]
    return {int(field[0].removeprefix("U+"), 16) for field in fields if field[1] == "kTGH"}


def gb2312() -> set[int]:
    """GB2312: two levels of hanzi, Greek, Cyrillic, kana, box drawing and numbered forms."""
    rows = (bytes([high, low]) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    return {ord(text) for row in rows if (text := row.decode("gb2312", errors="ignore"))}


def symbols() -> set[int]:
    """Letters and signs of forms, charts and signs, vertical punctuation among them."""
    ranges = (
        (0x0020, 0x007E),  # ASCII
        (0x00A0, 0x00FF),  # Latin-1
        (0x2010, 0x2027),  # dashes, quotation marks, ellipsis
        (0x2030, 0x203B),  # ‰ ′ ″ ※
        (0x2160, 0x216B),  # Ⅰ–Ⅻ
        (0x2190, 0x2199),  # arrows
        (0x2460, 0x249B),  # ①–⒛
        (0x2500, 0x2573),  # box drawing
        (0x25A0, 0x25EF),  # shapes
        (0x3000, 0x301F),  # CJK punctuation
        (0x3220, 0x3229),  # ㈠–㈩
        (0xFE10, 0xFE19),  # vertical forms
        (0xFE30, 0xFE4F),  # vertical and wavy forms
        (0xFF01, 0xFF5E),  # full-width ASCII
        (0xFFE0, 0xFFE5),  # ￥
    )
    single = "℃№℡→⇒⇔√≈≠≤≥±×÷∞∑☆★♀♂☎✓✔✕✗㎎㎏㎜㎝㎞㎡㎥•"
    return {code for first, last in ranges for code in range(first, last + 1)} | set(map(ord, single)) | set(BOXES)


def is_hangul(code: int) -> bool:
    """Whether a code point is Korean: the one large block that no name in Chinese needs."""
    return 0xAC00 <= code <= 0xD7FF or 0x1100 <= code <= 0x11FF or 0x3130 <= code <= 0x318F or 0xA960 <= code <= 0xA97F


def is_han(code: int) -> bool:
    """Whether a code point is a Chinese character rather than a letter or a sign."""
    return code >= 0x3400 and not 0xA000 <= code < 0xF900


def subset(font: TTFont, wanted: set[int]) -> None:
    """Keep `wanted`, its long dash, vertical and half-width alternates; kerning goes, so that widths simply add up."""
    options = Options()
    options.layout_features = ["ccmp", "vert", "halt", "palt"]
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.drop_tables = [*options.drop_tables, "BASE", "DSIG", "VORG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def rename(font: TTFont, cut: Cut) -> None:
    """Give the font its own family name, keep the copyright and licence, drop the trademarks."""
    names = font["name"]
    kept = {record.nameID: record.toUnicode() for record in names.names if record.nameID in {0, 13, 14}}
    postscript = Path(cut.file).stem
    plain = cut.style in {"Regular", "Bold"}
    named = kept | {
        1: cut.family if plain else f"{cut.family} {cut.style}",
        2: cut.style if plain else "Regular",
        3: postscript,
        4: f"{cut.family} {cut.style}",
        5: "Version 1.000",
        6: postscript,
    }
    if not plain:
        named |= {16: cut.family, 17: cut.style}
    names.names = []
    for number, text in named.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = cut.weight
    font["OS/2"].fsSelection = 0x20 if cut.style == "Bold" else 0x40
    font["head"].macStyle = 1 if cut.style == "Bold" else 0
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        top = cff.topDictIndex[0]
        top.FullName, top.FamilyName, top.Weight = named[4], cut.family, cut.style
        top.rawDict.pop("Notice", None)
        top.Copyright = kept[0]


def draw_boxes(font: TTFont) -> None:
    """Put ☐ ☑ ☒ in the donors' places, as wide as □."""
    cmap, glyphs = font.getBestCmap(), font.getGlyphSet()
    square, width = glyphs[cmap[0x25A1]], font["hmtx"][cmap[0x25A1]][0]
    for code, mark in BOXES.items():
        donor = cmap[DONORS[code]]
        pen = T2CharStringPen(width, glyphs) if "CFF " in font else TTGlyphPen(glyphs)
        square.draw(pen)
        if mark:
            glyphs[cmap[mark]].draw(TransformPen(pen, (0.72, 0, 0, 0.72, 0.14 * width, 0.14 * width - 20)))
        if "CFF " in font:
            _place_outline(font, donor, pen, width)
        else:
            font["glyf"][donor] = pen.glyph()
        font["hmtx"][donor] = (width, font["hmtx"][cmap[0x25A1]][1])
    for table in font["cmap"].tables:
        for code, donor_code in DONORS.items():
            if donor_code in table.cmap:
                table.cmap[code] = table.cmap.pop(donor_code)


def _place_outline(font: TTFont, glyph: str, pen: T2CharStringPen, width: int) -> None:
    """Replace a glyph of a CID-keyed CFF; a charstring's width counts from its private dictionary's nominal one."""
    strings = font["CFF "].cff.topDictIndex[0].CharStrings
    old = strings[glyph]
    pen._width = None if width == old.private.defaultWidthX else width - old.private.nominalWidthX  # noqa: SLF001
    program = pen.getCharString(old.private, old.globalSubrs).program
    strings.charStringsIndex[strings.charStrings[glyph]] = T2CharString(
        program=program, private=old.private, globalSubrs=old.globalSubrs
    )


def make(cut: Cut, root: Path, folder: Path, wanted: set[int]) -> None:
    """Cut one font and write it beside this script."""
    number = SIMPLIFIED if cut.source.endswith(".ttc") else -1
    font = TTFont(root / cut.source, fontNumber=number, recalcTimestamp=False)
    boxes = cut not in NAMES
    present = set(font.getBestCmap())
    subset(font, (wanted | (set(DONORS.values()) if boxes else set())) & present)
    if boxes:
        draw_boxes(font)
    rename(font, cut)
    path = folder / cut.file
    font.save(path)
    count = len(font.getBestCmap())
    print(f"{cut.file}: {count} characters, {path.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Make all cuts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, required=True, help="file system with the unpacked packages")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder to write to")
    options = parser.parse_args()
    wanted = general_characters(options.root) | gb2312() | symbols()
    for cut in CUTS:
        make(cut, options.root, options.out, wanted)
    serif = TTFont(options.root / NAMES[0].source, fontNumber=SIMPLIFIED, lazy=True)
    beyond = {code for code in serif.getBestCmap() if not is_hangul(code)} - wanted
    make(NAMES[0], options.root, options.out, beyond | {0x20})
    for heavy in NAMES[1:]:
        make(heavy, options.root, options.out, set(filter(is_han, beyond)))


if __name__ == "__main__":
    main()
