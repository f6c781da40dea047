"""Real files are read as a second reader counts them, come back as the same graph, and agree in both their forms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import fromstring

import pytest

from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given, Imported
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of
from formats.aif import samples
from formats.corpora import FOLDER, files, needs_corpora
from formats.counting import aif, brat, microtexts

if TYPE_CHECKING:
    from pathlib import Path


def read(name: str, data: bytes) -> Imported:
    format_ = registry.named(name)
    assert format_ is not None
    return registry.read(format_, Given(f"file.{name}", data, None, lambda _: samples.ESSAY.encode()))


def rewritten(name: str, data: bytes) -> bytes:
    """Give what a file becomes that is read and written again; nothing may be lost."""
    format_ = registry.named(name)
    assert format_ is not None
    imported = read(name, data)
    map_ = map_of(imported.data)
    assert map_ is not None
    assert imported.data is not None
    written = format_.write(Outgoing(map_, imported.data))
    assert written.losses == ()
    return written.data


def plain(data: dict[str, Any]) -> dict[str, Any]:
    """Give what a map means: all but its title, which is the file's name, and where it is from."""
    bare = {key: value for key, value in data.items() if key not in ("title", "x-from")}
    for section in ("claims", "arguments"):
        bare[section] = {
            id_: {key: value for key, value in entry.items() if key != "x-from"}
            for id_, entry in data.get(section, {}).items()
        }
    return bare


def graph(data: bytes) -> Any:
    """Give a file of AIF as it is, but for the order of nodes and edges."""
    whole = json.loads(data, strict=False)
    inner = whole.get("AIF", whole)
    for key in ("nodes", "edges"):
        inner[key] = sorted(inner[key], key=lambda one: json.dumps(one, sort_keys=True))
    return whole


def elements(data: bytes) -> Any:
    """Give a microtext as it is, but for the order of its elements; empty text is none."""
    root = fromstring(data)  # noqa: S314 - our own files
    inner = sorted((one.tag, sorted(one.attrib.items()), one.text if one.tag == "edu" else "") for one in root)
    return sorted(root.attrib.items()), inner


def nodesets() -> list[Path]:
    return [*files("microtexts/format=aif*/*.json"), *files("arguebuf/data/*.json")]


@needs_corpora
def test_nodesets_are_read_as_they_are_counted() -> None:
    for path in nodesets():
        data = path.read_bytes()
        assert read("aif", data).counts._asdict() == aif.count(data), path.name


@needs_corpora
def test_microtexts_are_read_as_they_are_counted() -> None:
    for path in files("microtexts/format=arggraph*/*.xml"):
        data = path.read_bytes()
        assert read("microtexts", data).counts._asdict() == microtexts.count(data), path.name


@pytest.mark.parametrize("data", [samples.FERRY, samples.TALK, samples.XAIF])
def test_our_own_nodesets_are_read_as_they_are_counted(data: bytes) -> None:
    assert read("xaif" if b'"AIF"' in data else "aif", data).counts._asdict() == aif.count(data)


def test_our_own_microtext_and_essay_are_read_as_they_are_counted() -> None:
    assert read("microtexts", samples.MICROTEXT).counts._asdict() == microtexts.count(samples.MICROTEXT)
    assert read("brat", samples.essay()).counts._asdict() == brat.count(samples.essay())


@needs_corpora
def test_both_forms_of_a_microtext_give_the_same_map() -> None:
    """Of some texts the two forms argue differently, or cut the text elsewhere; that is how they were published."""
    pairs = json.loads((FOLDER / "microtexts/aif2arggraph.json").read_text())
    agree = 0
    for one, other in pairs.items():
        paths = [*files(f"microtexts/format=aif*/{one}.json"), *files(f"microtexts/format=arggraph*/{other}.xml")]
        if len(paths) != 2:
            continue
        data, text = (path.read_bytes() for path in paths)
        if aif.said(data) == microtexts.said(text):
            agree += 1
            ours, theirs = (read(name, held).data for name, held in (("aif", data), ("microtexts", text)))
            assert ours is not None
            assert theirs is not None
            assert json.dumps(plain(ours)) == json.dumps(plain(theirs)), other
    assert agree >= 107


@needs_corpora
def test_a_nodeset_comes_back_as_the_same_graph() -> None:
    for path in nodesets():
        data = path.read_bytes()
        assert graph(rewritten("aif", data)) == graph(data), path.name


@pytest.mark.parametrize("data", [samples.FERRY, samples.TALK])
def test_our_own_nodesets_come_back_as_the_same_graph(data: bytes) -> None:
    assert graph(rewritten("aif", data)) == graph(data)


def test_xaif_comes_back_with_its_frame() -> None:
    assert graph(rewritten("xaif", samples.XAIF)) == graph(samples.XAIF)


def test_a_microtext_comes_back_as_the_same_graph() -> None:
    assert elements(rewritten("microtexts", samples.MICROTEXT)) == elements(samples.MICROTEXT)
    for path in files("microtexts/format=arggraph*/*.xml"):
        data = path.read_bytes()
        assert elements(rewritten("microtexts", data)) == elements(data), path.name


def test_arguebuf_comes_back_as_the_same_graph() -> None:
    before, after = json.loads(samples.ARGUEBUF), json.loads(rewritten("arguebuf", samples.ARGUEBUF))
    before["majorClaim"] = before.pop("major_claim")
    assert after == before
