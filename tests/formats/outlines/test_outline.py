"""Indented outlines: what `show` prints comes back, and so does what is written; and what people indent is read."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.formats.foreign.texts import cleaned
from coldwater.model import from_accepted_data
from coldwater.render import outline
from formats.given import damaged, data_of, graphs, lost, messages, read, recognised, relations, write
from formats.outlines.less_losses import as_read, less_losses
from work import ends, examples

ARGUMENTS = Path(__file__).parents[3] / "arguments"

SIMPLE = """The town should keep the tram.
  + It is quiet.
    - It is loud in bends.
      + Neighbours complain.
  - It costs two million a year.
    × The state pays.
"""

SHOWN = """Should the bridge be rebuilt?

The town should rebuild the bridge. [rebuild; accepted by The mayor]
  + Unsafe girder [safety]
    ┌ The main girder is
    │ cracked. [cracks]
    └ A cracked girder is unsafe. [unsafe; unstated]
    × undercuts [not-so]
      • The crack is old. [old]
  − attacks [money]
    • It is dear. [dear]

Close it. [close; rival]
  + supports [cheap]
    • The main girder is cracked. [cracks; see above]

Not connected with the thesis

It rains. [rain]
"""


def test_signs_and_indents_make_a_tree() -> None:
    data = data_of("outline", SIMPLE)
    assert data["thesis"] == "town-should-keep-tram"
    assert data["title"] == "The town should keep the tram."
    names = {claim["text"]: id_ for id_, claim in data["claims"].items()}
    assert relations(data) == {
        ((names["It is quiet."],), "supports", data["thesis"]),
        ((names["It is loud in bends."],), "attacks", names["It is quiet."]),
        ((names["Neighbours complain."],), "supports", names["It is loud in bends."]),
        ((names["It costs two million a year."],), "attacks", data["thesis"]),
        ((names["The state pays."],), "attacks", f"{names['It costs two million a year.']}-but"),
    }


@pytest.mark.parametrize("indent", ["\t", " ", "   ", "        "])
def test_any_indent_is_the_same_tree(indent: str) -> None:
    rows = [
        row.lstrip(" ") and indent * ((len(row) - len(row.lstrip(" "))) // 2) + row.lstrip(" ")
        for row in SIMPLE.split("\n")
    ]
    assert relations(data_of("outline", "\n".join(rows))) == relations(data_of("outline", SIMPLE))


def test_what_show_prints_is_read_with_ids_links_rivals_and_holders() -> None:
    assert recognised(SHOWN) == "outline"
    data = data_of("outline", SHOWN)
    assert data["title"] == "Should the bridge be rebuilt?"
    assert (data["thesis"], data["rivals"], data["draft"]) == ("rebuild", ["close"], True)
    assert relations(data) == {
        (("cracks", "unsafe"), "supports", "rebuild"), (("old",), "attacks", "safety"),
        (("dear",), "attacks", "rebuild"), (("cracks",), "supports", "close"),
    }  # fmt: skip
    assert data["claims"]["cracks"]["text"] == "The main girder is cracked."
    assert data["claims"]["unsafe"]["implicit"] is True
    assert data["arguments"]["safety"]["title"] == "Unsafe girder"
    assert "title" not in data["arguments"]["money"]
    assert data["positions"] == {"mayor": {"name": "The mayor", "accepts": ["rebuild"]}}


def test_deep_maps_come_back_from_what_show_prints() -> None:
    data: dict[str, Any] = {"argmap": 1, "title": "Deep", "thesis": "c-0", "claims": {}, "arguments": {}}
    for number in range(60):
        data["claims"][f"c-{number}"] = {"text": f"Claim {number}."}
        if number:
            kind = "attacks" if number % 3 == 0 else "supports"
            data["arguments"][f"s-{number}"] = {"premises": [f"c-{number}"], kind: f"c-{(number - 1) // 2 * 2}"}
    for width in (30, 60):
        again = data_of("outline", outline(from_accepted_data(data), width, False))
        assert relations(again) == relations(data)


@pytest.mark.parametrize("file", sorted(path.name for path in ARGUMENTS.glob("*.argmap.yaml")))
@pytest.mark.parametrize("width", [40, 72, 100, 160])
def test_what_show_prints_gives_the_map_back(file: str, width: int) -> None:
    original = yaml.safe_load((ARGUMENTS / file).read_text(encoding="utf-8"))
    map_ = from_accepted_data(original)
    again = data_of("outline", outline(map_, width, False))
    claims = {id_: claim.text for id_, claim in map_.claims.items()}
    assert {id_: claim["text"] for id_, claim in again["claims"].items()} == claims
    shown = {id_: (list(step.premises), step.supports, step.attacks) for id_, step in map_.arguments.items()}
    assert {
        id_: (step["premises"], step.get("supports"), step.get("attacks")) for id_, step in again["arguments"].items()
    } == shown
    assert again["thesis"] == map_.thesis
    assert again.get("rivals", []) == list(map_.rivals)


def test_markdown_bullets_say_nothing_unless_both_signs_are_used() -> None:
    imported = read("outline", "Keep it\n- quiet\n- clean\n")
    assert imported.counts.supports == 2
    assert messages(imported) == ["2 lines say neither pro nor con; taken for support of what they stand below"]
    assert read("outline", "Keep it\n+ quiet\n- dear\n").counts.attacks == 1


@pytest.mark.parametrize(
    ("pro", "con"),
    [("Pro: ", "Con: "), ("because ", "but "), ("weil ", "aber "), ("- pro: ", "- contra: "),
     ("1. For: ", "2. Against: "), ("* (+) ", "* (-) "), ("Dafür: ", "Dagegen: "), ("[+] ", "[−] ")],
)  # fmt: skip
def test_words_tell_what_is_for_and_what_against(pro: str, con: str) -> None:
    data = data_of("outline", f"We keep it\n    {pro}it is quiet\n    {con}it is dear\n")
    texts = {id_: claim["text"].lower() for id_, claim in data["claims"].items()}
    found = {(texts[premises[0]], kind) for premises, kind, _ in relations(data)}
    assert found == {("it is quiet", "supports"), ("it is dear", "attacks")}


def test_lines_without_any_mark_are_claims_by_their_indent() -> None:
    assert read("outline", "Keep it\n  It is quiet\n    No wheels squeal\n  It is clean\n").counts.supports == 3


def test_a_title_set_apart_is_no_claim() -> None:
    data = data_of("outline", "The tram\n\nWe keep it\n+ It is quiet\n")
    assert (data["title"], data["thesis"]) == ("The tram", "we-keep")


def test_a_text_on_several_rows_is_one() -> None:
    data = data_of("outline", "Keep it\n  + It is\n    quiet\n  - dear\n")
    assert any(claim["text"] == "It is quiet" for claim in data["claims"].values())


def test_a_reference_that_leads_nowhere_is_a_loss() -> None:
    imported = read("outline", SHOWN.replace("cracks; see above", "gone; see above"))
    assert lost(imported) == {"reference"}


_fields = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["fact", "value"]), "status": st.sampled_from(["accepted", "open"]),
        "credence": st.sampled_from([0.0, 0.25, 1.0]), "implicit": st.just(True), "standard": st.just("scintilla"),
        "note": st.just("A note."), "tags": st.just(["a"]),
    },
)  # fmt: skip
_step_fields = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["A title", "- [x] a; b", "supports", " two\nlines", "🚲 `a` *b*"]),
        "strength": st.just(0.5),
        "scheme": st.sampled_from(["sign", "x-our;own"]), "note": st.just("A note."),
    },
)  # fmt: skip
_names = st.sampled_from(["The mayor", "A and B", "one; two", "桥 `x`", "Bolt", "C [d]"])


@st.composite
def outlined(draw: Any) -> dict[str, Any]:
    """Draw maps with what an outline holds, and some of what it does not."""
    data: dict[str, Any] = draw(graphs())
    for claim in data["claims"].values():
        claim.update(draw(_fields))
    for step in data["arguments"].values():
        step.update(draw(_step_fields))
    ids = list(data["claims"])
    for id_ in ids:
        others = draw(st.lists(st.sampled_from(ids), max_size=1))
        if others and others != [id_] and id_ not in data["claims"][others[0]].get("contradicts", ()):
            data["claims"][id_]["contradicts"] = others
    for number, name in enumerate(draw(st.lists(_names, max_size=2, unique=True))):
        position = {"name": name, "accepts": draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))}
        data.setdefault("positions", {})[f"somebody-{number}"] = position
    return data


def assert_comes_back(format_: str, data: dict[str, Any]) -> None:
    """Assert that a map that is written and read is the same, but for what was named as lost."""
    written = write(format_, data)
    again = data_of(format_, written.data)
    expected = less_losses(data, written)
    found = as_read(again, {"shape"})
    words = {id_ for loss in written.losses if loss.what.startswith("control") for id_ in loss.at}
    for id_ in words & set(expected["claims"]):
        expected["claims"][id_]["text"] = cleaned(expected["claims"][id_]["text"])
    for id_ in words & set(expected.get("arguments", {})):
        expected["arguments"][id_]["title"] = cleaned(expected["arguments"][id_]["title"])
    if any(loss.what.startswith("line end or blank") for loss in written.losses):
        expected["title"] = " ".join(cleaned(expected["title"]).split())
    renamed = any(loss.what == "id of a position" for loss in written.losses)
    for side in (expected, found):
        held = side.pop("positions", {})
        side["held"] = sorted(
            ("" if renamed else id_, one["name"], sorted(one.get("accepts", ())), sorted(one.get("rejects", ())))
            for id_, one in held.items()
        )
        side["thesis"] = side["thesis"] if isinstance(side["thesis"], list) else [side["thesis"]]
        side.setdefault("arguments", {})
        side.setdefault("rivals", [])
    expected["rivals"] = [rival for rival in expected["rivals"] if rival not in expected["thesis"]]
    if "order of theses and rivals" in lost(written):
        expected["rivals"].sort()
        found["rivals"].sort()
    assert found == expected


@settings(max_examples=examples(150), deadline=None)
@given(outlined())
def test_a_map_comes_back_less_what_is_named(data: dict[str, Any]) -> None:
    assert_comes_back("outline", data)


def test_damaged_outlines_are_read_all_the_same() -> None:
    random = Random(7)  # noqa: S311 - damage, no secret
    with ends():
        for _ in range(examples(300)):
            imported = read("outline", damaged(random.choice([SIMPLE, SHOWN]).encode(), random))
            assert imported.data is None or write("outline", imported.data).data
