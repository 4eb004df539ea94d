"""The last changes to the theme's pages."""

from __future__ import annotations

import pytest

from generators.problems import ZhibuError
from generators.site.finish import finished, is_wanted

THEME = (
    '<div class="md-search" data-md-component="search" role="dialog"><input placeholder="搜索"></div>'
    '<script>{"search":"../assets/javascripts/workers/search.a7633da7.min.js"}</script>'
)


def the_search_gets_a_name_a_hint_and_our_worker() -> None:
    page = finished(THEME)
    assert 'role="dialog" aria-label="搜索"' in page
    assert 'placeholder="搜流程、制度、表样"' in page
    assert '"../assets/search-worker.js"' in page


def the_way_to_the_page_is_not_called_like_the_side_column() -> None:
    page = finished(THEME + '<nav class="md-path" aria-label="导航栏" ></nav>')
    assert '<nav class="md-path" aria-label="当前位置" >' in page


@pytest.mark.parametrize(
    ("gone", "named"), [("role=", "搜索框的名称"), ("placeholder", "搜索框的提示"), ("workers", "搜索程序")]
)
def a_theme_that_has_changed_stops_the_build(gone: str, named: str) -> None:
    with pytest.raises(ZhibuError, match=named):
        finished(THEME.replace(gone, ""))


def no_source_map_and_no_foreign_search_is_copied() -> None:
    assert not is_wanted("assets/javascripts/bundle.min.js.map")
    assert not is_wanted("assets/javascripts/lunr/wordcut.js")
    assert not is_wanted("assets/javascripts/workers/search.min.js")
    assert is_wanted("assets/javascripts/bundle.min.js")
