"""The command line in typer's words. Each command hands over to a function of its own module."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from coldwater import __version__
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED
from coldwater.cli.check import STDIN_NAME, run_check

app = typer.Typer(
    name="coldwater",
    help="Argument maps as code: check them like a compiler, draw them, see what the conclusion hangs on.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class OutputFormat(StrEnum):
    """How ``check`` prints findings."""

    full = "full"
    concise = "concise"
    json = "json"


class PictureFormat(StrEnum):
    """What ``render`` draws."""

    svg = "svg"
    png = "png"
    dot = "dot"


class Engine(StrEnum):
    """Which Graphviz lays a map out."""

    embedded = "embedded"
    system = "system"


Maps = Annotated[list[str] | None, typer.Argument(metavar="MAP...", help="Map files or folders; - is stdin.")]


def run_app(arguments: list[str]) -> int:
    """Run the command line and give its exit code; 2 for usage errors, which typer prints."""
    try:
        app(arguments, prog_name="coldwater")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else EXIT_FAILED
    return EXIT_CLEAN


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


@app.command()
def build(
    maps: Annotated[str, typer.Option("--maps", help="Folder of the maps.")] = "arguments",
    renders: Annotated[str, typer.Option("--renders", help="Folder for the drawings.")] = "renders",
) -> None:
    """Check all maps of the project, then draw those without errors: the main job."""
    from coldwater.cli.build import run_build  # noqa: PLC0415

    raise typer.Exit(run_build(maps, renders))


@app.command()
def check(
    maps: Maps = None,
    output_format: Annotated[OutputFormat, typer.Option(help="How to print the findings.")] = OutputFormat.full,
    source_text: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=PATH", help="Full text of a source, to verify quotes and fingerprints against."),
    ] = None,
    stdin_name: Annotated[str, typer.Option(help="What to call stdin; its ending tells YAML or JSON.")] = STDIN_NAME,
) -> None:
    """Check maps like a compiler: structure, consistency, evidence, wording."""
    from coldwater.cli.paths import maps_or_default, read_source_texts  # noqa: PLC0415

    texts = read_source_texts(source_text or [])
    raise typer.Exit(run_check(maps_or_default(maps), output_format.value, texts, stdin_name))


@app.command()
def render(
    maps: Maps = None,
    output: Annotated[str, typer.Option("-o", "--output", help="Folder for the drawings; - is stdout.")] = "renders",
    format_: Annotated[
        list[PictureFormat] | None, typer.Option("--format", help="What to draw (svg and png unless given).")
    ] = None,
    engine: Annotated[Engine, typer.Option(help="The embedded Graphviz, or `dot` from the PATH.")] = Engine.embedded,
    check_: Annotated[bool, typer.Option("--check", help="Draw nothing; say which drawings are not current.")] = False,
) -> None:
    """Draw maps, whatever else is wrong with them, as long as they can be read as a graph."""
    from coldwater.cli.paths import maps_or_default  # noqa: PLC0415
    from coldwater.cli.render import run_render, run_render_check  # noqa: PLC0415

    formats = [one.value for one in format_] if format_ else ["svg", "png"]
    paths = maps_or_default(maps)
    if check_:
        raise typer.Exit(run_render_check(paths, output, formats))
    raise typer.Exit(run_render(paths, output, formats, engine.value))


@app.command()
def show(
    map_: Annotated[str, typer.Argument(metavar="MAP", help="A map file; - is stdin.")],
    width: Annotated[int | None, typer.Option(min=20, help="Columns to wrap to (the terminal's unless given).")] = None,
) -> None:
    """Print a map as an indented outline."""
    from coldwater.cli.show import run_show  # noqa: PLC0415

    raise typer.Exit(run_show(map_, width))


@app.command()
def init(
    name: Annotated[str, typer.Argument(help="Where to write it; .argmap.yaml is added to a bare name.")] = "my-map",
) -> None:
    """Write a small commented map to begin with, and the schema for your editor."""
    from coldwater.cli.init import run_init  # noqa: PLC0415

    raise typer.Exit(run_init(name))


@app.command()
def rule(
    code: Annotated[str | None, typer.Argument(help="Code or name, such as CW103 or orphan-premise.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
) -> None:
    """Explain a rule: what is wrong, why it matters, a bad and a good example."""
    from coldwater.cli.rule import run_rule  # noqa: PLC0415

    raise typer.Exit(run_rule(code, all_))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the format."""
    from coldwater.model.schema import schema_text  # noqa: PLC0415

    typer.echo(schema_text(), nl=False)
