"""CRC-32 of a whole from the CRC-32 of its parts, so that what was compiled once need not be read again.

The checksum of A followed by B is that of A, multiplied by x to the power of B's bits, plus that of B, all modulo the
polynomial of CRC-32 (RFC 1952, 8). Multiplying by a constant is linear: a table for every four bits of the factor.
"""

from __future__ import annotations

from functools import cache, lru_cache

_POLYNOMIAL = 0xEDB88320
"""Of CRC-32, with the bits reversed: the highest bit stands for 1, the next for x."""
_ONE = 1 << 31

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
