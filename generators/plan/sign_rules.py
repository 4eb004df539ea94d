"""What the rules forbid and fix about signs, each with its article: names, flags, emblem, counts, letters.

The articles are those of the facts, signage 1–4 and 8. What a finished page shows is checked in `signs/emblem_use.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generators.model.sign import Place, Process, Sign, Subject
from generators.plan.kinds import FOLDER, sign_kinds
from generators.plan.theme import sign_theme
from generators.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generators.content.draft import Draft
    from generators.model.sign import SignKind
    from generators.model.theme import SignTheme
    from generators.plan.signs import PlannedSign


class SignRule(NamedTuple):
    """A rule of signs."""

    name: str
    article: str
    """Where it is written, or who practises it."""

    def __str__(self) -> str:
        """`党徽颜色（党徽党旗条例第五条）`, as a problem names it."""
        return f"{self.name}（{self.article}）"


EMBLEM_COLOUR = SignRule("党徽颜色", "党徽党旗条例第五条：一般用金黄色或者红色")
EMBLEM_PLACE = SignRule("党徽使用场合", "党徽党旗条例：不得用于私人场所的标识物")
LETTER_HEIGHT = SignRule("字高与视距", "最小字高不小于视距的1/250")
BLEED = SignRule("出血", "裁切成品不少于3毫米，UV直喷不少于5毫米")
PROCESS = SignRule("工艺", "交制作单位的几种工艺可以互换，办公打印、电子屏与它们不能互换")
PLATE_COUNT = SignRule("减牌数量", "村级减负：门口、室内各不超过4块，以当地实施办法为准")

MOST_PLATES = 4
"""So many plates of the organisation at the gate, and so many inside (facts, signage 2; one source)."""
_LEAST_BLEED = {Process.TRIMMED: 3.0, Process.UV: 5.0}
_SHOP = {Process.TRIMMED, Process.UV, Process.PHOTO, Process.SPRAYED}
_COLOURS = {"party-red": ("#ED2C25", (0, 100, 100, 0)), "party-gold": ("#FDCF30", (0, 12, 90, 0))}
_PRIVATE = {Subject.HOUSEHOLD}
_ORIENTATION = {
    Subject.ROOM,
    Subject.WINDOW,
    Subject.SIGNPOST,
    Subject.FLOOR,
    Subject.FLOOR_PLAN,
    Subject.MODEL_POST,
    Subject.HOUSEHOLD,
    Subject.AREA,
    Subject.STAR,
}
"""Doors, windows and ways, and what people are given: the limits are meant for plates and boards of organisations."""
_COUNTED = (Place.GATE, Place.INSIDE)
_EMBLEM_OR_FLAG = re.compile(r"\b(?:emblem|flag)\(")
_EMBLEM = re.compile(r'\bemblem\(\s*"([^"]+)"')


@dataclass(frozen=True)
class Flag:
    """A Party flag of one of the five common sizes (党徽党旗条例第八条 and its annex); lengths in mm."""

    number: int
    length: float
    width: float

    @property
    def unit(self) -> float:
        """A square of the construction: the flag is 36 long and 24 high."""
        return self.length / 36

    @property
    def emblem_side(self) -> float:
        """The emblem's square has 8 × 8 units."""
        return 8 * self.unit

    @property
    def emblem_corner(self) -> tuple[float, float]:
        """The square's top left corner, from the flag's at the staff: 4 units right, 3 down."""
        return 4 * self.unit, 3 * self.unit

    @property
    def emblem_centre(self) -> tuple[float, float]:
        """The emblem's centre, from the flag's top left corner."""
        return 8 * self.unit, 7 * self.unit


FLAGS: Mapping[int, Flag] = {
    number: Flag(number, length, length * 2 / 3)
    for number, length in {1: 2880.0, 2: 2400.0, 3: 1920.0, 4: 1440.0, 5: 960.0}.items()
}
"""The five common sizes by number; all are 3 : 2."""


def least_letter_mm(viewing_m: float) -> float:
    """The least letter height for a viewing distance: a 250th of it."""
    return viewing_m * 1000 / 250


def check_sign_rules(draft: Draft) -> Iterator[Problem]:
    """Every rule that signs and templates can break; `checks/branches.py` sees to the names on them."""
    yield from theme_problems(sign_theme())
    kinds = sign_kinds()
    for kind in kinds.values():
        yield from kind_problems(kind, (FOLDER / kind.id / "sign.html.j2").read_text(encoding="utf-8"))
    for sign in draft.of(Sign).values():
        if sign.kind in kinds:
            for loc, rule, what in sign_faults(sign, kinds[sign.kind]):
                yield draft.problem(sign, (loc,), what, str(rule))


def theme_problems(theme: SignTheme, shown: str = "templates/signs/theme.yml") -> Iterator[Problem]:
    """The emblem's and the flag's colours are fixed; a theme changes all others."""
    for name, (screen, inks) in _COLOURS.items():
        colour = theme.inks[name]
        if colour.rgb.upper() != screen or tuple(colour.cmyk) != inks:
            what = f"「{name}」改成了 {colour.rgb}，应为 {screen}，油墨 {'/'.join(map(str, inks))}"
            yield Problem(shown, 0, 0, what, str(EMBLEM_COLOUR))


def kind_problems(kind: SignKind, template: str) -> Iterator[Problem]:
    """Bleed by process, and the emblem in its own inks only."""
    folder = f"templates/signs/{kind.id}"
    least = _LEAST_BLEED.get(kind.process, 0.0)
    if kind.bleed_mm < least:
        yield Problem(f"{folder}/kind.yml", 0, 0, f"出血 {kind.bleed_mm:g} 毫米太少", str(BLEED))
    for ink in _EMBLEM.findall(template):
        if ink not in _COLOURS:
            yield Problem(f"{folder}/sign.html.j2", 0, 0, f"党徽用了「{ink}」", str(EMBLEM_COLOUR))


def sign_faults(sign: Sign, kind: SignKind) -> Iterator[tuple[str, SignRule, str]]:
    """The key at fault, the rule and what is wrong, for a sign of this kind."""
    least = least_letter_mm(sign.viewing_m)
    if kind.process is not Process.SCREEN and kind.min_letter_mm < least:
        what = (
            f"视距 {sign.viewing_m:g} 米，字高至少 {least:g} 毫米，而式样「{kind.id}」最小 {kind.min_letter_mm:g} 毫米"
        )
        yield "viewing_m", LETTER_HEIGHT, what
    process = sign.process or kind.process
    if process is not kind.process and not {process, kind.process} <= _SHOP:
        what = f"式样「{kind.id}」是「{kind.process}」，不能改成「{process}」"
        yield "process", PROCESS, what
    elif kind.bleed_mm < _LEAST_BLEED.get(process, 0.0):
        yield "process", BLEED, f"式样「{kind.id}」的出血只有 {kind.bleed_mm:g} 毫米"
    template = (FOLDER / kind.id / "sign.html.j2").read_text(encoding="utf-8")
    if sign.subject in _PRIVATE and _EMBLEM_OR_FLAG.search(template):
        yield "kind", EMBLEM_PLACE, f"挂在党员家门口的牌不能有党徽、党旗，而式样「{kind.id}」有"


def within_limits(signs: Iterable[PlannedSign]) -> tuple[list[PlannedSign], list[tuple[PlannedSign, str]]]:
    """The signs that may hang where signs are spared, and those beyond the limit with the reason."""
    kept, over = [], []
    hung = dict.fromkeys(_COUNTED, 0)
    for planned in signs:
        place = planned.sign.place
        if counts(planned):
            if hung[place] + planned.sign.quantity > MOST_PLATES:
                over.append((planned, f"{place.value}已有 {hung[place]} 块：{PLATE_COUNT}"))
                continue
            hung[place] += planned.sign.quantity
        kept.append(planned)
    return kept, over


def counts(planned: PlannedSign) -> bool:
    """Whether a sign counts where signs are spared: not what shows the way, nor what the public must know."""
    sign = planned.sign
    return sign.place in _COUNTED and sign.subject not in _ORIENTATION and not sign.public_notice


def counted(signs: Iterable[PlannedSign]) -> str:
    """`计入减牌的：门口 1 块，室内 5 块，超过各 4 块的上限，请核减（……）`."""
    hung = dict.fromkeys(_COUNTED, 0)
    for planned in signs:
        if counts(planned):
            hung[planned.sign.place] += planned.sign.quantity
    places = "，".join(f"{place.value} {count} 块" for place, count in hung.items())
    verdict = "超过" if max(hung.values()) > MOST_PLATES else "不超过"
    ask = "，请核减" if verdict == "超过" else ""
    return f"计入减牌的：{places}，{verdict}各 {MOST_PLATES} 块的上限{ask}（以当地实施办法为准）"
