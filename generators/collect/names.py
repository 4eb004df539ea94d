"""From a name found in a file to the field it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.plan.names import bookmark_name, table_anchor
from generators.plan.shape import TOTAL_ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generators.model.form import FieldSpec, Form, Table

_NAME = re.compile(r"([A-Za-z0-9][A-Za-z0-9-]{0,40})\.([0-9]{2,4})\.([a-z0-9_.]{1,80})")
_ROW = re.compile(r"[0-9]{2,4}")
_PLAIN = 31
"""Characters of a long name that stand in its bookmark before the digest."""
_MOST_ROWS = 200


@dataclass(frozen=True)
class Place:
    """A field of one copy of a form."""

    question: str
    """Full name of the field; boxes of a multiple choice share it."""
    spec: FieldSpec
    choice: str | None = None
    """The option a box stands for, for one of several."""
    table: Table | None = None
    row: str = ""
    """The row part of the name, in a table."""


@dataclass(frozen=True)
class Anchored:
    """A table of one copy of a form, as its anchor names it."""

    prefix: str
    """`R14.01`."""
    table: Table

    def name(self, row: str, column: FieldSpec) -> str:
        """Full name of a cell."""
        return f"{self.prefix}.{self.table.name}.{row}.{column.field}"


class FieldNames:
    """All names that the forms can give to fields, looked up in whichever way a file keeps them."""

    def __init__(self, forms: Mapping[str, Form]) -> None:
        self._forms = forms
        self._fixed = {key: {spec.field: spec for spec in form.fields()} for key, form in forms.items()}
        self._tables = {key: {table.name: table for table in form.tables()} for key, form in forms.items()}
        self._columns = {
            (key, table.name): {spec.field: spec for spec in table.columns}
            for key, form in forms.items()
            for table in form.tables()
        }
        by_bookmark = {bookmark_name(key): key for key in forms}
        longest_first = sorted(by_bookmark, key=len, reverse=True)
        self._bookmark = re.compile(rf"({'|'.join(map(re.escape, longest_first))})_([0-9]{{2,4}})_(.+)")
        self._form_of = by_bookmark
        self._known: dict[str, dict[str, str]] = {}

    def knows_form(self, name: str) -> bool:
        """Whether a field name begins with a form of ours."""
        return name.partition(".")[0] in self._forms

    def is_name(self, text: str) -> bool:
        """Whether a text is built like a field name."""
        return _NAME.fullmatch(text) is not None

    def place(self, name: str) -> Place | None:
        """The field of a full name, `R14.01.members.03.name`; nothing when no form has such a field."""
        match = _NAME.fullmatch(name)
        if match is None or match[1] not in self._forms:
            return None
        form, prefix, parts = match[1], f"{match[1]}.{match[2]}", match[3].split(".")
        if spec := self._fixed[form].get(parts[0]):
            return _boxed(f"{prefix}.{parts[0]}", spec, parts[1:])
        table = self._tables[form].get(parts[0])
        if table is None or len(parts) < 3 or not (_ROW.fullmatch(parts[1]) or parts[1] == TOTAL_ROW):
            return None
        column = self._columns[form, table.name].get(parts[2])
        question = f"{prefix}.{'.'.join(parts[:3])}"
        return _boxed(question, column, parts[3:], table, parts[1]) if column else None

    def anchored(self, name: str) -> Anchored | None:
        """The table that a full name `R14.01.members.head` marks."""
        match = _NAME.fullmatch(name)
        if match is None:
            return None
        local, _, head = match[3].rpartition(".")
        table = self._tables.get(match[1], {}).get(local)
        return Anchored(f"{match[1]}.{match[2]}", table) if table and head == "head" else None

    def of_bookmark(self, bookmark: str) -> str | None:
        """The full name, of a field or of a table's anchor, that a bookmark stands for."""
        match = self._bookmark.fullmatch(bookmark)
        if match is None:
            return None
        form = self._form_of[match[1]]
        prefix, rest = f"{form}.{match[2]}", match[3]
        found = self._bookmarks(prefix, self._fixed_names(form)).get(bookmark)
        if found:
            return found
        for table in self._tables[form].values():
            for row in _rows(match[1], table, rest):
                found = self._bookmarks(f"{prefix}.{table.name}.{row}", _boxes(table.columns)).get(bookmark)
                if found:
                    return found
        return None

    def _fixed_names(self, form: str) -> Iterator[str]:
        yield from _boxes(self._fixed[form].values())
        yield from (table_anchor(table) for table in self._tables[form].values())

    def _bookmarks(self, prefix: str, local: Iterator[str]) -> dict[str, str]:
        """Bookmark → full name, of all names below a prefix."""
        if prefix not in self._known:
            full = [f"{prefix}.{name}" for name in local]
            self._known[prefix] = {bookmark_name(name): name for name in full}
        return self._known[prefix]


def _rows(form: str, table: Table, rest: str) -> Iterable[str]:
    """The rows a bookmark's name can mean in a table; all there may be when the digest stands in their place."""
    row = re.match(rf"{table.name}_([0-9]{{2,4}}|{TOTAL_ROW})_", rest)
    if row:
        return (row[1],)
    cut_short = len(f"{form}_00_{table.name}_00_") > _PLAIN and rest.startswith(table.name[:8])
    return (f"{number:02d}" for number in range(1, _MOST_ROWS)) if cut_short else ()


def _boxes(specs: Iterable[FieldSpec]) -> Iterator[str]:
    for spec in specs:
        if spec.kind is FieldKind.CHOICES:
            yield from (f"{spec.field}.{number}" for number in range(1, len(spec.choices) + 1))
        else:
            yield spec.field


def _boxed(question: str, spec: FieldSpec, rest: list[str], table: Table | None = None, row: str = "") -> Place | None:
    """The place of a name whose parts behind the field's are `rest`: the number of an option, or nothing."""
    if not rest:
        return Place(question, spec, None, table, row)
    numbers = [str(number) for number in range(1, len(spec.choices) + 1)]
    if spec.kind is not FieldKind.CHOICES or len(rest) > 1 or rest[0] not in numbers:
        return None
    return Place(question, spec, spec.choices[int(rest[0]) - 1], table, row)
