"""From a place in a file to the field of the model that describes it."""

from __future__ import annotations

import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from generators.model.base import Noun

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from generators.content.source import Loc


@cache
def keys(noun: type[Noun]) -> dict[str, str]:
    """YAML key → attribute, in the model's order. The id stands in no file: it is the file's name."""
    return {field.alias or name: name for name, field in noun.model_fields.items() if not field.exclude}


def noun_at(root: type[Noun], loc: Loc) -> type[Noun] | None:
    """The noun whose keys are written at `loc`; None where no mapping of keys is meant."""
    kind = _descend(root, loc)[0]
    return kind if _is_noun(kind) else None


def field_at(root: type[Noun], loc: Loc) -> FieldInfo | None:
    """The field that `loc` leads to, or of which it is an item."""
    return _descend(root, loc)[1]


def peel(annotation: Any) -> Any:
    """The annotation without its outermost `Annotated` or `| None`; itself when it has none."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return get_args(annotation)[0]
    if origin in (Union, types.UnionType):
        return next(a for a in get_args(annotation) if a is not type(None))
    return annotation


def bare(annotation: Any) -> Any:
    """The type itself, without `Annotated` and `| None`."""
    peeled = peel(annotation)
    return annotation if peeled is annotation else bare(peeled)


def item_type(annotation: Any) -> Any:
    """What a list or mapping holds, unwrapped; None for everything else."""
    kind = bare(annotation)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return bare(arguments[0])
    if origin is dict:
        return bare(arguments[1])
    return None


def head(description: str | None) -> str:
    """The name with which a field's description begins: `名称，如「农村」。` → `名称`."""
    text = description or ""
    for mark in "。，；：（":
        text = text.split(mark, 1)[0]
    return text


def sense(field: FieldInfo | None) -> str:
    """What a field is for, as the end of a sentence; empty when nothing is said."""
    return (field.description or "").rstrip("。") if field else ""


def _descend(root: type[Noun], loc: Loc) -> tuple[Any, FieldInfo | None]:
    kind: Any = root
    field = None
    for part in loc:
        if _is_noun(kind):
            name = keys(kind).get(str(part), str(part))
            field = kind.model_fields.get(name)
            kind = bare(field.annotation) if field else None
        else:
            kind = item_type(kind)
    return kind, field


def _is_noun(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Noun)
