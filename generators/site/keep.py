"""What is kept from one build to the next while serving: an unchanged page is not rendered again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.bccache import Bucket
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


@dataclass(frozen=True)
class _Rendering:
    """All that MkDocs' `Page.render` leaves on a page."""

    key: tuple[str, int]
    content: str
    toc: Any
    title: str | None
    anchors: set[str] | None
    links: Mapping[str, dict[str, str]] | None
    """Path of the page linked to → anchors, as written."""


class Renderings:
    """The last rendering of every page. It holds as long as the page's Markdown and the site's list of files do."""

    def __init__(self) -> None:
        self._kept: dict[str, _Rendering] = {}
        self._files = 0

    def begin(self, files: Files) -> None:
        """Note the files of a build: whether a link finds its target depends on them."""
        self._files = hash(tuple(file.src_uri for file in files))

    def offer(self, page: Page, markdown: str, files: Files) -> None:
        """Let the page take its last rendering instead of rendering anew, if that still holds."""
        kept = self._kept.get(page.file.src_uri)
        if kept and kept.key == (markdown, self._files):
            # An attribute of the instance hides the method of its class.
            page.__dict__["render"] = partial(_restore, page, kept, files)

    def take(self, page: Page, content: str) -> None:
        """Keep a fresh rendering."""
        links = page.links_to_anchors
        self._kept[page.file.src_uri] = _Rendering(
            (page.markdown or "", self._files),
            content,
            page.toc,
            page._title_from_render,  # noqa: SLF001 -- MkDocs has no public name for it
            page.present_anchor_ids,
            None if links is None else {file.src_uri: anchors for file, anchors in links.items()},
        )


def _restore(page: Page, kept: _Rendering, files: Files, *_: Any) -> None:
    page.content = kept.content
    page.toc = kept.toc
    page._title_from_render = kept.title  # noqa: SLF001 -- as above
    page.present_anchor_ids = kept.anchors
    if kept.links is not None:
        found = ((files.get_file_from_path(path), anchors) for path, anchors in kept.links.items())
        page.links_to_anchors = {file: anchors for file, anchors in found if file}


class CompiledTemplates(BytecodeCache):
    """The theme's templates, compiled once in a process; a template that changes gets another checksum."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if its template is known; Jinja compares the checksum."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember a compiled template."""
        self._code[bucket.key] = bucket.bytecode_to_string()
