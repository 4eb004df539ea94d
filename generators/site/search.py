"""The site's own search index: built here, read by templates/site/docs/assets/search-worker.js.

Terms (tokens.py) and their impacts (impacts.py), the names of the pages, their texts, and what a mistyped question
may have meant (lexicon.py), each in many small parts, so that a question loads little however large the site is.
Everything is written as scripts that call back, because a page opened from a USB stick can load nothing else.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generators.site.impacts import postings
from generators.site.lexicon import lexicon
from generators.site.pinyin import rare_syllables, syllables
from generators.site.sections import CUES
from generators.site.templates import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generators.site.record import Record

_TERMS_BYTES = 12_000
"""About this much of the index loads for a term: 4 KB packed."""
_NEAR_BYTES = 12_000
"""The same for a key of the lexicon."""
_CARDS_BYTES = 9_000
"""About this much loads for the names of a page and its neighbours."""
_TEXTS_BYTES = 3_000
"""A page with more text than this has a file of its own; shorter ones share."""


def search_files(records: Sequence[Record], synonyms: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Path → content of every file of the index, below the site's root."""
    index = postings(records)
    terms = _spread({term: found.row for term, found in index.items()}, _TERMS_BYTES)
    names = [[term for term in sorted(shard) if index[term].named] for shard in terms]
    near = _spread(lexicon(records), _NEAR_BYTES)
    texts, places = _texts(records)
    cards, starts = _cards(records, places)
    manifest = {
        "pages": len(records),
        "terms": len(terms),
        "near": len(near),
        "cards": starts,
        "synonyms": _packed(synonyms or {}),
        "cues": CUES,
    }
    files = {
        "index.js": _call("zhibuIndex", manifest),
        "pinyin.js": _call("zhibuPinyin", syllables()),
        "rare.js": _call("zhibuPinyin", rare_syllables()),
    }
    files |= {
        f"terms-{n}.js": _call("zhibuTerms", n, {t: shard[t] for t in names[n]}, _without(shard, names[n]))
        for n, shard in enumerate(terms)
    }
    in_parts: dict[str, Sequence[object]] = {"near": near, "cards": cards, "texts": texts}
    for kind, parts in in_parts.items():
        files |= {f"{kind}-{n}.js": _call(f"zhibu{kind.title()}", n, part) for n, part in enumerate(parts)}
    scripts = [script.read_bytes() for script in sorted((TEMPLATES / "site" / "docs" / "assets").glob("search-*.js"))]
    edition = hashlib.sha256(b"".join([*scripts, *(files[name] for name in sorted(files))])).hexdigest()[:12]
    # The theme hands `config` to the worker; the edition in it keeps browsers from mixing old parts with new.
    handshake = json.dumps({"config": {"lang": ["zh"], "separator": " ", "edition": edition}, "docs": []})
    files["search_index.json"] = handshake.encode()
    files["search_index.js"] = f"var __index={handshake}".encode()
    return {f"search/{name}": content for name, content in files.items()}


@lru_cache(maxsize=200_000)
def shard_of(term: str, shards: int) -> int:
    """The shard that holds a term (FNV-1a over UTF-16 units, the same in the worker)."""
    value = 2166136261
    for unit in term:
        value = ((value ^ ord(unit)) * 16777619) & 0xFFFFFFFF
    return value % shards


def _spread(entries: Mapping[str, Any], size: int) -> list[dict[str, Any]]:
    """The entries in so many shards that one has about `size` bytes."""
    total = sum(3 * (len(key) + len(value)) + 4 for key, value in entries.items())
    count = 1
    while total / count > size:
        count *= 2
    shards: list[dict[str, Any]] = [{} for _ in range(count)]
    for key in sorted(entries):
        shards[shard_of(key, count)][key] = entries[key]
    return shards


def _without(shard: Mapping[str, list[int]], names: Iterable[str]) -> dict[str, list[int]]:
    left_out = set(names)
    return {term: row for term, row in shard.items() if term not in left_out}


def _texts(records: Sequence[Record]) -> tuple[list[dict[int, list[list[str | int]]]], list[int]]:
    """The texts for showing where a page matches, in parts; and each page's part."""
    parts: list[dict[int, list[list[str | int]]]] = [{}]
    placed: list[int] = []
    size = 0
    for number, record in enumerate(records):
        text: list[list[str | int]] = [[p.anchor, p.heading, p.text, int(p.section)] for p in record.passages]
        length = sum(len((p.anchor + p.heading + p.text).encode()) for p in record.passages)
        if parts[-1] and size + length > _TEXTS_BYTES:
            parts.append({})
            size = 0
        parts[-1][number] = text
        size += length
        placed.append(len(parts) - 1)
    return parts, placed


def _cards(records: Sequence[Record], places: Sequence[int]) -> tuple[list[list[list[Any]]], list[int]]:
    """Address, title, kind, other names and text part of each page, in parts; and the first page of each part."""
    parts: list[list[list[Any]]] = [[]]
    starts = [0]
    size = 0
    for number, record in enumerate(records):
        card = [record.location, record.title, record.kind, list(record.aliases), places[number]]
        length = len(json.dumps(card, ensure_ascii=False).encode())
        if parts[-1] and size + length > _CARDS_BYTES:
            parts.append([])
            starts.append(number)
            size = 0
        parts[-1].append(card)
        size += length
    return parts, starts


def _packed(synonyms: Mapping[str, str]) -> dict[str, str]:
    """Term → its other names, parted by spaces: shorter than the other way round."""
    found: dict[str, list[str]] = {}
    for alias, title in synonyms.items():
        found.setdefault(title, []).extend([alias] if alias != title else [])
    return {title: " ".join(aliases) for title, aliases in found.items()}


def _call(function: str, *arguments: object) -> bytes:
    said = ",".join(json.dumps(a, ensure_ascii=False, separators=(",", ":")) for a in arguments)
    return f"{function}({said})".encode()
