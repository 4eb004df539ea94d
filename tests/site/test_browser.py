"""The site in a browser, as its readers meet it: over http and from a disk, on a desk and on a phone."""

from __future__ import annotations

import functools
import http.server
import threading
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from generators.model.library import Library

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
    "guides/new-secretary.html",
    "calculators/dues.html",
    "guides/calendar.html",
    "policies/timeline.html",
    "posts/matrix.html",
    "official/member-rights.html",
    "glossary.html",
    "about/marks.html",
    "about/api.html",
    "about/changes.html",
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
        path: str,
        *,
        size: tuple[int, int] = DESK,
        disk: bool = False,
        dark: bool = False,
        script: bool = True,
        looks: str = "",
        before: str = "",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            locale="zh-CN",
        )
        contexts.append(context)
        if looks or before:
            chosen = f"try {{ localStorage.setItem('zhibu:looks', '{looks}') }} catch (refused) {{}}" if looks else ""
            context.add_init_script(f"{chosen};{before}")
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


CONTRAST, STRONG_CONTRAST = ["color-contrast"], ["color-contrast-enhanced"]
"""4.5 to 1, and 7 to 1 (axe's rules for WCAG 2.2, 1.4.3 and 1.4.6)."""


@pytest.mark.parametrize(
    ("size", "looks", "dark", "rules"),
    [
        (DESK, "", False, None),
        (DESK, "", True, CONTRAST),  # the dark scheme changes nothing but colours
        (DESK, "zb-contrast", False, STRONG_CONTRAST),
        (PHONE, "", False, None),
        (PHONE, "zb-large", True, CONTRAST),
        (PHONE, "zb-large zb-contrast", True, STRONG_CONTRAST),
    ],
    ids=["desk", "desk dark", "desk contrast", "phone", "phone dark large", "phone dark large contrast"],
)
def every_kind_of_page_is_accessible(
    opened: Callable[..., Page], size: tuple[int, int], looks: str, dark: bool, rules: list[str] | None
) -> None:
    page = opened("index.html", size=size, dark=dark, looks=looks)
    base = page.url.removesuffix("index.html")
    options = {"runOnly": rules, "rules": {name: {"enabled": True} for name in rules}} if rules else None
    violations = []
    for path in KINDS:
        page.goto(base + path)
        page.wait_for_timeout(100)
        response = Axe().run(page, options=options).response
        violations += [(path, v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in response["violations"]]
    assert not violations


SMALL_TARGETS = """
() => [...document.querySelectorAll("a[href], button, input, select, summary, .md-header__button, .zb-checks label")]
  .filter(e => e.getClientRects().length && getComputedStyle(e).visibility != "hidden" && getComputedStyle(e).opacity != "0")
  .filter(e => !(getComputedStyle(e).display == "inline" && e.closest("p, li, dd, td, h1, h2, h3, h4, figcaption, .zb-step-who")))
  .filter(e => !e.closest("svg, .md-overlay, .md-search") && !e.matches(".md-toggle, .md-option, label input, .md-overlay, .md-skip"))
  .filter(e => e.getBoundingClientRect().height < 43.5)
  .map(e => e.outerHTML.slice(0, 90) + " " + e.getBoundingClientRect().height)
"""
"""What one touches and what is lower than a finger needs; links inside sentences are as high as their line."""


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_in_large_letters_a_finger_finds_everything(opened: Callable[..., Page], size: tuple[int, int]) -> None:
    page = opened("index.html", size=size, looks="zb-large", disk=True)
    base = page.url.removesuffix("index.html")
    small = []
    for path in KINDS:
        page.goto(base + path)
        page.wait_for_timeout(150)
        letters = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.md-typeset')).fontSize)")
        assert letters >= 18, path
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path
        small += [(path, found) for found in page.evaluate(SMALL_TARGETS)[:4]]
    assert not small


def test_looks_are_chosen_once_and_there_before_the_page_is_painted(opened: Callable[..., Page]) -> None:
    watch = """
      new MutationObserver(function (changes, watching) {
        if (!document.body) return;
        window.looksAtFirst = document.documentElement.className;
        watching.disconnect();
      }).observe(document, { childList: true, subtree: true });
    """
    page = opened("procedures/dues.html")
    page.locator(".zb-looks__open").click()
    page.get_by_role("button", name="大字版").click()
    page.get_by_role("button", name="高对比").click()
    page.keyboard.press("Escape")
    assert not page.get_by_role("button", name="大字版").is_visible()
    page.add_init_script(watch)
    page.goto(page.url.replace("procedures/dues.html", "index.html"))
    assert {"zb-large", "zb-contrast"} <= set(page.evaluate("window.looksAtFirst").split())
    page.locator(".zb-looks__open").click()
    page.get_by_role("button", name="大字版", pressed=True).click()
    page.reload()
    assert "zb-large" not in page.evaluate("document.documentElement.className")


def test_in_the_dark_no_page_flashes_white(opened: Callable[..., Page]) -> None:
    watch = """
      new MutationObserver(function (changes, watching) {
        if (!document.querySelector(".md-container")) return;
        window.schemeAtFirst = document.body.dataset.mdColorScheme;
        watching.disconnect();
      }).observe(document, { childList: true, subtree: true });
    """
    page = opened("index.html", dark=True, before=watch)
    assert page.evaluate("window.schemeAtFirst") == "slate"


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


def test_ticks_are_remembered_and_say_where_one_is(opened: Callable[..., Page]) -> None:
    page = opened("procedures/dues.html")
    assert not page.locator(".zb-resume").is_visible()
    page.locator("#step-assess + p .zb-done input").check()
    assert page.locator("[data-check=assess]").is_checked()
    page.reload()
    assert page.locator("[data-check=assess]").is_checked()
    assert page.locator("#step-assess + p .zb-done input").is_checked()
    assert page.locator(".zb-resume").inner_text() == "您已勾选 1 步，接着办：第2步　本人核对确认"
    assert page.locator(".zb-step--next").get_attribute("id") == "step-confirm"
    page.get_by_role("button", name="全部清空").click()
    page.reload()
    assert not page.locator("[data-check=assess]").is_checked()
    assert not page.locator(".zb-resume").is_visible()


def test_while_steps_pass_a_line_says_which_and_what_comes_next(opened: Callable[..., Page]) -> None:
    page = opened("procedures/dues.html", disk=True)
    where = page.locator(".zb-where")
    assert not where.is_visible()
    page.locator("#step-confirm").evaluate(
        "step => window.scrollTo(0, step.getBoundingClientRect().top + scrollY - 160)"
    )
    where.wait_for()
    assert where.inner_text().split("\n") == ["第 2 步，共 8 步", "下一步：本人有异议吗？"]
    where.get_by_role("link").click()
    assert page.url.endswith("#step-objection")
    page.locator("#faq").scroll_into_view_if_needed()
    where.wait_for(state="hidden")


def test_whatever_cannot_be_remembered_says_so(browser: Browser, built_site: Path) -> None:
    context = browser.new_context(locale="zh-CN")
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });")
    page = context.new_page()
    page.goto(f"{built_site.as_uri()}/procedures/dues.html")
    assert "不让保存" in page.locator("[data-checks-note]").inner_text()
    page.locator("#step-assess + p .zb-done input").check()
    assert "不让保存" in page.get_by_role("status").last.inner_text()
    page.locator(".zb-looks__open").click()
    assert "不让保存" in page.locator("[data-looks-note]").inner_text()
    page.get_by_role("button", name="大字版").click()
    assert "zb-large" in page.evaluate("document.documentElement.className")
    context.close()


def test_what_is_not_for_my_sector_is_folded_and_said_to_be(opened: Callable[..., Page], library: Library) -> None:
    limited = [p for p in library.procedure.values() if p.applies_to and "office" not in p.applies_to]
    assert limited
    page = opened("procedures/index.html")
    cards = page.locator(".zb-cards li")
    everything = cards.count()
    page.locator("#zb-sector-here").select_option("office")
    assert page.locator(".zb-cards li:visible").count() == everything - len(limited)
    note = page.locator("[data-fold-note]")
    assert note.inner_text().startswith(f"正在只看「机关」：有 {len(limited)} 项不适用，已收起。")
    page.goto(page.url.replace("index.html", f"{limited[0].id}.html"))
    assert page.locator("[data-sector-note]").inner_text().startswith("您选的领域是「机关」，这一页只适用于")
    page.go_back()
    page.get_by_role("button", name="显示收起的").click()
    assert page.locator(".zb-cards li:visible").count() == everything
    page.get_by_role("button", name="看全部领域").click()
    page.reload()
    assert not note.is_visible()
    assert page.locator(".zb-cards li:visible").count() == everything


VOICE = """
  window.heard = [];
  const voices = %s;
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices, cancel: () => {},
    speak: said => { window.heard.push(said.text); if (window.heard.length < 12) setTimeout(said.onend, 0); }
  } });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


def a_page_is_read_aloud_by_a_voice_of_this_machine(opened: Callable[..., Page]) -> None:
    local = '[{ lang: "en-GB", localService: true }, { lang: "zh-CN", localService: true }]'
    page = opened("procedures/dues.html", disk=True, before=VOICE % local)
    page.get_by_role("button", name="朗读").click()
    stop = page.get_by_role("button", name="停止朗读")
    stop.wait_for()
    page.wait_for_function("window.heard.length >= 12")
    heard = page.evaluate("window.heard")
    assert heard[0] == "党费收缴"
    assert "第1步，核算每人月交额" in heard
    assert not any(text == "核实" or "《" in text or len(text) > 90 for text in heard)
    stop.click()
    page.get_by_role("button", name="朗读", exact=True).wait_for()


@pytest.mark.parametrize("voices", ["[]", '[{ lang: "zh-CN", localService: false }]'], ids=["no voice", "far voice"])
def no_text_is_sent_away_to_be_read(opened: Callable[..., Page], voices: str) -> None:
    page = opened("procedures/dues.html", disk=True, before=VOICE % voices)
    assert page.get_by_role("button", name="打印本页").is_visible()
    assert not page.get_by_role("button", name="朗读").is_visible()


def an_answer_opens_when_it_is_linked_to(opened: Callable[..., Page]) -> None:
    page = opened("procedures/dues.html#faq-3", disk=True)
    assert page.locator("#faq-3 p").first.is_visible()
    assert not page.locator("#faq-2 p").first.is_visible()


def the_home_page_asks_and_answers(opened: Callable[..., Page]) -> None:
    page = opened("index.html", disk=True)
    page.get_by_role("searchbox", name="想办什么事").fill("交多少党费")
    page.get_by_role("searchbox", name="想办什么事").press("Enter")
    first = page.locator(".md-search-result__item a").first
    first.wait_for()
    assert "dues" in (first.get_attribute("href") or "")


def a_form_is_at_hand_at_its_step(opened: Callable[..., Page]) -> None:
    page = opened("procedures/dues.html", disk=True)
    assert page.locator("#step-register ~ ul a.zb-download").first.get_attribute("download") == "R44 党费收缴登记.docx"


def a_page_reads_without_script(opened: Callable[..., Page]) -> None:
    page = opened("procedures/dues.html", script=False)
    assert page.get_by_role("heading", name="主动交纳党费").is_visible()
    assert page.locator("#faq-1").is_visible()
    for useless in (".zb-tools", ".zb-looks"):
        assert not page.locator(useless).is_visible()
    assert page.locator("[data-check=assess]").is_visible()


def a_printed_page_is_the_page_alone(opened: Callable[..., Page]) -> None:
    page = opened("procedures/develop-member.html", disk=True)
    page.locator("#step-apply + p .zb-done input").check()
    page.emulate_media(media="print")
    for gone in (".md-header", ".md-sidebar--primary", ".md-sidebar--secondary", ".md-tabs", ".zb-tool", ".zb-done"):
        assert not page.locator(gone).first.is_visible()
    assert not page.locator(".zb-chart--whole").is_visible()
    assert page.locator(".zb-chart--stage").first.is_visible()


@pytest.mark.parametrize("looks", ["", "zb-large zb-contrast"], ids=["plain", "all"])
def test_on_paper_answers_are_open_and_no_address_is_printed(
    opened: Callable[..., Page], library: Library, looks: str
) -> None:
    page = opened("procedures/dues.html", disk=True, dark=bool(looks), looks=looks)
    paper = pdfium.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    said = "".join("".join(sheet.get_textpage().get_text_range() for sheet in paper).split())
    for question in library.procedure["dues"].faq:
        assert "".join(question.a.split()) in said
    assert "://" not in said
    assert ".html" not in said
    assert 4 < len(paper) < 13


def a_download_is_named_in_chinese(opened: Callable[..., Page]) -> None:
    page = opened("forms/R30.html")
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").first.click()
    assert download.value.suggested_filename == "R30 支部党员大会记录.docx"


def the_year_marks_this_month_and_narrows_to_a_sector(opened: Callable[..., Page], library: Library) -> None:
    page = opened("guides/calendar.html", size=PHONE, disk=True)
    month = page.evaluate("new Date().getMonth() + 1")
    assert page.locator(".zb-months [aria-current]").inner_text() == f"{month}月"
    assert "本月" in page.locator(f"#month-{month}").inner_text()
    everything = page.locator(".zb-duties > li").count()
    out = [o for o in library.occasion.values() if o.applies_to and "village" not in o.applies_to]
    folded = sum(len(o.months) or 1 for o in out)
    page.locator("#zb-sector-here").select_option("village")
    assert page.locator(".zb-duties > li:visible").count() == everything - folded < everything
    assert f"有 {folded} 项不适用" in page.locator("[data-fold-note]").inner_text()


def the_matrix_keeps_names_and_heads_in_sight(opened: Callable[..., Page]) -> None:
    page = opened("posts/matrix.html", size=PHONE)
    corner = """() => {
      const matrix = document.querySelector(".zb-matrix");
      return [matrix.querySelector("tbody td").getBoundingClientRect().x, matrix.querySelector("thead th").getBoundingClientRect().y];
    }"""
    before = page.evaluate(corner)
    page.evaluate("document.querySelector('.zb-matrix').scrollBy(300, 200)")
    assert page.evaluate("document.querySelector('.zb-matrix').scrollLeft") > 100
    assert page.evaluate(corner) == before


def the_calculators_work_by_keyboard(opened: Callable[..., Page]) -> None:
    page = opened("calculators/dues.html", disk=True)
    page.locator("#zb-class").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("5001")
    assert page.locator("output").inner_text().startswith("每月 75.02 元")
    page.goto(page.url.replace("dues.html", "quorum.html"))
    page.locator("#zb-vote").focus()
    for typed in ("20", "11", "10"):
        page.keyboard.press("Tab")
        page.keyboard.type(typed)
    assert "没有通过，还差 1 票" in page.locator("output").inner_text()
    page.goto(page.url.replace("quorum.html", "deadlines.html"))
    page.locator("#zb-event").select_option("admission")
    page.locator("#zb-date").fill("2024-02-29")
    assert "最早 2025年2月28日 周五" in page.locator("output").inner_text()
