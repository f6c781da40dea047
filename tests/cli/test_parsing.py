"""The plain reader of command lines reads what typer reads, or leaves it to typer."""

from __future__ import annotations

import contextlib
import io
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.cli._parameters import COMMANDS
from coldwater.cli.app import call_by_typer
from coldwater.cli.calls import Call
from coldwater.cli.parsing import NotPlainError, read_call
from coldwater.errors import UsageError
from work import examples

#: Texts as people and scripts give them; what looks like an option is among them.
TEXTS = (
    "town.argmap.yaml", "-", "", " ", "a b", "x=y", "=", "-5", "--", "-x", "--select", "-o", "--output=x", "ü",
    "CW1,CW3", "help", "check", "gaps", "0", "\t", "--help", "-h",
)  # fmt: skip
NUMBERS = ("0", "1", "2", "7", "20", "600", "-1", "0.1", "0.7", "2.5", ".5", "5.", "007", "11", "-0", "99999999999")
ODD_NUMBERS = ("nan", "inf", "1e1", "1_0", " 3", "+3", "٣", "", "--1", "0x10", "1e400", "9" * 40)
NAMES = sorted(COMMANDS)


def read(words: list[str]) -> Call | NotPlainError:
    try:
        return read_call(words)
    except NotPlainError as odd:
        return odd


def by_typer(words: list[str]) -> Call | int | str:
    """Give the call that typer reads, the exit code where it printed something, or its complaint."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            return call_by_typer(words)
        except UsageError as error:
            return str(error)


def values(row: tuple[Any, ...]) -> st.SearchStrategy[str]:
    """Give values that a parameter takes."""
    kind, allowed = row[1], row[5]
    if kind == "word":
        return st.sampled_from(allowed)
    if kind in ("int", "float"):
        low, high = (-math.inf if allowed[0] is None else allowed[0]), allowed[1] or math.inf
        good = [one for one in NUMBERS if low <= float(one) <= high and (kind == "float" or "." not in one)]
        return st.sampled_from(good)
    return st.sampled_from(TEXTS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=4)


@st.composite
def spelt_options(draw: st.DrawFn, command: str) -> list[list[str]]:
    """Give options of a command with values that they take, in all spellings there are, some of them repeatedly."""
    options = COMMANDS[command][1]
    chosen = draw(st.lists(st.sampled_from(sorted(options)), max_size=5)) if options else []
    chosen += [word for word, row in options.items() if row[4] and word not in chosen]
    spelt = []
    for word in draw(st.permutations(chosen)):
        if options[word][1] in ("flag", "off"):
            spelt.append([word])
            continue
        value = draw(values(options[word]))
        glued = f"{word}={value}" if word.startswith("--") else f"{word}{value}" if value else word
        spelt.append([glued] if glued != word and draw(st.booleans()) else [word, value])
    return spelt


@st.composite
def good_lines(draw: st.DrawFn) -> list[str]:
    """Give well-formed command lines: options anywhere among the arguments, and perhaps ``--`` before the last."""
    command = draw(st.sampled_from(NAMES))
    arguments = []
    for row in COMMANDS[command][0]:
        some = values(row).filter(lambda text: text == "-" or not text.startswith("-"))
        arguments += draw(st.lists(some, min_size=row[4], max_size=3 if row[3] else 1))
        if not arguments:
            break
    parts = [[word] for word in arguments]
    for option in draw(spelt_options(command)):
        parts.insert(draw(st.integers(0, len(parts))), option)
    tail = []
    if COMMANDS[command][0] and COMMANDS[command][0][-1][3] and draw(st.booleans()):
        tail = ["--", *draw(st.lists(st.sampled_from(TEXTS), max_size=2))]
    return [*command.split(), *(word for part in parts for word in part), *tail]


@st.composite
def any_lines(draw: st.DrawFn) -> list[str]:
    """Give command lines, good or bad: words of commands, options whole and cut short, texts and numbers."""
    command = draw(st.sampled_from(NAMES))
    options = sorted(COMMANDS[command][1]) or ["--help"]
    option = st.sampled_from([*options, "--help", "-h", "--version", "-V", "--nix", "-n", "-oh"])
    word = st.one_of(
        option,
        option.map(lambda word: word[:-1]),
        option.map(str.upper),
        st.builds(lambda word, text: word + "=" + text, option, st.sampled_from((*TEXTS, *NUMBERS, *ODD_NUMBERS))),
        st.builds(lambda word, text: word + text, option, st.sampled_from(NUMBERS)),
        st.sampled_from((*TEXTS, *NUMBERS, *ODD_NUMBERS, "json", "JSON", "pro", "Pro", "full", "grounded")),
    )
    start = draw(st.sampled_from([command.split(), command.split()[:1], [command], command.upper().split()]))
    before = draw(st.lists(option, max_size=1)) if draw(st.integers(0, 9)) == 0 else []
    return [*before, *start, *draw(st.lists(word, max_size=6))]


@settings(max_examples=examples(200), deadline=None)
@given(good_lines())
def test_well_formed_lines_need_no_typer_and_mean_the_same_to_both(words: list[str]) -> None:
    plain = read(words)
    assert isinstance(plain, Call), (words, plain.why, plain.word)
    assert by_typer(words) == plain
    assert {name: type(value) for name, value in plain.values.items()} == types(by_typer(words))


@settings(max_examples=examples(300), deadline=None)
@given(any_lines())
def test_whatever_is_typed_both_read_the_same_or_it_is_left_to_typer(words: list[str]) -> None:
    plain, typed = read(words), by_typer(words)
    if isinstance(plain, Call):
        assert typed == plain or (plain.command == "version" and typed == 0)
    elif isinstance(typed, Call):
        assert plain.why == "value", words
        assert plain.parameter
        assert plain.parameter[1] in ("int", "float")
    if isinstance(typed, str):
        assert "\n" not in typed
        assert not typed.startswith(("Invalid", "Missing", "No such", "Got", "Option")), typed
        assert "Value error" not in typed


def types(call: Call | int | str) -> dict[str, type]:
    assert isinstance(call, Call)
    return {name: type(value) for name, value in call.values.items()}


@pytest.mark.parametrize(
    ("line", "command", "some"),
    [
        ("check", "check", {"maps": (), "output_format": "full", "jobs": None, "fix": False}),
        ("check - --jobs=2 -ox.json", "check", {"maps": ("-",), "jobs": 2, "output": "x.json"}),
        ("check --select CW1 a --select=CW3 b", "check", {"maps": ("a", "b"), "select": ("CW1", "CW3")}),
        ("check -- --fix -", "check", {"maps": ("--fix", "-"), "fix": False}),
        ("check --select --fix", "check", {"select": ("--fix",), "fix": False}),
        ("prep gaps a --side con --seconds 2", "prep gaps", {"map_": "a", "side": "con", "seconds": 2.0}),
        ("explain a --output-format json b", "explain", {"map_": "a", "id_": "b", "output_format": "json"}),
        ("git install --uninstall", "git install", {"uninstall": True}),
        ("-V", "version", {}),
    ],
)
def test_what_a_line_means(line: str, command: str, some: dict[str, object]) -> None:
    call = read_call(line.split())
    assert call.command == command
    assert {name: call.values[name] for name in some} == some


@pytest.mark.parametrize(
    "line",
    ["", "--help", "check -h", "prep", "chek", "check --selec x", "check --select", "check --fix=1", "show", "show a b",
     "check --jobs 0", "prep gaps a", "rule --output-format JSON", "--version check", "git -V"],
)  # fmt: skip
def test_what_is_left_to_typer(line: str) -> None:
    with pytest.raises(NotPlainError):
        read_call(line.split())
