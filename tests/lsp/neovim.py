"""Somebody at Neovim: keys go in, and what is on the screen is looked at."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from lsp.client import LOST

PAGE = Path(__file__).parents[2] / "docs" / "editors.md"


def settings() -> str:
    """Give the settings that the manual gives for Neovim."""
    [found] = re.findall(r"<!-- tested: neovim -->\n```lua\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return str(found)


class Neovim:
    """An editor of its own in a folder, with the settings of the manual and nothing else."""

    def __init__(self, folder: Path, name: str) -> None:
        (folder / "ftplugin").mkdir()
        (folder / "ftplugin" / "yaml.lua").write_text(settings(), encoding="utf-8")
        (folder / "bin").mkdir()
        start = folder / "bin" / "coldwater"
        start.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m coldwater "$@"\n')
        start.chmod(0o755)
        places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
        path = f"{folder / 'bin'}:{os.environ['PATH']}"
        self._env = {**os.environ, **dict.fromkeys(places, str(folder)), "PATH": path}
        self._socket = str(folder / "socket")
        self._process = subprocess.Popen(
            ["nvim", "--headless", "-u", "NONE", "--listen", self._socket, "--cmd", f"set rtp^={folder} shortmess+=F",
             "--cmd", "filetype plugin indent on", name],
            cwd=folder, env=self._env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.wait_for("luaeval('true')")

    def type(self, keys: str) -> None:
        """Type keys, in Vim's notation."""
        self._ask("--remote-send", keys)

    def eval(self, expression: str) -> Any:
        """Give the value of an expression of Vim's."""
        return json.loads(self._ask("--remote-expr", f"json_encode({expression})"))

    def lua(self, expression: str) -> Any:
        """Give the value of an expression of Lua's."""
        return json.loads(self._ask("--remote-expr", f"luaeval('vim.json.encode({expression})')"))

    def wait_for(self, expression: str) -> Any:
        """Wait until an expression of Vim's is something, and give it."""
        end = time.monotonic() + LOST
        while time.monotonic() < end:
            try:
                if found := self.eval(expression):
                    return found
            except (subprocess.CalledProcessError, json.JSONDecodeError):
                assert self._process.poll() is None, "the editor has ended"
            time.sleep(0.02)
        raise AssertionError(f"never: {expression}; the mode is {self.eval('mode(1)')}, the text:\n{self.text()}")

    def text(self) -> str:
        """Give the text of the buffer."""
        return "".join(f"{line}\n" for line in self.eval("getline(1, '$')"))

    def end(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()

    def _ask(self, how: str, what: str) -> str:
        done = subprocess.run(
            ["nvim", "--server", self._socket, how, what],
            check=True, capture_output=True, text=True, env=self._env, timeout=LOST,
        )  # fmt: skip
        return done.stdout or done.stderr
