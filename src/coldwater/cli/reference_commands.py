"""``coldwater rule``, ``scheme``, ``schema``, ``formats`` and ``help``, in typer's words: what one looks up."""

from __future__ import annotations

from typing import Annotated

import typer

from coldwater.cli.options import DataFormat, DataOption


def rule(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="Code or name, such as CW103 or orphan-premise.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
) -> None:
    """Explain a rule: what is wrong, why it matters, a bad and a good example."""


def scheme(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A scheme, such as expert_opinion.")] = None,
    output_format: DataOption = DataFormat.full,
) -> None:
    """List the argumentation schemes, or show one: its premises, its critical questions, how to write it."""


def schema(
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="What to describe, such as check or prep gaps; a map unless given."),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List what there is a schema of.")] = False,
) -> None:
    """Print a JSON Schema: of the format, of what a command prints as JSON, or of a file that is kept."""


def formats(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A format, such as argdown.")] = None,
    output_format: DataOption = DataFormat.full,
) -> None:
    """List the formats that files can be read in and written in, or say of one what it can carry."""


def doctor() -> None:
    """Say what is installed, which extra parts are missing and what they would bring, where settings are read from."""


def help_(
    command: Annotated[
        list[str] | None, typer.Argument(metavar="COMMAND...", help="A command, such as check or prep gaps.")
    ] = None,
) -> None:
    """Say what a command takes, or which commands there are."""


def mcp(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A map, or a folder with maps.")] = ".",
) -> None:
    """Serve a map, or the maps below a folder, to assistants by the Model Context Protocol, on stdin and stdout."""


def lsp(
    stdio: Annotated[
        bool, typer.Option("--stdio", help="Say nothing on a terminal: an editor started it, as editors do by this.")
    ] = False,
) -> None:
    """Serve maps to an editor by the Language Server Protocol, on stdin and stdout."""


def serve(
    path: Annotated[str, typer.Argument(metavar="FOLDER", help="A folder with maps, or a map.")] = ".",
    port: Annotated[int, typer.Option(metavar="NUMBER", help="The port; unless given 8642, or one that is free.")] = 0,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen: this machine alone, unless given.")
    ] = "127.0.0.1",
    read_only: Annotated[bool, typer.Option("--read-only", help="Show the maps; nothing can be changed.")] = False,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser.")] = True,
) -> None:
    """Show maps in a browser on this machine, live, and edit them there: the same files on disk."""
