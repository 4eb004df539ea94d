"""The site in a browser, as its readers meet it: over http and from a disk, on a desk and on a phone."""

from __future__ import annotations

import functools
import http.server
import threading
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

DESK, PHONE = (1280, 900), (390, 844)
KINDS = (
    "index.html",
    "procedures/index.html",
    "procedures/dues.html",
    "policies/TL17.html",
    "standards/base.html",
    "forms/R30.html",
    "signs/S07.html",
    "posts/secretary.html",
    "rules/three-meetings.html",
    "sectors/village.html",
    "branches/example-village.html",
    "glossary.html",
    "about/marks.html",
)
"""A page of every kind."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def served(built_site: Path) -> Iterator[str]:
    """The site's address over http."""
    handler = functools.partial(Quiet, directory=str(built_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser, built_site: Path, served: str) -> Iterator[Callable[..., Page]]:
    """Open a page; at the end nothing may have gone wrong in it, nor any other host have been asked."""
    wrong: list[str] = []
    contexts = []

    def allow_own(route: Route) -> None:
        if route.request.url.startswith((served, "file://", "data:", "blob:")):
            route.continue_()
        else:
            wrong.append(f"asked {route.request.url}")
            route.abort()

    def open_page(
        path: str, *, size: tuple[int, int] = DESK, disk: bool = False, dark: bool = False, script: bool = True
    ) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            locale="zh-CN",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.route("**/*", allow_own)
        page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{built_site.as_uri() if disk else served}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not wrong


def found(page: Page, phrase: str) -> str:
    """Type a phrase into the search and say where its first result leads."""
    if page.viewport_size and page.viewport_size["width"] < 600:
        page.locator("label.md-header__button[for=__search]").click()
    box = page.get_by_role("textbox", name="搜索")
    box.click()
    box.press_sequentially(phrase, delay=20)
    first = page.locator(".md-search-result__item a").first
    first.wait_for()
    page.wait_for_timeout(300)
    return (first.get_attribute("href") or "").rpartition("/")[2]


@pytest.mark.parametrize("disk", [False, True], ids=["http", "file"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    ("phrase", "target"), [("交多少党费", "dues.html"), ("shyk", "branch-meeting.html"), ("党废", "dues.html")]
)
def the_search_answers_words_initials_and_typos(
    opened: Callable[..., Page], disk: bool, size: tuple[int, int], phrase: str, target: str
) -> None:
    assert found(opened("procedures/index.html", disk=disk, size=size), phrase).startswith(target)


def a_search_can_be_linked_to(opened: Callable[..., Page]) -> None:
    page = opened("index.html")
    page.locator(".zb-ask").first.click()
    page.locator(".md-search-result__item").first.wait_for()
    assert page.locator(".md-search-result__item mark").count() > 0


def a_result_leads_to_the_very_step(opened: Callable[..., Page]) -> None:
    page = opened("index.html", disk=True)
    found(page, "提醒谈话限期补交")
    page.locator(".md-search-result__item a[href*='#step-']").first.click()
    page.wait_for_url("**/dues.html#step-*")
    assert page.locator(":target").inner_text() == "提醒谈话、限期补交"


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def no_page_is_wider_than_the_screen(opened: Callable[..., Page], size: tuple[int, int]) -> None:
    page = opened("index.html", size=size, disk=True)
    base = page.url.removesuffix("index.html")
    for path in KINDS:
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def every_kind_of_page_is_accessible(opened: Callable[..., Page], size: tuple[int, int], dark: bool) -> None:
    page = opened("index.html", size=size, dark=dark)
    base = page.url.removesuffix("index.html")
    # The dark scheme changes nothing but colours.
    options = {"runOnly": ["color-contrast"]} if dark else None
    violations = []
    for path in KINDS:
        page.goto(base + path)
        page.wait_for_timeout(100)
        response = Axe().run(page, options=options).response
        violations += [(path, v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in response["violations"]]
    assert not violations


def the_open_search_is_accessible(opened: Callable[..., Page]) -> None:
    page = opened("index.html")
    found(page, "党费")
    violations = Axe().run(page, context=".md-search").response["violations"]
    assert not [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in violations]


def a_procedure_shows_its_chart_and_leads_from_box_to_step(opened: Callable[..., Page]) -> None:
    page = opened("procedures/dues.html", disk=True)
    box = page.locator(".zb-chart--whole a[href='#step-pay']").first
    box.scroll_into_view_if_needed()
    box.click()
    assert page.url.endswith("#step-pay")
    assert page.locator("#step-pay").is_visible()


def a_phone_shows_the_chart_stage_by_stage(opened: Callable[..., Page]) -> None:
    page = opened("procedures/dues.html", size=PHONE, disk=True)
    assert not page.locator(".zb-chart--whole").is_visible()
    assert page.locator(".zb-chart--stage").first.is_visible()


def a_check_list_remembers_its_ticks(opened: Callable[..., Page]) -> None:
    page = opened("procedures/dues.html")
    box = page.locator("[data-check=assess]")
    box.check()
    page.reload()
    assert box.is_checked()
    page.get_by_role("button", name="全部清空").click()
    page.reload()
    assert not box.is_checked()


def a_check_list_says_so_when_it_cannot_remember(browser: Browser, built_site: Path) -> None:
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });")
    page = context.new_page()
    page.goto(f"{built_site.as_uri()}/procedures/dues.html")
    assert "不让保存" in page.locator("[data-checks-note]").inner_text()
    context.close()


def a_page_reads_without_script(opened: Callable[..., Page]) -> None:
    page = opened("procedures/dues.html", script=False)
    assert page.get_by_role("heading", name="主动交纳党费").is_visible()
    assert page.locator("#faq-1").is_visible()
    assert page.locator("[data-check=assess]").is_visible()


def a_printed_page_is_the_page_alone(opened: Callable[..., Page]) -> None:
    page = opened("procedures/develop-member.html", disk=True)
    page.emulate_media(media="print")
    for gone in (".md-header", ".md-sidebar--primary", ".md-sidebar--secondary", ".md-tabs"):
        assert not page.locator(gone).is_visible()
    assert not page.locator(".zb-chart--whole").is_visible()
    assert page.locator(".zb-chart--stage").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def a_download_is_named_in_chinese(opened: Callable[..., Page]) -> None:
    page = opened("forms/R30.html")
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").first.click()
    assert download.value.suggested_filename == "R30 支部党员大会记录.docx"
