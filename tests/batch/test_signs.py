from __future__ import annotations

from typing import TYPE_CHECKING

from generators.batch import signs as batch
from generators.batch.signs import SignWishes, not_of_this_time, sign_files
from generators.batch.write import write_all
from generators.plan.signs import SignPlan, plan_signs

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from generators.model.library import Library


def the_shop_gets_list_proof_and_wall_beside_the_signs(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    branch = library.branch["example-village"]
    few = SignPlan(plan_signs(library, branch).signs[:2], ())
    monkeypatch.setattr(batch, "plan_signs", lambda *_args, **_wishes: few)
    files, *_ = sign_files(library, branch, SignWishes(svg=True))
    names = list(files)
    assert names[0] == f"标识/{few.signs[0].file_name}"
    assert names[-4:] == ["标识/制作清单.xlsx", "标识/制作清单.pdf", "标识/打样单.pdf", "标识/主墙立面图.pdf"]
    assert [name for name in names if name.endswith(".svg")] == [
        f"标识/{sign.file_name.removesuffix('.pdf')}.svg" for sign in few.signs
    ]
    rooms = branch.venue.model_copy(update={"rooms": ()})
    bare, *_ = sign_files(library, branch.model_copy(update={"venue": rooms}))
    assert "标识/主墙立面图.pdf" not in bare


def a_file_of_before_is_told_apart(tmp_path: Path) -> None:
    files = {"标识/甲.pdf": b"", "标识/制作清单.pdf": b""}
    write_all(tmp_path, {**files, "标识/旧.pdf": b"", "实录.pdf": b""})
    assert [path.name for path in not_of_this_time(tmp_path, files)] == ["旧.pdf"]
    assert not not_of_this_time(tmp_path / "nowhere", files)
