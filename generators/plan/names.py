"""Names by which fields are found again in a document: bookmarks, and the anchors of tables."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generators.model.form import Table

_BOOKMARK_LIMIT = 40
"""Word cuts longer names of bookmarks."""


def bookmark_name(field: str) -> str:
    """The hidden bookmark of a full field name, at most 40 characters; long names end in a digest."""
    plain = "_F_" + re.sub(r"[^A-Za-z0-9]", "_", field)
    if len(plain) <= _BOOKMARK_LIMIT:
        return plain
    return f"{plain[: _BOOKMARK_LIMIT - 9]}_{sha256(field.encode()).hexdigest()[:8]}"


def table_anchor(table: Table) -> str:
    """The local name that a table's header row is marked with: `members.head`."""
    return f"{table.name}.head"
