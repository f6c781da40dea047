"""The extension as it is packed, and a VS Code to put it in.

Without what npm brings (``make test`` and ``make test-vscode``) these tests are skipped, saying so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

EXTENSION = Path(__file__).parents[3] / "editors" / "vscode"
HOST = Path(__file__).parent / "node_modules" / "code-server" / "lib" / "vscode"


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the extension as a file that can be installed."""
    vsce = EXTENSION / "node_modules" / "@vscode" / "vsce" / "vsce"
    if shutil.which("node") is None or not vsce.exists():
        if os.environ.get("CI"):
            pytest.fail("there is no vsce: `npm ci` in editors/vscode brings it")
        pytest.skip("there is no vsce: `npm ci` in editors/vscode brings it")
    made = tmp_path_factory.mktemp("extension") / "coldwater.vsix"
    subprocess.run(["node", vsce, "package", "-o", made], cwd=EXTENSION, check=True, capture_output=True, timeout=120)
    return made
