"""Nothing in a folder is passed over in silence: what looks like a map and is not looked at is said everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import BRIDGE, Run


@pytest.fixture
def homework(here: Path) -> Path:
    (here / ".git").mkdir()
    folder = here / "hw"
    folder.mkdir()
    (folder / "town.argmap.yaml").write_text(BRIDGE)
    (folder / "Müller hw 3.yaml").write_text(BRIDGE, encoding="utf-8")
    (folder / "ann.argmap.yaml.txt").write_text(BRIDGE)
    (folder / "notes.txt").write_text("Read by Friday.\n")
    return folder


def test_a_check_names_them_and_is_not_clean(homework: Path, run: Run) -> None:
    done = run("check", "hw")
    assert done.code == 1
    assert done.out == "1 map checked: no findings; not looked at: 2 files that look like maps\n"
    said = "this looks like a map and was not looked at: name it"
    way_out = "or leave it out with `exclude` in the settings"
    assert done.err.splitlines() == [
        f"coldwater: hw/Müller hw 3.yaml: {said} `Müller hw 3.argmap.yaml`, {way_out}",
        f"coldwater: hw/ann.argmap.yaml.txt: {said} `ann.argmap.yaml`, {way_out}",
    ]
    (homework / "ann.argmap.yaml.txt").unlink()
    assert run("check", "hw").out == "1 map checked: no findings; not looked at: 1 file that looks like a map\n"
    assert run("check", "hw", "--exit-zero").code == 0


def test_the_way_out_does_not_name_a_file_that_is_there(homework: Path, run: Run) -> None:
    (homework / "ann.argmap.yaml").write_text(BRIDGE)
    assert (
        "hw/ann.argmap.yaml.txt: this looks like a map and was not looked at: name it *.argmap.yaml"
        in run("check", "hw").err
    )


def test_a_file_that_is_named_or_left_out_is_no_matter(homework: Path, run: Run) -> None:
    assert run("check", "hw/town.argmap.yaml").code == 0
    assert run("check", "hw/Müller hw 3.yaml", "hw/town.argmap.yaml").code == 0
    (homework.parent / "coldwater.toml").write_text('exclude = ["*.txt", "Müller*"]\n', encoding="utf-8")
    assert run("check", "hw").out == "1 map checked: no findings\n"


def test_every_output_says_so(homework: Path, run: Run) -> None:
    names = ["hw/Müller hw 3.yaml", "hw/ann.argmap.yaml.txt"]
    said = json.loads(run("check", "hw", "--output-format", "json").out)
    assert said["summary"]["skipped"] == names
    assert run("check", "hw", "--output-format", "concise").out.endswith("not looked at: 2 files that look like maps\n")
    [one] = json.loads(run("check", "hw", "--output-format", "sarif").out)["runs"]
    notes = one["invocations"][0]["toolExecutionNotifications"]
    assert [(note["level"], note["message"]["text"].split(": ")[0]) for note in notes] == [
        ("warning", name) for name in names
    ]
    junit = run("check", "hw", "--output-format", "junit").out
    assert 'errors="2"' in junit
    assert all(name in junit for name in names)
    markdown = run("check", "hw", "--output-format", "markdown").out
    assert "Müller hw 3.yaml" in markdown
    github = run("check", "hw", "--output-format", "github").out
    assert "::warning file=hw/Müller hw 3.yaml::hw/Müller hw 3.yaml: this looks like a map" in github
    for form in ("jsonl", "gitlab"):
        done = run("check", "hw", "--output-format", form)
        assert done.code == 1
        assert "Müller" in done.err
    assert "skipped" not in json.loads(run("check", "hw/town.argmap.yaml", "--output-format", "json").out)["summary"]


def test_of_very_many_twenty_are_named(homework: Path, run: Run) -> None:
    for number in range(30):
        (homework / f"n{number:02}.yaml").write_text(BRIDGE)
    said = run("check", "hw").err.splitlines()
    assert len(said) == 21
    assert said[-1] == "coldwater: 12 more files look like maps and were not looked at"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["check", "hw", "--fix"], 1),
        (["check", "hw", "--diff"], 0),
        (["build", "--maps", "hw", "--renders", "out"], 1),
        (["render", "hw", "--format", "svg"], 0),
        (["fmt", "hw"], 0),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else "",
)
def test_every_command_that_takes_a_folder_says_so(homework: Path, run: Run, words: list[str], code: int) -> None:
    done = run(*words)
    assert done.code == code
    assert done.err.count("Müller hw 3.yaml: this looks like a map") == 1


def test_a_folder_of_nothing_else_is_an_error_that_names_them(homework: Path, run: Run) -> None:
    (homework / "town.argmap.yaml").unlink()
    done = run("check", "hw")
    assert done.code == 2
    assert done.out == ""
    assert (
        "`Müller hw 3.yaml`, `ann.argmap.yaml.txt` look like maps: name the first `Müller hw 3.argmap.yaml`" in done.err
    )


def test_a_map_under_two_spellings_is_checked_once(homework: Path, run: Run) -> None:
    (homework / "Müller hw 3.yaml").unlink()
    (homework / "ann.argmap.yaml.txt").unlink()
    path = "hw/town.argmap.yaml"
    done = run("check", path, f"./{path}", "hw", str(homework / "town.argmap.yaml"), "hw/../hw")
    assert (done.code, done.out) == (0, "1 map checked: no findings\n")


# --- quotes and fingerprints ------------------------------------------------------------------------------------

CITING = """\
argmap: 1
title: Should the mill be repaired?
thesis: repair
sources:
  report: {title: Report, text: report.txt}
  survey: {title: Survey}
claims:
  repair: The mill should be repaired.
  turns: {text: The wheel turns., cites: [{source: report, quote: The wheel still turns}]}
  worn: {text: It is worn., cites: [{source: report, locator: block 2, quote: bearings are worn}, {source: survey}]}
  sick: {text: The miller is ill., cites: [{source: survey, quote: ill, fingerprint: 0123456789abcdef}]}
  noise: It is noisy.
arguments:
  a: {premises: [turns, worn, sick], supports: repair}
  b: {premises: [noise], attacks: repair}
"""
REPORT = "Report on the old mill.\n\nThe wheel still turns, but its bearings are worn.\n"


def test_the_summary_says_what_came_of_quotes_and_for_want_of_what(here: Path, run: Run) -> None:
    (here / "mill.argmap.yaml").write_text(CITING)
    (here / "report.txt").write_text(REPORT)
    done = run("check", "mill.argmap.yaml")
    said = "2 quotes found in their texts; 1 quote and 1 fingerprint not looked up: no text of `survey`"
    assert (done.code, done.out) == (0, f"1 map checked: no findings; {said}\n")
    data = json.loads(run("check", "mill.argmap.yaml", "--output-format", "json").out)["summary"]["citations"]
    assert data == {
        "quotes": {"found": 2, "not_found": 0, "not_looked_up": 1},
        "fingerprints": {"found": 0, "not_found": 0, "not_looked_up": 1},
        "missing_texts": ["survey"],
    }
    assert said in run("check", ".", "--output-format", "markdown").out
    assert run("check", ".", "--jobs", "2").out == done.out
    (here / "report.txt").write_text(REPORT.replace("still", "hardly"))
    assert "; 1 quote found in its text; 1 quote not found; 1 quote and" in run("check", "mill.argmap.yaml").out


def test_the_summary_says_so_beside_a_finding_that_carries_its_fix(here: Path, run: Run) -> None:
    (here / "mill.argmap.yaml").write_text(CITING.replace("block 2", "block 1"))
    (here / "report.txt").write_text(REPORT)
    said = "1 quote found in its text; 1 quote not found; 1 quote and 1 fingerprint not looked up: no text of `survey`"
    assert run("check", ".").out.endswith(f"; {said}\n")
    data = json.loads(run("check", ".", "--output-format", "json").out)
    [finding] = data["findings"]
    assert finding["fix"]["edits"]
    assert data["summary"]["citations"] == {
        "quotes": {"found": 1, "not_found": 1, "not_looked_up": 1},
        "fingerprints": {"found": 0, "not_found": 0, "not_looked_up": 1},
        "missing_texts": ["survey"],
    }


def test_several_maps_are_counted_together(here: Path, run: Run) -> None:
    (here / "report.txt").write_text(REPORT)
    for name in ("one", "two"):
        (here / f"{name}.argmap.yaml").write_text(CITING.replace("survey", f"survey-{name}"))
    said = "4 quotes found in their texts; 2 quotes and 2 fingerprints not looked up: no text of `survey-one` and "
    assert run("check", ".").out == f"2 maps checked: no findings; {said}`survey-two`\n"
    assert run("check", ".", "--jobs", "2").out == f"2 maps checked: no findings; {said}`survey-two`\n"


def test_maps_without_quotes_say_nothing_of_them(here: Path, run: Run) -> None:
    (here / "town.argmap.yaml").write_text(BRIDGE)
    assert run("check", ".").out == "1 map checked: no findings\n"
    assert "citations" not in json.loads(run("check", ".", "--output-format", "json").out)["summary"]


def test_the_fix_corrects_the_locator_and_says_so(here: Path, run: Run) -> None:
    (here / "report.txt").write_text(REPORT)
    text = CITING.replace("block 2", "block 1").replace(", quote: ill, fingerprint: 0123456789abcdef", "")
    (here / "mill.argmap.yaml").write_text(text)
    assert "1 finding can be mended" in run("check", ".").err
    done = run("check", ".", "--fix")
    assert done.err == "fixed ./mill.argmap.yaml:10:79: CW304: the locator of the quote at `worn` is block 2\n"
    assert done.out == "1 map checked: no findings; 2 quotes found in their texts\n"
    assert (here / "mill.argmap.yaml").read_text() == text.replace("block 1", "block 2")
