"""The press: HTML to PDF by WeasyPrint, with our fonts only and nothing fetched but what is handed in."""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from generators.problems import ZhibuError
from generators.typeset.fonts import only_our_fonts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class LayoutWarning(UserWarning):
    """WeasyPrint passed over something in our HTML or CSS; in the tests this is an error."""


def render_pdf(
    html: str,
    *,
    title: str,
    assets: Mapping[str, tuple[bytes, str]] | None = None,
    forms: bool = False,
    stylesheets: Sequence[str] = (),
) -> bytes:
    """The PDF of a whole HTML document.

    `assets` maps a name to bytes and media type, reached as `asset:NAME`. `forms` turns inputs into AcroForm fields.
    `stylesheets` are CSS texts, applied after the document's own. Raises ZhibuError where Pango or a font is missing.
    """
    return written(layout(html, assets=assets, forms=forms, stylesheets=stylesheets), title=title, forms=forms)


def written(document: Any, *, title: str, forms: bool = False) -> bytes:
    """The PDF of what `layout` laid out; the same bytes however often it is written."""
    with _warnings_heard():
        document.metadata.title = title
        pdf: bytes = document.write_pdf(pdf_forms=forms)
    return pdf


def layout(
    html: str,
    *,
    assets: Mapping[str, tuple[bytes, str]] | None = None,
    forms: bool = False,
    stylesheets: Sequence[str] = (),
) -> Any:
    """The laid-out document (`weasyprint.Document`), to be measured before it is written."""
    weasyprint = _weasyprint()
    fetcher = _locked_fetcher(assets or {})
    with _warnings_heard():
        fonts = _font_configuration()
        sheets = [
            weasyprint.CSS(string=css, url_fetcher=fetcher, base_url="asset:/", font_config=fonts)
            for css in stylesheets
        ]
        source = weasyprint.HTML(string=html, base_url="asset:/", url_fetcher=fetcher)
        return source.render(font_config=fonts, stylesheets=sheets, pdf_forms=forms)


def _weasyprint() -> Any:
    try:
        import weasyprint  # noqa: PLC0415 # it loads Pango on import, which a machine that only makes Word may lack
    except OSError as error:
        raise ZhibuError("缺少系统库 Pango，不能生成 PDF；请运行 ./zhibu doctor 查看安装办法") from error
    return weasyprint


@cache
def _font_configuration() -> Any:
    """One for all documents: none brings fonts of its own, and Pango opens each of ours once."""
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 # only after _weasyprint() found Pango

    with only_our_fonts():
        return FontConfiguration()


def _locked_fetcher(assets: Mapping[str, tuple[bytes, str]]) -> Any:
    """A fetcher that knows `assets` and nothing else: no file, no host, no redirect."""
    from weasyprint.urls import (  # noqa: PLC0415 # only after _weasyprint() found Pango
        URLFetcher,
        URLFetcherResponse,
    )

    class LockedFetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint carries no types
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ARG002
            name = url.removeprefix("asset:").lstrip("/")
            if not url.startswith("asset:") or name not in assets:
                raise ValueError(f"denied: {url}")
            content, media_type = assets[name]
            return URLFetcherResponse(url, content, {"Content-Type": media_type})

    return LockedFetcher(allowed_protocols={"asset"}, allow_redirects=False)


class _Listener(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        warnings.warn(f"排版引擎提示：{record.getMessage()}", LayoutWarning, stacklevel=2)


@contextmanager
def _warnings_heard() -> Iterator[None]:
    """Turn what WeasyPrint logs as a warning into a Python warning."""
    logger = logging.getLogger("weasyprint")
    if any(isinstance(handler, _Listener) for handler in logger.handlers):
        yield
        return
    listener = _Listener(level=logging.WARNING)
    logger.addHandler(listener)
    try:
        yield
    finally:
        logger.removeHandler(listener)
