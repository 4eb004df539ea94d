"""More than half is more than half; four fifths are four fifths."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model.calculator import Share
from generators.plan.quorum import Result, decide, needed

if TYPE_CHECKING:
    from generators.model.calculator import Vote
    from generators.model.library import Library

HALF = Share.model_validate({"of": "应到", "more_than": "1/2"})
FOUR_FIFTHS = Share.model_validate({"of": "应到", "at_least": "4/5"})


@pytest.mark.parametrize(("whole", "half", "fifths"), [(1, 1, 1), (2, 2, 2), (3, 2, 3), (20, 11, 16), (21, 11, 17), (23, 12, 19)])  # fmt: skip
def the_numbers_of_the_regulations(whole: int, half: int, fifths: int) -> None:
    assert needed(HALF, whole) == half
    assert needed(FOUR_FIFTHS, whole) == fifths


@given(st.integers(0, 5000))
def test_nobody_too_few_and_nobody_too_many(whole: int) -> None:
    enough = needed(HALF, whole)
    assert Fraction(enough - 1) <= Fraction(whole, 2) < enough
    fifths = needed(FOUR_FIFTHS, whole)
    assert fifths - 1 < Fraction(4 * whole, 5) <= fifths


def vote(library: Library, name: str) -> Vote:
    quorum = library.calculator["quorum"].quorum
    assert quorum
    return next(v for v in quorum.votes if v.id == name)


def test_exactly_half_does_not_carry(library: Library) -> None:
    meeting = vote(library, "branch-meeting")
    assert decide(meeting, 20, 11, 10) == Result(10, 11, valid=True, carried=False)
    assert decide(meeting, 20, 11, 11) == Result(10, 11, valid=True, carried=True)
    assert decide(meeting, 20, 9, 20) == Result(10, 11, valid=False, carried=False)


def test_half_is_enough_for_a_meeting_but_not_for_an_admission(library: Library) -> None:
    assert decide(vote(library, "branch-meeting"), 20, 10, 0).valid
    assert decide(vote(library, "committee"), 4, 2, 0).valid
    assert not decide(vote(library, "admission"), 20, 10, 0).valid


def test_written_opinions_may_bring_more_votes_than_people(library: Library) -> None:
    assert decide(vote(library, "admission"), 20, 11, 13).carried


def an_election_may_count_those_present(library: Library) -> None:
    assert decide(vote(library, "election-present"), 20, 16, 9) == Result(16, 9, valid=True, carried=True)
    assert decide(vote(library, "election-expected"), 20, 16, 9) == Result(16, 11, valid=True, carried=False)


def test_nobody_is_no_meeting(library: Library) -> None:
    assert not decide(vote(library, "election-present"), 0, 0, 0).valid
