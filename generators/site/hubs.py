"""Hub pages: every noun of a section in a sensible grouping."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generators.model.post import PostKind
from generators.model.procedure import ProcedureGroup
from generators.model.rule import RuleGroup
from generators.model.sign import Place
from generators.site.address import Address, address_of
from generators.site.order import ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generators.model.library import Library
    from generators.model.sign import Sign


@dataclass(frozen=True)
class Card:
    """One noun on a hub: its title, a line about it, where it stands."""

    title: str
    note: str
    address: Address
    sectors: tuple[str, ...] = ()
    """The only sectors it is for; empty for all."""
    sign: str = ""
    """Id of the sign whose picture stands on the card."""


@dataclass(frozen=True)
class Group:
    """Cards under a heading; without a heading when the hub has one group only."""

    title: str
    cards: tuple[Card, ...]
    more: Address | None = None
    """A page about what the group has in common."""


def groups_of(kind: str, library: Library) -> tuple[Group, ...]:
    """The groups of a kind's hub; empty ones are left out."""
    grouping = _GROUPINGS.get(kind, _all_in_one)
    return tuple(group for group in grouping(kind, library) if group.cards)


def _card(kind: str, noun: object) -> Card:
    return Card(noun.title, noun.summary, address_of(kind, noun.id), _sectors_of(noun))  # type: ignore[attr-defined]  # every such noun has both


def _sectors_of(noun: object) -> tuple[str, ...]:
    """The only sectors that a noun is for: it names several (applies_to) or one (sector)."""
    one = getattr(noun, "sector", None)
    return tuple(getattr(noun, "applies_to", ())) or ((one,) if one else ())


def _all_in_one(kind: str, library: Library) -> Iterable[Group]:
    yield Group("", tuple(_card(kind, noun) for noun in ordered(kind, library)))


def _forms(_kind: str, library: Library) -> Iterable[Group]:
    """Forms by the book's chapters; those in no book at the end."""
    placed: set[str] = set()
    for book in library.book.values():
        for chapter in book.chapters:
            cards = tuple(_form_card(library, item.form) for item in chapter.forms)
            placed |= {item.form for item in chapter.forms}
            yield Group(chapter.title, cards)
    yield Group("其他", tuple(_form_card(library, form) for form in library.form if form not in placed))


def _form_card(library: Library, identifier: str) -> Card:
    form = library.form[identifier]
    return Card(f"{form.id}　{form.title}", form.summary, address_of("form", form.id))


def _posts(_kind: str, library: Library) -> Iterable[Group]:
    for kind in PostKind:
        yield Group(kind.value, tuple(_card("post", post) for post in ordered("post", library) if post.kind is kind))


def _policies(_kind: str, library: Library) -> Iterable[Group]:
    for status, found in groupby(ordered("policy", library), key=lambda policy: policy.status):
        yield Group(status.value, tuple(_card("policy", policy) for policy in found))


def _standards(_kind: str, library: Library) -> Iterable[Group]:
    standards = ordered("standard", library)
    yield Group("通用", tuple(_card("standard", standard) for standard in standards if not standard.sector))
    yield Group("分领域", tuple(_card("standard", standard) for standard in standards if standard.sector))


def _procedures(_kind: str, library: Library) -> Iterable[Group]:
    procedures = ordered("procedure", library)
    for group in ProcedureGroup:
        yield Group(group.value, tuple(_card("procedure", p) for p in procedures if p.group is group))


def _rules(_kind: str, library: Library) -> Iterable[Group]:
    """Rules by whom they concern: everyone, somebody's duties, some sectors; then what must be quoted to the letter."""
    rules = ordered("rule", library)
    for group in RuleGroup:
        yield Group(group.value, tuple(_card("rule", rule) for rule in rules if rule.group is group))
    yield Group("法定文字", tuple(_card("official", text) for text in ordered("official", library)))


def _branches(_kind: str, library: Library) -> Iterable[Group]:
    sectors, branches = ordered("sector", library), ordered("branch", library)
    yield Group("领域", tuple(_card("sector", sector) for sector in sectors))
    for sector in sectors:
        found = (branch for branch in branches if branch.sector == sector.id)
        cards = tuple(Card(b.short, b.unit, address_of("branch", b.id), (b.sector,)) for b in found)
        yield Group(f"{sector.title}支部", cards)


def _signs(_kind: str, library: Library) -> Iterable[Group]:
    """Signs by the room where they hang; those that hang nowhere by where they are; then rooms and guides."""
    signs = ordered("sign", library)
    for room in ordered("room", library):
        cards = tuple(sign_card(sign, library) for sign in signs if sign.hung_in[:1] == (room.id,))
        yield Group(room.title, cards, address_of("room", room.id))
    for place in Place:
        cards = tuple(sign_card(sign, library) for sign in signs if not sign.hung_in and sign.place is place)
        yield Group(place.value, cards)
    yield Group("场所和布局", tuple(_card("room", room) for room in ordered("room", library)))
    guides = (guide for guide in ordered("guide", library) if any(passage.signs for passage in guide.passages))
    yield Group("指南", tuple(_card("guide", guide) for guide in guides))


def sign_card(sign: Sign, library: Library) -> Card:
    """A sign in the catalogue. Sectors that spare signs see those that they spare folded."""
    spared = {sector.id for sector in library.sector.values() if sector.reduced_signs and not sign.keep_when_reduced}
    sectors = tuple(name for name in library.sector if name not in spared) if spared else ()
    unit = "像素" if sign.place is Place.SCREEN else "毫米"
    size = f"{sign.size.w:g}×{sign.size.h:g} {unit}"
    return Card(f"{sign.id}　{sign.title}", size, address_of("sign", sign.id), sectors, sign.id)


def _guides(_kind: str, library: Library) -> Iterable[Group]:
    yield Group("工具", tuple(_card("calculator", tool) for tool in ordered("calculator", library)))
    yield Group("指南", tuple(_card("guide", guide) for guide in ordered("guide", library)))


_GROUPINGS: Mapping[str, Callable[[str, Library], Iterable[Group]]] = {
    "form": _forms,
    "procedure": _procedures,
    "rule": _rules,
    "sign": _signs,
    "guide": _guides,
    "post": _posts,
    "policy": _policies,
    "standard": _standards,
    "branch": _branches,
}
