"""What the models say of themselves: the docstrings from which schemas and content/README.md are written."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import AfterValidator, BeforeValidator
from pydantic.fields import FieldInfo

from generators.content.fields import bare, keys, peel
from generators.model.base import PartialDate
from generators.model.branch import FullDate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum

    from generators.model.base import Noun
_CHINESE_NAME = re.compile(r"[（(]([\u4e00-\u9fff][^（()），]*)[^（()）]*[)）]")

_PROBE = "1"
"""A text that every shorthand takes: it is a text and a number."""


@cache
def member_meanings(enum: type[Enum]) -> dict[str, str]:
    """Value → the docstring under the member; members without one are left out."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(enum))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    meanings = {}
    for member, after in pairwise(body):
        if isinstance(member, ast.Assign) and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            (name,) = member.targets
            if isinstance(name, ast.Name) and name.id in enum.__members__:
                meanings[str(enum[name.id].value)] = str(after.value.value).rstrip("。")
    return meanings


def chinese_name(docstring: str | None) -> str:
    """The Chinese name in a class's docstring: `One provision of a policy (条款).` → `条款`; empty when it has none."""
    match = _CHINESE_NAME.search(docstring or "")
    return match[1] if match else ""


def shorthand(metadata: Iterable[Any]) -> object:
    """What a field makes of a bare text; see `probe`."""
    return next((probe(mark.func) for mark in metadata if isinstance(mark, BeforeValidator)), None)


def probe(validator: Any) -> object:
    """What a before-validator turns a bare text into; None when it leaves the text alone.

    A list means that one may be written for many; a mapping, that a text or number may stand for the key it holds.
    """
    made = validator(_PROBE)
    return None if made == _PROBE else made


class Shape(NamedTuple):
    """How a field is written."""

    item: type[Any]
    """The type of the value, or of each item of a list or mapping."""
    is_list: bool
    is_mapping: bool
    one_or_many: bool
    """Whether a list of one may be written without the list."""
    shorthand: type[Any] | None
    """The plain type that may stand for the item; None when none may."""
    is_date: bool
    is_full_date: bool
    """Whether the date must be known to the day."""


def shape_of(field: FieldInfo) -> Shape:
    """How a field is written, from its annotation and validators."""
    outer, marks = _unwrapped(field.annotation)
    marks = (*field.metadata, *marks)
    is_list, is_mapping = get_origin(outer) is tuple, get_origin(outer) is dict
    inner, inner_marks = _unwrapped(get_args(outer)[1 if is_mapping else 0]) if is_list or is_mapping else (outer, ())
    taken = shorthand(marks)
    made = taken if isinstance(taken, dict) else shorthand(inner_marks)
    key = next(iter(made)) if isinstance(made, dict) else None
    return Shape(
        item=inner,
        is_list=is_list,
        is_mapping=is_mapping,
        one_or_many=isinstance(taken, list),
        shorthand=bare(inner.model_fields[key].annotation) if key else None,
        is_date=_DATE in marks,
        is_full_date=_FULL_DATE in (*marks, *_nested_marks(marks)),
    )


@cache
def shapes(noun: type[Noun]) -> dict[str, Shape]:
    """YAML key → how it is written, in the model's order."""
    return {key: shape_of(noun.model_fields[name]) for key, name in keys(noun).items()}


def _unwrapped(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type itself, and the marks of the `Annotated` around it."""
    marks: tuple[Any, ...] = ()
    while True:
        if get_origin(annotation) is Annotated:
            marks += annotation.__metadata__
        peeled = peel(annotation)
        if peeled is annotation:
            return annotation, marks
        annotation = peeled


def _nested_marks(marks: Iterable[Any]) -> list[Any]:
    """The marks inside the `Field(…)` among the marks."""
    return [inner for mark in marks if isinstance(mark, FieldInfo) for inner in mark.metadata]


_DATE = next(mark for mark in get_args(PartialDate) if isinstance(mark, AfterValidator))
(_FULL_DATE,) = _nested_marks(get_args(FullDate)[-1:])
