"""What a branch's signs speak of: one subject, one sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generators.model.floor_plan import floor_title
from generators.model.procedure import Procedure
from generators.model.rule import Rule
from generators.model.sign import RoomSelection, Subject
from generators.plan.floor_views import views_of
from generators.plan.label_sheets import LabelSheet, label_piece, label_sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generators.model.branch import Branch, Member, Roster, VenueRoom
    from generators.model.library import Library
    from generators.model.official import OfficialText
    from generators.model.sign import Sign

_OFFICES = ("副书记", "组织委员", "宣传委员", "纪检委员", "统战委员", "青年委员", "保密委员")

_T = TypeVar("_T", Rule, Procedure)


class Named(NamedTuple):
    """A person on a plate: the post and the name; empty names are written by hand."""

    title: str
    """The post, such as 组织委员 or 党员先锋岗."""
    name: str = ""
    position: str = ""


@dataclass(frozen=True)
class Floor:
    """A floor with its rooms."""

    number: int
    rooms: tuple[VenueRoom, ...]

    @property
    def title(self) -> str:
        """`一层`, `地下一层`."""
        return floor_title(self.number)


class Star(NamedTuple):
    """The stars of a year."""

    year: int
    stars: int

    @property
    def title(self) -> str:
        """`2025年度五星`."""
        return f"{self.year}年度{'零一二三四五'[self.stars]}星"


class WorkYear(NamedTuple):
    """The year of an activity board."""

    year: int

    @property
    def title(self) -> str:
        """`2027年`."""
        return f"{self.year}年"


class Refused(NamedTuple):
    """A subject of which no sign may be made, and why."""

    title: str
    reason: str


SignSubject = object
"""A noun or one of the tuples above; each has a `title`, but None, which stands for the branch itself."""


def subjects_of(sign: Sign, library: Library, branch: Branch) -> Iterator[SignSubject | None]:
    """What the sign is made for, one by one; a `Refused` where something forbids it."""
    return iter(_FINDERS[sign.subject](sign, library, branch))


def _of_branch(_sign: Sign, _library: Library, _branch: Branch) -> Iterable[None]:
    return (None,)


def _rules(sign: Sign, library: Library, branch: Branch) -> Iterable[Rule]:
    return _chosen(library.rule, sign.rules, branch)


def _procedures(sign: Sign, library: Library, branch: Branch) -> Iterable[Procedure]:
    return _chosen(library.procedure, sign.procedures, branch)


def _officials(sign: Sign, library: Library, _branch: Branch) -> Iterator[OfficialText | Refused]:
    for text in [library.official[name] for name in sign.officials] or library.official.values():
        if text.may_be_hung:
            yield text
        elif text.lines:
            yield Refused(text.title, "原文还没有经两个人对照官方文本校对（compared），不能上墙")
        else:
            yield Refused(text.title, "还没有粘贴官方原文，不能用要点代替上墙")


def rooms_of(selection: RoomSelection, branch: Branch) -> Iterator[VenueRoom]:
    """The rooms that signs are made for, or hang in."""
    for room in branch.venue.rooms:
        special = room.secretary or room.meeting
        wanted = {
            RoomSelection.ALL: True,
            RoomSelection.SECRETARY: room.secretary,
            RoomSelection.MEETING: room.meeting,
            RoomSelection.OTHERS: not special,
        }
        if wanted[selection]:
            yield room


def floors_of(branch: Branch) -> tuple[Floor, ...]:
    """The floors on which the branch has rooms, the lowest first."""
    rooms = branch.venue.rooms
    return tuple(Floor(n, tuple(room for room in rooms if room.floor == n)) for n in sorted({r.floor for r in rooms}))


def _floors(_sign: Sign, _library: Library, branch: Branch) -> Iterator[Floor | Refused]:
    found = floors_of(branch)
    for floor in found:
        yield floor if len(found) > 1 else Refused(floor.title, "功能室都在这一层，不用楼层索引")


def officers_of(library: Library, branch: Branch) -> Iterator[Named]:
    """Whoever the roster says holds a post of the branch; the secretary is in the public profile."""
    yield Named("党支部书记", branch.secretary)
    for member in _members(library, branch):
        for post in _OFFICES:
            if member.position and post in member.position and member.name != branch.secretary:
                yield Named(post, member.name)


def _model_posts(_sign: Sign, library: Library, branch: Branch) -> Iterator[Named]:
    """Those the roster names; without a roster one plate whose name is written by hand."""
    if branch.id not in library.roster:
        yield Named("党员先锋岗")
    for member in _members(library, branch):
        if member.model_post:
            yield Named(member.model_post, member.name, member.position or "")


def _households(_sign: Sign, library: Library, branch: Branch) -> Iterator[Named]:
    """Those the roster names; without a roster one plate that bears the branch alone."""
    if branch.id not in library.roster:
        yield Named("党员户")
    for member in _members(library, branch):
        if member.household:
            yield Named("党员户", member.name)


def _stars(_sign: Sign, _library: Library, branch: Branch) -> Iterator[Star]:
    if branch.stars:
        year = max(branch.stars)
        if branch.stars[year]:
            yield Star(year, branch.stars[year])


def _boxes(sign: Sign, library: Library, branch: Branch) -> Iterator[LabelSheet | Refused]:
    if label_piece(sign, branch) is None:
        widths = "、".join(f"{piece.w:g}" for piece in (sign.piece or sign.size, *sign.other_pieces))
        yield Refused(
            f"脊宽 {branch.venue.spine_mm:g} 毫米", f"脊签只有 {widths} 毫米宽的，请改支部档案 venue 的 spine_mm"
        )
    yield from label_sheets(sign, library, branch)


def _members(library: Library, branch: Branch) -> tuple[Member, ...]:
    roster: Roster | None = library.roster.get(branch.id)
    return roster.members if roster else ()


def _chosen(nouns: Mapping[str, _T], ids: Iterable[str], branch: Branch) -> Iterator[_T]:
    """The nouns that the sign names, or all; without those meant for other sectors."""
    for noun in [nouns[name] for name in ids] or nouns.values():
        if not noun.applies_to or branch.sector in noun.applies_to:
            yield noun


_FINDERS: Mapping[Subject, Callable[[Sign, Library, Branch], Iterable[SignSubject | None]]] = {
    Subject.BRANCH: _of_branch,
    Subject.RULE: _rules,
    Subject.PROCEDURE: _procedures,
    Subject.OFFICIAL: _officials,
    Subject.ROOM: lambda sign, _l, branch: rooms_of(sign.rooms, branch),
    Subject.WINDOW: lambda _s, _l, branch: branch.venue.windows,
    Subject.SIGNPOST: lambda _s, _l, branch: branch.venue.signposts,
    Subject.FLOOR: _floors,
    Subject.FLOOR_PLAN: lambda _s, _l, branch: views_of(branch),
    Subject.OFFICER: lambda _s, library, branch: officers_of(library, branch),
    Subject.MODEL_POST: _model_posts,
    Subject.HOUSEHOLD: _households,
    Subject.AREA: lambda _s, _l, branch: branch.venue.areas,
    Subject.STAR: _stars,
    Subject.YEAR: lambda _s, library, _b: (WorkYear(library.publication.year),),
    Subject.BOX: _boxes,
}
"""Every sort of subject → how a branch's are found."""
