from __future__ import annotations

import re

import pytest

from generators.plan.kinds import FOLDER, sign_kinds

MOST_BYTES = 40_000


@pytest.mark.parametrize("kind", sign_kinds())
def every_readme_shows_a_picture_of_its_example(kind: str) -> None:
    readme = (FOLDER / kind / "README.md").read_text(encoding="utf-8")
    [picture] = re.findall(r"!\[[^\]]+样例\]\(([^)]+)\)", readme)
    content = (FOLDER / kind / picture).read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(content) <= MOST_BYTES
