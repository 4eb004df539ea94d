"""What a mistyped question may have meant, taken from the names on the site: nothing is suggested that it lacks.

Pairs of characters by their sound, characters by their neighbours, names by their initials. The keys, in one mapping:
`~dan fei` (two syllables as heard) → `党费` and others, most common first; `谈_话`, `_心谈`, `心谈_` → the characters
that stand there; `^shyk` → names. search-near.js reads them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generators.site.pinyin import heard, readings, spelled
from generators.site.tokens import normal, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generators.site.record import Record

_HAN = re.compile(r"[\u3400-\u9fff]+")
_PART = re.compile(r"[\u3400-\u9fffa-z0-9]+")
_LONGEST_NAME = 9
"""Characters of a name that is offered for its initials; longer ones are questions."""
_SHORTEST_TAIL = 3
_MOST = 8
"""How many answers one key has."""


def lexicon(records: Sequence[Record]) -> dict[str, str]:
    """Key → its answers in one string; names are parted by spaces."""
    names = _names(records)
    return {**_by_sound(records, names), **_by_neighbours(names), **_by_initials(names)}


def _names(records: Sequence[Record]) -> dict[str, float]:
    """Every name, without punctuation, and how much it counts."""
    found: dict[str, float] = {}
    for record in records:
        named = [(record.title, 1.0), *((alias, 0.8) for alias in record.aliases)]
        for name, share in named:
            for part in _PART.findall(normal(name)):
                found[part] = max(found.get(part, 0), share * record.weight)
    return found


def _by_sound(records: Sequence[Record], names: Mapping[str, float]) -> dict[str, str]:
    counted: Counter[str] = Counter()
    for name, weight in names.items():
        for run in _HAN.findall(name):
            counted.update(dict.fromkeys(pairs(run), round(100 * weight)))
    for record in records:
        for passage in record.passages:
            for run in _HAN.findall(passage.heading):
                counted.update(dict.fromkeys(pairs(run), 20))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pair in sorted(counted, key=lambda pair: (-counted[pair], pair)):
        for key in sorted({f"~{heard(first)} {heard(second)}" for first, second in readings(pair)}):
            found[key].append(pair)
    return {key: "".join(answers[:_MOST]) for key, answers in found.items()}


def _by_neighbours(names: Mapping[str, float]) -> dict[str, str]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, weight in names.items():
        for run in _HAN.findall(name) if len(name) <= _LONGEST_NAME else ():
            for one, two, three in zip(run, run[1:], run[2:], strict=False):
                for key, answer in ((f"{one}_{three}", two), (f"{one}{two}_", three), (f"_{two}{three}", one)):
                    found[key][answer] += round(100 * weight)
    return {key: "".join(answer for answer, _ in answers.most_common(_MOST)) for key, answers in found.items()}


def _by_initials(names: Mapping[str, float]) -> dict[str, str]:
    found: defaultdict[str, dict[str, tuple[bool, float, int]]] = defaultdict(dict)
    for name, weight in names.items():
        if not 1 < len(name) <= _LONGEST_NAME or not _HAN.search(name):
            continue
        initials = "".join(syllable[0] for syllable in spelled(name))
        for key in _abbreviations(initials):
            found[key][name] = (len(key) != len(initials), -weight, len(name))
    return {f"^{key}": " ".join(_best(answers)) for key, answers in found.items()}


def _best(answers: Mapping[str, tuple[bool, float, int]]) -> list[str]:
    """The names that have just these initials; where there is none, those that begin or end with them."""
    ranked = sorted(answers, key=lambda name: (answers[name], name))
    return [name for name in ranked if not answers[name][0]][:_MOST] or ranked[:_MOST]


def _abbreviations(initials: str) -> Iterator[str]:
    """What people type of `zzgxjz`: its beginning, or its end (`gxjz`)."""
    yield from (initials[:end] for end in range(2, len(initials) + 1))
    yield from (initials[start:] for start in range(1, len(initials) - _SHORTEST_TAIL + 1))
