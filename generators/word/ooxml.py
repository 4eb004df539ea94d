"""Small pieces of WordprocessingML: text, runs, paragraphs, fields."""

from __future__ import annotations

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' mc:Ignorable="w14"'
)
"""Attributes of every story's root: old programs are told what they may ignore."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_FORBIDDEN = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])
"""What XML 1.0 (2.2 Characters) cannot hold even when escaped."""


def escaped(text: str) -> str:
    """Text for an attribute or between tags."""
    return text.translate(_FORBIDDEN).translate(_ESCAPES)


def run(text: str, properties: str = "") -> str:
    """A run of text; line breaks become `w:br`. Nothing for an empty text: Word drops empty runs, WPS trips on them."""
    if not text:
        return ""
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = (f'<w:t xml:space="preserve">{escaped(line)}</w:t>' if line else "" for line in text.split("\n"))
    return f"<w:r>{formatting}{'<w:br/>'.join(lines)}</w:r>"


def size_property(size: float) -> str:
    """Run properties for letters of `size` points."""
    return f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'


def paragraph(style: str, content: str = "", properties: str = "") -> str:
    """A paragraph; `properties` are further children of `w:pPr` in the schema's order."""
    return f"{paragraph_start(style, properties)}{content}</w:p>"


def paragraph_start(style: str, properties: str = "") -> str:
    """The beginning of a paragraph whose content follows."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'


def simple_field(instruction: str, shown: str) -> str:
    """A field with its cached result. Each part has a run of its own: WPS hides fields that share one."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(shown)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmarked(identity: int, name: str, content: str) -> str:
    """Content between the two ends of a bookmark."""
    start, end = bookmark_ends(identity, name)
    return start + content + end


def bookmark_ends(identity: int, name: str) -> tuple[str, str]:
    """The two ends of a bookmark."""
    return f'<w:bookmarkStart w:id="{identity}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{identity}"/>'
