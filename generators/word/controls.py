"""Content controls: what a reader fills in.

Every control is inline, unbound (a bound one loses the text in editors that do not update the data store), locked
against deletion, and lies inside a hidden bookmark of its own name, because some editors drop the tags on saving and
none drops bookmarks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from generators.model.form import FieldKind
from generators.plan.names import bookmark_name
from generators.word.ooxml import bookmark_ends, escaped, run, size_property
from generators.word.styles import GREY, PLACEHOLDER

if TYPE_CHECKING:
    from generators.word.measure import Room

TICKED = "☑"
UNTICKED = "☐"
TICKS = frozenset({FieldKind.CHECKBOX, FieldKind.CHOICES})
"""Kinds that are boxes to tick."""
_PLAIN = {
    FieldKind.TEXT: "<w:text/>",
    FieldKind.NUMBER: "<w:text/>",
    FieldKind.TIME: "<w:text/>",
    FieldKind.LONG: '<w:text w:multiLine="1"/>',
}
"""Kinds that are plain text, and what says so."""
_BOX_FONT = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'

_TITLE_LIMIT = 64
"""Word refuses longer titles and tags."""


@dataclass(frozen=True)
class Control:
    """One field of a form, ready to be written under any copy's name. Plain values only."""

    name: str
    """Local name, as in `local_fields`; the full name is `{copy}.{name}`."""
    title: str
    """What the control says of itself."""
    kind: FieldKind
    placeholder: str
    choices: tuple[str, ...]
    room: Room
    formatting: str = ""
    """Run properties of what it shows, as of an underlined blank."""


@dataclass(frozen=True)
class Anchor:
    """The bookmark in a table's header row, by which a reader finds the table when all tags are gone."""

    name: str
    """Local name: `members.head`."""


class Story:
    """What must be unique or shared throughout one story: identities and placeholders."""

    def __init__(self, identity: int = 1) -> None:
        self._identity = identity
        self.placeholders: dict[str, None] = {}
        """The placeholders shown, in order of first use."""

    def identity(self) -> int:
        """The next number for a control or bookmark."""
        self._identity += 1
        return self._identity - 1

    def placeholder(self, text: str) -> str:
        """The name of the glossary part that holds a placeholder."""
        self.placeholders[text] = None
        return placeholder_name(text)


_DATE_WIDTH = 40
_WIDTH = 130
"""Bytes of a short text's XML without the text."""
_CHARACTER = 3
"""Bytes of a Chinese character."""
_WIDTH_LIMIT = 600


class Look(NamedTuple):
    """How a text is written in a hole."""

    attribute: bool
    """Whether it is the picker's own form of a date, not the text."""
    room: Room
    formatting: str
    plain: str
    """What makes the control one of plain text; empty where that stands before the hole."""

    def text(self, value: str) -> bytes:
        """The XML that stands in the hole, in UTF-8."""
        return (_full_date(value) if self.attribute else _fitted(value, self)).encode()


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in a control where what is known is written."""

    slot: Control
    attribute: bool = False
    """Whether it is the picker's own form of a date, not the text."""

    @property
    def width(self) -> int:
        """Bytes that nearly all texts fit into."""
        if self.attribute:
            return _DATE_WIDTH
        characters = ceil(self.slot.room.ems() * self.slot.room.lines)
        return min(_WIDTH + _CHARACTER * characters, _WIDTH_LIMIT)

    @property
    def look(self) -> Look:
        """How its text is written."""
        return Look(self.attribute, self.slot.room, self.slot.formatting, _PLAIN.get(self.slot.kind, ""))


def placeholder_name(text: str) -> str:
    """The name of the glossary part for a placeholder."""
    return f"ZB{sha256(text.encode()).hexdigest()[:24].upper()}"


def render(slot: Control | Anchor, copy: str, story: Story, *, known: bool = False) -> tuple[str | Hole, ...]:
    """The slot's XML in one copy of its form: `copy` is the beginning of its names, as `R30.01`."""
    field = f"{copy}.{slot.name}"
    content = () if isinstance(slot, Anchor) else control(slot, field, story, known=known)
    start, end = bookmark_ends(story.identity(), bookmark_name(field))
    return (start, *content, end)


def control(spec: Control, tag: str, story: Story, *, known: bool = False) -> tuple[str | Hole, ...]:
    """The content control alone, without its bookmark; with holes when its value is known."""
    ticked = spec.kind in TICKS
    placed = (
        "" if ticked else f'<w:placeholder><w:docPart w:val="{story.placeholder(spec.placeholder)}"/></w:placeholder>'
    )
    empty = "" if ticked or known else "<w:showingPlcHdr/>"
    formatting = f"<w:rPr>{spec.formatting}</w:rPr>" if spec.formatting else ""
    title = escaped(spec.title[:_TITLE_LIMIT])
    return (
        f'<w:sdt><w:sdtPr>{formatting}<w:alias w:val="{title}"/><w:tag w:val="{escaped(tag)}"/>',
        f'<w:id w:val="{story.identity()}"/><w:lock w:val="sdtLocked"/>{placed}{empty}',
        *_nature_and_text(spec, known=known),
        "</w:sdtContent></w:sdt>",
    )


def fixed_text(tag: str, title: str, identity: int) -> tuple[str, str]:
    """What stands before and after an identity value that cannot be edited, as in the page header."""
    start = (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(title)}"/><w:tag w:val="{escaped(tag)}"/>'
        f'<w:id w:val="{identity}"/><w:lock w:val="sdtContentLocked"/><w:text/></w:sdtPr><w:sdtContent>'
    )
    return start, "</w:sdtContent></w:sdt>"


_CONTENT = "</w:sdtPr><w:sdtContent>"


def _nature_and_text(spec: Control, *, known: bool) -> tuple[str | Hole, ...]:
    """What makes it a date picker, a drop-down list, a tick box or text, and the content."""
    if known and spec.kind in _PLAIN:
        return (Hole(spec),)
    return (*_nature(spec, known=known), _CONTENT, *_shown(spec, known=known))


def _nature(spec: Control, *, known: bool) -> tuple[str | Hole, ...]:
    """The child of `w:sdtPr` that says of which kind it is."""
    if spec.kind is FieldKind.DATE:
        return (
            "<w:date",
            *((Hole(spec, attribute=True),) if known else ()),
            '><w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/>',
            '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>',
        )
    if spec.kind is FieldKind.CHOICE:
        items = "".join(f'<w:listItem w:displayText="{escaped(c)}" w:value="{escaped(c)}"/>' for c in spec.choices)
        return (f"<w:dropDownList>{items}</w:dropDownList>",)
    if spec.kind in TICKS:
        return (
            f'<w14:checkbox><w14:checked w14:val="{int(known)}"/>',
            '<w14:checkedState w14:val="2611" w14:font="MS Gothic"/>',
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>',
        )
    return (_PLAIN[spec.kind],)


def _shown(spec: Control, *, known: bool) -> tuple[str | Hole, ...]:
    """The control's content: a tick box, a hole for its value, or the placeholder."""
    if spec.kind in TICKS:
        return (run(TICKED if known else UNTICKED, _BOX_FONT),)
    if known:
        return (Hole(spec),)
    return (run(spec.placeholder, f'<w:rStyle w:val="{PLACEHOLDER}"/><w:color w:val="{GREY}"/>{spec.formatting}'),)


def _fitted(value: str, look: Look) -> str:
    """A value, shrunk when its cell is small.

    LibreOffice 7.4 shows plain text in the size of its paragraph only: a control with shrunk text is one of rich text.
    """
    room, plain = look.room, look.plain
    size = room.fitting_size(value)
    before = plain and (plain if size == room.size else "") + _CONTENT
    return before + run(value, (size_property(size) if size < room.size else "") + look.formatting)


def _full_date(value: str) -> str:
    match = re.fullmatch(r"(\d{4})年(\d{1,2})月(\d{1,2})日", value)
    return f' w:fullDate="{match[1]}-{int(match[2]):02}-{int(match[3]):02}T00:00:00Z"' if match else ""
