"""Harmless files of every kind, and what somebody with bad intentions would make of them."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.collect.filling import repacked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(
    f'xmlns:{short}="{OFFICE}:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "script": "script",
        "manifest": "manifest",
        "meta": "meta",
    }.items()
)
NAMESPACES = (
    f'{_NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def odt(body: str, *, styles: str = "", manifest: str = "", meta: str | None = None) -> bytes:
    """An OpenDocument text as LibreOffice would save it, with this body."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMESPACES}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
        archive.writestr("styles.xml", f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>")
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {NAMESPACES}>{manifest}</manifest:manifest>")
        if meta is not None:
            archive.writestr("meta.xml", f"<office:document-meta {NAMESPACES}>{meta}</office:document-meta>")
    return buffer.getvalue()


def marked(name: str, content: str) -> str:
    """A bookmark of OpenDocument around some content."""
    return f'<text:bookmark-start text:name="{name}"/>{content}<text:bookmark-end text:name="{name}"/>'


ODT_FIELD = f"<text:p>{marked('_F_R30_01_place', '村部')}</text:p>"


def pdf(change: Callable[[pikepdf.Pdf], None] | None = None, *, encrypted: bool = False) -> bytes:
    """A PDF with the fields R30.01.place and R30.01.date, changed."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    copy = document.make_indirect(Dictionary(T=String("01")))
    form = document.make_indirect(Dictionary(T=String("R30"), Kids=Array([copy])))
    copy.Parent = form
    fields = {"place": "村部", "date": "2027年3月5日"}
    copy.Kids = Array(
        document.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Tx,
                T=String(name),
                V=String(value),
                Parent=copy,
                Rect=Array([0, 0, 50, 10]),
            )
        )
        for name, value in fields.items()
    )
    document.Root.AcroForm = Dictionary(Fields=Array([form]))
    if change:
        change(document)
    buffer = io.BytesIO()
    locked = pikepdf.Encryption(owner="o", user="") if encrypted else False
    document.save(buffer, encryption=locked, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def acting(**action: object) -> Callable[[pikepdf.Pdf], None]:
    """A PDF that does something when it is opened."""

    def change(document: pikepdf.Pdf) -> None:
        document.Root.OpenAction = Dictionary(Type=Name.Action, **action)

    return change


def hidden(**action: object) -> Callable[[pikepdf.Pdf], None]:
    """A PDF that does something when a page is turned."""

    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.AA = Dictionary(O=document.make_indirect(Dictionary(**action)))

    return change


def with_kids_in_a_ring(document: pikepdf.Pdf) -> None:
    form = document.Root.AcroForm.Fields[0]
    form.Kids[0].Kids.append(form)


def with_deep_kids(document: pikepdf.Pdf) -> None:
    field = document.Root.AcroForm.Fields[0].Kids[0]
    for _ in range(60):
        below = document.make_indirect(Dictionary(T=String("x"), Kids=Array()))
        field.Kids.append(below)
        field = below


def with_embedded_file(document: pikepdf.Pdf) -> None:
    document.attachments["run.exe"] = b"MZ"


def with_file_annotation(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment)])


def with_link(address: str) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        action = Dictionary(S=Name.URI, URI=String(address))
        document.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, A=action)])

    return change


def with_xfa(document: pikepdf.Pdf) -> None:
    document.Root.AcroForm.XFA = document.make_stream(b"<xdp/>")


def pdf_of_objects(*objects: bytes) -> bytes:
    """A PDF written by hand; the first object is the catalogue."""
    parts = [b"%PDF-1.7\n"]
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = sum(map(len, parts))
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows))
    parts.append(b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return b"".join(parts)


def stream(entries: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def pdf_bomb() -> bytes:
    """A field whose text unpacks to 120 MB."""
    zeros = _zeros()
    return pdf_of_objects(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</T(R30.01.place)/FT/Tx/V 4 0 R>>",
        stream(b"/Filter/FlateDecode", zeros),
    )


def pdf_of_one_text() -> bytes:
    """Two hundred fields that all refer to one text of half a megabyte."""
    fields = b"".join(b"<</T(%02d)/Kids[<</T(place)/FT/Tx/V 3 0 R>>]>>" % number for number in range(200))
    return pdf_of_objects(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[<</T(R30)/Kids[%s]>>]>>>>" % fields,
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"(%s)" % (b"x" * 500_000),
    )


def pdf_object_bomb() -> bytes:
    """Objects packed into a stream that unpacks to 120 MB."""
    packed = _zeros()
    head = b"%PDF-1.7\n"
    objects = stream(b"/Type/ObjStm/N 1/First 5/Filter/FlateDecode", packed)
    first = b"1 0 obj\n" + objects + b"\nendobj\n"
    rows = [(0, 0, 65535), (1, len(head), 0), (2, 1, 0), (1, len(head) + len(first), 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    last = b"3 0 obj\n" + stream(b"/Type/XRef/W[1 4 2]/Size 4/Root 2 0 R", table) + b"\nendobj\n"
    return head + first + last + b"startxref\n%d\n%%%%EOF" % (len(head) + len(first))


@cache
def _zeros() -> bytes:
    """120 MB, packed."""
    return zlib.compress(bytes(120 << 20), 6)


def with_part(docx: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    return repacked(docx, {name: change})


def with_doctype(docx: bytes, doctype: str, encoding: str = "utf-8") -> bytes:
    def change(xml: bytes) -> bytes:
        return xml.decode().replace("?>", f"?>{doctype}", 1).replace("UTF-8", encoding, 1).encode(encoding)

    return with_part(docx, "word/document.xml", change)


def with_parts(docx: bytes, added: Mapping[str, bytes]) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of a name that is there already
        return repacked(docx, {}, added)


def with_relation(docx: bytes, kind: str, target: str) -> bytes:
    relation = f'<Relationship Id="rIdX" Type="{RELATIONS}/{kind}" Target="{target}" TargetMode="External"/>'
    end = b"</Relationships>"
    name = "word/_rels/document.xml.rels"
    return with_part(docx, name, lambda xml: xml.replace(end, relation.encode() + end))


def with_body(docx: bytes, xml: str) -> bytes:
    return with_part(docx, "word/document.xml", lambda part: part.replace(b"<w:body>", b"<w:body>" + xml.encode(), 1))


def nested(depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth


def nested_controls(depth: int) -> str:
    start = '<w:sdt><w:sdtPr><w:tag w:val="R30.01.place"/></w:sdtPr><w:sdtContent>'
    return f"<w:p>{start * depth}{'</w:sdtContent></w:sdt>' * depth}</w:p>"


def nested_bookmarks(depth: int) -> str:
    starts = "".join(f'<w:bookmarkStart w:id="9{n:03}" w:name="_F_R30_{n:02}_place"/>' for n in range(2, depth))
    return f"<w:p>{starts}</w:p>"


def lying(docx: bytes) -> bytes:
    """A part that says it has 1,000 bytes and has many more."""
    name = b"word/document.xml"
    content = bytearray(with_part(docx, name.decode(), lambda xml: xml + b" " * (5 << 20)))
    struct.pack_into("<I", content, content.rindex(name) - 46 + 24, 1000)
    struct.pack_into("<I", content, content.index(name) - 30 + 22, 1000)
    return bytes(content)


def boasting(docx: bytes) -> bytes:
    """Six parts that say they have 40 MB each, not too much for their packed size."""
    names = [b"word/noise%d.xml" % number for number in range(6)]
    noise = b"".join(sha256(bytes([n % 256, n // 256])).digest() for n in range(4000))
    content = bytearray(with_parts(docx, {name.decode(): noise for name in names}))
    for name in names:
        struct.pack_into("<I", content, content.rindex(name) - 46 + 24, 40 << 20)
    return bytes(content)


def in_utf_7(docx: bytes) -> bytes:
    """A document type that only shows after decoding as the file asks for."""
    return with_part(
        docx,
        "word/document.xml",
        lambda xml: xml.replace(b"UTF-8", b"UTF-7").replace(b"?>", b"?>+ADwAIQ-DOCTYPE x+AD4-", 1),
    )


def flagged(docx: bytes) -> bytes:
    """Every entry marked as encrypted."""
    content = bytearray(docx)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def recompressed(docx: bytes, method: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return buffer.getvalue()


def overlapping(docx: bytes) -> bytes:
    """Two entries of the directory that share their bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        twin = zipfile.ZipInfo("word/stylez.xml")
        original = new.getinfo("word/styles.xml")
        for field in ("header_offset", "CRC", "compress_size", "file_size", "compress_type", "flag_bits"):
            setattr(twin, field, getattr(original, field))
        new.filelist.append(twin)
    return buffer.getvalue()


def linked(docx: bytes) -> bytes:
    """An entry that is a symbolic link."""
    entry = zipfile.ZipInfo("word/link.xml")
    entry.create_system = 3
    entry.external_attr = 0o120777 << 16
    buffer = io.BytesIO(docx)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(entry, "/etc/passwd")
    return buffer.getvalue()
