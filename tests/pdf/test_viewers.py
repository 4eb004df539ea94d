"""One book in the readers people have: what is known is shown, what is typed is kept, and other readers show it.

PDFium is Chrome's, Edge's and WPS's; MuPDF that of SumatraPDF and many telephones; pdf.js Firefox's; poppler that of
the Linux desktops of offices (kylin, UOS).
"""

from __future__ import annotations

import ctypes
import io
import json
import subprocess
from typing import TYPE_CHECKING, Any

import pikepdf
import pymupdf
import pypdfium2
import pytest

from generators.collect import read_filled
from tests.npm import installed, node
from tests.pdf.nouns import CONTENTS, COVER, MEETING, RARE, ROSTER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

FORMS = {form.id: form for form in (COVER, CONTENTS, MEETING, ROSTER)}
NOTE, NAME, TICK = "R92.02.votes.01.note", "R93.01.members.05.name", "R92.02.votes.02.how.2"
TYPED: Mapping[str, str | bool] = {NOTE: "会后补记", NAME: f"赵{RARE}", TICK: True}
IN_TWO_BYTES = RARE[:3]
"""The rare characters of the basic plane: PDFium cuts those beyond it (𠮷) in two when they are typed, and poppler cannot
show them where it has to draw a value anew."""
KNOWN = ("2027年3月5日", "示例村党群服务中心", "线上", "讨论发展党员工作", f"李{RARE}")


def saved_by_pdfium(book: bytes) -> bytes:
    """Each field clicked on and typed into, as in Chrome."""
    document = pypdfium2.PdfDocument(book)
    document.init_forms()
    form, raw = document.formenv, pypdfium2.raw
    for number, name, rect in _places(book):
        x, y = float(rect[0] + rect[2]) / 2, float(rect[1] + rect[3]) / 2
        page = document[number]
        raw.FORM_OnLButtonDown(form, page, 0, x, y)
        raw.FORM_OnLButtonUp(form, page, 0, x, y)
        value = TYPED[name]
        if isinstance(value, str):
            typed = ctypes.create_string_buffer(f"{value}\0".encode("utf-16-le"))
            raw.FORM_ReplaceSelection(form, page, ctypes.cast(typed, raw.FPDF_WIDESTRING))
        raw.FORM_ForceToKillFocus(form)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def saved_by_mupdf(book: bytes) -> bytes:
    document = pymupdf.open(stream=book)
    for page in document:
        for widget in page.widgets():
            if widget.field_name in TYPED:
                widget.field_value = TYPED[widget.field_name]
                widget.update()
    return document.tobytes()


def _places(book: bytes) -> list[tuple[int, str, Any]]:
    """Page, full name and rectangle of the fields that are typed into."""
    with pymupdf.open(stream=book) as named, pikepdf.open(io.BytesIO(book)) as document:
        return [
            (number, widget.field_name, document.get_object(widget.xref, 0).Rect.as_list())
            for number, page in enumerate(named)
            for widget in page.widgets()
            if widget.field_name in TYPED
        ]


@pytest.fixture(scope="session")
def run_pdfjs(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, Mapping[str, str | bool]], Any]:
    """A function that opens a book in pdf.js, types, and gives what it shows and what it saves."""
    program = node(20)
    package = installed("pdfjs-dist", "4.10.38")
    folder = tmp_path_factory.mktemp("pdfjs")

    def run(book: bytes, typed: Mapping[str, str | bool]) -> tuple[dict[str, Any], bytes]:
        (folder / "book.pdf").write_bytes(book)
        script = __file__.replace("test_viewers.py", "pdfjs.mjs")
        command = [program, script, package, folder / "book.pdf", json.dumps(dict(typed)), folder / "saved.pdf"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1]), (folder / "saved.pdf").read_bytes()

    return run


@pytest.fixture(scope="session", params=["pdfium", "mupdf", "pdfjs"])
def saved(request: pytest.FixtureRequest, book: bytes) -> bytes:
    """The book after a reader typed and saved."""
    if request.param == "pdfium":
        return saved_by_pdfium(book)
    if request.param == "mupdf":
        return saved_by_mupdf(book)
    content: bytes = request.getfixturevalue("run_pdfjs")(book, TYPED)[1]
    return content


def it_is_shown_by_pdfjs(book: bytes, run_pdfjs: Callable[..., Any]) -> None:
    made, _ = run_pdfjs(book, {})
    shown = "".join(made["shown"])
    for value in KNOWN:
        assert value in shown
    assert made["held"]["R93.01.members.02.name"] == f"李{RARE}"
    assert "中国共产党示例村支部委员会" in made["shown"][3]


@pytest.mark.parametrize("save", [saved_by_mupdf, "pdfjs"], ids=["mupdf", "pdfjs"])
def it_keeps_rare_characters_that_are_typed(save: Any, book: bytes, request: pytest.FixtureRequest) -> None:
    made = request.getfixturevalue("run_pdfjs")(book, TYPED)[1] if save == "pdfjs" else save(book)
    assert read_filled(made, FORMS).values[NAME] == TYPED[NAME]


def it_gives_back_what_is_typed_and_ticked(saved: bytes) -> None:
    record = read_filled(saved, FORMS)
    assert record.values[NOTE] == TYPED[NOTE]
    assert str(record.values[NAME]).startswith(f"赵{IN_TWO_BYTES}")
    assert record.values[TICK.rpartition(".")[0]] == ("票决",)
    assert record.values["R93.01.members.02.name"] == f"李{RARE}"


def it_is_shown_by_poppler_after_another_reader_saved_it(saved: bytes, tmp_path: Path) -> None:
    (tmp_path / "saved.pdf").write_bytes(saved)
    done = subprocess.run(["pdftotext", "-layout", tmp_path / "saved.pdf", "-"], capture_output=True, check=True)
    shown = done.stdout.decode()
    assert "会后补记" in shown
    assert f"李{IN_TWO_BYTES}" in shown
    assert f"赵{IN_TWO_BYTES}" in shown


def it_is_understood_by_all_after_one_of_them_saved_it(saved: bytes, run_pdfjs: Callable[..., Any]) -> None:
    by_mupdf = {w.field_name: w.field_value for page in pymupdf.open(stream=saved) for w in page.widgets()}
    by_pdfjs = run_pdfjs(saved, {})[0]["held"]
    for held in (by_mupdf, by_pdfjs):
        assert held[NOTE] == TYPED[NOTE]
        assert held[NAME].startswith(f"赵{IN_TWO_BYTES}")
        assert held["R93.01.members.02.name"] == f"李{RARE}"


def it_is_painted_by_poppler_with_known_values(book: bytes, tmp_path: Path) -> None:
    """The same page without its fields has less ink."""
    inks = []
    with pikepdf.open(io.BytesIO(book)) as document:
        (tmp_path / "with.pdf").write_bytes(book)
        del document.pages[5].Annots
        document.save(tmp_path / "without.pdf")
    for name in ("with", "without"):
        command = ["pdftoppm", "-f", "6", "-l", "6", "-r", "60", "-gray", tmp_path / f"{name}.pdf"]
        picture = subprocess.run(command, capture_output=True, check=True)
        assert picture.stderr == b""
        inks.append(sum(255 - level for level in picture.stdout[15:]))
    assert inks[0] > inks[1] + 5000
