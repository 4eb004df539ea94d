"""A file that a page offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generators.site.address import Address

_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Download:
    """A file of the site. Its address keeps to ASCII, which every server and USB stick can do."""

    address: Address
    label: str
    file_name: str
    """The Chinese name under which a browser saves it."""
    content: bytes

    @property
    def weight(self) -> str:
        """How large it is: `1.1 MB`, `460 KB`."""
        size = len(self.content)
        return f"{size / _MEGABYTE:.1f} MB" if size >= _MEGABYTE else f"{max(1, round(size / 1000))} KB"
