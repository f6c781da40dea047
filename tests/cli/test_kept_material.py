"""Material among the drawings: kept current where it is there, never begun, and never cut by time."""

from __future__ import annotations

from pathlib import Path

import pytest

from coldwater import api
from coldwater.cli.prep.kept import due_material, kept_material

from .conftest import BRIDGE, Run

MAP = "arguments/bridge.argmap.yaml"
BRIEF = "renders/bridge.brief.pro.md"


@pytest.fixture
def town(here: Path, run: Run) -> Path:
    """Make a project with one map, its drawings, and a brief among them."""
    (here / "arguments").mkdir()
    (here / MAP).write_text(BRIDGE, encoding="utf-8")
    assert run("build").code == 0
    assert run("prep", "brief", MAP, "--side", "pro", "-o", BRIEF).code == 0
    return here


def test_what_is_there_is_kept_current_and_nothing_is_begun(town: Path, run: Run) -> None:
    assert run("build").out.splitlines()[1].endswith("; 1 page for debate: 0 written now, 1 already current")
    (town / MAP).write_text(BRIDGE.replace("three yearly budgets", "two yearly budgets"), encoding="utf-8")
    stale = run("render", "--check")
    assert stale.code == 1
    assert f"{BRIEF} is not current: run  coldwater prep brief {MAP} --side pro -o {BRIEF}\n" in stale.out
    told = run("build").out.splitlines()
    assert len(told) == 3
    assert told[1].endswith("; 1 page for debate: 1 written now, 0 already current")
    assert "two yearly budgets" in (town / BRIEF).read_text(encoding="utf-8")
    checked = run("render", "--check")
    assert checked.code == 0
    assert checked.err.endswith(" drawings and 1 page for debate current\n")
    assert [path.name for path in (town / "renders").glob("*.md")] == ["bridge.brief.pro.md"]


def test_the_command_that_is_named_makes_it_current(town: Path, run: Run) -> None:
    (town / BRIEF).write_text("Something else.", encoding="utf-8")
    command = run("render", "--check").out.partition("run  coldwater ")[2].split()
    assert run(*command).code == 0
    assert run("render", "--check").code == 0


@pytest.mark.parametrize("kind", ["brief", "blocks", "gaps", "questions"])
@pytest.mark.parametrize("ending", ["md", "html"])
def test_each_kind_and_form_is_kept(town: Path, run: Run, kind: str, ending: str) -> None:
    target = f"renders/bridge.{kind}.con.{ending}"
    assert run("prep", kind, MAP, "--side", "con", "-o", target).code == 0
    assert target in [one.target for one in kept_material(MAP, "renders")]
    assert run("render", "--check").code == 0


def test_the_drawing_of_another_map_is_no_material(town: Path, run: Run) -> None:
    (town / "arguments/bridge.brief.pro.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    for _ in range(2):
        assert run("build").code == 0
        assert run("render", "--check").code == 0
    assert [one.target for one in kept_material(MAP, "renders")] == [BRIEF]


def test_what_time_cuts_short_is_not_written(town: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coldwater.prep.deciding.decision.Clock", _always_over)
    (due,) = due_material(api.load(MAP), kept_material(MAP, "renders"))
    assert due[1] is None
    before = (town / BRIEF).read_bytes()
    outcome = run("build")
    assert f"{BRIEF} is left as it was: to search {MAP} for what decides takes too long" in outcome.err
    assert (town / BRIEF).read_bytes() == before
    checked = run("render", "--check")
    assert (checked.code, "cannot be told current" in checked.out) == (1, True)


def _always_over(seconds: float) -> object:
    from coldwater.prep.deciding.clock import Clock  # noqa: PLC0415 - the one that is there without the patch

    return Clock(0, now=iter(range(10**9)).__next__)
