"""Reading a filled PDF: the tree of its fields (ISO 32000-1, 12.7)."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pikepdf

from generators.collect.pdf_guard import check_objects, check_raw, limited
from generators.hostile import MEBIBYTE, HostileFileError

if TYPE_CHECKING:
    from generators.collect.found import Answer, Found
    from generators.collect.names import FieldNames

_DEPTH = 16
_FIELDS = 200_000
_NAME_LIMIT = 100
_TOTAL_LIMIT = 50 * MEBIBYTE
"""Bytes of all values together, each counted as often as a field refers to it."""
_SUBJECT = re.compile(r"([0-9]{4})年度")


def read_pdf(content: bytes, names: FieldNames, found: Found) -> None:
    """Add everything that stands in the file's fields.

    Raises:
        HostileFileError: the file is damaged, locked, or carries what a filled form never carries.
    """
    check_raw(content)
    try:
        with limited(), pikepdf.open(io.BytesIO(content), attempt_recovery=False) as pdf:
            check_objects(pdf)
            _read_identity(pdf, found)
            texts = _Texts()
            for name, field in _terminal_fields(pdf).items():
                if names.is_name(name):
                    found.add(name, _answer(field, texts))
    except HostileFileError:
        raise
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RuntimeError):
        raise HostileFileError("PDF 损坏，打不开；请用 PDF 阅读器打开后另存一份再交") from None


class _Inherited(dict[str, Any]):
    """A field's entries with those it inherits."""


def _terminal_fields(pdf: pikepdf.Pdf) -> dict[str, _Inherited]:
    """Full name → entries of the fields without further names below them; the first of a name counts."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return {}
    fields: dict[str, _Inherited] = {}
    seen: set[tuple[int, int]] = set()
    waiting = [(field, "", _Inherited(), 0) for field in reversed(_items(form.get("/Fields")))]
    while waiting:
        field, above, inherited, depth = waiting.pop()
        if not isinstance(field, pikepdf.Dictionary):
            continue
        if depth > _DEPTH or len(seen) > _FIELDS or (field.is_indirect and field.objgen in seen):
            raise HostileFileError("PDF 的表单域互相套叠，不予读取")
        seen.add(field.objgen if field.is_indirect else (-len(seen) - 1, 0))
        name = ".".join(filter(None, (above, _short(field.get("/T")))))
        entries = _Inherited(inherited)
        entries.update((key, field[key]) for key in ("/FT", "/V", "/AS", "/Opt") if key in field)
        kids = _items(field.get("/Kids"))
        named = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/T" in kid]
        if named:
            waiting += [(kid, name, entries, depth + 1) for kid in reversed(named)]
        else:
            states = [kid.get("/AS") for kid in kids if isinstance(kid, pikepdf.Dictionary)]
            entries["states"] = [state for state in (entries.get("/AS"), *states) if state is not None]
            fields.setdefault(name, entries)
    return fields


def _items(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array) else []


def _answer(field: _Inherited, texts: _Texts) -> Answer:
    value, kind = field.get("/V"), field.get("/FT")
    if kind == pikepdf.Name.Btn:
        states = [value] if value is not None else field["states"]
        return any(isinstance(state, pikepdf.Name) and state != pikepdf.Name.Off for state in states)
    if kind == pikepdf.Name.Ch:
        pairs = [option for option in _items(field.get("/Opt")) if isinstance(option, pikepdf.Array)]
        shown = {_short(pair[0]): _short(pair[1]) for pair in pairs if len(pair) > 1}
        chosen = [texts.read(choice) for choice in (_items(value) or [value])]
        return "、".join(shown.get(choice, choice) for choice in chosen)
    return texts.read(value)


def _short(value: Any) -> str:
    """A name or an option; nothing for what is far too long for one."""
    return str(value) if isinstance(value, pikepdf.String) and len(bytes(value)) <= 2 * _NAME_LIMIT else ""


class _Texts:
    """The texts of the fields, up to a sum: a small file can refer to a large text many times."""

    def __init__(self) -> None:
        self._left = _TOTAL_LIMIT

    def read(self, value: Any) -> str:
        """A text; long ones may be kept in a stream (12.7.4.3)."""
        if isinstance(value, pikepdf.Stream):
            value = pikepdf.String(value.read_bytes())
        if not isinstance(value, pikepdf.String):
            return ""
        self._left -= len(bytes(value))
        if self._left < 0:
            raise HostileFileError("PDF 的表单域里内容远多于正常文件，不予读取")
        return str(value)


def _read_identity(pdf: pikepdf.Pdf, found: Found) -> None:
    """Branch and year from the file's properties, which our books fill in; other programs keep them."""
    about = pdf.trailer.get("/Info")
    if not isinstance(about, pikepdf.Dictionary):
        return
    year = _SUBJECT.match(_short(about.get("/Subject")))
    if year:
        found.branch, found.year = _short(about.get("/Author")), year[1]
