"""What a filled PDF must not carry, and the limits under which one is opened at all."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import settings

from generators.hostile import MEBIBYTE, HostileFileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OBJECTS = 500_000
_NODES = 100_000
"""Values looked at inside one object; a table of named places has a few thousand."""

_LIMITS = {
    "parser_max_nesting": 100,
    "parser_max_errors": 1,
    "parser_max_container_size": 1_000_000,
    "max_stream_filters": 1,
    "flate_max_memory": 96 * MEBIBYTE,
    "png_max_memory": 96 * MEBIBYTE,
    "tiff_max_memory": 16 * MEBIBYTE,
    "run_length_max_memory": 16 * MEBIBYTE,
    "dct_max_memory": 16 * MEBIBYTE,
}

_DANGERS = {
    "/JavaScript": "脚本",
    "/JS": "脚本",
    "/Launch": "启动程序的动作",
    "/SubmitForm": "往外发送数据的动作",
    "/ImportData": "导入数据的动作",
    "/GoToR": "打开别的文件的动作",
    "/GoToE": "打开别的文件的动作",
    "/EmbeddedFile": "嵌入的文件",
    "/EmbeddedFiles": "嵌入的文件",
    "/EF": "嵌入的文件",
    "/FileAttachment": "嵌入的文件",
    "/RichMedia": "嵌入的多媒体",
    "/Movie": "嵌入的多媒体",
    "/Sound": "嵌入的多媒体",
    "/Rendition": "嵌入的多媒体",
    "/XFA": "XFA 表单",
}
"""Name, as a key or as a value → what it means."""

_SUSPECT = re.compile(rb"/(?:%s)(?![A-Za-z])|/URI" % b"|".join(name[1:].encode() for name in _DANGERS))
_HARMLESS_URI = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)


def _spelled(name: str) -> bytes:
    """A pattern for a PDF name, each character plain or as `#6e` (ISO 32000-1, 7.3.5)."""
    return b"/" + b"".join(b"(?:%c|#(?i:%02x))" % (ord(c), ord(c)) for c in name) + rb"(?![A-Za-z0-9])"


_LOCKED = "PDF 加了密码或限制了权限，读不了；请去掉后再交"
_ENCRYPT = re.compile(_spelled("Encrypt"))
_OTHER_FILTER = re.compile(b"|".join(map(_spelled, ("LZWDecode", "LZW"))))
_BLANK = rb"[\s\0]"
_HIDDEN_FILTER = re.compile(
    _spelled("Filter") + _BLANK + rb"{0,64}(?:\[" + _BLANK + rb"{0,64})?(?:[0-9%]|" + _BLANK + rb"{65})"
)
"""A filter whose name stands elsewhere in the file, or far away, or behind a comment."""


def check_raw(content: bytes) -> None:
    """Checks before anything is parsed: what opening alone would unpack without bounds.

    Raises:
        HostileFileError: the file is encrypted or packed in an unusual way.
    """
    if _ENCRYPT.search(content):
        raise HostileFileError(_LOCKED)
    if _OTHER_FILTER.search(content) or _HIDDEN_FILTER.search(content):
        raise HostileFileError("PDF 用了不正常的压缩方法，不予读取")


@contextmanager
def limited() -> Iterator[None]:
    """The limits of qpdf for the time of reading; they hold for the whole process and are put back afterwards."""
    before = settings.get_qpdf_limits()
    _set_limits(_LIMITS)
    try:
        yield
    finally:
        _set_limits(before)


def _set_limits(limits: Mapping[str, Any]) -> None:
    settings.set_qpdf_limits(**limits)


def check_objects(pdf: pikepdf.Pdf) -> None:
    """Raises HostileFileError when the file is encrypted, or an object of it runs, sends, opens or hides something.

    Every object is looked at, also those that nothing refers to: qpdf writes it out with names in their plain spelling,
    and only one in which a dangerous name stands is taken apart.
    """
    if pdf.is_encrypted:
        raise HostileFileError(_LOCKED)
    if len(pdf.objects) > _OBJECTS:
        raise HostileFileError("PDF 里的对象远多于正常文件，不予读取")
    objects = [pdf.trailer, *pdf.objects]
    for obj in objects:
        entries = obj.stream_dict if isinstance(obj, pikepdf.Stream) else obj
        if isinstance(entries, pikepdf.Object) and _SUSPECT.search(entries.unparse(resolved=True)):
            _check_object(entries)


def _check_object(entries: Any) -> None:
    waiting, looked_at = [entries], 0
    while waiting:
        value = waiting.pop()
        looked_at += 1
        if looked_at > _NODES:
            raise HostileFileError("PDF 里的对象远大于正常文件，不予读取")
        if isinstance(value, pikepdf.Name):
            _refuse(str(value))
        elif isinstance(value, pikepdf.Array):
            waiting += [item for item in value if not _elsewhere(item)]
        elif isinstance(value, pikepdf.Dictionary):
            _check_entries(value)
            waiting += [item for item in value.values() if not _elsewhere(item)]


def _check_entries(dictionary: pikepdf.Dictionary) -> None:
    for key in dictionary.keys():  # noqa: SIM118 - iterating a pikepdf dictionary gives no keys
        _refuse(str(key))
    target = dictionary.get("/URI")
    if isinstance(target, pikepdf.String) and not _HARMLESS_URI.match(str(target)):
        raise HostileFileError("PDF 里有指向本机文件或特殊地址的链接，不予读取；请去掉后另存一份再交")


def _elsewhere(value: Any) -> bool:
    """Whether a value is an object of its own, which has its own turn."""
    return isinstance(value, pikepdf.Object) and value.is_indirect


def _refuse(name: str) -> None:
    if name in _DANGERS:
        raise HostileFileError(f"PDF 里有{_DANGERS[name]}（{name}），不予读取；请去掉后另存一份再交")
