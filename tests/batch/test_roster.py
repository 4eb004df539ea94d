from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generators.batch.branch import Bindery
from generators.batch.roster import roster_update
from generators.batch.write import write_all
from generators.excel import read_roster
from generators.plan.ready import open_library
from generators.problems import ContentError, ZhibuError
from tests.excel.spreadsheets import LI, ZHANG, changed, roster

if TYPE_CHECKING:
    from generators.model.library import Library

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


@pytest.fixture(scope="module")
def ours() -> Library:
    return open_library(ROOT / "content")


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A spreadsheet with one member the village has, and two it has not."""
    file = tmp_path / "名单.xlsx"
    file.write_bytes(roster(ZHANG, LI, changed(ZHANG, 姓名="新示例")))
    return file


def the_registers_are_read_back_without_any_change(ours: Library, content: Path, tmp_path: Path) -> None:
    for branch in ours.branch.values():
        registers = next(iter(Bindery(ours).registers(branch, year=2027).values()))
        assert len(read_roster(registers, "台账.xlsx", branch.groups).members) == branch.members.total
    file = tmp_path / "台账.xlsx"
    file.write_bytes(registers)
    update = roster_update(content, branch, file)
    assert (update.joined, update.left) == ((), ())
    for path, text in update.files.items():
        assert text == (content / path).read_bytes()


def it_brings_roster_and_profile_up_to_date(ours: Library, content: Path, listed: Path) -> None:
    update = roster_update(content, ours.branch["example-village"], listed)
    assert (update.members, update.joined) == (3, ("李示例", "新示例"))
    assert "李示镕" in update.left
    profile, members = (update.files[f"{folder}/example-village.yml"].decode() for folder in ("branches", "rosters"))
    assert "members: {full: 2, probationary: 1, floating: 3, applicants: 4}" in profile
    assert "dues: {category: 在职月薪, base: 3600, rate: 1%, monthly: 36}" in members
    write_all(content, update.files)
    written = open_library(content).roster["example-village"].members
    assert [m.name for m in written] == ["张示例", "李示例", "新示例"]


def it_begins_a_roster_for_a_branch_that_has_none(ours: Library, content: Path, listed: Path) -> None:
    (content / "rosters/example-village.yml").unlink()
    write_all(content, roster_update(content, ours.branch["example-village"], listed).files)
    assert len(open_library(content).roster["example-village"].members) == 3


def it_reports_problems_of_the_spreadsheet(ours: Library, content: Path, tmp_path: Path) -> None:
    file = tmp_path / "名单.xlsx"
    file.write_bytes(roster(changed(ZHANG, 出生年月="80.5")))
    with pytest.raises(ContentError, match=r"名单\.xlsx 花名册!D2：出生年月「80.5」看不懂，请写成 1980-05"):
        roster_update(content, ours.branch["example-village"], file)


def it_says_when_there_is_no_file(ours: Library, content: Path, tmp_path: Path) -> None:
    with pytest.raises(ZhibuError, match="打不开"):
        roster_update(content, ours.branch["example-village"], tmp_path / "没有.xlsx")


FAULTY = {
    "a count that differs": "members:\n  - {name: 张示例, sex: 男, birth: 1980-05, education: 大专, joined_party: 2003-06-28}\n",
    "a member without anything": "members:\n  - {name: 李示例}\n",
    "no roster at all": "成员: []\n",
}


@pytest.mark.parametrize("fault", FAULTY)
def a_roster_that_fails_the_checks_is_mended_by_importing(
    ours: Library, content: Path, listed: Path, fault: str
) -> None:
    (content / "rosters/example-village.yml").write_text(FAULTY[fault], encoding="utf-8")
    with pytest.raises(ContentError):
        open_library(content)
    chosen = open_library(content, without=("roster",)).branch["example-village"]
    assert chosen == ours.branch["example-village"]
    if "成员" in FAULTY[fault]:  # a key nobody knows would stay
        with pytest.raises(ContentError, match="不认识的键「成员」"):
            roster_update(content, chosen, listed)
        return
    write_all(content, roster_update(content, chosen, listed).files)
    assert len(open_library(content).roster["example-village"].members) == 3


def the_faults_of_other_rosters_do_not_stand_in_the_way(ours: Library, content: Path, listed: Path) -> None:
    (content / "rosters/example-office.yml").write_text("members: [", encoding="utf-8")
    update = roster_update(content, ours.branch["example-village"], listed)
    assert (update.members, update.unreadable) == (3, False)


@pytest.mark.parametrize("raw", [b"members: [", "members: 张".encode("gb18030"), b"members:\n\t- {}\n"])
def an_unreadable_roster_is_written_anew_and_kept_aside(ours: Library, content: Path, listed: Path, raw: bytes) -> None:
    (content / "rosters/example-village.yml").write_bytes(raw)
    update = roster_update(content, ours.branch["example-village"], listed)
    assert (update.unreadable, update.joined, update.left) == (True, (), ())
    write_all(content, update.files)
    assert (content / "rosters/example-village.yml~").read_bytes() == raw
    assert len(open_library(content).roster["example-village"].members) == 3
