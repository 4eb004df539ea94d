"""Who cites a policy: every statement's basis, turned round."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pydantic import BaseModel

from generators.model.base import Citation
from generators.model.post import Duty
from generators.model.procedure import Limit, Question, Step
from generators.model.standard import StandardItem
from generators.site.address import Address, address_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generators.model.library import Library

_WITH_A_PAGE = (
    "procedure",
    "rule",
    "official",
    "standard",
    "form",
    "post",
    "sign",
    "room",
    "guide",
    "calculator",
    "sector",
    "term",
)


@dataclass(frozen=True)
class Mention:
    """One place of the site that cites a policy."""

    title: str
    """The page's title, or the term."""
    where: str
    """The part of the page, such as a step; empty for the page as a whole."""
    address: Address


def mentions(library: Library) -> Mapping[tuple[str, str], tuple[Mention, ...]]:
    """(policy id, provision number) → the places that cite it; number "" stands for the policy as a whole."""
    found: defaultdict[tuple[str, str], dict[Mention, None]] = defaultdict(dict)
    for kind in _WITH_A_PAGE:
        for noun in library.of(kind).values():
            top = Mention(noun.title, "", address_of(kind, noun.id))
            for mention, citation in _citations(noun, top):
                for number in citation.provision or ("",):
                    found[citation.policy, number][mention] = None
    return {key: tuple(places) for key, places in found.items()}


def cited_policies(*values: object) -> set[str]:
    """The ids of all policies cited anywhere inside these values."""
    nowhere = Mention("", "", Address(""))
    return {str(citation.policy) for value in values for _, citation in _citations(value, nowhere)}


def _citations(value: object, here: Mention) -> Iterator[tuple[Mention, Citation]]:
    """Every citation inside a value, with the nearest place that can be linked to."""
    if isinstance(value, Citation):
        yield here, value
    elif isinstance(value, BaseModel):
        here = _nearer(value, here)
        for _, part in value:
            yield from _citations(part, here)
    elif isinstance(value, tuple):
        for part in value:
            yield from _citations(part, here)


def _nearer(value: BaseModel, here: Mention) -> Mention:
    if isinstance(value, Step):
        return replace(here, where=value.text, address=here.address.at(f"step-{value.id}"))
    if isinstance(value, StandardItem):
        return replace(here, where=f"{value.code} {value.title}", address=here.address.at(value.code))
    sections: tuple[tuple[type[BaseModel], str, str], ...] = (
        (Limit, "时限与数字", "limits"),
        (Question, "常见问题", "faq"),
        (Duty, "职责", "duties"),
    )
    for noun, where, anchor in sections:
        if isinstance(value, noun):
            return replace(here, where=where, address=here.address.at(anchor))
    return here
