"""The thin layer between the handbook and MkDocs: it hands over pages and files, and takes back the HTML for search."""

from __future__ import annotations

import datetime as dt
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, InclusionLevel

from generators.plan.ready import open_library
from generators.problems import ContentError, ZhibuError
from generators.site.api import api_files
from generators.site.changes import FEED, feed
from generators.site.downloads import offers
from generators.site.finish import finished, is_wanted
from generators.site.handbook import Handbook
from generators.site.keep import CompiledTemplates, Renderings
from generators.site.navigation import hub_behind, navigation
from generators.site.order import ordered
from generators.site.record import records
from generators.site.search import search_files
from generators.site.slim import lightened
from generators.site.synonyms import synonyms
from generators.site.templates import TEMPLATES
from generators.site.term_links import TermLinks
from generators.site.text import plain_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as BuiltPage

    from generators.model.publication import Publication
    from generators.site.page import Page
    from generators.site.record import Record

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


class ZhibuOptions(Config):  # type: ignore[no-untyped-call] # MkDocs is untyped there
    """Options in mkdocs.yml."""

    content = config_options.Type(str, default="content")
    """The content folder, from the folder of mkdocs.yml."""


class ZhibuPlugin(BasePlugin[ZhibuOptions]):  # type: ignore[no-untyped-call] # the same
    """Builds the handbook's pages into an MkDocs site."""

    def __init__(self) -> None:
        self._pages: dict[str, Page] = {}
        self._records: list[Record] = []
        self._draft = False
        self._renderings = Renderings()
        self._templates = CompiledTemplates()

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Note whether this is a preview. Being declared also makes MkDocs keep this instance between rebuilds."""
        self._draft = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the library; name the site after its publication, and date every file by it."""
        folder = Path(config.config_file_path).parent / self.config.content
        self._library = _stopping(open_library, folder)
        publication = self._library.publication
        config.site_name = plain_title(publication.title)
        config.site_description = plain_title(publication.subtitle)
        config.extra["publication"] = publication
        self._settle_at(publication.address, config)
        config.extra["sectors"] = ordered("sector", self._library)
        config.watch = [*config.watch, str(folder), str(TEMPLATES)]
        os.environ["SOURCE_DATE_EPOCH"] = str(_noon(publication))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put in the handbook's pages and downloads; leave out what the theme brings for nothing."""
        for file in [f for f in files if not is_wanted(f.src_uri)]:
            files.remove(file)
        for file in [f for f in files if f.src_uri.startswith("assets/") and f.src_uri.endswith((".js", ".css"))]:
            files.remove(file)
            content = lightened(file.src_uri, file.content_string)
            files.append(File.generated(config, file.src_uri, content=content))
        offered = _stopping(partial(offers, draft=self._draft), self._library)
        self._terms = TermLinks.of(self._library)
        self._pages = {page.path: page for page in Handbook.of(self._library, offered).pages()}
        self._records = []
        for page in self._pages.values():
            inclusion = InclusionLevel.UNDEFINED if page.in_navigation else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, page.path, content=page.markdown, inclusion=inclusion))
        for path, body in (*offered.files(), *api_files(self._library).items(), *self._feed()):
            files.append(File.generated(config, path, content=body))
        config.nav = navigation(list(self._pages.values()))
        self._renderings.begin(files)
        return files

    def _settle_at(self, address: str | None, config: MkDocsConfig) -> None:
        """Let pages name their address, where there is one; a list of addresses means nothing without."""
        config.extra["feed"] = FEED if address else None
        if not address:
            config.theme.static_templates.discard("sitemap.xml")
        elif not self._draft:
            config.site_url = address

    def _feed(self) -> Iterator[tuple[str, bytes]]:
        if address := self._library.publication.address:
            yield FEED, feed(self._library, address)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 -- MkDocs' signature
        """Hang the pages outside the navigation below their hub, so that they show where they belong."""
        for page in self._pages.values():
            if not page.in_navigation:
                built, hub = files.get_file_from_path(page.path), files.get_file_from_path(hub_behind(page))
                if built and built.page and hub and hub.page:
                    built.page.parent = hub.page.parent
        return nav

    def on_page_markdown(self, markdown: str, *, page: BuiltPage, files: Files, **_: Any) -> str:
        """Give the theme the title and description; keep the theme's own search out of it."""
        ours = self._pages[page.file.src_uri]
        page.meta["description"] = plain_title(ours.description)
        page.meta["search"] = {"exclude": True}
        if page.is_homepage:
            page.meta["hide"] = ["navigation", "toc", "footer"]
        else:
            page.meta["title"] = plain_title(ours.title)
        self._renderings.offer(page, markdown, files)
        return markdown

    def on_page_content(self, html: str, *, page: BuiltPage, **_: Any) -> str:
        """Take the page's text into the search; link the terms it uses."""
        self._renderings.take(page, html)
        ours = self._pages[page.file.src_uri]
        self._records.extend(records(ours, page.url, html))
        return self._terms.link(html, ours.path, ours.title) if ours.explains_terms else html

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Compile the theme's templates once, not at every rebuild."""
        env.bytecode_cache = self._templates
        return env

    def on_post_page(self, output: str, **_: Any) -> str:
        """Mend the theme's page."""
        return _stopping(finished, output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search index."""
        for path, content in search_files(self._records, synonyms(self._library.term)).items():
            target = Path(config.site_dir, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def _stopping(work: Callable[[_Given], _Made], given: _Given) -> _Made:
    """Do the work; what stops it stops MkDocs too, with our sentences and no traceback."""
    try:
        return work(given)
    except (ContentError, ZhibuError) as problem:
        raise Abort(str(problem)) from problem


def _noon(publication: Publication) -> int:
    """Seconds of noon of the day of issue, UTC: the same day in every time zone of the country."""
    issued = dt.datetime.fromisoformat(publication.issued).replace(hour=12, tzinfo=dt.UTC)
    return int(issued.timestamp())
