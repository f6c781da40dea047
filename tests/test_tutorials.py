"""The tutorials go as they say: each file they show is written, each command run, and prints what they show."""

from __future__ import annotations

import io
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from coldwater.cli import main
from coldwater.rules import RULES

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "tutorials"
PAGES = sorted(FOLDER.glob("*.md"))
CUT = "…\n"
#: A remark to the test, if there is one, and the block below it.
_BLOCK = re.compile(r"(?:<!-- (\w+): (.+?) -->\n)?^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
#: A command and what it prints, in a block.
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Step(NamedTuple):
    """A file that is written, lines of one that are changed, or a command with what it prints; ``more``: a remark."""

    kind: str
    about: str
    text: str
    more: str = ""


def steps(page: str) -> Iterator[Step]:
    """Give the steps of a page in order. A block without a remark or a command is only looked at."""
    for remark, value, language, block in _BLOCK.findall(page):
        if remark in ("file", "changes"):
            yield Step(remark, value, block)
        for command, printed in _COMMAND.findall(block) if not language else ():
            yield Step("command", command, printed, f"{remark}: {value}" if remark else "")


def take(step: Step, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Take a step in the folder where one stands, and give what it prints."""
    if step.kind == "file":
        Path(step.about).parent.mkdir(parents=True, exist_ok=True)
        Path(step.about).write_text(step.text, encoding="utf-8")
        return ""
    if step.kind == "changes":
        lines = step.text.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in "- ")
        new = "".join(line[1:] for line in lines if line[0] in "+ ")
        text = Path(step.about).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        Path(step.about).write_text(text.replace(old, new), encoding="utf-8")
        return ""
    return _run(step, capsys, monkeypatch)


def _run(step: Step, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    words = shlex.split(step.about)
    kind, _, value = step.more.partition(": ")
    wanted = int(value) if kind == "exits" else 0
    if words[0] == "git":
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        assert done.returncode == wanted, done.stderr
        return done.stdout + done.stderr
    assert words[0] == "coldwater", step.about
    typed = "".join(f"{line}\n" for line in value.split(" | ")) if kind == "types" else ""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
    capsys.readouterr()
    with pytest.raises(SystemExit) as stop:
        main(words[1:])
    assert int(stop.value.code or 0) == wanted, (step.about, capsys.readouterr())
    return "".join(capsys.readouterr())


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, with a state of one's own and a git that knows who one is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLDWATER_STATE", str(tmp_path / ".state"))
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ann")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ann@example.org")
        monkeypatch.setenv(f"GIT_{name}_DATE", "2026-11-02T09:00:00Z")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
@pytest.mark.usefixtures("desk")
def test_a_tutorial_goes_as_it_says(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = list(steps(page.read_text(encoding="utf-8")))
    assert sum(step.kind == "command" for step in taken) >= 8
    for step in taken:
        printed = take(step, capsys, monkeypatch)
        if step.kind != "command":
            continue
        if step.more.startswith("quiet"):
            continue
        if step.text.endswith(CUT):
            assert printed.startswith(step.text.removesuffix(CUT)), step.about
        else:
            assert printed == step.text, step.about


def test_there_is_one_for_each_who_comes_and_the_readme_leads_to_it() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [page.stem for page in PAGES] == ["analyst", "debater", "teacher", "team"]
    for page in PAGES:
        assert f"(docs/tutorials/{page.name})" in readme


def test_the_comparison_has_a_date_and_the_numbers_that_hold() -> None:
    page = " ".join((ROOT / "docs" / "why-not.md").read_text(encoding="utf-8").split())
    formats = " ".join((ROOT / "docs" / "formats.md").read_text(encoding="utf-8").split())
    assert re.search(r"Written on \d+ \w+ 20\d\d\.", page)
    assert f"{len(RULES)} rules" in page
    labels = re.search(r"Of the (\d+ labels in \d+) .*?, (\d+) are coldwater's verdicts", formats)
    assert labels
    assert (
        f"Of the {labels[1]} of these that are about something in a map, {labels[2]} are coldwater's verdicts" in page
    )
    package = json.loads((ROOT / "tests" / "peers" / "package.json").read_text(encoding="utf-8"))
    assert f"`@argdown/core` {package['devDependencies']['@argdown/core']}" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_its_minutes_come_to_twenty_and_its_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert sum(map(int, re.findall(r"^## .+ \((\d+) min\)$", text, re.MULTILINE))) == 20
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert target.startswith("https://") or (FOLDER / target).exists(), target
    assert max(map(len, re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE).splitlines())) <= 132
