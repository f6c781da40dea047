"""One server for the tests of a module: starting it costs more than most of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lsp.client import Client, serving


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder in which the server works, the root of a repository."""
    made = tmp_path_factory.mktemp("maps")
    (made / ".git").mkdir()
    return made


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[Client]:
    """Give an editor whose server has started."""
    pytest.importorskip("pygls", reason="the extra part `lsp` is not installed")
    with serving(folder) as made:
        yield made
        assert made.process.poll() is None, made.stderr.decode()
        assert made.stderr == b""
