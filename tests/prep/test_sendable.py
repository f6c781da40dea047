"""What is handed to the other side holds nothing that is meant for one's own eyes: on its XML, and as a page."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from coldwater import api, judge
from coldwater.model.models import Map
from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.pages.kinds import find_material, page_for
from coldwater.prep.pages.plan import plan_page
from coldwater.prep.pages.sendable import not_sent, sendable_blocks
from coldwater.prep.setting.docx_form import page_docx
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.setting.page import Card, Heading, without_ids
from coldwater.prep.speeches.planning import Task, find_plan
from coldwater.prep.speeches.reasons import said_claims
from prep.preparations import ARTICLE, preparations, prepared
from prep.small_maps import model

CARD: dict[str, Any] = {
    "source": "audit", "locator": "p. 12", "quote": "one in nine was cancelled",
    "quotes": ["one in nine was cancelled", "no timetable can be kept"],
    "passage": "Over the year one in nine was cancelled, for want of crew. With these hulls no timetable can be kept.",
}  # fmt: skip
MAP: dict[str, Any] = {
    "argmap": 1, "title": "Ferries", "thesis": "t", "shape": "graph",
    "sources": {
        "audit": {
            "title": "Audit of the crossings", "author": {"family": "Halloran", "given": "Maeve"},
            "qualifications": "transport economist", "issued": "2023-04-11", "publisher": "County of Brackwater",
            "URL": "https://example.org/audit", "accessed": "2024-02-01", "container-title": "Papers",
        },
    },
    "claims": {
        "t": "Keep the ferries.", "cheap-id": "Ferries are cheap.", "fail-id": {"text": "They fail.", "cites": [CARD]},
        "secret-id": {"text": "Crews are ill.", "cites": [{"source": "audit", "quote": "for want of crew"}]},
        "their-reply": "Crews are hired.", "our-reply": "Nobody is for hire.", "safe": "Ferries are safe.",
        "fallen-id": "Nobody needs them.", "needed": "All need them.",
    },
    "arguments": {
        "cheap": {"title": "Cheap", "premises": ["cheap-id"], "supports": "t"},
        "safety": {"title": "Safety", "premises": ["safe"], "supports": "t"},
        "failing": {"title": "Failing", "premises": ["fail-id"], "attacks": "cheap"},
        "crews": {"premises": ["secret-id"], "supports": "fail-id"},
        "hired": {"premises": ["their-reply"], "attacks": "failing"},
        "none": {"premises": ["our-reply"], "attacks": "hired"},
        "useless": {"title": "Useless", "premises": ["fallen-id"], "attacks": "cheap"},
        "useful": {"premises": ["needed"], "attacks": "fallen-id"},
    },
}  # fmt: skip
#: What is private: ids, states, what they will say next, what is missing, questions.
PRIVATE = (
    "cheap-id", "fail-id", "secret-id", "their-reply", "our-reply", "crux", "unanswered", "falls",
    "undecided", "They will say", "Then", "no answer", "To do", "Verdict",
    "Questions", "You say", "Safety", "Not on this page", "Nobody needs them",
)  # fmt: skip


def xml_of(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    return re.sub(r"<w:style .*?</w:style>", "", "".join(parts), flags=re.DOTALL)


def blocks(map_: Map, **ways: bool) -> bytes:
    return judge.material(prepared(map_, "con"), "blocks", "docx", **ways)


def test_a_block_file_to_be_sent_holds_nothing_private() -> None:
    xml = xml_of(blocks(model(MAP)))
    assert [word for word in PRIVATE if word in xml] == []
    assert "AT: Cheap" in xml
    assert "They fail." in xml
    block = xml[xml.index("AT: Cheap") : xml.index("AT: Crews are hired")]
    assert "Nobody is for hire" not in block  # what they will say next is a block of its own
    everything = xml_of(blocks(model(MAP), notes=True, ids=True))
    assert {"fail-id", "They will say", "Not on this page"} <= {one for one in PRIVATE if one in everything}
    assert "MapId" not in xml


def test_headings_are_plain_titles_and_ids_come_only_when_asked_for() -> None:
    plain = blocks(model(MAP), notes=True)
    assert "fail-id" not in xml_of(plain)
    for _, prep in preparations():
        ids = {*prep.names}
        for kind in ("blocks", "brief", "gaps", "questions"):
            found = find_material(prep, kind)
            page = list(page_for(prep, found, "docx", notes=True))
            assert not any(part.tag for part in page if isinstance(part, Heading))
            tags = {word for part in page if not hasattr(part, "tags") for word in part.tag.split("; ")}
            assert not tags & ids
    article = prepared(api.load(str(ARTICLE)), "pro")
    told = str(judge.material(article, "brief", "html"))
    text = re.sub("<[^>]*>", " ", told[told.index("<body>") :])
    with_hyphens = {name for name in article.names if "-" in name and name != "build-up"}  # a word of the map's
    assert not {*re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text)} & with_hyphens


def test_a_card_is_whole_what_is_read_underlined_and_what_counts_most_stressed() -> None:
    xml = xml_of(blocks(model(MAP)))
    assert 'w:val="Style13ptBold"/></w:rPr><w:t xml:space="preserve">Halloran 2023</w:t>' in xml
    told = (
        "Maeve Halloran, transport economist, “Audit of the crossings”, Papers, County of Brackwater, 2023-04-11, "
        "https://example.org/audit, accessed 2024-02-01, p. 12"
    )
    assert told in xml
    assert xml.count("https://example.org/audit") == 1  # in full once, in short after that
    assert 'w:val="Emphasis"/></w:rPr><w:t xml:space="preserve">one in nine was cancelled</w:t>' in xml
    assert 'w:val="StyleUnderline"/></w:rPr><w:t xml:space="preserve">no timetable can be kept</w:t>' in xml
    assert '<w:r><w:t xml:space="preserve">, for want of crew. With these hulls </w:t></w:r>' in xml
    assert "Crews are ill." in xml  # a reason behind the answer has its card as well
    page = judge.material(prepared(model(MAP), "con"), "blocks", "html")
    assert (
        "<em>one in nine was cancelled</em>, for want of crew. With these hulls <u>no timetable can be kept</u>" in page
    )
    notes = judge.material(prepared(model(MAP), "con"), "blocks")
    assert "<ins>no timetable can be kept</ins>" in notes
    assert "`audit; 4 s to read`" in notes


def test_a_speech_reads_the_card_out_and_counts_what_is_read() -> None:
    data = {
        **MAP,
        "arguments": {**MAP["arguments"], "failing": {"title": "Failing", "premises": ["fail-id"], "attacks": "t"}},
    }
    prep = prepared(model(data), "con")
    plan = find_plan(prep, Task(8, 150))
    page = list(without_ids(plan_page(prep, plan, notes=False), prep.id_words))
    (card,) = [part for part in page if isinstance(part, Card) and part.what.endswith("p. 12")]
    assert [look for _, look in card.pieces] == ["", "stressed", "", "read", ""]
    read = [said for part in plan.parts for said in part.sentences if said.source and "timetable" in said.text]
    assert [said.text for said in read] == ["I quote: “one in nine was cancelled … no timetable can be kept”"]
    told = page_markdown(page)
    assert "On the map" not in told
    assert "Left out" not in told
    assert "fail-id" not in told
    assert b"fail-id" not in page_docx(page, None)


@pytest.mark.parametrize("form", ["docx", "html"])
def test_nothing_to_send_is_said(form: Any) -> None:
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": "T.", "a": "A."},
            "arguments": {"one": {"premises": ["a"], "supports": "t"}}}  # fmt: skip
    found = judge.material(prepared(model(data), "con"), "blocks", form)
    told = xml_of(found) if isinstance(found, bytes) else found
    assert "No answer on this map may be sent yet." in told


def test_an_answer_is_in_what_is_sent_or_named_as_not_sent() -> None:
    missed = 0
    for name, prep in preparations():
        file = find_blocks(prep)
        sent = page_markdown(sendable_blocks(prep, file))
        unsent = not_sent(file)
        missed += len(unsent)
        for replies in (*(one.replies for one in file.countered), *(one.replies for one in file.blocks.values())):
            for reply in replies:
                node = reply.answer.node
                first = prep.map.claims[prep.names[said_claims(prep, node)[0]]].text
                assert node in unsent or first in sent, (name, prep.names[node])
    assert missed > 10
