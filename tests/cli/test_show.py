"""``coldwater show`` by groups and by tags: a map as a list under headings, or as an outline of what is of a tag."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

SQUARE = """\
argmap: 1
title: What should become of the square?
thesis: cars
shape: graph
sources:
  count: {title: Traffic count}
claims:
  cars: {text: Cars should leave the square., kind: policy, tags: [Traffic]}
  loud: {text: Cars are loud., kind: fact, cites: [{source: count}], tags: [Traffic / Noise]}
  shops: {text: Shops need cars., status: open, tags: [Money]}
  trees: {text: Trees give shade., kind: fact}
arguments:
  noise: {title: Noise, premises: [loud], supports: cars, tags: [Traffic / Noise]}
  trade: {premises: [shops], attacks: cars}
positions:
  mayor: {name: The mayor, accepts: [loud], rejects: [shops]}
"""


@pytest.fixture
def square(here: Path) -> str:
    (here / "square.argmap.yaml").write_text(SQUARE, encoding="utf-8")
    return "square.argmap.yaml"


def printed(run: Run, *words: str) -> list[str]:
    outcome = run("show", *words, "--width", "90")
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out.splitlines()


def test_by_tags(run: Run, square: str) -> None:
    assert printed(run, square, "--by", "tags") == [
        "What should become of the square?",
        "",
        "Traffic (2 claims, 1 argument)",
        "  • Cars should leave the square. [cars; thesis]",
        "",
        "  Noise (1 claim, 1 argument)",
        "    • Cars are loud. [loud; accepted by The mayor]",
        "    + Noise [noise; supports cars; from loud]",
        "",
        "Money (1 claim)",
        "  • Shops need cars. [shops; rejected by The mayor]",
        "",
        "Without a tag (1 claim, 1 argument)",
        "  • Trees give shade. [trees]",
        "  − attacks [trade; attacks cars; from shops]",
    ]


@pytest.mark.parametrize(
    ("by", "headings"),
    [
        ("kind", ["Fact (2 claims)", "Policy (1 claim)", "Without a kind (1 claim)"]),
        ("status", ["Open (1 claim)", "Without a status (3 claims)"]),
        ("source", ["Traffic count [count] (1 claim)", "Without a source (3 claims, 2 arguments)"]),
        (
            "position",
            ["The mayor [mayor] (2 claims)", "  Accepts (1 claim)", "  Rejects (1 claim)", "Held by nobody (2 claims)"],
        ),
    ],
)
def test_by_other_keys(run: Run, square: str, by: str, headings: list[str]) -> None:
    lines = printed(run, square, "--by", by)
    assert [line for line in lines if line.endswith(")")] == headings


def test_by_a_key_of_what_is_of_a_tag(run: Run, square: str) -> None:
    assert printed(run, square, "--by", "kind", "--tag", "Traffic")[2:] == [
        "Fact (1 claim)",
        "  • Cars are loud. [loud; accepted by The mayor]",
        "",
        "Policy (1 claim)",
        "  • Cars should leave the square. [cars; thesis]",
    ]


def test_an_outline_of_what_is_of_a_tag(run: Run, square: str) -> None:
    assert printed(run, square, "--tag", "Traffic / Noise") == [
        "What should become of the square?",
        "",
        "Cars should leave the square. [cars; # Traffic; 1 argument left out]",
        "  + Noise [noise; # Traffic / Noise]",
        "    • Cars are loud. [loud; accepted by The mayor; # Traffic / Noise]",
        "",
        "Left out, being of no such tag: 2 claims, 1 argument.",
    ]


def test_several_tags_are_shown_together(run: Run, square: str) -> None:
    lines = printed(run, square, "--tag", "Traffic / Noise", "--tag", "Money")
    assert lines[-1] == "Left out, being of no such tag: 1 claim."
    assert any("Shops need cars." in line for line in lines)


def test_an_outline_without_tags_is_what_it_was(run: Run, square: str) -> None:
    assert not any("#" in line or "left out" in line.lower() for line in printed(run, square))


def test_a_tag_that_is_not_there(run: Run, square: str) -> None:
    outcome = run("show", square, "--tag", "Trafic")
    assert (outcome.code, outcome.out) == (2, "")
    assert "there is no tag `Trafic` in this map. Did you mean `Traffic`?" in outcome.err


def test_a_key_that_is_not_there(run: Run, square: str) -> None:
    outcome = run("show", square, "--by", "colour")
    assert outcome.code == 2
    assert "--by takes tags, kind, status, source or position" in outcome.err


def test_nothing_in_a_tag_drives_the_terminal(run: Run, here: Path) -> None:
    text = SQUARE.replace("[Money]", '["Mon\\e[31mey / \\u202e]"]')
    (here / "hostile.argmap.yaml").write_text(text, encoding="utf-8")
    for words in (["--by", "tags"], ["--tag", "Mon\x1b[31mey"], ["--tag", "\x1b[1m"]):
        outcome = run("show", "hostile.argmap.yaml", *words)
        assert not {"\x1b", "\u202e"} & set(outcome.out + outcome.err)
