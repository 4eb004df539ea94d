from __future__ import annotations

import dataclasses
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from generators.plan.book import Entry, PlannedChapter
from generators.plan.shape import blank_shape
from generators.word import assemble_book, compile_form
from generators.word.standing import standing
from tests.plan.nouns import form
from tests.word.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.plan.book import BookPlan

SHAPE = blank_shape(form("R92", blocks=[{"grid": [{"field": "place", "label": "地点"}]}]), compact=True)
BLOCKS = {SHAPE: compile_form(SHAPE)}


@pytest.fixture
def made(village_plan: BookPlan) -> Callable[[str, str], bytes]:
    """A function that makes a book of a branch with one known value."""

    def make(branch: str, place: str) -> bytes:
        owner = dataclasses.replace(village_plan.owner, name=branch)
        chapter = PlannedChapter("组织生活", front=False, entries=(Entry(SHAPE, 1, 1, {"place": place}),))
        return assemble_book(dataclasses.replace(village_plan, owner=owner, chapters=(chapter,)), BLOCKS)

    return make


def books_of_one_make_up_differ_only_in_their_holes(made: Callable[[str, str], bytes]) -> None:
    one = made("示例甲支部", "甲地")
    misses = standing.cache_info().misses
    other = made("示例乙支部", "乙地")
    assert standing.cache_info().misses == misses
    assert len(one) == len(other)
    assert zipfile.ZipFile(io.BytesIO(other)).testzip() is None
    assert Opened(other).text("R92.01.place") == "乙地"


def a_value_longer_than_its_hole_gets_a_longer_one(made: Callable[[str, str], bytes]) -> None:
    for long in ("很长" * 300, "&" * 2000):
        docx = made("示例甲支部", long)
        assert zipfile.ZipFile(io.BytesIO(docx)).testzip() is None
        assert Opened(docx).text("R92.01.place") == long
    assert Opened(made("示例甲支部", "甲地")).text("R92.01.place") == "甲地"


def a_long_name_of_a_branch_has_room(made: Callable[[str, str], bytes]) -> None:
    name = "中国共产党示例省示例市示例县示例镇示例村委员会示例小区第一支部委员会"
    headers = [xml.decode() for part, xml in Opened(made(name, "")).files.items() if part.startswith("word/header")]
    assert any(name in header for header in headers)
