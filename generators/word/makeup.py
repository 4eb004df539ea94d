"""What decides a book but for what only one branch says: books of one make-up are put together once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generators.plan.book import BookPlan
    from generators.plan.shape import Shape
    from generators.word.compile import WordBlock

Wide = frozenset[tuple[str, str, int]]
"""Copy, field and bytes: the fields whose text is longer than most, and how long they must be."""


class Copy(NamedTuple):
    """One copy of a form."""

    form: str
    """The form's id."""
    block: WordBlock
    prefix: str
    title: str
    known: tuple[str, ...]
    """The local names of the fields that have a value."""


class Chapter(NamedTuple):
    """A chapter with the copies of its forms."""

    title: str
    front: bool
    copies: tuple[Copy, ...]


class MakeUp(NamedTuple):
    """A book's make-up; it is a key, so quickly compared."""

    chapters: tuple[Chapter, ...]
    heading: str = ""
    """What stands before a form's number in the head of every page, where there is no owner's year."""
    owner: tuple[int, int] | None = None
    """Bytes for the branch's name and the year in the head of every page; nothing in a blank book."""
    wide: Wide = frozenset()

    def copies(self) -> Iterator[Copy]:
        """All copies in printing order."""
        for chapter in self.chapters:
            yield from chapter.copies


def make_up(plan: BookPlan, blocks: Mapping[Shape, WordBlock], owner: tuple[int, int] | None = None) -> MakeUp:
    """The make-up of a planned book. Every shape of the plan must be among the blocks."""
    chapters = []
    for chapter in plan.chapters:
        copies: list[Copy] = []
        shape: Shape | None = None
        for entry in chapter.entries:
            if shape is not entry.shape:  # looked up once for all copies: comparing shapes takes long
                shape, block = entry.shape, blocks[entry.shape]
            known = tuple([name for name, value in entry.values.items() if value])
            copies.append(Copy(shape.form.id, block, entry.prefix, entry.title, known))
        chapters.append(Chapter(chapter.title, chapter.front, tuple(copies)))
    return MakeUp(tuple(chapters), "" if owner else f"{plan.title}　", owner)
