"""Every noun has its place, and links lead there from anywhere."""

from __future__ import annotations

import pytest

from generators.site.address import Address, address_of, hub_of


@pytest.mark.parametrize(
    ("kind", "identifier", "path"),
    [
        ("procedure", "dues", "procedures/dues.md"),
        ("policy", "DF08", "policies/DF08.md"),
        ("sector", "village", "sectors/village.md"),
        ("official", "oath", "official/oath.md"),
    ],
)
def a_noun_stands_in_the_folder_of_its_kind(kind: str, identifier: str, path: str) -> None:
    assert address_of(kind, identifier) == Address(path)


def a_term_stands_in_the_glossary() -> None:
    assert address_of("term", "dues") == Address("glossary.md", "dues")


@pytest.mark.parametrize("kind", ["roster", "committee", "book"])
def no_page_is_known_for_what_stays_private_or_has_none(kind: str) -> None:
    with pytest.raises(KeyError):
        address_of(kind, "example")


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("index.md", "procedures/dues.md#step-pay"),
        ("policies/DF08.md", "../procedures/dues.md#step-pay"),
        ("procedures/index.md", "dues.md#step-pay"),
        ("procedures/dues.md", "#step-pay"),
    ],
)
def a_link_is_relative_to_its_page(page: str, link: str) -> None:
    assert Address("procedures/dues.md", "step-pay").seen_from(page) == link


def the_sectors_share_the_hub_of_branches() -> None:
    assert hub_of("sector") == hub_of("branch") == Address("branches/index.md")


def the_official_texts_share_the_hub_of_rules() -> None:
    assert hub_of("official") == hub_of("rule") == Address("rules/index.md")
