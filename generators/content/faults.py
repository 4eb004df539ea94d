"""YAML syntax errors in Chinese: where, what, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from generators.problems import Problem

if TYPE_CHECKING:
    import yaml

_KEY_WITHOUT_SPACE = re.compile(r"^\s*(?:- )?([A-Za-z_][\w-]*)(：|:(?=\S))", re.MULTILINE)


class _Scene(NamedTuple):
    """What is known about the place where the parser gave up."""

    line: str
    """The text of the line."""
    character: str
    """The character at the place; empty at the line's end."""


_Cure = Callable[[_Scene], tuple[str, str]]

_TAB = "缩进用了制表符（Tab 键）", "请改用空格，每层两个"

_COLON = (
    "这里的冒号被当成了键的冒号",
    "文字里有「: 」时请改用全角冒号「：」或给整段加引号；如果它本来是键，请检查上一行和这一行的缩进",
)

_DASH = "这里不能直接写「- 」", "请另起一行写「- 」，或给以「- 」开头的文字加引号"

_ESCAPE = "双引号里的反斜杠「\\」写法有误", "请改用单引号，或写成「\\\\」"

_QUOTED = "请给整段文字加引号"


def missing_space(text: str) -> str:
    """The cure for `title：党费` and `title:党费`, which YAML takes for a text; empty when it is neither."""
    match = _KEY_WITHOUT_SPACE.search(text)
    if not match:
        return ""
    colon = "全角冒号「：」" if match[2] == "：" else "冒号，但后面没有空格"
    return f"「{match[1]}」后面用了{colon}，请写成「{match[1]}: 」（半角冒号加一个空格）"


def explain_fault(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    """One problem for the error at which the parser gave up; the place is always inside the text."""
    mark = error.problem_mark or error.context_mark
    problem = error.problem or ""
    if error.context_mark and _STARTS_EARLIER.search(f"{error.context} {problem}"):
        mark = error.context_mark
    lines = re.split(r"\r\n|\n|\r", text)
    row = min(mark.line, len(lines) - 1) if mark else 0
    column = min(mark.column, len(lines[row])) if mark and mark.line == row else len(lines[row])
    scene = _Scene(lines[row], lines[row][column : column + 1])
    for pattern, cure in _CURES:
        if pattern.search(f"{error.context} {problem}"):
            what, fix = cure(scene)
            break
    else:
        what, fix = "YAML 写法有误", "请检查这一行的缩进、引号和冒号"
    return Problem(path, row + 1, column + 1, what, fix)


def _cannot_start(scene: _Scene) -> tuple[str, str]:
    if scene.character == "\t":
        return _TAB
    if not scene.character:
        return "括号没有配对", "请在末尾补上「]」或「}」"
    return f"文字不能以「{scene.character}」开头", "请给整段文字加引号"


def _no_colon(scene: _Scene) -> tuple[str, str]:
    return "这一行不是「键: 值」", missing_space(scene.line) or "请补上冒号和空格，或检查缩进"


def _indent(scene: _Scene) -> tuple[str, str]:
    if scene.character == ":":
        return "冒号前面没有键", "请补上键，或给以冒号开头的文字加引号"
    if scene.character and scene.character in "]}":
        return f"多了一个「{scene.character}」", "请删去，或检查前面的括号"
    if "'" in scene.line or '"' in scene.line:
        return "引号后面还有文字，或者缩进与上文对不齐", "请把整段文字放进一对引号，文字里的引号改用「」"
    return "缩进与上文对不齐", "同一层的键和「- 」要左对齐，下一层多缩进两个空格"


def _second_document(scene: _Scene) -> tuple[str, str]:
    if scene.line.startswith("%"):
        return "行首不能写「%」", "请给整段文字加引号，或删去这一行"
    return "一个文件只能写一份内容，这里又开始了一份", "请删去「...」，或分成两个文件"


def _fixed(what: str, fix: str) -> _Cure:
    return lambda _scene: (what, fix)


_STARTS_EARLIER = re.compile(r"simple key|quoted.scalar found unexpected end|flow (sequence|mapping).*(did not|got)")
"""Errors noticed lines later: the place to mend is where the construct began."""

_CURES: tuple[tuple[re.Pattern[str], _Cure], ...] = tuple(
    (re.compile(pattern), cure)
    for pattern, cure in (
        (r"tab character", _fixed(*_TAB)),
        (r"cannot start any token", _cannot_start),
        (r"mapping values are not allowed", _fixed(*_COLON)),
        (r"could not find expected ':'", _no_colon),
        (r"unexpected ':'", _fixed("冒号后面少了空格或内容", "请写成「键: 值」，冒号后面空一格")),
        (r"sequence entries are not allowed", _fixed(*_DASH)),
        (r"mapping keys are not allowed", _fixed("文字不能以「? 」开头", _QUOTED)),
        (r"quoted.scalar found unexpected", _fixed("引号没有配对", "请在文字末尾补上同样的引号")),
        (r"unknown escape|escape code|hexdecimal|escape sequence", _fixed(*_ESCAPE)),
        (r"expected ',' or '\]'", _fixed("方括号没有配对，或项与项之间少了逗号", "请用半角的「,」分隔，末尾写「]」")),
        (r"expected ',' or '\}'", _fixed("花括号没有配对，或项与项之间少了逗号", "请用半角的「,」分隔，末尾写「}」")),
        (r"an (alias|anchor)", _fixed("文字不能以「*」或「&」开头", _QUOTED)),
        (r"a tag", _fixed("文字不能以「!」开头", _QUOTED)),
        (r"a directive|document start|incompatible", _second_document),
        (r"block scalar", _fixed("「|」和「>」后面不能再写文字", "请把文字写在下一行并缩进，或给整段文字加引号")),
        (r"node content", _cannot_start),
        (r"expected key|'-' indicator|block end", _indent),
    )
)
"""What PyYAML says, with libyaml or without → what and how to mend, the first that fits."""
