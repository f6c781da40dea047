"""Mind maps: branches are claims; words, icons, labels, colours and groups tell what is for and what against."""

from __future__ import annotations

import json
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from coldwater import api
from coldwater.formats.foreign.texts import cleaned
from formats.given import damaged, data_of, lost, messages, read, recognised, relations, write
from formats.outlines.less_losses import as_read, less_losses
from formats.outlines.test_outline import outlined
from work import ends, examples

OPML = """<?xml version="1.0"?>
<opml version="2.0"><head><title>The tram</title></head><body>
<outline text="We keep the tram">
  <outline text="Pro: It is quiet" _note="Measured in May" url="https://example.org/a"/>
  <outline text="- It is dear"><outline text="+ Two million a year" created="today"/></outline>
  <outline text="Health"><outline text="+ People sleep"/><outline text="con: Wheels squeal in bends"/></outline>
</outline></body></opml>"""
FREEMIND = """<map version="1.0.1"><node ID="ID_1" TEXT="We keep the tram">
<node ID="ID_2" TEXT="It is quiet"><icon BUILTIN="button_ok"/>
<richcontent TYPE="NOTE"><html><head></head><body><p>Measured</p><p>in <b>May</b></p></body></html></richcontent></node>
<node ID="ID_3" COLOR="#ff0000"><richcontent TYPE="NODE"><html><body><p>It is dear</p></body></html></richcontent>
<node ID="ID_4" TEXT="Two million" COLOR="#00aa00" LINK="https://example.org/b"/><arrowlink DESTINATION="ID_2"/></node>
<node ID="ID_5" TEXT="It is old"><attribute NAME="stance" VALUE="con"/></node>
<node ID="ID_6" TEXT="It runs at night"/>
</node></map>"""
XMIND = [
    {
        "title": "Sheet 1",
        "relationships": [{"end1Id": "a", "end2Id": "b"}],
        "rootTopic": {
            "id": "a", "title": "We keep the tram",
            "children": {
                "attached": [
                    {"id": "b", "title": "It is quiet", "markers": [{"markerId": "symbol-plus"}],
                     "notes": {"plain": {"content": "Measured in May"}}, "labels": ["2025"]},
                    {"id": "c", "title": "It is dear", "labels": ["con"], "href": "https://example.org/c",
                     "children": {"attached": [{"title": "Two million", "markers": [{"markerId": "thumbs-up"}]}]}},
                ],
                "detached": [{"title": "Sell it off"}],
            },
        },
    }
]  # fmt: skip
MINDMUP = {
    "id": "root", "formatVersion": 3, "title": "The tram",
    "ideas": {
        "1": {
            "id": 1, "title": "We keep the tram",
            "ideas": {
                "1": {"id": 2, "title": "group", "attr": {"group": "supporting"},
                      "ideas": {"1": {"id": 3, "title": "It is quiet"}, "2": {"id": 4, "title": "Quiet is good"}}},
                "-1": {"id": 5, "title": "It is dear",
                       "attr": {"parentConnector": {"label": "con"}, "note": {"text": "May"}}},
            },
        }
    },
    "links": [{"ideaIdFrom": 3, "ideaIdTo": 5}],
}  # fmt: skip


def xmind(content: Any = XMIND, name: str = "content.json") -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(name, content if isinstance(content, bytes) else json.dumps(content))
    return out.getvalue()


FILES: dict[str, bytes] = {
    "opml": OPML.encode(), "freemind": FREEMIND.encode(), "xmind": xmind(), "mindmup": json.dumps(MINDMUP).encode(),
}  # fmt: skip


@pytest.mark.parametrize("format_", FILES)
def test_each_is_told_by_its_content(format_: str) -> None:
    assert recognised(FILES[format_]) == format_


def test_opml() -> None:
    imported = read("opml", OPML)
    assert imported.data is not None
    data = imported.data
    assert (data["title"], data["thesis"]) == ("The tram", "We-keep-tram") or data["thesis"] == "we-keep-tram"
    assert relations(data) == {
        (("quiet",), "supports", data["thesis"]), (("dear",), "attacks", data["thesis"]),
        (("two-million-year",), "supports", "dear"), (("people-sleep",), "supports", data["thesis"]),
        (("wheels-squeal-bends",), "attacks", data["thesis"]),
    }  # fmt: skip
    assert data["claims"]["quiet"] == {
        "text": "It is quiet", "note": "Measured in May", "cites": [{"source": "example.org"}],
    }  # fmt: skip
    assert data["claims"]["people-sleep"]["tags"] == ["Health"]
    assert lost(imported) == {"attribute `created`"}


def test_freemind_tells_by_icons_colours_and_attributes() -> None:
    imported = read("freemind", FREEMIND)
    assert imported.data is not None
    data = imported.data
    assert relations(data) == {
        (("quiet",), "supports", "we-keep-tram"), (("dear",), "attacks", "we-keep-tram"),
        (("two-million",), "supports", "dear"), (("old",), "attacks", "we-keep-tram"),
        (("runs-night",), "supports", "we-keep-tram"),
    }  # fmt: skip
    assert data["claims"]["quiet"]["note"] == "Measured\nin May"
    assert data["claims"]["quiet"]["x-from"] == {"id": "ID_2"}
    assert messages(imported) == ["1 branch says neither pro nor con; taken for support of what they hang on"]
    assert lost(imported) == {"arrow"}


def test_a_colour_is_only_a_colour_where_there_is_no_other() -> None:
    assert read("freemind", FREEMIND.replace('COLOR="#00aa00"', "")).counts.attacks == 1


def test_xmind() -> None:
    imported = read("xmind", FILES["xmind"])
    assert imported.data is not None
    data = imported.data
    assert relations(data) == {
        (("quiet",), "supports", "we-keep-tram"), (("dear",), "attacks", "we-keep-tram"),
        (("two-million",), "supports", "dear"),
    }  # fmt: skip
    assert data["claims"]["quiet"]["tags"] == ["2025"]
    assert data["claims"]["quiet"]["note"] == "Measured in May"
    assert lost(imported) == {"relationship"}


def test_old_xmind_is_refused_with_the_way_out() -> None:
    imported = read("xmind", xmind(b"<x/>", "content.xml"))
    assert imported.data is None
    assert "save it with a newer XMind" in messages(imported)[0]


def test_mindmup_groups_are_linked_premises() -> None:
    imported = read("mindmup", FILES["mindmup"])
    assert imported.data is not None
    assert relations(imported.data) == {
        (("quiet", "quiet-good"), "supports", "we-keep-tram"), (("dear",), "attacks", "we-keep-tram"),
    }  # fmt: skip
    assert imported.data["claims"]["dear"]["note"] == "May"
    assert lost(imported) == {"link between ideas"}


def test_entities_and_bombs_are_refused() -> None:
    bomb = '<!DOCTYPE map [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><map><node TEXT="&b;"/></map>'
    for format_ in ("freemind", "opml"):
        assert read(format_, bomb).data is None


@settings(max_examples=examples(150), deadline=None)
@given(outlined())
def test_a_map_comes_back_less_what_is_named(data: dict[str, Any]) -> None:
    written = write("opml", data)
    again = data_of("opml", written.data)
    expected, found = less_losses(data, written), as_read(again, {"shape"})
    for side in (expected, found):
        side["title"] = " ".join(cleaned(side["title"]).split())
        for section, field in (("claims", "text"), ("arguments", "title")):
            for entry in side.setdefault(section, {}).values():
                entry.update({key: cleaned(value) for key, value in entry.items() if key == field})
        side["held"] = sorted(
            (one["name"], sorted(one.get("accepts", ()))) for one in side.pop("positions", {}).values()
        )
        side["thesis"] = side["thesis"] if isinstance(side["thesis"], list) else [side["thesis"]]
        side["rivals"] = [rival for rival in side.get("rivals", ()) if rival not in side["thesis"]]
        if "order of theses and rivals" in lost(written):
            side["rivals"].sort()
    assert found == expected


def test_damaged_files_are_read_all_the_same() -> None:
    random = Random(10)  # noqa: S311 - damage, no secret
    with ends():
        for _ in range(examples(200)):
            for format_, whole in FILES.items():
                read(format_, damaged(whole, random))
            read("xmind", xmind(damaged(json.dumps(XMIND).encode(), random)))
            read("opml", damaged(write("opml", data_of("opml", OPML)).data, random))


@pytest.mark.parametrize("junk", [None, 7, [], {}, "x", [[]], {"ideas": 3}, True, {"1": None}])
def test_wrong_types_anywhere_are_read_all_the_same(junk: Any) -> None:
    for format_, whole in (("xmind", XMIND), ("mindmup", MINDMUP)):
        for text in _with_junk(whole, junk):
            imported = read(format_, xmind(text) if format_ == "xmind" else json.dumps(text))
            assert imported.data is not None


def _with_junk(data: Any, junk: Any) -> list[Any]:
    """Give copies of data in each of which one value is replaced."""
    found = [junk]
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        for other in _with_junk(value, junk):
            copy = dict(data) if isinstance(data, dict) else list(data)
            copy[key] = other
            found.append(copy)
    return found


def test_what_is_odd_is_told_at_its_element() -> None:
    """Comments and texts that look like elements count for nothing."""
    given = (
        '<?xml version="1.0"?>\n<map>\n<!-- <node TEXT="no"/> -->\n<node TEXT="Ban cars">\n'
        '<richcontent TYPE="NOTE"><![CDATA[<node>]]></richcontent>\n  <node TEXT=""/>\n</node>\n</map>\n'
    )
    outline = '<opml><body>\n<outline text="Ban cars">\n <outline text=""/></outline></body></opml>'
    ideas = (
        '{"formatVersion": 3, "title": "T", "ideas": {"1": {"title": "Ban cars", "ideas": {\n  "1": {"title": ""}}}}}'
    )
    for name, data, place in (("odd.mm", given, (6, 3)), ("odd.opml", outline, (3, 2)), ("odd.mup", ideas, (2, 8))):
        found = api.check_bytes(name, data.encode()).findings
        assert [(one.line, one.column) for one in found if "there is no text here" in one.message] == [place]
