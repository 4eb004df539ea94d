"""Content controls: what a reader fills in.

Every control is inline, unbound (a bound one loses the text in editors that do not update the data store), locked
against deletion, and lies inside a hidden bookmark of its own name, because some editors drop the tags on saving and
none drops bookmarks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.word.ooxml import bookmarked, escaped, run, size_property
from generators.word.styles import GREY, PLACEHOLDER

if TYPE_CHECKING:
    from generators.word.measure import Room

TICKED = "☑"
UNTICKED = "☐"
_BOX_FONT = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'

_TITLE_LIMIT = 64
"""Word refuses longer titles and tags."""
_BOOKMARK_LIMIT = 40
"""Word cuts longer names of bookmarks."""


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
    """What must be unique or shared throughout one document: identities and placeholders."""

    def __init__(self) -> None:
        self._identity = 0
        self.placeholders: dict[str, str] = {}
        """Placeholder text → name of its part in the glossary, in order of first use."""

    def identity(self) -> int:
        """A number no other control or bookmark of the document has."""
        self._identity += 1
        return self._identity

    def placeholder(self, text: str) -> str:
        """The name of the glossary part that holds a placeholder."""
        return self.placeholders.setdefault(text, f"ZB{sha256(text.encode()).hexdigest()[:24].upper()}")


def bookmark_name(field: str) -> str:
    """The hidden bookmark of a full field name, at most 40 characters; long names end in a digest."""
    plain = "_F_" + re.sub(r"[^A-Za-z0-9]", "_", field)
    if len(plain) <= _BOOKMARK_LIMIT:
        return plain
    return f"{plain[: _BOOKMARK_LIMIT - 9]}_{sha256(field.encode()).hexdigest()[:8]}"


def render(slot: Control | Anchor, copy: str, value: str, story: Story) -> str:
    """The slot's XML in one copy of its form: `copy` is the beginning of its names, as `R30.01`."""
    field = f"{copy}.{slot.name}"
    content = "" if isinstance(slot, Anchor) else control(slot, field, value, story)
    return bookmarked(story.identity(), bookmark_name(field), content)


def control(spec: Control, tag: str, value: str, story: Story) -> str:
    """The content control alone, without its bookmark."""
    ticked = spec.kind in {FieldKind.CHECKBOX, FieldKind.CHOICES}
    placed = (
        "" if ticked else f'<w:placeholder><w:docPart w:val="{story.placeholder(spec.placeholder)}"/></w:placeholder>'
    )
    empty = "" if ticked or value else "<w:showingPlcHdr/>"
    formatting = f"<w:rPr>{spec.formatting}</w:rPr>" if spec.formatting else ""
    title = escaped(spec.title[:_TITLE_LIMIT])
    return (
        f'<w:sdt><w:sdtPr>{formatting}<w:alias w:val="{title}"/><w:tag w:val="{escaped(tag)}"/>'
        f'<w:id w:val="{story.identity()}"/><w:lock w:val="sdtLocked"/>{placed}{empty}{_nature(spec, value)}</w:sdtPr>'
        f"<w:sdtContent>{_shown(spec, value)}</w:sdtContent></w:sdt>"
    )


def fixed_text(tag: str, title: str, value: str, story: Story) -> str:
    """A control that shows an identity value and cannot be edited, as in the page header."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(title)}"/><w:tag w:val="{escaped(tag)}"/>'
        f'<w:id w:val="{story.identity()}"/><w:lock w:val="sdtContentLocked"/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{run(value)}</w:sdtContent></w:sdt>"
    )


def _nature(spec: Control, value: str) -> str:
    """The child of `w:sdtPr` that makes it a date picker, a drop-down list, a tick box or text."""
    if spec.kind is FieldKind.DATE:
        return (
            f'<w:date{_full_date(value)}><w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/>'
            '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
        )
    if spec.kind is FieldKind.CHOICE:
        items = "".join(f'<w:listItem w:displayText="{escaped(c)}" w:value="{escaped(c)}"/>' for c in spec.choices)
        return f"<w:dropDownList>{items}</w:dropDownList>"
    if spec.kind in {FieldKind.CHECKBOX, FieldKind.CHOICES}:
        return (
            f'<w14:checkbox><w14:checked w14:val="{int(bool(value))}"/>'
            '<w14:checkedState w14:val="2611" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
        )
    return '<w:text w:multiLine="1"/>' if spec.kind is FieldKind.LONG else "<w:text/>"


def _shown(spec: Control, value: str) -> str:
    """The control's content: a value, shrunk when its cell is small, or the placeholder."""
    if spec.kind in {FieldKind.CHECKBOX, FieldKind.CHOICES}:
        return run(TICKED if value else UNTICKED, _BOX_FONT)
    if not value:
        return run(spec.placeholder, f'<w:rStyle w:val="{PLACEHOLDER}"/><w:color w:val="{GREY}"/>{spec.formatting}')
    size = spec.room.fitting_size(value)
    return run(value, (size_property(size) if size < spec.room.size else "") + spec.formatting)


def _full_date(value: str) -> str:
    match = re.fullmatch(r"(\d{4})年(\d{1,2})月(\d{1,2})日", value)
    return f' w:fullDate="{match[1]}-{int(match[2]):02}-{int(match[3]):02}T00:00:00Z"' if match else ""
