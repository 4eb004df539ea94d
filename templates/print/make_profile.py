"""Make printing.icc, the small output profile that every sign's PDF carries, from source.icc.

source.icc is `CGATS001Compat-v2-micro` of Compact-ICC-Profiles (CC0): only the way from CMYK to Lab. PDF/X-4
wants an output profile (class prtr), which also knows the way back. That way is found here by trying: for each Lab
colour of a coarse grid, the inks that come nearest, with black rather than three colours where both would do.

Run from the repository: `.venv/bin/python templates/print/make_profile.py`. Needs Pillow, like the tests.
"""

from __future__ import annotations

import struct
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image, ImageCms

HERE = Path(__file__).parent
GRID = 9
SHARES = [round(step * 255 / 10) for step in range(11)]
BLACKS = [0, 51, 102, 153, 204, 255]
BLACK_IS_WORTH = 0.012
"""How much farther, in ΔE for each step of ink saved, a colour may be."""


def candidates(source: bytes) -> list[tuple[tuple[float, float, float], tuple[int, ...], float]]:
    """Lab, inks and what the inks cost, for a coarse set of all inks."""
    inks = list(product(SHARES, SHARES, SHARES, BLACKS))
    image = Image.frombytes("CMYK", (len(inks), 1), bytes(value for ink in inks for value in ink))
    way = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(BytesIO(source)), ImageCms.createProfile("LAB"), "CMYK", "LAB", 1
    )
    lab = ImageCms.applyTransform(image, way).tobytes()
    signed = [value - 256 if value > 127 else value for value in lab]
    return [
        ((lab[3 * n] / 2.55, float(signed[3 * n + 1]), float(signed[3 * n + 2])), ink, sum(ink) * BLACK_IS_WORTH)
        for n, ink in enumerate(inks)
    ]


def way_back(source: bytes) -> bytes:
    """Tag B2A0 as lut16Type (ICC.1:2001-04, 6.5.10): Lab to inks."""
    known = candidates(source)
    table = []
    for lightness, a, b in product(range(GRID), repeat=3):
        wanted = lightness * 100 / (GRID - 1), a * 255 / (GRID - 1) - 128, b * 255 / (GRID - 1) - 128
        best = min(
            known, key=lambda one: sum((x - y) ** 2 for x, y in zip(one[0], wanted, strict=True)) ** 0.5 + one[2]
        )
        table += [share * 257 for share in best[1]]
    straight = struct.pack(">2H", 0, 65535)
    head = struct.pack(">4s4xBBBx9i2H", b"mft2", 3, 4, GRID, *(65536 if n % 4 == 0 else 0 for n in range(9)), 2, 2)
    return head + straight * 3 + struct.pack(f">{len(table)}H", *table) + straight * 4


def profile(source: bytes) -> bytes:
    """The output profile: the source's own tables, and the way back."""
    count = struct.unpack(">I", source[128:132])[0]
    entries = [struct.unpack(">4sII", source[132 + 12 * n : 144 + 12 * n]) for n in range(count)]
    tags = {name: source[start : start + size] for name, start, size in entries}
    name = b"CGATS TR 001\0"
    tags[b"desc"] = b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(78)
    back = way_back(source)
    shared = {b"A2B0": tags[b"A2B0"], b"B2A0": back}
    order = [(b"desc", tags[b"desc"]), (b"cprt", tags[b"cprt"]), (b"wtpt", tags[b"wtpt"]), *shared.items()]
    alike = [(b"A2B1", b"A2B0"), (b"A2B2", b"A2B0"), (b"B2A1", b"B2A0"), (b"B2A2", b"B2A0"), (b"gamt", b"")]
    at, body, table, places = 128 + 4 + 12 * (len(order) + len(alike)), b"", b"", {}
    for tag, content in order:
        places[tag] = (at + len(body), len(content))
        table += struct.pack(">4sII", tag, *places[tag])
        body += content + bytes(-len(content) % 4)
    out = b"mft1" + bytes(4) + struct.pack(">BBBx9i", 3, 1, 2, *(65536 if n % 4 == 0 else 0 for n in range(9)))
    gamut = out + bytes(range(256)) * 3 + bytes(8) + bytes(range(256))
    places[b""] = (at + len(body), len(gamut))
    body += gamut
    for tag, same in alike:
        table += struct.pack(">4sII", tag, *places[same])
    head = bytearray(source[:128])
    head[12:16], head[4:8], head[24:36] = b"prtr", b"\0\0\0\0", struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    head[0:4] = struct.pack(">I", at + len(body))
    return bytes(head) + struct.pack(">I", len(order) + len(alike)) + table + body


if __name__ == "__main__":
    made = profile((HERE / "source.icc").read_bytes())
    (HERE / "printing.icc").write_bytes(made)
    print(f"printing.icc：{len(made)} 字节")
