"""Reading filled books back: a .docx, .odt or .pdf that a branch sends in → its values by field name. Reading only."""

from __future__ import annotations

from generators.collect.read import read_filled
from generators.collect.record import Origin, Record, Unread, Value
from generators.hostile import HostileFileError

__all__ = ["HostileFileError", "Origin", "Record", "Unread", "Value", "read_filled"]
