"""Blank signs (空白样板) for everyone: the plates with ××× for the branch's words, the boards without its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from generators.model.base import CommitteeId
from generators.model.branch import Branch, Committee, MemberCount
from generators.model.sign import Subject
from generators.plan.kinds import sign_kinds
from generators.plan.sign_subjects import Named, Refused, Star, subjects_of
from generators.plan.signs import PlannedSign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generators.model.library import Library
    from generators.model.sign import Sign
    from generators.model.sign_sample import SignSample
    from generators.plan.sign_subjects import SignSubject

_COMMITTEE = "sample"
_SHORT = "空白样板"


class SampleSign(NamedTuple):
    """A blank sign and the set that it belongs to."""

    sample: SignSample
    planned: PlannedSign


@dataclass(frozen=True)
class SampleSet:
    """The blank signs of a library, with the library in which they are set: rosters away, their committee there."""

    library: Library
    signs: tuple[SampleSign, ...]


def sample_signs(library: Library) -> tuple[SampleSet, ...]:
    """All blank signs, one set after the other; what an earlier set has already is left out of a later one."""
    seen: set[tuple[str, str]] = set()
    sets = []
    for sample in library.sample.values():
        committee = Committee(id=_COMMITTEE, title=sample.committee, short=sample.committee)
        known = replace(library, roster={}, committee={_COMMITTEE: committee})
        signs = []
        for planned in _planned(sample, known):
            key = (planned.sign.id, planned.title)
            if planned.subject is None or key not in seen:
                signs.append(SampleSign(sample, planned))
                seen.add(key)
        sets.append(SampleSet(known, tuple(signs)))
    return tuple(sets)


def _planned(sample: SignSample, library: Library) -> Iterator[PlannedSign]:
    branch = _branch(sample)
    for sign in [library.sign[name] for name in sample.signs] or library.sign.values():
        whole = sign.model_copy(update={"rules": (), "procedures": ()}) if sign.id in sample.complete else sign
        for subject in _subjects(sample, whole, library, branch):
            if not isinstance(subject, Refused):
                yield PlannedSign(sign, sign_kinds()[sign.kind], branch, sign.size, subject, signed=False)


def _subjects(sample: SignSample, sign: Sign, library: Library, branch: Branch) -> Iterable[SignSubject | None]:
    if sign.subject is Subject.STAR:
        # The stars of a year are given at the beginning of the next.
        return [Star(library.publication.year - 1, stars) for stars in sample.stars]
    if sign.subject is Subject.MODEL_POST:
        return [Named(post) for post in sample.posts]
    return subjects_of(sign, library, branch)


def _branch(sample: SignSample) -> Branch:
    return Branch(
        id=f"sample-{sample.id}",
        name=sample.name,
        short=_SHORT,
        sector=sample.sector,
        committee=CommitteeId(_COMMITTEE),
        unit=sample.unit,
        unit_kind="",
        has_committee=bool(sample.committee_size),
        committee_size=sample.committee_size,
        secretary="",
        members=MemberCount(full=0),
        activity_day="",
        venue=sample.venue,
        code="",
    )
