from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.content.load import read_noun
from generators.model.theme import TEXT_ON, SignTheme
from generators.plan.kinds import FOLDER
from generators.problems import ContentError

if TYPE_CHECKING:
    from pathlib import Path

RED = 'panel-red: {cmyk: [5, 100, 100, 10], rgb: "#C8161D"}'


def theme(folder: Path, *changes: tuple[str, str]) -> SignTheme:
    text = (FOLDER / "theme.yml").read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    (folder / "theme.yml").write_text(text, encoding="utf-8")
    return read_noun(folder / "theme.yml", SignTheme, name="theme", shown="templates/signs/theme.yml")


def problems(folder: Path, *changes: tuple[str, str]) -> list[str]:
    with pytest.raises(ContentError) as caught:
        theme(folder, *changes)
    return [str(problem) for problem in caught.value.problems]


def line_of(word: str) -> int:
    lines = (FOLDER / "theme.yml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if line.strip().startswith(word))


def a_pale_red_cannot_be_read_though_nobody_lists_the_pair(tmp_path: Path) -> None:
    found = problems(tmp_path, (RED, 'panel-red: {cmyk: [0, 20, 15, 0], rgb: "#FFCCCC"}'))
    place = f"templates/signs/theme.yml:{line_of('panel-red')}:14: "
    assert all(problem.startswith(place) for problem in found)
    for ground in TEXT_ON["panel-red"]:
        assert any(f"「panel-red」写在「{ground}」上看不清：屏幕上（rgb）对比度" in problem for problem in found)
    assert any("「white」写在「panel-red」上看不清：印出来（cmyk）对比度" in problem for problem in found)


def test_inks_that_print_pale_are_refused_whatever_the_screen_shows(tmp_path: Path) -> None:
    found = problems(tmp_path, (RED, 'panel-red: {cmyk: [0, 5, 5, 0], rgb: "#C8161D"}'))
    assert any("的 cmyk 印出来约是 #FE" in problem and "不是一种颜色" in problem for problem in found)
    assert any("「white」写在「panel-red」上看不清：印出来（cmyk）对比度 1." in problem for problem in found)
    assert not any("屏幕上" in problem for problem in found)


def test_another_colour_that_is_dark_enough_is_taken_and_so_is_its_tint(tmp_path: Path) -> None:
    green = theme(tmp_path, (RED, 'panel-red: {cmyk: [85, 0, 90, 40], rgb: "#0A6B2E"}'))
    blush = green.inks["blush"]
    assert blush.cmyk[0] > blush.cmyk[1] == blush.cmyk[3] == 0
    red, seen, _ = blush.on_screen
    assert red < seen
    own = theme(tmp_path, (RED, f'{RED}\n  blush: {{cmyk: [0, 7, 6, 0], rgb: "#FDF0EE"}}'))
    assert own.inks["blush"].rgb == "#FDF0EE"


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("{text: hairline, ground: white}", "「hairline」写在「white」上看不清"),
        ("{text: gold, ground: white}", "pairs 里的「gold」不在 inks 里"),
    ],
)
def a_pair_of_ones_own_is_checked_as_well(tmp_path: Path, pair: str, said: str) -> None:
    first = problems(tmp_path, ("radius_mm: 0", f"radius_mm: 0\npairs:\n  - {pair}"))[0]
    assert said in first
    assert first.startswith(f"templates/signs/theme.yml:{line_of('radius_mm') + 2}:")


def test_a_missing_ink_is_named(tmp_path: Path) -> None:
    assert any("inks 里缺少颜色：plate-blue" in problem for problem in problems(tmp_path, ("plate-blue", "door-blue")))


@pytest.mark.parametrize(
    ("cmyk", "shown"),
    [((0, 100, 100, 0), (237, 28, 36)), ((100, 0, 100, 0), (0, 166, 81)), ((0, 0, 0, 100), (35, 31, 32))],
)
def test_solids_are_seen_as_programs_show_them(
    tmp_path: Path, cmyk: tuple[float, ...], shown: tuple[float, ...]
) -> None:
    ink = theme(tmp_path).inks["white"].model_copy(update={"cmyk": cmyk})
    assert ink.in_print == pytest.approx(shown)
