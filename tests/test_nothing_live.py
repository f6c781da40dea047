"""Whatever a map, a file name or an id says: no output is driven by it, links, mentions or notifies for it.

Each output is made of a map that says hostile things in every field, and read as its reader reads it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coldwater import api, compare, judge
from coldwater.changes import Change
from coldwater.cli.textdiff import text_diff
from coldwater.model.models import Map
from coldwater.prep.material.flow import find_flow
from coldwater.prep.material.hypotheses import compare_hypotheses
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.flow import flow_page
from coldwater.prep.pages.flow_sheet import flow_sheet
from coldwater.prep.pages.kinds import KINDS, find_material
from coldwater.prep.pages.matrix import matrix_page
from coldwater.prep.pages.matrix_sheet import matrix_sheet
from coldwater.prep.pages.plan import plan_page
from coldwater.prep.practice.anki import anki_text
from coldwater.prep.practice.cards import cards_of
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.csv_form import sheet_csv
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.setting.page import Card, Heading, Source, Table
from coldwater.prep.setting.paragraphs import Paragraphs
from coldwater.prep.setting.text_form import page_text
from coldwater.prep.speeches.planning import Task, find_plan
from coldwater.printable import printable
from coldwater.render.exchange.canvas import canvas_text
from coldwater.render.outline import outline
from coldwater.report import report
from coldwater.report.evaluation_text import evaluation_text
from coldwater.report.explanation_text import explanation_text
from coldwater.review.gate import Gated, Gating, gate_markdown, gate_text
from coldwater.review.plain_text import plain_text
from coldwater.review.text import review_markdown, review_text
from live_text import Rendered, commands_in, hostile_texts, raw_in, words
from prep.small_maps import model
from strategies import findings
from work import examples

if TYPE_CHECKING:
    from coldwater.prep.setting.page import Part

#: Pages of ours hold no other tags; nothing among them leads anywhere.
TAGS = {"h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "em", "code", "del", "ins"} | {
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
FEW = settings(max_examples=examples(20), deadline=None)


def hostile_map(said: list[str], ids: list[str]) -> Map:
    """Make a map with eight texts in all its fields, and three ids of claims that may look like an address."""
    text = iter([*said, *said, *said, *said])
    t, a, b = ids
    cites = [{"source": "s", "locator": next(text), "quote": next(text)}]
    claims = {
        t: {"text": next(text), "note": next(text)},
        a: {"text": next(text), "tags": [next(text)], "cites": cites},
        b: {"text": next(text), "contradicts": [a], "implicit": True, "cites": cites},
        "r": {"text": next(text)},
    }
    arguments = {
        "for": {"premises": [a], "supports": t, "title": next(text), "scheme": next(text), "note": next(text)},
        "not": {"premises": [b], "attacks": t, "title": next(text), "cites": cites, "tags": [next(text)]},
        "hit": {"premises": ["r"], "attacks": "for"},
    }
    source = {"title": next(text), "author": [next(text), {"family": next(text)}], "publisher": next(text),
              "container-title": next(text), "grade": next(text), "issued": 1999}  # fmt: skip
    data: dict[str, Any] = {
        "argmap": 1, "title": next(text), "description": next(text), "thesis": t, "rivals": ["r"], "claims": claims,
        "arguments": arguments, "sources": {"s": source}, "positions": {"p": {"name": next(text), "accepts": [a]}},
    }  # fmt: skip
    return model(data)


eight_texts = st.lists(hostile_texts, min_size=8, max_size=8)
three_ids = st.sampled_from([["t", "a", "b"], ["www.x.example", "9ba1224", "gh-12"], ["12", "a.b", "x_y"]])
hostile_maps = st.builds(hostile_map, eight_texts, three_ids)


def assert_dead(markdown: str, text: str = "") -> Rendered:
    """Hold a page of Markdown to be nothing but text; ``text`` must be on it."""
    assert not raw_in(markdown)
    page = Rendered(markdown)
    assert not page.alive, markdown
    assert page.tags <= TAGS, markdown
    assert words(printable(text)) in words(page.text), markdown
    return page


def assert_quiet(text: str) -> None:
    """Hold a text for terminals and logs to drive neither."""
    assert not raw_in(text)
    assert not commands_in(text), text


def pages(prep: Preparation) -> Iterator[list[Part]]:
    yield from (list(find_material(prep, kind).page()) for kind in KINDS)
    flow = find_flow(prep, FORMATS["policy"])
    yield list(flow_page(prep, flow))
    yield list(flow_page(prep, flow, as_grid=True))
    yield list(plan_page(prep, find_plan(prep, Task(20, 150))))
    yield list(matrix_page(compare_hypotheses(prep.map)))


def texts_of(part: Part) -> Iterator[str]:
    if isinstance(part, Table):
        yield from (cell for row in part.rows for cell in row)
    elif isinstance(part, Source):
        yield part.told
    elif isinstance(part, Card):
        yield from (part.who, part.what, "".join(piece for piece, _ in part.pieces))
    else:
        yield part.text


@given(hostile_maps, st.sampled_from(["pro", "con"]))
@FEW
def test_material(map_: Map, side: Any) -> None:
    prep = judge.prepare(map_, side, seconds=20)
    for page in pages(prep):
        assert_quiet(page_text(page, Paragraphs(60, colour=False)))
        rendered = words(assert_dead(page_markdown(page)).text)
        for text in (text for part in page for text in texts_of(part)):
            assert words(printable(text)) in rendered
        assert isinstance(page[0], Heading)


@given(hostile_maps)
@FEW
def test_sheets(map_: Map) -> None:
    prep = judge.prepare(map_, "pro", seconds=20)
    for sheet in (flow_sheet(prep, find_flow(prep, FORMATS["policy"])), matrix_sheet(compare_hypotheses(map_))):
        text = sheet_csv(sheet).removeprefix("\ufeff").replace("\r\n", "\n")
        assert not raw_in(text)
        rows = list(csv.reader(io.StringIO(text)))
        assert {len(row) for row in rows} == {len(sheet.columns)}
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
        for row, line in zip(rows[1:], sheet.lines, strict=True):
            assert [cell.removeprefix("'") for cell in row] == [
                printable(cell).removeprefix("'") for cell in line.cells
            ]


@given(hostile_maps, st.sampled_from(["pro", "con"]), st.none() | hostile_texts)
@FEW
def test_cards_for_anki(map_: Map, side: Any, deck: str | None) -> None:
    prep = judge.prepare(map_, side, seconds=20)
    text = anki_text(prep, cards_of(prep), deck)
    assert not raw_in(text.replace("\t", " "))
    for row in (line.split("\t") for line in text.splitlines() if not line.startswith("#")):
        guid, named, *sides, _ = row
        assert re.fullmatch("[0-9a-f]{20}", guid)
        name, _, rest = named.partition("::")
        assert name == name.strip(": ") != ""
        assert rest == side
        assert not set('<>"') & set(named)
        for one in sides:
            assert {*re.findall("<[^>]*>", one)} <= {"<br>", "<b>", "</b>", "<small>", "</small>", "<span>", "</span>"}
            assert not set('[]{}\\"') & set(one), "sounds, clozes and formulas begin with them"
            assert not re.search(r"&#92;(?!</span>)", one)


@given(eight_texts, eight_texts, three_ids)
@FEW
def test_what_changed(before: list[str], after: list[str], ids: list[str]) -> None:
    old, new = hostile_map(before, ids), hostile_map(after, ids)
    review = compare.diff(old, new)
    assert_quiet(review_text(review, 60, colour=False))
    assert_dead(review_markdown(review))
    changed = words(Rendered(review_markdown(review)).text)
    for name, claim in new.claims.items():
        if claim.text == old.claims[name].text or len(claim.text) > 200:
            continue
        assert squeezed(claim.text) in squeezed(only_new(review_markdown(review))), changed


def only_new(markdown: str) -> str:
    """Give what a page says without what its word diffs struck out."""
    return Rendered(re.sub("<del>.*?</del>", "", markdown)).text


def squeezed(text: str) -> str:
    """Give a text without blanks, and without backticks, which make code in a sentence of ours."""
    return "".join(printable(text).replace("`", "").split())


@given(eight_texts, eight_texts, three_ids, hostile_texts, hostile_texts)
@example(["x"] * 8, ["x"] * 8, ["t", "a", "b"], ":", "main")
@FEW
def test_the_gate(before: list[str], after: list[str], ids: list[str], path: str, base: str) -> None:
    looks = compare.gate(hostile_map(after, ids), base=hostile_map(before, ids)).maps[0].looks
    gating = Gating(base, None, (Gated(path, looks),))
    assert_quiet(gate_text(gating))
    assert_quiet(gate_text(gating, 50))
    assert_dead(gate_markdown(gating), path)


@given(st.lists(findings(hostile_texts), min_size=1, max_size=3), st.lists(hostile_texts, min_size=3, max_size=3))
@FEW
def test_findings(found: list[Any], said: list[str]) -> None:
    found = [one._replace(message=said[0], id=said[1]) for one in found]
    found = [one._replace(fix=one.fix and one.fix._replace(message=said[2])) for one in found]
    for form in ("full", "concise"):
        assert_quiet(report(found, form, {one.path: "\n".join(said) for one in found}, 1))
    assert_dead(report(found, "markdown", {}, 1))
    for line in report(found, "github", {}, 1).splitlines()[:-1]:
        assert re.fullmatch("::(error|warning|notice) [^:]*::.*", line)
        assert not raw_in(line)
        assert "##[" not in line
    for entry in json.loads(report(found, "gitlab", {}, 1)):
        assert not raw_in(entry["description"])
        body, link = entry["content"]["body"].rsplit("[CW", 1)
        assert_dead(body)
        assert re.fullmatch(r"[0-9]{3} [a-z-]+\]\(https://[^ ]*\)", link)
    for case in ET.fromstring(report(found, "junit", {}, 1)).iter():  # noqa: S314 - ours
        assert not any(raw_in(text) for text in (case.text or "", *case.attrib.values()))
    for result in json.loads(report(found, "sarif", {}, 1))["runs"][0]["results"]:
        assert not raw_in(result["message"]["text"])
        assert "](" not in result["message"]["text"]


@given(hostile_maps)
@FEW
def test_a_map_in_the_terminal(map_: Map) -> None:
    assert_quiet(outline(map_, 50, colour=False))
    evaluation = judge.evaluate(map_)
    resting = judge.rests_on(map_, evaluation)
    assert resting is not None
    assert_quiet(evaluation_text(map_, evaluation, judge.rest_on(map_, evaluation), 50, colour=False))
    assert_quiet(explanation_text(map_, judge.explain(map_), resting, 50, colour=False))
    text = api.dump(map_)
    found = api.check_content("m.argmap.json", text.encode()).findings
    assert_quiet(report(found, "full", {"m.argmap.json": text}, 1))
    assert_dead(report(found, "markdown", {}, 1))
    shown = plain_text("m.argmap.json", json.dumps(map_.model_dump(by_alias=True, exclude_none=True)).encode())
    assert shown is not None
    assert_quiet(shown)
    assert squeezed(map_.title) in squeezed(shown)
    assert_quiet(text_diff(Change("m.argmap.json", b"", text.encode()), colour=False))


@given(hostile_maps)
@FEW
def test_a_canvas(map_: Map) -> None:
    nodes = json.loads(canvas_text(map_, verdicts=None))["nodes"]
    shown = [assert_dead(node["text"]).text for node in nodes if "text" in node]
    for claim in map_.claims.values():
        assert any(words(printable(claim.text)) in words(text) for text in shown)
