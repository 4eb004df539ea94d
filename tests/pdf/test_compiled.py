from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generators.pdf import CompiledForm
from tests.pdf.nouns import MEETING, shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.plan.shape import Shape


def it_comes_back_from_json_as_it_was(compiled: Mapping[Shape, CompiledForm]) -> None:
    form = compiled[shape_of(MEETING)]
    back = CompiledForm.from_json(form.to_json())
    assert back.to_json() == form.to_json()
    assert (back.pages, back.glyphs) == (form.pages, form.glyphs)
    assert [vars(field) for field in back.fields] == [vars(field) for field in form.fields]
    assert [vars(slot) for slot in back.slots] == [vars(slot) for slot in form.slots]


@pytest.mark.parametrize("lost", ["tooltip", "rect", "choice"])
def it_refuses_json_that_lacks_something(lost: str, compiled: Mapping[Shape, CompiledForm]) -> None:
    written = json.loads(compiled[shape_of(MEETING)].to_json())
    del written["fields"][0][lost]
    with pytest.raises(KeyError):
        CompiledForm.from_json(json.dumps(written))
