"""How readers reach the publisher: the contact is free text, and may hold a mail address."""

from __future__ import annotations

import re

_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def mail_in(contact: str) -> str:
    """The first mail address in a contact; empty when readers are to phone or write."""
    found = _MAIL.search(contact)
    return found[0] if found else ""
