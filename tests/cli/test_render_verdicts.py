"""``coldwater render --verdicts``: drawings with names of their own, that pass for no others when they are checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.conftest import BRIDGE, Run
from coldwater.render import FORMATS


@pytest.fixture
def bridge(here: Path) -> Path:
    path = here / "bridge.argmap.yaml"
    path.write_text(BRIDGE, encoding="utf-8")
    return path


def files(here: Path) -> list[str]:
    return sorted(path.name for path in (here / "renders").iterdir())


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_drawn_with_verdicts_under_its_own_name(bridge: Path, run: Run, format_: str) -> None:
    ask = ("render", "bridge.argmap.yaml", "--format", format_, "--verdicts")
    [target] = run(*ask).out.split()
    assert target == f"renders/bridge.verdicts.{FORMATS[format_]}"
    assert run(*ask, "--check").code == 0
    bridge.write_text(BRIDGE.replace("attacks: rebuild", "attacks: rebuild, strength: 0.4"))
    outcome = run(*ask, "--check")
    assert outcome.code == 1
    assert f"run  coldwater render bridge.argmap.yaml -o renders --format {format_} --verdicts\n" in outcome.out


def test_what_is_tried_out_changes_the_verdicts_and_has_a_name_of_its_own(bridge: Path, run: Run) -> None:
    ask = ("render", "bridge.argmap.yaml", "--format", "svg", "--verdicts", "--reject", "costly")
    assert run(*ask).out == "renders/bridge.what-if.svg\n"
    text = (bridge.parent / "renders" / "bridge.what-if.svg").read_text(encoding="utf-8")
    assert ">STANDS<" in text
    assert "Otherwise than the map says: `costly` rejected." in text
    assert run(*ask, "--check").code == 0
    other = run("render", "bridge.argmap.yaml", "--format", "svg", "--verdicts", "--reject", "cracks", "--check")
    assert other.code == 1
    assert other.out.endswith("--format svg --verdicts --reject cracks\n")


def test_a_drawing_of_one_sort_never_passes_for_another(bridge: Path, run: Run) -> None:
    renders = bridge.parent / "renders"
    for words in ((), ("--verdicts",), ("--verdicts", "--standard", "scintilla")):
        run("render", "bridge.argmap.yaml", "--format", "svg", *words)
    plain, judged, tried = (renders / f"bridge{sort}.svg" for sort in ("", ".verdicts", ".what-if"))
    kept = {path: path.read_bytes() for path in (plain, judged, tried)}
    check = ("render", "bridge.argmap.yaml", "--format", "svg", "--check")
    for other in (judged, tried):
        plain.write_bytes(kept[other])
        assert "renders/bridge.svg is not current" in run(*check).out
    for other in (plain, tried):
        judged.write_bytes(kept[other])
        assert "renders/bridge.verdicts.svg is not current" in run(*check, "--verdicts").out


def test_a_check_without_formats_looks_at_drawings_with_verdicts_that_are_there(bridge: Path, run: Run) -> None:
    run("render", "bridge.argmap.yaml")
    assert run("render", "--check", "bridge.argmap.yaml").err == "2 drawings current\n"
    run("render", "bridge.argmap.yaml", "--verdicts", "--format", "svg")
    assert run("render", "--check", "bridge.argmap.yaml").err == "3 drawings current\n"
    bridge.write_text(BRIDGE.replace("thesis: rebuild", "thesis: rebuild\nstandard: scintilla"))
    outcome = run("render", "--check", "bridge.argmap.yaml")
    assert outcome.code == 1
    assert outcome.out == (
        "renders/bridge.verdicts.svg is not current: run  coldwater render bridge.argmap.yaml -o renders --format svg "
        "--verdicts\n"
    )


def test_build_keeps_drawings_with_verdicts_current_and_begins_none(here: Path, run: Run) -> None:
    (here / "arguments").mkdir()
    path = here / "arguments" / "bridge.argmap.yaml"
    path.write_text(BRIDGE, encoding="utf-8")
    run("build")
    assert not [name for name in files(here) if "verdicts" in name]
    run("render", "--verdicts", "--format", "svg")
    path.write_text(BRIDGE.replace("thesis: rebuild", "thesis: rebuild\nstandard: scintilla"))
    assert "1 already current" not in run("build").out
    assert ">STANDS<" in (here / "renders" / "bridge.verdicts.svg").read_text(encoding="utf-8")
    assert run("render", "--check").code == 0


def test_a_part_with_verdicts_has_both_in_its_name(bridge: Path, run: Run) -> None:
    outcome = run("render", "bridge.argmap.yaml", "--format", "svg", "--verdicts", "--focus", "money")
    assert outcome.out == "renders/bridge-money.verdicts.svg\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--reject", "costly"], "shows in verdicts only: add --verdicts"),
        (["--verdicts", "--reject", "costli"], "Did you mean `costly`?"),
        (["--verdicts", "--accept", "money"], "there is no claim `money`"),
        (["--verdicts", "--reject", "costly", "--accept", "costly"], "cannot be both rejected and accepted"),
        (["--verdicts", "--strength", "money=2"], "must lie between 0 and 1"),
        (["--verdicts", "--standard", "magic"], "magic"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    bridge: Path, run: Run, words: list[str], says: str
) -> None:
    outcome = run("render", "bridge.argmap.yaml", "--format", "svg", *words)
    assert outcome.code == 2
    assert says in outcome.err
    assert not (bridge.parent / "renders").exists()


def test_the_drawing_says_what_evaluate_says(bridge: Path, run: Run) -> None:
    for words in ((), ("--reject", "cracks"), ("--strength", "money=0.2"), ("--standard", "scintilla")):
        told = run("evaluate", "bridge.argmap.yaml", *words).out.splitlines()[2]
        run("render", "bridge.argmap.yaml", "--format", "svg", "--verdicts", *words)
        name = "bridge.what-if.svg" if words else "bridge.verdicts.svg"
        text = (bridge.parent / "renders" / name).read_text(encoding="utf-8")
        verdict = told.partition(": ")[0].removeprefix(told[0] + " The thesis ").removeprefix("is ")
        assert f">{verdict.upper()}<" in text
        assert f"verdict: {verdict}, since {told.partition(': ')[2].removesuffix('.')}" in text


@pytest.mark.parametrize("format_", ["svg", "dot", "mermaid", "canvas"])
def test_of_a_tie_every_drawing_tells_how_many_stand_on_each_side(here: Path, run: Run, format_: str) -> None:
    (here / "tie.argmap.yaml").write_text(
        "argmap: 1\ntitle: Go?\nthesis: t\nclaims: {t: We go., a: It is late., b: It is far., c: It is fun.}\n"
        "arguments:\n  x: {premises: [a], supports: t}\n  y: {premises: [b], supports: t}\n"
        "  z: {premises: [c], attacks: t}\n",
        encoding="utf-8",
    )
    text = run("render", "tie.argmap.yaml", "--format", format_, "--verdicts", "-o", "-").out
    words = " ".join(re.sub(r"<[^>]*>|\\[nlr]", " ", text).split())
    assert "2 for, 1 against" in words
    assert "reasons on both sides" not in words
