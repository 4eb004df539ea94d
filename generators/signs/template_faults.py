"""Mistakes in a kind's template or style, told with file and line."""

from __future__ import annotations

import re
import traceback
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError, TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError, UndefinedError
from jinja2.utils import object_type_repr

from generators.content.load import read_noun
from generators.model.sign import Sign
from generators.plan.kinds import FOLDER
from generators.problems import ZhibuError, near
from generators.signs.inks import INKS
from generators.typeset.press import LayoutWarning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generators.plan.signs import PlannedSign

_SHOWN = "templates/signs"
_INCLUDED = re.compile(r'\{% (?:include|from) "([^"]+)"')
_PASSED_OVER = re.compile(
    r"Ignored `(?P<written>(?P<property>[\w-]+)\s*:.*)` at \d+:\d+, (?P<reason>[^`]+)\.$", re.DOTALL
)
_QUOTED = re.compile(r"'([^']+)'|<AtRule (@[\w-]+)")
_AT = re.compile(r" at (\d+):\d+")
_REASONS = {"unknown property": "没有这种属性", "invalid value": "值写错了，或者不支持"}


def misfit(planned: PlannedSign, where: str = "") -> ZhibuError:
    """The sign's kind is not made for what the sign speaks of; `where` the template asks for what that lacks."""
    sign = planned.sign
    asked = f"（{where}）" if where else ""
    return ZhibuError(
        f"content/signs/{sign.id}.yml：式样「{planned.kind.id}」不能用于 subject「{sign.subject}」{asked}，请换一种式样"
    )


def template_fault(error: Exception, planned: PlannedSign, names: Mapping[str, Any]) -> ZhibuError | None:
    """What Jinja found, with its file and line; None where a program and not a template is at fault."""
    where = _where(error)
    if not where:
        return None
    if isinstance(error, UndefinedError):
        return _undefined(str(error), where, planned, names)
    if isinstance(error, TemplateSyntaxError):
        return ZhibuError(f"{where}：{_syntax(str(error.message))}")
    if isinstance(error, TemplateNotFound):
        return ZhibuError(f"{where}：找不到文件「{error.name}」，请改正文件名")
    if isinstance(error, TemplateRuntimeError):
        return ZhibuError(f"{where}：{error}")
    return ZhibuError(f"{where}：算不出来（{error}），请改正这一行的算式或括号里的内容")


def check_inks(html: str, planned: PlannedSign) -> None:
    """Refuse `var(--NAME)` where there is no such ink: the engine would pass over it without a word.

    Raises:
        ZhibuError: with the file and line of the first.
    """
    own = set(re.findall(r"(?<![\w(-])--([\w-]+)\s*:", html))
    for name in re.findall(r"var\(\s*--([\w-]+)", html):
        if name not in INKS and name not in own:
            guess = near(name, INKS) or f"可用的有：{'、'.join(INKS)}"
            place = _found(planned, rf"--{re.escape(name)}(?![\w-])")
            raise ZhibuError(f"{place}：没有油墨「{name}」，{guess}")


@contextmanager
def layout_heard(planned: PlannedSign, html: str) -> Iterator[None]:
    """While open, what the engine passes over in `html` stops the sign.

    Raises:
        ZhibuError: with the file and line it comes from.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", LayoutWarning)
        try:
            yield
        except LayoutWarning as warning:
            raise _passed_over(str(warning), planned, html) from warning


def _where(error: Exception) -> str:
    """`templates/signs/rule-board/sign.html.j2:16`: the innermost line of a template; empty where there is none."""
    if isinstance(error, TemplateSyntaxError):
        return f"{_shown(Path(error.filename or error.name or ''))}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{_shown(Path(frame.filename))}:{frame.lineno}" for frame in frames if _is_template(frame.filename)]
    ours = not isinstance(error, TemplateError) and not _is_template(frames[-1].filename)
    return "" if ours or not lines else lines[-1]


def _is_template(name: str) -> bool:
    return name.endswith((".j2", ".css"))


def _shown(path: Path) -> str:
    shared = path.parent.name in {"", FOLDER.name}
    return f"{_SHOWN}/{path.name}" if shared else f"{_SHOWN}/{path.parent.name}/{path.name}"


def _undefined(message: str, where: str, planned: PlannedSign, names: Mapping[str, Any]) -> ZhibuError:
    """A name or attribute that is not there: a misspelling, or a subject that the kind is not made for."""
    asked = re.fullmatch(r"'(?P<owner>.+)' has no attribute '(?P<name>.+)'", message)
    if asked is None:
        name = message.partition("'")[2].partition("'")[0]
        known = near(name, names) or "可用的名称见 templates/signs/README.md"
        return ZhibuError(f"{where}：没有名称「{name}」，{known}")
    name, subject = asked["name"], planned.subject
    of_subject = asked["owner"] == object_type_repr(subject)
    if of_subject and planned.sign.subject is not _example(planned).subject:
        return misfit(planned, f"{where} 要用它的「{name}」")
    known = near(name, [key for key in dir(subject) if not key.startswith(("_", "model_"))]) if of_subject else ""
    return ZhibuError(f"{where}：没有「{name}」这一项，{known or '请改正拼写，可用的见 templates/signs/README.md'}")


def _example(planned: PlannedSign) -> Sign:
    """The kind's example, which says what the kind is made for."""
    name = f"{planned.kind.id}/example.yml"
    return read_noun(FOLDER / name, Sign, name="example", shown=f"{_SHOWN}/{name}")


def _syntax(message: str) -> str:
    open_block = re.search(r"needs to be closed is '(\w+)'", message)
    tag = re.search(r"unknown tag '(\w+)'", message)
    if open_block:
        said = f"这里多了 {{% {tag[1]} %}}，或" if tag else "到文件末尾，"
        return f"{said}前面的 {{% {open_block[1]} %}} 没有配上 {{% end{open_block[1]} %}}"
    if tag:
        return f"不认识的标签 {{% {tag[1]} %}}，请改正拼写"
    missing = re.search(r"No (filter|test) named '(\w+)'", message)
    if missing:
        return f"没有过滤器「{missing[2]}」，请改正拼写"
    return f"模板的写法不对（{message.rstrip('.')}），请检查这一行的括号、引号和 {{{{ }}}}、{{% %}}"


def _passed_over(message: str, planned: PlannedSign, html: str) -> ZhibuError:
    """What WeasyPrint passed over, as a sentence."""
    found, quoted, at = _PASSED_OVER.search(message), _QUOTED.search(message), _AT.search(message)
    if found:
        said = found["written"].strip()
        written = re.sub(r"\s+", r"\\s*", re.escape(said).replace(r"\ ", " ").replace(":", r"\s*:\s*"))
        name = rf"(?<![\w-]){re.escape(found['property'])}\s*:"
        place = _found(planned, written, rf"{name}[^;}}]*\{{\{{", name)
        reason = _REASONS.get(found["reason"], "写法不对")
        return ZhibuError(f"{place}：排版引擎不认识「{said}」（{reason}），请改正")
    if quoted:
        # A brace that is missing makes a selector of several lines; the last is as it was written.
        *before, part = (quoted[1] or quoted[2]).strip().split("\n")
        fix = "请检查上一行的花括号" if before else "请改正或删去"
        return ZhibuError(f"{_found(planned, re.escape(part))}：排版引擎不认识「{part}」，{fix}")
    style = html.partition("<style>")[2].partition("</style>")[0].split("\n")
    line = style[int(at[1]) - 1].strip() if at and int(at[1]) <= len(style) else ""
    place = _found(planned, re.escape(line)) if line else f"{_SHOWN}/{planned.kind.id}/sign.css"
    return ZhibuError(f"{place}：样式在这里读不下去，请检查这一行和上一行的花括号、冒号、分号")


def _found(planned: PlannedSign, *patterns: str) -> str:
    """File and line of the first pattern that the kind's files have; the kind's folder where none has any."""
    files = dict.fromkeys((f"{planned.kind.id}/sign.css", f"{planned.kind.id}/sign.html.j2", "sheet.html.j2"))
    texts: dict[str, str] = {}
    waiting = list(files)
    while waiting:
        name = waiting.pop(0)
        if name not in texts and (FOLDER / name).is_file():
            texts[name] = (FOLDER / name).read_text(encoding="utf-8")
            waiting += _INCLUDED.findall(texts[name])
    for pattern in patterns:
        for name, text in texts.items():
            match = re.search(pattern, text)
            if match:
                line = text.count("\n", 0, match.start()) + 1
                return f"{_SHOWN}/{name}:{line}"
    return f"{_SHOWN}/{planned.kind.id}/"
