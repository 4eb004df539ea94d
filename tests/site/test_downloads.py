"""What the site offers beside its pages, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.model.library import Library
from generators.site import downloads
from generators.site.downloads import Offers, offers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.form import Form


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The ids of forms made, with a maker that only notes them; the process's own cache stays as it was."""
    ids: list[str] = []

    def maker(form: Form, _: object) -> bytes:
        ids.append(form.id)
        return b"x"

    downloads._blanks.cache_clear()
    monkeypatch.setattr(downloads, "_MAKERS", {"txt": ("文本", maker)})
    yield ids
    downloads._blanks.cache_clear()


@pytest.fixture
def forms_only(library: Library) -> Library:
    return Library(publication=library.publication, form=library.form)


def a_form_is_made_once_until_it_changes(made: list[str], forms_only: Library) -> None:
    offers(forms_only)
    first = list(made)
    offers(forms_only)
    assert made == first
    changed = forms_only.form["R30"].model_copy(update={"title": "大会记录"})
    offers(Library(publication=forms_only.publication, form={**forms_only.form, "R30": changed}))
    assert made == [*first, "R30"]


def the_contents_page_of_the_book_is_no_form_to_fill_in(made: list[str], forms_only: Library) -> None:
    assert offers(forms_only).forms["R02"] == ()
    assert "R02" not in made


def a_download_has_an_ascii_address_and_a_chinese_name(made: list[str], forms_only: Library) -> None:
    (download,) = offers(forms_only).forms["R30"]
    assert (download.address.path, download.file_name) == ("downloads/forms/R30.txt", "R30 支部党员大会记录.txt")
    assert made


def no_branch_means_no_pictures(made: list[str], library: Library) -> None:
    assert offers(Library(publication=library.publication, sign=library.sign)).signs == {}
    assert not made


def every_file_is_handed_over_once(made: list[str], forms_only: Library) -> None:
    paths = [path for path, _ in offers(forms_only).files()]
    assert len(paths) == len(set(paths)) == len(made)
    assert list(Offers({}, {}).files()) == []
