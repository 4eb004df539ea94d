from __future__ import annotations

import pytest

from generators.problems import ZhibuError
from generators.signs.qr import QUIET, qr_modules, qr_path

ADDRESS = "https://zhibu.example.cn/rules/three-meetings.html"


def the_version_grows_with_the_address() -> None:
    assert [len(qr_modules("x" * n)) for n in (14, 15, 26, 42, 62, 84, 106)] == [21, 25, 25, 29, 33, 37, 41]


def the_code_of_one_letter_is_as_other_encoders_make_it() -> None:
    rows = ["".join("10"[not dark] for dark in line) for line in qr_modules("a")]
    assert rows[0][:8] == rows[6][:8] == "11111110"
    assert rows[6][8:13] == "10101"
    assert rows[13][8] == "1"
    word = "".join(rows[8][n] for n in (0, 1, 2, 3, 4, 5, 7, 8)) + "".join(rows[n][8] for n in (7, 5, 4, 3, 2, 1, 0))
    rest = int(word, 2) ^ 0x5412
    for bit in range(14, 9, -1):
        rest ^= (0x537 << (bit - 10)) * (rest >> bit & 1)
    assert rest == 0
    assert (int(word, 2) ^ 0x5412) >> 13 == 0


def an_address_too_long_is_refused() -> None:
    with pytest.raises(ZhibuError, match="网址太长"):
        qr_modules("x" * 107)


def the_path_draws_every_dark_module() -> None:
    modules = qr_modules(ADDRESS)
    path = qr_path(modules)
    assert path.startswith(f"M{QUIET},{QUIET}h7v1h-7z")
    lengths = [int(run.split("h")[1].split("v")[0]) for run in path.split("M")[1:]]
    assert sum(lengths) == sum(map(sum, modules))
