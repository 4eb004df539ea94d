from __future__ import annotations

import builtins
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from generators.problems import ZhibuError
from generators.typeset.press import LayoutWarning, layout, render_pdf

if TYPE_CHECKING:
    from pathlib import Path

RED_DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="#f00" d="M0 0h9v9z"/></svg>'


def plain(html: str, **options: Any) -> bytes:
    """The PDF's streams, uncompressed, one after the other."""
    with pikepdf.open(BytesIO(render_pdf(html, title="页", **options))) as pdf:
        return b"\n".join(item.read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream))


def it_sets_title_and_language() -> None:
    with pikepdf.open(BytesIO(render_pdf("<html lang=zh-CN><p>党", title="三会一课"))) as pdf:
        assert pdf.docinfo["/Title"] == "三会一课"
        assert pdf.Root.Lang == "zh-CN"


def it_gives_the_same_bytes_twice() -> None:
    html = "<html lang=zh><p style=\"font-family:'Zhibu Song'\">党员"
    assert render_pdf(html, title="页") == render_pdf(html, title="页")


def it_reads_the_assets_it_is_given() -> None:
    html = '<html lang=zh><link rel=stylesheet href="asset:s.css"><img src="asset:dot.svg"><p>党'
    assets = {"s.css": (b"p{color:#0f0}", "text/css"), "dot.svg": (RED_DOT.encode(), "image/svg+xml")}
    content = plain(html, assets=assets)
    assert b"0 1 0 rg" in content
    assert b"1 0 0 rg" in content


def it_applies_style_sheets() -> None:
    assert b"0 0 1 rg" in plain("<html lang=zh><p>党", stylesheets=("p{color:#00f}",))


@pytest.mark.parametrize(
    "tag",
    [
        '<img src="file://{secret}">',
        '<link rel=stylesheet href="file://{secret}">',
        '<link rel=stylesheet href="http://127.0.0.1:9/s.css">',
        "<style>@import url(file://{secret})</style>",
        '<p style="background:url(file://{secret})">党',
        '<object data="file://{secret}"></object>',
        '<a rel=attachment href="file://{secret}">党</a>',
        '<img src="asset:../{secret}">',
        '<img src="data:image/svg+xml,%3Csvg/%3E">',
    ],
)
def it_fetches_nothing_else(tag: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text('p::after{content:"泄密"}', encoding="utf-8")
    with pytest.warns(LayoutWarning):
        content = render_pdf("<html lang=zh>" + tag.format(secret=secret), title="页")
    with pikepdf.open(BytesIO(content)) as pdf:
        assert not pdf.attachments
        assert not any(item.get("/Subtype") == "/Image" for item in pdf.objects if isinstance(item, pikepdf.Stream))


def it_warns_of_what_the_engine_passes_over() -> None:
    with pytest.warns(LayoutWarning, match="排版引擎提示"):
        layout("<html lang=zh><p style='colour:red'>党")


def it_makes_form_fields_when_asked() -> None:
    html = '<html lang=zh><input name="R30.01.date" title="日期">'
    for forms in (True, False):
        with pikepdf.open(BytesIO(render_pdf(html, title="页", forms=forms))) as pdf:
            assert ("/AcroForm" in pdf.Root) is forms


def it_says_in_one_sentence_that_pango_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pango(name: str, *rest: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest)

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(ZhibuError, match="缺少系统库 Pango"):
        render_pdf("<p>", title="页")
