from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.model.sign import Place, Process
from generators.model.theme import InkColour
from generators.plan import sign_rules
from generators.plan.kinds import FOLDER, sign_kinds
from generators.plan.sign_rules import (
    BLEED,
    EMBLEM_COLOUR,
    EMBLEM_PLACE,
    FLAGS,
    LETTER_HEIGHT,
    PROCESS,
    SignRule,
    kind_problems,
    least_letter_mm,
    sign_faults,
    theme_problems,
    within_limits,
)
from generators.plan.signs import PlannedSign, plan_signs
from generators.plan.theme import sign_theme

if TYPE_CHECKING:
    from pathlib import Path

    from generators.model.library import Library


@pytest.mark.parametrize(
    ("number", "length", "width", "side", "left", "top", "centre"),
    [
        (1, 2880, 1920, 640, 320, 240, (640, 560)),
        (2, 2400, 1600, 533.3, 266.7, 200, (533.3, 466.7)),
        (3, 1920, 1280, 426.7, 213.3, 160, (426.7, 373.3)),
        (4, 1440, 960, 320, 160, 120, (320, 280)),
        (5, 960, 640, 213.3, 106.7, 80, (213.3, 186.7)),
    ],
)
def every_flag_is_as_the_annex_has_it(number: int, length: float, width: float, side: float, left: float, top: float, centre: tuple[float, float]) -> None:  # fmt: skip
    flag = FLAGS[number]
    assert (flag.length, flag.width) == (length, width)
    assert flag.length * 2 == flag.width * 3
    assert flag.emblem_side == pytest.approx(side, abs=0.05)
    assert flag.emblem_corner == pytest.approx((left, top), abs=0.05)
    assert flag.emblem_centre == pytest.approx(centre, abs=0.05)


def test_our_own_signs_break_no_rule(library: Library) -> None:
    assert not list(theme_problems(sign_theme()))
    for kind in sign_kinds().values():
        assert not list(kind_problems(kind, (FOLDER / kind.id / "sign.html.j2").read_text(encoding="utf-8")))
    for sign in library.sign.values():
        assert not list(sign_faults(sign, sign_kinds()[sign.kind])), sign.id


def test_another_colour_for_the_emblem_is_a_problem_with_its_article() -> None:
    inks = {**sign_theme().inks, "party-gold": InkColour(cmyk=(0, 20, 60, 20), rgb="#C9A063")}
    [problem] = theme_problems(sign_theme().model_copy(update={"inks": inks}))
    assert problem.fix == str(EMBLEM_COLOUR)
    assert "党徽党旗条例第五条" in str(problem)
    [other] = kind_problems(sign_kinds()["rule-board"], '{{ emblem("plate-blue", 20) }}')
    assert other.fix == str(EMBLEM_COLOUR)


@pytest.mark.parametrize(("process", "bleed"), [(Process.TRIMMED, 2), (Process.UV, 4)])
def test_too_little_bleed_is_a_problem(process: Process, bleed: float) -> None:
    kind = sign_kinds()["rule-board"].model_copy(update={"process": process, "bleed_mm": bleed})
    assert [problem.fix for problem in kind_problems(kind, "")] == [str(BLEED)]


def test_letters_grow_with_the_distance(library: Library) -> None:
    assert least_letter_mm(2) == 8
    sign = next(s for s in library.sign.values() if s.kind == "rule-board")
    far = sign.model_copy(update={"viewing_m": 10})
    [(key, rule, what)] = sign_faults(far, sign_kinds()["rule-board"])
    assert (key, rule) == ("viewing_m", LETTER_HEIGHT)
    assert "字高至少 40 毫米" in what


def no_emblem_goes_to_a_private_door(library: Library) -> None:
    sign = next(s for s in library.sign.values() if s.kind == "household-plate")
    [(_, rule, _)] = sign_faults(sign, sign_kinds()["rule-board"].model_copy(update={"min_letter_mm": 60}))
    assert rule == EMBLEM_PLACE


def no_flag_goes_there_either(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sign = next(s for s in library.sign.values() if s.kind == "household-plate")
    kind = sign_kinds()["household-plate"]
    (tmp_path / kind.id).mkdir()
    (tmp_path / kind.id / "sign.html.j2").write_text("{{ flag(60) }}", encoding="utf-8")
    monkeypatch.setattr(sign_rules, "FOLDER", tmp_path)
    assert [rule for _, rule, _ in sign_faults(sign, kind)] == [EMBLEM_PLACE]


def test_where_signs_are_spared_four_hang_at_the_gate(library: Library) -> None:
    branch = library.branch["example-village"]
    plate = next(p for p in plan_signs(library, branch).signs if p.sign.place is Place.GATE)
    assert isinstance(plate, PlannedSign)
    kept, over = within_limits([plate] * 5)
    assert len(kept) == 4
    [(_, reason)] = over
    assert reason.startswith("门口已有 4 块：减牌数量（村级减负：")
    for village in (library.branch["example-village"],):
        assert not [left for left in plan_signs(library, village).left_out if "减牌数量" in left.reason]


@pytest.mark.parametrize(
    ("kind", "process", "rule"),
    [("rule-board", Process.PHOTO, None), ("desk-plate", Process.UV, BLEED), ("screen-page", Process.UV, PROCESS)],
)
def a_sign_may_change_its_process_but_not_its_nature(
    library: Library, kind: str, process: Process, rule: SignRule | None
) -> None:
    sign = next(s for s in library.sign.values() if s.kind == kind).model_copy(update={"process": process})
    assert [(key, broken) for key, broken, _ in sign_faults(sign, sign_kinds()[kind])] == (
        [("process", rule)] if rule else []
    )
