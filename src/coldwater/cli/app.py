"""The command line in typer's words. Each command hands over to a function of its own module."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from coldwater import __version__
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED
from coldwater.cli.check import STDIN_NAME, CheckOptions, run_check
from coldwater.cli.options import OneMap, Semantics, SemanticsOption, Standard, StandardOption
from coldwater.cli.prep.commands import prep
from coldwater.errors import UsageError
from coldwater.semantics.evaluation import AS_WRITTEN, USUAL_LIMITS, Limits, Overrides

app = typer.Typer(
    name="coldwater",
    help="Argument maps as code: check them like a compiler, draw them, see what the conclusion hangs on.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(prep)


class OutputFormat(StrEnum):
    """How ``check`` prints findings."""

    full = "full"
    concise = "concise"
    json = "json"
    jsonl = "jsonl"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"
    junit = "junit"
    markdown = "markdown"


class Severity(StrEnum):
    """How bad a finding is."""

    error = "error"
    warning = "warning"
    info = "info"


class PictureFormat(StrEnum):
    """What ``render`` draws."""

    svg = "svg"
    png = "png"
    pdf = "pdf"
    html = "html"
    dot = "dot"
    mermaid = "mermaid"
    graphml = "graphml"
    canvas = "canvas"


class Engine(StrEnum):
    """What lays a map out."""

    auto = "auto"
    tidy = "tidy"
    embedded = "embedded"
    system = "system"


class Direction(StrEnum):
    """Where the thesis stands: at the top, or at the left."""

    auto = "auto"
    top_down = "top-down"
    left_right = "left-right"


class DataFormat(StrEnum):
    """For people, or for scripts."""

    full = "full"
    json = "json"


class DiffFormat(StrEnum):
    """For people, for a comment on a pull request, or for scripts."""

    full = "full"
    markdown = "markdown"
    json = "json"


class Theme(StrEnum):
    """Dark on light, or light on dark; auto, for HTML, as the reader's system has it."""

    auto = "auto"
    light = "light"
    dark = "dark"


class Paper(StrEnum):
    """The paper of a PDF."""

    auto = "auto"
    a4 = "a4"
    a3 = "a3"
    letter = "letter"
    tabloid = "tabloid"


class Spelling(StrEnum):
    """The two spellings of the native format."""

    yaml = "yaml"
    json = "json"


class Section(StrEnum):
    """Where an id is looked for."""

    claims = "claims"
    arguments = "arguments"
    sources = "sources"
    positions = "positions"


StdinName = Annotated[str, typer.Option(help="What to call stdin; its ending tells YAML or JSON.")]
Maps = Annotated[list[str] | None, typer.Argument(metavar="MAP...", help="Map files or folders; - is stdin.")]

Reject = Annotated[
    list[str] | None,
    typer.Option("--reject", metavar="ID", help="Take this claim or argument to be out; may be given several times."),
]
Accept = Annotated[
    list[str] | None,
    typer.Option("--accept", metavar="ID", help="Take this claim to be granted; may be given several times."),
]
Strengths = Annotated[
    list[str] | None,
    typer.Option("--strength", metavar="ID=NUMBER", help="Take this argument to be so strong, from 0 to 1."),
]
DataOption = Annotated[DataFormat, typer.Option("--output-format", help="Text for people, or JSON.")]


def run_app(arguments: list[str]) -> int:
    """Run the command line and give its exit code; 2 for usage errors, which typer prints."""
    try:
        app(arguments, prog_name="coldwater")
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):
            raise stop.__context__ from None  # typer takes a reader that went away for a failure
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
    maps: Annotated[str | None, typer.Option("--maps", help="Folder of the maps (settings, or arguments).")] = None,
    renders: Annotated[
        str | None, typer.Option("--renders", help="Folder for the drawings (settings, or renders).")
    ] = None,
) -> None:
    """Check all maps of the project, then draw those without errors: the main job."""
    from coldwater.cli.build import run_build  # noqa: PLC0415

    raise typer.Exit(run_build(maps, renders))


@app.command()
def check(  # noqa: PLR0913 - one parameter for each option
    maps: Maps = None,
    output_format: Annotated[OutputFormat, typer.Option(help="How to print the findings.")] = OutputFormat.full,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write them to a file; - is stdout.")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULES", help="Only these rules: CW301, or CW3 for all of a kind; commas between several."
        ),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Not these rules.")] = None,
    error_on: Annotated[
        Severity | None, typer.Option(help="Exit with 1 for findings so severe or worse (settings, or error).")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    baseline: Annotated[
        str | None, typer.Option(metavar="FILE", help="Known findings, to be held back (coldwater-baseline.json).")
    ] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Hold nothing back.")] = False,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write all that is found to the baseline.")
    ] = False,
    config: Annotated[
        str | None, typer.Option(metavar="FILE", help="Settings (coldwater.toml or pyproject.toml, here or above).")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes to share maps among (as many as there are processors).")
    ] = None,
    source_text: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=PATH", help="Full text of a source, to verify quotes and fingerprints against."),
    ] = None,
    stdin_name: StdinName = STDIN_NAME,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, then check again.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also what may not be meant.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
) -> None:
    """Check maps like a compiler: structure, consistency, evidence, wording."""
    from coldwater.cli.paths import read_source_texts  # noqa: PLC0415

    options = CheckOptions(
        output_format.value,
        None if output == "-" else output,
        read_source_texts(source_text or []),
        stdin_name,
        select or (),
        ignore or (),
        config,
        error_on.value if error_on is not None else None,
        exit_zero,
        baseline,
        no_baseline,
        write_baseline,
        jobs,
    )
    if unsafe_fixes and not (fix or diff):
        raise UsageError("--unsafe-fixes goes with --fix or --diff")
    if not (fix or diff):
        raise typer.Exit(run_check(maps or (), options))
    from coldwater.cli.fix import run_fix, run_fix_diff  # noqa: PLC0415 - seldom asked for

    raise typer.Exit((run_fix_diff if diff else run_fix)(maps or (), options, unsafe_fixes))


@app.command()
def render(  # noqa: PLR0913 - one parameter for each option
    maps: Maps = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="Folder for the drawings (settings, or renders); - is stdout.")
    ] = None,
    format_: Annotated[
        list[PictureFormat] | None,
        typer.Option("--format", help="What to draw; may be given several times (svg and png unless given)."),
    ] = None,
    focus: Annotated[
        str | None, typer.Option(metavar="ID", help="Draw this claim or argument and what is behind it.")
    ] = None,
    depth: Annotated[int | None, typer.Option(min=0, help="Draw so many levels of arguments.")] = None,
    direction: Annotated[
        Direction, typer.Option(help="Thesis at the top or at the left; auto goes by size and shape.")
    ] = Direction.auto,
    theme: Annotated[
        Theme | None,
        typer.Option(
            help="Colours: light unless given; html also takes auto, and has it unless given.", show_default=False
        ),
    ] = None,
    scale: Annotated[float, typer.Option(min=0.1, max=10, help="Pixels of a PNG for each px of the drawing.")] = 2.0,
    paper: Annotated[Paper, typer.Option(help="Paper of a PDF; auto is A4, or A3 for larger maps.")] = Paper.auto,
    font: Annotated[
        str | None, typer.Option(metavar="FILE", help="Font for characters that the embedded font lacks.")
    ] = None,
    engine: Annotated[
        Engine,
        typer.Option(help="auto: our own layout for trees, else the embedded Graphviz; system: `dot` from the PATH."),
    ] = Engine.auto,
    verdicts: Annotated[
        bool,
        typer.Option(
            "--verdicts",
            help="Show what stands, what falls and what decides the thesis, in NAME.verdicts.svg; an HTML page has a "
            "switch for it, which is on then.",
        ),
    ] = False,
    reject: Reject = None,
    accept: Accept = None,
    strength: Strengths = None,
    standard: StandardOption = None,
    check_: Annotated[bool, typer.Option("--check", help="Draw nothing; say which drawings are not current.")] = False,
) -> None:
    """Draw maps, whatever else is wrong with them, as long as they can be read as a graph."""
    from coldwater.cli.project import folder_of_drawings, paths_of_maps, settings_for  # noqa: PLC0415
    from coldwater.cli.render import run_render, run_render_check  # noqa: PLC0415
    from coldwater.render import Options  # noqa: PLC0415

    formats = [one.value for one in format_ or ()]
    settings = settings_for(None)
    paths, folder = maps or paths_of_maps(settings), output or folder_of_drawings(settings)
    overrides = _overrides(reject, accept, strength, standard)
    options = Options(
        engine.value, direction.value, theme.value if theme else None, scale, paper.value, font, focus, depth, verdicts,
        None if overrides == AS_WRITTEN else overrides,
    )  # fmt: skip
    if check_:
        raise typer.Exit(run_render_check(paths, folder, formats, options, settings))
    raise typer.Exit(run_render(paths, folder, formats or ["svg", "png"], options, settings))


@app.command()
def evaluate(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    standards: Annotated[
        bool, typer.Option("--standards", help="Say under which proof standards the thesis passes.")
    ] = False,
    reject: Reject = None,
    accept: Accept = None,
    strength: Strengths = None,
    most: Annotated[int, typer.Option(min=1, help="List so many labellings at most.")] = USUAL_LIMITS.most,
    seconds: Annotated[float, typer.Option(min=0.1, help="Look for them so long at most.")] = USUAL_LIMITS.seconds,
    output_format: DataOption = DataFormat.full,
) -> None:
    """Say which claims and arguments stand, and what decides it."""
    from coldwater.cli.evaluate import run_evaluate, run_standards  # noqa: PLC0415

    overrides = _overrides(reject, accept, strength, standard)
    if standards:
        if standard is not None or semantics is not Semantics.grounded:
            raise UsageError("--standards tries every standard, under grounded semantics: take --standard and "
                             "--semantics away")  # fmt: skip
        raise typer.Exit(run_standards(map_, overrides, output_format.value))
    limits = Limits(most, seconds)
    raise typer.Exit(run_evaluate(map_, semantics.value, overrides, limits, output_format.value))


@app.command()
def explain(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    id_: Annotated[
        str | None, typer.Argument(metavar="ID", help="A claim or argument; the thesis unless given.")
    ] = None,
    standard: StandardOption = None,
    reject: Reject = None,
    accept: Accept = None,
    strength: Strengths = None,
    output_format: DataOption = DataFormat.full,
) -> None:
    """Say why a claim or an argument stands, falls or is undecided."""
    from coldwater.cli.evaluate import run_explain  # noqa: PLC0415

    raise typer.Exit(run_explain(map_, id_, _overrides(reject, accept, strength, standard), output_format.value))


@app.command()
def cruxes(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    most_size: Annotated[int, typer.Option(min=1, help="Look for cruxes of so many claims at most.")] = 3,
    seconds: Annotated[float, typer.Option(min=0.1, help="Search so long at most.")] = 5.0,
    output_format: DataOption = DataFormat.full,
) -> None:
    """Say what decides the verdict: which claims it hangs on, what may be conceded, what must be answered."""
    from coldwater.cli.cruxes import run_cruxes  # noqa: PLC0415

    chosen = None if standard is None else standard.value
    raise typer.Exit(run_cruxes(map_, semantics.value, chosen, most_size, seconds, output_format.value))


def _overrides(
    reject: list[str] | None, accept: list[str] | None, strength: list[str] | None, standard: Standard | None
) -> Overrides:
    from coldwater.cli.evaluate import read_strengths  # noqa: PLC0415

    chosen = None if standard is None else standard.value
    return Overrides(tuple(reject or ()), tuple(accept or ()), read_strengths(strength or ()), chosen)


@app.command()
def diff(
    maps: Maps = None,
    git: Annotated[
        list[str] | None,
        typer.Option("--git", metavar="REV", help="Compare maps with this revision; twice: one revision with another."),
    ] = None,
    output_format: Annotated[DiffFormat, typer.Option(help="How to print the difference.")] = DiffFormat.full,
) -> None:
    """Say what changed in the argument between two maps or two revisions, and which verdicts that turned."""
    from coldwater.cli.diff import run_diff  # noqa: PLC0415
    from coldwater.cli.project import paths_of_maps, settings_for  # noqa: PLC0415

    paths = paths_of_maps(settings_for(None)) if git and not maps else list(maps or ())
    raise typer.Exit(run_diff(paths, git or (), output_format.value))


git_app = typer.Typer(
    name="git", help="Readable diffs of maps and merges by id, in a git repository.", no_args_is_help=True
)
app.add_typer(git_app)


@git_app.command("install")
def git_install(
    uninstall: Annotated[bool, typer.Option("--uninstall", help="Take it back.")] = False,
) -> None:
    """Let `git diff` show what maps say, and `git merge` merge them by id, in the repository here."""
    from coldwater.cli.git import run_install  # noqa: PLC0415

    raise typer.Exit(run_install(uninstall))


@git_app.command("textconv")
def git_textconv(file: Annotated[str, typer.Argument(metavar="FILE", help="A map file.")]) -> None:
    """Print a map for a diff: an entry a paragraph, a field a line. git calls this."""
    from coldwater.cli.git import run_textconv  # noqa: PLC0415

    raise typer.Exit(run_textconv(file))


@git_app.command("merge-driver")
def git_merge_driver(
    base: Annotated[str, typer.Argument(metavar="BASE", help="The state that both come from (%O).")],
    ours: Annotated[str, typer.Argument(metavar="OURS", help="Our state, to be overwritten by the result (%A).")],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="Their state (%B).")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of the map (%P).")],
) -> None:
    """Merge two states of a map by id; exit with 1 if both changed one id. git calls this."""
    from coldwater.cli.git import run_merge_driver  # noqa: PLC0415

    raise typer.Exit(run_merge_driver(base, ours, theirs, name))


@app.command()
def gate(
    base: Annotated[str, typer.Option(metavar="REV", help="The revision that the change is to be merged into.")],
    maps: Maps = None,
    allow_verdict_change: Annotated[
        bool, typer.Option("--allow-verdict-change", help="Let another verdict on the thesis pass.")
    ] = False,
    max_new_gaps: Annotated[
        int, typer.Option(min=0, metavar="N", help="Let so many new unanswered arguments on cruxes pass, in each map.")
    ] = 0,
    output_format: Annotated[DiffFormat, typer.Option(help="How to print what was looked at.")] = DiffFormat.full,
) -> None:
    """Fail if a change turned the verdict, hit a crux unanswered, or changed what a reviewed argument rests on."""
    from coldwater.cli.gate import run_gate  # noqa: PLC0415
    from coldwater.cli.project import paths_of_maps, settings_for  # noqa: PLC0415
    from coldwater.review.gate import Allowed  # noqa: PLC0415

    paths = list(maps or paths_of_maps(settings_for(None)))
    raise typer.Exit(run_gate(paths, base, Allowed(allow_verdict_change, max_new_gaps), output_format.value))


@app.command()
def review(
    map_: Annotated[str, typer.Argument(metavar="MAP", help="A map file.")],
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID...", help="Arguments; all that nobody has looked at as they stand unless given."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who looked at them. Without it, print who did so far.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="When: year-month-day (today unless given).")] = None,
) -> None:
    """Put down who looked at an argument; the check tells when what it rests on has changed since (CW209)."""
    from coldwater.cli.review import run_review  # noqa: PLC0415

    raise typer.Exit(run_review(map_, ids or (), by, on))


@app.command()
def show(
    map_: OneMap,
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
def scheme(
    name: Annotated[str | None, typer.Argument(help="A scheme, such as expert_opinion.")] = None,
    output_format: DataOption = DataFormat.full,
) -> None:
    """List the argumentation schemes, or show one: its premises, its critical questions, how to write it."""
    from coldwater.cli.scheme import run_scheme  # noqa: PLC0415

    raise typer.Exit(run_scheme(name, output_format.value))


@app.command()
def fmt(
    maps: Maps = None,
    check_: Annotated[bool, typer.Option("--check", help="Write nothing; name the maps that would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Put maps into canonical form; comments and blank lines stay."""
    from coldwater import api  # noqa: PLC0415
    from coldwater.cli.fmt import run_fmt  # noqa: PLC0415
    from coldwater.cli.project import paths_of_maps, settings_for  # noqa: PLC0415

    settings = settings_for(None)
    raise typer.Exit(run_fmt(api.find_maps(maps or paths_of_maps(settings), settings), check_, diff, stdin_name))


@app.command()
def rename(  # noqa: PLR0913 - one parameter for each option
    map_: Annotated[str, typer.Argument(metavar="MAP", help="A map file; - goes from stdin to stdout.")],
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id as it is.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id as it is to be.")],
    section: Annotated[Section | None, typer.Option(help="Which OLD, if several entries have this id.")] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Give a claim, an argument, a source or a position another id, wherever it is named."""
    from coldwater.cli.rename import run_rename  # noqa: PLC0415
    from coldwater.editing.renaming import NewName  # noqa: PLC0415

    raise typer.Exit(run_rename(map_, NewName(old, new, section.value if section else None), diff, stdin_name))


@app.command()
def apply(
    map_: Annotated[str, typer.Argument(metavar="MAP", help="A map file.")],
    patch: Annotated[
        str, typer.Argument(metavar="PATCH", help="New claims and arguments, as `prep spar` writes them.")
    ],
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    expected: Annotated[
        bool, typer.Option("--expected", help="Let the map expect the verdicts that turn as they are then.")
    ] = False,
) -> None:
    """Add the claims and arguments of a patch to a map; the rest of its text stays as it is."""
    from coldwater.cli.apply import run_apply  # noqa: PLC0415

    raise typer.Exit(run_apply(map_, patch, diff, expected))


@app.command()
def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="A map file; - is stdin.")],
    target: Annotated[str, typer.Argument(metavar="OUT", help="Where to write it, .yaml or .json; - is stdout.")],
    to: Annotated[Spelling | None, typer.Option(help="What stdout is to hold.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Write a map in the other spelling: YAML as JSON, JSON as YAML."""
    from coldwater.cli.convert import run_convert  # noqa: PLC0415

    raise typer.Exit(run_convert(source, target, to.value if to else None, force, stdin_name))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the format."""
    from coldwater.model.schema import schema_text  # noqa: PLC0415

    typer.echo(schema_text(), nl=False)
