"""PDF: pages a printer takes as they are."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from coldwater.errors import MissingExtraError, UsageError
from coldwater.model import from_accepted_data
from coldwater.model.graph import Graph
from coldwater.model.models import Map
from coldwater.render import Options, digest, draw
from coldwater.render.fonts.text import width as width_of
from coldwater.render.pdf.document import pdf_bytes
from coldwater.render.pdf.overview import LEADING, Entry, indent_of, set_in_columns, told_in_lines
from coldwater.render.pdf.pagescene import PageScenes
from coldwater.render.pdf.paper import PAPERS, across, of_one_size, size_of
from coldwater.render.pdf.pieces import Pieces, Sheet, Unit
from coldwater.render.pdf.plan import Plan, plan
from coldwater.render.reading.verdicts import judge
from coldwater.semantics.evaluation import Overrides
from coldwater.words.languages import words_for
from render.drawing_samples import all_samples, random_map
from render.format_samples import BRIDGE, hostile_map
from render.shapes import fifteen
from theses.samples import harbour

EMPTY: dict[str, Any] = {"argmap": 1, "title": "T", "thesis": "t"}


def chain(count: int) -> Map:
    claims = {f"c{n}": f"Claim {n} says that one thing follows from another." for n in range(count)}
    arguments = {f"a{n}": {"premises": [f"c{n + 1}"], "supports": f"c{n}"} for n in range(count - 1)}
    return from_accepted_data(EMPTY | {"thesis": "c0", "claims": claims, "arguments": arguments})


def fan(count: int) -> Map:
    claims = {"t": "Thesis."} | {
        f"c{n}": f"Objection {n} to what the thesis says, in some words." for n in range(count)
    }
    arguments = {f"a{n}": {"premises": [f"c{n}"], "attacks": "t", "title": f"Attack {n}"} for n in range(count)}
    return from_accepted_data(EMPTY | {"claims": claims, "arguments": arguments})


def bookmarks(reader: PdfReader) -> list[tuple[str, int]]:
    """Give title and page, from 0, of each bookmark."""
    entries: Any = reader.outline
    return [(entry.title, reader.get_destination_page_number(entry) or 0) for entry in entries]


def drawn_arguments(planned: Plan) -> list[str]:
    """Give the arguments that are drawn with their premises, page by page."""
    fits = planned.pages
    return [fit.scene.pills[panel.pill].name for fit in fits for panel in fit.scene.panels.values()]


@pytest.mark.parametrize("map_", [chain(30), fan(40)], ids=["chain", "fan"])
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_every_argument_is_on_one_page_and_legible(map_: Map, paper: str) -> None:
    planned = plan(map_, PAPERS[paper])
    assert sorted(drawn_arguments(planned)) == sorted(map_.arguments)
    assert all(fit.is_legible for fit in planned.pages)
    assert planned.is_regular


def test_the_number_of_pages_is_sensible() -> None:
    assert plan(chain(30), PAPERS["a3"]).count <= 4
    assert plan(fan(40), PAPERS["a3"]).count <= 6
    assert plan(from_accepted_data(BRIDGE), PAPERS["a4"]).count <= 2


def test_a_map_full_of_circles_is_planned() -> None:
    claims = {f"c{n}": f"Claim {n}." for n in range(40)}
    arguments: dict[str, Any] = {
        f"a{n}": {"premises": [f"c{(n * 7) % 40}", "c1"], "attacks": f"c{(n * 3 + 1) % 40}"} for n in range(60)
    }
    arguments |= {"u1": {"premises": ["c2"], "attacks": "u2"}, "u2": {"premises": ["c3"], "attacks": "u1"}}
    map_ = from_accepted_data(EMPTY | {"thesis": "c0", "shape": "graph", "claims": claims, "arguments": arguments})
    planned = plan(map_, PAPERS["a3"])
    assert all(fit.is_legible for fit in planned.pages)
    names = {pill.name for fit in planned.pages for pill in fit.scene.pills.values()}
    assert names == set(arguments)


def test_an_unknown_paper_is_an_error() -> None:
    with pytest.raises(UsageError, match="'a5'"):
        pdf_bytes(from_accepted_data(BRIDGE), "a5")


def test_without_typst_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"coldwater\[pdf\]"):
        pdf_bytes(from_accepted_data(BRIDGE))


def test_the_file_carries_its_digest_at_the_end_and_no_date() -> None:
    map_ = from_accepted_data(BRIDGE)
    data = pdf_bytes(map_)
    assert data.startswith(b"%PDF-")
    assert f"coldwater-digest: {digest(map_)}".encode() in data[-100:]
    assert b"CreationDate" not in data
    offset = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    assert data[offset : offset + 4] == b"xref"


def test_any_text_can_be_set_and_is_nothing_but_text() -> None:
    reader = PdfReader(BytesIO(pdf_bytes(hostile_map())))
    text = "".join(page.extract_text() for page in reader.pages)
    assert "root:" not in text
    assert "<script>alert(1)</script>" in text.replace("\n", "")
    assert '#read("/etc/passwd")' in text
    assert not [page for page in reader.pages if "/AA" in page]
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots") or []]
    assert all(link["/Subtype"] == "/Link" and "/Dest" in link and "/A" not in link for link in links)  # to pages only
    assert not {"/OpenAction", "/AA"} & reader.root_object.keys()


def test_text_can_be_selected_and_pages_have_feet_and_bookmarks() -> None:
    map_ = random_map(3, 60)
    planned = plan(map_, PAPERS["a4"])
    reader = PdfReader(BytesIO(pdf_bytes(map_, "a4")))
    texts = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert len(texts) == planned.count + 1  # of more than ten pages the claims are listed
    assert {page for _, page in bookmarks(reader)} == set(range(len(texts)))
    assert all(f"Page {number} of {len(texts)}" in text for number, text in enumerate(texts, 1))
    assert {tuple(map(float, page.mediabox[2:])) for page in reader.pages} == {planned.sheet}
    whole = "".join(texts).replace(" ", "")
    assert all(claim.text.replace(" ", "") in whole for claim in map_.claims.values())


# --- verdicts -------------------------------------------------------------------------------------------------------


def test_every_page_shows_verdicts_and_under_what_they_hold() -> None:
    map_ = all_samples()["mixed_fan"]  # its overview is a list
    verdicts = judge(map_, map_.thesis)
    reader = PdfReader(BytesIO(pdf_bytes(map_, "a4", verdicts=verdicts)))
    texts = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert len(texts) > 3
    assert all("ARGUMENTMAPWITHVERDICTS" in text.replace(" ", "") for text in texts)
    assert all("Semantics: grounded." in text for text in texts)
    assert all("What the verdict on the thesis rests on: for it: " in text for text in texts)
    told = r"The thesis is undecided: \d+ for, \d+ against, and the map does not say which weigh more"
    assert re.search(told, texts[0])
    entries = "".join(texts)
    arguments = [name for name, argument in map_.arguments.items() if argument.target == map_.thesis]
    assert len(re.findall("(✓ stands|✗ falls|[?] undecided) · page", entries)) == len(arguments)


@pytest.mark.parametrize(("language", "word"), [("ru", "ПОДДЕРЖИВАЕТ"), ("ar", "تدعم"), (None, "SUPPORTS")])
def test_titles_begin_behind_the_widest_word_for_what_arguments_do(language: str | None, word: str) -> None:
    words = words_for(language)
    told = [words.on_page(f"word_{relation}") for relation in ("supports", "attacks", "backs", "undercuts")]
    assert word in told
    assert indent_of(told) >= max(80.0, *(20.0 + width_of(one, 7.5, "semibold") for one in told))


def test_a_list_leaves_room_for_what_is_told_of_the_thesis() -> None:
    entries = [
        Entry("supports", f"Reason {number}", ("It is so.",), 2, "", "SUPPORTS", "page 2", 80.0) for number in range(8)
    ]
    told = ["One. " * 60, "Two. " * 40]
    width, height = PAPERS["a4"]
    lines = told_in_lines(told, width)
    assert len(lines) > 3
    [[plain, *_]], [page] = set_in_columns(entries, (width, height)), set_in_columns(entries, (width, height), told)
    assert page[0].y >= plain.y + len(lines[1:]) * LEADING
    assert max(one.y for one in page) < height
    assert told_in_lines((), width) == ()


def test_a_page_tells_of_the_theses_that_it_shows() -> None:
    map_ = harbour()
    reader = PdfReader(BytesIO(pdf_bytes(map_, "a4", verdicts=judge(map_, map_.thesis, others=map_.theses[1:]))))
    told = "".join(" ".join(page.extract_text().split()) for page in reader.pages)
    for thesis in map_.theses:
        assert f"What the verdict on the thesis {thesis} rests on: " in told


def test_all_pages_with_verdicts_are_legible_and_boxes_carry_the_verdict_of_the_whole_map() -> None:
    map_ = random_map(3, 60)
    verdicts = judge(map_, map_.thesis)
    planned = plan(map_, PAPERS["a4"], verdicts=verdicts)
    assert all(fit.is_legible for fit in planned.pages)
    for fit in planned.pages:
        seals = {card.name: card.seal for card in fit.scene.cards.values()}
        seals |= {pill.name: pill.seal for pill in fit.scene.pills.values()}
        assert all(seal is None or seal.verdict == verdicts.of[name].verdict for name, seal in seals.items())
        assert {"in", "out", "undecided"} & set(fit.scene.legend)


def test_a_pill_for_several_arguments_shows_what_holds_of_all_of_them() -> None:
    claims = {"t": "Thesis.", "a": "A claim."} | {f"c{n}": f"Reason {n} for the claim." for n in range(8)}
    arguments: dict[str, Any] = {"main": {"premises": ["a"], "supports": "t"}}
    arguments |= {f"s{n}": {"premises": [f"c{n}"], "supports": "a"} for n in range(8)}
    map_ = from_accepted_data(EMPTY | {"claims": claims, "arguments": arguments})
    for rejected, word in (((), "stand"), (("c0",), None), (tuple(f"c{n}" for n in range(8)), "fall")):
        verdicts = judge(map_, "t", Overrides(rejected))
        pieces = Pieces(map_)
        pieces.cut |= {f"s{n}" for n in range(8)}
        scene = PageScenes(Graph(map_), verdicts=verdicts).staged(pieces.piece(Sheet((Unit("t", ("main",)),))))[0]
        (group,) = [pill for pill in scene.pills.values() if pill.title == "8 arguments"]
        (line,) = [edge for edge in scene.edges if edge.tail == group.key]
        assert (group.seal and group.seal.word) == word
        assert line.stress == "decisive"  # also where all fall: that is what decides


def test_a_map_without_its_thesis_is_set_all_the_same() -> None:
    assert pdf_bytes(all_samples()["no_thesis"]).startswith(b"%PDF-")


def test_the_same_map_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys, hashlib, json; from coldwater.model import from_accepted_data as m; "
        "from coldwater.render.pdf.document import pdf_bytes; "
        "print(hashlib.sha256(pdf_bytes(m(json.loads(sys.argv[1])))).hexdigest())"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", code, json.dumps(BRIDGE)], capture_output=True, check=True, timeout=300,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(sums) == 1


def test_what_is_said_of_pages_leads_there_titles_are_whole_and_only_theses_look_like_one() -> None:
    map_ = fifteen()["article"]
    reader = PdfReader(BytesIO(pdf_bytes(map_, "a3")))
    first = "".join(reader.pages[0].extract_text().split())
    main = [argument for argument in map_.arguments.values() if argument.target == map_.thesis]
    assert all("".join(str(argument.title).split()) in first for argument in main)
    for page in reader.pages:
        said = re.findall(r"(?:→|from) pages? (\d+)|(?<![→m]) page (\d+)\n", page.extract_text())
        links = [link.get_object() for link in page.get("/Annots") or []]
        if page is not reader.pages[0] and "Index of claims" not in page.extract_text():
            leads = [(reader.get_page_number(link["/Dest"][0].get_object()) or 0) + 1 for link in links]
            assert sorted(leads) == sorted(int(one or other) for one, other in said)
    assert len(list(reader.pages[0].get("/Annots") or [])) == len(main)
    planned = plan(map_, size_of("a3"))
    shown = {card.name for fit in planned.pages for card in fit.scene.cards.values() if card.is_thesis}
    assert shown == {map_.thesis}
    assert any("from page" in card.mark for fit in planned.pages for card in fit.scene.cards.values())


def test_arguments_are_bookmarks_claims_are_listed_beyond_ten_pages_and_text_has_one_size() -> None:
    map_ = fifteen()["article"]
    data = draw(map_, "pdf", Options(layout="map"))
    reader = PdfReader(BytesIO(data))
    outline = bookmarks(reader)
    assert outline[0] == ("Overview", 0)
    assert outline[-1][0] == "Index of claims"
    titles = [title for title, _ in outline]
    main = Graph(map_).incoming(map_.thesis)
    assert [map_.arguments[name].title for name in main if map_.arguments[name].title not in titles] == []
    assert len(reader.pages) > 10
    first = " ".join(reader.pages[0].extract_text().split())
    assert "FOR (6)" in first
    assert "AGAINST (5)" in first
    listed = " ".join(" ".join(page.extract_text().split()) for page in reader.pages[outline[-1][1] :])
    for claim in map_.claims.values():
        assert claim.text in listed
    assert len(reader.pages[-1].get("/Annots") or []) > 20
    planned = plan(map_, across(PAPERS["a3"]))
    scales = {round(fit.scale, 4) for fit in of_one_size(planned.pages)}
    assert len(scales) == 1 < len({round(fit.scale, 4) for fit in planned.pages})
    few = PdfReader(BytesIO(draw(fan(12), "pdf", Options(layout="map"))))
    assert "Index of claims" not in [title for title, _ in bookmarks(few)]
