"""Building: all or nothing, in Chinese sentences."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from generators.problems import ContentError, ZhibuError
from generators.site import build
from generators.site.build import build_site, serve_site
from tests.site.sample import blank_offers


@pytest.fixture
def bare(tmp_path: Path, content_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with a publication and a policy only; downloads are not made."""
    folder = tmp_path / "content"
    (folder / "policies").mkdir(parents=True)
    shutil.copy(content_dir / "publication.yml", folder)
    (folder / "policies" / "X1.yml").write_text(
        "title: 试行规定\nshort: 规定\nissuer: 示例机关\nstatus: 现行\nsummary: 试。\nverified: pending\nreviewed: 2026-11-22\n",
        encoding="utf-8",
    )
    monkeypatch.setattr("generators.site.plugin.offers", blank_offers)
    return folder


def a_build_reports_its_pages_and_replaces_the_old_site(bare: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "old.html").write_text("旧", encoding="utf-8")
    (out / ".gitignore").write_text("*", encoding="utf-8")
    report = build_site(bare, out)
    assert report.pages == len(list(out.rglob("*.html")))
    assert report.seconds > 0
    assert not (out / "old.html").exists()
    assert (out / ".gitignore").read_text(encoding="utf-8") == "*"
    assert "试行规定" in (out / "policies/X1.html").read_text(encoding="utf-8")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content", "site"]


def a_problem_in_the_content_leaves_the_old_site(bare: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "old.html").write_text("旧", encoding="utf-8")
    (bare / "policies" / "X1.yml").write_text("titel: 错\n", encoding="utf-8")
    with pytest.raises(ContentError, match="titel"):
        build_site(bare, out)
    assert [p.name for p in out.iterdir()] == ["old.html"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content", "site"]


def a_warning_of_mkdocs_stops_the_build_with_its_line(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generators.site.standing.MARKS", "about/moved.md")
    with pytest.raises(ZhibuError, match=r"网站没有生成[^$]*about/marks.md"):
        build_site(bare, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def a_missing_font_stops_the_build_with_one_sentence(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: object, **__: object) -> None:
        raise ZhibuError("缺少字体文件 ZhibuSong-Regular.otf")

    monkeypatch.setattr("generators.site.plugin.offers", missing)
    with pytest.raises(ZhibuError, match=r"^缺少字体文件"):
        build_site(bare, tmp_path / "site")


def a_disk_that_refuses_is_named(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "site").mkdir()
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(ZhibuError, match="换不上新网站"):
        build_site(bare, tmp_path / "site")


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (OSError(98, "Address already in use"), "端口 8000 用不了"),
        (Abort("stopped"), "stopped"),
    ],
)
def it_says_why_serving_cannot_begin(
    raised: Exception, expected: str, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr(build, "serve", stop)
    with pytest.raises(ZhibuError, match=expected):
        serve_site(bare)


def the_server_speaks_chinese(bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*_: object, **options: object) -> None:
        log = logging.getLogger("mkdocs.livereload")
        assert options == {"dev_addr": "127.0.0.1:8123"}
        log.info("[10:00:00] Detected file changes")
        log.info("Serving on http://127.0.0.1:8123/")
        log.warning('"GET /x.html HTTP/1.1" code 404')
        log.error("An error happened during the rebuild. The server will appear stuck until build errors are resolved.")
        log.warning("别的")

    monkeypatch.setattr(build, "serve", run)
    serve_site(bare, port=8123)
    assert (
        capsys.readouterr().err
        == "有改动，正在更新……\n准备好了，可以打开。\n改好后会自动更新，浏览器里暂时还是旧页面。\n别的\n"
    )
