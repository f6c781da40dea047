"""A map that is not there: every command asks whether the one beside it was meant."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from .conftest import BRIDGE, Run

COMMANDS = [
    "check MAP",
    "check --fix MAP",
    "check --diff MAP",
    "show MAP",
    "evaluate MAP",
    "evaluate MAP --standards",
    "evaluate MAP --semantics df-quad",
    "explain MAP",
    "cruxes MAP",
    "render MAP",
    "render --check MAP",
    "diff MAP cars.argmap.yaml",
    "diff cars.argmap.yaml MAP",
    "diff --git HEAD MAP",
    "gate --base HEAD MAP",
    "review MAP",
    "review MAP --by Ann",
    "fmt MAP",
    "rename MAP cracks cracked",
    "apply MAP patch.yaml",
    "convert MAP out.json",
    "prep gaps MAP --side pro",
    "prep questions MAP --side pro",
    "prep blocks MAP --side pro",
    "prep brief MAP --side pro",
    "prep disclose MAP --side pro",
    "prep overview MAP",
    "prep assumptions MAP",
    "prep ach MAP",
    "prep flow MAP --side pro --debate-format policy",
    "prep plan MAP --side pro --minutes 3",
    "prep drill MAP --side pro",
    "prep spar MAP --side pro",
]


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_asks_for_the_map_beside_it(here: Path, run: Run, line: str) -> None:
    (here / "cars.argmap.yaml").write_text(BRIDGE)
    (here / "patch.yaml").write_text("coldwater-patch: 1\ntitle: T\nthesis: rebuild\nclaims: {new: It is new.}\n")
    if "HEAD" in line:
        for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
            settings = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
            subprocess.run(["git", *settings, *words], cwd=here, check=True)
    done = run(*line.replace("MAP", "cars").split())
    assert done.code == 2, done
    assert done.err.count("did you mean cars.argmap.yaml?") == 1, done.err
    assert done.err.startswith("coldwater: cars: there is no such file")


def test_what_is_near_nothing_is_only_missing(here: Path, run: Run) -> None:
    (here / "cars.argmap.yaml").write_text(BRIDGE)
    assert run("check", "bridges").err == "coldwater: bridges: there is no such file\n"
