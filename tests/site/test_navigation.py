"""The navigation holds every page but those behind a hub."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generators.site.navigation import hub_behind, navigation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.site.page import Page


def leaves(item: Any) -> Iterator[str]:
    if isinstance(item, str):
        yield item
    else:
        for inner in item.values() if isinstance(item, dict) else item:
            yield from leaves(inner)


def every_page_in_the_navigation_is_there_once(pages: dict[str, Page]) -> None:
    found = list(leaves(navigation(list(pages.values()))))
    assert sorted(found) == sorted(path for path, page in pages.items() if page.in_navigation)


def the_tabs_follow_the_tasks(pages: dict[str, Page]) -> None:
    titles = [next(iter(tab)) for tab in navigation(list(pages.values()))]
    assert titles == [
        "首页",
        "办事流程",
        "创评标准",
        "规章制度",
        "表样下载",
        "标识标牌",
        "岗位职责",
        "政策依据",
        "指南工具",
        "领域与支部",
        "术语",
        "关于",
    ]


def a_policy_has_its_short_name_there(pages: dict[str, Page]) -> None:
    tabs = {title: inside for tab in navigation(list(pages.values())) for title, inside in tab.items()}
    assert tabs["政策依据"] == ["policies/index.md", "policies/timeline.md", {"党费规定": "policies/DF08.md"}]


def a_page_outside_has_its_hub(pages: dict[str, Page]) -> None:
    assert hub_behind(pages["branches/example.md"]) == "branches/index.md"
