"""What is known when a book is made: of a branch, of any branch of a sector, of one copy of a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.branch import Branch, Committee, Member, Roster, Sector, Standing
from generators.model.sizing import Per, Sizing
from generators.plan.extent import Extent, quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generators.model.library import Library
    from generators.model.standard import Norm, StandardItem

MONTHS = 12


@dataclass(frozen=True)
class AppliedStandard:
    """The standard as it applies to a sector: the base's, with the sector's changes."""

    norms: tuple[Norm, ...] = ()
    vetoes: tuple[str, ...] = ()

    def items(self) -> tuple[StandardItem, ...]:
        """All items in order."""
        return tuple(item for norm in self.norms for item in norm.items)


def standard_for(library: Library, sector: str) -> AppliedStandard:
    """The standard of a sector; where it has none of its own, the base standard; nothing without one."""
    standards = library.standard.values()
    own = next((s for s in standards if s.sector == sector), None) or next((s for s in standards if not s.sector), None)
    if own is None:
        return AppliedStandard()
    base = library.standard[own.extends] if own.extends else None
    vetoes = (*(base.vetoes if base else ()), *own.vetoes)
    return AppliedStandard(own.norms_for(base), tuple(veto.text for veto in vetoes))


@dataclass(frozen=True, kw_only=True)
class Common:
    """What is known of any branch of a sector: all that a blank book can say."""

    extent: Extent
    """The branch's, or that of the largest branch that a blank book serves."""
    standard: AppliedStandard = AppliedStandard()


@dataclass(frozen=True, kw_only=True)
class Known(Common):
    """What is known when a branch's book is made."""

    branch: Branch
    sector: Sector
    committee: Committee
    roster: Roster | None
    year: int

    def members(self, standing: Standing | None = None) -> tuple[Member, ...]:
        """The members of the roster, full ones first; none without a roster."""
        everyone = self.roster.members if self.roster else ()
        ordered = sorted(everyone, key=lambda m: m.standing is not Standing.FULL)
        return tuple(m for m in ordered if standing is None or m.standing is standing)


@dataclass(frozen=True)
class Instance:
    """One copy of a form: which of how many, and what it is meant for."""

    number: int = 1
    """From 1."""
    copies: int = 1
    """How many copies the book holds."""
    month: int | None = None
    """The month it is for, where the form is printed for each."""
    group: int | None = None
    """The group it is for, from 1, where the form is printed for each."""
    group_name: str = ""
    """Empty in a blank book."""

    @property
    def occasion(self) -> str:
        """What tells the copy apart from those of other groups: `第二党小组3月`; empty when its number does."""
        if self.group is None:
            return ""
        return (self.group_name or f"第{self.group}组") + (f"{self.month}月" if self.month else "")


def instances(sizing: Sizing, extent: Extent, group_names: Sequence[str] = ()) -> Iterator[Instance]:
    """The copies that a sizing asks for: by groups, and for each by months; spare ones are for no particular one."""
    copies = quantity(sizing, extent)
    names = dict(enumerate(group_names, start=1))
    placed: list[tuple[int | None, int | None]] = []
    if sizing.times == 1 and sizing.per and set(sizing.per) <= {Per.GROUP, Per.MONTH}:
        groups = range(1, extent.groups + 1) if Per.GROUP in sizing.per else (None,)
        months = range(1, MONTHS + 1) if Per.MONTH in sizing.per else (None,)
        placed = [(group, month) for group in groups for month in months]
    placed += [(None, None)] * (copies - len(placed))
    for number, (group, month) in enumerate(placed, start=1):
        yield Instance(number, copies, month, group, names.get(group or 0, ""))
