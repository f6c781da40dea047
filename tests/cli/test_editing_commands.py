"""fmt, check --fix, rename and convert as a user meets them: what is printed where, what is written, the exit code."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from coldwater.formats.native.yaml_text import read_yaml
from editing.client import after_fixes

from .conftest import BRIDGE, BROKEN, Run

UNTIDY = BRIDGE.replace("argmap: 1\n", "").rstrip("\n") + "\nargmap: 1\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> object:
    """Give a function that puts a text on stdin."""

    def put(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return put


# --- fmt ----------------------------------------------------------------------------------------------------------


def test_fmt_writes_what_is_not_in_canonical_form_and_names_it(here: Path, run: Run) -> None:
    path = write(here / "maps" / "a.argmap.yaml", UNTIDY)
    tidy = write(here / "maps" / "b.argmap.yaml", BRIDGE)
    outcome = run("fmt", "maps")
    assert outcome == (0, "maps/a.argmap.yaml\n", "2 maps: 1 changed\n")
    assert path.read_text(encoding="utf-8") == tidy.read_text(encoding="utf-8") == BRIDGE
    assert run("fmt", "maps") == (0, "", "2 maps: 0 changed\n")


def test_fmt_takes_the_folder_arguments(here: Path, run: Run) -> None:
    write(here / "arguments" / "a.argmap.yaml", UNTIDY)
    assert run("fmt").out == "arguments/a.argmap.yaml\n"


def test_fmt_check_writes_nothing(here: Path, run: Run) -> None:
    path = write(here / "a.argmap.yaml", UNTIDY)
    outcome = run("fmt", "--check", "a.argmap.yaml")
    assert outcome == (1, "a.argmap.yaml is not in canonical form\n", "1 map: 1 would change\n")
    assert path.read_text(encoding="utf-8") == UNTIDY
    write(path, BRIDGE)
    assert run("fmt", "--check", "a.argmap.yaml") == (0, "", "1 map: 0 would change\n")


def test_fmt_diff_shows_and_writes_nothing(here: Path, run: Run) -> None:
    path = write(here / "a.argmap.yaml", UNTIDY)
    outcome = run("fmt", "--diff", "a.argmap.yaml")
    assert outcome.code == 1
    assert outcome.out.startswith("--- a.argmap.yaml\n+++ a.argmap.yaml\n@@ ")
    assert "\n+argmap: 1\n" in outcome.out
    assert "\n-argmap: 1\n" in outcome.out
    assert path.read_text(encoding="utf-8") == UNTIDY


def test_a_diff_is_safe_to_print_and_has_colours_where_asked(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here / "a.argmap.yaml", UNTIDY.replace("thesis:", "# \u202etxet\nthesis:"))
    outcome = run("fmt", "--diff", "a.argmap.yaml")
    assert "# txet" in outcome.out
    assert "\x1b" not in outcome.out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32m+argmap: 1\x1b[0m\n" in run("fmt", "--diff", "a.argmap.yaml").out


def test_fmt_goes_from_stdin_to_stdout(here: Path, run: Run, stdin: object) -> None:
    stdin(UNTIDY)  # type: ignore[operator]
    assert run("fmt", "-") == (0, BRIDGE, "")
    stdin('{"title": "T", "argmap": 1, "thesis": "a", "claims": {}}')  # type: ignore[operator]
    assert json.loads(run("fmt", "-", "--stdin-name", "x.json").out)["title"] == "T"
    stdin("argmap: 1\n")  # type: ignore[operator]
    outcome = run("fmt", "-")
    assert (outcome.code, outcome.out) == (2, "")
    assert "CW003" in outcome.err


def test_fmt_leaves_a_map_that_does_not_fit_alone_and_goes_on(here: Path, run: Run) -> None:
    bad = write(here / "a.argmap.yaml", UNTIDY.replace("title", "titel", 1))
    good = write(here / "b.argmap.yaml", UNTIDY)
    outcome = run("fmt", "a.argmap.yaml", "nowhere.argmap.yaml", "b.argmap.yaml")
    assert (outcome.code, outcome.out) == (2, "b.argmap.yaml\n")
    assert "a.argmap.yaml: cannot be read as a map (1 finding)" in outcome.err
    assert "unknown field `titel`" in outcome.err
    assert "nowhere.argmap.yaml: there is no such file" in outcome.err
    assert "titel" in bad.read_text(encoding="utf-8")
    assert good.read_text(encoding="utf-8") == BRIDGE


def test_a_dangling_reference_does_not_keep_a_map_from_being_formatted(here: Path, run: Run) -> None:
    write(here / "a.argmap.yaml", BROKEN.replace("argmap: 1\n", "") + "argmap: 1\n")
    assert run("fmt", "a.argmap.yaml").code == 0


# --- check --fix --------------------------------------------------------------------------------------------------

FIXABLE = BRIDGE.replace("title:", "titel:", 1)


def test_fix_mends_says_what_it_did_and_checks_again(here: Path, run: Run) -> None:
    path = write(here / "a.argmap.yaml", FIXABLE)
    outcome = run("check", "--fix", "a.argmap.yaml")
    assert outcome.code == 0
    assert outcome.out == "1 map checked: no findings\n"
    assert outcome.err == "fixed a.argmap.yaml:2:1: CW003: the field `titel` is now `title`\n"
    assert path.read_text(encoding="utf-8") == BRIDGE


def test_what_cannot_be_mended_is_reported(here: Path, run: Run) -> None:
    path = write(here / "a.argmap.yaml", BROKEN)
    outcome = run("check", "--fix", "--output-format", "json", "a.argmap.yaml")
    assert outcome.code == 1
    assert json.loads(outcome.out)["summary"]["errors"] == 1
    assert "1 more fix may not be what you meant; see it with --diff --unsafe-fixes" in outcome.err
    assert path.read_text(encoding="utf-8") == BROKEN
    outcome = run("check", "--fix", "--unsafe-fixes", "a.argmap.yaml")
    assert outcome.code == 0
    assert "CW101" in outcome.err


def test_diff_shows_what_fix_would_do(here: Path, run: Run) -> None:
    path = write(here / "a.argmap.yaml", FIXABLE)
    outcome = run("check", "--diff", "a.argmap.yaml")
    assert outcome.code == 1
    assert "\n-titel: " in outcome.out
    assert "\n+title: " in outcome.out
    assert outcome.err == "would fix a.argmap.yaml:2:1: CW003: the field `titel` is now `title`\n"
    assert path.read_text(encoding="utf-8") == FIXABLE
    write(path, BRIDGE)
    assert run("check", "--diff", "a.argmap.yaml") == (0, "", "nothing can be fixed\n")


def test_diff_and_no_fix_reads_stdin(here: Path, run: Run, stdin: object) -> None:
    stdin(FIXABLE)  # type: ignore[operator]
    assert "\n+title: " in run("check", "--diff", "-").out
    stdin(FIXABLE)  # type: ignore[operator]
    outcome = run("check", "--fix", "-")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--fix cannot write to stdin" in outcome.err


def test_unsafe_fixes_alone_make_no_sense(here: Path, run: Run) -> None:
    write(here / "a.argmap.yaml", FIXABLE)
    assert run("check", "--unsafe-fixes", "a.argmap.yaml").code == 2


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_the_edits_in_json_give_what_fix_writes(here: Path, run: Run, ending: str) -> None:
    text = BRIDGE.replace("[cracks, unsafe]", "[cracks, unsafe, cracks]").replace("title: Cost", "titel: Cost")
    path = write(here / "a.argmap.yaml", text.replace("arguments:", "sources: {s: {title: S}}\narguments:"))
    if ending == "json":
        path = write(here / "a.argmap.json", json.dumps(read_yaml(path.read_text(encoding="utf-8")).data, indent=1))
    copied = write(here / f"copy.argmap.{ending}", path.read_text(encoding="utf-8"))
    while True:
        found = json.loads(run("check", str(copied), "--output-format", "json").out)["findings"]
        if (after := after_fixes(copied.read_bytes(), found)) == copied.read_bytes():
            break
        copied.write_bytes(after)
    assert run("check", str(path), "--fix").err.count("fixed") == 3
    assert path.read_bytes() == copied.read_bytes()


def test_fixes_come_along_from_stdin_and_beside_a_baseline(here: Path, run: Run, stdin: object) -> None:
    path = write(here / "bridge.argmap.yaml", BRIDGE.replace("title: Cost", "titel: Cost"))
    stdin(path.read_text(encoding="utf-8"))  # type: ignore[operator]
    [line] = run("check", "-", "--output-format", "jsonl").out.splitlines()
    assert json.loads(line)["fix"]["edits"][0]["text"] == "title"
    run("check", str(path), "--write-baseline")
    path.write_text(path.read_text(encoding="utf-8").replace("title: Unsafe", "titel: Unsafe"), encoding="utf-8")
    found = json.loads(run("check", str(path), "--output-format", "json").out)["findings"]
    assert [(one["id"], one["fix"]["edits"][0]["start"]["line"]) for one in found] == [("safety", 10)]


def test_check_says_that_something_can_be_mended(here: Path, run: Run) -> None:
    write(here / "a.argmap.yaml", FIXABLE)
    outcome = run("check", "a.argmap.yaml")
    assert outcome.err == "1 finding can be mended: --diff shows how, --fix does it\n"
    assert run("check", "--output-format", "concise", "a.argmap.yaml").err == ""


def test_one_file_that_cannot_be_written_does_not_keep_the_others_from_being_mended(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = write(here / "a.argmap.yaml", FIXABLE)
    other = write(here / "b.argmap.yaml", FIXABLE)
    monkeypatch.setattr(os, "access", lambda path, _: not str(path).endswith("a.argmap.yaml"))
    outcome = run("check", "--fix", "a.argmap.yaml", "b.argmap.yaml")
    assert outcome.code == 2
    assert "a.argmap.yaml: it must not be written" in outcome.err
    assert stuck.read_text(encoding="utf-8") == FIXABLE
    assert other.read_text(encoding="utf-8") == BRIDGE


# --- rename -------------------------------------------------------------------------------------------------------


def test_rename_writes_and_says_in_how_many_places(here: Path, run: Run) -> None:
    path = write(here / "a.argmap.yaml", BRIDGE)
    assert run("rename", "a.argmap.yaml", "costly", "dear") == (
        0,
        "a.argmap.yaml: costly is now dear in 2 places\n",
        "",
    )
    assert path.read_text(encoding="utf-8") == BRIDGE.replace("  costly:", "  dear:").replace("[costly]", "[dear]")


def test_rename_shows_and_goes_through_stdin(here: Path, run: Run, stdin: object) -> None:
    path = write(here / "a.argmap.yaml", BRIDGE)
    assert "[dear]" in run("rename", "--diff", "a.argmap.yaml", "costly", "dear").out
    assert path.read_text(encoding="utf-8") == BRIDGE
    stdin(BRIDGE)  # type: ignore[operator]
    assert "[dear]" in run("rename", "-", "costly", "dear").out


def test_rename_tells_what_it_left_alone(here: Path, run: Run) -> None:
    text = BRIDGE.replace("costly", "too-costly").replace("argmap: 1\n", "argmap: 1  # too-costly?\n")
    text = (
        text.replace("claims:", "sources: {too-costly: {title: S}}\nclaims:")
        + "lint: {ignore: [{at: too-costly, reason: R.}]}\n"
    )
    write(here / "a.argmap.yaml", text)
    outcome = run("rename", "a.argmap.yaml", "too-costly", "dear", "--section", "claims")
    assert outcome.err == "left alone, as too-costly names something else as well: entry 1 of lint.ignore\n"
    outcome = run("rename", "a.argmap.yaml", "too-costly", "s1")
    assert outcome.err == "too-costly also stands in texts or comments, which were left alone: line 1\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["costyl", "x"], "nothing in this map has the id `costyl`. Did you mean `costly`?"),
        (["costly", "rebuild"], "there is a claim `rebuild` already; choose another id"),
        (["costly", "a b"], "`a b` cannot be an id"),
        (["costly", "x", "--section", "sources"], "there is no source `costly`."),
    ],
)
def test_rename_refuses_with_a_way_out(here: Path, run: Run, words: list[str], says: str) -> None:
    path = write(here / "a.argmap.yaml", BRIDGE)
    outcome = run("rename", "a.argmap.yaml", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert says in outcome.err
    assert path.read_text(encoding="utf-8") == BRIDGE


LOSSY = "a It is cheap.\nb It is not.\n#\na\na b strongly\n"

# --- convert ------------------------------------------------------------------------------------------------------


def test_convert_writes_the_other_spelling_and_says_what_is_lost(here: Path, run: Run) -> None:
    write(here / "a.argmap.yaml", "# one\n" + BRIDGE + "# two\n")
    outcome = run("convert", "a.argmap.yaml", "out/a.argmap.json")
    assert outcome == (0, "out/a.argmap.json\n", "a.argmap.yaml: 2 comments left out (JSON has none)\n")
    assert run("convert", "out/a.argmap.json", "b.argmap.yaml") == (0, "b.argmap.yaml\n", "")
    assert run("check", "out/a.argmap.json", "b.argmap.yaml").code == 0


def test_convert_does_not_write_over_a_file_unless_told(here: Path, run: Run) -> None:
    write(here / "a.argmap.yaml", BRIDGE)
    path = write(here / "b.argmap.json", "mine")
    outcome = run("convert", "a.argmap.yaml", "b.argmap.json")
    assert outcome.code == 2
    assert "b.argmap.json is there already; --force writes over it" in outcome.err
    assert path.read_text(encoding="utf-8") == "mine"
    assert run("convert", "a.argmap.yaml", "b.argmap.json", "--force").code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["argmap"] == 1


def test_convert_reads_other_formats_and_names_what_is_lost(here: Path, run: Run) -> None:
    write(here / "a.tgf", LOSSY)
    outcome = run("convert", "a.tgf", "a.argmap.yaml", "--losses", "lost.json")
    assert outcome == (
        0,
        "a.argmap.yaml\n",
        "\n".join(
            (
                "a.tgf:4:1: this line names no two arguments and is passed over",
                "a.tgf: 1 label of an attack left out: a b (an attack has no label here)",
                "",
            )
        ),
    )
    assert json.loads((here / "lost.json").read_text(encoding="utf-8")) == {
        "version": 1,
        "in": "a.tgf",
        "out": "a.argmap.yaml",
        "read": {"claims": 2, "arguments": 1, "supports": 0, "attacks": 1, "on_arguments": 0, "linked": 0},
        "losses": [
            {"what": "label of an attack", "count": 1, "at": ["a b"], "why": "an attack has no label here"},
        ],
    }
    assert run("convert", "a.tgf", "a.argmap.yaml", "--force", "--strict").code == 1
    assert run("fmt", "--check", "a.argmap.yaml").code == 0
    assert run("check", "a.argmap.yaml").out.endswith("1 map checked: no findings\n")


def test_a_file_without_a_telling_name_is_told_by_its_content(here: Path, run: Run, stdin: object) -> None:
    write(here / "a.txt", "a It is cheap.\nb It is not.\n#\na b\n")
    assert "a: It is cheap." in run("convert", "a.txt", "-", "--to", "yaml").out
    stdin("p af 2\n1 2\n")  # type: ignore[operator]
    assert json.loads(run("convert", "-", "-", "--to", "json").out)["x-from"]["format"] == "af"
    assert run("convert", "a.txt", "b.yaml", "--from", "apx").code == 0
    assert "no format is called 'axp'. Did you mean `apx`?" in run("convert", "a.txt", "c.yaml", "--from", "axp").err


def test_the_thesis_of_a_foreign_file_can_be_chosen(here: Path, run: Run) -> None:
    write(here / "a.tgf", "one It is.\ntwo It is not.\n#\none two\ntwo one\n")
    assert "thesis: two\n" in run("convert", "a.tgf", "-", "--to", "yaml", "--thesis", "two").out
    outcome = run("convert", "a.tgf", "-", "--to", "yaml", "--thesis", "twoo")
    assert (outcome.code, outcome.out) == (2, "")
    assert "there is no claim `twoo` to be the thesis. Did you mean `two`?" in outcome.err
    write(here / "a.argmap.yaml", BRIDGE)
    assert (
        "a map says itself what its thesis is" in run("convert", "a.argmap.yaml", "b.json", "--thesis", "rebuild").err
    )


def test_many_files_are_converted_into_a_folder_and_a_bad_one_does_not_end_the_rest(here: Path, run: Run) -> None:
    write(here / "in" / "a.tgf", LOSSY)
    write(here / "in" / "below" / "a.tgf", "a A.\n#\n")
    write(here / "in" / "below" / "a.argmap.yaml", BRIDGE)
    write(here / "in" / "bad.argmap.yaml", "argmap: 1\n")
    write(here / "in" / "notes.txt", "Nothing.")
    for jobs in ("1", "2"):
        outcome = run("convert", "in", "-o", f"out{jobs}", "--to", "json", "--jobs", jobs, "--losses", "lost.json")
        assert outcome.code == 2
        assert outcome.out.splitlines() == [
            f"out{jobs}/{name}"
            for name in ("a.argmap.json", "below/a.argmap.yaml.argmap.json", "below/a.tgf.argmap.json")
        ]
        assert "in/bad.argmap.yaml: cannot be read as a map" in outcome.err
        assert outcome.err.endswith("3 files converted, 1 with losses, 1 failed\n")
        lost = json.loads((here / "lost.json").read_text(encoding="utf-8"))
        assert [len(one["losses"]) for one in lost["files"]] == [1, 0, 0]
    assert run("convert", "in/a.tgf", "-o", "out1", "--to", "json").code == 2
    assert run("convert", "in/a.tgf", "-o", "out3", "--to", "json", "--strict").code == 1


def test_a_foreign_file_is_checked_shown_judged_and_drawn_but_not_changed(here: Path, run: Run) -> None:
    path = write(here / "a.tgf", LOSSY)
    checked = run("check", "a.tgf")
    assert (checked.code, "--> a.tgf:4:1" in checked.out) == (0, True)
    assert "It is not. [b]" in run("show", "a.tgf").out
    assert run("evaluate", "a.tgf").code == 0
    assert run("render", "a.tgf", "-o", "a.svg").code == 0
    for words in (["fmt", "a.tgf"], ["check", "--fix", "a.tgf"], ["rename", "a.tgf", "a", "c"]):
        outcome = run(*words)
        assert outcome.code == 2
        assert "make a map of it first: coldwater convert a.tgf a.argmap.yaml" in outcome.err
    assert path.read_text(encoding="utf-8") == LOSSY


def test_convert_goes_from_stdin_to_stdout(here: Path, run: Run, stdin: object) -> None:
    stdin(BRIDGE)  # type: ignore[operator]
    assert json.loads(run("convert", "-", "-", "--to", "json").out)["argmap"] == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["a.argmap.yaml", "b.txt"], "b.txt: no format that can be written has this ending"),
        (["a.argmap.yaml", "-"], "say with --to what stdout is to hold"),
        (["a.argmap.yaml", "b.json", "--to", "yaml"], "the name says json, --to says yaml"),
        (["nowhere.argmap.yaml", "b.json"], "there is no such file"),
        (["bad.argmap.yaml", "b.json"], "cannot be read as a map"),
        (["a.txt", "b.json"], "a.txt: this is neither a map"),
    ],
)
def test_convert_refuses_with_a_way_out(here: Path, run: Run, words: list[str], says: str) -> None:
    write(here / "a.argmap.yaml", BRIDGE)
    write(here / "a.txt", BRIDGE)
    write(here / "bad.argmap.yaml", "argmap: 1\n")
    outcome = run("convert", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert says in outcome.err
    assert not (here / "b.json").exists()
