"""docs/verdicts.md says what the program does: its example, its reasons, standards, parameters and names."""

from __future__ import annotations

import re
from inspect import signature
from pathlib import Path
from typing import get_args

import yaml

from coldwater.cli.drawing_commands import render
from coldwater.model import from_accepted_data
from coldwater.model.models import Semantics
from coldwater.render.viewer.page import page
from coldwater.semantics import labelling
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.gradual import CREDENCE
from coldwater.semantics.grounded import grounded
from coldwater.semantics.influence import INFLUENCES
from coldwater.semantics.labelling import PLAIN_WORDS, Labelling
from coldwater.semantics.standards import STANDARDS, USUAL
from coldwater.semantics.verdict_words import told

PAGE = (Path(__file__).parents[1] / "docs" / "verdicts.md").read_text(encoding="utf-8")
SECTIONS = {part.split("\n", 1)[0]: part for part in re.split(r"^#+ ", PAGE, flags=re.MULTILINE)}


def rows(section: str) -> list[list[str]]:
    """Give the cells of a section's table, without its head."""
    lines = [line for line in SECTIONS[section].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_example_is_judged_as_the_outline_says() -> None:
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    map_ = from_accepted_data(yaml.safe_load(text))
    framework = compile_map(map_)
    verdicts = Labelling(framework, grounded(framework)).verdicts()
    names = {claim.text: name for name, claim in map_.claims.items()}
    names |= {str(argument.title): name for name, argument in map_.arguments.items()}
    shown = re.findall(r"^[ +−×•┌└]*(\S.*?) {2,}(stands|falls|undecided)(?:: (\S+))?$", PAGE, re.MULTILINE)
    assert len(shown) == len(verdicts)
    for one, word, reason in shown:
        verdict = verdicts[names[one]]
        assert (word, reason or "stands") == (PLAIN_WORDS[verdict.verdict], verdict.reason), one


def test_every_reason_is_explained_under_its_verdict() -> None:
    verdict = ""
    explained = {}
    for first, reason, _ in rows("The reasons"):
        verdict = first or verdict
        explained[reason] = verdict
    source = Path(labelling.__file__).read_text(encoding="utf-8")
    block = source[source.index("Reason = Literal[") : source.index("]  # fmt: skip")]
    groups = [re.findall(r'"([a-z-]+)"', line) for line in block.splitlines()[1:]]
    expected = {
        reason: word for word, group in zip(("stands", "falls", "undecided"), groups, strict=False) for reason in group
    }
    assert explained == expected


def test_the_standards_are_listed_from_the_mildest_with_the_usual_parameters() -> None:
    assert tuple(cells[0].strip("`") for cells in rows("Standards of proof")) == STANDARDS
    found = re.search(r"α = (\S+), β = (\S+) and γ = (\S+),", SECTIONS["Standards of proof"])
    assert found
    assert tuple(map(float, found.groups())) == USUAL


def test_the_semantics_are_those_there_are() -> None:
    assert set(re.findall(r"^\* \*\*(\w+)\*\*", SECTIONS["Circles"], re.MULTILINE)) == set(get_args(Semantics))
    assert all(f"{name}`" in SECTIONS["Degrees"] for name in INFLUENCES)
    assert [cells[0].strip("`") for cells in rows("The definition")[-3:]] == list(INFLUENCES)
    assert f"`credence` ({CREDENCE} unless given)" in SECTIONS["Degrees"]


def test_the_words_on_drawings_name_options_keys_and_formats_that_there_are() -> None:
    section = SECTIONS["In drawings"]
    options = {name.replace("_", "-").strip("-") for name in signature(render).parameters}
    assert {word[2:] for word in re.findall(r"`(--[a-z]+)`", section)} <= options
    help_text = (Path(page.__code__.co_filename).parent / "page.html").read_text(encoding="utf-8")
    keys = re.findall(r"`([A-Z])`", section)
    assert keys == ["V", "R", "G", "Z"]
    assert all(f"<kbd>{key}</kbd>" in help_text for key in keys)
    for mark, word in (("✓", "stands"), ("✗", "falls"), ("?", "undecided")):
        assert f"{mark} {word}" in section
        assert told({"stands": "in", "falls": "out"}.get(word, word)) == f"{mark} {word}"
