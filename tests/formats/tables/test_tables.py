"""Tables: columns in any order and under common names, parents by id, number or text, edges, and the way back."""

from __future__ import annotations

from io import BytesIO
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from coldwater.formats.foreign.texts import cleaned
from coldwater.formats.tables.cells import guarded, items_of, listed, rows_of, unguarded
from formats.given import damaged, data_of, graphs, lost, messages, read, recognised, relations, write
from formats.outlines.less_losses import as_read, less_losses
from work import assert_grows_evenly, ends, examples

PLAIN = """id,parent,relation,text
keep,,thesis,We keep the tram.
quiet,keep,pro,It is quiet.
dear,keep,con,"It costs two million, a year."
old,quiet,con,The old cars are loud.
"""
EDGES = "from,relation,to\nquiet,supports,keep\ndear,attacks,keep\n"
FULL = """id;parent;relation;argument;text;title;kind;credence;strength;tags;source;url;locator;speaker;note\r
keep;;thesis;;We keep the tram.;The tram;policy;;;;;;;;\r
quiet;keep;pro;noise;It is quiet.;Quiet;fact;0,8;70 %;noise, town;Survey 2025;https://e.org/s;p. 4;The mayor;So far\r
sleep;keep;pro;noise;Quiet streets let people sleep.;;;;;;;;;;\r
old;noise;undercuts;;The survey is old.;;;;;;;;;The press; The mayor\r
""".replace("The press; The mayor", '"The press; The mayor";')


def test_a_row_is_a_claim_for_or_against_its_parent() -> None:
    assert recognised(PLAIN) == "csv"
    data = data_of("csv", PLAIN)
    assert data["thesis"] == "keep"
    assert relations(data) == {
        (("quiet",), "supports", "keep"), (("dear",), "attacks", "keep"), (("old",), "attacks", "quiet"),
    }  # fmt: skip
    assert data["claims"]["dear"]["text"] == "It costs two million, a year."


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_cells_may_be_parted_by_other_signs(sign: str) -> None:
    text = "\n".join(sign.join(row.cells) for row in rows_of(PLAIN))
    assert relations(data_of("csv", text)) == relations(data_of("csv", PLAIN))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_any_encoding_with_a_mark_is_read(encoding: str) -> None:
    data = data_of("csv", PLAIN.replace("quiet.", "quiet — 静か.").encode(encoding))
    assert data["claims"]["quiet"]["text"] == "It is quiet — 静か."


def test_linked_premises_undercuts_sources_speakers_and_numbers() -> None:
    data = data_of("csv", FULL)
    assert relations(data) == {(("quiet", "sleep"), "supports", "keep"), (("old",), "attacks", "noise")}
    assert data["title"] == "The tram"
    assert data["arguments"]["noise"] | {"premises": []} == {
        "premises": [], "supports": "keep", "title": "Quiet", "strength": 0.7,
    }  # fmt: skip
    quiet = data["claims"]["quiet"]
    assert (quiet["credence"], quiet["tags"], quiet["note"]) == (0.8, ["noise", "town"], "So far")
    assert quiet["cites"] == [{"source": "survey-2025", "locator": "p. 4"}]
    assert data["sources"]["survey-2025"] == {"title": "Survey 2025", "URL": "https://e.org/s"}
    assert {name: one["accepts"] for name, one in data["positions"].items()} == {
        "mayor": ["quiet", "old"],
        "press": ["old"],
    }


@pytest.mark.parametrize(
    "header",
    [
        "Nr;Eltern;Beziehung;Text",
        "NUMMER;Übergeordnet;Haltung;Aussage",
        "#;Parent ID;Stance;Claim",
        "Key;Reply to;Pro/Con;Content",
    ],
)
def test_columns_have_many_names(header: str) -> None:
    data = data_of("csv", f"{header}\n1;;;Keep it\n2;1;dafür;It is quiet\n3;1;Con;It is dear\n")
    assert relations(data) == {(("quiet",), "supports", "keep"), (("dear",), "attacks", "keep")}


def test_a_parent_is_an_id_a_text_or_the_number_of_a_row() -> None:
    by_text = "Text,Parent,Relation\nKeep it.,,\nIt is quiet.,keep it,pro\n"
    by_sheet_row = "Text,Parent,Relation\nKeep it.,,\nIt is quiet.,2,pro\nIt is dear.,3,con\n"
    counted = "Text,Parent,Relation\nKeep it.,,\nIt is quiet.,1,pro\nIt is dear.,2,con\n"
    assert relations(data_of("csv", by_text)) == {(("quiet",), "supports", "keep")}
    expected = {(("quiet",), "supports", "keep"), (("dear",), "attacks", "quiet")}
    assert relations(data_of("csv", by_sheet_row)) == relations(data_of("csv", counted)) == expected


def test_several_parents_are_several_arguments() -> None:
    data = data_of("csv", "id,parent,relation,text\nx-a,,,One\nx-b,,,Two\nx-c,x-a; x-b,con,Three\n")
    assert relations(data) == {(("x-c",), "attacks", "x-a"), (("x-c",), "attacks", "x-b")}


@pytest.mark.parametrize(
    "table",
    [
        "level,text\n1,Keep it\n2,It is quiet\n3,No squeal\n2,It is clean\n",
        "Nr,Text\n1,Keep it\n1.1,It is quiet\n1.1.1,No squeal\n1.2,It is clean\n",
        "Keep it,,\n,It is quiet,\n,,No squeal\n,It is clean,\n",
    ],
)
def test_levels_numbers_and_indents_tell_parents(table: str) -> None:
    assert relations(data_of("csv", table)) == {
        (("quiet",), "supports", "keep"), (("No-squeal",), "supports", "quiet"), (("clean",), "supports", "keep"),
    } or relations(data_of("csv", table)) == {
        (("quiet",), "supports", "keep"), (("no-squeal",), "supports", "quiet"), (("clean",), "supports", "keep"),
    }  # fmt: skip


def test_a_column_for_and_a_column_against() -> None:
    data = data_of("csv", "Pro,Contra\nIt is quiet,It is dear\nIt is clean,\n", "Keep the tram.csv")
    assert data["title"] == "Keep the tram"
    assert read("csv", "Pro,Contra\na b,c d\n").counts._asdict() | {"claims": 3} == {
        "claims": 3, "arguments": 2, "supports": 1, "attacks": 1, "on_arguments": 0, "linked": 0,
    }  # fmt: skip


def test_edges() -> None:
    assert relations(data_of("csv", EDGES)) == {(("quiet",), "supports", "keep"), (("dear",), "attacks", "keep")}
    bare = data_of("csv", "quiet,+,keep\ndear,-,keep\n")
    assert relations(bare) == relations(data_of("csv", EDGES))
    assert relations(data_of("csv", "source,target\nquiet,keep\n")) == {(("quiet",), "supports", "keep")}


def test_rows_without_a_stance_are_counted_in_one_remark() -> None:
    imported = read("csv", "id,parent,text\nkeep,,Keep it\nquiet,keep,It is quiet\nclean,keep,It is clean\n")
    assert messages(imported) == ["2 rows say neither pro nor con; taken for support of what they are about"]


def test_what_is_not_known_is_named_with_its_row() -> None:
    table = "id,parent,relation,text,colour,credence\nkeep,,,Keep it,red,7\nquiet,nowhere,pro,It is quiet,,\n"
    imported = read("csv", table)
    assert lost(imported) == {"cell of `colour`", "credence", "parent"}
    assert [spot.place.line for spot in imported.spots] == [2, 3]


@given(st.text(st.sampled_from("'=+-@a \t＝"), max_size=6))
def test_no_cell_runs_and_each_comes_back(text: str) -> None:
    assert not guarded(text).startswith(tuple("=+-@\t\r＝＋－＠"))
    assert unguarded(guarded(text)) == text


@given(st.lists(st.text(st.sampled_from("a;, \\\nb"), min_size=1).map(str.strip).filter(bool), unique=True))
def test_lists_in_a_cell_come_back(items: list[str]) -> None:
    if len(items) > 1 or not items or items_of(listed(items)) == items:
        assert items_of(listed(items)) == items


def test_a_written_table_runs_nothing() -> None:
    data = {"argmap": 1, "title": "t", "thesis": "a", "claims": {"a": "=HYPERLINK(1)", "b": "-1", "c": "@x"}}
    text = write("csv", data).data.decode("utf-8-sig")
    assert all(cell in text for cell in ("'=HYPERLINK(1)", "'-1", "'@x"))
    assert {id_: claim["text"] for id_, claim in data_of("csv", text)["claims"].items()} == data["claims"]


def test_a_workbook_holds_text_alone_and_its_formulas_are_not_worked_out() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    data = {"argmap": 1, "title": "t", "thesis": "a", "claims": {"a": "=1+1"}}
    written = write("xlsx", data).data
    sheet = openpyxl.load_workbook(BytesIO(written)).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert data_of("xlsx", written)["claims"]["a"]["text"] == "=1+1"
    assert written == write("xlsx", data).data
    book = openpyxl.Workbook()
    for row in (
        ["id", "parent", "relation", "text"],
        ["keep", None, "thesis", "Keep it"],
        ["x-a", "keep", "pro", "=1+1"],
    ):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    assert data_of("xlsx", out.getvalue())["claims"]["x-a"]["text"] == "x-a"


def test_a_workbook_may_have_claims_and_edges_on_two_sheets() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["Id", "Text", "Year"], ["keep", "Keep it", 2025], ["quiet", "It is quiet", 2026.5]):
        book.active.append(row)
    edges = book.create_sheet("Edges")
    for row in (["From", "To", "Relation"], ["quiet", "keep", "attacks"]):
        edges.append(row)
    out = BytesIO()
    book.save(out)
    assert recognised(out.getvalue()) == "xlsx"
    data = data_of("xlsx", out.getvalue())
    assert relations(data) == {(("quiet",), "attacks", "keep")}
    assert data["thesis"] == "keep"


_texts = st.sampled_from(
    ["A note", "=1", "a; b", "a, b", "one\ntwo", '"q"', "'x", " blank ", "\\;", "–", "桥\t桥", "\u2028x", "-1", "a\\"]
)
_cites = st.lists(
    st.fixed_dictionaries(
        {"source": st.sampled_from(["book", "web"])},
        optional={"locator": st.just("p. 4"), "quote": _texts, "fingerprint": st.just("f953d2fe21f337d6")},
    ),
    max_size=2,
    unique_by=lambda one: tuple(sorted(one.items())),
)  # fmt: skip
_tags = st.lists(_texts, max_size=2, unique=True)
_claim_fields = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["fact", "value"]), "status": st.just("open"), "credence": st.floats(0, 1),
        "standard": st.just("scintilla"), "implicit": st.just(True), "note": _texts, "tags": _tags, "cites": _cites,
    },
)  # fmt: skip
_step_fields = st.fixed_dictionaries(
    {},
    optional={
        "title": _texts, "strength": st.floats(0, 1), "scheme": _texts, "note": _texts, "tags": _tags, "cites": _cites,
        "roles": st.just({"expert": "c0"}),
    },
)  # fmt: skip
_sources = {
    "book": {
        "title": "A book; or two",
        "author": ["Ann B.", "C; D"],
        "issued": "1999-05",
        "publisher": "=P",
        "grade": "A",
    },
    "web": {"title": "A page", "URL": "https://example.org/p", "type": "webpage", "container-title": "News"},
    "odd": {"title": "Uncited", "author": {"family": "F", "given": "G"}, "issued": 1999},
}


@st.composite
def tabled(draw: Any) -> dict[str, Any]:
    """Draw maps with all that a table holds, and some of what it does not."""
    data: dict[str, Any] = draw(graphs())
    data["sources"] = _sources
    for claim in data["claims"].values():
        claim.update(draw(_claim_fields))
    for step in data["arguments"].values():
        step.update(draw(_step_fields))
    ids = list(data["claims"])
    for number, name in enumerate(
        draw(st.lists(st.sampled_from(["The mayor", "A; B", "=C"]), max_size=2, unique=True))
    ):
        position = {"name": name, "accepts": draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))}
        data.setdefault("positions", {})[f"somebody-{number}"] = position
    return data


#: What is lost of these is that they are no plain text: what they say is there.
_AS_TEXT = {("Source", "issued"), ("Source", "author")}


def _tidy(data: dict[str, Any]) -> dict[str, Any]:
    """Give a map with all texts rid of what is named as lost around and within them, and what has no order in order."""

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            return cleaned(value)
        if isinstance(value, dict):
            return {key: walk(item) for key, item in value.items()}
        return list(map(walk, value)) if isinstance(value, list) else value

    tidy: dict[str, Any] = walk(data)
    tidy["title"] = " ".join(tidy["title"].split())
    held = tidy.pop("positions", {}).values()
    tidy["held"] = sorted((one["name"], sorted(one.get("accepts", ()))) for one in held)
    tidy["thesis"] = tidy["thesis"] if isinstance(tidy["thesis"], list) else [tidy["thesis"]]
    for section in ("claims", "arguments"):
        for entry in tidy.setdefault(section, {}).values():
            for citation in entry.get("cites", ()):
                citation.pop("fingerprint", None)
            if "cites" in entry:
                entry["cites"] = list({str(sorted(one.items())): one for one in entry["cites"]}.values())
    tidy["rivals"] = [rival for rival in tidy.get("rivals", ()) if rival not in tidy["thesis"]]
    if odd := tidy.get("sources", {}).get("odd"):
        odd |= {"issued": "1999", "author": ["F, G"]}
    return tidy


@pytest.mark.parametrize("format_", ["csv", "tsv", "xlsx"])
def test_a_map_comes_back_less_what_is_named(format_: str) -> None:
    @settings(max_examples=examples(60), deadline=None, phases=set(Phase) - {Phase.shrink, Phase.explain})
    @given(tabled())
    def try_it(data: dict[str, Any]) -> None:
        written = write(format_, data)
        again = data_of(format_, written.data)
        kept = written._replace(losses=tuple(loss for loss in written.losses if loss.field not in _AS_TEXT))
        assert _tidy(as_read(again, {"shape"})) == _tidy(less_losses(data, kept))

    try_it()


def test_damaged_tables_are_read_all_the_same() -> None:
    random = Random(8)  # noqa: S311 - damage, no secret
    book = write("xlsx", data_of("csv", FULL)).data
    with ends():
        for _ in range(examples(300)):
            imported = read("csv", damaged(random.choice([PLAIN, EDGES, FULL]).encode(), random))
            assert imported.data is None or write("csv", imported.data).data
        for _ in range(examples(30)):
            read("xlsx", damaged(book, random))


@pytest.mark.parametrize("line", ["c{0},c{1},pro,Text {0}", '"', '"c{0}"",', "c{0}"])
def test_reading_is_linear(line: str) -> None:
    def prepared(size: int) -> Any:
        text = "id,parent,relation,text\n" + "\n".join(line.format(number, number // 2) for number in range(size))
        return lambda: read("csv", text)

    assert_grows_evenly(prepared, 100)
