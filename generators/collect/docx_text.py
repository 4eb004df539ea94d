"""The text of parts of a Word story, as a reader of the page sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.collect.bounds import OVERLAPS
from generators.collect.values import ticked
from generators.hostile import HostileFileError
from generators.model.form import FieldKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

    from generators.collect.found import Answer
    from generators.collect.names import FieldNames

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_CHARACTERS = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}p": "\n",
    f"{W}tab": "\t",
    f"{W}noBreakHyphen": "-",
}
_TEXTUAL = (f"{W}t", *_CHARACTERS)
_ON = {"1", "true", "on"}


def remove_revisions(story: etree._Element) -> None:
    """Take out what a reader of the page does not see: deleted text, and second versions for old programs."""
    for element in list(story.iter(f"{W}del", f"{W}moveFrom", f"{_MC}Fallback")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def shown(element: etree._Element) -> str:
    """The text of a cell or a control, without the repetitions that LibreOffice writes."""
    return _text((piece, _control_around(piece)) for piece in element.iter(*_TEXTUAL))


@dataclass(frozen=True)
class Field:
    """A field in the story."""

    name: str
    text: str
    cell: etree._Element | None
    control: etree._Element | None

    @classmethod
    def of_control(cls, name: str, control: etree._Element) -> Field:
        """The field of a control that bears its name."""
        return cls(name, shown(control), next(control.iterancestors(f"{W}tc"), None), control)

    @classmethod
    def of_bookmarks(cls, wanted: Mapping[str, str], story: etree._Element) -> Iterator[Field]:
        """The fields between the two ends of bookmarks: `wanted` is the bookmark's id → the field's name."""
        open_fields: dict[str, list[tuple[etree._Element, etree._Element | None]]] = {}
        cells: dict[str, etree._Element | None] = {}
        for element in story.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", *_TEXTUAL):
            identity = element.get(f"{W}id", "")
            if element.tag == f"{W}bookmarkStart":
                if identity in wanted and identity not in cells:
                    if len(open_fields) >= OVERLAPS:
                        raise HostileFileError("文件里的书签互相套叠，不予读取")
                    open_fields[identity] = []
                    cells[identity] = next(element.iterancestors(f"{W}tc"), None)
            elif element.tag == f"{W}bookmarkEnd":
                if identity in open_fields:
                    pieces = open_fields.pop(identity)
                    control = next((around for _, around in pieces if around is not None), None)
                    yield cls(wanted[identity], _text(pieces), cells[identity], control)
            elif open_fields:
                around = _control_around(element)
                for pieces in open_fields.values():
                    pieces.append((element, around))

    def answer(self, names: FieldNames) -> Answer:
        """What is filled in: nothing while the placeholder shows, a tick for a tick box."""
        properties = None if self.control is None else self.control.find(f"{W}sdtPr")
        place = names.place(self.name)
        if place and place.spec.kind in {FieldKind.CHECKBOX, FieldKind.CHOICES}:
            tick = ticked(self.text)
            return _checked(properties) if tick is None else tick
        placeholder = None if properties is None else properties.find(f"{W}showingPlcHdr")
        if placeholder is not None and placeholder.get(f"{W}val", "1") not in {"0", "false", "off"}:
            return ""
        return self.text


def _checked(properties: etree._Element | None) -> bool:
    """The state of a tick box whose sign is gone."""
    state = None if properties is None else properties.find(f"{_W14}checkbox/{_W14}checked")
    return state is not None and state.get(f"{_W14}val", "1") in _ON


def _control_around(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(f"{W}sdt"), None)


def _text(pieces: Iterable[tuple[etree._Element, etree._Element | None]]) -> str:
    """The pieces joined. LibreOffice 7 writes a control of text three times, the second one doubled: the first counts.

    Such twins have the same title and follow each other; the boxes of a multiple choice differ in their titles.
    """
    parts: list[str] = []
    first: etree._Element | None = None
    for element, around in pieces:
        if around is not None and around is not first:
            if first is not None and _twins(first, around):
                continue
            first = around
        parts.append(element.text or "" if element.tag == f"{W}t" else _CHARACTERS[element.tag])
    return "".join(parts).strip("\n")


def _twins(first: etree._Element, second: etree._Element) -> bool:
    titles = [control.find(f"{W}sdtPr/{W}alias") for control in (first, second)]
    texts = ["" if title is None else title.get(f"{W}val", "") for title in titles]
    is_text = second.find(f"{W}sdtPr/{W}text") is not None
    return is_text and texts[0] == texts[1] and texts[0] != ""
