"""Neovim, with the settings of docs/editors.md, shows findings and drives hover, a quick fix, rename and completion."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

from editing.moves.done import BRIDGE
from lsp.neovim import Neovim

#: What floats above the text: its lines.
FLOATING = (
    "join(flatten(map(filter(getwininfo(), {_, w -> win_gettype(w.winid) == 'popup'}), "
    "{_, w -> getbufline(w.bufnr, 1, '$')})))"
)
FINDINGS = 'luaeval("#vim.diagnostic.get(0)")'


@pytest.fixture(scope="module")
def nvim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neovim]:
    """Give a Neovim with a map that names a claim which is not there."""
    pytest.importorskip("pygls", reason="the extra part `lsp` is not installed")
    if shutil.which("nvim") is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Neovim")
        pytest.skip("there is no Neovim")
    folder = tmp_path_factory.mktemp("neovim")
    (folder / "town.argmap.yaml").write_text(BRIDGE.replace("[grant]", "[grant, dear]"), encoding="utf-8")
    made = Neovim(folder, "town.argmap.yaml")
    try:
        made.wait_for(FINDINGS)
        yield made
    finally:
        made.end()


def test_a_session(nvim: Neovim) -> None:
    found = nvim.lua("vim.diagnostic.get(0)")
    assert [one["message"][:30] for one in found if one["code"] == "CW101"] == ["there is no claim `dear`; add "]
    nvim.type("/rebuild: The<CR>K")
    assert "The town should rebuild the bridge." in nvim.wait_for(FLOATING)
    # Neovim's own list and prompt wait for a key, and nobody could tell when to press it
    nvim.type(":lua vim.ui.select = function(items, _, choose) choose(items[1], 1) end<CR>")
    nvim.type(":lua vim.ui.input = function(_, confirm) confirm('price') end<CR>")
    nvim.type("/\\[grant, dear<CR>fd\\a")
    nvim.wait_for("search('^  dear: Dear.$', 'nw')")
    nvim.type("/costly:<CR>\\r")
    nvim.wait_for("search('\\[price\\], attacks', 'nw')")
    assert "costly" not in nvim.text()
    nvim.type("/  funded:<CR>o<C-u>  more: {premises: [pri<C-x><C-o>")
    nvim.wait_for("len(complete_info(['items']).items)")
    items = nvim.eval("complete_info(['items']).items")
    assert [(one["word"], one["menu"]) for one in items] == [("price", "Rebuilding costs three yearly budgets.")]
    nvim.type("], supports: costly<Esc>")
    assert "  more: {premises: [price], supports: costly" in nvim.text()
