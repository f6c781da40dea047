"""Whatever is typed in a bout, on whatever map: it goes on or ends, and what it writes is a patch for that map."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from coldwater import revise
from coldwater.cli.prep.patch_files import PatchFile
from coldwater.cli.prep.prompts import OverError
from coldwater.cli.prep.spar import Spar
from coldwater.cli.prep.terminal import Terminal
from coldwater.formats.native.patch_text import read_patch
from coldwater.formats.native.yaml_writing import write_data
from coldwater.model.data import as_data
from coldwater.prep.material.preparation import Preparation
from prep.preparations import preparations
from work import ALL

LINES = (
    "", "?", "pass", "1", "2", "9", "n", "y", "step", "c1", "a0", "a1", "no such id", "Claim 3 does not hold.",
    "Nobody has shown that so far.", "That is of no weight here.", "国家承担五分之四的费用。", "x" * 300,
    "\x1b[31m red words",
)  # fmt: skip


def talk(prep: Preparation, folder: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[str]]:
    """Type lines by chance; give what was printed and the patches that came of it."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    typed = "".join(f"{random.choice(LINES)}\n" for _ in range(60))
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
    monkeypatch.setattr(sys, "stdout", out)
    path = folder / f"{seed}.yaml"
    spar = Spar(prep, Terminal(), PatchFile("map.yaml", str(path)), seed)
    with suppress(OverError):
        spar.run(10)
    spar.sum_up()
    monkeypatch.undo()
    found = [path.read_text(encoding="utf-8")] if path.exists() else []
    path.unlink(missing_ok=True)
    return out.getvalue(), found


def test_any_talk_goes_on_or_ends_the_same_way_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    patches = 0
    for seed, (name, prep) in list(enumerate(preparations()))[:: 1 if ALL else 3]:
        out, found = talk(prep, tmp_path, seed, monkeypatch)
        assert (out, found) == talk(prep, tmp_path, seed, monkeypatch), name
        assert "\x1b" not in out, name
        assert "How it went" in out, name
        for text in found:
            patches += 1
            patch = read_patch(text, "x.yaml")
            map_text = write_data(as_data(prep.map)).encode()
            assert revise.apply("m.yaml", patch, data=map_text).added, name
    assert patches > 20
