"""Places of keys and values, by the ways that pydantic gives."""

from __future__ import annotations

import pytest

from generators.content.parse import parse
from generators.content.source import Loc, Place, Source

TEXT = """\
title: 党费
points:
  - 一句话
  - text: 又一句
basis: {policy: TL17, provision: 第一条}
stars: {2024: 4}
rows: 15
"""


@pytest.fixture
def source() -> Source:
    root = parse(TEXT.encode(), "content/x.yml").root
    assert root
    return Source("content/x.yml", root)


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        ((), (1, 1)),
        (("title",), (1, 8)),
        (("points", 1, "text"), (4, 11)),
        (("points", 0, "text"), (3, 5)),  # a text for {text: …}
        (("basis", 0, "policy"), (5, 17)),  # one for many
        (("basis", 0, "provision", 0), (5, 34)),
        (("basis", 0, "note"), (5, 8)),  # missing: the mapping that lacks it
        (("stars", 2024), (6, 15)),  # a number as key
        (("rows", "at_least"), (7, 7)),
        (("points", 9), (3, 3)),
        (("missing", "deeper"), (1, 1)),
    ],
)
def test_a_value_is_found_by_its_way(source: Source, loc: Loc, place: Place) -> None:
    assert source.place(loc) == place


@pytest.mark.parametrize(
    ("loc", "place"), [(("title",), (1, 1)), (("points", 1, "text"), (4, 5)), (("basis", 0, "policy"), (5, 9))]
)
def test_a_key_is_found_by_its_way(source: Source, loc: Loc, place: Place) -> None:
    assert source.place(loc, key=True) == place


def test_pydantics_mark_for_keys_means_the_key(source: Source) -> None:
    assert source.place(("stars", "2024", "[key]")) == (6, 9)
