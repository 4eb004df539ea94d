"""Filling books the way people do: typing into every control of a Word file, or every field of a PDF."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pikepdf
from lxml import etree

from generators.model.form import FieldKind
from generators.plan.shape import local_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generators.collect import Value
    from generators.plan.book import BookPlan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

TEXTS = ("镕喆堃𠮷", "示例，Ab 3.5%", "“引号”&<尖括号>", "第3党小组（村东）")
LONG = "第一段：说明情况。\n第二段 second line，结束。"
DATES = (("2027年3月5日", "2027-03-05"), ("2027-3-5", "2027-03-05"), ("２０２７/１１/２３", "2027-11-23"))
NUMBERS = (("1,234.50", "1234.5"), ("０", "0"), ("007", "7"))


def typed(plan: BookPlan) -> tuple[dict[str, str | bool], dict[str, Value]]:
    """What is typed into every box of the book, and what must be read back under the field's name."""
    boxes: dict[str, str | bool] = {}
    values: dict[str, Value] = {}
    for entry in plan.entries():
        for number, local in enumerate(local_fields(entry.shape)):
            name = f"{entry.prefix}.{local.name}"
            if local.choice is None:
                boxes[name], values[name] = _typed(local.spec.kind, local.spec.choices, number)
            else:
                unticked = local.spec.choices[1]
                boxes[name] = local.choice != unticked
                values[name.rpartition(".")[0]] = tuple(c for c in local.spec.choices if c != unticked)
    return boxes, values


def _typed(kind: FieldKind, choices: tuple[str, ...], number: int) -> tuple[str | bool, Value]:
    if kind is FieldKind.CHECKBOX:
        return number % 2 == 0, number % 2 == 0
    if kind is FieldKind.DATE:
        return DATES[number % 3]
    if kind is FieldKind.NUMBER:
        return NUMBERS[number % 3]
    if kind is FieldKind.TIME:
        return "下午2时30分", "14:30"
    if kind is FieldKind.CHOICE:
        return choices[-1], choices[-1]
    text = LONG if kind is FieldKind.LONG else TEXTS[number % 4]
    return text, text


def repacked(
    archive: bytes, parts: Mapping[str, Callable[[bytes], bytes]], added: Mapping[str, bytes] | None = None
) -> bytes:
    """The archive with some parts changed and others added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, lambda part: part)(old.read(name)))
        for name, part in (added or {}).items():
            new.writestr(name, part)
    return buffer.getvalue()


def with_document(docx: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """The .docx with its main story changed."""

    def changed(xml: bytes) -> bytes:
        root = etree.fromstring(xml)
        change(root)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

    return repacked(docx, {"word/document.xml": changed})


def fill_docx(docx: bytes, values: Mapping[str, str | bool]) -> bytes:
    """The .docx with values typed into its controls, as Word leaves them."""

    def fill(root: etree._Element) -> None:
        for control in root.iter(f"{W}sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag")
            if tag.get(f"{W}val") in values:
                type_into(control, values[tag.get(f"{W}val")])

    return with_document(docx, fill)


def type_into(control: etree._Element, value: str | bool) -> None:
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    shown = properties.find(f"{W}showingPlcHdr")
    if shown is not None:
        properties.remove(shown)
    checked = properties.find(f"{W14}checkbox/{W14}checked")
    if checked is not None:
        checked.set(f"{W14}val", str(int(bool(value))))
    text = ("☑" if value else "☐") if isinstance(value, bool) else value
    for child in list(content):
        content.remove(child)
    run = etree.SubElement(content, f"{W}r")
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = line


def fill_pdf(pdf: bytes, values: Mapping[str, str | bool]) -> bytes:
    """The PDF with values written into its fields."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for name, field in _fields(document.Root.AcroForm.Fields, ""):
            if name in values:
                value = values[name]
                if isinstance(value, bool):
                    field.V = field.AS = pikepdf.Name("/Yes" if value else "/Off")
                else:
                    field.V = pikepdf.String(value)
        document.save(buffer)
    return buffer.getvalue()


def _fields(fields: Iterable[Any], above: str) -> Iterable[tuple[str, Any]]:
    for field in fields:
        name = f"{above}.{field.T}" if above else str(field.T)
        if "/Kids" in field:
            yield from _fields(field.Kids, name)
        else:
            yield name, field
