"""The command line: thin typer commands over the house."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer._click.exceptions import ClickException

from generators.console import agreed, progress, put_out, say, say_older, shown, write
from generators.model.edition import BookEdition, Format
from generators.problems import ContentError, ZhibuError
from generators.usage import ChineseCommand, ChineseGroup, complaint

if TYPE_CHECKING:
    from generators.model.library import Library

ROOT = Path(__file__).resolve().parent.parent

app = typer.Typer(
    cls=ChineseGroup,
    help="支部标准化工具箱：由 content/ 里的内容生成网站、工作实录和标识。",
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)

Content = Annotated[Path, typer.Option("--content", metavar="文件夹", help="内容文件夹", show_default="content")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="只在出错时说话")]
Out = Annotated[Path | None, typer.Option("--out", metavar="文件夹", help="放到哪里", show_default="out/支部代号")]
Year = Annotated[int | None, typer.Option("--year", metavar="年度", help="哪一年度", min=2017, max=2100)]
BranchName = Annotated[str, typer.Argument(metavar="支部", help="支部的代号、简称或全称", show_default=False)]


command = app.command


@command("build", cls=ChineseCommand)
def build(content: Content = ROOT / "content", quiet: Quiet = False) -> None:
    """检查内容，生成网站（site/），再为每个示例支部生成实录和标识（out/）。"""
    from generators.batch.branch import Bindery
    from generators.batch.signs import not_of_this_time, sign_files
    from generators.site.build import build_site

    library = _open(content)
    with progress(quiet, 1 + 2 * len(library.branch)) as step:
        step("生成网站")
        report = build_site(content, ROOT / "site")
        bindery = Bindery(library)
        for branch in library.branch.values():
            step(f"{branch.short}：工作实录")
            year = library.publication.year
            books = bindery.book(branch, year=year, edition=BookEdition.COMPACT, formats=Format.BOTH)
            step(f"{branch.short}：标识")
            folder, signs = ROOT / "out" / branch.id, sign_files(library, branch).files
            write(folder, {**books, **signs})
            say_older(not_of_this_time(folder, signs), quiet)
    say(quiet, f"网站 {report.pages} 页：{shown(ROOT / 'site' / 'index.html')}")
    say(quiet, f"实录和标识，{len(library.branch)} 个支部：{shown(ROOT / 'out')}")


@command("check", cls=ChineseCommand)
def check(content: Content = ROOT / "content", quiet: Quiet = False) -> None:
    """只检查内容，列出全部问题，不生成任何文件。"""
    library = _open(content)
    count = sum(1 for _ in library.all())
    say(quiet, f"没有问题：{count} 份内容都对。")


@command("serve", cls=ChineseCommand)
def serve(
    content: Content = ROOT / "content",
    port: Annotated[int, typer.Option("--port", metavar="端口", help="端口", min=1, max=65535)] = 8000,
    quiet: Quiet = False,
) -> None:
    """在本机预览网站；改了内容或模板，页面自动更新。按 Ctrl+C 结束。"""
    from generators.site.build import serve_site

    say(quiet, f"预览地址：http://127.0.0.1:{port}/　（按 Ctrl+C 结束）")
    serve_site(content, port=port)


@command("book", cls=ChineseCommand)
def book(  # noqa: PLR0913, PLR0917 -- each option is one choice of the user's
    branch: BranchName,
    year: Year = None,
    edition: Annotated[BookEdition, typer.Option("--edition", help="版本")] = BookEdition.COMPACT,
    file_format: Annotated[Format, typer.Option("--format", help="文件格式")] = Format.BOTH,
    out: Out = None,
    content: Content = ROOT / "content",
    quiet: Quiet = False,
) -> None:
    """为一个支部生成可填写的工作实录（Word、PDF）。"""
    from generators.batch.branch import Bindery, find_branch
    from generators.plan.hints import hints

    library = _open(content)
    chosen = find_branch(library, branch)
    with progress(quiet, 1) as step:
        step(f"{chosen.short}：工作实录")
        files = Bindery(library).book(
            chosen, year=year or library.publication.year, edition=edition, formats=file_format
        )
    put_out(out or ROOT / "out" / chosen.id, files, quiet)
    for hint in hints(chosen):
        say(quiet, f"提示：{hint.text}（{hint.basis}）")


@command("signs", cls=ChineseCommand)
def signs(  # noqa: PLR0913, PLR0917 -- each option is one choice of the user's
    branch: BranchName,
    everything: Annotated[bool, typer.Option("--all", help="减牌的支部也把制度牌、流程牌全部生成")] = False,
    outline: Annotated[bool, typer.Option("--outline", help="文字转曲")] = False,
    svg: Annotated[bool, typer.Option("--svg", help="每块牌另出一份转曲的 SVG，供雕刻、刻字用")] = False,
    rights_left: Annotated[bool, typer.Option("--rights-left", help="主墙上权利在左、义务在右")] = False,
    wall: Annotated[
        int, typer.Option("--wall", metavar="毫米", help="党员活动室主墙的宽度", min=3000, max=16000)
    ] = 6000,
    out: Out = None,
    content: Content = ROOT / "content",
    quiet: Quiet = False,
) -> None:
    """为一个支部生成可付印的标识（PDF/X-4），连同制作清单、打样单和主墙立面图。"""
    from generators.batch.branch import find_branch
    from generators.batch.signs import SignWishes, not_of_this_time, sign_files

    library = _open(content)
    chosen = find_branch(library, branch)
    with progress(quiet, 1) as step:
        step(f"{chosen.short}：标识")
        made = sign_files(library, chosen, SignWishes(everything, outline, svg, rights_left, wall))
    folder = out or ROOT / "out" / chosen.id
    put_out(folder, made.files, quiet)
    say_older(not_of_this_time(folder, made.files), quiet)
    for sign in made.left_out:
        say(quiet, f"未生成「{sign.title}」：{sign.reason}")
    if made.remark:
        say(quiet, made.remark)


@command("excel", cls=ChineseCommand)
def excel(
    branch: BranchName,
    year: Year = None,
    out: Out = None,
    content: Content = ROOT / "content",
    quiet: Quiet = False,
) -> None:
    """把一个支部的宽表（名册、党费、考勤等）做成 Excel，并附一份花名册模板。"""
    from generators.batch.branch import Bindery, find_branch

    library = _open(content)
    chosen = find_branch(library, branch)
    files = Bindery(library).registers(chosen, year=year or library.publication.year)
    put_out(out or ROOT / "out" / chosen.id, files, quiet)


@command("import", cls=ChineseCommand)
def import_roster(
    spreadsheet: Annotated[Path, typer.Argument(metavar="花名册", help="Excel 文件", show_default=False)],
    branch: BranchName,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看不写：列出会增减谁，不改动任何文件")] = False,
    content: Content = ROOT / "content",
    quiet: Quiet = False,
) -> None:
    """从 Excel 花名册更新一个支部的名册（rosters/），保留其中的注释。"""
    from generators.batch.branch import find_branch
    from generators.batch.roster import roster_update
    from generators.plan.ready import open_library

    chosen = find_branch(open_library(content, without=("roster",)), branch)
    update = roster_update(content, chosen, spreadsheet)
    if update.unreadable:
        say(quiet, "原来的花名册读不出来，按表格重新写；旧文件另存，文件名末尾加「~」")
    for label, names in (("新增", update.joined), ("减少", update.left), ("没有用到的列", update.passed_over)):
        if names:
            count = f" {len(names)} 名" if names is not update.passed_over else ""
            say(quiet, f"{label}{count}：{'、'.join(names)}")
    if dry_run:
        say(quiet, f"导入后{chosen.short}有党员 {update.members} 名。只看不写，没有改动任何文件。")
        return
    if (update.left or update.unreadable) and not quiet and not agreed("按上面所列写入吗？"):
        say(quiet, "没有改动任何文件。")
        return
    for path in write(content, update.files):
        say(quiet, f"已更新 {shown(path)}")
    say(quiet, f"{chosen.short}现有党员 {update.members} 名。")


@command("schema", cls=ChineseCommand)
def schema(content: Content = ROOT / "content", quiet: Quiet = False) -> None:
    """写出编辑器补全用的 JSON Schema（content/.schema/）和字段说明（content/README.md）。"""
    from generators.content.readme import content_readme
    from generators.content.schema import schemas
    from generators.plan.check import prefill_vocabulary

    files = {f".schema/{name}.json": text.encode() for name, text in schemas().items()}
    for path in write(content, {**files, "README.md": content_readme(prefill_vocabulary()).encode()}):
        say(quiet, f"已写出 {shown(path)}")


@command("new", cls=ChineseCommand)
def new(
    kind: Annotated[str, typer.Argument(metavar="种类", help="procedure、rule、form、branch 等", show_default=False)],
    identifier: Annotated[str, typer.Argument(metavar="代号", help="即文件名，如 relocation", show_default=False)],
    content: Content = ROOT / "content",
    quiet: Quiet = False,
) -> None:
    """新建一份带注释的内容文件，照着填就行。"""
    from generators.content.scaffold import scaffold, single_files, with_entry

    name, text = scaffold(kind, identifier)
    target = content / name
    if not target.exists():
        written = text
    elif name in single_files():
        written = with_entry(target.read_text(encoding="utf-8"), identifier, text)
    else:
        raise ZhibuError(f"「{shown(target)}」已经存在，没有改动它")
    for path in write(content, {name: written.encode()}):
        say(quiet, f"已写进 {shown(path)}，填好后运行 ./zhibu check")


@command("test", cls=ChineseCommand)
def run_tests(content: Content = ROOT / "content", quiet: Quiet = False) -> None:
    """跑全部质量检查和测试；用 --content 指定别的内容时，只跑对任何内容都成立的测试。"""
    own = content.resolve() == (ROOT / "content").resolve()
    environment = {**os.environ, "ZHIBU_CONTENT": str(content.resolve())}
    tools = _LINTERS if own else ()
    failed = []
    for tool in (*tools, ("pytest", "-n", "auto", *(() if own else ("-m", "any_content")))):
        say(quiet, f"── {' '.join(tool)}")
        program = Path(sys.executable).with_name(tool[0])
        done = subprocess.run([program, *tool[1:]], cwd=ROOT, env=environment, check=False)  # noqa: S603
        if done.returncode:
            failed.append(tool[0])
    if failed:
        raise ZhibuError(f"没有通过：{'、'.join(failed)}")


_LINTERS = (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("lint-imports",))


@command("doctor", cls=ChineseCommand)
def doctor(content: Content = ROOT / "content") -> None:
    """说明这台机器上有什么、缺什么。"""
    _open(content)
    raise typer.Exit(subprocess.call([sys.executable, str(ROOT / "zhibu"), "doctor"]))  # noqa: S603


def _open(content: Path) -> Library:
    from generators.plan.ready import open_library

    library = open_library(content)
    gc.freeze()  # it lives as long as the command: the collector need not walk it over and over
    return library


def main() -> None:
    """Run the command line; whatever goes wrong ends in Chinese sentences and exit code 1."""
    try:
        app(prog_name="zhibu", standalone_mode=False)
    except ContentError as found:
        for problem in found.problems:
            typer.echo(str(problem), err=True)
        typer.echo(f"共 {len(found.problems)} 处问题，没有写任何文件。", err=True)
        sys.exit(1)
    except ZhibuError as stop:
        typer.echo(str(stop), err=True)
        sys.exit(1)
    except ClickException as error:
        if error.__class__.__name__ == "NoArgsIsHelpError":
            typer.echo(error.format_message())
            sys.exit(0)
        names = [c.name for c in app.registered_commands if c.name]
        typer.echo(f"{complaint(error, names)}　（用法：zhibu --help）", err=True)
        sys.exit(1)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    except Exception as fault:
        if os.environ.get("ZHIBU_DEBUG"):
            raise
        kind = type(fault).__name__
        typer.echo(f"程序内部出错（{kind}：{fault}），这不是您的内容有误，请把这一行发给维护者。", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
