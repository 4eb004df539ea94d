"""Objects written once and used in every book that has them at the same numbers: all that does not depend on a branch.

A book gives each form a range of numbers: first what its copies share (`ground`), then each copy (`sheaf`). Books that
have some copies or rows more or less elsewhere give the same ranges.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from generators.pdf.compiled import BoxKind
from generators.pdf.names import name_tree
from generators.pdf.objects import make_block, stream_body
from generators.pdf.syntax import array, dictionary, numbers, reference, text
from generators.pdf.widgets import RESOURCES, TREE, common, empty, tick_box, ticks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf.compiled import CompiledForm, PdfField
    from generators.pdf.objects import Block

Shift = tuple[float, float]
UNMOVED: Shift = (0.0, 0.0)


@dataclass(frozen=True, eq=False)
class Ground:
    """What all copies of a form share in a document."""

    block: Block
    size: int
    """How many numbers it takes."""
    opening: Mapping[Shift, int]
    """The streams before the pages' contents, which move them."""
    contents: tuple[int, ...]
    ticks: Mapping[tuple[float, float], bytes]
    """Both appearances of a box, by its size."""


@dataclass(frozen=True, eq=False)
class Sheaf:
    """A copy of a form in a document."""

    block: Block
    pages: tuple[int, ...]
    stamps: tuple[int, ...]
    """For each page the stream with what is stamped on it, which each document writes for itself."""
    sheets: tuple[bytes, ...] = field(repr=False)
    """For each page its entries without annotations."""
    moved: tuple[Shift, ...]
    """For each page how far it moves."""
    on_page: Mapping[int, int]
    """Page of the compiled form → which page of the copy it is."""
    top: int
    """The node that joins its fields, followed by the other nodes; 0 without fields."""
    first_field: int
    """Number of its first field; the others follow."""
    size: int
    """How many numbers it takes."""


@lru_cache(maxsize=1024)
def ground(compiled: CompiledForm, first: int) -> Ground:
    """What the copies of a form share, at numbers from `first` on."""
    streams: dict[int, bytes] = {}

    def put(body: bytes) -> int:
        streams[first + len(streams)] = body
        return first + len(streams) - 1

    shifts = dict.fromkeys((UNMOVED, *(page.shift for page in compiled.pages)))
    opening = {
        shift: put(stream_body(b"q" if shift == UNMOVED else b"q 1 0 0 1 %s cm" % numbers(shift))) for shift in shifts
    }
    contents = tuple(put(stream_body(page.content, deflated=True)) for page in compiled.pages)
    pairs = {}
    for size in dict.fromkeys(box_size(spec) for spec in compiled.fields if spec.kind is BoxKind.CHECK):
        on, off = map(put, ticks(*size))
        pairs[size] = b"/AP<</N<</Yes %s/Off %s>>>>" % (reference(on), reference(off))
    return Ground(make_block({}, streams, int), len(streams), opening, contents, pairs)


@lru_cache(maxsize=4096)
def sheaf(compiled: CompiledForm, prefix: str, indexes: tuple[int, ...], even: bool, at: tuple[int, int, int]) -> Sheaf:  # noqa: FBT001
    """A copy whose pages are those of the compiled form with these `indexes`, the first of them an even one or not.

    `at` are the numbers where the form's ground begins, where the copy begins, and of the node above the copy's.
    """
    shared = ground(compiled, at[0])
    tree = name_tree(compiled)
    pages = at[1]
    stamps = pages + len(indexes)
    fields = stamps + len(indexes)
    nodes = fields + len(compiled.fields)
    moved = tuple(
        compiled.pages[index].shift if (place % 2 == 0) is even else UNMOVED for place, index in enumerate(indexes)
    )
    on_page = {index: place for place, index in reversed(list(enumerate(indexes)))}
    sheets = tuple(
        _sheet(compiled, index, (shared.opening[shift], shared.contents[index], stamps + place))
        for place, (index, shift) in enumerate(zip(indexes, moved, strict=True))
    )
    plain: dict[int, bytes] = {}
    for place, sheet in enumerate(sheets):
        plain[pages + place] = page_body(sheet, widgets_on(compiled, on_page, place, fields))
    for index, spec in enumerate(compiled.fields):
        place = on_page[spec.page]
        joint = joined(compiled, index, nodes, pages + place)
        plain[fields + index] = b"<<%s%s%s>>" % (joint, common(spec, moved[place]), _blank(spec, shared))
    for offset, node in enumerate(tree.nodes):
        parent = at[2] if node.parent < 0 else nodes + node.parent
        kids = array(reference((fields if is_field else nodes) + kid) for is_field, kid in node.kids)
        name = node.name or prefix.partition(".")[2]
        plain[nodes + offset] = dictionary({"T": text(name), "Parent": reference(parent), "Kids": kids})
    taken = nodes + len(tree.nodes)
    packs: list[int] = []

    def reserve() -> int:
        packs.append(taken + len(packs))
        return packs[-1]

    return Sheaf(
        block=make_block(plain, {}, reserve),
        pages=tuple(range(pages, stamps)),
        stamps=tuple(range(stamps, fields)),
        sheets=sheets,
        moved=moved,
        on_page=on_page,
        top=nodes if tree.nodes else 0,
        first_field=fields,
        size=taken + len(packs) - pages,
    )


def joined(compiled: CompiledForm, index: int, nodes: int, page: int) -> bytes:
    """The entries that join a field to its page and to its name; the form's nodes begin with `nodes`."""
    tree = name_tree(compiled)
    parent = nodes + tree.parents[index]
    return b"/Type/Annot/Subtype/Widget/T%s/Parent %d 0 R/P %d 0 R" % (text(tree.own[index]), parent, page)


def page_body(sheet: bytes, annotations: list[int]) -> bytes:
    """A page with its annotations."""
    annots = b"/Annots%s/Tabs/S" % array(map(reference, annotations)) if annotations else b""
    return b"<<%s%s>>" % (sheet, annots)


def widgets_on(compiled: CompiledForm, on_page: Mapping[int, int], place: int, first: int) -> list[int]:
    """Numbers of the fields on a copy's page."""
    return [first + n for n, spec in enumerate(compiled.fields) if on_page[spec.page] == place]


def box_size(spec: PdfField) -> tuple[float, float]:
    """The size of a box: boxes of one size share their appearances."""
    return round(spec.rect.width, 2), round(spec.rect.height, 2)


def _sheet(compiled: CompiledForm, index: int, streams: tuple[int, int, int]) -> bytes:
    page = compiled.pages[index]
    return b"/Type/Page/Parent %d 0 R/MediaBox[0 0 %s]/Resources %d 0 R/Contents%s" % (
        TREE,
        numbers((page.width, page.height)),
        RESOURCES,
        array(map(reference, streams)),
    )


def _blank(spec: PdfField, shared: Ground) -> bytes:
    """What a field without a value says beside what is common."""
    if spec.kind is BoxKind.CHECK:
        return tick_box(spec, ticked=False) + shared.ticks[box_size(spec)]
    return empty(spec)
