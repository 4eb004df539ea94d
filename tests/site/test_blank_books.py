from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

import pytest

from generators.collect import read_filled
from generators.model.book import Book
from generators.model.branch import Sector
from generators.model.library import Library
from generators.model.standard import Standard
from generators.plan.book import plan_blank
from generators.site import blank_books as module
from generators.site.blank_books import blank_books
from tests.plan.nouns import form

if TYPE_CHECKING:
    from pathlib import Path

SIZES = [
    {"code": "small", "title": "小支部", "suits": "不设支委会", "members": {"full": "6"}},
    {"code": "large", "title": "大支部", "suits": "设支委会", "members": {"full": "27"}, "committee_size": "5", "groups": "2"},
]  # fmt: skip


def sector(identifier: str, title: str) -> Sector:
    return Sector.model_validate(
        {"id": identifier, "title": title, "summary": title, "term_years": "3", "verified": "checked"}
    )


def standard(identifier: str, title: str, **more: Any) -> Standard:
    items = [{"code": "Z1", "title": title, "points": "5", "requirement": "有"}]
    norms = [{"code": "Z", "title": "阵地", "group": "五规范", "points": "5", "items": items}]
    written = {
        "id": identifier,
        "title": title,
        "summary": title,
        "basis": [],
        "notice": title,
        "reviewed": "2026-11-22",
    }
    return Standard.model_validate({**written, "norms": norms, **more})


@pytest.fixture
def small(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Four sectors: villages have a standard of their own, communities a form of their own, two have neither."""
    monkeypatch.setattr(module, "_kept", {})
    scored = {
        "name": "items",
        "rows": {"per": "source_row"},
        "from": "standard.items",
        "columns": [{"field": "title", "label": "条目", "from": "title"}],
    }
    forms = [form("R90"), form("R91", blocks=[{"table": scored}]), form("R92"), form("R93")]
    placed = [
        {"form": "R90"},
        {"form": "R91"},
        {"form": "R92", "sectors": ["community"]},
        {"form": "R93", "when": "has_committee", "times": {"per": "month"}},
    ]
    written = {
        "id": "record",
        "title": "实录",
        "summary": "示例",
        "chapters": [{"title": "一", "forms": placed}],
        "sizes": SIZES,
    }
    sectors = [
        sector("village", "农村"),
        sector("community", "社区"),
        sector("office", "机关"),
        sector("school", "学校"),
    ]
    return Library(
        publication=library.publication,
        form={f.id: f for f in forms},
        book={"record": Book.model_validate(written)},
        sector={s.id: s for s in sectors},
        standard={s.id: s for s in (standard("base", "通用条目"), standard("village", "农村条目", sector="village"))},
    )


def the_sectors_with_the_same_book_share_it(small: Library) -> None:
    made = {family.title: {s.id for s in family.sectors} for family in blank_books(small, ())}
    assert made == {"农村": {"village"}, "社区": {"community"}, "通用": {"office", "school"}}


def every_book_is_one_word_and_one_pdf_file_of_its_size(small: Library) -> None:
    general = next(family for family in blank_books(small, ()) if family.title == "通用")
    assert [(book.size.code, book.pages) for book in general.books] == [("small", 4), ("large", 16)]
    assert [file.address.path for file in general.files()] == [
        f"downloads/books/general-{size}.{suffix}" for size in ("small", "large") for suffix in ("docx", "pdf")
    ]
    assert [file.file_name for file in general.books[0].files] == [
        "空白工作实录_通用小支部_精简版.docx",
        "空白工作实录_通用小支部_精简版.pdf",
    ]
    assert not re.search(r'[\\/:*?"<>|]', "".join(file.file_name for file in general.files()))


def it_gives_the_same_bytes_twice(small: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    first = [file.content for family in blank_books(small, ()) for file in family.files()]
    monkeypatch.setattr(module, "_kept", {})
    assert [file.content for family in blank_books(small, ()) for file in family.files()] == first


def a_book_is_made_again_when_something_in_it_changes_but_not_in_a_draft(small: Library) -> None:
    first = blank_books(small, ())
    assert blank_books(dataclasses.replace(small, form=dict(small.form)), ()) is first
    edited = dataclasses.replace(small, form={**small.form, "R90": form("R90", title="改过的表")})
    assert blank_books(edited, (), draft=True) is first
    assert blank_books(edited, ()) is not first


def no_book_and_no_sizes_mean_no_downloads(small: Library) -> None:
    assert blank_books(dataclasses.replace(small, book={}), ()) == ()
    unsized = small.book["record"].model_copy(update={"sizes": ()})
    assert blank_books(dataclasses.replace(small, book={"record": unsized}), ()) == ()


PUBLIC = ("name", "short", "secretary", "phone", "code", "unit")


def no_branch_and_no_year_stands_in_the_books_of_the_site(library: Library, built_site: Path) -> None:
    book = library.book["record"]
    for sector_id, name in (("village", "village"), ("office", "general")):
        for size in book.sizes:
            plan = plan_blank(library, book, sector_id, size, suits="")
            known = {f"{e.prefix}.{field}": text for e in plan.entries() for field, text in e.values.items()}
            folder = built_site / "downloads" / "books"
            for suffix in ("docx", "pdf"):
                record = read_filled((folder / f"{name}-{size.code}.{suffix}").read_bytes(), library.form)
                assert (record.branch, record.year) == (None, None)
                assert {field: value for field, value in record.values.items() if value} == known
            said = " ".join(known.values())
            for branch in library.branch.values():
                assert not [value for key in PUBLIC if (value := str(getattr(branch, key))) and value in said]
            assert str(library.publication.year) not in said


def the_blank_books_together_stay_small(library: Library, built_site: Path) -> None:
    files = [path for path in (built_site / "downloads" / "books").iterdir() if path.is_file()]
    families = 3
    assert len(files) == 2 * families * len(library.book["record"].sizes)
    assert sum(path.stat().st_size for path in files) < 20_000_000


def every_sector_and_the_form_hub_offer_them(library: Library, built_site: Path) -> None:
    hub = (built_site / "forms" / "index.html").read_text(encoding="utf-8")
    for page in (hub, *((built_site / "sectors" / f"{s}.html").read_text(encoding="utf-8") for s in library.sector)):
        assert re.search(r'href="\.\./downloads/books/[a-z-]+-small\.pdf"', page)
        assert 'download="空白工作实录' in page
    assert hub.count("downloads/books/") == 2 * 3 * len(library.book["record"].sizes)
    assert 'href="forms/index.html#books"' in (built_site / "index.html").read_text(encoding="utf-8")
