"""The Word file around the text: a clean package of our own for A4 and Chinese, the same bytes every time."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from generators.problems import ZhibuError
from generators.word.archive import zipped
from generators.word.controls import placeholder_name
from generators.word.deflate import packed
from generators.word.ooxml import HEAD, NAMESPACES, escaped, paragraph, run
from generators.word.styles import PLACEHOLDER, placeholder_styles, styles_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generators.word.deflate import Packed

FOLDER = Path(__file__).parents[2] / "templates" / "word"

CREATOR = "支部标准化工具箱"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass
class Parts:
    """The parts that a document's body refers to, numbered as they are added."""

    running: dict[tuple[str, tuple[str, ...]], int] = field(default_factory=dict)
    """Kind (header or footer) and texts → number."""

    def add(self, kind: str, texts: tuple[str, ...]) -> str:
        """Add a header or footer and return its relationship id; equal parts are stored once.

        Its texts are what is before, between and behind its holes.
        """
        return f"rIdR{self.running.setdefault((kind, texts), len(self.running) + 1)}"

    def named(self) -> Iterable[tuple[str, str, str, tuple[str, ...]]]:
        """Relationship id, kind, file name and texts of each part."""
        for (kind, texts), number in self.running.items():
            yield f"rIdR{number}", kind, f"{kind}{number}.xml", texts


@dataclass(frozen=True)
class About:
    """What the file says of itself."""

    title: str
    subject: str
    issued: str
    """The date of the content, `YYYY-MM-DD`: files made of the same content are equal."""


def standing_parts(parts: Parts, placeholders: Iterable[str]) -> Mapping[str, Packed]:
    """The members of the .docx around the text, without headers and footers and what the file says of itself."""
    same = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _root_relationships(),
        "docProps/app.xml": template("app.xml"),
        "word/_rels/document.xml.rels": _document_relationships(parts),
        "word/styles.xml": _styles(),
        "word/settings.xml": template("settings.xml"),
        "word/fontTable.xml": template("fontTable.xml"),
        "word/glossary/document.xml": _glossary(tuple(sorted(placeholders))),
        "word/glossary/_rels/document.xml.rels": _relationships([("rId1", f"{_OFFICE}/styles", "styles.xml")]),
        "word/glossary/styles.xml": _glossary_styles(),
    }
    return {name: packed(xml) for name, xml in same.items()}


def package(members: Mapping[str, Packed], about: About) -> bytes:
    """The .docx of these members."""
    return zipped({**members, "docProps/core.xml": packed(own=_core_properties(about))})


BODY_START = f"{HEAD}<w:document {NAMESPACES}><w:body>"
BODY_END = "</w:body></w:document>"
"""What stands around the body in the main part."""


@cache
def _styles() -> str:
    return styles_part()


@cache
def template(name: str) -> str:
    """A fixed part of every Word file, from templates/word/. Raises ZhibuError when it is missing."""
    try:
        return (FOLDER / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ZhibuError(f"缺少文件 templates/word/{name}，请重新取得完整的工具箱") from None


def _content_types(parts: Parts) -> str:
    overrides = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "/word/glossary/document.xml": f"{_WORD}.document.glossary+xml",
        "/word/glossary/styles.xml": f"{_WORD}.styles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    overrides |= {f"/word/{name}": f"{_WORD}.{kind}+xml" for _, kind, name, _ in parts.named()}
    listed = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relationships(listed: Iterable[tuple[str, str, str]]) -> str:
    items = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in listed)
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _root_relationships() -> str:
    return _relationships(
        [
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ]
    )


def _document_relationships(parts: Parts) -> str:
    fixed = [
        ("rId1", f"{_OFFICE}/styles", "styles.xml"),
        ("rId2", f"{_OFFICE}/settings", "settings.xml"),
        ("rId3", f"{_OFFICE}/fontTable", "fontTable.xml"),
        ("rId4", f"{_OFFICE}/glossaryDocument", "glossary/document.xml"),
    ]
    return _relationships([*fixed, *((i, f"{_OFFICE}/{kind}", name) for i, kind, name, _ in parts.named())])


def _core_properties(about: About) -> str:
    moment = f"{about.issued}T00:00:00Z"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(about.title)}</dc:title><dc:subject>{escaped(about.subject)}</dc:subject>"
        f"<dc:creator>{CREATOR}</dc:creator><dc:language>zh-CN</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )


@lru_cache(maxsize=1024)
def _glossary(placeholders: tuple[str, ...]) -> str:
    """The glossary: without a part for its placeholder, a control that is emptied shows Word's own English text."""
    parts = "".join(_glossary_part(placeholder_name(text), text) for text in placeholders)
    listed = f"<w:docParts>{parts}</w:docParts>" if parts else ""
    return f"{HEAD}<w:glossaryDocument {NAMESPACES}>{listed}</w:glossaryDocument>"


def _glossary_part(name: str, text: str) -> str:
    shown = paragraph("Normal", run(text, f'<w:rStyle w:val="{PLACEHOLDER}"/>'))
    identity = str(uuid5(NAMESPACE_URL, f"urn:zhibu:placeholder:{name}")).upper()
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/><w:category><w:name w:val="General"/>'
        '<w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types>'
        f'<w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="{{{identity}}}"/></w:docPartPr>'
        f"<w:docPartBody>{shown}</w:docPartBody></w:docPart>"
    )


def _glossary_styles() -> str:
    return (
        f'{HEAD}<w:styles {NAMESPACES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/><w:qFormat/></w:style>{placeholder_styles()}</w:styles>'
    )
