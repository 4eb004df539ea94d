"""Short texts in large letters: the lines they are broken into, and the height at which these fill a space."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from math import inf
from typing import TYPE_CHECKING

from generators.typeset.fonts import Face, advance

if TYPE_CHECKING:
    from collections.abc import Sequence

LEADING = 1.35
"""From one line to the next, em."""
_COMPOUNDS = (
    r"(?:经济技术|高新技术(?:产业)?|经济|示范)?开发区|(?:高新技术产业|工业|产业|科技)园区?|自治[区州县旗]|人民政府|办事处"
    r"|(?:[村居]民|管理|工作|监督)?委员会|(?:股份|集团)?有限(?:责任)?公司|集团公司|分公司|合作社|研究[院所]|事务所|项目部"
    r"|服务(?:大厅|中心|窗口|站|企业)?|直属机关|机关|联合|综合|街道|社区|中心|经济|技术|农业农村|农村|生态环境|生态|环境|保护"
    r"|自然资源|城乡建设|城市|住房|建设|人力资源|社会保障|社会|市场|监督|管理|行政|执法|应急|交通|运输|水利|文化|旅游"
    r"|体育|卫生|健康|教育|科学|科技|产业|工业|信息化|退役军人|事务|医疗|投资|促进|发展|改革|财政|税务|公安|司法|民政"
    r"|审计|统计|信访|物业|商务|企业|事业|学校|大学|学院|医院|[大中支]队"
)
_PIECES = re.compile(
    r"^中国共产党|^中共|(?:第[零一二三四五六七八九十百\d]+)?(?:党?总支部?|党?支部)(?:委员会)?$"
    r"|(?:办公|活动|会议|阅览|接待|调解|档案|图书|值班|谈心)室$"
    rf"|[（《〈「『“‘(]*(?:{_COMPOUNDS}|第[零一二三四五六七八九十百\d]+|[0-9A-Za-z.'’·\-/]+|.)[）》〉」』”’)、，。；：！？·…—]*"
)
"""What stays on one line: the Party's name, what the organisation or the room is, compounds of which names of units are
made, numbers and words, marks with their character."""
_STARTS = re.compile(_COMPOUNDS)
_ENDS = re.compile(rf"(?:{_COMPOUNDS})$")
_BLANKS = re.compile(r"[ \t\r\n]+")
_SEAM, _AFTER_PLACE, _AT_COMPOUND, _ANYWHERE = 1.0, 1.4, 1.5, 1.7
"""How much longer a line may seem than it is, by where the break stands: lower is better."""
_PLACES = "省市县区镇乡村道局委办司团院校室站所厂会部系处科组"
_FEWEST = 2
"""A character alone on its line is an orphan."""
_TRACKING = {2: 0.6, 3: 0.3, 4: 0.12}
"""Characters of a short line → space between them, em, as plate makers set it."""


@dataclass(frozen=True)
class TextBlock:
    """A text broken into lines that fit a space."""

    lines: tuple[str, ...]
    letter: float
    """Height of the letters, mm."""
    tracking: float = 0.0
    """Space between the characters, em; it also follows the last one."""

    @property
    def height(self) -> float:
        """From the top of the first letters to the foot of the last, mm."""
        return self.letter * _high(len(self.lines)) if self.lines else 0.0


@lru_cache(maxsize=1024)
def block(  # noqa: PLR0913 # a space has a width, a height and two distances
    text: str,
    width: float,
    height: float,
    *,
    at_least: float,
    at_most: float,
    face: Face = Face.HEI_BOLD,
    most_lines: int = 3,
    across: float = 0.0,
    down: float = 0.0,
    worth: float = 1.15,
) -> TextBlock | None:
    """The largest setting of `text` in `width` × `height` mm, or None if its letters would be lower than `at_least`.

    `across` and `down` are what is kept clear beside and above the lines, in em: the emblem stands off by the height
    of a letter (facts, signage 4). One more line must make the letters `worth` times as large, and larger
    still where it breaks the sense, or large enough at all. A name breaks after 中国共产党 and before 支部委员会 rather
    than within. An empty text takes no lines.
    """
    if not text:
        return TextBlock((), at_least)
    pieces = _PIECES.findall(_BLANKS.sub(" ", text).strip())
    tracking = _TRACKING.get(len(text), 0.0) if text.isalpha() and not text.isascii() else 0.0
    best: TextBlock | None = None
    needed = 0.0
    for count in range(1, min(most_lines, len(pieces)) + 1):
        lines, strain = _broken(pieces, count, face)
        if count > 1 and min(map(len, lines)) < _FEWEST:
            continue
        spaced = tracking if count == 1 else 0.0
        widest = max(advance(face, line) for line in lines) + spaced * (len(text) - 1)
        letter = min(at_most, width / (widest + across), height / (_high(count) + down))
        if best is None or letter / (1 + strain) > needed or best.letter < at_least <= letter:
            best = TextBlock(lines, int(letter * 10) / 10, spaced)
            needed = letter / (1 + strain) * worth
    return best if best and best.letter >= at_least else None


def in_two(text: str) -> tuple[str, str]:
    """A name in two parts, as even as the seams of its sense allow: for a plate with two columns."""
    (first, second), _ = _broken(_PIECES.findall("".join(text.split())), 2, Face.SONG_BLACK)
    return first, second


def _high(lines: int) -> float:
    return 1 + (lines - 1) * LEADING


def _broken(pieces: Sequence[str], count: int, face: Face) -> tuple[tuple[str, ...], float]:
    """The pieces in so many lines, the longest as short as can be and broken where the sense breaks; and the strain."""
    ends = (0.0, *accumulate(advance(face, piece) for piece in pieces))
    best: tuple[str, ...] = ()
    least = (inf, 0)
    for inner in combinations(range(1, len(pieces)), count - 1):
        cuts = tuple(pairwise((0, *inner, len(pieces))))
        widest = max(ends[b] - ends[a] for a, b in cuts)
        if widest <= least[0]:
            lines = tuple("".join(pieces[a:b]) for a, b in cuts)
            cost = (widest * _strain(lines), _unevenness(lines))
            if cost < least:
                best, least = lines, cost
    return tuple(line.strip() for line in best), _strain(best)


def _strain(lines: Sequence[str]) -> float:
    """How much the worst break hurts; a character alone on its line hurts most."""
    if len(lines) > 1 and min(len(line.strip()) for line in lines) < _FEWEST:
        return 3.0
    return max((_break_strain(before, after) for before, after in pairwise(lines)), default=_SEAM)


def _break_strain(before: str, after: str) -> float:
    whole = before in {"中国共产党", "中共"} or _PIECES.fullmatch(after)
    if whole or before[-1] in "）)、，； 　" or after[0] in " 　":
        return _SEAM
    if after[0] in _PLACES and not _STARTS.match(after):
        return _ANYWHERE
    if before[-1] in _PLACES or after[0] in "（(":
        return _AFTER_PLACE
    return _AT_COMPOUND if _STARTS.match(after) or _ENDS.search(before) else _ANYWHERE


def _unevenness(lines: Sequence[str]) -> int:
    return max(map(len, lines)) - min(map(len, lines))
