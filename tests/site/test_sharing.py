"""What programs read of the site: its address where it has one, and how pages are called when shared."""

from __future__ import annotations

import gzip
import shutil
from typing import TYPE_CHECKING

import pytest
from lxml import etree, html

from generators.site.build import build_site
from tests.site.sample import blank_offers

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://zhibu.example.cn/handbook"
POLICY = "title: 试行规定\nshort: 规定\nissuer: 示例机关\nstatus: 现行\nsummary: 试一试。\nverified: pending\nreviewed: 2026-11-22\n"
CHANGES = "first:\n  title: 第一版\n  date: 2026-11-22\n  policies: [X1]\n"


def built(tmp_path: Path, content_dir: Path, address: str) -> Path:
    """The site of a publication, a policy and a change."""
    folder = tmp_path / "content"
    (folder / "policies").mkdir(parents=True)
    shutil.copy(content_dir / "publication.yml", folder)
    with (folder / "publication.yml").open("a", encoding="utf-8") as publication:
        publication.write(f"\n{address}\n")
    (folder / "policies" / "X1.yml").write_text(POLICY, encoding="utf-8")
    (folder / "changes.yml").write_text(CHANGES, encoding="utf-8")
    build_site(folder, tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture(autouse=True)
def _without_downloads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generators.site.plugin.offers", blank_offers)


def meta(page: html.HtmlElement) -> dict[str, str]:
    return {tag.get("property"): tag.get("content") for tag in page.xpath("//meta[@property]")}


def every_page_of_a_site_with_an_address_is_listed_and_knows_where_it_stands(tmp_path: Path, content_dir: Path) -> None:
    site = built(tmp_path, content_dir, f"address: {ADDRESS}")
    listed = etree.parse(site / "sitemap.xml").xpath("//*[local-name()='loc']/text()")
    pages = {p.relative_to(site).as_posix() for p in site.rglob("*.html")} - {"404.html"}
    assert set(listed) == {f"{ADDRESS}/{page}" for page in pages}
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()
    policy = html.fromstring((site / "policies/X1.html").read_bytes())
    assert policy.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}/policies/X1.html"]
    assert meta(policy)["og:url"] == f"{ADDRESS}/policies/X1.html"
    assert policy.xpath("//link[@type='application/atom+xml']/@href") == ["../feed.xml"]
    assert f"{ADDRESS}/about/changes.html#first".encode() in (site / "feed.xml").read_bytes()
    assert "/handbook/assets/" in (site / "404.html").read_text(encoding="utf-8")


def nothing_pretends_to_have_an_address_without_one(tmp_path: Path, content_dir: Path) -> None:
    site = built(tmp_path, content_dir, "")
    for gone in ("sitemap.xml", "sitemap.xml.gz", "feed.xml"):
        assert not (site / gone).exists()
    page = html.fromstring((site / "policies/X1.html").read_bytes())
    assert not page.xpath("//link[@rel='canonical']")
    assert not page.xpath("//link[@type='application/atom+xml']")
    assert meta(page) == {
        "og:type": "article",
        "og:title": "试行规定",
        "og:description": "试一试。",
        "og:site_name": "支部标准化工具箱",
        "og:locale": "zh_CN",
    }
    home = meta(html.fromstring((site / "index.html").read_bytes()))
    assert (home["og:type"], home["og:title"]) == ("website", "支部标准化工具箱")
