"""Standards: the points add up, and a sector's changes fit the base."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

from generators.model.standard import Norm, Standard, StandardItem
from generators.problems import listed, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.content.source import Loc
    from generators.problems import Problem

TOTAL = 100
"""The points of a whole standard."""


def check_standards(draft: Draft) -> Iterator[Problem]:
    """Base standards are whole, sector standards change what is there, and each sector has one."""
    standards = draft.of(Standard)
    by_sector: dict[str, str] = {}
    for standard in standards.values():
        yield from _codes(draft, standard)
        yield from _stars(draft, standard)
        if standard.extends is None:
            yield from _base(draft, standard)
        else:
            yield from _changes(draft, standard, standards.get(standard.extends))
        if standard.sector:
            other = by_sector.setdefault(standard.sector, standard.id)
            if other != standard.id:
                what = f"领域「{standard.sector}」已有标准「{other}」"
                yield draft.problem(standard, ("sector",), what, "一个领域只写一套标准，请合并")


def _located_items(standard: Standard) -> Iterator[tuple[Loc, StandardItem, Norm | None]]:
    for n, norm in enumerate(standard.norms):
        for i, item in enumerate(norm.items):
            yield ("norms", n, "items", i), item, norm
    for i, item in enumerate(standard.replace):
        yield ("replace", i), item, None


def _codes(draft: Draft, standard: Standard) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, norm in enumerate(standard.norms):
        if norm.code in seen:
            yield draft.problem(standard, ("norms", n, "code"), f"代号「{norm.code}」重复", "每个规范的代号应不同")
        seen.add(norm.code)
    for loc, item, owner in _located_items(standard):
        if item.code in seen:
            yield draft.problem(standard, (*loc, "code"), f"条目代号「{item.code}」重复", "每个条目的代号应不同")
        elif owner and not item.code.startswith(owner.code):
            what = f"条目代号「{item.code}」应以所属规范的代号「{owner.code}」开头"
            yield draft.problem(standard, (*loc, "code"), what, "请改代号或移到所属的规范")
        seen.add(item.code)


def _stars(draft: Draft, standard: Standard) -> Iterator[Problem]:
    lines = {line.stars: line.at_least for line in standard.stars}
    for index, line in enumerate(standard.stars):
        if any(stars == line.stars for stars in (other.stars for other in standard.stars[:index])):
            yield draft.problem(standard, ("stars", index, "stars"), f"{line.stars} 星的分数线重复", "请删去一处")
        elif any(stars < line.stars and at_least >= line.at_least for stars, at_least in lines.items()):
            what = f"{line.stars} 星的分数线不高于更低的星级"
            yield draft.problem(standard, ("stars", index, "at_least"), what, "星数越多，分数线应越高")


def _base(draft: Draft, standard: Standard) -> Iterator[Problem]:
    if standard.replace:
        what = "写了 replace（替换的条目），却没有写 extends"
        yield draft.problem(standard, ("replace",), what, "请用 extends 写明在哪一套标准的基础上改")
    elif not standard.norms:
        yield draft.problem(standard, (), "通用标准缺少 norms（规范和条目）", "请补上；领域标准请写 extends")
    for n, norm in enumerate(standard.norms):
        items = sum(item.points for item in norm.items)
        if not isclose(items, norm.points):
            what = f"「{norm.title}」写了 {norm.points:g} 分，各条目合计是 {items:g} 分"
            yield draft.problem(standard, ("norms", n, "points"), what, "两者应相等")
    total = sum(norm.points for norm in standard.norms)
    if standard.norms and not isclose(total, TOTAL):
        yield draft.problem(standard, ("norms",), f"各项合计 {total:g} 分", f"总分应是 {TOTAL} 分")


def _changes(draft: Draft, standard: Standard, base: Standard | None) -> Iterator[Problem]:
    if standard.norms:
        what = "写了 extends 的领域标准不能再写 norms"
        yield draft.problem(standard, ("norms",), what, "请只把要改的条目写进 replace")
    if standard.sector is None:
        yield draft.problem(standard, (), "领域标准缺少 sector（适用领域）", "请补上")
    if base is None:
        return
    if base.extends:
        yield draft.problem(standard, ("extends",), f"「{base.id}」本身也是领域标准", f"请改为「{base.extends}」")
        return
    points = {item.code: item.points for norm in base.norms for item in norm.items}
    for i, item in enumerate(standard.replace):
        if item.code not in points:
            what = f"标准「{base.id}」没有条目「{item.code}」"
            fix = near(item.code, points) or f"已有的是：{listed(list(points))}"
            yield draft.problem(standard, ("replace", i, "code"), what, fix)
        elif not isclose(item.points, points[item.code]):
            what = f"条目「{item.code}」写了 {item.points:g} 分，原标准是 {points[item.code]:g} 分"
            yield draft.problem(standard, ("replace", i, "points"), what, "替换的条目分值不变")
