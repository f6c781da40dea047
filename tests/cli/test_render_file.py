"""``render -o x.svg`` writes that file; what cannot be meant is refused before anything is written."""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path

import pytest

from .conftest import BRIDGE, MORE, Run

MAP = "bridge.argmap.yaml"


@pytest.fixture
def folder(here: Path) -> Path:
    (here / MAP).write_text(BRIDGE)
    return here


BEGINS = {
    "x.svg": b"<svg",
    "x.png": b"\x89PNG",
    "x.html": b"<!doctype html>",
    "x.htm": b"<!doctype html>",
    "x.dot": b"digraph",
    "x.gv": b"digraph",
    "x.mmd": b"flowchart",
    "x.mermaid": b"flowchart",
    "x.graphml": b"<?xml",
    "x.canvas": b"{",
    "x.pdf": b"%PDF",
    "X.SVG": b"<svg",
    "new/deep/my drawing.svg": b"<svg",
}


@pytest.mark.parametrize("name", BEGINS)
def test_the_ending_says_what_is_drawn(folder: Path, run: Run, name: str) -> None:
    done = run("render", MAP, "-o", name)
    assert (done.code, done.out, done.err) == (0, f"{name}\n", "")
    assert BEGINS[name] in (folder / name).read_bytes()[:400]
    assert sorted(one.name for one in (folder / name).parent.iterdir() if one.name != MAP) == [Path(name).name]


def test_the_file_is_the_drawing_that_a_folder_gets(folder: Path, run: Run) -> None:
    run("render", MAP, "-o", "out", "--format", "svg", "--verdicts")
    assert run("render", MAP, "-o", "x.svg", "--verdicts").code == 0
    assert (folder / "x.svg").read_bytes() == (folder / "out/bridge.verdicts.svg").read_bytes()
    assert run("render", MAP, "-o", "x.svg", "--format", "svg").code == 0


def test_a_folder_with_one_map_will_do(folder: Path, run: Run) -> None:
    assert run("render", ".", "-o", "x.svg").out == "x.svg\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "x.svg", "--format", "png"], "x.svg: the name says svg, --format says png; for both, name a folder"),
        (["-o", "x.svg", "--format", "svg", "--format", "png"], "x.svg: the name says svg, --format says png"),
        (
            ["-o", "x.jpg"],
            "x.jpg: no drawing has the ending .jpg; there are svg, png, pdf, html, dot, mmd, graphml, canvas.",
        ),
        (["-o", "x.jpg"], "A folder of this name is written x.jpg/"),
        (
            ["-o", "x.svg", "more.argmap.yaml"],
            "-o x.svg takes one map; there are 2 here. To draw them all, name a folder",
        ),
        (["-o", "x.svg", "--scale", "3"], "scale means nothing to svg"),
        (["-o", "-"], "-o - takes one map and one --format"),
        (["-o", "-", "--format", "svg", "more.argmap.yaml"], "-o - takes one map"),
        (["-o", "file"], "-o file takes one map and one --format"),
    ],
)
def test_what_cannot_be_meant_is_refused(folder: Path, run: Run, words: list[str], said: str) -> None:
    (folder / "more.argmap.yaml").write_text(MORE)
    (folder / "file").write_text("old")
    done = run("render", MAP, *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert sorted(one.name for one in folder.iterdir()) == [MAP, "file", "more.argmap.yaml"]
    assert (folder / "file").read_text() == "old"


def test_folders_stay_folders_whatever_they_are_called(folder: Path, run: Run) -> None:
    assert run("render", MAP, "-o", "v1.jpg/", "--format", "svg").out == "v1.jpg/bridge.svg\n"
    assert run("render", MAP, "-o", "v1.jpg", "--format", "svg").out == "v1.jpg/bridge.svg\n"
    (folder / "odd.svg").mkdir()
    assert run("render", MAP, "-o", "odd.svg", "--format", "dot").out == "odd.svg/bridge.dot\n"
    assert run("render", MAP, "-o", ".hidden", "--format", "dot").out == ".hidden/bridge.dot\n"
    (folder / "coldwater.toml").write_text('renders = "out.v1"\n')
    assert run("render", MAP, "--format", "dot").out == "out.v1/bridge.dot\n"


def test_a_pipe_is_written_into(folder: Path, run: Run) -> None:
    os.mkfifo(folder / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((folder / "pipe").read_bytes()))
    reader.start()
    assert run("render", MAP, "-o", "pipe", "--format", "dot").code == 0
    reader.join(timeout=60)
    assert read[0].startswith(b"digraph") or b"digraph" in read[0][:300]


def test_check_looks_at_that_file(folder: Path, run: Run) -> None:
    done = run("render", MAP, "--check", "-o", "x.svg")
    assert (done.code, done.out) == (1, f"x.svg is missing: run  coldwater render {MAP} -o x.svg\n")
    run("render", MAP, "-o", "x.svg")
    assert run("render", MAP, "--check", "-o", "x.svg").code == 0
    (folder / MAP).write_text(MORE)
    done = run("render", MAP, "--check", "-o", "x.svg", "--verdicts")
    assert done.out == f"x.svg is not current: run  coldwater render {MAP} -o x.svg --verdicts\n"


def test_a_page_names_the_line_of_each_claim_and_links_it_where_settings_give_an_address(run: Run, here: Path) -> None:
    (here / "m.argmap.yaml").write_text("argmap: 1\ntitle: T\nthesis: a\nclaims:\n  a: A goes.\n  b: B goes.\n")
    assert run("render", "m.argmap.yaml", "--format", "html", "-o", "page.html").code == 0
    page = (here / "page.html").read_text(encoding="utf-8")
    assert '"origin":{"file":"m.argmap.yaml"}' in page
    assert re.search(r'"id":"b"[^{}]*"line":6', page)
    (here / "coldwater.toml").write_text('repository = "https://example.org/blob/main/"\n')
    assert run("render", "m.argmap.yaml", "--format", "html", "-o", "page.html").code == 0
    page = (here / "page.html").read_text(encoding="utf-8")
    assert '"origin":{"file":"m.argmap.yaml","url":"https://example.org/blob/main/m.argmap.yaml"}' in page
    (here / "coldwater.toml").write_text('repository = "somewhere"\n')
    refused = run("render", "m.argmap.yaml", "--format", "html", "-o", "page.html")
    assert refused.code == 2
    assert "`repository` takes the address of the project's files" in refused.err
