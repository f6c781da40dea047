"""``render --layout`` and ``--width``: which picture comes out, what it is called, what is said, what is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from .conftest import BRIDGE, Run

MAP = "bridge.argmap.yaml"


@pytest.fixture
def folder(here: Path) -> Path:
    (here / MAP).write_text(BRIDGE)
    claims = {f"c{number}": f"Claim number {number}, of which there are many." for number in range(81)}
    arguments = {
        f"a{number}": {"premises": [f"c{number}"], "supports": f"c{(number - 1) // 3}"} for number in range(1, 81)
    }
    large = {"argmap": 1, "title": "Large", "thesis": "c0", "claims": claims, "arguments": arguments}
    (here / "large.argmap.json").write_text(json.dumps(large))
    return here


def _layout(path: Path) -> str | None:
    return ET.fromstring(path.read_text()).get("data-layout")  # noqa: S314 - our own output


def test_a_small_map_is_drawn_as_it_is_without_a_word(folder: Path, run: Run) -> None:
    done = run("render", MAP, "--format", "svg")
    assert (done.code, done.err) == (0, "")
    assert _layout(folder / "renders/bridge.svg") is None


def test_a_large_map_is_drawn_as_its_sides_and_that_is_said_once(folder: Path, run: Run) -> None:
    done = run("render", "large.argmap.json")
    assert done.code == 0
    assert done.err.count("\n") == 1
    assert done.err.startswith("large.argmap.json: drawn as its sides, since as a map it would be too large to be read")
    assert "--layout rails, icicle or map" in done.err
    assert _layout(folder / "renders/large.svg") == "sides"
    assert run("render", "--check", "large.argmap.json").code == 0


def test_a_map_whose_text_would_be_small_says_how_small(folder: Path, run: Run) -> None:
    said = run("render", MAP, "-o", "x.svg", "--width", "400").err
    assert re.search(r"since as a map its text would be [4-9]\.\d px at 400 px", said)
    assert _layout(folder / "x.svg") == "sides"


def test_a_layout_that_is_asked_for_is_drawn_in_silence_and_named(folder: Path, run: Run) -> None:
    done = run("render", MAP, "large.argmap.json", "--layout", "sides", "--format", "svg", "--width", "16cm")
    assert (done.out, done.err) == ("renders/bridge.sides.svg\nrenders/large.sides.svg\n", "")
    assert run("render", "large.argmap.json", "--layout", "map", "--format", "svg").out == "renders/large.map.svg\n"
    assert run("render", "--check", "--layout", "sides", MAP, "--format", "svg").code == 0
    assert "renders/bridge.map.svg is missing" in run("render", "--check", "--layout", "map", MAP).out


def test_the_check_knows_a_changed_map_in_every_layout(folder: Path, run: Run) -> None:
    run("render", MAP, "--layout", "sides", "--format", "svg")
    run("render", MAP, "--format", "svg")
    (folder / MAP).write_text(BRIDGE.replace("cracked", "broken"))
    done = run("render", "--check", "--layout", "sides", MAP, "--format", "svg")
    assert "coldwater render bridge.argmap.yaml -o renders --format svg --layout sides" in done.out
    assert run("render", "--check", MAP, "--format", "svg").code == 1


def test_build_draws_the_whole_of_a_large_map_and_the_check_watches_it(folder: Path, run: Run) -> None:
    (folder / "arguments").mkdir()
    for name in (MAP, "large.argmap.json"):
        (folder / name).rename(folder / "arguments" / name)
    done = run("build")
    assert done.code == 0
    drawn = {path.name for path in (folder / "renders").iterdir()}
    assert {name for name in drawn if name.startswith("large.all-")} == {
        "large.all-claims.svg", "large.all-arguments.svg",
    }  # fmt: skip
    assert not {name for name in drawn if name.startswith("bridge.all-")}
    assert _layout(folder / "renders/large.all-claims.svg") == "rails"
    assert _layout(folder / "renders/large.all-arguments.svg") == "icicle"
    assert "0 drawn now" in run("build").out
    text = (folder / "arguments/large.argmap.json").read_text()
    (folder / "arguments/large.argmap.json").write_text(text.replace("Claim number 80,", "Claim 80,"))
    said = run("render", "--check").out
    assert "large.all-claims.svg is not current: run  coldwater render arguments/large.argmap.json" in said
    run("build")
    assert run("render", "--check").code == 0


def test_a_pdf_in_a_layout_is_one_page_as_large_as_the_picture(folder: Path, run: Run) -> None:
    pypdf = pytest.importorskip("pypdf")
    assert run("render", MAP, "--layout", "sides", "-o", "x.pdf", "--width", "800").code == 0
    pages = pypdf.PdfReader(folder / "x.pdf").pages
    assert [round(float(page.mediabox.width)) for page in pages] == [600]
    assert "The town should rebuild the bridge." in pages[0].extract_text()
    assert run("render", "--check", MAP, "--layout", "sides", "-o", "x.pdf").code == 0
    run("render", "large.argmap.json", "--layout", "rails", "-o", "y.pdf", "--width", "400")
    pages = pypdf.PdfReader(folder / "y.pdf").pages
    assert len(pages) > 2
    assert all(float(page.mediabox.height) < 1.6 * float(page.mediabox.width) for page in pages)
    assert "Claim number 80" in "".join(page.extract_text() for page in pages)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--width", "wide"), "'wide' is no width"),
        (("--width", "9"), "280 to 20,000 px wide; 9 is 9 px"),
        (("--width", "9000cm"), "280 to 20,000 px wide"),
        (("--layout", "sides", "--direction", "top-down"), "direction is for the layout map"),
        (("--layout", "sides", "--format", "html"), "layout means nothing to html"),
        (("--layout", "tree"), "--layout takes auto, map, sides, rails or icicle"),
        (("--layout", "sides", "--format", "pdf", "--paper", "a4"), "for one on paper, add --pages one"),
    ],
)
def test_what_makes_no_sense_is_refused(folder: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    done = run("render", MAP, *words)
    assert done.code == 2
    assert said in done.err


def test_a_diff_is_drawn_of_one_map(folder: Path, run: Run) -> None:
    (folder / "new.argmap.yaml").write_text(BRIDGE.replace("three yearly", "four yearly"))
    done = run("diff", MAP, "new.argmap.yaml", "--output-format", "svg")
    assert done.code == 0
    assert "REWORDED" in done.out
    assert ET.fromstring(done.out).get("data-layout") == "rails"  # noqa: S314 - our own output
