"""What a filled Word or ODT file must not carry: macros, embedded objects, and whatever is loaded from elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generators.collect.markup import local_name, parsed
from generators.hostile import HostileFileError, shown

if TYPE_CHECKING:
    from lxml import etree

    from generators.archive import Archive

_PARTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"vbaproject|vbadata|(^|/)(basic|scripts)/", re.IGNORECASE), "宏"),
    (re.compile(r"activex", re.IGNORECASE), "ActiveX 控件"),
    (re.compile(r"(^|/)(embeddings|afchunk|object \d+|objectreplacements)", re.IGNORECASE), "嵌入的对象"),
    (re.compile(r"\.(exe|dll|scr|js|vbs|bat|cmd|ps1|hta|lnk|jar|html?|mht)$", re.IGNORECASE), "嵌入的程序或网页"),
)

_CONTENT_TYPES: tuple[tuple[str, str], ...] = (
    ("macroenabled", "宏"),
    ("vbaproject", "宏"),
    ("activex", "ActiveX 控件"),
    ("oleobject", "嵌入的对象"),
)

_EXTERNAL = {
    "attachedTemplate": "外部模板",
    "frame": "外部框架",
    "subDocument": "外部子文档",
    "oleObject": "外部对象",
    "aFChunk": "外部文档",
    "image": "外部图片",
}
_FIELD_CODES = re.compile(r"^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b", re.IGNORECASE | re.MULTILINE)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ODT_ELEMENTS = {
    "script": "宏",
    "event-listener": "宏",
    "object": "嵌入的对象",
    "object-ole": "嵌入的对象",
    "applet": "嵌入的程序",
    "plugin": "嵌入的程序",
    "floating-frame": "外部框架",
    "section-source": "外部子文档",
    "dde-source": "外部数据链接",
    "dde-connection": "外部数据链接",
    "dde-connection-decl": "外部数据链接",
}
_HREF = "{http://www.w3.org/1999/xlink}href"
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\\\|/", re.IGNORECASE)


def check_docx(archive: Archive) -> None:
    """Raises HostileFileError when the package carries what a filled form never carries."""
    _check_parts(archive)
    for entry in parsed(archive, "[Content_Types].xml"):
        kind = entry.get("ContentType", "").lower()
        _refuse(next((what for mark, what in _CONTENT_TYPES if mark in kind), None), kind)
    for name in sorted(archive.names):
        if name.lower().endswith(".rels"):
            for relation in parsed(archive, name):
                _check_relation(relation)


def check_docx_story(story: etree._Element) -> None:
    """Raises HostileFileError for fields that load or start something when they are updated."""
    codes: list[str] = []
    for element in story.iter(f"{_WORD}fldChar", f"{_WORD}instrText", f"{_WORD}fldSimple"):
        kind = local_name(element)
        codes.append((element.text or "") if kind == "instrText" else f"\n{element.get(f'{_WORD}instr', '')}")
    code = _FIELD_CODES.search("".join(codes))
    _refuse("外部数据链接" if code else None, code[1] if code else "")


def check_odt(archive: Archive) -> None:
    """Raises HostileFileError when the package carries what a filled form never carries."""
    _check_parts(archive)
    if "META-INF/manifest.xml" in archive.names:
        manifest = parsed(archive, "META-INF/manifest.xml")
        if any(local_name(element) == "encryption-data" for element in manifest.iter("*")):
            raise HostileFileError("文件加了密码，读不了；请去掉密码再交")
    if "meta.xml" in archive.names:
        for element in parsed(archive, "meta.xml").iter("{*}template"):
            target = element.get(_HREF, "")
            _refuse("外部模板" if re.match(r"[a-z]{2,}:|//|\\\\", target, re.IGNORECASE) else None, target)


def check_odt_story(story: etree._Element) -> None:
    """Raises HostileFileError for scripts, objects and pictures from elsewhere in content.xml or styles.xml."""
    for element in story.iter(*(f"{{*}}{name}" for name in (*_ODT_ELEMENTS, "image", "fill-image"))):
        name, target = local_name(element), element.get(_HREF, "")
        _refuse(_ODT_ELEMENTS.get(name), name)
        _refuse("外部图片" if _ELSEWHERE.match(target) else None, target)


def _check_parts(archive: Archive) -> None:
    for name in sorted(archive.names):
        _refuse(next((what for mark, what in _PARTS if mark.search(name)), None), name)


def _check_relation(relation: etree._Element) -> None:
    """A link to a page on the net is only text; everything else from elsewhere is loaded on opening."""
    kind = relation.get("Type", "").rsplit("/", 1)[-1]
    if relation.get("TargetMode", "").lower() == "external" and kind != "hyperlink":
        _refuse(_EXTERNAL.get(kind, "外部内容"), relation.get("Target", ""))


def _refuse(what: str | None, where: str) -> None:
    if what:
        raise HostileFileError(f"文件里有{what}（{shown(where)}），不予读取；请去掉后另存一份再交")
