"""Who holds a claim, and who speaks in a source, in blocks, evidence tables and the matrix of hypotheses."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from coldwater.model import Map
from coldwater.model.holders import Holders
from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.material.brief import find_brief
from coldwater.prep.material.hypotheses import compare_hypotheses
from coldwater.prep.pages.blocks import blocks_page
from coldwater.prep.pages.blocks_json import blocks_json
from coldwater.prep.pages.brief import brief_page
from coldwater.prep.pages.brief_json import brief_json
from coldwater.prep.pages.held import said_by
from coldwater.prep.pages.matrix import matrix_page
from coldwater.prep.pages.matrix_json import matrix_json
from coldwater.prep.pages.matrix_sheet import matrix_sheet
from coldwater.prep.setting.csv_form import sheet_csv
from coldwater.prep.setting.docx_form import page_docx
from coldwater.prep.setting.html_form import page_html
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.setting.paragraphs import Paragraphs
from coldwater.prep.setting.text_form import page_text
from prep.preparations import prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.prep.setting.page import Part

DATA: dict[str, Any] = {
    "argmap": 1,
    "title": "Should the bridge be rebuilt?",
    "thesis": "rebuild",
    "rivals": ["repair"],
    "sources": {
        "paper": {"title": "The bridge, once more", "author": ["Jane Miller"], "issued": 2020},
        "minutes": {"title": "Minutes of the council", "issued": 2021},
    },
    "claims": {
        "rebuild": {"text": "The town should rebuild the bridge.", "contradicts": ["repair"]},
        "repair": "The town should repair the bridge.",
        "cracks": {
            "text": "The main girder is cracked.",
            "cites": [{"source": "paper", "locator": "block 9", "quote": "cracked in three places"}],
        },
        "unsafe": "A bridge with a cracked main girder is unsafe.",
        "costly": {"text": "Rebuilding is costly.", "cites": [{"source": "minutes", "locator": "p. 3"}]},
        "weld": {"text": "A cracked girder can be welded.", "cites": [{"source": "paper", "locator": "block 4"}]},
    },
    "arguments": {
        "safety": {"title": "Unsafe girder", "premises": ["cracks", "unsafe"], "supports": "rebuild"},
        "money": {"title": "Cost", "premises": ["costly"], "attacks": "rebuild"},
        "welding": {"title": "Welding", "premises": ["weld"], "attacks": "safety"},
    },
    "positions": {
        "author": {"name": "The author of 2017", "accepts": ["cracks", "rebuild"], "speaks_in": ["paper"]},
        "mayor": {"name": "The mayor", "accepts": ["costly"], "rejects": ["cracks"], "speaks_in": ["minutes"]},
        "clerk": {"name": "The clerk", "accepts": ["cracks", "weld"]},
    },
}
MAP = Map.model_validate(DATA)
UNHELD = Map.model_validate({**DATA, "positions": {}})
SPOKEN = "The author of 2017, in Jane Miller 2020, “The bridge, once more”, block 9"


def test_a_block_tells_the_speaker_from_the_source_and_then_who_else_holds_it() -> None:
    prep = prepared(MAP, "con")
    page = page_markdown(blocks_page(prep, find_blocks(prep)))
    assert f"**Source:** {SPOKEN}: “cracked in three places” `paper`" in page
    assert "- **Accepted by:** The clerk\n" in page
    assert "- **Rejected by:** The mayor\n" in page
    assert "**Positions.** Accepted by The author of 2017." in page


def test_who_accepts_what_a_source_says_does_not_speak_in_it() -> None:
    prep = prepared(MAP, "con")
    page = page_markdown(blocks_page(prep, find_blocks(prep)))
    assert "**Source:** Jane Miller 2020, “The bridge, once more”, block 4 `paper`" in page
    assert "The clerk, in" not in page


def test_a_speaker_in_a_source_without_an_author_has_its_year() -> None:
    told = said_by(Holders(MAP), "costly", "minutes", ("2021", "Minutes of the council, p. 3"))
    assert ", ".join(told) == "The mayor 2021, in Minutes of the council, p. 3"


def as_text(parts: Iterable[Part]) -> str:
    return page_text(parts, Paragraphs(200, False))


def as_html(parts: Iterable[Part]) -> str:
    return page_html(parts, "en")


def as_docx(parts: Iterable[Part]) -> str:
    return ZipFile(BytesIO(page_docx(parts, "en"))).read("word/document.xml").decode()


@pytest.mark.parametrize("form", [as_text, as_html, as_docx])
def test_every_form_tells_it(form: Callable[[Iterable[Part]], str]) -> None:
    prep = prepared(MAP, "con")
    page = form(blocks_page(prep, find_blocks(prep)))
    for words in ("The author of 2017, in Jane Miller 2020", "Accepted by:", "Rejected by:"):
        assert words in page


def test_an_evidence_table_has_a_column_for_who_speaks_and_one_for_who_else_holds_it() -> None:
    prep = prepared(MAP, "pro")
    page = page_markdown(brief_page(prep, find_brief(prep)))
    assert "| Claim | Said by | Where | Words | Positions |" in page
    row = "| The author of 2017 | block 9 | cracked in three places | accepted by The clerk; rejected by The mayor |"
    assert row in page


def test_for_scripts_positions_go_by_their_ids() -> None:
    prep = prepared(MAP, "con")
    block = json.loads(blocks_json(prep, find_blocks(prep)))["contentions"][0]["blocks"][0]
    premise = next(one for one in block["premises"] if one["id"] == "cracks")
    assert (premise["accepted_by"], premise["rejected_by"]) == (["author", "clerk"], ["mayor"])
    assert premise["cites"][0]["speakers"] == ["author"]
    evidence = json.loads(brief_json(prep, find_brief(prep)))["evidence"]
    assert {one["id"]: one.get("speakers") for one in evidence} == {"costly": ["mayor"], "weld": None}


def test_the_matrix_says_who_holds_the_evidence_in_every_form() -> None:
    matrix = compare_hypotheses(MAP)
    page = page_markdown(matrix_page(matrix))
    assert "## Who holds this evidence" in page
    assert "- **Rejected by:** The mayor" in page
    claims = {claim["id"]: claim for row in json.loads(matrix_json(matrix))["evidence"] for claim in row["claims"]}
    assert claims["cracks"]["rejected_by"] == ["mayor"]
    assert "accepted_by" not in claims["unsafe"]
    header, *rows = csv.reader(sheet_csv(matrix_sheet(matrix)).lstrip("\ufeff").splitlines())
    assert header[-2:] == ["Accepted by", "Rejected by"]
    assert ["cracks: The author of 2017 and The clerk", "cracks: The mayor"] in [row[-2:] for row in rows]


def test_the_sheet_of_the_matrix_has_the_tags_where_there_are_any() -> None:
    def sheet(map_: Map) -> list[list[str]]:
        return list(csv.reader(sheet_csv(matrix_sheet(compare_hypotheses(map_))).lstrip("\ufeff").splitlines()))

    assert "Tags" not in sheet(MAP)[0]
    data = MAP.model_dump(by_alias=True, exclude_unset=True)
    data["claims"] = {**data["claims"], "cracks": {**data["claims"]["cracks"], "tags": ["Safety", "Survey / 2025"]}}
    header, *rows = sheet(Map.model_validate(data))
    assert header[-1] == "Tags"
    assert {row[-1] for row in rows} == {"", "Safety; Survey / 2025"}


def test_tags_of_evidence_are_in_briefs_and_in_the_json_of_the_matrix() -> None:
    data = MAP.model_dump(by_alias=True, exclude_unset=True)
    data["claims"] = {**data["claims"], "cracks": {**data["claims"]["cracks"], "tags": ["Safety", "Survey / 2025"]}}
    prep = prepared(Map.model_validate(data), "pro")
    page = page_markdown(brief_page(prep, find_brief(prep)))
    assert "| Claim | Said by | Where | Words | Positions | Tags |" in page
    assert "rejected by The mayor | Safety, Survey / 2025 |" in page
    [cited] = json.loads(brief_json(prep, find_brief(prep)))["evidence"]
    assert cited["tags"] == ["Safety", "Survey / 2025"]
    rows = json.loads(matrix_json(compare_hypotheses(prep.map)))["evidence"]
    tagged = {claim["id"]: claim.get("tags") for row in rows for claim in row["claims"]}
    assert tagged == dict.fromkeys(tagged) | {"cracks": ["Safety", "Survey / 2025"]}


def test_without_positions_nothing_is_said_of_any() -> None:
    prep = prepared(UNHELD, "con")
    texts = [
        page_markdown(blocks_page(prep, find_blocks(prep))),
        page_markdown(brief_page(prep, find_brief(prep))),
        blocks_json(prep, find_blocks(prep)),
        page_markdown(matrix_page(compare_hypotheses(UNHELD))),
    ]
    for text in texts:
        assert not any(word in text for word in ("ccepted", "ejected by", "Positions", "Said by", "speakers"))
