"""CRC-32 of a whole from the CRC-32 of its parts, so that what was compiled once need not be read again.

The checksum of A followed by B is that of A, multiplied by x to the power of B's bits, plus that of B, all modulo the
polynomial of CRC-32 (RFC 1952, 8). Multiplying by a constant is linear: a table for every four bits of the factor.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_POLYNOMIAL = 0xEDB88320
"""Of CRC-32, with the bits reversed: the highest bit stands for 1, the next for x."""
_ONE = 1 << 31

_SLOT = 16
"""Bits that a spread bit takes."""
_PRODUCT = 63
"""Bits of a product of two checksums."""
_ONES = ((1 << _SLOT * _PRODUCT) - 1) // ((1 << _SLOT) - 1)
"""The lowest bit of every slot."""
_TOGETHER = ((1 << _SLOT) - 1) // 32
"""Products that can be added up before a slot overflows."""

Shift = tuple[tuple[int, ...], ...]
"""For every four bits of a checksum, from the lowest, their products with a power of x."""


@lru_cache(maxsize=65536)
def shift_over(size: int) -> Shift:
    """The tables that carry a checksum over `size` further bytes."""
    products = [0] * 32
    product = _power(8 * size)
    for bit in reversed(range(32)):
        products[bit] = product
        product = _times_x(product)
    return tuple(_sums(products[at : at + 4]) for at in range(0, 32, 4))


def joined(before: int, shift: Shift, added: int) -> int:
    """The checksum of two texts from that of the first, the second's `shift_over` its size, and the second's own."""
    t0, t1, t2, t3, t4, t5, t6, t7 = shift
    return (
        t0[before & 15]
        ^ t1[before >> 4 & 15]
        ^ t2[before >> 8 & 15]
        ^ t3[before >> 12 & 15]
        ^ t4[before >> 16 & 15]
        ^ t5[before >> 20 & 15]
        ^ t6[before >> 24 & 15]
        ^ t7[before >> 28]
        ^ added
    )


def spread(checksum: int) -> int:
    """The checksum with its bits so far apart that multiplying adds up products without carrying into one another.

    Python multiplies large numbers quickly, and many products can be added up before they are reduced.
    """
    return int.from_bytes(f"{checksum:032b}".encode("utf-16-be"), "big") & _ONES


def carriers(ends: Sequence[int], size: int) -> list[int]:
    """For changes that end at `ends` of a text of `size` bytes what carries their checksums to its end, spread."""
    factor = _ONE
    found: list[int] = []
    for following, end in pairwise((size, *reversed(ends))):
        factor = _times(factor, _power_of_bytes(following - end))
        found.append(spread(factor))
    return found[::-1]


def changed(checksum: int, changes: Sequence[int], carried: Sequence[int]) -> int:
    """A text's checksum after changes: the spread differences of the changed pieces' checksums, and `carriers`."""
    for at in range(0, len(changes), _TOGETHER):
        total = sum(map(mul, changes[at : at + _TOGETHER], carried[at : at + _TOGETHER]))
        checksum ^= _reduced(total)
    return checksum


def _reduced(total: int) -> int:
    """Spread products, added up, as a checksum."""
    ones = (total & _ONES).to_bytes(_SLOT // 8 * _PRODUCT, "big")
    product = int(ones.hex()[_SLOT // 4 - 1 :: _SLOT // 4], 2)
    return product >> 31 ^ _times(product & (_ONE - 1), 1)


@lru_cache(maxsize=8192)
def _power_of_bytes(size: int) -> int:
    return _power(8 * size)


def _sums(products: list[int]) -> tuple[int, ...]:
    """The sums of all subsets of four products, in the order of the subsets' bits."""
    sums = [0]
    for product in products:
        sums += [product ^ other for other in sums]
    return tuple(sums)


def _times_x(factor: int) -> int:
    return factor >> 1 ^ (_POLYNOMIAL if factor & 1 else 0)


def _times(one: int, other: int) -> int:
    product = 0
    for bit in reversed(range(32)):
        if one >> bit & 1:
            product ^= other
        other = _times_x(other)
    return product


@cache
def _square(number: int) -> int:
    """The power of x to 2 to the power of `number`."""
    return _ONE >> 1 if number == 0 else _times(_square(number - 1), _square(number - 1))


def _power(exponent: int) -> int:
    """The power of x to `exponent`."""
    result = _ONE
    for number in range(exponent.bit_length()):
        if exponent >> number & 1:
            result = _times(result, _square(number))
    return result
