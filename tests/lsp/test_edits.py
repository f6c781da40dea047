"""A map that is edited at random, as an editor sends edits: no answer is stale, and nothing ends the server.

``COLDWATER_EXAMPLES`` says how many edits; 10,000 take some minutes.
"""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from bench.maps import make_map

from coldwater import api
from editing.moves.done import BRIDGE
from lsp.client import Client, ServerError, offset_of, position
from work import examples

#: What people and their editors put in: signs that open and close something, line ends, parts of entries, odd signs.
PIECES = (
    "", "", "", "x", " ", "  ", "\n", "\r\n", "\r", ": ", "- ", "[", "]", "{", "}", ", ", '"', "'", "#", "|\n", "&a",
    "*a", "!", "  new: A new claim.\n", "    supports: rebuild\n", "premises: [cracks]", "claims:\n", "arguments:\n",
    "😀", "\u2028", "\x85", "\t", "\ufeff", "a\u0308", "status: open", "\\", "012", "~", "null",
    "lint: {ignore: [{at: cracks, reason: x}]}\n",
)  # fmt: skip
ABOUT_A_PLACE = (
    "completion", "hover", "definition", "documentHighlight", "prepareRename", "prepareCallHierarchy", "references",
    "rename", "codeAction",
)  # fmt: skip
ABOUT_ALL = ("documentSymbol", "foldingRange", "codeLens", "semanticTokens/full", "inlayHint", "formatting")


def ask(client: Client, uri: str, rng: random.Random) -> None:
    """Ask something about a place of the text as it is; an answer lies in it, or says why there is none."""
    text = client.texts[uri]
    method = rng.choice((*ABOUT_A_PLACE, *ABOUT_ALL))
    here = position(text, rng.randrange(len(text) + 1))
    asked: dict[str, Any] = {"textDocument": {"uri": uri}, "position": here, "newName": "other"}
    asked["context"] = {"includeDeclaration": True, "diagnostics": []}
    asked["options"] = {"tabSize": 2, "insertSpaces": True}
    asked["range"] = {"start": here, "end": here if method == "codeAction" else position(text, len(text))}
    for name in ("position", "newName", "context", "options", "range"):
        takes = {"position": method in ABOUT_A_PLACE[:-1], "newName": method == "rename",
                 "context": method in ("references", "codeAction"), "options": method == "formatting",
                 "range": method in ("codeAction", "inlayHint")}  # fmt: skip
        if not takes[name]:
            del asked[name]
    answer = answered(client, f"textDocument/{method}", asked)
    for place in places(answer):
        assert position(text, offset_of(text, place)) == place


def answered(client: Client, method: str, asked: dict[str, Any]) -> Any:
    """Give an answer; None where the request is refused with a reason, which is no defect."""
    try:
        return client.request(method, asked)
    except ServerError as error:
        if error.code != -32803:
            raise
        return None


def places(answer: Any) -> list[dict[str, int]]:
    """Give all places in an answer."""
    if isinstance(answer, list):
        return [place for one in answer for place in places(one)]
    if not isinstance(answer, dict):
        return []
    if set(answer) == {"line", "character"}:
        return [answer]
    return [place for one in answer.values() for place in places(one)]


def edit(client: Client, uri: str, rng: random.Random) -> None:
    """Send one edit, or two in one message."""
    text = client.texts[uri]
    changes = []
    for _ in range(rng.choice((1, 1, 1, 2))):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.choice((0, 0, 0, 1, 2, 9)))
        new = rng.choice(PIECES)
        span = position(text, start), position(text, end)
        start, end = offset_of(text, span[0]), offset_of(text, span[1])
        changes.append({"range": {"start": span[0], "end": span[1]}, "text": new})
        text = text[:start] + new + text[end:]
    client.texts[uri] = text
    client.change(uri, changes)


def found_by_check(client: Client, uri: str) -> list[tuple[str, str, int]]:
    checked = api.check_content(uri.removeprefix("file://"), client.texts[uri].encode("utf-8", "surrogatepass"))
    return [(one.rule, one.message, one.line - 1) for one in checked.findings]


@pytest.mark.parametrize("spelling", ["yaml", "json"])
def test_edits_at_random(spelling: str, client: Client) -> None:
    rng = random.Random(18)  # noqa: S311 - test data
    start = BRIDGE if spelling == "yaml" else json.dumps(make_map(12), indent=2)
    uri = client.open(f"edited.argmap.{spelling}", start, spelling)
    for number in range(examples(200)):
        edit(client, uri, rng)
        if number % 3 == 0:
            ask(client, uri, rng)
        if number % 25 == 24:
            told = [(one["code"], one["message"], one["range"]["start"]["line"]) for one in client.findings(uri)]
            assert told == found_by_check(client, uri)
            client.change(uri, [{"text": start}])  # so that a good part of the text is that of a map
            client.texts[uri] = start
