"""The commands as a user meets them: what is printed where, what is written, and the exit code."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from coldwater import __version__

from .conftest import BRIDGE, BROKEN, Run

COMMANDS = (
    "build", "check", "cruxes", "diff", "evaluate", "explain", "render", "show", "init", "tour", "rule", "scheme",
    "schema",
)  # fmt: skip


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# --- check --------------------------------------------------------------------------------------------------------


def test_a_clean_map_exits_0(here: Path, run: Run) -> None:
    write(here / "bridge.argmap.yaml", BRIDGE)
    outcome = run("check", "bridge.argmap.yaml")
    assert outcome == (0, "1 map checked: no findings\n", "")


def test_an_error_exits_1_and_says_what_was_meant(here: Path, run: Run) -> None:
    write(here / "bridge.argmap.yaml", BROKEN)
    outcome = run("check", "bridge.argmap.yaml")
    assert outcome.code == 1
    assert "bridge.argmap.yaml:11:35" in outcome.out
    assert "Did you mean `costly`?" in outcome.out
    assert outcome.err == ""


def test_a_warning_alone_exits_0(here: Path, run: Run) -> None:
    question = BRIDGE.replace("Rebuilding costs three yearly budgets.", "Does rebuilding cost three budgets?")
    write(here / "bridge.argmap.yaml", question)
    outcome = run("check", "bridge.argmap.yaml")
    assert outcome.code == 0
    assert "CW402" in outcome.out


def test_json_has_the_promised_shape(here: Path, run: Run) -> None:
    write(here / "bridge.argmap.yaml", BRIDGE.replace("arguments:", "  noise: The bridge hums.\narguments:"))
    outcome = run("check", "--output-format", "json", "bridge.argmap.yaml")
    data = json.loads(outcome.out)
    assert list(data) == ["version", "findings", "summary"]
    assert data["version"] == 1
    assert data["summary"] == {"files": 1, "errors": 1, "warnings": 0, "infos": 0}
    [finding] = data["findings"]
    wanted = {"rule": "CW103", "name": "orphan-premise", "severity": "error", "line": 9, "column": 3, "id": "noise"}
    assert {key: finding[key] for key in wanted} == wanted
    assert finding["path"] == "bridge.argmap.yaml"


def test_both_doors_of_check_print_the_same(here: Path, run: Run) -> None:
    write(here / "a.argmap.yaml", BRIDGE)
    write(here / "b.argmap.yaml", BROKEN)
    narrow = run("check", "a.argmap.yaml", "b.argmap.yaml")
    wide = run("check", "--output-format", "full", "a.argmap.yaml", "b.argmap.yaml")
    assert narrow == wide


def test_check_without_words_takes_the_folder_arguments(here: Path, run: Run) -> None:
    write(here / "arguments" / "deep" / "bridge.argmap.yaml", BRIDGE)
    assert run("check").out == "1 map checked: no findings\n"


def test_check_reads_stdin(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
    outcome = run("check", "-")
    assert outcome.code == 1
    assert "stdin.argmap.yaml:11:35" in outcome.out


def test_quotes_and_fingerprints_are_verified_against_a_text_given(here: Path, run: Run) -> None:
    cited = BRIDGE.replace(
        "cracks: The main girder is cracked.",
        "cracks: {text: The main girder is cracked., cites: [{source: survey, locator: block 2, quote: is cracked}]}",
    ).replace("claims:", "sources:\n  survey: {title: Survey}\nclaims:")
    write(here / "bridge.argmap.yaml", cited)
    write(here / "good.txt", "Survey\n\nThe main girder is cracked.\n")
    write(here / "bad.txt", "Survey\n\nThe main girder is sound.\n")
    assert run("check", "bridge.argmap.yaml").code == 0
    assert run("check", "bridge.argmap.yaml", "--source-text", "survey=good.txt").code == 0
    outcome = run("check", "bridge.argmap.yaml", "--source-text", "survey=bad.txt")
    assert outcome.code == 1
    assert "CW304" in outcome.out


def test_the_text_named_by_a_source_is_read_but_not_outside_its_folder(here: Path, run: Run) -> None:
    cited = BRIDGE.replace(
        "cracks: The main girder is cracked.",
        "cracks: {text: The main girder is cracked., cites: [{source: survey, quote: is cracked}]}",
    )
    sources = "sources:\n  survey: {title: Survey, text: t/s.txt}\n"
    write(here / "maps" / "a.argmap.yaml", cited.replace("claims:", sources + "claims:"))
    write(here / "maps" / "t" / "s.txt", "It is sound.")
    assert "CW304" in run("check", "maps/a.argmap.yaml").out
    (here / "maps" / "t" / "s.txt").unlink()
    assert "cannot be read: there is no such file" in run("check", "maps/a.argmap.yaml").out
    write(here / "secret.txt", "is cracked")
    os.symlink("../../secret.txt", here / "maps" / "t" / "s.txt")
    assert "outside the map's folder" in run("check", "maps/a.argmap.yaml").out


def test_a_check_without_a_folder_names_the_maps_here(here: Path, run: Run) -> None:
    assert run("check").err.endswith("`coldwater init` writes a first map.\n")
    write(here / "bridge.argmap.yaml", BRIDGE)
    assert run("check").err.endswith("There is bridge.argmap.yaml.\n")
    write(here / "attic.argmap.json", BRIDGE)
    assert run("check").err.endswith("There is attic.argmap.json and 1 more; a dot names them all.\n")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["check", "nowhere.argmap.yaml"], "nowhere.argmap.yaml: there is no such file"),
        (["check", "empty"], "no file named *.argmap.yaml"),
        (["check", "notes.txt"], "neither a map, whose name ends in .yaml, .yml or .json, nor"),
        (["check"], "there is no folder `arguments` here"),
        (["check", "notes.txt", "--source-text", "x"], "--source-text takes ID=PATH"),
        (["check", "--output-format", "xml", "notes.txt"], "markdown; this is 'xml'."),
        (["check", "--output-format", "JSON"], "this is 'JSON'. Did you mean `json`?"),
        (["check", "--selec", "CW1"], "`coldwater check` has no option --selec. Did you mean `--select`?"),
        (["check", "--select"], "--select needs a value: --select RULES"),
        (["check", "--fix=yes"], "--fix takes no value; this is 'yes'"),
        (["check", "--jobs", "none"], "--jobs takes a whole number, 1 or more; this is 'none'."),
        (["render", "--scale", "11"], "--scale takes a number from 0.1 to 10; this is '11'."),
        (["show"], "`coldwater show` needs MAP. `coldwater help show` says what it takes."),
        (["prep", "gaps", "notes.txt"], "`coldwater prep gaps` needs --side pro|con."),
        (["show", "a.yaml", "b.yaml"], "`coldwater show` takes MAP; 'b.yaml' is too much."),
        (["prep", "gap"], "there is no command `prep gap`. Did you mean `gaps`? `coldwater help prep` lists them."),
        (["--version=2"], "--version takes no value; this is '2'"),
        (["check", "--help=x"], "--help takes no value; this is 'x'"),
        (["--versio"], "coldwater has no option --versio. Did you mean `--version`? `coldwater help` lists them."),
        (["help", "chek"], "there is no command `chek`. Did you mean `check`?"),
        (["build"], "there is no folder `arguments` here"),
        (["rule", "CW999"], "there is no rule CW999"),
        (["rule", "orphan-premis"], "Did you mean orphan-premise?"),
        (["scheme", "kritik"], "there is no scheme kritik. `coldwater scheme` lists them."),
        (["scheme", "expert_opinon"], "Did you mean expert_opinion?"),
        (["show", "nowhere.argmap.yaml"], "there is no such file"),
        (["render", "--engine", "magic"], "magic"),
        (["chek"], "there is no command `chek`. Did you mean `check`? `coldwater help` lists them."),
        (["brief", "notes.txt"], "debate material is made by  coldwater prep brief"),
    ],
)
def test_what_cannot_be_done_exits_2_and_says_why(here: Path, run: Run, words: list[str], says: str) -> None:
    (here / "empty").mkdir()
    write(here / "notes.txt", "hello")
    outcome = run(*words)
    assert outcome.code == 2
    assert says in outcome.err
    assert outcome.err.startswith("coldwater: ")
    assert outcome.err.count("\n") == 1
    assert outcome.out == ""


# --- build, render, show ------------------------------------------------------------------------------------------


def test_build_checks_then_draws_and_the_second_time_draws_nothing(here: Path, run: Run) -> None:
    write(here / "arguments" / "bridge.argmap.yaml", BRIDGE)
    first = run("build")
    assert first.code == 0
    drawn = sorted(path.name for path in (here / "renders").iterdir())
    assert {"bridge.svg", "bridge.png", "bridge.html"} <= set(drawn)
    assert first.out.splitlines() == [
        "1 map checked: no findings (arguments/)",
        f"{len(drawn)} drawings in renders/: {len(drawn)} drawn now, 0 already current",
        "begin with renders/bridge.svg, or  coldwater show arguments/bridge.argmap.yaml",
    ]
    assert f"0 drawn now, {len(drawn)} already current" in run("build").out
    assert run("render", "--check").code == 0


def test_build_leaves_the_drawings_of_a_map_with_errors_as_they_were(here: Path, run: Run) -> None:
    map_ = write(here / "arguments" / "bridge.argmap.yaml", BRIDGE)
    run("build")
    before = (here / "renders" / "bridge.svg").read_bytes()
    map_.write_text(BRIDGE.replace("arguments:", "  noise: The bridge hums.\narguments:"))
    outcome = run("build")
    assert outcome.code == 1
    assert "not drawn because of errors, drawings left as they were: arguments/bridge.argmap.yaml" in outcome.out
    assert (here / "renders" / "bridge.svg").read_bytes() == before


def test_render_check_names_what_is_missing_or_stale_and_draws_nothing(here: Path, run: Run) -> None:
    map_ = write(here / "bridge.argmap.yaml", BRIDGE)
    run("render", "bridge.argmap.yaml", "--format", "svg")
    map_.write_text(BRIDGE.replace("cracked.", "rusty."))
    outcome = run("render", "--check", "bridge.argmap.yaml")
    assert outcome.code == 1
    assert "renders/bridge.svg is not current" in outcome.out
    assert "renders/bridge.png is missing" in outcome.out
    assert not (here / "renders" / "bridge.png").exists()


def test_render_draws_a_map_that_has_other_errors(here: Path, run: Run) -> None:
    write(here / "bridge.argmap.yaml", BRIDGE.replace("arguments:", "  noise: The bridge hums.\narguments:"))
    outcome = run("render", "bridge.argmap.yaml", "-o", "out", "--format", "svg")
    assert outcome == (0, "out/bridge.svg\n", "")
    assert b"The bridge hums." in (here / "out" / "bridge.svg").read_bytes()


@pytest.mark.parametrize("format_", ["svg", "png", "html", "dot", "mermaid", "graphml", "canvas"])
def test_every_format_is_written_and_known_to_be_current(here: Path, run: Run, format_: str) -> None:
    map_ = write(here / "bridge.argmap.yaml", BRIDGE)
    [target] = run("render", "bridge.argmap.yaml", "--format", format_).out.split()
    assert (here / target).stat().st_size > 300
    assert run("render", "--check", "bridge.argmap.yaml", "--format", format_).code == 0
    map_.write_text(BRIDGE.replace("cracked.", "rusty."))
    assert run("render", "--check", "bridge.argmap.yaml", "--format", format_).code == 1


def test_a_part_is_drawn_under_its_own_name(here: Path, run: Run) -> None:
    write(here / "bridge.argmap.yaml", BRIDGE)
    outcome = run("render", "bridge.argmap.yaml", "--format", "svg", "--focus", "money")
    assert outcome.out == "renders/bridge-money.svg\n"
    text = (here / "renders" / "bridge-money.svg").read_text()
    assert "Cost" in text
    assert "Unsafe girder" not in text
    assert "Did you mean `money`?" in run("render", "bridge.argmap.yaml", "--focus", "mony").err


def test_options_change_the_drawing(here: Path, run: Run) -> None:
    write(here / "bridge.argmap.yaml", BRIDGE)
    drawings = set()
    for words in ([], ["--theme", "dark"], ["--direction", "left-right"], ["--depth", "0"]):
        run("render", "bridge.argmap.yaml", "--format", "svg", *words)
        drawings.add((here / "renders" / "bridge.svg").read_bytes())
    assert len(drawings) == 4
    sizes = set()
    for scale in ("1", "3"):
        run("render", "bridge.argmap.yaml", "--format", "png", "--scale", scale)
        sizes.add((here / "renders" / "bridge.png").read_bytes()[16:24])
    assert len(sizes) == 2


def font_with(characters: str, path: Path) -> None:
    """Write a font that has a square for each of some characters, and nothing else."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 900), (900, 900), (900, 0)):
        pen.lineTo(corner)
    pen.closePath()
    names = [f"glyph{number}" for number in range(len(characters))]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", *names])
    font.setupCharacterMap({ord(character): name for character, name in zip(characters, names, strict=True)})
    font.setupGlyf({name: pen.glyph() for name in (".notdef", *names)} | {".notdef": TTGlyphPen(None).glyph()})
    font.setupHorizontalMetrics(dict.fromkeys((".notdef", *names), (1000, 0)))
    font.setupHorizontalHeader(ascent=900, descent=-100)
    font.setupNameTable({"familyName": Path(path).stem, "styleName": "Regular", "psName": f"{Path(path).stem}-Regular"})
    font.setupOS2()
    font.setupPost()
    font.save(path)


def test_a_font_file_fills_in_for_the_embedded_font(here: Path, run: Run) -> None:
    fonts = Path(__file__).parents[2] / "src" / "coldwater" / "render" / "fonts" / "files"
    write(here / "bridge.argmap.yaml", BRIDGE.replace("The town", "桥 The town"))
    write(here / "no.ttf", "no font")
    font_with("桥", here / "bridge.ttf")
    render = ("render", "bridge.argmap.yaml", "--format", "svg", "--font")
    assert run(*render, "bridge.ttf").code == 0
    assert "Coldwater Extra" in (here / "renders" / "bridge.svg").read_text()
    assert "no.ttf: this is no font" in run(*render, "no.ttf").err
    unneeded = str(fonts / "SourceSans3-It.ttf")
    assert run(*render, "bridge.ttf", "--font", unneeded).err == (
        f"{unneeded}: no letter needed this font: it has none here that those before it lack\n"
    )
    write(here / "other.argmap.yaml", BRIDGE)
    both = run("render", "bridge.argmap.yaml", "other.argmap.yaml", "--format", "svg", "--font", "bridge.ttf")
    assert both.err == ""  # one of the two needs it
    font_with("梁", here / "beam.ttf")
    write(here / "bridge.argmap.yaml", BRIDGE.replace("The town", "桥梁 The town"))
    assert run(*render, "bridge.ttf", "--font", "beam.ttf").err == ""
    for format_ in ("svg", "html"):
        assert (
            run("render", "bridge.argmap.yaml", "--format", format_, "--font", "bridge.ttf", "--font", "beam.ttf").code
            == 0
        )
        drawn = (here / "renders" / f"bridge.{format_}").read_text()
        assert drawn.count('@font-face{font-family:"Coldwater Extra') == 2


def test_characters_without_a_font_are_named_once(here: Path, run: Run) -> None:
    fonts = Path(__file__).parents[2] / "src" / "coldwater" / "render" / "fonts" / "files"
    write(here / "bridge.argmap.yaml", BRIDGE.replace("The town", "ꀀ The town"))
    shown = run("render", "bridge.argmap.yaml", "--format", "png", "--font", str(fonts / "SourceSans3-It.ttf"))
    assert shown.err.count("no font here has ꀀ: boxes in PNG and PDF") == 1
    font_with("ꀀ", here / "bridge.ttf")
    assert run("render", "bridge.argmap.yaml", "--format", "png", "--font", "bridge.ttf").err == ""
    font_with("ꀁ", here / "beam.ttf")
    both = run("render", "bridge.argmap.yaml", "--format", "png", "--font", "beam.ttf", "--font", "bridge.ttf")
    assert both.err == "beam.ttf: no letter needed this font: it has none here that those before it lack\n"


def test_parts_themes_and_directions_reach_the_page(here: Path, run: Run) -> None:
    write(here / "bridge.argmap.yaml", BRIDGE)
    pages = {}
    for words in ([], ["--theme", "auto"], ["--theme", "light"], ["--direction", "left-right"], ["--depth", "0"]):
        assert run("render", "bridge.argmap.yaml", "--format", "html", *words).code == 0
        pages[" ".join(words)] = (here / "renders" / "bridge.html").read_text()
    assert pages[""] == pages["--theme auto"]
    assert len(set(pages.values())) == 4
    assert 'data-theme="light"' in pages["--theme light"]
    assert "costly" not in pages["--depth 0"]


def test_checking_looks_at_a_part_and_refuses_what_it_cannot_tell(here: Path, run: Run) -> None:
    write(here / "bridge.argmap.yaml", BRIDGE)
    part = ("render", "bridge.argmap.yaml", "--format", "svg", "--focus", "money")
    assert run(*part).code == 0
    assert run(*part, "--check").code == 0
    assert run("render", "bridge.argmap.yaml", "--format", "svg", "--check").code == 1
    assert "cannot tell about --theme" in run(*part, "--check", "--theme", "dark").err


def test_render_refuses_a_map_that_is_no_graph(here: Path, run: Run) -> None:
    write(here / "bridge.argmap.yaml", BROKEN)
    outcome = run("render", "bridge.argmap.yaml")
    assert outcome.code == 2
    assert "CW101" in outcome.err
    assert not (here / "renders").exists()


def test_render_does_not_overwrite_one_map_with_another(here: Path, run: Run) -> None:
    write(here / "a" / "bridge.argmap.yaml", BRIDGE)
    write(here / "b" / "bridge.argmap.yaml", BRIDGE)
    outcome = run("render", "a", "b")
    assert outcome.code == 2
    assert "would be drawn to the same file" in outcome.err


def test_a_full_disk_leaves_the_old_drawing(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "bridge.argmap.yaml", BRIDGE)
    write(here / "renders" / "bridge.svg", "old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    outcome = run("render", "bridge.argmap.yaml", "--format", "svg")
    assert outcome.code == 2
    assert "no space left on device" in outcome.err
    assert (here / "renders" / "bridge.svg").read_text() == "old"
    assert [path.name for path in (here / "renders").iterdir()] == ["bridge.svg"]


def test_show_prints_an_outline_without_escapes(here: Path, run: Run) -> None:
    hostile = 'cracks: "The main girder is cracked\\u001b[31m."'
    write(here / "bridge.argmap.yaml", BRIDGE.replace("cracks: The main girder is cracked.", hostile))
    outcome = run("show", "bridge.argmap.yaml")
    assert outcome.code == 0
    assert "The town should rebuild the bridge." in outcome.out
    assert "Unsafe girder" in outcome.out
    assert "\x1b" not in outcome.out


# --- init, rule, schema -------------------------------------------------------------------------------------------


def test_the_map_of_init_is_clean_and_can_be_shown_and_drawn(here: Path, run: Run) -> None:
    outcome = run("init", "town")
    assert outcome.code == 0
    assert outcome.out.split() == ["town.argmap.yaml", "argmap.schema.json"]
    assert json.loads((here / "argmap.schema.json").read_text())["$schema"]
    assert run("check", "town.argmap.yaml").out == "1 map checked: no findings\n"
    assert run("show", "town.argmap.yaml").code == 0
    assert run("render", "town.argmap.yaml", "--format", "dot").code == 0


def test_init_never_overwrites(here: Path, run: Run) -> None:
    write(here / "town.argmap.yaml", "mine")
    outcome = run("init", "town")
    assert outcome.code == 2
    assert (here / "town.argmap.yaml").read_text() == "mine"


def test_scheme_lists_all_and_shows_one_however_it_is_spelt(run: Run) -> None:
    listed = run("scheme")
    assert (listed.code, listed.err) == (0, "")
    assert "  expert_opinion " in listed.out
    page = run("scheme", "Expert-Opinion")
    assert page == run("scheme", "argument from expert opinion")
    assert "  expertise  What has the expert published or done in the field?\n" in page.out
    assert "roles: {expert: CLAIM, says: CLAIM}" in page.out


def test_scheme_gives_data_in_one_shape(run: Run) -> None:
    every = json.loads(run("scheme", "--output-format", "json").out)
    one = json.loads(run("scheme", "sign", "--output-format", "json").out)
    assert list(every) == list(one) == ["version", "schemes"]
    assert one["schemes"] == [scheme for scheme in every["schemes"] if scheme["name"] == "sign"]
    assert [premise["slot"] for premise in one["schemes"][0]["premises"]] == ["seen", "indicates"]


def test_rule_explains_one_lists_all_and_knows_names(run: Run) -> None:
    page = run("rule", "CW103").out
    assert "orphan-premise" in page
    assert "Bad" in page
    assert run("rule", "orphan-premise").out == page
    assert page.strip() in run("rule", "--all").out
    assert "CW103" in run("rule").out


def test_schema_prints_the_published_schema(run: Run) -> None:
    published = Path(__file__).parents[2] / "schema" / "argmap.schema.json"
    assert run("schema").out == published.read_text(encoding="utf-8")


def test_the_version_is_told_however_one_asks(run: Run) -> None:
    assert run("--version") == run("-V") == (0, f"coldwater {__version__}\n", "")


def test_help_is_a_command_as_well(run: Run) -> None:
    assert run("help") == run("--help")
    assert run("help", "prep", "gaps") == run("prep", "gaps", "-h")
    assert "`" not in run("help", "help").out


def test_a_group_alone_lists_its_commands(run: Run) -> None:
    outcome = run("prep")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == run("help", "prep").out


def test_schema_prints_those_of_what_commands_print_and_lists_them(run: Run) -> None:
    published = Path(__file__).parents[2] / "schema" / "output" / "gaps.schema.json"
    assert run("schema", "gaps").out == run("schema", "prep", "gaps").out == published.read_text(encoding="utf-8")
    assert "gaps            What `coldwater prep gaps --output-format json` prints." in run("schema", "--list").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chek",), "coldwater: there is no schema chek. Did you mean `check`?\n"),
        (("stationery",), "coldwater: there is no schema stationery. `coldwater schema --list` lists them.\n"),
        (("check", "--list"), "coldwater: --list lists all schemas; without it the one named is printed\n"),
    ],
)
def test_a_schema_that_is_not_there_is_refused(run: Run, words: tuple[str, ...], said: str) -> None:
    assert run("schema", *words) == (2, "", said)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help(run: Run, command: str) -> None:
    outcome = run(command, "--help")
    assert outcome.code == 0
    assert "Usage" in outcome.out
