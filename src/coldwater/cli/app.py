"""The command line in typer's words: all commands, in the order in which the help lists them.

What each takes stands in the modules of its group, which declare and do nothing. Typer serves help and completion, and
refuses mistakes; a command line that it can read becomes a call (:mod:`coldwater.cli.calls`).
"""

from __future__ import annotations

import sys
from enum import Enum
from functools import cache
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from coldwater.cli import EXIT_CLEAN, EXIT_FAILED
from coldwater.cli.calls import Call, run_call
from coldwater.cli.checking_commands import build, check
from coldwater.cli.drawing_commands import render, show
from coldwater.cli.help import run_version
from coldwater.cli.judging_commands import cruxes, evaluate, explain, positions
from coldwater.cli.move_commands import (
    add_claim,
    add_premise,
    add_reason,
    add_rival,
    add_source,
    cite,
    clear,
    join,
    move,
    rebut,
    remove,
    reword,
    set_,
    split,
    thesis,
    turn,
    undercut,
    undo,
)
from coldwater.cli.parsing import NotPlainError, read_call
from coldwater.cli.prep.material_commands import (
    ach,
    assumptions,
    blocks,
    brief,
    disclose,
    gaps,
    overview,
    questions,
)
from coldwater.cli.prep.practice_commands import drill, spar
from coldwater.cli.prep.rounds_commands import flow, plan
from coldwater.cli.prep.rounds_commands import formats as debate_formats
from coldwater.cli.reference_commands import doctor, formats, help_, lsp, mcp, rule, schema, scheme, serve
from coldwater.cli.reviewing_commands import diff, gate, git_install, git_merge_driver, git_textconv, review
from coldwater.cli.writing_commands import apply, convert, fmt, init, rename, tour
from coldwater.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What typer refuses a command line with; where it is defined differs from version to version.
Refusal: type[Exception] = typer.BadParameter.__bases__[0]
_HELP = ("-h", "--help")


#: A hyphen at which no line is broken, while a help is set.
_UNBROKEN = "\N{NON-BREAKING HYPHEN}"


class _Formatter(typer.Context.formatter_class):  # type: ignore[misc, valid-type]
    """Sets a help, in narrow terminals as well; words such as ``clear-and-convincing`` stay whole where they fit."""

    width: int

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.width = min(self.width, max(get_terminal_size().columns - 2, 30))

    def write_dl(self, rows: Any, *_: Any, **__: Any) -> None:
        """Write rows of a name and what it means."""
        whole = [(name, text.replace("-", _UNBROKEN)) for name, text in rows]
        super().write_dl(whole, col_max=min(30, self.width // 2))

    def getvalue(self) -> str:
        """Give what was written."""
        return str(super().getvalue()).replace(_UNBROKEN, "-")


class _Context(typer.Context):
    formatter_class = _Formatter


class _Command(TyperCommand):
    """A command that is not run: it gives its call."""

    context_class = _Context

    def invoke(self, ctx: Any) -> Call:
        """Give the call that was read."""
        values = {
            one.name: _plain(ctx.params[one.name], is_many=one.nargs == -1 or getattr(one, "multiple", False))
            for one in self.params
            if one.name in ctx.params
        }
        return Call(" ".join(ctx.command_path.split()[1:]), values)


class _Group(TyperGroup):
    """A group of commands whose help says of each command all there is to say."""

    context_class = _Context

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands, each with the first paragraph of its help."""
        rows = [(name, (self.commands[name].help or "").split("\n\n", 1)[0]) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


app = typer.Typer(
    name="coldwater",
    cls=_Group,
    help="Argument maps as code: check them like a compiler, draw them, see what the conclusion hangs on.",
    no_args_is_help=True,
    rich_markup_mode=None,  # rich takes longer to load than all of typer
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": list(_HELP)},
)
prep = typer.Typer(
    name="prep",
    cls=_Group,
    help="Debate material for one side of a map: what to answer, what to ask, what to say.",
    no_args_is_help=True,
)
add = typer.Typer(
    name="add",
    cls=_Group,
    help="Moves that add to a map: a claim, a reason, a premise, a rival, a source.",
    no_args_is_help=True,
)
git = typer.Typer(
    name="git", cls=_Group, help="Readable diffs of maps and merges by id, in a git repository.", no_args_is_help=True
)

for command in (
    build, check, render, evaluate, explain, cruxes, positions, diff, gate, review, show, init, tour, rule, scheme, fmt,
    rename, apply, convert, formats, schema, doctor,
):  # fmt: skip
    app.command(cls=_Command)(command)
for edit in (cite, reword, clear, turn, move, undercut, rebut, split, join, remove, thesis, undo):
    app.command(cls=_Command)(edit)
app.command("set", cls=_Command)(set_)
add.command("claim", cls=_Command)(add_claim)
add.command("reason", cls=_Command)(add_reason)
add.command("premise", cls=_Command)(add_premise)
add.command("rival", cls=_Command)(add_rival)
add.command("source", cls=_Command)(add_source)
app.command(cls=_Command)(lsp)
app.command(cls=_Command)(mcp)
app.command(cls=_Command)(serve)
app.command("help", cls=_Command)(help_)
for material in (
    gaps, questions, blocks, brief, overview, assumptions, ach, flow, plan, disclose, debate_formats, drill, spar,
):  # fmt: skip
    prep.command(cls=_Command)(material)
git.command("install", cls=_Command)(git_install)
git.command("textconv", cls=_Command)(git_textconv)
git.command("merge-driver", cls=_Command)(git_merge_driver)
app.add_typer(add)
app.add_typer(prep)
app.add_typer(git)


def run_app(words: Sequence[str], odd: NotPlainError | None = None) -> int:
    """Let typer read a command line, carry out what it means, and give the exit code.

    ``odd``: what was odd about it when it was read without typer. Raises UsageError where there is a mistake.
    """
    if words and words[-1] in _HELP and (text := _help_of(words[:-1])) is not None:
        sys.stdout.write(text + "\n")
        return EXIT_CLEAN
    read = call_by_typer(words, odd)
    return run_call(read) if isinstance(read, Call) else read


def _help_of(words: Sequence[str]) -> str | None:
    """Give the help of a command, or of a group; None where the words are not just its name.

    Left to itself, typer would load pydantic to find out that help is asked for.
    """
    made = _made()
    context = made.context_class(made, info_name="coldwater", **made.context_settings)
    for word in words:
        made = getattr(made, "commands", {}).get(word)
        if made is None:
            return None
        context = made.context_class(made, info_name=word, parent=context)
    return str(made.get_help(context))


def call_by_typer(words: Sequence[str], odd: NotPlainError | None = None) -> Call | int:
    """Give the call that a command line means as typer reads it, or, where it printed something, the exit code.

    Raises UsageError where there is a mistake, in the words of :mod:`coldwater.cli.usage`.
    """
    try:
        read = _made()(list(words), prog_name="coldwater", standalone_mode=False)
    except Refusal as refusal:
        if type(refusal).__name__ == "NoArgsIsHelpError":
            refusal.show()  # type: ignore[attr-defined]
            return EXIT_FAILED
        from coldwater.cli.usage import complaint  # noqa: PLC0415 - most calls are well formed

        if odd is None or odd.why == "help":  # a mistake beside a request for help
            odd = _odd([word for word in words if word not in _HELP])
        raise UsageError(complaint(odd, str(refusal))) from None
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):
            raise stop.__context__ from None  # typer takes a reader that went away for a failure
        raise
    return read if isinstance(read, (Call, int)) else EXIT_FAILED


@cache
def _made() -> Any:
    """Give all commands as typer makes them of what is declared."""
    return typer.main.get_command(app)


def _odd(words: Sequence[str]) -> NotPlainError | None:
    try:
        read_call(words)
    except NotPlainError as odd:
        return odd
    return None


def _plain(value: Any, *, is_many: bool) -> Any:
    """Give a value as calls hold it: the word of a choice, a tuple of several."""
    if is_many:
        return tuple(_plain(one, is_many=False) for one in value or ())
    return value.value if isinstance(value, Enum) else value


def _show_version(wanted: bool) -> None:
    if wanted:
        run_version()
        raise typer.Exit


@app.callback()
def _main(
    _version: Annotated[
        bool, typer.Option("-V", "--version", callback=_show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Argument maps as code: check them like a compiler, draw them, see what the conclusion hangs on."""
