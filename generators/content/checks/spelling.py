"""Numbers and yes-or-no are written plainly: pydantic alone would take `yes`, `1_000` and `inf`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem

_WHOLE = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def check_spelling(draft: Draft) -> Iterator[Problem]:
    """A boolean is `true` or `false`, a number is digits with at most one point."""
    for noun, loc, value in draft.values:
        if not isinstance(value, bool | int | float):
            continue
        written = draft.source(noun).scalar(loc)
        if written is None:
            continue
        if isinstance(value, bool):
            if written not in {"true", "false"}:
                what = f"「{loc[-1]}」只能写 true（是）或 false（否），这里写的是「{written}」"
                yield draft.problem(noun, loc, what)
        elif not (_WHOLE if isinstance(value, int) else _DECIMAL).fullmatch(written):
            what = f"数字「{written}」的写法不对"
            yield draft.problem(noun, loc, what, "请只写阿拉伯数字，小数用半角的点，不写千分号和正号")
