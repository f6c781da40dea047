"""The extension: what is packed, and that what it says of itself is there."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from browser.vscode.conftest import EXTENSION
from coldwater import api
from coldwater.language.highlighting import TRAITS
from coldwater.lsp.commands import PREVIEW
from editing.moves.done import BRIDGE
from lsp.client import serving

MANIFEST: dict[str, Any] = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
SCRIPT = (EXTENSION / "extension.js").read_text(encoding="utf-8")


def test_what_is_packed_holds_all_that_it_names(packed: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        names = {name.removeprefix("extension/") for name in archive.namelist()}
    contributed = MANIFEST["contributes"]
    paths = [one["configuration"] for one in contributed["languages"]]
    paths += [one["path"] for kind in ("grammars", "snippets") for one in contributed[kind]]
    assert {path.removeprefix("./") for path in (*paths, MANIFEST["main"])} <= names
    assert "node_modules/vscode-languageclient/node.js" in names
    assert not [name for name in names if "@vscode" in name]
    assert packed.stat().st_size < 2_000_000


def test_what_it_contributes_is_there() -> None:
    contributed = MANIFEST["contributes"]
    assert {one["command"] for one in contributed["commands"]} == set(re.findall(r'registerCommand\("(.*?)"', SCRIPT))
    assert {one["id"] for one in contributed["semanticTokenModifiers"]} == set(TRAITS) - {"declaration"}
    assert f'command: "{PREVIEW}"' in SCRIPT
    assert contributed["configuration"]["properties"]["coldwater.command"]["default"] == ["coldwater", "lsp", "--stdio"]


def test_snippets_give_maps_without_findings() -> None:
    snippets = json.loads((EXTENSION / "snippets" / "argmap.json").read_text(encoding="utf-8"))
    text = "\n".join(snippets["A map"]["body"])
    text = re.sub(r"\$\{\d+:(.*?)\}", r"\1", text)
    assert [one.rule for one in api.check_bytes("a.argmap.yaml", text.encode()).findings] == ["CW206"]  # one-sided


def test_the_page_that_it_shows_opens_in_a_browser(browser: Any, tmp_path: Path) -> None:
    pytest.importorskip("pygls", reason="the extra part `lsp` is not installed")
    with serving(tmp_path) as client:
        uri = client.open("town.argmap.yaml", BRIDGE)
        found = client.request("workspace/executeCommand", {"command": PREVIEW, "arguments": [{"uri": uri}]})
    page = tmp_path / "page.html"
    page.write_text(found["html"], encoding="utf-8")
    opened = browser.new_page()
    try:
        opened.goto(page.as_uri())
        assert "rebuild the bridge." in opened.locator("#cw-picture").text_content()
    finally:
        opened.close()
