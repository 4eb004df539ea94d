"""Hubs and the order of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.site.hubs import groups_of
from generators.site.order import ordered
from generators.site.sections import SECTIONS

if TYPE_CHECKING:
    from generators.model.library import Library


@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.kind)
def every_noun_of_a_section_is_on_its_hub(section: object, library: Library) -> None:
    kind = section.kind  # type: ignore[attr-defined]
    on_hub = {card.address.path for group in groups_of(kind, library) for card in group.cards}
    folder = {"branch": "branches", "policy": "policies"}.get(kind, f"{kind}s")
    assert {f"{folder}/{identifier}.md" for identifier in library.of(kind)} <= on_hub


def a_form_stands_in_the_chapter_of_its_book_or_at_the_end(small: Library) -> None:
    assert [(g.title, [c.title for c in g.cards]) for g in groups_of("form", small)] == [
        ("其他", ["R44　党费收缴登记"])
    ]


def no_empty_group_is_shown(small: Library) -> None:
    assert all(group.cards for section in SECTIONS for group in groups_of(section.kind, small))


def the_nouns_stand_by_pinyin(library: Library) -> None:
    titles = [procedure.title for procedure in ordered("procedure", library)]
    assert titles.index("党费收缴") < titles.index("发展党员") < titles.index("组织关系接转")


def the_general_standard_stands_first(library: Library) -> None:
    assert ordered("standard", library)[0].sector is None


def the_posts_stand_from_the_person_to_the_superiors(small: Library) -> None:
    assert [post.id for post in ordered("post", small)] == ["member", "secretary"]


def a_card_knows_the_only_sectors_it_is_for(library: Library) -> None:
    cards = {
        card.address.path: card.sectors
        for kind in ("procedure", "branch")
        for g in groups_of(kind, library)
        for card in g.cards
    }
    assert all(cards[f"procedures/{p.id}.md"] == p.applies_to for p in library.procedure.values())
    assert all(cards[f"branches/{b.id}.md"] == (b.sector,) for b in library.branch.values())
