"""Numbers and yes-or-no are written plainly: pydantic alone would take `yes`, `1_000` and `inf`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem

_PLAIN = {
    bool: (re.compile("true|false"), "请写 true（是）或 false（否）"),
    int: (re.compile("-?[0-9]+"), "请只写阿拉伯数字，不写单位、千分号和正号"),
    float: (re.compile(r"-?[0-9]+(\.[0-9]+)?"), "请只写阿拉伯数字，小数用半角的点，不写单位、千分号和正号"),
}


def check_spelling(draft: Draft) -> Iterator[Problem]:
    """A boolean is `true` or `false`, a number is digits with at most one point."""
    for page in draft.pages:
        for passage in page.passages:
            for key, written in passage.keys.items():
                if written.item not in _PLAIN:
                    continue
                pattern, fix = _PLAIN[written.item]
                for place, text in written.texts:
                    if not pattern.fullmatch(text):
                        yield page.problem(place, f"「{key}」不能写「{text}」", fix)
