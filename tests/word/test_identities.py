from __future__ import annotations

from itertools import pairwise

from generators.word.identities import Identities


def a_copy_has_the_same_numbers_in_every_document() -> None:
    first, second = Identities(), Identities()
    second.claim("R10.01", 50)
    assert first.claim("R30.01", 90) == second.claim("R30.01", 90)


def no_number_is_given_twice() -> None:
    identities = Identities()
    ranges = [(identities.claim(f"R{number}", count), count) for number, count in enumerate([2**24] * 60, start=1)]
    ends = sorted((start, start + count) for start, count in ranges)
    assert all(before[1] <= after[0] for before, after in pairwise(ends))
    assert 0 < ends[0][0] < ends[-1][1] <= 2**31


def a_name_claimed_again_gets_other_numbers() -> None:
    identities = Identities()
    assert abs(identities.claim("R30.01", 10) - identities.claim("R30.01", 10)) >= 10
