"""Content controls: what a reader fills in.

Every control is inline, unbound (a bound one loses the text in editors that do not update the data store), locked
against deletion, and lies inside a hidden bookmark of its own name, because some editors drop the tags on saving and
none drops bookmarks.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.plan.names import bookmark_name
from generators.word.holes import CONTENT, PLAIN, Hole
from generators.word.ooxml import bookmark_ends, escaped, run
from generators.word.styles import GREY, PLACEHOLDER

if TYPE_CHECKING:
    from generators.word.measure import Room

TICKED = "☑"
UNTICKED = "☐"
TICKS = frozenset({FieldKind.CHECKBOX, FieldKind.CHOICES})
"""Kinds that are boxes to tick."""
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


def _nature_and_text(spec: Control, *, known: bool) -> tuple[str | Hole, ...]:
    """What makes it a date picker, a drop-down list, a tick box or text, and the content."""
    if known and spec.kind in PLAIN:
        return (Hole(spec),)
    return (*_nature(spec, known=known), CONTENT, *_shown(spec, known=known))


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
    return (PLAIN[spec.kind],)


def _shown(spec: Control, *, known: bool) -> tuple[str | Hole, ...]:
    """The control's content: a tick box, a hole for its value, or the placeholder."""
    if spec.kind in TICKS:
        return (run(TICKED if known else UNTICKED, _BOX_FONT),)
    if known:
        return (Hole(spec),)
    return (run(spec.placeholder, f'<w:rStyle w:val="{PLACEHOLDER}"/><w:color w:val="{GREY}"/>{spec.formatting}'),)
