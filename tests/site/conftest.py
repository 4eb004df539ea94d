"""The small library and its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.site.handbook import Handbook
from tests.site.sample import blank_offers, small_library

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.site.page import Page


@pytest.fixture(scope="session")
def small() -> Library:
    return small_library()


@pytest.fixture(scope="session")
def pages(small: Library) -> dict[str, Page]:
    """Path → page of the small library."""
    return {page.path: page for page in Handbook.of(small, blank_offers(small)).pages()}
