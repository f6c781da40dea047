"""Every feature, asked for as an editor does, and answered as the protocol says."""

from __future__ import annotations

import contextlib
import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from coldwater import api, revise
from coldwater.formats.native import stamps_text
from coldwater.project.baseline import Baseline
from coldwater.project.loading import find_settings
from coldwater.review.stamping import stamped
from editing.moves.done import BRIDGE, SURVEY
from lsp.client import CAPABILITIES, Client, ServerError, edited, offset_of, position, serving

_NUMBERS = itertools.count()


def opened(client: Client, text: str = BRIDGE, ending: str = "yaml") -> str:
    """Open a document of its own for a test."""
    return client.open(f"m{next(_NUMBERS)}.argmap.{ending}", text, ending)


def words(client: Client, uri: str, places: Sequence[dict[str, Any]]) -> list[str]:
    """Give what stands at the ranges of an answer."""
    text = client.texts[uri]
    ranges = [one.get("range", one) for one in places]
    return [text[offset_of(text, one["start"]) : offset_of(text, one["end"])] for one in ranges]


def at(client: Client, uri: str, word: str, behind: int = 1) -> dict[str, Any]:
    return client.at(uri, client.texts[uri].index(word) + behind)


def whole(client: Client, uri: str) -> dict[str, Any]:
    text = client.texts[uri]
    return {"start": position(text, 0), "end": position(text, len(text))}


def checked(client: Client, uri: str, text: str) -> list[tuple[str, str, str]]:
    """Give what `check` finds in a text: code, message and what it is about."""
    path = uri.removeprefix("file://")
    found = api.check_content(path, text.encode(), settings=find_settings(str(client.folder))).findings
    lines = [0]
    for line in text.removeprefix("\ufeff").splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    plain = text.removeprefix("\ufeff")
    return [
        (
            one.rule,
            one.message,
            plain[lines[one.line - 1] + one.column - 1 : lines[one.end_line - 1] + one.end_column - 1],
        )
        for one in found
    ]


def told(client: Client, uri: str) -> list[tuple[str, str, str]]:
    """Give what the server finds in a document, in the same way."""
    found = client.findings(uri)
    about = words(client, uri, found)
    return [(one["code"], one["message"], word) for one, word in zip(found, about, strict=True)]


# --- findings ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: text.replace("[costly]", "[costly, dear]"),
        lambda text: text.replace("[costly]", "[costly"),
        lambda text: text.replace("\n", "\r\n").replace("[costly]", "[dear]"),
        lambda text: "\ufeff" + text.replace("argmap: 1", "argmap: 1, 2"),
        lambda text: text.replace("# Town council", "title: x"),
        lambda text: (
            text.replace("It", "𝔄𝔅 It")
            .replace("title: Unsafe girder, p", "title: 𝔘𝔫𝔰𝔞𝔣𝔢 😀, p")
            .replace("unsafe]", "x]")
        ),
        lambda _: "",
        lambda _: "just words\n",
    ],
)
def test_findings_are_those_of_check(change: Any, client: Client) -> None:
    text = change(BRIDGE)
    uri = opened(client, text)
    assert told(client, uri) == checked(client, uri, text)


def test_a_finding_leads_to_the_page_of_its_rule(client: Client) -> None:
    uri = opened(client, BRIDGE.replace("[costly]", "[dear]"))
    one = next(one for one in client.findings(uri) if one["code"] == "CW101")
    assert one["codeDescription"]["href"].endswith("docs/rules.md#cw101-dangling-reference")
    assert (one["severity"], one["source"]) == (1, "coldwater")


def test_settings_baseline_and_suppressions_count_as_in_check(client: Client) -> None:
    flawed = BRIDGE.replace("cites: [{source: survey}]", "kind: fact")
    uri = opened(client, flawed)
    assert {"CW301", "CW303"} <= {code for code, _, _ in told(client, uri)}
    name = uri.rsplit("/", 1)[1]
    text = flawed.replace("  cracks:", "  # coldwater: ignore[CW301] seen by all\n  cracks:")
    client.replace(uri, 0, len(flawed), text)
    assert "CW301" not in {code for code, _, _ in told(client, uri)}
    settings, baseline = client.folder / "coldwater.toml", client.folder / "coldwater-baseline.json"
    settings.write_text('ignore = ["CW303"]\n')
    client.notify("workspace/didChangeWatchedFiles", {"changes": []})
    client.replace(uri, 0, 0, "# one\n")
    assert told(client, uri) == checked(client, uri, client.texts[uri])
    settings.unlink()
    found = api.check_content(str(client.folder / name), client.texts[uri].encode()).findings
    held = Baseline(str(baseline), "", {}).with_new(found, [])
    baseline.write_text(held[0])
    client.replace(uri, 0, 0, "# two\n")
    assert told(client, uri) == []
    baseline.unlink()


def test_settings_that_are_wrong_are_told(client: Client) -> None:
    settings = client.folder / "coldwater.toml"
    settings.write_text("igmore = 1\n")
    uri = opened(client)
    [one] = client.findings(uri)
    assert "igmore" in one["message"]
    settings.unlink()


def test_full_texts_beside_a_map_are_looked_at(client: Client) -> None:
    (client.folder / "survey.txt").write_text(SURVEY, encoding="utf-8")
    uri = opened(client, BRIDGE.replace("{source: survey}", "{source: survey, quote: no such words}"))
    assert "CW304" in {code for code, _, _ in told(client, uri)}


def test_what_is_no_map_is_left_alone(client: Client) -> None:
    uri = client.open("compose.yaml", "services: {a: b}\n")
    assert client.findings(uri) == []
    assert client.request("textDocument/hover", client.at(uri, 1)) is None
    assert client.request("textDocument/codeAction", {**_place(uri, 0), "context": {"diagnostics": []}}) == []


def _place(uri: str, character: int) -> dict[str, Any]:
    point = {"line": 0, "character": character}
    return {"textDocument": {"uri": uri}, "range": {"start": point, "end": point}}


def test_a_document_that_is_no_file_is_checked_by_its_language(client: Client) -> None:
    uri = client.open("untitled:Untitled-1", BRIDGE)
    assert "CW303" not in {one["code"] for one in client.findings(uri)}
    assert client.request("textDocument/hover", at(client, uri, "cracks:")) is not None


def test_a_document_that_is_closed_has_no_findings(client: Client) -> None:
    uri = opened(client, "claims: [\n")
    assert client.findings(uri)
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    client.request("workspace/symbol", {"query": "nothing has this name"})
    assert client.diagnostics[uri][-1]["diagnostics"] == []


# --- reading ----------------------------------------------------------------------------------------------------------


def test_completion_of_ids_shows_what_they_say(client: Client) -> None:
    uri = opened(client, BRIDGE.replace("[costly]", "[co]"))
    found = client.request("textDocument/completion", at(client, uri, "[co]", 3))
    first = found["items"][0]
    assert (first["label"], first["detail"]) == ("costly", "Rebuilding costs three yearly budgets.")
    assert edited(client.texts[uri], [first["textEdit"]]) == BRIDGE


def test_hover_is_of_the_word_beneath(client: Client) -> None:
    uri = opened(client, BRIDGE.replace("Unsafe girder", "😀 girder"))
    found = client.request("textDocument/hover", at(client, uri, "unsafe], s"))
    assert "A bridge with a cracked main girder is unsafe." in found["contents"]["value"]
    assert words(client, uri, [found]) == ["unsafe"]


def test_definition_references_and_highlights(client: Client) -> None:
    uri = opened(client)
    here = at(client, uri, "cracks, unsafe")
    found = client.request("textDocument/definition", here)
    assert words(client, uri, [found]) == ["cracks"]
    assert offset_of(BRIDGE, found["range"]["start"]) == BRIDGE.index("cracks: {")
    asked = {**here, "context": {"includeDeclaration": False}}
    assert words(client, uri, client.request("textDocument/references", asked)) == ["cracks", "cracks"]
    kinds = [one["kind"] for one in client.request("textDocument/documentHighlight", here)]
    assert kinds == [3, 2, 2]


def test_symbols_are_the_tree_of_arguments_and_those_of_the_workspace(client: Client) -> None:
    uri = opened(client)
    tree = client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert tree[0]["name"] == "The town should rebuild the bridge."
    assert [one["name"][:1] for one in tree[0]["children"]] == ["+", "−"]
    (client.folder / "other.argmap.yaml").write_text(
        BRIDGE.replace("grant:", "subsidy:").replace("[grant]", "[subsidy]")
    )
    found = client.request("workspace/symbol", {"query": "subsidy"})
    assert [one["location"]["uri"].rsplit("/", 1)[1] for one in found] == ["other.argmap.yaml"]
    (client.folder / "other.argmap.yaml").unlink()


def test_call_hierarchy_is_the_reasons(client: Client) -> None:
    uri = opened(client)
    [item] = client.request("textDocument/prepareCallHierarchy", at(client, uri, "rebuild:"))
    incoming = client.request("callHierarchy/incomingCalls", {"item": item})
    assert [one["from"]["detail"] for one in incoming] == [
        "safety · for it, stands",
        "money · against it, falls: undercut",
    ]
    outgoing = client.request("callHierarchy/outgoingCalls", {"item": incoming[1]["from"]})
    assert [one["to"]["name"] for one in outgoing] == ["The town should rebuild the bridge."]


def test_lenses_hints_folds_and_colours(client: Client) -> None:
    uri = opened(client)
    document = {"textDocument": {"uri": uri}}
    [lens] = client.request("textDocument/codeLens", document)
    assert lens["command"]["title"].startswith("thesis: 2 arguments, stands: ")
    hints = client.request("textDocument/inlayHint", {**document, "range": whole(client, uri)})
    assert {"✓ granted", "✗ undercut"} <= {one["label"] for one in hints}
    folds = client.request("textDocument/foldingRange", document)
    assert {"startLine": 4, "endLine": 10, "kind": "region"} in folds
    data = client.request("textDocument/semanticTokens/full", document)["data"]
    part = client.request("textDocument/semanticTokens/range", {**document, "range": whole(client, uri)})["data"]
    assert data == part
    assert len(data) % 5 == 0
    legend = client.capabilities["semanticTokensProvider"]["legend"]
    assert max(data[3::5]) < len(legend["tokenTypes"])
    assert max(data[4::5]) < 1 << len(legend["tokenModifiers"])


# --- writing ----------------------------------------------------------------------------------------------------------


def test_rename_gives_the_id_another_name_everywhere(client: Client) -> None:
    uri = opened(client)
    here = at(client, uri, "cracks, unsafe")
    assert client.request("textDocument/prepareRename", here)["placeholder"] == "cracks"
    assert client.request("textDocument/prepareRename", at(client, uri, "title:")) is None
    client.apply(client.request("textDocument/rename", {**here, "newName": "girder"}))
    assert client.texts[uri] == BRIDGE.replace("cracks:", "girder:").replace("cracks,", "girder,").replace(
        "cracks]", "girder]"
    )
    with pytest.raises(ServerError, match="cannot be an id"):
        client.request("textDocument/rename", {**here, "newName": "no id"})


def test_rename_takes_the_review_stamps_along(client: Client) -> None:
    uri = opened(client)
    beside = Path(uri.removeprefix("file://").replace(".yaml", ".reviews.json"))
    map_ = api.map_in("a.argmap.yaml", BRIDGE.encode())
    beside.write_text(stamps_text.write(stamped(map_, {}, ["money"], "Ann Lee", "2026-03-02")[0]), encoding="utf-8")
    client.apply(client.request("textDocument/rename", {**at(client, uri, "money"), "newName": "cost"}))
    assert list(stamps_text.read(beside.read_text(encoding="utf-8"), "stamps")) == ["cost"]


def test_formatting_is_the_canonical_form(client: Client) -> None:
    uri = opened(client, BRIDGE.replace("claims:\n", "claims:\n\n\n").replace("thesis: rebuild", "thesis:   rebuild"))
    asked = {"textDocument": {"uri": uri}, "options": {"tabSize": 4, "insertSpaces": True}}
    done = edited(client.texts[uri], client.request("textDocument/formatting", asked))
    assert done.encode() == revise.format("a.argmap.yaml", data=client.texts[uri].encode()).new
    broken = opened(client, BRIDGE.replace("[costly]", "[costly"))
    with pytest.raises(ServerError, match="mend the findings first"):
        client.request("textDocument/formatting", {**asked, "textDocument": {"uri": broken}})


def actions(client: Client, uri: str, word: str, only: list[str] | None = None) -> dict[str, dict[str, Any]]:
    place = at(client, uri, word)["position"]
    context = {"diagnostics": [], **({"only": only} if only else {})}
    asked = {"textDocument": {"uri": uri}, "range": {"start": place, "end": place}, "context": context}
    return {one["title"]: one for one in client.request("textDocument/codeAction", asked)}


def test_a_quick_fix_and_a_refactoring(client: Client) -> None:
    uri = opened(client, BRIDGE.replace("[costly]", "[costyl]"))
    found = actions(client, uri, "costyl", ["quickfix"])
    assert all(one["kind"] == "quickfix" for one in found.values())
    fix = next(one for one in found.values() if one.get("command") and "way" in one["command"]["arguments"][0]
               and "fix" in one["command"]["arguments"][0]["way"])  # fmt: skip
    assert fix["diagnostics"][0]["code"] == "CW101"
    assert client.request("workspace/executeCommand", fix["command"] | {"title": None}) is True
    assert client.texts[uri] == BRIDGE
    turn = actions(client, uri, "money: {", ["refactor"])["Turn `money` round: let it support `rebuild`"]
    assert client.request("workspace/executeCommand", turn["command"]) is True
    assert "money: {premises: [costly], supports: rebuild}" in client.texts[uri]


def test_an_editor_that_comes_back_for_the_edit_gets_it_then(tmp_path: Path) -> None:
    pytest.importorskip("pygls", reason="the extra part `lsp` is not installed")
    able = json.loads(json.dumps(CAPABILITIES))
    able["textDocument"]["codeAction"] = {"resolveSupport": {"properties": ["edit"]}}
    able["general"]["positionEncodings"] = ["utf-8", "utf-16"]
    with serving(tmp_path, able) as client:
        assert client.capabilities["positionEncoding"] == "utf-8"
        uri = opened(client)
        turn = actions(client, uri, "money: {")["Turn `money` round: let it support `rebuild`"]
        assert "edit" not in turn
        client.apply(client.request("codeAction/resolve", turn)["edit"])
        assert "money: {premises: [costly], supports: rebuild}" in client.texts[uri]
        with pytest.raises(ServerError) as refusal:
            client.request("codeAction/resolve", turn)
        assert refusal.value.code == -32801  # the text has changed
        assert client.close() == 0


def test_moves_by_name_answer_with_what_they_did(client: Client) -> None:
    uri = opened(client)
    move = {"move": "remove", "id": "funded"}
    given: dict[str, Any] = {"uri": uri, "moves": [move], "version": client.versions[uri]}
    asked = {"command": "coldwater.move", "arguments": [given]}
    done = client.request("workspace/executeCommand", asked)
    assert done["applied"]
    assert any("rebuild" in line for line in done["answer"])
    assert "funded" not in client.texts[uri]
    with pytest.raises(ServerError) as stale:
        client.request("workspace/executeCommand", asked)
    assert stale.value.code == -32801
    del given["version"]
    with pytest.raises(ServerError, match="funded") as refused:
        client.request("workspace/executeCommand", asked)
    assert refused.value.data == {
        "instead": [],
        "why_none": "only you can say which is meant: nothing is spelt like it",
    }
    given["moves"] = [{"move": "turn", "id": "monye"}]
    with pytest.raises(ServerError, match="monye") as refused:
        client.request("workspace/executeCommand", asked)
    assert refused.value.data["instead"] == [{"move": "turn", "id": "money"}]


def test_the_page_of_a_map_is_given_as_it_is_now(client: Client) -> None:
    uri = opened(client)
    asked = {"command": "coldwater.preview", "arguments": [{"uri": uri}]}
    page = client.request("workspace/executeCommand", asked)
    assert "The town should rebuild the bridge." in page["html"]
    client.replace(uri, BRIDGE.index("[costly]"), BRIDGE.index("[costly]") + 1, "")
    page = client.request("workspace/executeCommand", asked)
    assert page["html"] is None
    assert page["version"] == client.versions[uri]
    assert "cannot be read" in page["why"]


# --- in time ----------------------------------------------------------------------------------------------------------


def test_answers_are_of_the_text_that_was_sent_last(client: Client) -> None:
    uri = opened(client)
    for number in range(20):
        start = client.texts[uri].index("Rebuilding")
        client.replace(uri, start, start, f"{number} ")
        found = client.request("textDocument/hover", at(client, uri, "costly: "))
        assert f"{number} " in found["contents"]["value"]
        tree = client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
        assert f"{number} " in tree[0]["children"][1]["children"][0]["name"]
        ends = offset_of(client.texts[uri], tree[0]["children"][1]["children"][0]["range"]["end"])
        assert client.texts[uri][:ends].endswith("yearly budgets.")
    assert told(client, uri) == checked(client, uri, client.texts[uri])
    assert [one["version"] for one in client.diagnostics[uri]] == sorted(
        one["version"] for one in client.diagnostics[uri]
    )


def test_a_question_that_is_taken_back_is_answered_so(client: Client) -> None:
    uri = opened(client)
    asked = [client.send("textDocument/foldingRange", {"textDocument": {"uri": uri}}) for _ in range(3)]
    client.notify("$/cancelRequest", {"id": asked[1]})
    for number in (asked[0], asked[2]):
        assert client.answer(number)
    with contextlib.suppress(ServerError):  # unless it was answered before
        assert client.answer(asked[1])


def test_an_editor_that_closes_without_a_word_ends_the_server(tmp_path: Path) -> None:
    pytest.importorskip("pygls", reason="the extra part `lsp` is not installed")
    with serving(tmp_path, {}) as client:
        assert client.process.stdin is not None
        client.process.stdin.close()
        assert client.process.wait(60) == 1
