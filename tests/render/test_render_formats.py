"""What comes out as SVG, PNG and DOT: well-formed for any text, the same bytes for the same map, with its digest."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from drawing_samples import BRIDGE, all_samples, alliance, attacks, make_map, random_map, supports, tongues, twisted

from coldwater.errors import DrawingError, UsageError
from coldwater.model import Map, from_accepted_data
from coldwater.printable import printable
from coldwater.render import Options, digest, digest_in, draw
from coldwater.render.sandbox import run_graphviz

if TYPE_CHECKING:
    from collections.abc import Callable

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<script>alert(1)</script>",
    "]]> &amp; &#0; & < > \" '",
    "</style></svg><svg onload='x'>",
    "javascript:alert(1)",
    "left \u202eright\u2066 \u200f\u061c hidden \u00ad\U000e0041",
    "nul \x00 bell \x07 escape \x1b[31m c1 \x9b31m del \x7f",
    "lone \ud800 surrogate \udfff and \uffff \ufffe \U0001ffff",
    "line\nline\r\nline\tline\u2028line",
    "x" * 10_000,
    "ends with a backslash\\",
    "<b>bold</b>",
    "<<TABLE><TR><TD>x</TD></TR></TABLE>>",
    '\\N \\G \\l \\" \\\\',
    "字" * 300,
    "e\u0301" * 200,
    " \u3000 ",
    "%(x)s {x} $x",
]


def hostile_map(text: str) -> Map:
    """Put a text into every field that a drawing shows."""
    claims = {
        "t": {"text": text, "cites": [{"source": "s", "locator": text}]},
        "a": {"text": text, "implicit": True, "cites": [{"source": "s"}], "contradicts": ["b"]},
        "b": {"text": text, "note": text},
    }
    arguments = {
        "x": supports("t", "a", title=text, cites=[{"source": "s"}]),
        "y": attacks("x", "b", title=text),
        "z": attacks("t", "a"),
    }
    source = {"title": text, "author": [text, {"family": text, "given": text}], "publisher": text, "issued": text}
    fields = {"title": text, "description": text, "language": text, "sources": {"s": source}}
    return make_map(claims, arguments, **fields)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_svg_is_well_formed_and_harmless_for_any_text(text: str) -> None:
    svg = draw(hostile_map(text), "svg").decode("utf-8")
    root = ET.fromstring(svg)  # noqa: S314 - our own output, and the point of the test
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "style", "rect", "g", "path", "circle", "polygon", "line", "text", "tspan",
    }  # fmt: skip
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name]
    assert re.fullmatch(r'(@font-face\{[^<>&{}]*url\("data:font/ttf;base64,[^"]*"\)[^<>&{}]*\})*', _style(root))
    assert root.findtext(f"{SVG}title") == printable(text).strip()
    assert svg.replace("\n", "") == printable(svg.replace("\n", ""))


def _style(root: ET.Element) -> str:
    return root.findtext(f"{SVG}style") or ""


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_dot_is_read_by_graphviz_for_any_text_and_has_no_html(text: str) -> None:
    dot = draw(hostile_map(text), "dot").decode("utf-8")
    assert not re.search(r"label=<", dot)
    assert b"CONTRADICTS" in run_graphviz(dot, "json0")


def test_png_of_hostile_text_is_drawn() -> None:
    assert draw(hostile_map(" ".join(HOSTILE[:8])), "png").startswith(b"\x89PNG\r\n\x1a\n")


# --- digests -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["svg", "png", "dot"])
def test_the_digest_is_found_again(format_: str) -> None:
    map_ = from_accepted_data(BRIDGE)
    assert digest_in(draw(map_, format_)) == digest(map_)


def test_a_text_cannot_pass_for_the_digest() -> None:
    map_ = make_map({"t": f"coldwater-digest: {'0' * 32}"}, title=f'coldwater-digest="{"0" * 32}"')
    assert {digest_in(draw(map_, format_)) for format_ in ("svg", "png", "dot")} == {digest(map_)}
    assert digest_in(b"") is None
    assert digest_in(b"<svg/>") is None


def test_pydantic_map_and_plain_twin_have_the_same_digest_and_drawing() -> None:
    full, twin = Map.model_validate(BRIDGE), from_accepted_data(BRIDGE)
    assert digest(full) == digest(twin)
    assert draw(full, "svg") == draw(twin, "svg")


def _renamed(data: dict[str, Any]) -> None:
    data["title"] = "Another title"


def _reworded(data: dict[str, Any]) -> None:
    data["claims"]["rebuild"] = "The town should not rebuild the bridge."


def _reordered(data: dict[str, Any]) -> None:
    data["arguments"] = dict(reversed(data["arguments"].items()))


def _resourced(data: dict[str, Any]) -> None:
    data["sources"]["survey"]["publisher"] = "City of Ulm"


@pytest.mark.parametrize("change", [_renamed, _reworded, _reordered, _resourced])
def test_the_digest_changes_with_what_is_drawn(change: Callable[[dict[str, Any]], None]) -> None:
    data = {key: dict(value) if isinstance(value, dict) else value for key, value in BRIDGE.items()}
    data["sources"] = {key: dict(value) for key, value in data["sources"].items()}
    change(data)
    assert digest(from_accepted_data(data)) != digest(from_accepted_data(BRIDGE))


def test_the_digest_does_not_change_with_what_is_not_drawn() -> None:
    noted = BRIDGE | {"positions": {"mayor": {"name": "The mayor", "accepts": ["rebuild"]}}}
    assert digest(from_accepted_data(noted)) == digest(from_accepted_data(BRIDGE))


def test_digests_need_nothing_heavy() -> None:
    code = "import sys, coldwater.render; print(*sys.modules)"
    loaded = _run(code, "0").split()
    assert not {"pydantic", "fontTools", "graphviz", "wasmtime", "resvg_py", "dataclasses"} & set(loaded)


# --- same bytes --------------------------------------------------------------------------------------------------


def _run(code: str, seed: str) -> str:
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here), str(here.parents[1] / "src")])
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_other_processes_give_the_same_bytes() -> None:
    code = """
import hashlib, drawing_samples as d
from coldwater.render import draw
for map_ in (d.twisted(), d.alliance(), d.random_map(3, 30, 0.3)):
    for format_ in ("svg", "png", "dot"):
        print(hashlib.sha256(draw(map_, format_)).hexdigest())
"""
    here = [
        draw(map_, name) for map_ in (twisted(), alliance(), random_map(3, 30, 0.3)) for name in ("svg", "png", "dot")
    ]
    expected = [hashlib.sha256(data).hexdigest() for data in here]
    assert _run(code, "1").split() == _run(code, "77").split() == expected


# --- the rest ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", all_samples())
def test_every_kind_of_map_is_drawn_with_every_claim_and_argument_once(name: str) -> None:
    map_ = all_samples()[name]
    for engine in ("embedded", "tidy"):
        root = ET.fromstring(draw(map_, "svg", Options(engine=engine)))  # noqa: S314
        drawn = [group.get("data-id") for group in root.iter(f"{SVG}g") if group.get("data-id")]
        assert sorted(map(str, drawn)) == sorted([*map_.claims, *map_.arguments])


def test_a_contradiction_is_drawn_once_whoever_says_so() -> None:
    claims = {"t": "T.", "a": {"text": "A.", "contradicts": ["t"]}}
    both = claims | {"t": {"text": "T.", "contradicts": ["a"]}}
    for given in (claims, both):
        assert draw(make_map(given), "svg").count(b">CONTRADICTS<") == 1


def test_language_title_and_labels_are_there_for_those_who_listen() -> None:
    root = ET.fromstring(draw(tongues(), "svg"))  # noqa: S314
    assert root.get("lang") == "zh-Hans"
    assert root.get("role") == "img"
    labels = [group.get("aria-label", "") for group in root.iter(f"{SVG}g") if group.get("data-id")]
    assert all(labels)
    assert any("威慑作用" in label for label in labels)


def test_the_dark_theme_differs_in_colours_only() -> None:
    light, dark = (draw(alliance(), "svg", Options(theme=theme)).decode() for theme in ("light", "dark"))
    strip = re.compile(r"#[0-9A-F]{6}")
    assert light != dark
    assert strip.sub("", light) == strip.sub("", dark)


def test_png_chunks_are_whole() -> None:
    png = draw(from_accepted_data(BRIDGE), "png")
    at, names = 8, []
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        body = png[at + 4 : at + 8 + length]
        assert int.from_bytes(png[at + 8 + length : at + 12 + length], "big") == zlib.crc32(body)
        names.append(body[:4])
        at += 12 + length
    assert names[:2] == [b"IHDR", b"tEXt"]
    assert names[-1] == b"IEND"


@pytest.mark.parametrize(
    "words", [{"format_": "gif"}, {"format_": "svg", "theme": "pink"}, {"format_": "svg", "engine": "x"}]
)
def test_unknown_words_are_refused(words: dict[str, Any]) -> None:
    format_ = words.pop("format_")
    with pytest.raises(UsageError):
        draw(make_map({"t": "T."}), format_, Options(**words))


def test_without_dot_the_system_engine_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(DrawingError, match="no program named dot"):
        draw(make_map({"t": "T."}), "svg", Options(engine="system"))
