"""Typer in Chinese: the words of its help and of its complaints about a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer import BadParameter
from typer._click.core import Command
from typer._click.exceptions import ClickException, MissingParameter, NoSuchOption, UsageError
from typer.core import TyperCommand, TyperGroup

from generators.problems import listed, near

if TYPE_CHECKING:
    from typer._click.core import Context
    from typer._click.formatting import HelpFormatter
    from typer.core import TyperOption


def _teach_rich() -> None:
    """Give the help panels Chinese titles; only here, because importing rich's help takes as long as typer itself."""
    from typer import rich_utils  # noqa: PLC0415

    rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
    rich_utils.OPTIONS_PANEL_TITLE = "选项"
    rich_utils.COMMANDS_PANEL_TITLE = "命令"
    rich_utils.DEFAULT_STRING = "[默认：{}]"
    rich_utils.REQUIRED_LONG_STRING = "[必填]"


class _Chinese(Command):
    """What a command and a group of commands say in Chinese alike."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help under Chinese titles."""
        _teach_rich()
        super().format_help(ctx, formatter)

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write `用法：zhibu book [选项] 支部`."""
        words = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令"}
        pieces = [words.get(piece, piece) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The help option, described in Chinese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这份帮助"
        return option


class ChineseCommand(_Chinese, TyperCommand):
    """A command whose help is Chinese."""


class ChineseGroup(_Chinese, TyperGroup):
    """The group of commands, whose help is Chinese."""


def complaint(error: ClickException, commands: list[str]) -> str:
    """What is wrong with the command line, in one Chinese sentence."""
    if isinstance(error, MissingParameter):
        return f"缺少「{_name(error)}」"
    if isinstance(error, NoSuchOption):
        hint = f"，是不是「{error.possibilities[0]}」？" if error.possibilities else "。"
        return f"没有选项「{error.option_name}」{hint}"
    if isinstance(error, BadParameter):
        return _bad_value(error)
    if isinstance(error, UsageError) and "No such command" in error.message:
        word = error.message.split("'")[1]
        return f"没有命令「{word}」，{near(word, commands) or '可用的有：' + listed(commands)}"
    _, extra, rest = error.format_message().partition("unexpected extra argument")
    return f"多写了「{rest.rpartition('(')[2].rstrip(')')}」" if extra else f"命令写得不对：{error.format_message()}"


def _name(error: BadParameter) -> str:
    """The parameter as the user types it: `--edition`, or an argument's Chinese name."""
    if error.param is None:
        return ""
    options = [o for o in error.param.opts if o.startswith("--")]
    return options[0] if options else str(error.param.metavar or error.param.name)


def _bad_value(error: BadParameter) -> str:
    _, offered, choices = error.message.partition("is not one of")
    if offered:
        return f"「{_name(error)}」只能是 {choices.strip(' .').replace(chr(39), '').replace(', ', '、')}"
    if error.__cause__ is not None and hasattr(error.__cause__, "errors"):
        fault = error.__cause__.errors()[0]
        kind, limits = fault["type"], fault.get("ctx", {})
        if kind in _LIMITS:
            return f"「{_name(error)}」{_LIMITS[kind]}{next(iter(limits.values()), '')}"
    return f"「{_name(error)}」的值不对"


_LIMITS = {
    "int_parsing": "应写数字",
    "greater_than_equal": "不能小于 ",
    "less_than_equal": "不能大于 ",
}
