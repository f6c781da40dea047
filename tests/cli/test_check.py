"""``check`` as CI uses it: what it prints where, what counts, what is held back, and what it says when it cannot."""

from __future__ import annotations

import io
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from coldwater.report import FORMATS

from .conftest import BRIDGE, BROKEN, Run

COLDWATER = [sys.executable, "-m", "coldwater"]
#: A warning (CW402) in line 8, an error (CW103) in line 9.
FLAWED = BRIDGE.replace(
    "  costly: Rebuilding costs three yearly budgets.\n",
    "  costly: Does rebuilding cost three yearly budgets?\n  noise: The bridge hums.\n",
)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# --- outputs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_names_the_flaw_and_exits_1(here: Path, run: Run, format_: str) -> None:
    write(here / "bridge.argmap.yaml", FLAWED)
    outcome = run("check", "--output-format", format_, "bridge.argmap.yaml")
    assert outcome.code == 1
    assert "CW103" in outcome.out
    assert "bridge.argmap.yaml" in outcome.out
    assert outcome.out.endswith("\n")
    assert outcome.err == ""


@pytest.mark.parametrize("format_", FORMATS)
def test_a_format_can_be_written_to_a_file(here: Path, run: Run, format_: str) -> None:
    write(here / "bridge.argmap.yaml", FLAWED)
    printed = run("check", "--output-format", format_, "bridge.argmap.yaml").out
    outcome = run("check", "--output-format", format_, "-o", "out/report", "bridge.argmap.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "1 map checked: 1 error, 1 warning (out/report)\n"
    assert (here / "out" / "report").read_text() == printed


def test_a_clean_check_says_so_in_every_format(here: Path, run: Run) -> None:
    write(here / "a.argmap.yaml", BRIDGE)
    printed = {format_: run("check", "--output-format", format_, "a.argmap.yaml") for format_ in FORMATS}
    assert {outcome.code for outcome in printed.values()} == {0}
    for format_ in ("full", "concise", "github"):
        assert printed[format_].out == "1 map checked: no findings\n"
    assert printed["jsonl"].out == ""
    assert printed["gitlab"].out == "[]\n"
    assert json.loads(printed["sarif"].out)["runs"][0]["results"] == []
    assert ET.fromstring(printed["junit"].out).get("failures") == "0"  # noqa: S314 - our own text


def test_json_lines_are_the_findings_of_json(here: Path, run: Run) -> None:
    write(here / "a.argmap.yaml", FLAWED)
    write(here / "b.argmap.yaml", BROKEN)
    lines = run("check", "--output-format", "jsonl", "a.argmap.yaml", "b.argmap.yaml").out.splitlines()
    whole = json.loads(run("check", "--output-format", "json", "a.argmap.yaml", "b.argmap.yaml").out)
    assert [json.loads(line) for line in lines] == whole["findings"]


@pytest.mark.parametrize("format_", ["github", "gitlab", "sarif", "junit", "markdown"])
def test_platforms_get_paths_from_the_root_of_the_repository(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    (here / ".git").mkdir()
    write(here / "maps" / "a.argmap.yaml", FLAWED)
    (here / "maps" / "deep").mkdir()
    monkeypatch.chdir(here / "maps" / "deep")
    assert "maps/a.argmap.yaml" in run("check", "--output-format", format_, "../a.argmap.yaml").out
    assert "--> ../a.argmap.yaml:9:3" in run("check", "../a.argmap.yaml").out


# --- what counts --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code", "rules"),
    [
        ([], 1, ["CW103", "CW402"]),
        (["--ignore", "CW103"], 0, ["CW402"]),
        (["--select", "CW4"], 0, ["CW402"]),
        (["--select", "CW1,CW4", "--ignore", "CW402"], 1, ["CW103"]),
        (["--select", "CW103", "--select", "not-a-statement"], 1, ["CW103", "CW402"]),
        (["--select", "CW4", "--error-on", "warning"], 1, ["CW402"]),
        (["--select", "CW4", "--error-on", "info"], 1, ["CW402"]),
        (["--exit-zero"], 0, ["CW103", "CW402"]),
        (["--exit-zero", "--error-on", "info"], 0, ["CW103", "CW402"]),
    ],
)
def test_options_choose_rules_and_what_fails(
    here: Path, run: Run, words: list[str], code: int, rules: list[str]
) -> None:
    write(here / "a.argmap.yaml", FLAWED)
    outcome = run("check", "--output-format", "json", *words, "a.argmap.yaml")
    assert outcome.code == code
    assert sorted(finding["rule"] for finding in json.loads(outcome.out)["findings"]) == rules


def test_settings_hold_at_both_doors_and_the_command_line_has_the_last_word(here: Path, run: Run) -> None:
    write(here / "maps" / "a.argmap.yaml", FLAWED)
    settings = 'paths = ["maps"]\nignore = ["CW402"]\nseverity = {CW103 = "warning"}\n'
    write(here / "coldwater.toml", settings)
    narrow = run("check", "maps/a.argmap.yaml")
    assert (narrow.code, narrow.out.splitlines()[-1]) == (0, "1 map checked: 1 warning")
    assert run("check", "--output-format", "full", "maps/a.argmap.yaml") == narrow
    assert run("check") == narrow, "paths of the settings"
    write(here / "coldwater.toml", settings + 'error-on = "warning"\n')
    assert run("check").code == 1
    assert run("check", "--error-on", "error").code == 0
    assert "CW402" in run("check", "--select", "CW402").out
    write(here / "lax.toml", 'ignore = ["CW"]\n')
    assert run("check", "--config", "lax.toml", "maps").out == "1 map checked: no findings\n"


def test_settings_reach_stdin_by_its_name(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "coldwater.toml", '[per-path."drafts/"]\nignore = ["CW"]\n')
    for name, code in (("drafts/a.yaml", 0), ("a.yaml", 1)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FLAWED.encode())))
        assert run("check", "-", "--stdin-name", name).code == code


def test_settings_hold_from_a_folder_below(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "pyproject.toml", '[tool.coldwater]\npaths = ["maps"]\nignore = ["CW103"]\n')
    write(here / "maps" / "a.argmap.yaml", FLAWED)
    monkeypatch.chdir(here / "maps")
    assert run("check").out.splitlines()[-1] == "1 map checked: 1 warning"


def test_build_and_render_go_by_the_settings(here: Path, run: Run) -> None:
    write(here / "coldwater.toml", 'paths = ["maps"]\nrenders = "pictures"\nignore = ["CW103"]\nexclude = ["old/"]\n')
    write(here / "maps" / "a.argmap.yaml", FLAWED)
    write(here / "maps" / "old" / "b.argmap.yaml", BROKEN)
    outcome = run("build")
    assert outcome.code == 0
    assert "1 map checked: 1 warning (maps/)" in outcome.out
    assert (here / "pictures" / "a.svg").exists()
    assert run("render", "--check").code == 0
    assert run("render", "--format", "dot").out == "pictures/a.dot\n"


# --- comments -----------------------------------------------------------------------------------------------------


def test_comments_hold_findings_back_and_idle_ones_are_told(here: Path, run: Run) -> None:
    text = FLAWED.replace("hums.\n", "hums.  # coldwater: ignore[CW103] It does.\n")
    write(here / "a.argmap.yaml", text.replace("  costly", "  # coldwater: ignore[CW402, CW301] They asked.\n  costly"))
    outcome = run("check", "a.argmap.yaml")
    assert outcome.code == 0
    assert outcome.out.splitlines()[0] == (
        "warning[CW901] unused-ignore: `CW301` finds nothing in line 9: there is nothing to ignore; remove this comment"
    )
    assert outcome.out.splitlines()[-1] == "1 map checked: 1 warning"


def test_while_a_map_cannot_be_read_no_comment_is_called_idle(here: Path, run: Run) -> None:
    idle = BRIDGE.replace("thesis: rebuild\n", "thesis: rebuild  # coldwater: ignore[CW103] x\n")
    write(here / "a.argmap.yaml", idle)
    assert "CW901" in run("check", "a.argmap.yaml").out
    write(here / "a.argmap.yaml", idle.replace("[costly]", "[costli]"))
    assert "CW901" not in run("check", "a.argmap.yaml").out


def test_a_comment_for_a_quote_that_cannot_be_looked_up_is_not_called_idle(here: Path, run: Run) -> None:
    cited = "cracks: {text: The girder is cracked., cites: [{source: s, quote: cracked}]}  # coldwater: ignore[CW304] x"
    text = BRIDGE.replace("cracks: The main girder is cracked.", cited)
    write(here / "a.argmap.yaml", text.replace("claims:", "sources:\n  s: {title: Survey}\nclaims:"))
    said = "1 map checked: no findings; 1 quote not looked up: no text of `s`\n"
    assert run("check", "a.argmap.yaml").out == said
    write(here / "s.txt", "It is cracked.")
    assert "CW901" in run("check", "a.argmap.yaml", "--source-text", "s=s.txt").out
    write(here / "s.txt", "It is sound.")
    said = "1 map checked: no findings; 1 quote not found\n"
    assert run("check", "a.argmap.yaml", "--source-text", "s=s.txt").out == said


def test_json_has_no_comments(here: Path, run: Run) -> None:
    data = {"argmap": 1, "title": "T # coldwater: ignore[CW103] x", "thesis": "a", "claims": {"a": "It is so."}}
    write(here / "a.argmap.json", json.dumps(data, indent=1))
    assert run("check", "a.argmap.json").out.splitlines()[-1] in ("1 map checked: no findings", "1 map checked: 1 info")


# --- baseline -----------------------------------------------------------------------------------------------------


def test_with_a_baseline_only_what_is_new_fails(here: Path, run: Run) -> None:
    map_ = write(here / "maps" / "a.argmap.yaml", FLAWED)
    assert (
        run("check", "--write-baseline", "maps").out == "coldwater-baseline.json: holds 2 findings back from now on\n"
    )
    held = run("check", "maps")
    assert (held.code, held.out) == (0, "1 map checked: no findings; 2 held back by the baseline\n")
    assert run("check", "maps/a.argmap.yaml") == held, "at the narrow door too"
    map_.write_text("# a line above\n" + FLAWED.replace("arguments:", "  din: The bridge booms.\narguments:"))
    new = run("check", "maps", "--output-format", "json")
    assert new.code == 1
    assert [finding["id"] for finding in json.loads(new.out)["findings"]] == ["din"]
    assert json.loads(new.out)["summary"]["held_back"] == 2
    assert run("check", "maps", "--no-baseline", "--output-format", "concise").out.count("CW") == 3


def test_entries_that_nothing_answers_to_are_told_and_written_away(here: Path, run: Run) -> None:
    map_ = write(here / "maps" / "a.argmap.yaml", FLAWED)
    other = write(here / "maps" / "b.argmap.yaml", FLAWED)
    run("check", "--write-baseline", "maps")
    map_.write_text(BRIDGE)
    outcome = run("check", "maps")
    assert outcome.code == 0
    assert "coldwater-baseline.json:4:5" in outcome.out
    assert "`CW103` finds nothing at `noise` in maps/a.argmap.yaml by now" in outcome.out
    assert outcome.out.endswith("2 maps checked: 2 warnings; 2 held back by the baseline\n")
    assert run("check", "maps", "--error-on", "warning").code == 1
    assert "CW901" not in run("check", "maps/b.argmap.yaml").out, "the other map was not looked at"
    run("check", "--write-baseline", "maps/a.argmap.yaml")
    assert run("check", "maps").out == "2 maps checked: no findings; 2 held back by the baseline\n"
    other.unlink()
    assert "in maps/b.argmap.yaml by now" in run("check", "maps").out
    assert "CW901" not in run("check", "maps", "--ignore", "CW901").out


def test_a_baseline_may_be_named_and_must_be_there_then(here: Path, run: Run) -> None:
    write(here / "a.argmap.yaml", FLAWED)
    assert "known.json: there is no such baseline" in run("check", "--baseline", "known.json", "a.argmap.yaml").err
    run("check", "--baseline", "known.json", "--write-baseline", "a.argmap.yaml")
    assert run("check", "a.argmap.yaml").code == 1
    assert run("check", "--baseline", "known.json", "a.argmap.yaml").code == 0
    write(here / "coldwater.toml", 'baseline = "known.json"\n')
    assert run("check", "a.argmap.yaml").code == 0
    (here / "known.json").unlink()
    assert run("check", "a.argmap.yaml").code == 2


def test_the_build_holds_back_what_the_baseline_knows_and_draws(here: Path, run: Run) -> None:
    write(here / "arguments" / "a.argmap.yaml", FLAWED)
    assert run("build").code == 1
    assert not (here / "renders" / "a.svg").exists()
    run("check", "--write-baseline")
    assert run("build").code == 0
    assert (here / "renders" / "a.svg").exists()


def test_nothing_is_written_while_a_map_cannot_be_read(here: Path, run: Run) -> None:
    write(here / "a.argmap.yaml", FLAWED)
    old = write(here / "coldwater-baseline.json", '{"version": 1, "findings": []}')
    assert run("check", "--write-baseline", "a.argmap.yaml", "nowhere.argmap.yaml").code == 2
    assert old.read_text() == '{"version": 1, "findings": []}'


# --- what cannot be done ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--config", "nowhere.toml"], "nowhere.toml: there is no such file"),
        (["--config", "bad.toml"], "bad.toml: line 1: there is no setting `slect`. Did you mean `select`?"),
        (["--select", "CW3O1"], "names `CW3O1`, but there is no such rule. Did you mean `CW301`?"),
        (["--ignore", "CW101"], "without CW101 a map cannot be read"),
        (["--baseline", "bad.toml"], "bad.toml: line 1, column 1: this is no JSON"),
        (["--write-baseline", "../a.argmap.yaml"], "lies outside this folder"),
        (["nowhere.argmap.yaml"], "nowhere.argmap.yaml: there is no such file"),
        (["empty"], "empty: no file named *.argmap.yaml or *.argmap.json in this folder"),
        (["-o", "file/report"], "file/report: "),
        (["--jobs", "0"], "--jobs"),
    ],
)
def test_what_cannot_be_done_exits_2_and_says_why(here: Path, run: Run, words: list[str], says: str) -> None:
    (here / "empty").mkdir()
    write(here / "bad.toml", 'slect = ["CW1"]')
    write(here / "file", "")
    write(here.parent / "a.argmap.yaml", FLAWED)
    write(here / "a.argmap.yaml", FLAWED)
    outcome = run("check", *words, *([] if words[-1].endswith(("yaml", "empty")) else ["a.argmap.yaml"]))
    assert outcome.code == 2
    assert says in " ".join(outcome.err.split())
    assert "Traceback" not in outcome.err
    assert outcome.out == ""


def test_malformed_settings_stop_every_command_that_goes_by_them(here: Path, run: Run) -> None:
    write(here / "coldwater.toml", "paths = [\n")
    write(here / "arguments" / "a.argmap.yaml", BRIDGE)
    for words in (["check"], ["check", "arguments/a.argmap.yaml"], ["build"], ["render"]):
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (2, "")
        assert "coldwater.toml: this is no TOML" in outcome.err


def test_maps_that_cannot_be_read_do_not_keep_the_others_from_being_checked(here: Path, run: Run) -> None:
    write(here / "a.argmap.yaml", FLAWED)
    write(here / "notes.txt", "")
    outcome = run("check", "nowhere.argmap.yaml", "a.argmap.yaml", "notes.txt")
    assert outcome.code == 2
    assert "1 map checked: 1 error, 1 warning" in outcome.out
    first, second = outcome.err.splitlines()
    assert first == "coldwater: nowhere.argmap.yaml: there is no such file"
    assert second.startswith(
        "coldwater: notes.txt: this is neither a map, whose name ends in .yaml, .yml or .json, nor,"
    )
    assert second.endswith("`coldwater formats` lists them")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize("words", [["check", "a.argmap.yaml"], ["check", "--output-format", "sarif", "a.argmap.yaml"]])
def test_a_full_disk_behind_stdout_is_told(here: Path, words: list[str]) -> None:
    write(here / "a.argmap.yaml", FLAWED)
    with open("/dev/full", "w") as full:
        done = subprocess.run([*COLDWATER, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "coldwater: the output cannot be written: no space left on device\n"


@pytest.mark.parametrize("words", ["-o old --output-format sarif", "--baseline old --write-baseline"])
def test_where_a_file_cannot_be_written_whole_the_old_one_stays(here: Path, words: str) -> None:
    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    noise = "".join(f"  noise-{number}: The bridge hums {number} times.\n" for number in range(200))
    write(here / "a.argmap.yaml", BRIDGE.replace("arguments:", noise + "arguments:"))
    old = write(here / "old", '{"version": 1, "findings": []}')
    done = subprocess.run(
        [*COLDWATER, "check", *words.split(), "a.argmap.yaml"],
        preexec_fn=bound,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("coldwater: old: ")
    assert "file too large" in done.stderr
    assert old.read_text() == '{"version": 1, "findings": []}'
    assert sorted(path.name for path in here.iterdir()) == ["a.argmap.yaml", "old"]


@pytest.mark.parametrize("output_format", ["sarif", "gitlab", "github"])
def test_paths_start_at_the_repository_of_the_map_wherever_the_command_is_run(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch, output_format: str
) -> None:
    """From above the repository, from its root and from a folder in it."""
    (here / "repo" / ".git").mkdir(parents=True)
    (here / "repo" / "maps").mkdir()
    path = here / "repo" / "maps" / "a.argmap.yaml"
    path.write_text("argmap: 1\ntitle: T\nthesis: t\nclaims:\n  t: We go.\n  c: So it is.\n", encoding="utf-8")
    outputs = set()
    for folder in (here, here / "repo", here / "repo" / "maps"):
        monkeypatch.chdir(folder)
        outputs.add(run("check", "--output-format", output_format, os.path.relpath(path, folder)).out)
    [out] = outputs
    assert "maps/a.argmap.yaml" in out
    assert "repo/maps" not in out
