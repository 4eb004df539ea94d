"""What must hold for any content folder: `zhibu test --content DIR` runs these."""

from __future__ import annotations

import html
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from generators.batch.branch import Bindery
from generators.batch.signs import SignWishes, sign_files
from generators.model.edition import BookEdition, Format
from generators.plan.book import plan_book
from generators.plan.shape import local_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generators.model.library import Library

pytestmark = pytest.mark.any_content


@pytest.fixture(scope="module")
def books(library: Library) -> Mapping[str, Mapping[str, bytes]]:
    """Branch id → its book in Word and PDF, 精简版."""
    bindery = Bindery(library)
    year = library.publication.year
    return {
        branch.id: bindery.book(branch, year=year, edition=BookEdition.COMPACT, formats=Format.BOTH)
        for branch in library.branch.values()
    }


def planned_names(library: Library, branch: str) -> set[str]:
    """Every field name the branch's book must hold."""
    book = next(iter(library.book.values()))
    plan = plan_book(library, book, library.branch[branch], year=library.publication.year)
    return {f"{entry.prefix}.{field.name}" for entry in plan.entries() for field in local_fields(entry.shape)}


def pdf_fields(content: bytes) -> dict[str, str]:
    """Full name → value of every AcroForm field (ISO 32000-2, 12.7.4.2)."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return dict(walk_fields(pdf.Root.AcroForm.Fields, ""))


def walk_fields(fields: Any, parent: str) -> Iterator[tuple[str, str]]:
    for field in fields:
        name = f"{parent}.{field.T}" if parent else str(field.T)
        if "/Kids" in field:
            yield from walk_fields(field.Kids, name)
        else:
            yield name, str(field.get("/V", ""))


def word_names(content: bytes) -> set[str]:
    from zipfile import ZipFile  # noqa: PLC0415

    with ZipFile(BytesIO(content)) as package:
        body = package.read("word/document.xml").decode()
    return {html.unescape(tag) for tag in re.findall(r'<w:tag w:val="(R[^"]+)"', body)}


def every_book_holds_the_same_fields_in_word_and_pdf(
    library: Library, books: Mapping[str, Mapping[str, bytes]]
) -> None:
    for branch, files in books.items():
        expected = planned_names(library, branch)
        found = {name.rpartition(".")[2]: content for name, content in files.items()}
        assert set(pdf_fields(found["pdf"])) == expected
        assert word_names(found["docx"]) == expected


def every_name_on_a_roster_is_printed_in_its_book(library: Library, books: Mapping[str, Mapping[str, bytes]]) -> None:
    for branch, roster in library.roster.items():
        content = next(c for name, c in books[branch].items() if name.endswith(".pdf"))
        assert {member.name for member in roster.members} <= set(pdf_fields(content).values())


def every_sign_can_be_made_for_every_branch(library: Library) -> None:
    for branch in library.branch.values():
        files, left_out, _ = sign_files(library, branch, SignWishes(everything=True))
        assert files
        assert all(sign.reason for sign in left_out)
        assert all(files.values())
        for content in (made for name, made in files.items() if name.endswith(".pdf")):
            document = PdfDocument(content)
            assert len(document) >= 1
            document.close()


def private_values(library: Library) -> Iterator[str]:
    """What a roster tells and the public profile does not."""
    public = " ".join(branch.model_dump_json() for branch in library.branch.values())
    for roster in library.roster.values():
        for member in roster.members:
            for value in _texts(member.model_dump(include={"name", "phone", "id_tail", "position", "birth", "note"})):
                if len(value) > 2 and value not in public:
                    yield value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


def no_private_value_reaches_the_site(library: Library, built_site: Path) -> None:
    names = {m.name for r in library.roster.values() for m in r.members}
    private = {v for v in private_values(library) if v in names or (v.isdigit() and len(v) > 8)}
    assert private
    for path in built_site.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".js", ".json", ".xml", ".txt", ".svg", ".ics"}:
            text = path.read_text(encoding="utf-8")
            assert not [value for value in private if value in text], path
