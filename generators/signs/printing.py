"""PDF/X-4 (ISO 15930-7): the marks by which a shop's workflow knows that a file is meant for the press."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

import pikepdf

from generators.problems import ZhibuError

if TYPE_CHECKING:
    from typing import Any

CONDITION = "CGATS TR 001"
"""The characterised printing condition, registered with the ICC, that the embedded profile describes.

A stand-in, as no condition is set for signs: inks are fixed as CMYK and pass unchanged. Replace templates/print/
printing.icc and this name together where a shop gives its own.
"""
_PROFILE = Path(__file__).parents[2] / "templates" / "print" / "printing.icc"
_PRODUCER = "zhibu"


class Passport(NamedTuple):
    """What a print file says of itself."""

    title: str
    issued: str
    """The day of the content, `2026-11-22`: the file's own date, so that the same content gives the same bytes."""


@cache
def printing_profile() -> bytes:
    """The output profile that every print file carries.

    Raises:
        ZhibuError: The file is missing.
    """
    try:
        return _PROFILE.read_bytes()
    except OSError as missing:
        raise ZhibuError("缺少印刷特性文件 templates/print/printing.icc，请重新取得完整的工具箱") from missing


def as_pdfx(pdf: pikepdf.Pdf, passport: Passport) -> None:
    """Add the output intent with its profile, the document's XMP and its Info dictionary, which agree."""
    profile = pdf.make_stream(printing_profile(), N=4, Alternate=pikepdf.Name.DeviceCMYK)
    intent: Any = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier=pikepdf.String(CONDITION),
        OutputCondition=pikepdf.String("CMYK, colours given as fixed ink values"),
        RegistryName=pikepdf.String("http://www.color.org"),
        Info=pikepdf.String(CONDITION),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])
    written = f"D:{passport.issued.replace('-', '')}000000Z"
    del pdf.docinfo
    pdf.docinfo["/Title"] = passport.title
    pdf.docinfo["/Producer"] = _PRODUCER
    pdf.docinfo["/Creator"] = _PRODUCER
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = written
    pdf.docinfo["/Trapped"] = pikepdf.Name("/False")
    metadata = pdf.make_stream(_xmp(passport, _identity(pdf)), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    pdf.Root.Metadata = metadata


def _identity(pdf: pikepdf.Pdf) -> str:
    digest = hashlib.sha256(b"".join(part.read_bytes() for part in _contents(pdf.pages[0]))).hexdigest()
    return "-".join((digest[:8], digest[8:12], f"8{digest[13:16]}", f"8{digest[17:20]}", digest[20:32]))


def _contents(page: pikepdf.Page) -> list[Any]:
    return list(page.Contents) if isinstance(page.Contents, pikepdf.Array) else [page.Contents]


def _xmp(passport: Passport, identity: str) -> bytes:
    when = f"{passport.issued}T00:00:00Z"
    facts = {
        "xmp:CreateDate": when,
        "xmp:ModifyDate": when,
        "xmp:MetadataDate": when,
        "xmp:CreatorTool": _PRODUCER,
        "pdf:Producer": _PRODUCER,
        "pdf:Trapped": "False",
        "xmpMM:DocumentID": f"uuid:{identity}",
        "xmpMM:InstanceID": f"uuid:{identity}",
        "xmpMM:RenditionClass": "default",
        "xmpMM:VersionID": "1",
        "pdfxid:GTS_PDFXVersion": "PDF/X-4",
    }
    said = "".join(f"<{name}>{value}</{name}>" for name, value in facts.items())
    title = f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(passport.title)}</rdf:li></rdf:Alt></dc:title>'
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces}>{title}{said}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="w"?>'
    ).encode()


_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}
