"""The pages as a word processor lays them out."""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from generators.plan.book import Entry, PlannedChapter
from generators.plan.fillers import fillers_needed
from generators.plan.shape import blank_shape
from generators.word import assemble_book, compile_form
from generators.word.contents import headings, place
from generators.word.makeup import make_up
from tests.plan.nouns import form
from tests.word.opened import Opened, W, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from generators.plan.book import BookPlan
    from generators.plan.shape import Shape
    from generators.word import WordBlock

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


CARDS = form(
    "R98",
    title="卡片示例",
    blocks=[
        {"grid": [{"field": "name", "label": "姓名"}]},
        {
            "table": {
                "name": "talks",
                "rows": 10,
                "per_page": 4,
                "cards": True,
                "total": "合计",
                "columns": [
                    {"field": "date", "label": "日期", "kind": "date"},
                    {"field": "hours", "label": "学时", "kind": "number"},
                    {"field": "gist", "label": "要点", "span": 12, "kind": "long", "lines": 2},
                ],
            }
        },
    ],
)
ROWS = form(
    "R99",
    title="分页示例",
    layout="landscape",
    blocks=[
        {"table": {"name": "t", "label": "甲", "rows": 13, "per_page": 6, "columns": [{"field": "a", "label": "乙"}]}}
    ],
)


@pytest.fixture(scope="module")
def plan(village_plan: BookPlan) -> BookPlan:
    """The village's book with two more forms, of cards and of counted rows, and no more than two copies of each form."""
    more = [Entry(blank_shape(f, compact=True), n, 2, {}) for f in (CARDS, ROWS) for n in (1, 2)]
    chapters = [
        dataclasses.replace(chapter, entries=tuple(e for e in chapter.entries if e.number <= 2))
        for chapter in village_plan.chapters
    ]
    return dataclasses.replace(
        village_plan, chapters=(*chapters, PlannedChapter(title="附加", front=False, entries=tuple(more)))
    )


@pytest.fixture(scope="module")
def blocks(plan: BookPlan) -> dict[Shape, WordBlock]:
    return {shape: compile_form(shape) for shape in plan.shapes()}


@pytest.fixture(scope="module")
def book(plan: BookPlan, blocks: dict[Shape, WordBlock]) -> bytes:
    return assemble_book(plan, blocks)


@pytest.fixture(scope="module")
def pages(book: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each page, without spaces."""
    folder = tmp_path_factory.mktemp("soffice")
    (folder / "book.docx").write_bytes(book)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run(folder, "soffice", profile, "--headless", "--convert-to", "pdf", "book.docx")
    text = _run(folder, "pdftotext", "-layout", "book.pdf", "-")
    return [re.sub(r"\s", "", page) for page in text.split("\f")[:-1]]


def _run(folder: Path, *command: str) -> str:
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=300).stdout


def the_contents_and_the_feet_tell_the_pages_libreoffice_lays_out(
    pages: list[str], plan: BookPlan, blocks: dict[Shape, WordBlock], book: bytes
) -> None:
    placed = place(make_up(plan, blocks))
    printed = placed[-1].page + placed[-1].pages - 1
    assert len(pages) == printed + fillers_needed(printed)
    assert len(pages) % 4 == 0
    for number, page in enumerate(pages[1:], start=2):
        assert f"第{number}页共{len(pages)}页" in page
    cached = {
        text_of(link).rstrip("0123456789"): int(re.search(r"\d+$", text_of(link))[0])  # type: ignore[index]
        for link in Opened(book).document.iter(f"{W}hyperlink")
    }
    for heading in headings(placed):
        assert cached[heading.text] == heading.page
        assert re.sub(r"\s", "", heading.text) in pages[heading.page - 1]
    for copy in placed:
        if copy.heading:
            assert copy.copy.form in pages[copy.page - 1]


def test_rare_characters_reach_the_page(pages: list[str]) -> None:
    roster = next(page for page in pages if "正式党员名册" in page and "R14" in page)
    assert all(name in roster for name in ("李示镕", "王示喆", "赵示堃", "𠮷示例"))


def no_page_has_more_cards_or_rows_than_its_form_says(
    pages: list[str], plan: BookPlan, blocks: dict[Shape, WordBlock]
) -> None:
    placed = [copy for copy in place(make_up(plan, blocks)) if copy.copy.form in (CARDS.id, ROWS.id)]
    assert [copy.pages for copy in placed] == [3, 3, 2, 2]
    cards, rows = placed[0].page - 1, placed[2].page - 1
    assert [page.count("要点") for page in pages[cards : cards + 3]] == [4, 4, 2]
    assert [page.count("合计") for page in pages[cards : cards + 3]] == [0, 0, 1]
    for page, numbers in zip(pages[rows : rows + 2], ("1234567", "8910111213"), strict=True):
        assert f"甲序号乙{numbers}" in page


def the_last_pages_are_for_notes(pages: list[str], plan: BookPlan, blocks: dict[Shape, WordBlock]) -> None:
    placed = place(make_up(plan, blocks))
    printed = placed[-1].page + placed[-1].pages - 1
    turned = {copy.page - 1 for copy in placed if copy.turned}
    noted = {number for number, page in enumerate(pages, start=1) if "附记" in page}
    assert noted == turned | set(range(printed + 1, len(pages) + 1))
