"""The site's own search index: built here, read by templates/site/docs/assets/search-worker.js.

Han text is cut into pairs of characters, the rest into words. BM25F over title, aliases, headings and text is
worked out at build time into one small number a term and page (its impact), so that the browser only adds.
Everything is written as scripts that call back, because a page opened from a USB stick can load nothing else.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from generators.site.pinyin import spelled, syllables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generators.site.record import Record

_WORD = re.compile(r"[\u3400-\u9fff]+|[a-z0-9.%]+")
_FIELDS: Mapping[str, tuple[float, float]] = {
    "title": (6.0, 0.6),
    "alias": (5.0, 0.2),
    "heading": (2.0, 0.3),
    "text": (1.0, 0.6),
}
"""Field → its weight, and how much its length counts against it (BM25F's b)."""
_SATURATION = 1.4
_SHARD_BYTES = 96_000
"""About this much of the index loads for a term: 30 KB packed."""


def terms(text: str, *, single: bool = False) -> Iterator[str]:
    """The terms of a text: pairs of Han characters, and words; with `single` also single characters."""
    for match in _WORD.finditer(text.lower()):
        word = match[0]
        if word[0] < "\u3400":
            yield word
            continue
        for at in range(len(word) - 1):
            yield word[at : at + 2]
        if single or len(word) == 1:
            yield from word


def search_files(records: Sequence[Record]) -> dict[str, bytes]:
    """Path → content of every file of the index, below the site's root."""
    index = _index(records)
    shards = _shards(index)
    text_shards, places = _texts(records)
    catalogue = [
        [r.location, r.title, r.kind, list(r.aliases), round(r.weight, 2), places[n]] for n, r in enumerate(records)
    ]
    files = {
        "index.js": _call("zhibuIndex", {"shards": len(shards), "pages": catalogue}),
        "pinyin.js": _call("zhibuPinyin", {"names": [_spellings(r) for r in records], "syllables": syllables()}),
    }
    files |= {f"terms-{n}.js": _call("zhibuTerms", n, shard) for n, shard in enumerate(shards)}
    files |= {f"texts-{n}.js": _call("zhibuTexts", n, shard) for n, shard in enumerate(text_shards)}
    edition = hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest()[:12]
    # The theme hands `config` to the worker; the edition in it keeps browsers from mixing old parts with new.
    handshake = json.dumps({"config": {"lang": ["zh"], "separator": " ", "edition": edition}, "docs": []})
    files["search_index.json"] = handshake.encode()
    files["search_index.js"] = f"var __index={handshake}".encode()
    return {f"search/{name}": content for name, content in files.items()}


def shard_of(term: str, shards: int) -> int:
    """The shard that holds a term (FNV-1a over UTF-16 units, the same in the worker)."""
    value = 2166136261
    for unit in term:
        value = ((value ^ ord(unit)) * 16777619) & 0xFFFFFFFF
    return value % shards


def _index(records: Sequence[Record]) -> dict[str, list[int]]:
    """Term → page number and impact by turns, page numbers as differences."""
    pages = [_counts(record) for record in records]
    holding: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for field, (boost, by_length) in _FIELDS.items():
        lengths = [page[field].total() for page in pages]
        average = sum(lengths) / len(pages) if any(lengths) else 1
        for number, page in enumerate(pages):
            share = boost / (1 - by_length + by_length * lengths[number] / average)
            for term, count in page[field].items():
                holding[term].append((number, count * share))
    index: dict[str, list[int]] = {}
    for term, found in holding.items():
        weights: defaultdict[int, float] = defaultdict(float)
        for number, weight in found:
            weights[number] += weight
        rarity = 6 * (_SATURATION + 1) * math.log(1 + (len(pages) - len(weights) + 0.5) / (len(weights) + 0.5))
        previous = 0
        row: list[int] = []
        for number in sorted(weights):
            row += (number - previous, round(rarity * weights[number] / (weights[number] + _SATURATION)) or 1)
            previous = number
        index[term] = row
    return index


@lru_cache(maxsize=20_000)
def _counts(record: Record) -> dict[str, Counter[str]]:
    return {
        "title": Counter(terms(record.title, single=True)),
        "alias": Counter(t for alias in record.aliases for t in terms(alias)),
        "heading": Counter(t for passage in record.passages for t in terms(passage.heading)),
        "text": Counter(t for passage in record.passages for t in terms(passage.text)),
    }


def _shards(index: Mapping[str, list[int]]) -> list[dict[str, list[int]]]:
    size = sum(3 * (len(term) + len(row)) + 4 for term, row in index.items())
    count = 1
    while size / count > _SHARD_BYTES:
        count *= 2
    shards: list[dict[str, list[int]]] = [{} for _ in range(count)]
    for term in sorted(index):
        shards[shard_of(term, count)][term] = index[term]
    return shards


def _texts(records: Sequence[Record]) -> tuple[list[dict[int, list[list[str]]]], list[int]]:
    """The texts for showing where a page matches, in shards of neighbouring pages; and each page's shard."""
    shards: list[dict[int, list[list[str]]]] = [{}]
    placed: list[int] = []
    size = 0
    for number, record in enumerate(records):
        text = [[p.anchor, p.heading, p.text] for p in record.passages]
        length = sum(len(part.encode()) for passage in text for part in passage)
        if shards[-1] and size + length > _SHARD_BYTES:
            shards.append({})
            size = 0
        shards[-1][number] = text
        size += length
        placed.append(len(shards) - 1)
    return shards, placed


def _spellings(record: Record) -> list[str]:
    return [spelled(name) for name in (record.title, *record.aliases)]


def _call(function: str, *arguments: object) -> bytes:
    said = ",".join(json.dumps(a, ensure_ascii=False, separators=(",", ":")) for a in arguments)
    return f"{function}({said})".encode()
