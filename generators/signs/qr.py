"""QR codes (ISO/IEC 18004) of short web addresses: bytes, error correction M, versions 1 to 6."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from generators.problems import ZhibuError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

QUIET = 4
"""Modules left free on each side."""
_BLOCKS = {1: (10, 16, 1), 2: (16, 28, 1), 3: (26, 44, 1), 4: (18, 32, 2), 5: (24, 43, 2), 6: (16, 27, 4)}
"""Version → correction bytes a block, content bytes a block, blocks (table 9, level M)."""
_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda r, c: (r + c) % 2 == 0,
    lambda r, _: r % 2 == 0,
    lambda _, c: c % 3 == 0,
    lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0,
    lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
)
Modules = list[list[bool | None]]


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The code's rows, true where dark, without the quiet zone.

    Raises:
        ZhibuError: The text is longer than 106 bytes.
    """
    content = text.encode()
    version = next((v for v, (_, size, blocks) in _BLOCKS.items() if len(content) + 2 <= size * blocks), None)
    if version is None:
        raise ZhibuError(f"网址太长，二维码印不清：「{text}」")
    bits = [int(bit) for byte in _codewords(content, version) for bit in f"{byte:08b}"]
    tries = [_drawn(version, bits, number) for number in range(len(_MASKS))]
    return min(tries, key=_penalty)


def qr_path(modules: Sequence[Sequence[bool]]) -> str:
    """The dark modules as an SVG path; one unit is a module, the quiet zone included."""
    runs = []
    for row, line in enumerate(modules):
        start = None
        for column, dark in enumerate((*line, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                runs.append(f"M{start + QUIET},{row + QUIET}h{column - start}v1h-{column - start}z")
                start = None
    return "".join(runs)


def _codewords(content: bytes, version: int) -> list[int]:
    """Content and correction bytes of all blocks, interleaved."""
    correction, size, blocks = _BLOCKS[version]
    packed = int.from_bytes(bytes([len(content)]) + content) << 4 | 0b0100 << (8 * (len(content) + 1) + 4)
    stream = list(packed.to_bytes(len(content) + 2))
    pads = size * blocks - len(stream)
    stream += [(0xEC, 0x11)[n % 2] for n in range(pads)]
    parts = [stream[n * size : (n + 1) * size] for n in range(blocks)]
    checks = [_remainder(part, correction) for part in parts]
    return [part[n] for n in range(size) for part in parts] + [c[n] for n in range(correction) for c in checks]


def _times(one: int, other: int) -> int:
    """The product in the field of 256 elements with the polynomial 0x11D."""
    product_ = 0
    for bit in range(8):
        if other >> bit & 1:
            product_ ^= one << bit
    for bit in range(14, 7, -1):
        if product_ >> bit & 1:
            product_ ^= 0x11D << (bit - 8)
    return product_


def _remainder(part: Sequence[int], size: int) -> list[int]:
    """The correction bytes: what is left of the content after division by the generator polynomial."""
    generator, root = [1], 1
    for _ in range(size):
        generator = [a ^ _times(b, root) for a, b in zip([*generator, 0], [0, *generator], strict=True)]
        root = _times(root, 2)
    rest = [*part, *[0] * size]
    for at in range(len(part)):
        factor = rest[at]
        for n, share in enumerate(generator):
            rest[at + n] ^= _times(share, factor)
    return rest[-size:]


def _drawn(version: int, bits: Sequence[int], mask: int) -> tuple[tuple[bool, ...], ...]:
    side = 17 + 4 * version
    modules: Modules = [[None] * side for _ in range(side)]
    _patterns(modules, version)
    _format(modules, mask)
    for n, (row, column) in enumerate(_way(modules)):
        dark = bool(bits[n]) if n < len(bits) else False
        modules[row][column] = dark != _MASKS[mask](row, column)
    return tuple(tuple(map(bool, line)) for line in modules)


def _patterns(modules: Modules, version: int) -> None:
    side = len(modules)
    for top, left in ((0, 0), (0, side - 7), (side - 7, 0)):
        for row, column in product(range(-1, 8), repeat=2):
            if 0 <= top + row < side and 0 <= left + column < side:
                ring = max(abs(row - 3), abs(column - 3))
                modules[top + row][left + column] = ring in {0, 1, 3}
    if version > 1:
        for row, column in product(range(-2, 3), repeat=2):
            modules[side - 7 + row][side - 7 + column] = max(abs(row), abs(column)) != 1
    for n in range(8, side - 8):
        modules[6][n] = modules[n][6] = n % 2 == 0


def _format(modules: Modules, mask: int) -> None:
    """The two copies of level (M is 00) and mask, with their check bits (8.9)."""
    side, rest = len(modules), mask << 10
    for bit in range(14, 9, -1):
        if rest >> bit & 1:
            rest ^= 0x537 << (bit - 10)
    word = (mask << 10 | rest) ^ 0x5412
    for n in range(15):
        dark = bool(word >> n & 1)
        near = n if n < 6 else n + 1 if n < 8 else side - 15 + n
        modules[near][8] = dark
        modules[8][side - 1 - n if n < 8 else 15 - n if n == 8 else 14 - n] = dark
    modules[side - 8][8] = True


def _way(modules: Modules) -> Iterator[tuple[int, int]]:
    """The free modules in the order of the bits: pairs of columns from the right, up and down in turn."""
    side = len(modules)
    free = [[module is None for module in line] for line in modules]
    upwards = True
    for right in (*range(side - 1, 6, -2), *range(5, 0, -2)):
        for row in range(side - 1, -1, -1) if upwards else range(side):
            for column in (right, right - 1):
                if free[row][column]:
                    yield row, column
        upwards = not upwards


def _penalty(modules: tuple[tuple[bool, ...], ...]) -> int:
    """How hard the code is to read (8.8.2): runs, squares, look-alikes of the corners, imbalance."""
    side = len(modules)
    lines = ["".join("10"[not dark] for dark in line) for line in (*modules, *zip(*modules, strict=True))]
    points = sum(_runs(line) for line in lines)
    points += 40 * sum(
        line[at : at + 11] in {"10111010000", "00001011101"} for line in lines for at in range(side - 10)
    )
    points += 3 * sum(
        modules[r][c] == modules[r + 1][c] == modules[r][c + 1] == modules[r + 1][c + 1]
        for r, c in product(range(side - 1), repeat=2)
    )
    dark = sum(map(sum, modules))
    return points + 10 * int(abs(dark * 20 / side**2 - 10))


def _runs(line: str) -> int:
    return sum(len(run) - 2 for kind in "01" for run in line.split("10"[int(kind)]) if len(run) >= 5)
