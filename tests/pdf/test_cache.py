from __future__ import annotations

from dataclasses import replace

from generators.pdf.cache import cache_key
from tests.pdf.nouns import MEETING, ROSTER, shape_of
from tests.plan.nouns import form


def it_is_the_same_for_the_same_shape() -> None:
    assert cache_key(shape_of(MEETING)) == cache_key(shape_of(MEETING.model_copy(deep=True)))
    assert len(cache_key(shape_of(MEETING))) == 64


def it_changes_with_everything_a_form_is_compiled_from() -> None:
    shape = shape_of(ROSTER)
    others = [
        shape_of(MEETING),
        replace(shape, rows=(("members", 25),)),
        replace(shape, compact=False),
        shape_of(ROSTER.model_copy(update={"tip": "另一行"})),
        shape_of(form("R99")),
        shape_of(form("R98")),
    ]
    keys = {cache_key(shape), *map(cache_key, others)}
    assert len(keys) == 1 + len(others)
