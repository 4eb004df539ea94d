"""Hostile and damaged files: each is refused with one sentence, quickly, and nothing is executed or fetched."""

from __future__ import annotations

import resource
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from pikepdf import Dictionary, Name, String

from generators.collect import HostileFileError, read_filled
from tests.collect import hostile
from tests.collect.hostile import ODT_FIELD, odt, pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.model.library import Library

MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
FLAT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

DOCX: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "an OLE container": (lambda _: OLE, "旧版的 .doc"),
    "a bomb in the text": (
        lambda d: hostile.with_part(d, "word/document.xml", lambda x: x + b" " * (64 << 20)),
        "过大",
    ),
    "a bomb beside the text": (lambda d: hostile.with_parts(d, {"word/x.xml": bytes(40 << 20)}), "压缩比"),
    "many large parts": (hostile.boasting, "过大"),
    "thousands of parts": (lambda d: hostile.with_parts(d, {f"word/{n}.xml": b"" for n in range(2500)}), "个部分"),
    "a part larger than it says": (hostile.lying, "损坏|过大"),
    "two parts of one name": (lambda d: hostile.with_parts(d, {"word/document.xml": b"<x/>"}), "同名"),
    "two parts of one name but for case": (lambda d: hostile.with_parts(d, {"word/Document.XML": b"<x/>"}), "同名"),
    "a path upwards": (lambda d: hostile.with_parts(d, {"../../evil.xml": b""}), "路径"),
    "an absolute path": (lambda d: hostile.with_parts(d, {"/etc/evil.xml": b""}), "路径"),
    "a path with a drive": (lambda d: hostile.with_parts(d, {"C:/evil.xml": b""}), "路径"),
    "a path with backslashes": (lambda d: hostile.with_parts(d, {"word\\evil.xml": b""}), "路径"),
    "parts that overlap": (hostile.overlapping, "重叠"),
    "a symbolic link": (hostile.linked, "链接"),
    "encrypted parts": (hostile.flagged, "加了密"),
    "an odd compression": (lambda d: hostile.recompressed(d, zipfile.ZIP_LZMA), "压缩方法"),
    "a truncated archive": (lambda d: d[: len(d) // 2], "损坏"),
    "no text at all": (lambda d: d.replace(b"word/document.xml", b"word/documenx.xml"), "缺少 word/document.xml"),
    "a document type": (lambda d: hostile.with_doctype(d, "<!DOCTYPE w:document>"), "文档类型"),
    "an external entity": (
        lambda d: hostile.with_doctype(d, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        "实体",
    ),
    "a million laughs": (lambda d: hostile.with_doctype(d, hostile.LAUGHS), "实体"),
    "laughs in UTF-16": (lambda d: hostile.with_doctype(d, hostile.LAUGHS, "utf-16"), "实体"),
    "laughs in UTF-16 without a mark": (lambda d: hostile.with_doctype(d, hostile.LAUGHS, "utf-16-le"), "XML|编码"),
    "laughs in UTF-7": (hostile.in_utf_7, "XML"),
    "bottomless nesting": (lambda d: hostile.with_body(d, hostile.nested(20_000)), "XML"),
    "millions of elements": (
        lambda d: hostile.with_body(d, "<w:p/><!--示例-->" * 10_000 + "".join(f"<a{n}/>" for n in range(3_000_000))),
        "远多于",
    ),
    "controls in controls": (lambda d: hostile.with_body(d, hostile.nested_controls(60)), "套叠"),
    "bookmarks in bookmarks": (lambda d: hostile.with_body(d, hostile.nested_bookmarks(60)), "套叠"),
    "a macro": (lambda d: hostile.with_parts(d, {"word/vbaProject.bin": b"x"}), "宏"),
    "a type with macros": (
        lambda d: hostile.with_part(d, "[Content_Types].xml", lambda x: x.replace(FLAT.encode(), MACRO.encode())),
        "宏",
    ),
    "an ActiveX control": (lambda d: hostile.with_parts(d, {"word/activeX/activeX1.xml": b"<x/>"}), "ActiveX"),
    "an embedded object": (lambda d: hostile.with_parts(d, {"word/embeddings/oleObject1.bin": OLE}), "嵌入的对象"),
    "an embedded program": (lambda d: hostile.with_parts(d, {"word/media/run.exe": b"MZ"}), "嵌入的程序"),
    "an external template": (lambda d: hostile.with_relation(d, "attachedTemplate", "http://x/t.dotm"), "外部模板"),
    "an external frame": (lambda d: hostile.with_relation(d, "frame", "http://x/f.html"), "外部框架"),
    "an external subdocument": (lambda d: hostile.with_relation(d, "subDocument", "file:///x.docx"), "外部子文档"),
    "an external object": (lambda d: hostile.with_relation(d, "oleObject", "\\\\x\\y"), "外部对象"),
    "an external picture": (lambda d: hostile.with_relation(d, "image", "http://x/1.png"), "外部图片"),
    "a data link": (
        lambda d: hostile.with_body(d, '<w:p><w:fldSimple w:instr=" DDEAUTO cmd &quot;/c calc&quot; "/></w:p>'),
        "外部数据链接",
    ),
    "a data link in pieces": (
        lambda d: hostile.with_body(
            d,
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCL</w:instrText></w:r>'
            '<w:r><w:instrText>UDETEXT "c:/secret.txt"</w:instrText></w:r></w:p>',
        ),
        "外部数据链接",
    ),
}

ODT: dict[str, tuple[bytes, str]] = {
    "bookmarks in bookmarks": (
        odt("<text:p>" + "".join(f'<text:bookmark-start text:name="{n}"/>' for n in range(60)) + "</text:p>"),
        "套叠",
    ),
    "scripts": (odt(f"{ODT_FIELD}<office:scripts><office:script/></office:scripts>"), "宏"),
    "a listener": (odt(f"{ODT_FIELD}<script:event-listener xlink:href='vnd.sun.star.script:x'/>"), "宏"),
    "an object": (odt(f"{ODT_FIELD}<draw:object xlink:href='./Object 1'/>"), "嵌入的对象"),
    "a frame": (odt(f"{ODT_FIELD}<draw:floating-frame xlink:href='http://x/'/>"), "外部框架"),
    "a subdocument": (odt(f"<text:section-source xlink:href='../x.odt'/>{ODT_FIELD}"), "外部子文档"),
    "a picture from elsewhere": (odt(f"{ODT_FIELD}<draw:image xlink:href='http://x/1.png'/>"), "外部图片"),
    "a data link": (odt(f"{ODT_FIELD}<office:dde-source/>"), "外部数据链接"),
    "a template from elsewhere": (odt(ODT_FIELD, meta="<meta:template xlink:href='http://x/t.ott'/>"), "外部模板"),
    "a password": (odt(ODT_FIELD, manifest="<manifest:encryption-data/>"), "密码"),
    "an entity": (odt(ODT_FIELD, styles="<!ENTITY a 'b'>"), "实体"),
}

PDF: dict[str, tuple[Callable[[], bytes], str]] = {
    "a script on opening": (lambda: pdf(hostile.acting(S=Name.JavaScript, JS=String("app.alert(1)"))), "脚本"),
    "a script on turning a page": (lambda: pdf(hostile.hidden(S=Name.JavaScript, JS=String("x"))), "脚本"),
    "a script in disguise": (
        lambda: pdf(hostile.acting(S=Name.JavaScript, JS=String("x"))).replace(b"/JavaScript", b"/J#61vaScript"),
        "脚本",
    ),
    "a program to start": (lambda: pdf(hostile.acting(S=Name.Launch, F=String("cmd.exe"))), "启动程序"),
    "a form to send": (lambda: pdf(hostile.acting(S=Name.SubmitForm, F=String("http://x/"))), "发送数据"),
    "data to import": (lambda: pdf(hostile.acting(S=Name.ImportData, F=String("x.fdf"))), "导入数据"),
    "another file to open": (lambda: pdf(hostile.acting(S=Name.GoToR, F=String("x.pdf"))), "别的文件"),
    "a link to a file": (lambda: pdf(hostile.with_link("file:///c:/windows/x.exe")), "链接"),
    "an embedded file": (lambda: pdf(hostile.with_embedded_file), "嵌入的文件"),
    "an attached file": (lambda: pdf(hostile.with_file_annotation), "嵌入的文件"),
    "an XFA form": (lambda: pdf(hostile.with_xfa), "XFA"),
    "a password": (lambda: pdf(encrypted=True), "密码"),
    "kids in a ring": (lambda: pdf(hostile.with_kids_in_a_ring), "套叠"),
    "kids below kids below kids": (lambda: pdf(hostile.with_deep_kids), "套叠"),
    "no cross references": (lambda: pdf()[:-40], "损坏"),
    "half a file": (lambda: pdf()[: len(pdf()) // 2], "损坏"),
    "one large text in many fields": (hostile.pdf_of_one_text, "远多于"),
    "a filter behind a comment": (
        lambda: hostile.pdf_of_objects(b"<</Type/Catalog>>", hostile.stream(b"/Filter%x\n/LZW#44ecode", b"x")),
        "压缩方法",
    ),
    "a bomb in a field": (hostile.pdf_bomb, "损坏"),
    "a bomb of objects": (hostile.pdf_object_bomb, "损坏"),
    "an LZW stream": (
        lambda: hostile.pdf_of_objects(b"<</Type/Catalog>>", hostile.stream(b"/Filter/LZWDecode", b"x")),
        "压缩方法",
    ),
    "a filter that stands elsewhere": (
        lambda: hostile.pdf_of_objects(
            b"<</Type/Catalog>>", hostile.stream(b"/Filter %x\n[3 0 R]", b"x"), b"/LZW#44ecode"
        ),
        "压缩方法",
    ),
    "bottomless nesting": (lambda: hostile.pdf_of_objects(b"<</Type/Catalog/X%s" % (b"[" * 50_000)), "损坏"),
}


def refused(content: bytes, library: Library, sentence: str) -> None:
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(HostileFileError, match=sentence) as caught:
        read_filled(content, library.form)
    assert "\n" not in str(caught.value)
    assert time.process_time() - started < 3
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 << 10  # kilobytes


@pytest.mark.parametrize("case", DOCX)
def every_hostile_word_file_is_refused(case: str, single_docx: bytes, library: Library) -> None:
    make, sentence = DOCX[case]
    refused(make(single_docx), library, sentence)


@pytest.mark.parametrize("case", ODT)
def every_hostile_odt_file_is_refused(case: str, library: Library) -> None:
    content, sentence = ODT[case]
    refused(content, library, sentence)


@pytest.mark.parametrize("case", PDF)
def every_hostile_pdf_file_is_refused(case: str, library: Library) -> None:
    make, sentence = PDF[case]
    refused(make(), library, sentence)


def a_file_that_is_far_too_large_is_not_opened(library: Library) -> None:
    refused(b"PK\x03\x04" + bytes(65 << 20), library, "65 MB")


def the_harmless_files_behind_the_cases_are_read(single_docx: bytes, library: Library) -> None:
    assert "R30.01.date" in read_filled(single_docx, library.form).fields
    assert read_filled(odt(ODT_FIELD), library.form).values == {"R30.01.place": "村部"}
    assert read_filled(pdf(), library.form).values == {"R30.01.place": "村部", "R30.01.date": "2027-03-05"}


def a_link_to_a_page_on_the_net_is_harmless(single_docx: bytes, library: Library) -> None:
    linked = hostile.with_relation(single_docx, "hyperlink", "https://example.invalid/")
    assert "R30.01.date" in read_filled(linked, library.form).fields
    assert read_filled(pdf(hostile.with_link("https://example.invalid/")), library.form).values


def a_word_that_sounds_dangerous_is_harmless_in_a_value(library: Library) -> None:
    said = "/JavaScript 培训 /Launch /EF"
    content = pdf(lambda document: document.Root.AcroForm.Fields[0].Kids[0].Kids[0].update(Dictionary(V=String(said))))
    assert read_filled(content, library.form).values["R30.01.place"] == said
