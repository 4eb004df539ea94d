from __future__ import annotations

import io

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from generators.pdf.objects import make_block, stream_body
from generators.pdf.syntax import dictionary, name, number, reference, text
from generators.pdf.writer import PdfFile


def small_file(extra: int = 0, *, begun: bool = False) -> bytes:
    file = PdfFile()
    tree = file.reserve()
    content = file.stream(b"0 0 m 10 10 l S\n" * 20)
    page = file.add(
        b"<</Type/Page/Parent %s/MediaBox[0 0 9 9]/Resources<<>>/Contents %s>>" % (reference(tree), reference(content))
    )
    file.put(tree, b"<</Type/Pages/Kids[%s]/Count 1>>" % reference(page))
    for index in range(extra):
        file.add(b"<</Index %d>>" % index)
    root = file.add(b"<</Type/Catalog/Pages %s>>" % reference(tree))
    file = PdfFile(file.beginning()) if begun else file
    return file.to_bytes(root=root, info=file.add(b"<</Title(a)>>"))


def it_writes_a_file_that_opens_without_complaint() -> None:
    for begun in (False, True):
        with pikepdf.open(io.BytesIO(small_file(begun=begun))) as document:
            assert not document.check_pdf_syntax()
            assert document.pages[0].Contents.read_bytes().count(b"l S") == 20
            assert str(document.docinfo["/Title"]) == "a"


def it_packs_the_many_objects_of_a_beginning() -> None:
    packed = small_file(extra=450, begun=True)
    assert len(packed) < len(small_file(extra=450)) / 2
    with pikepdf.open(io.BytesIO(packed)) as document:
        assert not document.check_pdf_syntax()
        held = [o.Index for o in document.objects if isinstance(o, pikepdf.Dictionary) and "/Index" in o]
    assert sorted(held) == list(range(450))


def it_names_the_file_after_its_content() -> None:
    assert small_file() == small_file()
    with pikepdf.open(io.BytesIO(small_file())) as one, pikepdf.open(io.BytesIO(small_file(extra=1))) as other:
        assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])


def it_writes_equal_streams_once_and_deflates_only_what_gains() -> None:
    file = PdfFile()
    assert file.stream(b"q") == file.stream(b"q")
    assert file.stream(b"q") != file.stream(b"Q")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def it_writes_any_text_so_that_it_is_read_back(value: str) -> None:
    assert str(pikepdf.Object.parse(text(value))) == value


def it_replaces_half_a_surrogate_pair() -> None:
    assert str(pikepdf.Object.parse(text("支\ud800部"))) == "支\ufffd部"


def it_writes_short_numbers_and_safe_names() -> None:
    assert [number(v) for v in (12, 12.5, -0.001, 1.005, -0.25)] == [b"12", b"12.5", b"0", b"1", b"-0.25"]
    assert str(pikepdf.Object.parse(name("A B/支"))) == "/A B/支"
    assert dictionary({"A": b"1", "B": None}) == b"<</A 1>>"


def it_takes_objects_that_are_ready_and_lets_later_ones_stand_for_them() -> None:
    begun = PdfFile()
    tree, kept, changed, pack = (begun.reserve() for _ in range(4))
    begun.put_block(make_block({kept: b"<</Kept 1>>", changed: b"<</Old 1>>"}, {}, lambda: pack))
    file = PdfFile(begun.beginning())
    file.put(changed, b"<</New 1>>")
    file.put(tree, b"<</Type/Pages/Kids[]/Count 0>>")
    file.reserve(5)
    root = file.add(b"<</Type/Catalog/Pages %s/A %s/B %s>>" % tuple(map(reference, (tree, kept, changed))))
    with pikepdf.open(io.BytesIO(file.to_bytes(root=root, info=file.add(b"<<>>")))) as document:
        assert not document.check_pdf_syntax()
        assert document.Root.A.Kept == 1
        assert document.Root.B.New == 1


def it_notes_neighbouring_objects_of_a_block_together() -> None:
    block = make_block({3: b"1", 4: b"2", 9: b"3"}, {5: stream_body(b"q")}, lambda: 10)
    assert [first for first, _ in block.packed] == [3, 9]
    assert sorted(obj for obj, _ in block.alone) == [5, 10]
