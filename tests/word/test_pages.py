"""The pages as a word processor lays them out."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from generators.word import compile_form
from generators.word.contents import headings, place
from tests.word.opened import Opened, W, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from generators.plan.book import BookPlan

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def pages(village_book: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each page, without spaces."""
    folder = tmp_path_factory.mktemp("soffice")
    (folder / "book.docx").write_bytes(village_book)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run(folder, "soffice", profile, "--headless", "--convert-to", "pdf", "book.docx")
    text = _run(folder, "pdftotext", "-layout", "book.pdf", "-")
    return [re.sub(r"\s", "", page) for page in text.split("\f")[:-1]]


def _run(folder: Path, *command: str) -> str:
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=300).stdout


def the_contents_and_the_feet_tell_the_pages_libreoffice_lays_out(
    pages: list[str], village_plan: BookPlan, village_book: bytes
) -> None:
    placed = place(village_plan, {shape: compile_form(shape) for shape in village_plan.shapes()})
    assert len(pages) == sum(copy.pages for copy in placed)
    for number, page in enumerate(pages[1:], start=2):
        assert f"第{number}页共{len(pages)}页" in page
    cached = {
        text_of(link).rstrip("0123456789"): int(re.search(r"\d+$", text_of(link))[0])  # type: ignore[index]
        for link in Opened(village_book).document.iter(f"{W}hyperlink")
    }
    for heading in headings(placed):
        assert cached[heading.text] == heading.page
        assert re.sub(r"\s", "", heading.text) in pages[heading.page - 1]
    for copy in placed:
        if copy.heading:
            assert copy.entry.shape.form.id in pages[copy.page - 1]


def rare_characters_reach_the_page(pages: list[str]) -> None:
    roster = next(page for page in pages if "正式党员名册" in page and "R14" in page)
    assert all(name in roster for name in ("李示镕", "王示喆", "赵示堃", "𠮷示例"))
