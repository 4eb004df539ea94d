"""The one door through which everything above opens a content folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.content.check import CHECKS
from generators.content.load import load_library
from generators.model.sign import Sign
from generators.plan.activity_day import check_activity_days
from generators.plan.check import check_prefill
from generators.plan.kinds import sign_kinds
from generators.plan.sign_rules import check_sign_rules
from generators.problems import near

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from generators.content.draft import Check, Draft
    from generators.model.library import Library
    from generators.problems import Problem


def open_library(folder: Path, *, without: Collection[str] = ()) -> Library:
    """Read and check a content folder by all rules, those of planning and of the sign templates included.

    Args:
        folder: The content folder.
        without: Kinds whose files are not opened.

    Raises:
        ContentError: With all problems of all files.
    """
    checks = (*CHECKS, check_prefill, check_activity_days, sign_kind_check(sign_kinds()), check_sign_rules)
    return load_library(folder, checks, without)


def sign_kind_check(kinds: Collection[str]) -> Check:
    """The rule that a sign is of a kind that can be made."""

    def check_sign_kinds(draft: Draft) -> Iterator[Problem]:
        for sign in draft.of(Sign).values():
            if sign.kind not in kinds:
                fix = near(sign.kind, kinds) or f"已有的是：{'、'.join(kinds)}"
                yield draft.problem(sign, ("kind",), f"没有标识式样「{sign.kind}」", fix)

    return check_sign_kinds
