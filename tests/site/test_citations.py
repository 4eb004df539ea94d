"""What cites a policy is derived from the statements themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.site.address import Address
from generators.site.citations import Mention, cited_policies, mentions

if TYPE_CHECKING:
    from generators.model.library import Library


def it_finds_a_step_that_cites_a_provision(small: Library) -> None:
    found = mentions(small)["DF08", "第一条"]
    assert Mention("党费收缴", "交党费", Address("procedures/dues.md", "step-pay")) in [
        Mention(m.title[:4], m.where, m.address) for m in found
    ]


def it_finds_the_item_of_a_standard_and_the_limit_of_a_procedure(small: Library) -> None:
    first, second = mentions(small)["DF08", "第一条"], mentions(small)["DF08", "二（2）"]
    assert Address("standards/base.md", "H1") in [m.address for m in first]
    assert Address("procedures/dues.md", "limits") in [m.address for m in second]


def it_gathers_citations_of_the_whole_policy(small: Library) -> None:
    places = [m.address for m in mentions(small)["DF08", ""]]
    assert Address("rules/dues.md") in places
    assert Address("posts/member.md", "duties") in places
    assert Address("glossary.md", "dues") in places


def it_names_each_place_once(small: Library) -> None:
    for found in mentions(small).values():
        assert len(set(found)) == len(found)


def it_knows_the_policies_cited_inside_any_noun(small: Library) -> None:
    assert cited_policies(small.procedure["dues"], None) == {"DF08"}
    assert cited_policies(small.sector["village"]) == set()


def every_citation_of_the_content_is_turned_round(library: Library) -> None:
    cited = {policy for policy, _ in mentions(library)}
    assert cited <= set(library.policy)
    assert cited_policies(*library.procedure.values()) <= cited
