"""The command line: all commands, in the order in which the help lists them.

What each takes stands in the modules of its group, in typer's words; they hand over to a function of its own.
"""

from __future__ import annotations

from typing import Annotated

import typer

from coldwater import __version__
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED
from coldwater.cli.checking_commands import build, check
from coldwater.cli.command_class import Command
from coldwater.cli.drawing_commands import render, show
from coldwater.cli.judging_commands import cruxes, evaluate, explain
from coldwater.cli.prep.commands import prep
from coldwater.cli.reference_commands import rule, schema, scheme
from coldwater.cli.reviewing_commands import diff, gate, git_install, git_merge_driver, git_textconv, review
from coldwater.cli.writing_commands import apply, convert, fmt, init, rename
from coldwater.errors import UsageError

app = typer.Typer(
    name="coldwater",
    help="Argument maps as code: check them like a compiler, draw them, see what the conclusion hangs on.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
git = typer.Typer(
    name="git", help="Readable diffs of maps and merges by id, in a git repository.", no_args_is_help=True
)

for command in (
    build, check, render, evaluate, explain, cruxes, diff, gate, review, show, init, rule, scheme, fmt, rename, apply,
    convert, schema,
):  # fmt: skip
    app.command(cls=Command)(command)
git.command("install", cls=Command)(git_install)
git.command("textconv", cls=Command)(git_textconv)
git.command("merge-driver", cls=Command)(git_merge_driver)
app.add_typer(prep)
app.add_typer(git)


def run_app(arguments: list[str]) -> int:
    """Run the command line and give its exit code; 2 for usage errors, which typer prints.

    Raises UsageError for a command of the group ``prep`` that is called without its group.
    """
    if arguments and arguments[0] in _names(prep) - _names(app):
        raise UsageError(
            f"there is no command `{arguments[0]}`; debate material is made by  coldwater prep {arguments[0]}"
        )
    try:
        app(arguments, prog_name="coldwater")
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):
            raise stop.__context__ from None  # typer takes a reader that went away for a failure
        return stop.code if isinstance(stop.code, int) else EXIT_FAILED
    return EXIT_CLEAN


def _names(group: typer.Typer) -> set[str]:
    """Give the names of the commands of a group."""
    return {one.name or one.callback.__name__ for one in group.registered_commands if one.callback}


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"coldwater {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Argument maps as code: check them like a compiler, draw them, see what the conclusion hangs on."""
