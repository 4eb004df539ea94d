"""The door to a content folder, and what planning demands of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.content.load import load_library
from generators.plan.check import prefill_vocabulary
from generators.plan.prefill import INSTANCE, LISTS, SCALARS
from generators.plan.ready import open_library, sign_kind_check
from generators.problems import ContentError

BASE = Path(__file__).parents[1] / "broken" / "base"


def test_a_content_folder_is_opened() -> None:
    assert open_library(BASE).publication.title == "示例手册"


def test_a_sign_of_an_unknown_kind_is_told_with_those_there_are() -> None:
    with pytest.raises(ContentError) as caught:
        load_library(BASE, [sign_kind_check(["vertical-plate"])])
    assert str(caught.value) == "base/signs/S07.yml:3:7: 没有标识式样「rule-board」，已有的是：vertical-plate"


def test_the_vocabulary_names_every_source() -> None:
    vocabulary = prefill_vocabulary()
    names = {name for heading in vocabulary.values() for name in heading}
    assert {*SCALARS, *INSTANCE, *LISTS} <= names
    for source in LISTS.values():
        assert source.columns.keys() <= names


def test_lists_with_the_same_columns_share_a_heading() -> None:
    headings = [heading for heading in prefill_vocabulary() if heading.startswith("列")]
    assert len(headings) == len({frozenset(source.columns) for source in LISTS.values()}) < len(LISTS)
    assert all(sum(name in heading for heading in headings) == 1 for name in LISTS if name != "roster.members")
