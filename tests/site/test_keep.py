"""Serving: what has not changed is not rendered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from generators.site.build import CONFIG
from tests.site.sample import blank_offers, small_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of pages that MkDocs renders."""
    paths: list[str] = []
    render = Page.render

    def noted(self: Page, *arguments: object) -> None:
        paths.append(self.file.src_uri)
        render(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Page, "render", noted)
    return paths


def the_one_page_that_changed_is_rendered_again(
    tmp_path: Path, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    libraries = [small_library() for _ in range(3)]
    term = libraries[2].term["dues"]
    object.__setattr__(libraries[2], "term", {"dues": term.model_copy(update={"text": "按月交的费用"})})
    monkeypatch.setattr("generators.site.plugin.open_library", lambda _: libraries.pop(0))
    monkeypatch.setattr("generators.site.plugin.offers", blank_offers)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    def built() -> dict[str, bytes]:
        rendered.clear()
        build(config)
        return {str(p.relative_to(tmp_path)): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}

    config = load_config(str(CONFIG), site_dir=str(tmp_path), strict=True)
    first = built()
    assert len(rendered) == len([name for name in first if name.endswith(".html")]) - 1  # 404.html is no page
    assert built() == first
    assert rendered == []
    third = built()
    assert rendered == ["glossary.md"]
    assert "按月交的费用" in third["glossary.html"].decode()
    assert any("按月交的费用" in third[name].decode() for name in third if name.startswith("search/texts-"))
