"""Posts: 凡事有岗、岗位有责、履责有规. That a step has a post and a post a duty, the model itself demands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.post import Post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem


def check_posts(draft: Draft) -> Iterator[Problem]:
    """Every duty rests on a policy or on a rule (立项文件二（2）)."""
    for post in draft.of(Post).values():
        for index, duty in enumerate(post.duties):
            if not duty.basis and not duty.rules:
                what = f"「{post.title}」的这条职责没有依据，履责要有规"
                yield draft.problem(post, ("duties", index), what, "请写 basis（依据）或 rules（哪项制度）")
