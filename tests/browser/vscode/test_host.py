"""The extension in VS Code itself, which runs in a browser: `make test-vscode` brings it, as it has some 250 MB.

It is what npm has as part of code-server. Nothing of the machine is built: what asks for a compiler is left out of it.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from browser.conftest import chromium
from browser.vscode.conftest import HOST
from editing.moves.done import BRIDGE, SURVEY

#: Seconds after which something has plainly gone wrong.
_LOST = 120


@pytest.fixture(scope="module")
def address(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a VS Code with the extension, and with a folder that holds a map."""
    main = HOST / "out" / "server-main.js"
    if not main.exists():
        pytest.skip("there is no VS Code: `make test-vscode` brings it")
    folder = tmp_path_factory.mktemp("code")
    maps = folder / "maps"
    maps.mkdir()
    (maps / "town.argmap.yaml").write_text(BRIDGE.replace("[grant]", "[grant, dear]"), encoding="utf-8")
    (maps / "survey.txt").write_text(SURVEY, encoding="utf-8")
    command = [sys.executable, "-m", "coldwater", "lsp", "--stdio"]
    settings = {"coldwater.command": command, "workbench.startupEditor": "none"}
    (folder / "user" / "Machine").mkdir(parents=True)
    (folder / "user" / "Machine" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    start = [
        "node",
        str(main),
        "--accept-server-license-terms",
        "--telemetry-level",
        "off",
        "--disable-workspace-trust",
    ]
    for option, name in (
        ("--extensions-dir", "extensions"),
        ("--user-data-dir", "user"),
        ("--server-data-dir", "data"),
    ):
        start += [option, str(folder / name)]
    env = {**os.environ, "HOME": str(folder)}
    subprocess.run(
        [*start, "--install-extension", packed], check=True, capture_output=True, timeout=_LOST, env=env, cwd=folder
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [*start, "--host", "127.0.0.1", "--port", str(port), "--without-connection-token"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env, cwd=folder,
    )  # fmt: skip
    try:
        _wait_for(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}/?folder={maps}"
    finally:
        process.kill()
        process.wait()


def _wait_for(address: str) -> None:
    end = time.monotonic() + _LOST
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=_LOST):  # noqa: S310 - our own
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError("VS Code does not answer")


@pytest.fixture(scope="module")
def window(address: str, browser: Any) -> Iterator[Any]:
    """Give the window of VS Code with the map open, once the server has said what it finds."""
    own = browser.browser_type.launch(
        executable_path=chromium(),
        args=["--no-sandbox", "--disable-gpu"],
    )
    page = own.new_page(viewport={"width": 1500, "height": 900})
    page.set_default_timeout(1_000 * _LOST)
    page.goto(address)
    page.get_by_text("town.argmap.yaml").first.dblclick()
    try:
        page.wait_for_selector(".squiggly-error")
    finally:
        if kept := os.environ.get("COLDWATER_PICTURES"):
            page.screenshot(path=os.path.join(kept, "vscode-begin.png"))
    yield page
    own.close()


def test_it_starts_and_works(window: Any) -> None:
    lines = window.locator(".view-lines").first
    assert window.locator(".editor-status-mode, #status\\.editor\\.mode").first.text_content() == "Argument map"
    # the page, which says why there is none, and comes as soon as the claim that is named is written
    window.keyboard.press("F1")
    window.wait_for_selector(".quick-input-widget input")
    window.keyboard.type("Show the Page of This Map")
    window.get_by_text("Show the Page of This Map to the Side").first.click()
    inner = window.frame_locator("iframe.webview").frame_locator("#active-frame")  # while one loads there are two
    inner.get_by_text("the map cannot be read as it is").wait_for()
    window.get_by_text("dear", exact=True).first.click()
    window.keyboard.press("Control+.")
    window.get_by_text("Write the claim").first.wait_for()
    window.keyboard.press("Enter")
    lines.get_by_text("Dear.").wait_for()
    inner.locator("#cw-sides:visible, #cw-picture:visible").first.wait_for()
    if kept := os.environ.get("COLDWATER_PICTURES"):
        window.screenshot(path=os.path.join(kept, "vscode.png"))
    window.locator(".codelens-decoration").get_by_text("thesis: 2 arguments").wait_for()
