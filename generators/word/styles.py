"""The styles of the Word book: one table that both the styles part and the arithmetic of pages are made from."""

from __future__ import annotations

from dataclasses import dataclass

from generators.word.measure import MM_PER_POINT
from generators.word.ooxml import HEAD, NAMESPACES, size_property

SONG_TITLE = "方正小标宋简体"
SONG = "宋体"
HEI = "黑体"
KAI = "楷体_GB2312"
FANG = "仿宋_GB2312"
"""Fonts of GB/T 9704, named and not embedded; fontTable.xml says what stands in for them."""

RED = "C8161D"
GREY = "8C8C8C"
SHADE = "F3F1EE"


@dataclass(frozen=True)
class Style:
    """A paragraph style. Lines have an exact height, so that pages can be counted without a word processor."""

    name: str
    """The name shown in Word; built-in ones keep their English name, which Word translates."""
    font: str
    size: float
    """Points."""
    line: float
    """Height of a line in points."""
    align: str = "left"
    before: float = 0
    """Points above the paragraph."""
    after: float = 0
    color: str = ""
    bold: bool = False
    outline: int | None = None
    """Level in the navigation pane, from 0."""
    extra: str = ""
    """Further paragraph properties that stand before `w:spacing` in the schema."""
    indent: str = ""
    """`w:ind`, which stands between `w:spacing` and `w:jc`."""

    def height(self, lines: int = 1) -> float:
        """Millimetres a paragraph of `lines` lines takes."""
        return (self.before + self.after + lines * self.line) * MM_PER_POINT


def _hanging(em: float, size: float) -> str:
    return f'<w:ind w:left="{round(em * size * 20)}" w:hanging="{round(em * size * 20)}"/>'


STYLES: dict[str, Style] = {
    "Heading1": Style("heading 1", KAI, 10.5, 14, color=RED, outline=0, extra="<w:keepNext/>"),
    "Heading2": Style("heading 2", SONG_TITLE, 18, 24, "center", before=1, after=4, outline=1, extra="<w:keepNext/>"),
    "ChapterLine": Style("章名", KAI, 10.5, 14, color=RED, extra="<w:keepNext/>"),
    "FormTitle": Style("表名", SONG_TITLE, 18, 24, "center", before=1, after=4, extra="<w:keepNext/>"),
    "Identity": Style("支部名称行", FANG, 10.5, 18, after=2),
    "Label": Style("栏目", HEI, 10.5, 11, "center"),
    "LongLabel": Style("大栏目", HEI, 10.5, 14, before=3),
    "Band": Style("分栏标题", HEI, 10.5, 13),
    "Head": Style("表头", HEI, 9, 11, "center"),
    "Cell": Style("填写", FANG, 10.5, 11),
    "Number": Style("填写数字", FANG, 10.5, 11, "right"),
    "Row": Style("表格文字", FANG, 10.5, 11, "center"),
    "SmallRow": Style("表格小字", FANG, 9, 10.5, "center"),
    "Lines": Style("填写多行", FANG, 10.5, 16),
    "SmallLines": Style("表格多行", FANG, 9, 12),
    "Long": Style("填写大段", FANG, 12, 20),
    "SignedOn": Style("签名日期", FANG, 9, 11, "right"),
    "Body": Style("正文", FANG, 12, 22, "both", indent='<w:ind w:firstLine="480"/>'),
    "Clause": Style("条文", FANG, 14, 27, "both", after=5, indent=_hanging(2, 14)),
    "Tip": Style("表注", KAI, 9, 12, before=3),
    "Gap": Style("间隔", FANG, 1, 2),
    "CoverEmblem": Style("封面党徽", FANG, 10.5, 68, "center", after=8),
    "CoverTitle": Style("封面标题", SONG_TITLE, 36, 54, "center", color=RED),
    "CoverSubtitle": Style("封面副题", KAI, 16, 24, "center", before=18),
    "CoverRule": Style("封面线", FANG, 1, 4),
    "CoverLabel": Style("封面栏目", HEI, 14, 20, "distribute"),
    "CoverValue": Style("封面填写", FANG, 15, 20),
    "CoverNotice": Style("封面说明", KAI, 12, 18, "center"),
    "ContentsTitle": Style("目录标题", SONG_TITLE, 20, 30, "center", after=12),
    "TOC1": Style("toc 1", HEI, 12, 20, before=6),
    "TOC2": Style("toc 2", FANG, 12, 20, indent='<w:ind w:left="480"/>'),
    "Header": Style("header", SONG, 9, 12),
    "Footer": Style("footer", SONG, 10.5, 14, "center"),
}
"""Style id → style."""

_BUILT_IN = {"Heading1", "Heading2", "TOC1", "TOC2", "Header", "Footer"}

PLACEHOLDER = "PlaceholderText"
"""The character style of what is not filled in yet."""

FORM_TABLE = "FormTable"
COVER_TABLE = "CoverTable"


def styles_part() -> str:
    """word/styles.xml."""
    return (
        f'{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANG)}<w:kern w:val="2"/>'
        f'{size_property(10.5)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault/></w:docDefaults>{_NORMAL}{placeholder_styles()}"
        f"{''.join(_paragraph_style(i, style) for i, style in STYLES.items())}{_TABLES}</w:styles>"
    )


def placeholder_styles() -> str:
    """The character styles that placeholders need, in the book and in its glossary."""
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f'<w:style w:type="character" w:styleId="{PLACEHOLDER}"><w:name w:val="Placeholder Text"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
        f'<w:rPr><w:color w:val="{GREY}"/></w:rPr></w:style>'
    )


def _fonts(font: str) -> str:
    latin = "Times New Roman" if font in {FANG, KAI, SONG} else font
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{font}" w:hAnsi="{latin}" w:cs="Times New Roman"/>'


def _paragraph_style(identity: str, style: Style) -> str:
    custom = "" if identity in _BUILT_IN else ' w:customStyle="1"'
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    emphasis = ("<w:b/><w:bCs/>" if style.bold else "") + (f'<w:color w:val="{style.color}"/>' if style.color else "")
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{identity}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:uiPriority w:val="{_priority(identity)}"/><w:qFormat/>'
        f'<w:pPr>{style.extra}<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"'
        f' w:line="{round(style.line * 20)}" w:lineRule="exact"/>{style.indent}'
        f'<w:jc w:val="{style.align}"/>{outline}</w:pPr>'
        f"<w:rPr>{_fonts(style.font)}{emphasis}{size_property(style.size)}</w:rPr></w:style>"
    )


def _priority(identity: str) -> int:
    return {"TOC1": 39, "TOC2": 39, "Header": 99, "Footer": 99}.get(identity, 9)


# No space between Chinese and Latin letters that nobody typed: it would make the breadth of dates unpredictable.
_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>'
)


def _borders(outer: int, inner: int) -> str:
    sides = {"top": outer, "left": outer, "bottom": outer, "right": outer, "insideH": inner, "insideV": inner}
    return "".join(
        f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="333333"/>' for side, weight in sides.items()
    )


def _table_style(identity: str, name: str, margin: int, borders: str) -> str:
    frame = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr>{frame}<w:tblCellMar>'
        f'<w:top w:w="0" w:type="dxa"/><w:left w:w="{margin}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


CELL_MARGIN = 0.9
"""Millimetres between a cell's border and its text."""

_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    + _table_style(FORM_TABLE, "表格框", 51, _borders(8, 4))
    + _table_style(COVER_TABLE, "封面表格", 57, "")
)
