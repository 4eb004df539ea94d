"""Every mistake has its place and its cure: one folder a mistake, laid over a small valid content folder.

A case holds the files that differ from `base/`, `expected.txt` with the exact problems, and sometimes `remove.txt`
with the files that the case does without.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generators.plan.ready import open_library
from generators.problems import ContentError

BROKEN = Path(__file__).with_name("broken")
CASES = sorted(path.name for path in BROKEN.iterdir() if path.name != "base")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small valid content folder."""
    folder = tmp_path / "content"
    shutil.copytree(BROKEN / "base", folder)
    return folder


def problems(content: Path) -> str:
    with pytest.raises(ContentError) as caught:
        open_library(content)
    return str(caught.value)


def test_the_base_is_valid(content: Path) -> None:
    assert open_library(content).procedure["dues"].title == "党费收缴"


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_with_its_place_and_cure(case: str, content: Path) -> None:
    shutil.copytree(BROKEN / case, content, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.txt"))
    for extra in (BROKEN / case).glob("*.txt"):
        if extra.name == "remove.txt":
            for name in extra.read_text(encoding="utf-8").split():
                (content / name).unlink()
        elif extra.name != "expected.txt":
            shutil.copy(extra, content)
    assert problems(content) == (BROKEN / case / "expected.txt").read_text(encoding="utf-8").rstrip("\n")


def test_a_missing_content_folder_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    assert problems(folder) == f"{folder}: 没有这个内容文件夹，请核对 --content 后面写的路径"


def test_a_link_out_of_the_content_folder_is_not_followed(content: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("title: 秘密\n", encoding="utf-8")
    (content / "posts" / "member.yml").symlink_to(secret)
    (content / "rules-elsewhere").symlink_to(tmp_path)
    assert problems(content).splitlines() == [
        "content/posts/member.yml: 这是指向内容文件夹以外的链接，请把文件本身复制进来",
        "content/rules-elsewhere: 这是指向内容文件夹以外的链接，请把文件本身复制进来",
    ]


def test_a_link_out_of_the_content_folder_through_a_kinds_folder_is_not_followed(content: Path, tmp_path: Path) -> None:
    shutil.move(content / "rules", tmp_path / "rules")
    (content / "rules").symlink_to(tmp_path / "rules")
    assert "content/rules: 这是指向内容文件夹以外的链接" in problems(content)


def test_a_link_to_nothing_is_told(content: Path) -> None:
    (content / "posts" / "member.yml").symlink_to(content / "posts" / "nobody.yml")
    assert problems(content) == "content/posts/member.yml: 这个链接指向的文件不存在，请删去，或把文件本身复制进来"


def test_a_link_to_itself_is_told(content: Path) -> None:
    (content / "posts" / "member.yml").symlink_to("member.yml")
    assert problems(content) == "content/posts/member.yml: 这个链接指向的文件不存在，请删去，或把文件本身复制进来"


def test_a_pipe_is_not_opened(content: Path) -> None:
    os.mkfifo(content / "posts" / "member.yml")
    assert problems(content) == "content/posts/member.yml: 这不是普通文件，请移出内容文件夹"


def test_ids_that_differ_in_case_only_are_told(content: Path) -> None:
    shutil.copy(content / "posts" / "secretary.yml", content / "posts" / "Secretary.yml")
    assert (
        problems(content)
        == "content/posts/secretary.yml: 代号「secretary」与「Secretary」只有大小写不同，请改成不同的名称"
    )


def test_a_huge_file_is_not_parsed(content: Path) -> None:
    (content / "posts" / "secretary.yml").write_bytes(b"#" * 4_000_001)
    assert problems(content) == ("content/posts/secretary.yml: 文件太大（4000001 字节），每个文件不要超过 4000000 字节")


def test_a_faulty_file_does_not_make_references_to_it_faulty(content: Path) -> None:
    (content / "posts" / "secretary.yml").write_text("", encoding="utf-8")
    assert problems(content) == "content/posts/secretary.yml: 文件是空的，请写上内容，或删去这个文件"


def test_hidden_files_and_readmes_do_not_disturb(content: Path) -> None:
    (content / ".schema").mkdir()
    (content / ".schema" / "post.json").write_text("{}", encoding="utf-8")
    (content / "README.md").write_text("说明", encoding="utf-8")
    (content / "posts" / ".secretary.yml.swp").write_text("", encoding="utf-8")
    (content / "posts" / "~$secretary.yml").write_text("", encoding="utf-8")
    assert open_library(content)


def test_html_is_text_like_any_other(content: Path) -> None:
    path = content / "procedures" / "dues.yml"
    text = path.read_text(encoding="utf-8").replace("who: 各支部。", "who: <script>alert(1)</script><b>各支部</b>")
    path.write_text(text, encoding="utf-8")
    assert open_library(content).procedure["dues"].who == "<script>alert(1)</script><b>各支部</b>"


def test_windows_line_ends_are_read(content: Path) -> None:
    path = content / "procedures" / "dues.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert open_library(content)
