"""What every command says fits a terminal of 40, 60 and 80 columns, and nothing of it is cut off.

Only what is there to be copied may be wider: a word, a path, a command, the text of a file.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from coldwater.cli.app import app, prep
from coldwater.editing.moves.making import make_moves
from coldwater.rows import display_width

pty = pytest.importorskip("pty")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

#: Runs command lines one after the other, in one process at one terminal; each is answered to from a list of lines.
RUN = """
import io, json, sys
from coldwater.cli import main
for line in json.loads(sys.argv[1]):
    sys.stdin = io.StringIO("It is slow\\n3\\nsafety\\n" * 30)
    sys.stdout.write("\\n@@@ " + line + "\\n")
    sys.stdout.flush()
    try:
        main(line.split())
    except SystemExit as stop:
        assert stop.code in (0, 1) or "missing" in line, (line, stop.code)
    sys.stdout.flush()
"""
TOWN = """\
argmap: 1
title: Should the old bridge across the river be rebuilt before the winter, or should the town go on with the ferry?
thesis: rebuild
rivals: [ferry, nothing]
sources:
  survey:
    title: A survey of the bridge, its girders and its piers, made for the town council after the flood of last year
    author: [{family: Lindqvist, given: A.}]
    issued: "2024-05-01"
    URL: https://example.org/surveys/2024/the-old-bridge-across-the-river
claims:
  rebuild: {text: "The town should rebuild the bridge before the winter, whatever the state says of it.", kind: policy}
  ferry: The town should go on with the ferry until the state pays for a bridge.
  nothing: The town should do nothing at all, for nobody needs to cross the river in the winter.
  cracks:
    text: The main girder is cracked, and nobody knows for how long it has been.
    kind: fact
    cites: [{source: survey, locator: block 2, quote: The main girder is cracked along a length of 34 centimetres}]
  unsafe: {text: A bridge with a cracked main girder is unsafe for whatever is heavier than a bicycle., implicit: true}
  costly: Rebuilding costs three yearly budgets, and the town has none of them left after the flood.
  an-identifier-that-nobody-would-write-by-hand: 桥应该重建吗？因为大桥在洪水中损失了很多，没有人知道要花多少钱。
  grant: The state pays four fifths of the cost of any bridge that the flood has damaged.
  broke: The state is broke.
  slow: A ferry takes an hour for what a bridge does in two minutes.
arguments:
  safety: {title: Unsafe girder, premises: [cracks, unsafe], supports: rebuild, scheme: cause_to_effect}
  money: {title: Cost of the rebuilding, premises: [costly], attacks: rebuild, strength: 0.4}
  chinese: {premises: [an-identifier-that-nobody-would-write-by-hand], attacks: rebuild}
  funded: {title: Grant, premises: [grant], attacks: money}
  empty: {title: Empty purse, premises: [broke], attacks: grant}
  waiting: {title: An hour each way, premises: [slow], attacks: ferry}
  idle: {premises: [cracks], attacks: nothing}
positions:
  council: {name: The town council as it voted in May, accepts: [rebuild], rejects: [costly]}
"""
BROKEN = TOWN.replace("cracks, unsafe]", "cracks, unsaf]").replace("kind: policy", "knd: policy")
CHANGED = TOWN.replace(
    "broke: The state is broke.", "broke: The state is as broke as a state can be, says its treasurer."
)
COMMANDS = """
check town.argmap.yaml
check broken.argmap.yaml
check town.argmap.yaml --source-text survey=s.txt
check broken.argmap.yaml --fix
check broken.argmap.yaml --write-baseline
check .
check missing
build --maps maps --renders out
render maps/town.argmap.yaml -o out --format svg
render --check town.argmap.yaml
show town.argmap.yaml
evaluate town.argmap.yaml
evaluate town.argmap.yaml --standards
evaluate town.argmap.yaml --semantics preferred
evaluate town.argmap.yaml --semantics df-quad --reject broke
explain town.argmap.yaml
explain town.argmap.yaml money --reject grant
cruxes town.argmap.yaml
cruxes town.argmap.yaml --semantics df-quad
cruxes town.argmap.yaml --position council
evaluate town.argmap.yaml --position council
explain town.argmap.yaml --position council
positions town.argmap.yaml
diff town.argmap.yaml changed.argmap.yaml
gate --base HEAD maps
add reason town.argmap.yaml --against costly Somebody-else-pays-for-it-as-everybody-knows. --dry-run
add claim town.argmap.yaml Old. --dry-run
add premise town.argmap.yaml money Dear. --dry-run
add rival town.argmap.yaml Closed. --dry-run
add source town.argmap.yaml Minutes --dry-run
cite town.argmap.yaml costly survey --dry-run
reword town.argmap.yaml costly Dear. --dry-run
set town.argmap.yaml . standard scintilla --dry-run
clear town.argmap.yaml . rivals --dry-run
turn town.argmap.yaml money --dry-run
move town.argmap.yaml money safety --dry-run
undercut town.argmap.yaml money --dry-run
rebut town.argmap.yaml funded --dry-run
split town.argmap.yaml safety --dry-run
join town.argmap.yaml money chinese --dry-run
remove town.argmap.yaml money --dry-run
thesis town.argmap.yaml costly --dry-run
undo town.argmap.yaml answer.json --dry-run
review town.argmap.yaml
review town.argmap.yaml safety --by Somebody-with-a-long-name
init NEW
doctor
rule
rule CW304
scheme
scheme cause_to_effect
fmt --check town.argmap.yaml
rename changed.argmap.yaml cracks cracked-girder-of-the-bridge
apply changed.argmap.yaml patch.yaml
convert town.argmap.yaml OUT.json
schema
git install
prep gaps town.argmap.yaml --side pro
prep gaps town.argmap.yaml --side con --fail-on unanswered-crux
prep questions town.argmap.yaml --side con
prep blocks town.argmap.yaml --side pro
prep brief town.argmap.yaml --side con
prep disclose town.argmap.yaml --side con
prep overview town.argmap.yaml
prep assumptions town.argmap.yaml
prep ach town.argmap.yaml
prep flow town.argmap.yaml --side pro --debate-format policy
prep flow town.argmap.yaml --side con --debate-format bp
prep plan town.argmap.yaml --side pro --minutes 2
prep plan town.argmap.yaml --side con --debate-format bp --speech LO
formats
formats tgf
prep formats
prep drill town.argmap.yaml --side pro
prep drill town.argmap.yaml --side pro --stats
prep spar town.argmap.yaml --side con -o said.patch.yaml
"""
LINES = [line for line in COMMANDS.splitlines() if line]
#: Commands that are not for people, or print files; a tour, which waits for Enter, prints what others print.
NOT_HERE = {"git textconv", "git merge-driver", "lsp", "mcp", "serve", "tour"}
#: What prints a file, whose lines are as they are.
FILES = ("schema", "rule CW304")


def _folder(folder: Path) -> None:
    (folder / "maps").mkdir()
    for name, text in {"town": TOWN, "broken": BROKEN, "changed": CHANGED, "maps/town": TOWN}.items():
        (folder / f"{name}.argmap.yaml").write_text(text, encoding="utf-8")
    (folder / "Somebody else’s homework 3.yaml").write_text(TOWN, encoding="utf-8")
    (folder / "s.txt").write_text("A survey\n\nThe main girder is cracked along a length of 43 centimetres.\n")
    patch = (
        "coldwater-patch: 1\ntitle: Another\nthesis: rebuild\nclaims: {fish: The fish would suffer from the works.}\n"
    )
    (folder / "patch.yaml").write_text(patch)
    made = make_moves(TOWN, "yaml", [{"move": "turn", "id": "money"}] * 2)
    (folder / "answer.json").write_text(json.dumps({"undo": made.undo}))
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run(["git", *settings, *words], cwd=folder, check=True)
    (folder / "maps/town.argmap.yaml").write_text(CHANGED, encoding="utf-8")


def _printed(folder: Path, width: int) -> str:
    """Run all command lines at a terminal so wide."""
    import struct  # noqa: PLC0415
    import tempfile  # noqa: PLC0415

    reading, writing = pty.openpty()
    fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    environment |= {"TERM": "xterm", "NO_COLOR": "1", "COLDWATER_STATE": tempfile.mkdtemp(dir=folder)}
    words = [sys.executable, "-c", RUN, json.dumps(LINES)]
    running = subprocess.Popen(words, stdin=writing, stdout=writing, stderr=writing, cwd=folder, env=environment)
    os.close(writing)
    said = b""
    while True:
        try:
            part = os.read(reading, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
    assert running.wait() == 0, said.decode()[-2000:]
    return said.decode().replace("\r\n", "\n")


@cache
def _said(root: Path, width: int) -> Mapping[str, list[str]]:
    folder = root / str(width)
    folder.mkdir()
    _folder(folder)
    by_command: dict[str, list[str]] = {}
    for line in _printed(folder, width).split("\n"):
        shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", line).rpartition("\r")[2]
        if shown.startswith("@@@ "):
            lines = by_command.setdefault(shown[4:], [])
        elif by_command:
            lines.append(shown)
    return by_command


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("widths")


def _too_wide(lines: list[str], width: int) -> Iterator[str]:
    for line in lines:
        is_whole = " " not in line.strip() or re.match(r" *(--> |coldwater |• )\S*|.*: run$", line) is not None
        if display_width(line) > width and not is_whole:
            yield line


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(root: Path, width: int, line: str) -> None:
    lines = _said(root, width)[line]
    assert lines
    if line not in FILES:
        assert list(_too_wide(lines, width)) == []


@pytest.mark.parametrize(
    "line", [line for line in LINES if line.split()[0] in ("evaluate", "explain", "cruxes", "show")]
)
def test_a_narrow_terminal_is_told_as_much_as_a_wide_one(root: Path, line: str) -> None:
    def letters(width: int) -> list[str]:
        return sorted(filter(str.isalnum, "".join(_said(root, width)[line])))

    assert letters(40) == letters(60) == letters(80)
    assert not any("…" in shown for shown in _said(root, 40)[line])


def test_every_command_is_here() -> None:
    names = {one.name or str(one.callback and one.callback.__name__) for one in app.registered_commands}
    names |= {f"prep {one.name or (one.callback and one.callback.__name__)}" for one in prep.registered_commands}
    called = {" ".join(line.split()[: 2 if line.startswith(("add ", "prep ", "git ")) else 1]) for line in LINES}
    assert names - NOT_HERE - {"help"} <= called  # the help is held by test_help
