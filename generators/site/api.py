"""All content as JSON for other systems, in the site's folder `api/`.

One file a kind, because a county's system then takes the whole handbook in twenty requests; the index tells by
checksum which of them have changed. Every file has a JSON Schema (2020-12) with Chinese descriptions. Every key is
always there: what is not known is null or empty.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from generators.content.schema import described
from generators.model.library import KINDS
from generators.site.address import API, CHANGES, address_of
from generators.site.overviews import TIMELINE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.base import Identified
    from generators.model.library import Kind, Library

FOLDER = "api"
INDEX = f"{FOLDER}/index.json"
VERSION = 1
"""Of the files' layout; it rises when a program that read the files would have to change."""

PRIVATE = {"roster"}
"""Kinds that never leave the branch."""
_WITHHELD: Mapping[str, set[str]] = {"committee": {"contact"}}
"""Kind → keys that no page of the site shows."""

_GATHERED = {"milestone": TIMELINE, "change": CHANGES}
"""Kinds that share one page → that page, on which each noun has its place."""

PUBLIC = tuple(kind for kind in KINDS if kind.name not in PRIVATE)


def list_path(kind: Kind) -> str:
    """The file with all nouns of a kind."""
    return f"{FOLDER}/{kind.folder}.json"


def schema_path(kind: Kind) -> str:
    """The schema of that file."""
    return f"{FOLDER}/schemas/{kind.name}.json"


def api_files(library: Library) -> dict[str, bytes]:
    """Path → content of every file."""
    lists = {list_path(kind): _dumped(_list(kind, library)) for kind in PUBLIC}
    schemas = {schema_path(kind): _schema(kind) for kind in PUBLIC}
    return {INDEX: _dumped(_index(library, lists)), **lists, **schemas}


def _index(library: Library, lists: Mapping[str, bytes]) -> dict[str, Any]:
    publication = library.publication
    return {
        "version": VERSION,
        **publication.model_dump(mode="json"),
        "about": _html(API),
        "kinds": [
            {
                "kind": kind.name,
                "title": kind.title,
                "count": len(library.of(kind.name)),
                "file": list_path(kind).removeprefix(f"{FOLDER}/"),
                "schema": schema_path(kind).removeprefix(f"{FOLDER}/"),
                "bytes": len(lists[list_path(kind)]),
                "sha256": sha256(lists[list_path(kind)]).hexdigest(),
            }
            for kind in PUBLIC
        ],
    }


def _list(kind: Kind, library: Library) -> dict[str, Any]:
    return {
        "kind": kind.name,
        "title": kind.title,
        "edition": library.publication.issued,
        "items": [_item(kind, noun) for noun in library.of(kind.name).values()],
    }


def _item(kind: Kind, noun: Identified) -> dict[str, Any]:
    said = noun.model_dump(mode="json", by_alias=True, exclude=_WITHHELD.get(kind.name))
    return {"id": noun.id, "page": page_of(kind, noun.id), **said}


def page_of(kind: Kind, identifier: str) -> str | None:
    """Where people read about a noun, from the site's root; None when it has no place of its own."""
    if kind.name in _GATHERED:
        return f"{_html(_GATHERED[kind.name])}#{identifier}"
    try:
        address = address_of(kind.name, identifier)
    except KeyError:
        return None
    return f"{_html(address.path)}#{address.anchor}" if address.anchor else _html(address.path)


def _html(path: str) -> str:
    return f"{path.removesuffix('.md')}.html"


@cache
def _schema(kind: Kind) -> bytes:
    noun = described(kind.noun)
    definitions = noun.pop("$defs", {})
    withheld = _WITHHELD.get(kind.name, set()) | {"id"}
    own = {key: value for key, value in noun["properties"].items() if key not in withheld}
    item = {
        **noun,
        "properties": {
            "id": {"type": "string", "description": "代号，同一种内容里不重复。"},
            "page": {
                "type": ["string", "null"],
                "description": "网页，从网站首页所在的文件夹算起；没有单独的网页就是 null。",
            },
            **own,
        },
        "required": ["id", "page", *own],
    }
    fixed = {"kind": {"const": kind.name}, "title": {"const": kind.title}}
    properties = {
        **fixed,
        "edition": {"type": "string", "format": "date", "description": "本版内容的日期。"},
        "items": {"type": "array", "items": item},
    }
    return _dumped(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": kind.title,
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
            "$defs": definitions,
        }
    )


def _dumped(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
