"""What the commands say, ask and put on the disk."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


def write(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write all or nothing; batch is read only when it is needed, for a command starts quicker so."""
    from generators.batch.write import write_all

    return write_all(folder, files)


def agreed(question: str) -> bool:
    """Whether the user says yes; where nobody sits at the keyboard, nobody is asked."""
    if not sys.stdin.isatty():
        return True
    typer.echo(f"{question}写入请输 y，不写请直接回车：", nl=False)
    return sys.stdin.readline().strip().lower() in {"y", "yes", "是"}


def put_out(folder: Path, files: Mapping[str, bytes], quiet: bool) -> None:
    """Write a branch's files and say where they are."""
    for path in write(folder, files):
        say(quiet, f"已生成 {shown(path)}")


def say_older(paths: Sequence[Path], quiet: bool) -> None:
    """Warn of files from before beside the signs; they may be somebody's own, so nothing is deleted."""
    if paths:
        named = "、".join(path.name for path in paths[:3])
        more = "……" * (len(paths) > 3)
        where = f"{shown(paths[0].parent)} 里另有 {len(paths)} 个不是这次生成的文件"
        say(quiet, f"{where}，是旧标识的请删去，免得错印：{named}{more}")


def shown(path: Path) -> str:
    """The path as the user would type it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def say(quiet: bool, text: str) -> None:
    """A sentence on the screen, unless the user asked for quiet."""
    if not quiet:
        typer.echo(text)


@contextmanager
def progress(quiet: bool, steps: int) -> Iterator[Callable[[str], None]]:
    """A progress line on the error stream; yields the function that names the next step."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    console = Console(stderr=True, quiet=quiet)
    columns = (SpinnerColumn(), BarColumn(bar_width=24), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=steps)

        def step(name: str) -> None:
            bar.update(task, description=name, advance=1)

        yield step
